import type { Decimal } from 'decimal.js';
import { numberOf } from '../../form/cells';
import type { QuantityCell } from '../../form/model';
import { once } from '../../sheet/remember';
import { cellAt, cellsIn } from '../../sheet/snapshot';
import { compact } from '../../sheet/text';
import type { CheckInput } from '../finding';
import type { ScoreDispute } from './disputes';

/** 完成 98% 就记 98% 的分: the actual rate was taken of the weight although the target was reached. */
export function isShareOfWeight(actual: QuantityCell | null, stated: Decimal, weight: Decimal): boolean {
  const reached = numberOf(actual);
  const rate = reached?.unit === '%' ? reached.value : null;
  return stated.lt(weight) && rate?.times(weight).div(100).toDecimalPlaces(2).equals(stated) === true;
}

/** 实际完成值÷指标值×分值, 执行率÷92%×10, 按照完成值与指标值的比例记分 */
const PRINTED_SHARE =
  /(?:实际|完成)[^，,。；;=]{0,8}(?:[/÷][^，,。；;=]{1,10}[×*]|[与和占](?:年度|年初)?(?:目标|指标|计划)[^，,。；;=]{0,4}比[例率值])|率[/÷]\(?[0-9.]{1,6}%\)?[×*]|[×*]\(?B\)?[/÷]\(?A|B\)?[/÷]\(?A\)?[×*]|占[0-9.]{1,6}%的比例/i;

const printsShare = once(({ form, snapshot }: CheckInput): boolean =>
  [...cellsIn(form.area)].some((at) => PRINTED_SHARE.test(compact(cellAt(snapshot, at).text))),
);

/**
 * Whether a rate that falls short of its target was taken of the weight as it is: 85% of 10 for ≥90%. Many bureaus take
 * what of the target was reached, some this; only a form that prints the formula says which.
 */
export function isShareShort(
  input: CheckInput,
  { indicator, stated, weight, score }: Pick<ScoreDispute, 'indicator' | 'stated' | 'weight' | 'score'>,
): boolean {
  if (indicator === null || weight === null || score.value?.gt(stated) !== true) return false;
  const [target, actual] = [numberOf(indicator.target), numberOf(indicator.actual)];
  // 8% of what should be 5% at most is no share of anything.
  if (score.attainment?.lt(1) !== true || (target !== null && actual?.value.gt(target.value))) return false;
  if (!['target', 'proportion'].includes(score.rule.kind)) return false;
  return isShareOfWeight(indicator.actual, stated, weight) && !printsShare(input);
}
