import type { Indicator } from '../form/model';
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
    '指标值是某个日期、完成值写明按期的，说明里只写了一个日期，写的就是本指标的事（“项目于……完成”），并且晚于指标值，提出来请人核实。同一句还有别的字（“决算”“质保期”）、写了几个日期的不作判断；写明经批准延期的只作提示。',
  messages: {
    late: {
      title: '“{name}”说明里的完成时间晚于指标值',
      message: '“{name}”指标值为{target}，完成值写{actual}，说明却写“{written}”，请核实以哪一处为准。',
    },
  },
  run: ({ form }) =>
    form.indicators.flatMap(inTexts).flatMap((indicator) => againstTarget(indicator, form.year?.value ?? null) ?? []),
};

/** Words that leave it as it is when something was done. */
const NEUTRAL =
  /^(?:项目|工程|工作|任务|资金|完毕|到位|并(?:通过)?(?:竣工)?验收(?:合格)?$|直?到|全部|全面|实际|最终|正式|顺利|[已均也才方于在至])/;
/** All of these tell the end of something, and none its beginning. */
const ENDS = new RegExp(`完成|完工|竣工|建成|${IN_TIME}|工期`);
const ACTUALLY = /实际|最终/;
const END = /^(?:全部|全面)?(?:完成|完工|竣工|建成)/;
/** What a name may hold besides what was done. */
const OF_TIME = new RegExp(`^(?:项目|工程|工作|任务|完成|完工|竣工|建成|${IN_TIME}|时[间限效]|日期|工期|[性率度的])`);
const ON_TIME = new RegExp(IN_TIME, 'g');

function againstTarget(indicator: Indicator, year: number | null): Outcome | null {
  const { target, actual, evidence, name } = indicator;
  if (target?.value?.kind !== 'date' || actual === null || evidence === null) return null;
  const told = onlyDate(evidence.text);
  if (told === null) return null;
  const { date, before, after, written } = told;
  const own = ENDS.test(name.value) ? name.value.replace(ENDS, '$& 完成 完工 竣工 建成') : name.value;
  const deed = remainsOf(after, own, NEUTRAL);
  if (!deed.named || deed.unread !== '' || remainsOf(before, own, NEUTRAL).unread !== '') return null;
  // 招标完成时间 is not when all was done; 实际于7月12日发放 is of the row.
  const isOwn = ACTUALLY.test(before) && !END.test(compact(after));
  if (!isOwn && remainsOf(name.value, `${before}，${after}`, OF_TIME).unread !== '') return null;
  const reached = actual.value;
  const kept =
    reached?.kind === 'date'
      ? isAfter(reached, target.value, year) === false
      : reached?.kind === 'qualitative' &&
        (reached.attainment === 'met' || affirmedIn(compact(actual.text), ON_TIME) !== null);
  if (!kept) return null;
  const late = isAfter(date, target.value, year);
  if (late === null) return null;
  const data = { name: nameOf(indicator), target: target.text.trim(), actual: actual.text.trim(), written };
  const asked = isChangedByLeave(indicator) ? ({ severity: 'info' } as const) : {};
  const differs = { message: 'late', ...asked, data, found: told.text };
  return compared(!late, evidence, [target, actual], differs, `${written} = ${actual.text.trim()}`);
}

/** The only date of a text, with the words of its clause. */
function onlyDate(text: string) {
  const [mention, ...more] = findMentions(text).filter(({ kind }) => kind === 'date');
  if (mention === undefined || more.length > 0) return null;
  const date = scanDate(fold(text), mention.start);
  if (date === null || date.month === null || date.span) return null;
  const before = lastClause(text.slice(0, mention.start));
  const [after = ''] = text.slice(date.end).split(CLAUSE_END, 1);
  const { year, month, day } = date;
  const found: DateQuantity = { kind: 'date', relation: null, year, month, day };
  const said = text.slice(mention.start, date.end);
  return { date: found, before, after, text: said, written: before.trim() + said + after.trim() };
}
