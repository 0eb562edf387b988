import { figureOf, withFigures } from '../form/cells';
import type { BudgetLine, EvaluationForm, FigureCell } from '../form/model';
import { BUILT_IN, rescore } from '../scoring';
import { accepts } from '../scoring/points';
import type { CellRef } from '../sheet/snapshot';
import { agreement, cellsOf, points } from './common/say';
import { type Breach, breaches, groundsOf } from './common/breaches';
import { isAllowed } from './common/rows';
import type { Check, CheckInput, Report } from './finding';

/** Weight and score of the execution where other lines of the money repeat them: 其中：财政拨款 … 10 … 10. */
function repeatsOf({ budget }: EvaluationForm, { weight, stated }: BudgetLine): (FigureCell | null)[] {
  const same = (a: FigureCell | null, b: FigureCell | null) => figureOf(b)?.equals(figureOf(a) ?? NaN) === true;
  return (budget?.lines ?? []).flatMap((line) => [
    ...(same(line.weight, weight) ? [line.weight] : []),
    ...(same(line.stated, stated) ? [line.stated] : []),
  ]);
}

/** What the score was computed from, and the lines that repeat it. */
function placesOf({ budget }: EvaluationForm): CellRef[] {
  const line = budget?.scored;
  const others = (budget?.lines ?? []).filter((other) => other !== line);
  return cellsOf([line?.budget, line?.spent, ...withFigures(others.map(({ stated }) => stated))]);
}

function report({ form }: CheckInput, breach: Breach): Report {
  const { cell, stated, value, arithmetic, kind } = breach;
  const data = { stated: points(stated), expected: points(value), arithmetic };
  const message = kind === 'rounded' ? 'rounded' : 'differs';
  return { cell: cell.at, message, data, related: placesOf(form), ...groundsOf(breach) };
}

/** The score that another place's rule gives: a question which rule is meant. */
function elsewhere({ form, scores }: CheckInput, { cell, arithmetic, stated }: Breach): Report | null {
  const other = BUILT_IN.find(
    ({ execution }) =>
      execution?.kind === 'tiers' &&
      accepts(rescore(form, { ...scores.rulebook, execution }, '').budget?.accepted ?? [], stated),
  );
  if (other === undefined) return null;
  const data = { arithmetic, stated: points(stated), name: other.name };
  return { cell: cell.at, message: 'elsewhere', severity: 'info', data, related: placesOf(form), found: data.stated };
}

export const executionScore: Check = {
  id: 'execution-score',
  mends: 'row',
  title: '预算执行率得分符合评分规则',
  severity: 'error',
  explain:
    '资金表里给执行率打了分的，用全年执行数和全年预算数复算得分，与填报的得分比较；两种常用的取舍方法（四舍五入、截尾）都算对。与别处的分档相符的，请人确认适用哪一套规则。',
  messages: {
    differs: {
      title: '“预算执行率”得分与评分规则不符',
      message: '预算执行率得分应为 {arithmetic}，表内为 {stated}，请改正得分。',
    },
    elsewhere: {
      title: '预算执行率得分所用的规则请确认',
      message:
        '预算执行率得分应为 {arithmetic}，表内为 {stated}，与“{name}”的分档相符；如适用该规则，请在“规则”里选用，否则请改正得分。',
    },
    rounded: {
      title: '“预算执行率”得分的取舍',
      message: '“预算执行率”按规则应得 {expected} 分，表内为 {stated} 分，只差在小数取舍，请确认口径一致。',
    },
  },
  *run(input) {
    const { budget, otherBudgets } = input.scores;
    if (budget === null) return;
    for (const score of [budget, ...otherBudgets]) {
      const { line, arithmetic } = score;
      if (!isAllowed(score, line.stated)) continue;
      const places = [line.budget ?? line.initial, line.spent, line.rate, line.weight, line.stated];
      yield agreement([...places, ...repeatsOf(input.form, line)], arithmetic ?? undefined);
    }
    for (const breach of breaches(input)) {
      if (breach.indicator === null) yield elsewhere(input, breach) ?? report(input, breach);
    }
  },
};
