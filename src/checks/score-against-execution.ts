import { executionPercent } from '../scoring/rateSources';
import { wholeExecution } from '../form/money';
import { withFigure } from '../form/cells';
import { wholeWeight } from './common/parts';
import { agreement, points } from './common/say';
import type { Check } from './finding';

/** 优 by the usual grades, with less than this spent, is worth a second look. */
const HIGH = 90;
const LITTLE = 60;

export const scoreAgainstExecution: Check = {
  id: 'score-against-execution',
  mends: 'figures',
  title: '总分与预算执行情况相称',
  severity: 'error',
  explain:
    '有的地方规定执行率低的总分不得超过某个上限（如执行率 70%～80% 的不超过 89 分），所用规则有上限时按上限核对。没有上限的，执行率不足 60% 而总分在 90 分以上只作提示。',
  messages: {
    cap: {
      title: '总分超过执行率对应的上限',
      message: '预算执行率为 {rate}%，按规则总分不得超过 {cap}，表内总分 {total}，请改正。',
    },
    high: {
      title: '执行率低而总分高',
      message: '预算执行率只有 {rate}%，总分却有 {total}，请确认指标完成情况是否属实。',
    },
  },
  *run({ form, scores }) {
    const [cell, execution] = [withFigure(form.total?.stated), wholeExecution(form.budget)];
    if (cell === null || execution === null) return;
    const total = cell.value;
    const percent = executionPercent(execution);
    const { cap } = scores.total;
    const data = {
      rate: points(percent.toDecimalPlaces(2)),
      total: points(total),
      cap: cap === null ? '' : points(cap),
    };
    const rate = form.budget?.scored?.rate ?? null;
    const related = rate === null ? [] : [rate.at];
    if (cap !== null && total.greaterThan(cap)) {
      yield { cell: cell.at, message: 'cap', data, related, expected: points(cap), found: points(total) };
      return;
    }
    if (cap !== null) yield agreement([cell, form.budget?.scored?.rate], `${data.total} ≤ ${data.cap}`);
    const whole = wholeWeight(form);
    if (percent.lessThan(LITTLE) && !whole.isZero() && total.div(whole).times(100).greaterThanOrEqualTo(HIGH)) {
      yield { cell: cell.at, message: 'high', severity: 'info', data, related };
    } else if (cap === null && !whole.isZero())
      yield agreement([cell, rate], `执行率 ${data.rate}%，总分 ${data.total}`);
  },
};
