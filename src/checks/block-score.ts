import type { Indicator, Located } from '../form/model';
import { asReached } from './common/disputes';
import { scored } from './common/rows';
import { cappedIn, evenIn, keptIn, shareIn, type Capped } from './common/capped';
import { addition, agreement, cellsOf, clean, nameOf, points, textOf } from './common/say';
import { figureOf, figuresOf } from '../form/cells';
import { deniesShortfall, lacksReason } from './common/shortfall';
import { short } from '../sheet/text';
import type { Check, CheckInput, Outcome, Report, Severity } from './finding';
import { isAgreement } from './run';
import { sum } from '../sheet/lists';

type Place = Pick<Located<unknown>, 'at'>;

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
  const say = (
    message: string,
    { at: cell }: Place,
    severity: Severity,
    data: Report['data'],
    more?: Partial<Report>,
  ) => ({
    related: cellsOf(places),
    arithmetic,
    ...more,
    cell,
    message,
    severity,
    data: { ...whole, ...data },
  });
  if (gone.lt('-0.01')) return say('above', weight, 'error', {});
  const below = scored(input).flatMap(({ indicator, score }) =>
    items.includes(indicator) && indicator.weight === null && score.againstTarget.reached === false ? [indicator] : [],
  );
  const [missed] = below;
  if (gone.isZero() && missed?.stated)
    return say('missed', missed.stated, 'warning', saidOf(missed), { ways: asReached(missed) });
  const kept = keptIn(input, items, gone);
  if (kept !== null) {
    const owed = { full: points(kept.full), owed: points(kept.owed.toDecimalPlaces(2)) };
    return say('kept', kept.own, kept.isApproved ? 'info' : 'warning', { ...saidOf(kept.indicator), ...owed });
  }
  const room = items.some(({ evidence }) => evidence !== null);
  const asked = room ? null : input.form.narrative.shortfallReason;
  // For a row that fell short missing-reason asks.
  const isOwed = asked?.text.trim() === '' || (room && missed === undefined && items.every(owesReason));
  const isOpen = !room && asked === null && missed === undefined;
  const why = below.flatMap(({ target, actual }) => [target, actual]);
  if (gone.greaterThan('0.01') && (isOwed || isOpen)) {
    const related = cellsOf([...places, ...why]);
    const share = missed === undefined ? shareIn(input, items, gone) : null;
    if (share !== null) {
      const { indicator, own, full } = share;
      const told = { ...saidOf(indicator), full: points(full) };
      return say('share', own, 'warning', told, { related, ways: [[[own.at, full]]] });
    }
    if (!isOwed) return say('short', weight, 'info', {}, { related });
    return say('unexplained', asked ?? items[0]?.evidence ?? weight, 'warning', {}, { related });
  }
  const even = evenIn(input, items, most);
  if (even !== null && gone.gt(0))
    return say('even', even.own, 'info', { ...saidOf(even.indicator), count: String(items.length) });
  // What was missed fits points that were lost.
  return agreement([weight, ...places, ...why], arithmetic);
}

/** The form asks for a reason, and none is given. */
const owesReason = ({ evidence, demand }: Indicator): boolean =>
  evidence !== null && demand.reason && !deniesShortfall(evidence) && lacksReason(evidence, demand);

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
    const { form } = input;
    let above = false;
    const told = new Set<Indicator>();
    for (const block of cappedIn(form)) {
      const outcome = look(input, block);
      // What is said of an inner block is the cause of what would be said of the one around it.
      if (!isAgreement(outcome)) {
        if (block.items.some((item) => told.has(item))) continue;
        block.items.forEach((item) => told.add(item));
        if (outcome.message === 'above') above = true;
      }
      yield outcome;
    }
    const stated = form.total?.stated ?? null;
    const total = figureOf(stated);
    const weightless = form.indicators.every(({ weight, kind }) => kind === 'item' && weight === null);
    if (stated === null || total === null || above || !weightless || total.lessThanOrEqualTo(100)) return;
    yield { cell: stated.at, message: 'total', data: { sum: points(total) } };
  },
};
