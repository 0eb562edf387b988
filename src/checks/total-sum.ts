import type { FigureCell } from '../form/model';
import { scoreDisputes } from './common/disputes';
import { addition, additionText, agreement, cellsOf, compared, instead, list, points, reckoning } from './common/say';
import { partsOf, statedOf } from './common/parts';
import { addendsOfTotal } from './common/marks';
import { figureOf } from '../form/cells';
import { mixedTotal, type Reviewed, reviewTotal, type TotalCause, type TotalReview } from './common/totals';
import { ofExecutionRow } from './common/executionRow';
import { hiddenAt } from '../sheet/snapshot';
import { short } from '../sheet/text';
import type { Check, CheckInput, Outcome, Report } from './finding';

const shown = (cell: FigureCell | null): string => {
  const figure = figureOf(cell);
  return figure === null ? '' : ` ${points(figure)} `;
};

/** What is said of a cause by the rows or the block that explain the difference. */
function explain({ kind, rows }: TotalCause): Report['data'] {
  const [first, other] = rows;
  const name = list(rows.map(({ label }) => label));
  if (first === undefined || kind.startsWith('block')) return first && { name };
  // Several indicators can explain the same difference; the officer sees how many, and that it may be any of them.
  return other === undefined
    ? { name, weight: shown(first.weight), score: shown(first.stated), how: '总分', item: '该项' }
    : { name: `${name}之一`, weight: '', score: '', how: '总分可能', item: '其中一项' };
}

function differs(input: CheckInput, { total, stated, sum, cause, whole }: Reviewed<'differs'>): Report {
  const parts = addendsOfTotal(input.form);
  // What adds up unseen is named wherever nothing else is.
  const unseen = statedOf(partsOf(input.form)).filter(({ at }) => hiddenAt(input.snapshot, at) !== null);
  const related = cellsOf(cause.rows.map((row) => row.stated));
  return {
    cell: total.at,
    message: cause.kind,
    data: {
      ...explain(cause),
      total: points(stated),
      sum: points(sum),
      difference: `${stated.lt(sum) ? '少' : '多'} ${points(stated.minus(sum).abs())}`,
      parts: parts.map(({ label, score }) => `${label} ${points(score)}`).join('、'),
    },
    related: related.length > 0 ? related : cellsOf(unseen),
    // A score that can't stand as it is makes a sum that no total is to be.
    ...(scoreDisputes(input).some(({ kind }) => kind === 'range')
      ? { found: points(stated) }
      : instead(total, stated, sum, addition(parts.map(({ score }) => score)), whole)),
  };
}

/** A total that holds the points for the execution of the budget, which the form prints nowhere. */
function withExecution(review: Reviewed<'with-execution'>): Outcome {
  const { total, stated, sum, weight, due, given, holds, arithmetic, from } = review;
  const [found, rest] = [points(stated), points(given)];
  const data = { total: found, sum: points(sum), rest, weight: points(weight), due: points(due) };
  return compared(holds, total, from, { message: 'execution', severity: 'info', data, arithmetic, found }, arithmetic);
}

function ofMixed({ form }: CheckInput): Outcome | null {
  const mixed = mixedTotal(form);
  if (mixed === null) return null;
  const data = { total: points(mixed.found), arithmetic: mixed.arithmetic };
  return reckoning(mixed, { message: 'mixed', data }, mixed.holds, true);
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
    yield ofMixed(input);
    yield ofTotal(input, reviewTotal(input));
    yield* ofExecutionRow(input);
  },
};

/** What is told of the total, whatever it was found to be. */
function ofTotal(input: CheckInput, review: TotalReview | null): Outcome | null {
  if (review === null) return null;
  if (review.kind === 'differs') return differs(input, review);
  if (review.kind === 'with-execution') return withExecution(review);
  if (review.kind === 'agrees') {
    const arithmetic = () => additionText(addendsOfTotal(input.form).map(({ score }) => score));
    return agreement([input.form.total?.stated, ...statedOf(partsOf(input.form))], arithmetic);
  }
  const { kind: message, total, sum } = review;
  const asked = { cell: total.at, message, severity: 'info', expected: points(sum) } as const;
  if (review.kind === 'unreadable') return { ...asked, data: { text: short(total.text), sum: asked.expected } };
  return { ...asked, data: { total: points(review.stated), sum: asked.expected }, found: points(review.stated) };
}
