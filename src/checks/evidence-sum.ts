import type { Indicator, Located } from '../form/model';
import { tellings } from '../form/tellings';
import { asWritten, nameOf } from './common/say';
import { listedSum, ofSimilarSize, partedSum, sumTold, type StatedSum } from './common/sums';
import { NOT } from '../words/denial';
import { factsOfProse, isExact, type Fact } from '../words/facts';
import { groupBy, sum } from '../sheet/lists';
import type { Check, Outcome } from './finding';
import { OF_BEFORE } from '../words/vocabulary';

export const evidenceSum: Check = {
  id: 'evidence-sum',
  title: '依据中的合计等于各项之和',
  severity: 'warning',
  explain:
    '评分依据或完成值逐项列出数量后写“共……”“合计……”的，各项相加应等于合计（按书写的位数认可舍入）。写有“其中”“包括”“等”的，各项未必齐全，不作判断；各项之间还有别的字、有一项可能是减去的，“其中”的两半（线上和线下等）、各项金额或者一项多于总数的，提出来请人核对。写明总数和“办结”“未办结”两部分，或者上半年、下半年和全年，加起来不是总数的，也提出来请人核对。',
  messages: {
    total: {
      title: '“{name}”的合计与各项之和不符',
      message: '“{name}”的文字各项相加为{sum}，合计写{stated}，请核实。',
    },
    split: {
      title: '“{name}”的各部分与总数对不上',
      message: '“{name}”的文字写{stated}，所列部分合计{sum}，请核对；含上年结转或重复的可以不改。',
    },
  },
  run: ({ form }) => form.indicators.flatMap(tellings).flatMap((indicator) => [...againstTotal(indicator)]),
};

const DENIED = new RegExp(`^[尚仍还]?(?:${NOT})(.{2,})$`);

/** Whether one is what the other is not: 办结 and 未办结, 合格 and 不合格. */
function denies(one: Fact, other: Fact): boolean {
  const core = DENIED.exec(other.label)?.[1];
  return core !== undefined && one.label.endsWith(core) && !DENIED.test(one.label);
}

/** What is told of a half of the year, or of all of it. */
const IN_YEAR = /^(上半年|下半年|全年|年度)(?:共计?|累计|合计|总计|实际)*(.*)$/;
/** Words of something planned, of a change and of a mean. */
const NOT_DONE = /计划|目标|预计|[较比增减降均]/;

/** Whether two figures are told of the halves of a year, and another of all of it, and all three of the same. */
function areOfYear(total: Fact, one: Fact, other: Fact): boolean {
  const [year, first, second] = [total, one, other].map(({ label }) => IN_YEAR.exec(label) ?? []);
  if (first?.[1] !== '上半年' || second?.[1] !== '下半年' || !/^[全年]/.test(year?.[1] ?? '')) return false;
  const things = [year, first, second].flatMap((told) => told?.[2] || []);
  const alike = things.every((thing) => things.every((same) => same.includes(thing) || thing.includes(same)));
  return (
    alike && !things.some((thing) => NOT_DONE.test(thing)) && one.value.plus(other.value).lt(total.value.times(1.5))
  );
}

/** Words for what was carried over or may be counted twice: such figures need not add up. */
const FROM_ELSEWHERE = new RegExp(`结转|转入|${OF_BEFORE}|遗留|(?<!全年)累计|重复|同时|或者`);

/** A whole that is divided into what is so and what is not (受理120件，办结118件，未办结4件) or into halves of a year, and their sum. */
function splitSum(place: Located<unknown>): StatedSum | null {
  for (const own of groupBy(factsOfProse(place), ({ sentence, unit }) => `${sentence}${unit}`).values()) {
    const [first, second, third, more] = own;
    if (second === undefined || third === undefined || more !== undefined) continue;
    const last = areOfYear(third, first, second);
    const isSplit = denies(second, third) || denies(third, second) || areOfYear(first, second, third);
    const total = last ? third : first;
    const exact = own.every((fact) => isExact(place.text, fact));
    const told = place.text.slice(first.sentence, third.end);
    if (!(last || isSplit) || !exact || ['', '%'].includes(total.unit) || total.label === '') continue;
    if (FROM_ELSEWHERE.test(told)) continue;
    const parts = own.filter((fact) => fact !== total).map(({ value }) => value);
    const added = sum(parts);
    if (!ofSimilarSize(added, total.value)) continue;
    return { parts, sum: added, total, facts: own, holds: added.eq(total.value), unsure: true };
  }
  return null;
}

function* againstTotal(indicator: Indicator): Iterable<Outcome> {
  const { evidence } = indicator;
  if (evidence === null) return;
  const name = nameOf(indicator);
  const listed = listedSum(evidence);
  if (listed !== null) yield sumTold(evidence, listed, { message: 'total', data: { name } });
  for (const split of [splitSum(evidence), partedSum(evidence)]) {
    if (split === null || (listed !== null && split.total === listed.total)) continue;
    const data = { name, stated: asWritten(split.total) };
    yield sumTold(evidence, split, { message: 'split', data });
  }
}
