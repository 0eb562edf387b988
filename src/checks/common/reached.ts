import { numberOf } from '../../form/cells';
import type { Indicator } from '../../form/model';
import { overlap } from '../../form/sides';
import type { TargetAndActual } from '../../scoring/sameUnit';
import { sum } from '../../sheet/lists';
import { compact, lastClause, unquoted } from '../../sheet/text';
import { factorBetween } from '../../words/comparable';
import { comparisonBefore } from '../../words/comparisons';
import { type Fact, factsOf, factsOfProse, isPlain } from '../../words/facts';
import { isCeiling, type NumberQuantity } from '../../words/quantity';
import { areRead, remainsOf, wordsAround } from '../../words/remains';
import { clauseUpTo, isDoneSince, isLasting, toldIn } from '../../words/told';
import { countedAlike } from '../../words/unitKinds';
import { AIM, ANOTHER_YEAR, COMPARED, FORMER_YEAR, OF_EACH, PART_OF_YEAR } from '../../words/vocabulary';
import type { Outcome } from '../finding';
import { compared, rowWords, statedAt } from './say';

const RATE = /(?:率|比例|比重|占比|满意度|覆盖面)$/;

/** 满意率 and 市民满意度, 接通率 and 热线每月接通率: the same two characters before 率 or 度. */
function sameStem(label: string, name: string): boolean {
  const stem = /([\u4e00-\u9fff]{2})(?:率|度|比例)$/.exec(label)?.[1];
  if (stem === undefined || areOthers(stem, label, name)) return false;
  return ['率', '度', '比例'].some((ending) => name.includes(stem + ending));
}

/** Words of people that may be anybody. */
const ANYBODY = /对象|[群公大民]众|[居市村公]民|受益|用户|社会/;
/** Words before a rate that say nothing of whose it is. */
const ANYTHING = /服务|指标|项目|工程|工作|任务|[全当]年|年度|全部/g;

/** Whether two rates are those of different people or things: 参训人员满意度 beside 农户满意度, 高血压患者管理率 beside 7岁以下儿童管理率. */
function areOthers(stem: string, ...names: readonly [string, string]): boolean {
  const [own = '', other = ''] = names.map((name) => name.split(stem, 1)[0]?.replace(ANYTHING, '') ?? '');
  const isShared = Array.from(own).some((one) => other.includes(one));
  return own !== '' && other !== '' && !isShared && !ANYBODY.test(own) && !ANYBODY.test(other);
}

/** Whether the words around a figure name what an indicator measures. */
export function namesMeasure({ name }: Pick<Indicator, 'name'>, fact: Fact): boolean {
  const own = unquoted(name.value);
  const label = unquoted(fact.label).replace(/^[全今当]年/, '');
  if (fact.unit !== '%') {
    const named = own.includes(label) && (label.length >= 3 || (label.length === 2 && own.includes(fact.unit)));
    return overlap(compact(`${fact.label}${fact.after}`), own) >= 3 || named;
  }
  return RATE.test(label) && (own.includes(label) || label.includes(own) || sameStem(label, own));
}

/** Whether words hold what a rate is the share of: 覆盖 of a 村庄覆盖率. */
function isOfStem(name: string, words: string): boolean {
  const stem = /([\u4e00-\u9fff]{2})(?:率|度|面|比例)$/.exec(unquoted(name))?.[1];
  return stem !== undefined && compact(words).includes(stem);
}

/** What a text tells of a row's actual value. */
export interface Reached {
  /** In the unit of the actual value. */
  readonly fact: Fact;
  /** Whether no other thing, part or time can be meant; else a person is asked. */
  readonly sure: boolean;
}

/** Words of what was planned, of another time, or of a change: none of them is what was reached. */
const ELSEWISE = new RegExp(
  `(?<!按照?)计划|目标|任务|原定|年初|预[定计期]|应|要求|拟|将|下一?步|${ANOTHER_YEAR}|[较比]|(?:增[长加]|提高|下降|减少|上升)(?![到至])`,
);
/** Words behind which what was reached is told, whatever was planned. */
const AFTER_ALL = /实际|最终|已/;
/** Words that place what follows in a part of the whole or of the year, or in a plan. */
const PART = new RegExp(
  `其中|分别|${FORMER_YEAR}|${COMPARED}|(?<!按照?)计划|目标|要求|预[计期]|${OF_EACH}|合同|(?:方面|部分)[，,]`,
);
const OF_PART_OF_YEAR = new RegExp(`${PART_OF_YEAR}|(?<!(?:(?<![0-9])1月?[-—–－~～至到]|截[至止]到?)12)月`);
/** Whatever else the sentence tells of parts of the year. */
const OF_YEAR = /^[全本]年/;
const YEAR = /((?:19|20)[0-9]{2})年[^。；]*$/;
const THIS_YEAR = /[本今]年/;
const REACH = 16;
const COST = /成本|费用?|支出|经费|造价/;
const PAID = '支出 花费 决算 投入';
/** What came by itself may be all that was counted, or not. */
const CAME = /^(?:收到|接到|发生|出现)$/;
/** Words of what was not reached. */
const LACKING = /未|没|取消|减少|剩余|缺|相差|推迟|延|不足|因|受|尚/;
/** What changed is no level: 排放量降至175吨 of a 减少排放量. */
const CHANGE = /新增|增[加长]|减少|降低|下降|提[高升]|节约/;
/** Words of all that there is by now, of earlier years too. */
const SO_FAR = /累计|已|[现目]前?|总|共有/;
/** Of earlier years too, unless this year is named before it. */
const TO_DATE = /(?<!年|年[度内]|以来)累计/;
/** Who or what the others are, unless they were not done either: 其余为下属单位人员, 另外增加2场. */
const OTHERS = /(?:其余|其他|余下|另|还)(?!.*(?:未|没|待|正在|预计|计划))/;
/** What a rate came to later: 补考后全部合格. */
const IN_THE_END = /后(?!续)|全部|均|最终/;
/** What a name may hold besides what is counted. */
const COUNTS = /^(?:.数|数[量额]?|总|面积|长度|里程|金额|规模|情况|全年|年度|完成|[量额率的])/;

/** The figure that a text tells of what a row reached; `null` where none or more than one may be it. */
export function reachedIn(indicator: Indicator, quantity: NumberQuantity, year: number | null): Reached | null {
  const { evidence, name } = indicator;
  const text = evidence?.text ?? '';
  const all = factsOf(evidence).flatMap((fact) => inUnit(fact, quantity.unit) ?? []);
  const isElse = (fact: Fact) => isPlanned(fact, name.value) || isOtherYear(text, fact, year);
  const told = all.filter((fact) => !isElse(fact));
  const total = totalOf(told);
  const fact = total ?? wholeOf(told, indicator, quantity);
  if (fact === null || fact.interim || fact.part) return null;
  const { value, label } = fact;
  // What was planned or of another year before it says nothing of it.
  const start = Math.max(
    fact.sentence,
    ...all.filter((one) => isElse(one) && one.end <= fact.start).map(({ end }) => end),
  );
  const before = text.slice(start, Math.max(start, fact.start - label.length));
  // What was paid need not be all that it cost, but is no more.
  const own = wordsAround(fact);
  const isNamed = remainsOf(own, name.value).named || (own.includes('实际') && areRead(own, PAID));
  const paid = isNamed && COST.test(name.value) && value.gt(quantity.value) ? PAID : '';
  const words = remainsOf(leadTo(fact, text) + own, name.value + paid);
  const around = words.rest + (total === null ? before.slice(-REACH) : '');
  if (PART.test(around) || (!OF_YEAR.test(label) && OF_PART_OF_YEAR.test(around))) return null;
  const isWhole =
    words.named || total !== null || remainsOf(before.replace(/[，,：:、]/g, ''), name.value).unread === '';
  const isMore = value.gt(quantity.value);
  const isStock =
    isMore && (TO_DATE.test(clauseBefore(fact, text)) || (SO_FAR.test(words.rest) && !words.rest.includes('年')));
  const isFirst = !isMore && told.length === 1 && (fact.unit === '%' ? IN_THE_END : OTHERS).test(text.slice(fact.end));
  const sure =
    words.unread === '' &&
    isWhole &&
    !isStock &&
    !isFirst &&
    (paid !== '' || isOfAll(indicator, fact, value.lt(quantity.value)));
  const asked =
    !LACKING.test(words.unread) &&
    (namesMeasure(indicator, fact) || words.unread === '' || (words.named && CAME.test(words.unread)));
  return sure || asked ? { fact, sure } : null;
}

/** The words before the figures that stand before another in its clause: 加开 in 加开1期培训60人次. */
function leadTo(fact: Fact, text: string): string {
  const { start } = fact;
  const clause = start - clauseBefore(fact, text).length;
  return factsOf({ text })
    .map((one) => (one.start >= clause && one.end <= start ? one.label : ''))
    .join('');
}

/** The words of a clause before a figure of it. */
const clauseBefore = ({ start }: Fact, text: string): string => lastClause(text.slice(0, start), /[，。；：、,;:\n]/);

/** A figure in another unit: 千米 in 公里, 台套 in 台, and in one that only the row uses (200盏); `null` for what is counted otherwise, a limit or quoted. */
function inUnit(fact: Fact, unit: string): Fact | null {
  if (!isPlain(fact)) return null;
  const factor = factorBetween(fact.unit, unit);
  if (factor !== null) return { ...fact, unit, value: fact.value.times(factor), scale: fact.scale.times(factor) };
  if (fact.unit === '')
    return fact.after.startsWith(unit) ? { ...fact, unit, after: fact.after.slice(unit.length) } : null;
  const isLonger = fact.unit.startsWith(unit) || unit.startsWith(fact.unit);
  return isLonger && countedAlike(fact.unit, unit) ? { ...fact, unit } : null;
}

/** Whether the words of a figure are of what was planned, of another time or of a change. */
function isPlanned(fact: Fact, own: string): boolean {
  const restOf = (part: Pick<Fact, 'label' | 'after'>) => remainsOf(wordsAround(part), own).rest;
  const label = restOf({ ...fact, after: '' });
  return (ELSEWISE.test(label) && !AFTER_ALL.test(label)) || ELSEWISE.test(restOf({ ...fact, label: '' }));
}

/** Whether words leave out no part of the name that would make it less: 培训180人 may have been more than the 培训合格人数. */
function isOfAll(indicator: Indicator, fact: Fact, isLess: boolean): boolean {
  const { name } = indicator;
  const words = wordsAround(fact);
  if (!words.includes(CHANGE.exec(name.value)?.[0] ?? '')) return false;
  if (fact.unit === '%') return namesMeasure(indicator, fact) || isOfStem(name.value, words);
  return isLess || remainsOf(name.value, words, COUNTS).unread === '';
}

function isOtherYear(text: string, { sentence, start, end }: Fact, year: number | null): boolean {
  const said = YEAR.exec(text.slice(sentence, start))?.[1];
  if (said === undefined) return false;
  return (year !== null && Number(said) !== year) || THIS_YEAR.test(text.slice(end, end + REACH));
}

/** The figure that the others add up to: 上半年5场，下半年5场，全年共10场. */
function totalOf(told: readonly Fact[]): Fact | null {
  const all = sum(told.map(({ value }) => value));
  return told.length < 3 ? null : (told.find(({ value, part }) => !part && value.times(2).eq(all)) ?? null);
}

/** The only figure, or the one beside what is said to be left of the target. */
function wholeOf(told: readonly Fact[], { evidence, target }: Indicator, quantity: NumberQuantity): Fact | null {
  const kinds = evidence === null ? [] : toldIn(evidence);
  // 超额完成2项 behind 完成42项 is a part of it.
  const isOver = ({ start }: Fact) => kinds.some(({ fact, told: kind }) => kind === 'over' && fact.start === start);
  const whole = told.filter((fact) => !fact.interim && !isOver(fact));
  const [first, second, third] = whole;
  if (first === undefined || evidence === null || third !== undefined) return null;
  if (second === undefined) return first;
  // 共抽检580批次，合格572批次, not where 572 is the actual value.
  const isOther = first.total && !second.total && second.value.lt(first.value);
  if (isOther) return quantity.value.eq(second.value) ? null : first;
  const left = kinds.filter((one) => /^(?:left|short)$/.test(one.told) && !isDoneSince(evidence.text, one.fact));
  const aim = numberOf(target)?.value;
  const [done, both] = [first, second].filter(({ start }) => !left.some(({ fact }) => fact.start === start));
  return done !== undefined && both === undefined && aim?.eq(first.value.plus(second.value)) === true ? done : null;
}

const AIMED_AT = new RegExp(`^的?${AIM}$`);
const SOME = new RegExp(`^的(?!${AIM})`);

/** What a text says that the row did not reach, in no other words than its own: 满意度未达到90%, of the row itself and not of 部分村. */
export function* unreached(
  indicator: Indicator,
  { actual: reached, relation }: TargetAndActual,
  where: string,
  unit: string,
  year: number | null,
): Iterable<Outcome> {
  const { name, target, actual, evidence } = indicator;
  if (evidence === null || isCeiling(relation)) return;
  for (const fact of factsOfProse(evidence)) {
    const clause = lastClause(evidence.text.slice(0, fact.start));
    const comparison = comparisonBefore(clause);
    if (comparison?.relation !== '<' || fact.unit !== unit || fact.quoted || fact.interim || fact.part) continue;
    const [before, behind] = [clause.slice(0, comparison.start), evidence.text.slice(fact.end)];
    // 合格率低于95%的2个标段 are some of them.
    if (SOME.test(behind) || isOtherYear(evidence.text, fact, year)) continue;
    const words = before + fact.after.replace(AIMED_AT, '');
    if (!areRead(words, name.value) || !isLasting(evidence.text, fact)) continue;
    const data = { ...rowWords(indicator), where, written: clauseUpTo(evidence.text, fact) };
    const said = { message: 'reached', severity: 'warning' as const, data, found: fact.text };
    yield compared(reached.lt(fact.value), evidence, [target, actual], { ...said, stated: statedAt(evidence, [fact]) });
  }
}
