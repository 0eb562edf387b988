import { Decimal } from 'decimal.js';
import { addition, additionText, agreement, cellsOf, instead, list, points } from './common/say';
import { budgetPartOf, labelledWeights, partsOf } from './common/parts';
import { isAllowed } from './common/rows';
import { figureOf, figuresOf, withFigure, withFigures } from '../form/cells';
import { countedWeights, isMisprint, reviewWeights, type TotalMismatch, type WrongWeight } from './common/weights';
import type { Check, CheckInput, Report } from './finding';
import { sum } from '../sheet/lists';

function misprint({ label, cell, found, expected }: WrongWeight): Report {
  return {
    cell: cell.at,
    message: 'misprint',
    data: { name: label, found: points(found), expected: points(expected) },
    ...instead(cell, found, expected, null),
  };
}

function differs(input: CheckInput, total: TotalMismatch): Report {
  const { form, scores } = input;
  const { cell, expected, sum, printed, cause } = total;
  const [budget, stated] = [budgetPartOf(form), form.total?.stated];
  // Rows that are to be scored and have no weight; only of interest while the sum falls short.
  const blank = sum.gte(expected)
    ? []
    : partsOf(form).filter((one) => one.weight?.state === 'blank' && figureOf(one.stated));
  const printedWrong = printed && sum.equals(100);
  // A score for execution that its rate does not give is wrong whether it counts or not.
  const { budget: execution } = scores;
  const isExecutionWrong = execution?.origin === 'computed' && !isAllowed(execution, budget?.stated ?? null);
  const isExtra = cause === 'budget-extra';
  const without = cellsOf([budget?.weight, budget?.stated]).map((place) => [place, new Decimal(0)] as const);
  const [found, right] = [points(sum), points(expected)];
  return {
    cell,
    message: printedWrong ? 'printed' : (cause ?? (blank.length > 0 ? 'blank' : 'differs')),
    ...(cause === 'short' && { severity: isMisprint(form, total) ? 'warning' : 'info' }),
    data: {
      sum: found,
      expected: right,
      printed: right,
      whole: printed ? `表内总分值 ${right}` : ` ${right}`,
      budget: points(figureOf(budget?.weight) ?? new Decimal(0)),
      names: list(blank.map(({ label }) => label)),
    },
    related: cellsOf(isExtra ? [budget?.weight, stated] : (labelledWeights(form) ?? [])),
    ...(isExtra && !isExecutionWrong && { ways: [without] }),
    arithmetic: addition(figuresOf(countedWeights(form))),
    ...(printedWrong ? { expected: found, found: right } : { expected: right, found }),
  };
}

/**
 * Weights that make up what the form prints as their sum, which is not 100: a row too many, or one that weighs too much.
 *
 * @param weights those that count, without bonus and penalties.
 */
function unusualWhole({ form }: CheckInput, weights: readonly Decimal[]): Report | null {
  const weight = withFigure(form.total?.weight);
  if (weight === null || weight.value.equals(1) || [weight.value, sum(weights)].some((one) => one.equals(100)))
    return null;
  const whole = weight.value;
  // 90 without the points of the budget, unless these are in the score beside it.
  const score = figureOf(form.total?.stated) ?? whole;
  const isExceeded = score.greaterThan(whole) && form.indicators.every(({ kind }) => kind === 'item');
  if (whole.mod(10).isZero() && whole.lessThan(100) && !isExceeded) return null;
  const message = isExceeded && whole.lessThan(100) ? 'exceeded' : 'whole';
  const data = { sum: points(whole), stated: points(score) };
  return { cell: weight.at, message, severity: 'info', data, found: points(whole) };
}

export const totalWeight: Check = {
  id: 'total-weight',
  mends: 'figures',
  title: '分值合计为 100',
  severity: 'error',
  explain:
    '各项指标的分值加上预算执行率的分值，应等于表内的总分值（没有印出的按 100 计），加减分项算不算在内都可以；各项加得起来、总分值却不是 100 的也提出来。表格没有总分行、分值又不足 100 的，可能是节选，只作提示。',
  messages: {
    misprint: {
      title: '“{name}”的分值有误',
      message: '“{name}”分值为 {found}，与上一级分值或总分值对不上，应为 {expected}，请改正分值。',
    },
    differs: { title: '分值合计不对', message: '各项分值合计 {sum}，不等于{whole}，请核对各项分值。' },
    printed: {
      title: '总分值不对',
      message: '各项分值合计正好是 100，表内总分值却是 {printed}，请改正总分值。',
    },
    'budget-extra': {
      title: '分值合计不对',
      message: '各项指标分值合计已是 {expected}，另有预算执行率 {budget} 分，共 {sum} 分，不等于{whole}，请调整分值。',
    },
    blank: { title: '分值没有填全', message: '各项分值合计 {sum}，不等于{whole}：{names}没有填分值，请补填。' },
    whole: {
      title: '分值合计不是 100',
      message: '各项分值合计 {sum}，表内总分值也是 {sum}，一般应为 100，请核对是否多列了指标、分值是否有误。',
    },
    exceeded: {
      title: '总分高于总分值',
      message: '各项分值合计 {sum}，表内总分值也是 {sum}，总分 {stated} 却比它高，请核对总分值是否应为 100。',
    },
    short: { title: '分值合计不足 100', message: '各项分值合计 {sum}，不足 100，表内也没有总分行，请核对是否有缺行。' },
  },
  *run(input) {
    // While a weight can't be read nothing is said of the sum.
    if (partsOf(input.form).some(({ weight }) => weight?.state === 'unreadable')) return;
    const { wrong, total, agrees } = reviewWeights(input);
    if (agrees) {
      const cells = countedWeights(input.form);
      const weights = figuresOf(cells);
      const all = withFigures([...cells, ...partsOf(input.form).map(({ weight }) => weight)]);
      yield agreement([input.form.total?.weight, ...new Set(all)], () => additionText(weights));
      yield unusualWhole(input, weights);
    }
    yield wrong && misprint(wrong);
    yield total && differs(input, total);
  },
};
