import { numberOf } from '../form/cells';
import { inTexts } from '../form/tellings';
import type { Decimal } from 'decimal.js';
import { isExact } from '../words/facts';
import { isCeiling, isFloor, type NumberQuantity } from '../words/quantity';
import type { Indicator } from '../form/model';
import { countedAgainst } from './common/counted';
import { asWritten, compared, nameOf, statedAt } from './common/say';
import { isRoundingOf, cellIsRoundingOf, inScale } from '../words/written';
import { reachedIn } from './common/reached';
import { reachedQuantity } from '../scoring/sameUnit';
import { wayOf } from '../words/answers';
import type { Check, Outcome } from './finding';

export const evidenceActual: Check = {
  id: 'evidence-actual',
  mends: 'row',
  title: '依据中的完成情况与实际完成值一致',
  severity: 'warning',
  explain:
    '评分依据里写明本指标完成情况的比率或数量（名称、单位与指标相同，且全文只有一个），应与实际完成值一致，按书写的位数认可舍入。分项数、往年数和计划数不作比较。依据、原因里只写“实际完成……”“发生……”、没有写是哪一项的，单位相同也与完成值比较；写了几个数的，只比较其他各数合起来的那一个，或者与没有完成的合起来是指标值的那一个；写了两个数、没有写比率的，按两个数算出来比较（120件中逾期3件、由80件降至76件）。不同的提出来请人核实；说明里还有别的字（“首次”“本科生”）、未必说的是这一项全部的，只作提示。',
  messages: {
    differs: {
      title: '“{name}”的完成值与依据不一致',
      message: '“{name}”实际完成值为{actual}，依据写“{written}”，请核实后改为一致。',
    },
    reached: {
      title: '“{name}”的完成值与说明里的“实际完成”不同',
      message: '“{name}”实际完成值为{actual}，说明写“{written}”，请核实以哪一处为准。',
    },
    counted: {
      title: '“{name}”的完成值与说明里的数不同',
      message: '“{name}”实际完成值为{actual}，按说明里的数 {written}，请核实以哪一处为准。',
    },
  },
  run: ({ form }) =>
    form.indicators.flatMap(inTexts).flatMap((indicator) => againstActual(indicator, form.year?.value ?? null) ?? []),
};

/** Where a text names more than what was reached, another thing may be meant. */
const ASKED = { message: 'reached', severity: 'info' } as const;

function againstActual(indicator: Indicator, year: number | null): Outcome | null {
  const { actual, evidence } = indicator;
  const quantity = reachedQuantity(indicator);
  if (actual === null || evidence === null || quantity === null || quantity.unit === '') return null;
  const { unit, value } = quantity;
  const reached = reachedIn(indicator, quantity, year);
  if (reached === null) return unit === '%' ? countedAgainst(indicator, actual, evidence) : null;
  const { fact, sure } = reached;
  // Either of the two may be the rounded one.
  const isSame = isRoundingOf(fact, value) || cellIsRoundingOf(actual, value, fact.value);
  // 降低5.2% is -5.2%.
  const rounded = isSame || (isRoundingOf(fact, value.neg()) && wayOf(fact.label + fact.text) === 'less');
  const holds = (rounded && !hidesMiss(indicator, value, fact.value)) || isBeyond(quantity, fact.value);
  const [written, shown] = [asWritten(fact), actual.text.trim()];
  if (!holds && (quantity.about === true || !isExact(evidence.text, fact))) return null;
  // 57 is no mend of 0.81.
  const way = [[actual.at, fact.value]] as const;
  const said = sure ? { message: 'differs', ways: actual.value === quantity ? [way] : [] } : ASKED;
  const told = {
    data: { name: nameOf(indicator), actual: shown, written: written + (fact.label === '' ? fact.after : '') },
    stated: statedAt(evidence, [fact]),
    expected: inScale(value, quantity.scale, unit),
    found: fact.text,
  };
  return compared(holds, evidence, [actual], { ...said, ...told }, `${written} = ${shown}`);
}

const ROUNDING = 0.02;

/** Whether nobody rounds so: 4.7万亩 to the target of 5万亩. */
function hidesMiss({ target }: Indicator, value: Decimal, told: Decimal): boolean {
  return numberOf(target)?.value.eq(value) === true && told.minus(value).abs().gt(value.times(ROUNDING));
}

/** An actual value of ≥500人次 is kept by 520人次. */
const isBeyond = ({ relation, value }: NumberQuantity, told: Decimal): boolean =>
  (isFloor(relation) && told.gt(value)) || (isCeiling(relation) && told.lt(value));
