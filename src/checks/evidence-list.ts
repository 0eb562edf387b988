import type { Decimal } from 'decimal.js';
import { inTexts } from '../form/tellings';
import { factsOf, type Fact } from '../words/facts';
import type { Indicator } from '../form/model';
import { cellIsRoundingOf, inScale } from '../words/written';
import { areHalves, isAddend, mayBeHalves, ofSimilarSize, NOT_ALL, sumOf } from './common/sums';
import { addition, nameOf } from './common/words';
import type { Check, Outcome } from './finding';
import { statedAt, additionText, compared } from './common/agree';

/** Between two entries of a plain list: 标准地址1629.6万、实有人口2088.8万 */
const JOINT = /^[、，,；;和及\s]{1,3}$/;

export const evidenceList: Check = {
  id: 'evidence-list',
  title: '依据所列各项之和等于实际完成值',
  severity: 'warning',
  explain:
    '评分依据全文只是各项数量的清单、单位与实际完成值相同的，各项相加应等于实际完成值（按书写的位数认可舍入）。写有“其中”“包括”“等”的，各项未必齐全，不作判断；只写城镇和农村、线上和线下、上半年和下半年两项的，提出来请人核对。',
  messages: {
    actual: {
      title: '“{name}”的完成值与依据各项之和不符',
      message: '“{name}”的依据所列各项相加为{sum}，实际完成值为{stated}，请核实。',
    },
  },
  run: ({ form }) => form.indicators.flatMap(inTexts).flatMap((indicator) => againstActual(indicator) ?? []),
};

/** A text that is nothing but a list of quantities, against the actual value. */
function againstActual(indicator: Indicator): Outcome | null {
  const { evidence, actual } = indicator;
  const quantity = actual?.value ?? null;
  if (evidence === null || actual === null || quantity?.kind !== 'number' || quantity.unit === '%') return null;
  const parts = factsOf(evidence);
  if (!isPlainList(evidence.text, parts)) return null;
  const fitting = parts.every(({ unit, value }) => (unit === '' || unit === quantity.unit) && value.lt(quantity.value));
  const sum = sumOf(parts);
  if (!fitting || !ofSimilarSize(sum, quantity.value)) return null;
  const stated = statedAt(evidence, parts);
  const values = parts.map(({ value }) => value);
  const shown = (figure: Decimal) => inScale(figure, quantity.scale, quantity.unit);
  const differs = {
    message: 'actual',
    ...(mayBeHalves(parts) && { severity: 'info' as const }),
    data: { name: nameOf(indicator), sum: shown(sum), stated: actual.text },
    stated,
    arithmetic: `${addition(values, shown)}，完成值${shown(quantity.value)}`,
    expected: shown(sum),
    found: shown(quantity.value),
  };
  const holds = cellIsRoundingOf(actual, quantity.value, sum);
  return compared(holds, evidence, [actual], differs, additionText(values));
}

const FEWEST_ENTRIES = 3;

function isPlainList(text: string, parts: readonly Fact[]): boolean {
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (first === undefined || last === undefined) return false;
  if (!areHalves(parts) && ((parts.length < FEWEST_ENTRIES && !mayBeHalves(parts)) || NOT_ALL.test(text))) return false;
  if (!parts.every(isAddend) || new Set(parts.map(({ label }) => label)).size < parts.length) return false;
  const before = text.slice(0, first.start).replace(/^[^：:]{0,12}[：:]/, '');
  const joined = parts.every((part, index) => {
    const next = parts[index + 1];
    if (next === undefined) return true;
    const between = text.slice(part.end, next.start);
    return between.endsWith(next.label) && JOINT.test(between.slice(0, between.length - next.label.length));
  });
  return before.trim() === first.label && joined && /^[。.；;\s]*$/.test(text.slice(last.end));
}
