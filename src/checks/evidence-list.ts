import type { Decimal } from 'decimal.js';
import { inTexts } from '../form/tellings';
import { factsOf, type Fact } from '../words/facts';
import type { Indicator } from '../form/model';
import { cellIsRoundingOf, inScale } from '../words/written';
import { areHalves, areJoined, isAddend, mayBeHalves, ofSimilarSize, NOT_ALL, sumOf } from './common/sums';
import { addition, additionText, compared, nameOf, statedAt } from './common/say';
import type { Check, Outcome } from './finding';

export const evidenceList: Check = {
  id: 'evidence-list',
  title: '依据所列各项之和等于实际完成值',
  severity: 'info',
  explain:
    '评分依据全文只是各项数量的清单、单位与实际完成值相同的，各项相加与实际完成值比较（按书写的位数认可舍入），不同的提出来请人核实：各项可能重叠，也可能没有列全。写有“包括”“等”的，不作判断；写“其中”的，只看各项相加是不是多于完成值。',
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
  // Parts behind 其中 may not be all of it, and hardly come to more; a further sentence divides it another way.
  const isDivided = new Set(parts.map(({ sentence }) => sentence)).size === 1;
  const within = isDivided ? (/^其中/.exec(evidence.text)?.[0] ?? '') : '';
  const isWhole = isPlainList(evidence.text, parts);
  if (!isWhole && (within === '' || !areListed(evidence.text, parts, within))) return null;
  const fitting = parts.every(({ unit, value }) => (unit === '' || unit === quantity.unit) && value.lt(quantity.value));
  const sum = sumOf(parts);
  if (!fitting || !ofSimilarSize(sum, quantity.value) || (!isWhole && sum.lt(quantity.value))) return null;
  const stated = statedAt(evidence, parts);
  const values = parts.map(({ value }) => value);
  const shown = (figure: Decimal) => inScale(figure, quantity.scale, quantity.unit);
  const differs = {
    message: 'actual',
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
  if (!areHalves(parts) && ((parts.length < FEWEST_ENTRIES && !mayBeHalves(parts)) || NOT_ALL.test(text))) return false;
  return areListed(text, parts, '');
}

/** Whether a text is nothing but quantities with different names, behind what stands before them all. */
function areListed(text: string, parts: readonly Fact[], behind: string): boolean {
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (first === undefined || last === undefined) return false;
  if (!parts.every(isAddend) || new Set(parts.map(({ label }) => label)).size < parts.length) return false;
  const before = text.slice(behind.length, first.start).replace(/^[^：:]{0,12}[：:]/, '');
  return before.trim() === first.label && areJoined(text, parts) && /^[。.；;\s]*$/.test(text.slice(last.end));
}
