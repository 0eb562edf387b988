import { Decimal } from 'decimal.js';
import { figureOf, numberOf } from '../form/cells';
import type { Indicator } from '../form/model';
import { stepIn, type PrintedStep } from '../scoring/printed';
import type { IndicatorScore } from '../scoring/scores';
import { countedAlike } from '../words/unitKinds';
import { compact, lastClause } from '../sheet/text';
import { type Fact, factsOf, isExact } from '../words/facts';
import { nameOf, points, telling } from './common/say';
import { isAllowed, scoredTexts } from './common/rows';
import type { Check, Outcome } from './finding';
import { FORMER_YEAR, LATE } from '../words/vocabulary';

export const evidencePenalty: Check = {
  id: 'evidence-penalty',
  mends: 'row',
  title: '说明里的数目与所扣的分相符',
  severity: 'info',
  explain:
    '评分标准只写了一种扣法（每超1个百分点扣0.5分、每个问题扣2分），说明里写了数目和扣了几分（超3个百分点，扣1.5分），并且得分就是分值减所扣的分的，数目乘每一步的扣分应等于所扣的分，不足一步的算不算都认可。不符的提出来请人核实；得分不合评分标准的由“得分符合评分规则”提出。',
  messages: {
    differs: {
      title: '“{name}”说明里的数目与所扣的分不符',
      message: '“{name}”评分标准写“{rule}”，说明写“{written}”，应扣{expected}分，文中写扣{lost}分，请核实数目和扣分。',
    },
  },
  run: (input) => scoredTexts(input).flatMap(({ indicator, score }) => against(indicator, score) ?? []),
};

/** Points that the text of a row takes off. */
const TAKEN = /扣(?:减|除)?(\d{1,3}(?:\.\d{1,2})?)分/g;
/** Words for anything that happened. */
const ANYTHING = '项例处起个笔';
/** How far from the limit, not what was reached: 超3个百分点. */
const BEYOND = new RegExp(
  `(?:超[过出]?|低于?|少|差|高[出于]?|降低?|下降|偏离|${LATE}|晚|迟|相差)(?:[^，,。；;]{0,4}(?:标准|目标|指标|规定|要求))?了?$`,
);
/** Beside another year, or the others. */
const ELSEWHERE = new RegExp(`${FORMER_YEAR}|平均`);
/** What was done costs nothing. */
const DONE = /(?<![未没不])(?:完成|达到|实际|办结|合格)|已|应|共有|抽查|检查/;

const isIn = (unit: string, step: string): boolean =>
  unit !== '' && (countedAlike(unit, step) || (ANYTHING.includes(unit) && ANYTHING.includes(step)));

/** The counts that a text may have meant: those that it states and the row's own, and how far they lie apart. */
function countsIn(facts: readonly Fact[], { target, actual }: Indicator, { unit }: PrintedStep): readonly Decimal[] {
  const cells = [target, actual].flatMap((cell) => numberOf(cell) ?? []);
  const all = [...facts, ...cells].filter((one) => isIn(one.unit, unit)).map(({ value }) => value);
  return [...all, ...all.flatMap((one, at) => all.slice(at + 1).map((other) => one.minus(other).abs()))];
}

function against(indicator: Indicator, score: IndicatorScore): Outcome | null {
  const { evidence, stated, kind } = indicator;
  const [weight, own] = [figureOf(indicator.weight), figureOf(stated)];
  if (evidence === null || weight === null || own === null || kind !== 'item') return null;
  const [taken, another] = evidence.text.matchAll(TAKEN);
  const lost = taken?.[1] === undefined ? null : new Decimal(taken[1]);
  // Where the score is wrong, or not what the text takes off, others say so.
  if (lost === null || another !== undefined || !weight.minus(lost).eq(own)) return null;
  if (score.origin === 'computed' && !isAllowed(score, stated)) return null;
  const step = stepIn((indicator.standard ?? indicator.definition)?.text ?? '');
  const clause = clauseBefore(evidence.text, taken?.index ?? 0);
  const facts = factsOf(evidence);
  const [fact, second] = facts.filter(({ start }) => start >= clause.start && start < clause.end);
  if (step === null || fact === undefined || second !== undefined || !isIn(fact.unit, step.unit)) return null;
  const words = compact(evidence.text.slice(clause.start, fact.start));
  const beyond = BEYOND.test(words) && !ELSEWHERE.test(words);
  // 超2% reads like a bound too.
  if (fact.part || !isExact(evidence.text, { ...fact, bound: fact.bound && !beyond })) return null;
  if (!beyond && (step.unit === '%' || DONE.test(words + fact.after))) return null;
  const costs = (count: Decimal): readonly [Decimal, Decimal] => {
    const steps = count.div(step.size);
    return [steps.floor().times(step.points), steps.ceil().times(step.points)];
  };
  const fits = (count: Decimal) => lost.gte(costs(count)[0]) && lost.lte(costs(count)[1]);
  const whole = fact.value.div(step.size).times(step.points);
  const holds = fits(fact.value);
  // More than the weight can't be lost; and a count that does not say how far it is from the limit may not be what cost them.
  if (!holds && (whole.gt(weight) || (!beyond && countsIn(facts, indicator, step).some(fits)))) return null;
  const data = {
    name: nameOf(indicator),
    rule: step.text,
    written: evidence.text.slice(clause.start, clause.end).trim(),
  };
  const arithmetic = `${points(fact.value)} ÷ ${step.size} × ${step.points} = ${points(whole)}`;
  return telling(
    { place: evidence, facts: [fact], holds, arithmetic, found: points(lost), beside: [stated] },
    { message: 'differs', data: { ...data, expected: points(whole), lost: points(lost) } },
  );
}

/** The clause that says what the points were taken off for: the one that ends with them, or the one before. */
function clauseBefore(text: string, at: number): { readonly start: number; readonly end: number } {
  const before = text.slice(0, at).replace(/[，,](?:[共应故自]|合计|因此|按标准|按规定)?$/, '');
  return { start: before.length - lastClause(before).length, end: before.length };
}
