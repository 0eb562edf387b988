import type { Decimal } from 'decimal.js';
import type { FigureCell } from '../form/model';
import { scoreDisputes } from './common/disputes';
import { addition, additionText, agreement, cellsOf, compared, instead, list, percentText, points } from './common/say';
import { groupNodes, looseParts, partsOf, statedOf, sumParts } from './common/parts';
import { countedScore } from './common/marks';
import { figureOf, figuresOf } from '../form/cells';
import { ofExecutionRow } from './common/executionRow';
import { reviewTotal, type TotalCause, type TotalReview } from './common/totals';
import { hiddenAt } from '../sheet/snapshot';
import { short } from '../sheet/text';
import { withinCent } from '../words/written';
import type { Check, CheckInput, Outcome, Report } from './finding';

/** The addends of 总分, a first-level heading each: 执行率 10、产出指标 50. */
function addends({ form }: CheckInput): { label: string; score: Decimal }[] {
  const nodes = groupNodes(form).filter(({ indicators }) => indicators.length > 0);
  return [
    ...looseParts(form).flatMap(({ label, stated }) => figuresOf([stated]).map((score) => ({ label, score }))),
    ...nodes.map((node) => ({ label: short(node.group.name), score: countedScore(form, node) })),
  ];
}

const shown = (cell: FigureCell | null | undefined): string => {
  const figure = figureOf(cell);
  return figure === null ? '' : ` ${points(figure)} `;
};

/** What is said of a cause by the rows or the block that explain the difference. */
function explain({ kind, rows }: TotalCause): Report['data'] {
  const [first, other] = rows;
  const name = list(rows.map(({ label }) => label));
  if (first === undefined) return {};
  if (kind.startsWith('block')) return { name };
  // Several indicators can explain the same difference; the officer sees how many, and that it may be any of them.
  return other === undefined
    ? { name, weight: shown(first.weight), score: shown(first.stated), how: '总分', item: '该项' }
    : { name: `${name}之一`, weight: '', score: '', how: '总分可能', item: '其中一项' };
}

function differs(input: CheckInput, { total, stated, sum, cause }: Extract<TotalReview, { kind: 'differs' }>): Report {
  const parts = addends(input);
  const difference = stated.minus(sum);
  const items = partsOf(input.form);
  // What adds up unseen is named wherever nothing else is.
  const unseen = statedOf(items).filter(({ at }) => hiddenAt(input.snapshot, at) !== null);
  const related = cellsOf(cause.rows.map((row) => row.stated));
  const whole = items.every((part) => part.stated?.state === 'figure' || figureOf(part.weight) === null);
  // A score that can't stand as it is makes a sum that no total is to be.
  const isSure = scoreDisputes(input).every(({ kind }) => kind !== 'range');
  return {
    cell: total.at,
    message: cause.kind,
    data: {
      ...explain(cause),
      total: points(stated),
      sum: points(sum),
      difference: `${difference.isNegative() ? '少' : '多'} ${points(difference.abs())}`,
      parts: parts.map(({ label, score }) => `${label} ${points(score)}`).join('、'),
    },
    related: related.length > 0 ? related : cellsOf(unseen),
    ...(isSure
      ? instead(total, stated, sum, addition(parts.map(({ score }) => score)), whole)
      : { found: points(stated) }),
  };
}

/** A total that holds the points for the execution of the budget, which the form prints nowhere. */
function withExecution(input: CheckInput, review: Extract<TotalReview, { kind: 'with-execution' }>): Outcome {
  const { total, stated, sum, execution } = review;
  const { weight, percent, due, given } = execution;
  const arithmetic = `${points(sum)} + ${points(weight)} × ${percentText(percent)} = ${points(sum.plus(due))}`;
  if (due.minus(given).abs().lessThanOrEqualTo(ROUNDING)) {
    const amounts = input.form.budget?.lines.flatMap((line) => [line.budget, line.spent, line.weight]) ?? [];
    return agreement([total, ...statedOf(partsOf(input.form)), ...amounts], arithmetic);
  }
  const [found, rest] = [points(stated), points(given)];
  const data = { total: found, sum: points(sum), rest, weight: points(weight), due: points(due) };
  return { cell: total.at, message: 'execution', severity: 'info', data, arithmetic, found };
}

/** Tolerance in points: the rate may have been rounded to whole percents first. */
const ROUNDING = '0.05';

/** 综合得分=指标得分×90%+执行得分, of the scores that the form states. */
function* ofMixed({ form }: CheckInput): Iterable<Outcome> {
  const [stated, execution] = [form.mixed?.stated ?? null, form.budget?.scored?.stated ?? null];
  const [found, added] = [figureOf(stated), figureOf(execution)];
  if (form.mixed === null || stated === null || found === null || added === null) return;
  const sum = sumParts(partsOf(form), 'stated');
  const due = sum.times(form.mixed.share).plus(added);
  const arithmetic = `${points(sum)} × ${percentText(form.mixed.share.times(100))} + ${points(added)} = ${points(due)}`;
  const data = { total: points(found), arithmetic };
  const differs = { message: 'mixed', data, ...instead(stated, found, due.toDecimalPlaces(2), arithmetic) };
  yield compared(withinCent(due, found), stated, [...statedOf(partsOf(form)), execution], differs, arithmetic);
}

const TITLE = '总分不等于各项得分之和';
/** What is said of a total that is off, by what explains it. */
const off = (why: string) => ({ title: TITLE, message: `总分 {total}，各项得分之和为 {sum}，{difference}${why}` });

export const totalSum: Check = {
  id: 'total-sum',
  mends: 'figures',
  title: '总分等于各项得分之和',
  severity: 'error',
  explain:
    '把参与评分的各行得分（含预算执行率得分和加减分项，“其中”行和小计不重复计算）相加，与表内总分比较。不相等时再找原因：' +
    '哪一项按满分计、漏加或重复计算正好解释差额。某项得分本身有误、改正后总分即相符的，只在该项提示。',
  messages: {
    'full-marks': off('，恰为{name}的满分{weight}与得分{score}之差：{how}是按{item}满分相加的，请改正总分。'),
    'left-out': off('，恰为{name}的得分：{how}漏加了{item}，请改正总分。'),
    twice: off('，恰为{name}的得分：{how}把{item}加了两次，请改正总分。'),
    'block-left-out': off('，恰为{name}各项之和：总分漏加了这一部分，请改正总分。'),
    'block-twice': off('，恰为{name}各项之和：总分把这一部分加了两次，请改正总分。'),
    transposed: off('，两个相邻数字写颠倒了，请改正总分。'),
    unexplained: off('（{parts}），请核对总分和各项得分。'),
    execution: {
      title: '总分里预算执行率的得分没有列出',
      message:
        '总分 {total}，各项得分之和为 {sum}，多 {rest}；分值差 {weight}，当是没有列出的预算执行率，按执行率应得 {due} 分，请确认。',
    },
    'execution-row': {
      title: '预算执行率的得分与总分里的不同',
      message: '总分 {total} 减去各项得分，预算执行率得 {expected} 分，这里写的是 {found} 分，请核对。',
    },
    cent: {
      title: '总分与各项之和差 0.01',
      message: '总分 {total}，各项得分之和为 {sum}，相差 0.01，属四舍五入尾差，请确认。',
    },
    mixed: { title: '综合得分不对', message: '综合得分应为 {arithmetic}，表内为 {total}，请改正。' },
    unreadable: {
      title: '总分读不出数字',
      message: '总分一格的内容“{text}”读不出数字，未能与各项得分之和 {sum} 核对，请改填数字。',
    },
  },
  *run(input) {
    yield* ofMixed(input);
    yield ofTotal(input, reviewTotal(input));
    yield* ofExecutionRow(input);
  },
};

/** What is told of the total, whatever it was found to be. */
function ofTotal(input: CheckInput, review: TotalReview): Outcome | null {
  if (review.kind === 'differs') return differs(input, review);
  if (review.kind === 'with-execution') return withExecution(input, review);
  if (!('total' in review)) {
    const arithmetic = () => additionText(addends(input).map(({ score }) => score));
    const cells = [input.form.total?.stated, ...statedOf(partsOf(input.form))];
    return review.kind === 'nothing' ? null : agreement(cells, arithmetic);
  }
  const { kind: message, total } = review;
  const expected = points(review.sum);
  const asked = { cell: total.at, message, severity: 'info', expected } as const;
  if (review.kind === 'unreadable') return { ...asked, data: { text: short(total.text), sum: expected } };
  const found = points(review.stated);
  return { ...asked, data: { total: found, sum: expected }, found };
}
