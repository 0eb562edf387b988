import type { Indicator, Located } from '../form/model';
import { inTexts } from '../form/tellings';
import { isAfter } from '../scoring/late';
import { CLAUSE_END, compact, fold, lastClause } from '../sheet/text';
import { affirmedIn } from '../words/denial';
import { scanDate } from '../words/dates';
import { findMentions } from '../words/mentions';
import type { DateQuantity } from '../words/quantity';
import { remainsOf } from '../words/remains';
import { compared, nameOf } from './common/say';
import { isChangedByLeave } from './common/shortfall';
import type { Check, Outcome } from './finding';
import { IN_TIME } from '../words/vocabulary';

export const evidenceDate: Check = {
  id: 'evidence-date',
  mends: 'row',
  title: '说明里的完成时间与完成值一致',
  severity: 'warning',
  explain:
    '指标值是某个日期、完成值写明按期的，说明里只写了一个日期，写的就是本指标的事（“项目于……完成”），并且晚于指标值，提出来请人核实。同一句还有别的字（“决算”“质保期”）、写了几个日期的不作判断；写明经批准延期的只作提示。实际完成情况写了某项指标完成时间的，与完成值比较，不同的请人核实。',
  messages: {
    differs: {
      title: '“{name}”的完成值与完成情况写的时间不同',
      message: '完成情况写“{written}”，“{name}”的完成值为{actual}，请核实以哪一处为准。',
    },
    late: {
      title: '“{name}”说明里的完成时间晚于指标值',
      message: '“{name}”指标值为{target}，完成值写{actual}，说明却写“{written}”，请核实以哪一处为准。',
    },
  },
  *run({ form: { indicators, narrative, year } }) {
    for (const indicator of indicators.flatMap(inTexts)) {
      const [told, another] = indicator.evidence === null ? [] : datesIn(indicator.evidence);
      if (told !== undefined && another === undefined) yield againstTarget(indicator, told, year?.value ?? null);
    }
    for (const told of narrative.completion === null ? [] : datesIn(narrative.completion)) {
      const [indicator, another] = indicators.filter((one) => one.target?.value?.kind === 'date' && isOf(one, told));
      if (indicator !== undefined && another === undefined) yield againstActual(indicator, told, year?.value ?? null);
    }
  },
};

/** Words that leave it as it is when something was done. */
const NEUTRAL =
  /^(?:项目|工程|工作|任务|资金|完毕|到位|并(?:通过)?(?:竣工)?验收(?:合格)?$|直?到|全部|全面|实际|最终|正式|顺利|[已均也才方于在至])/;
/** All of these tell the end of something, and none its beginning. */
const ENDS = new RegExp(`完成|完工|竣工|建成|结束|${IN_TIME}|工期`);
const ACTUALLY = /实际|最终/;
const END = /^(?:全部|全面)?(?:完成|完工|竣工|建成|结束)/;
/** What a name may hold besides what was done. */
const OF_TIME = new RegExp(
  `^(?:项目|工程|工作|任务|完成|完工|竣工|建成|结束|${IN_TIME}|时[间限效]|日期|工期|[性率度的])`,
);
const ON_TIME = new RegExp(IN_TIME, 'g');

/** A date that a text tells, with the words of its clause. */
interface Told {
  readonly place: Located<string>;
  readonly date: DateQuantity;
  readonly before: string;
  readonly after: string;
  readonly text: string;
  /** The whole clause. */
  readonly written: string;
}

/** Whether a date is of what a row is about, and of nothing else. */
function isOf({ name }: Indicator, { before, after }: Told): boolean {
  const own = ENDS.test(name.value) ? name.value.replace(ENDS, '$& 完成 完工 竣工 建成 结束') : name.value;
  const deed = remainsOf(after, own, NEUTRAL);
  const around = remainsOf(before, own, NEUTRAL);
  const isNamed = deed.named || (around.named && END.test(compact(after)));
  if (!isNamed || deed.unread !== '' || around.unread !== '') return false;
  // 招标完成时间 is not when all was done; 实际于7月12日发放 is of the row.
  const isOwn = ACTUALLY.test(before) && !END.test(compact(after));
  return isOwn || remainsOf(name.value, `${before}，${after}`, OF_TIME).unread === '';
}

function againstTarget(indicator: Indicator, told: Told, year: number | null): Outcome | null {
  const { target, actual } = indicator;
  if (target?.value?.kind !== 'date' || actual === null || !isOf(indicator, told)) return null;
  const reached = actual.value;
  const kept =
    reached?.kind === 'date'
      ? isAfter(reached, target.value, year) === false
      : reached?.kind === 'qualitative' &&
        (reached.attainment === 'met' || affirmedIn(compact(actual.text), ON_TIME) !== null);
  if (!kept) return null;
  const late = isAfter(told.date, target.value, year);
  if (late === null) return null;
  const { place, written, text: found } = told;
  const data = { name: nameOf(indicator), target: target.text.trim(), actual: actual.text.trim(), written };
  const asked = isChangedByLeave(indicator) ? ({ severity: 'info' } as const) : {};
  const differs = { message: 'late', ...asked, data, found };
  return compared(!late, place, [target, actual], differs, `${written} = ${actual.text.trim()}`);
}

/** A date of the completion beside the one that its row has. */
function againstActual(indicator: Indicator, told: Told, year: number | null): Outcome | null {
  const { actual } = indicator;
  if (actual?.value?.kind !== 'date') return null;
  const [one, other] = [told.date, actual.value];
  const differs = isAfter(one, other, year) === true || isAfter(other, one, year) === true;
  const data = { name: nameOf(indicator), actual: actual.text.trim(), written: told.written };
  const said = { message: 'differs', severity: 'info' as const, data, found: told.text };
  return compared(!differs, told.place, [actual], said, `${told.written} = ${data.actual}`);
}

/** The dates of a text, but those before which something was to be done. */
function datesIn(place: Located<string>): readonly Told[] {
  const { text } = place;
  return findMentions(text).flatMap((mention) => {
    const date = mention.kind === 'date' ? scanDate(fold(text), mention.start) : null;
    if (date === null || date.month === null || date.span) return [];
    const before = lastClause(text.slice(0, mention.start));
    const [after = ''] = text.slice(date.end).split(CLAUSE_END, 1);
    if (/^[之以]?前/.test(after)) return [];
    const { year, month, day } = date;
    const said = text.slice(mention.start, date.end);
    const written = before.trim() + said + after.trim();
    return [{ place, date: { kind: 'date', relation: null, year, month, day }, before, after, text: said, written }];
  });
}
