import { HUNDRED } from '../words/units';
import { executionPercent } from '../scoring/rateSources';
import { figureOf, withFigures } from '../form/cells';
import { wholeExecution } from '../form/money';
import { isMoneyExplained, isSaidSomewhere } from './common/sentences';
import { agreement, cellsOf, points } from './common/say';
import type { Check } from './finding';

/** Words by which a text elsewhere in the form speaks of money that was not spent. */
const ABOUT_MONEY = /资金|预算|支付|尾款|结余|结转|执行率|经费/;

export const lowExecution: Check = {
  id: 'low-execution',
  title: '执行率偏低的写明原因',
  severity: 'warning',
  explain:
    '预算执行率低于规则要求（通常 90%）的，应说明原因。表内有专门一栏而空着的提醒补写；没有这一栏、别处也没有提到的，不低于要求但没有得满分、专栏空着的，只作提示。',
  messages: {
    blank: { title: '执行率偏低没有写原因', message: '预算执行率为 {rate}%，低于 {least}%，原因一栏没有写，请补充。' },
    short: {
      title: '执行率没有得满分，没有写原因',
      message: '预算执行率为 {rate}%，没有得满分，原因一栏没有写，请确认是否需要补充。',
    },
    nowhere: {
      title: '执行率偏低没有说明',
      message: '预算执行率为 {rate}%，低于 {least}%，表内没有说明原因，请确认是否需要补充。',
    },
  },
  *run(input) {
    const { form, scores } = input;
    const least = scores.rulebook.explain.execution;
    const execution = wholeExecution(form.budget);
    if (least === null || execution === null || form.budget === null) return;
    const percent = executionPercent(execution);
    const floor = HUNDRED.times(least);
    const data = { rate: points(percent.toDecimalPlaces(2)), least: points(floor) };
    const { evidence, lines, scored, asksReason } = form.budget;
    const [cell] = withFigures((scored ? [scored, ...lines] : lines).flatMap(({ rate, spent }) => [rate, spent]));
    if (percent.greaterThanOrEqualTo(floor)) {
      const weight = scores.budget?.weight ?? null;
      const isShort = weight !== null && figureOf(scored?.stated)?.lt(weight) === true;
      const isBlank = asksReason && evidence !== null && isShort && !isMoneyExplained(form);
      if (isBlank) yield { cell: evidence.at, message: 'short', severity: 'info', data, found: data.rate };
      else yield agreement([cell], `${data.rate}% ≥ ${data.least}%`);
      return;
    }
    if (isMoneyExplained(form)) {
      yield agreement([evidence]);
      return;
    }
    if (evidence !== null && asksReason) {
      yield { cell: evidence.at, message: 'blank', data, related: cellsOf([cell]), found: data.rate };
      return;
    }
    if (isSaidSomewhere(input, ABOUT_MONEY)) {
      yield agreement([cell]);
      return;
    }
    if (cell !== undefined) yield { cell: cell.at, message: 'nowhere', severity: 'info', data, found: data.rate };
  },
};
