import type { EvaluationForm, Indicator, Located } from '../form/model';
import { asReached } from './common/disputes';
import { type Capped, cappedIn, evenIn, keptIn, missedIn, reasonOwed, shareIn } from './common/capped';
import { addition, agreement, cellsOf, clean, nameOf, points, textOf } from './common/say';
import { figuresOf, withFigure } from '../form/cells';
import { short } from '../sheet/text';
import type { Check, CheckInput, Outcome, Report, Severity } from './finding';
import { isAgreement } from './run';
import { sum } from '../sheet/lists';

const saidOf = (row: Indicator) => ({ item: nameOf(row), target: textOf(row.target), actual: textOf(row.actual) });

/** What is said of one block. */
function look(input: CheckInput, { name, weight, most, items }: Capped): Outcome {
  const places = items.map(({ stated }) => stated);
  const scores = figuresOf(places);
  const total = clean(sum(scores));
  const gone = most.minus(total);
  const arithmetic = `${addition(scores)}，分值 ${points(most)}`;
  const whole = { name: short(name), most: points(most), sum: points(total), lost: points(gone) };
  // The points are the most that the sum may be, not what should stand anywhere.
  const say = (message: string, { at: cell }: Located<unknown>, severity: Severity, more: Partial<Report> = {}) => {
    return { related: cellsOf(places), arithmetic, ...more, cell, message, severity, data: { ...whole, ...more.data } };
  };
  if (gone.lt('-0.01')) return say('above', weight, 'error');
  const below = missedIn(input, items);
  const [missed] = below;
  if (gone.isZero() && missed?.stated)
    return say('missed', missed.stated, 'warning', { data: saidOf(missed), ways: asReached(missed) });
  const kept = keptIn(input, items, gone);
  if (kept !== null) {
    const owed = { full: points(kept.full), owed: points(kept.owed.toDecimalPlaces(2)) };
    const data = { ...saidOf(kept.indicator), ...owed };
    return say('kept', kept.own, kept.isApproved ? 'info' : 'warning', { data });
  }
  const { asked, isOwed, isOpen } = reasonOwed(input.form, items, missed === undefined);
  const why = below.flatMap(({ target, actual }) => [target, actual]);
  if (gone.greaterThan('0.01') && (isOwed || isOpen)) {
    const related = cellsOf([...places, ...why]);
    const share = missed === undefined ? shareIn(input, items, gone) : null;
    if (share !== null) {
      const data = { ...saidOf(share.indicator), full: points(share.full) };
      return say('share', share.own, 'warning', { data, related, ways: [[[share.own.at, share.full]]] });
    }
    if (!isOwed) return say('short', weight, 'info', { related });
    return say('unexplained', asked ?? items[0]?.evidence ?? weight, 'warning', { related });
  }
  const even = evenIn(input, items, most);
  if (even !== null && gone.gt(0))
    return say('even', even.own, 'info', { data: { ...saidOf(even.indicator), count: String(items.length) } });
  // What was missed fits points that were lost.
  return agreement([weight, ...places, ...why], arithmetic);
}

/** No total is above 100, whatever its blocks say. */
function overHundred({ total, indicators }: EvaluationForm): Report | null {
  const stated = withFigure(total?.stated);
  const weightless = indicators.every(({ weight, kind }) => kind === 'item' && weight === null);
  if (stated === null || !weightless || stated.value.lte(100)) return null;
  return { cell: stated.at, message: 'total', data: { sum: points(stated.value) } };
}

export const blockScore: Check = {
  id: 'block-score',
  title: '各项得分之和不超过名称里的分值',
  severity: 'error',
  explain:
    '没有分值栏、分值写在名称里（如“产出指标（40分）”“年度绩效目标1（80分）”）的，下面各项得分之和不能超过它；少于它的要有一项写明扣分原因，恰是某一项拿完成值（98%）乘分值得出的另作提醒；某一项没有达到目标，少的分就算全是它的也比按完成比例应少的少 1 分以上，提出来请人核对；多数各项都得平均分，没有达到目标的也得平均分的，问一声；正好等于它的，各项都应达到目标。总分不能超过 100。',
  messages: {
    above: {
      title: '“{name}”各项得分之和超过分值',
      message: '“{name}”共 {most} 分，下面各项得分之和为 {sum}，超过了分值，请核对各项得分。',
    },
    missed: {
      title: '“{item}”没有达到目标，所在部分却记满分',
      message:
        '“{name}”各项得分之和正好是满分 {most}，其中“{item}”指标值为{target}，完成{actual}，没有达到目标，请核对得分。',
    },
    kept: {
      title: '“{item}”没有达到目标，所在部分扣的分不够',
      message:
        '“{name}”共 {most} 分，各项得分之和为 {sum}，只少 {lost} 分；“{item}”指标值为{target}，完成{actual}，少的分就算全是这一项的（满分 {full} 分），按完成比例也应少 {owed} 分，请核对得分。',
    },
    even: {
      title: '“{item}”没有达到目标，得分不比别项少',
      message:
        '“{name}”{count} 项共 {most} 分，“{item}”指标值为{target}，完成{actual}，没有达到目标，得分与多数各项一样正是平均分，请核对得分。',
    },
    unexplained: {
      title: '“{name}”扣了分未写原因',
      message: '“{name}”共 {most} 分，各项得分之和为 {sum}，少 {lost} 分，没有写未达标原因，请补充。',
    },
    short: {
      title: '“{name}”各项得分之和不到分值',
      message: '“{name}”共 {most} 分，各项得分之和为 {sum}，少 {lost} 分，看不出是哪一项没有达到目标，请核对。',
    },
    share: {
      title: '“{item}”得分是用完成值乘出来的',
      message:
        '“{name}”共 {most} 分，各项得分之和为 {sum}，少 {lost} 分：“{item}”完成{actual}，已经达到目标，表内得分恰是用完成值乘 {full} 分得出的，应得满分，请改正得分。',
    },
    total: { title: '总分超过 100', message: '总分为 {sum}，超过 100，请核对总分和各项得分。' },
  },
  *run(input) {
    let above = false;
    const told = new Set<Indicator>();
    for (const block of cappedIn(input.form)) {
      const outcome = look(input, block);
      // What is said of an inner block is the cause of what would be said of the one around it.
      if (!isAgreement(outcome)) {
        if (block.items.some((item) => told.has(item))) continue;
        block.items.forEach((item) => told.add(item));
        above ||= outcome.message === 'above';
      }
      yield outcome;
    }
    if (!above) yield overHundred(input.form);
  },
};
