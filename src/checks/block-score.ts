import type { Indicator } from '../form/model';
import { asReached } from './common/disputes';
import { scored } from './common/rows';
import { cappedIn, evenIn, keptIn, shareIn, type Capped } from './common/capped';
import { addition, cellsOf, clean, nameOf, points, textOf } from './common/say';
import { figureOf, figuresOf } from '../form/cells';
import { deniesShortfall, lacksReason } from './common/shortfall';
import { short } from '../sheet/text';
import type { Check, CheckInput, Outcome } from './finding';
import { sum } from '../sheet/lists';

const saidOf = (row: Indicator) => ({ item: nameOf(row), target: textOf(row.target), actual: textOf(row.actual) });

/** What is said of one block, and whether it lies above its points. */
function look(input: CheckInput, { name, weight, most, items }: Capped): Outcome {
  const scores = figuresOf(items.map(({ stated }) => stated));
  const total = clean(sum(scores));
  const gone = most.minus(total);
  const cells = [weight.at, ...cellsOf(items.map(({ stated }) => stated))];
  const arithmetic = `${addition(scores)}，分值 ${points(most)}`;
  const data = { name: short(name), most: points(most), sum: points(total), lost: points(gone) };
  // The points are the most that the sum may be, not what should stand anywhere.
  const base = { related: cells.slice(1), arithmetic };
  if (gone.lt('-0.01')) return { ...base, data, cell: weight.at, message: 'above' };
  const below = scored(input).flatMap(({ indicator, score }) =>
    items.includes(indicator) && indicator.weight === null && score.againstTarget.reached === false ? [indicator] : [],
  );
  const [missed] = below;
  if (gone.isZero() && missed !== undefined && missed.stated !== null) {
    const told = { data: { ...data, ...saidOf(missed) }, ways: asReached(missed) };
    return { ...base, ...told, cell: missed.stated.at, message: 'missed', severity: 'warning' };
  }
  const kept = keptIn(input, items, gone);
  if (kept !== null) {
    const owed = { full: points(kept.full), owed: points(kept.owed.toDecimalPlaces(2)) };
    const told = { data: { ...data, ...saidOf(kept.indicator), ...owed }, cell: kept.own.at, message: 'kept' };
    return { ...base, ...told, severity: kept.isApproved ? 'info' : 'warning' };
  }
  const room = items.some(({ evidence }) => evidence !== null);
  const asked = room ? null : input.form.narrative.shortfallReason;
  // For a row that fell short missing-reason asks.
  const isOwed = asked?.text.trim() === '' || (room && missed === undefined && items.every(owesReason));
  const isOpen = !room && asked === null && missed === undefined;
  const why = cellsOf(below.flatMap(({ target, actual }) => [target, actual]));
  if (gone.greaterThan('0.01') && (isOwed || isOpen)) {
    const lost = { ...base, data, related: [...base.related, ...why] };
    const share = missed === undefined ? shareIn(input, items, gone) : null;
    if (share !== null) {
      const { indicator, own, full } = share;
      const told = { data: { ...data, ...saidOf(indicator), full: points(full) }, ways: [[[own.at, full] as const]] };
      return { ...lost, ...told, cell: own.at, message: 'share', severity: 'warning' };
    }
    if (!isOwed) return { ...lost, cell: weight.at, message: 'short', severity: 'info' };
    const cell = asked?.at ?? items[0]?.evidence?.at ?? weight.at;
    return { ...lost, cell, message: 'unexplained', severity: 'warning' };
  }
  const even = evenIn(input, items, most);
  if (even !== null && gone.gt(0)) {
    const told = { data: { ...data, ...saidOf(even.indicator), count: String(items.length) }, cell: even.own.at };
    return { ...base, ...told, message: 'even', severity: 'info' };
  }
  // What was missed fits points that were lost.
  return { agrees: [...cells, ...why], arithmetic };
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
      if (!('agrees' in outcome)) {
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
