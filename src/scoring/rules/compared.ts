import type { Indicator, QuantityCell } from '../../form/model';
import { answerTo, movementIn, wayOf, wayWanted, type Answer } from '../../words/answers';
import { findMentions, type FigureMention } from '../../words/mentions';
import { comparisonBefore, relationAround, sideBehind } from '../../words/comparisons';
import { tickedIn } from '../../words/ticks';
import { compact } from '../../sheet/text';
import { isCeiling } from '../../words/quantity';
import { readDate } from '../../words/readDate';
import { isAfter } from '../late';
import { directionOf, isBad } from '../direction';
import { areRead } from '../../words/remains';
import { FORMER_YEAR, IN_TIME, LATE } from '../../words/vocabulary';

/** What the actual value of a row says of its target, as far as words do; `null` where they don't. */
export function answerOf(indicator: Indicator): Answer | null {
  const actual = wordsOf(indicator.actual);
  if (Math.max(actual.length, wordsOf(indicator.target).length) > LONGEST) return null;
  return (
    answerTo(wishOf(indicator), actual) ??
    byRates(indicator, actual) ??
    byMovement(indicator, actual) ??
    byTrouble(indicator, actual) ??
    byDelays(indicator, actual) ??
    byRest(indicator, actual) ??
    byRatio(indicator, actual)
  );
}

/** 由3起升至5起 for 下降, 用时由3天增至5天 for 提高: worse by what it was that changed. */
function byMovement(indicator: Indicator, actual: string): Answer | null {
  const [wanted, told, moved] = [wayWanted(wordsOf(indicator.target)), wayOf(actual), movementIn(actual)];
  if (wanted === 'level' && told !== null) return byLevel(indicator, told, actual);
  if (wanted === null || moved === null || /^[级等名位]$/.test(moved.unit)) return null;
  const { name, target } = indicator;
  const own = moved.of === '' || name.value.includes(moved.of);
  const value = { kind: 'number', relation: null, value: moved.from, unit: moved.unit } as const;
  const thing = {
    ...indicator,
    name: { ...name, value: own ? name.value : moved.of },
    target: target && { ...target, value },
  };
  const isMore = directionOf(thing, null) === 'presumed-higher';
  const worse = isMore ? 'less' : 'more';
  if (wanted === 'level' && own && isBad(indicator)) return byLevel(indicator, moved.way, actual);
  if (moved.way !== (wanted === 'less' && own ? 'more' : worse)) return null;
  const sure = wanted === 'less' ? moved.unit !== '%' || /[率比]/.test(name.value) : wanted === 'more' && isMore;
  return own && sure && (isBad(indicator) || isMeasured(name.value, moved.unit)) ? 'contrary' : 'hedged';
}

/** Whether a name says what its figures count; 空气质量 and 安全水平 may be told by what was bad, 减排量 by how much less. */
function isMeasured(name: string, unit: string): boolean {
  if (/[降减压缩]|化解/.test(name)) return false;
  return /(?:[数额]|人次|[用耗]时|时[间限长]|[工周]期)$/.test(name) || (/[率度]$/.test(name) && /^[%‰分]?$/.test(unit));
}

/** 略有上升 where 持平 was asked for is worse for what is bad only; of anything else less may be. */
function byLevel(indicator: Indicator, way: 'more' | 'less', actual: string): Answer | null {
  if (isBad(indicator)) return way === 'less' ? 'met' : /[略微小]/.test(actual) ? 'hedged' : 'contrary';
  return way === 'less' && directionOf(indicator, null) === 'presumed-higher' ? 'hedged' : null;
}

/** What is counted one by one, and words of a target that asks for things to be in order. */
const COUNTED = /^[个件次起例台套处户项条人座栋辆宗部]/;
const IN_ORDER = /正常|稳定|良好|完好|畅通|安全/;
/** What was done about trouble, or that there was none: 3次故障均已修复. */
const DEALT_WITH = /未发生|(?<!未)(?:已修复|拦截|调处|更换|维修|劝导|安置)/;

/** 3台闲置 for 正常使用, 全年宕机4次 for 稳定. */
function byTrouble(indicator: Indicator, actual: string): Answer | null {
  const [figure, ...more] = findMentions(actual).filter(({ kind }) => kind === 'figure');
  const wanted = wordsOf(indicator.target);
  if (figure === undefined || more.length > 0 || figure.value.lte(0) || !COUNTED.test(figure.unit)) return null;
  if (!IN_ORDER.test(wanted) || /[0-9]/.test(wanted) || DEALT_WITH.test(actual)) return null;
  const [before, after] = [actual.slice(0, figure.start), actual.slice(figure.end)];
  const told = [before, ...[2, 3, 4].map((length) => after.slice(0, length))];
  const isTrouble = (words: string) =>
    words !== '' &&
    !indicator.name.value.includes(words) &&
    /lower|open/.test(
      directionOf({ ...indicator, path: [], target: null, name: { ...indicator.name, value: words } }, null),
    );
  return told.some(isTrouble) ? 'hedged' : null;
}

const TO_BE_IN_TIME = new RegExp(IN_TIME);
/** Not 10项未延期, and nobody's 逾期租金 that was claimed. */
const SOME_LATE = new RegExp(
  `[1-9][0-9]{0,3}[项个件处批户家笔次](?:(?![未没无不零])[\\u4e00-\\u9fff]){0,4}(?:${LATE})(?=[了约至到完交]?[0-9]|了?[,，。；;、)）]|完成|完工|交付|到货|了?$)`,
);

/** 8项按期完成，2项延迟15天 where all were to be in time. */
function byDelays({ name, target }: Indicator, actual: string): Answer | null {
  const value = target?.value ?? null;
  const isPart = value?.kind === 'number' && value.unit === '%' && !value.value.eq(100);
  return !isPart && TO_BE_IN_TIME.test(`${name.value}${wordsOf(target)}`) && SOME_LATE.test(actual) ? 'contrary' : null;
}

/** What was done and what was not, and nothing else, which may say why. */
const LEFT =
  /^[0-9]{1,4}([项个件处批户家笔次人])已([\u4e00-\u9fff]{2})[,，;；][1-9][0-9]{0,3}\1(?:正在|尚未|仍未|未)\2[。]?$/;

/** 28个已整改，2个未整改 of a 整改率 that was to be 100%. */
function byRest({ name, target }: Indicator, actual: string): Answer | null {
  const value = target?.value ?? null;
  if (value?.kind !== 'number' || value.unit !== '%' || !value.value.eq(100) || isCeiling(value.relation)) return null;
  const [, , done] = LEFT.exec(actual) ?? [];
  return done !== undefined && name.value.includes(done) ? 'contrary' : null;
}

const TO_ONE = /^([^0-9]{0,4})1[:：∶]([0-9]{1,6}(?:\.[0-9]{1,4})?)([^0-9]{0,4})$/;
/** What comes out of one of what is put in, of which more is better, and whom one has to look after, of whom fewer are. */
const YIELD = /产出|效益|带动|撬动|放大|杠杆|拉动/;
const CARE = /师生|教师|辅导员|护理员|护患|医患/;

/** 1:2.5 for ≥1:3. */
function byRatio({ name, target }: Indicator, actual: string): Answer | null {
  const [wanted, reached] = [TO_ONE.exec(wordsOf(target)), TO_ONE.exec(actual)];
  if (wanted === null || reached === null) return null;
  const relation = relationAround(wanted[1] ?? '', wanted[3] ?? '');
  const compared = Number(reached[2]) - Number(wanted[2]);
  if (compared === 0 && relation !== '<' && relation !== '>') return 'met';
  if (relation === 'unread' || isCeiling(relation) || relation === '=') return 'hedged';
  // ≥1:15 means 1:13 by the quotient, and some write it of the 15.
  if (CARE.test(name.value)) return compared < 0 ? 'met' : 'hedged';
  if (!YIELD.test(name.value) || compared === 0) return 'hedged';
  return compared > 0 ? 'met' : 'contrary';
}

/** Words before a rate that is not the rate of one part: a change, a plan, or the average of all parts. */
const NO_PART = new RegExp(`[增升降减提比未不差]|${FORMER_YEAR}|目标|计划|平均|综合|总|全`);
/** A rate that is this many times the target, or a fraction of it, is about something else. */
const FAR = 2;

/** Several rates, one for each part, where the target is one: 主干道99.2%，次干道97.5% for ≥98%. */
function byRates(indicator: Indicator, actual: string): Answer | null {
  const target = indicator.target?.value;
  if (target?.kind !== 'number' || target.unit !== '%') return null;
  const side = directionOf(indicator, target.relation);
  const rates = figuresIn(actual);
  const parts = rates.every(({ label, mention: { unit, value } }) => {
    const near = value.times(FAR).gte(target.value) && value.lte(target.value.times(FAR));
    return unit === '%' && label !== '' && !NO_PART.test(label) && near;
  });
  if (rates.length < 2 || !parts || (side !== 'higher' && side !== 'lower')) return null;
  const missed = rates.filter(({ mention: { value } }) =>
    side === 'higher' ? value.lt(target.value) : value.gt(target.value),
  );
  return missed.length === rates.length ? 'contrary' : missed.length > 0 ? 'hedged' : null;
}

/**
 * Whether a target that is no single figure was reached, as far as target and actual value can be held against each
 * other: grades of one scale (良好 for 优秀), words against words, or several figures under the same words (助餐点5个、
 * 康复点1个 for 助餐点5个、康复点2个). `null` where they can't.
 */
export function reachedInWords(indicator: Indicator): boolean | null {
  const answer = answerOf(indicator);
  if (answer === 'contrary' || answer === 'met') return answer === 'met';
  return partsReached(indicator);
}

/** Whether each of several figures was reached: 其中低保户28户 is short of 其中低保户30户. */
export function partsReached(indicator: Indicator): boolean | null {
  const [target, actual] = [wordsOf(indicator.target), wordsOf(indicator.actual)];
  return Math.max(actual.length, target.length) > LONGEST
    ? null
    : (byFigures(indicator, target, actual) ?? byDates(target, actual));
}

/** 第一批6月底前，第二批11月底前 */
const stagesIn = (text: string) =>
  text.split(/[,，、;；]/).map((part) => {
    const [label = ''] = /^(?:第[0-9一二三四]{1,2}[批期次]|[^0-9]*)/.exec(part) ?? [];
    return { label, date: readDate(part.slice(label.length)) };
  });

/** Whether several things were each done by the date that is told for it under the same words. */
function byDates(target: string, actual: string): boolean | null {
  const [wanted, reached] = [stagesIn(target), stagesIn(actual)];
  if (wanted.length < 2 || wanted.length !== reached.length || wanted.some(({ label }) => label === '')) return null;
  const late = wanted.map(({ label, date }, at) => {
    const done = reached[at];
    return date === null || !done?.date || done.label !== label ? null : isAfter(done.date, date, null);
  });
  return late.includes(null) ? null : !late.includes(true);
}

const LONGEST = 80;

const wordsOf = (cell: QuantityCell | null): string => compact(tickedIn(cell?.text ?? '') ?? cell?.text ?? '');

/**
 * What a row wishes for in words: its target; where that is a figure of something good, its name (不满意 for 满意度 ≥90%).
 * 无 is a wish beside the name of something bad only.
 */
function wishOf(indicator: Indicator): string {
  const { target, actual, name } = indicator;
  const words = wordsOf(target);
  if (target === null || target.value === null) return isBad(indicator) ? `${words}${name.value}` : '';
  if (
    /[0-9]/.test(wordsOf(actual)) ||
    target.value.kind !== 'number' ||
    target.value.value.isZero() ||
    actual?.value?.kind !== 'qualitative'
  )
    return words;
  const direction = directionOf(indicator, target.value.relation);
  return direction === 'higher' || direction === 'exact' || direction === 'presumed-higher' ? name.value : words;
}

const MOST_FIGURES = 6;

interface NamedFigure {
  readonly mention: FigureMention;
  readonly label: string;
  readonly lead: string;
  readonly rest: string;
}

function figuresIn(text: string): readonly NamedFigure[] {
  const all = findMentions(text).filter(({ kind }) => kind === 'figure');
  return all.map((mention, index) => {
    const from = all[index - 1]?.end ?? 0;
    const lead = text.slice(from + (sideBehind(text.slice(from, mention.start))?.length ?? 0), mention.start);
    const words = lead.slice(0, comparisonBefore(lead)?.start);
    const label = words.replace(/[^\u4e00-\u9fffA-Za-z]|完成|共计?|合计|总计|累计|约/g, '');
    return { mention, label, lead, rest: text.slice(mention.end) };
  });
}

/** Whether no two of them have one unit. */
const isOneEach = (figures: readonly NamedFigure[]): boolean => new Set(figures.map(unitOf)).size === figures.length;

/** Whether each figure behind the first has words of its own (120户，其中低保户30户), or all are known by their units. */
function toldApart(figures: readonly NamedFigure[]): boolean {
  const units = figures.map(({ mention }) => mention.unit);
  return figures.slice(1).every(({ label }) => label !== '') || (!units.includes('') && isOneEach(figures));
}

function byFigures(indicator: Indicator, target: string, actual: string): boolean | null {
  const [wanted, reached] = [figuresIn(target), figuresIn(actual)];
  if (wanted.length < 2 || wanted.length > MOST_FIGURES || reached.length > wanted.length || !toldApart(wanted))
    return null;
  // 12台 for 3类15台 answers one of the two figures only.
  const told = wanted.map((one, index) =>
    reached.length === wanted.length ? reached[index] : reached.find((other) => unitOf(other) === unitOf(one)),
  );
  const sameLabels = labelsOf(wanted) === labelsOf(reached);
  const results = wanted.map((one, index) => {
    const other = told[index];
    // The same labels in another order are not shortened: 干部家属5人、干部10人.
    if (sameLabels && other?.label !== one.label) return null;
    return other === undefined ? null : byFigure(indicator, one, other, isOneEach(wanted));
  });
  if (reached.length < wanted.length) return results.includes(false) && isOneEach(wanted) ? false : null;
  return results.includes(null) ? null : results.every((result) => result === true);
}

const labelsOf = (figures: readonly NamedFigure[]): string =>
  figures
    .map(({ label }) => label)
    .sort()
    .join();

/** 国控 beside 国控断面, and 电脑 beside 采购电脑 of 设备采购. */
function isSameLabel(one: string, other: string, name: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 2) return short === long;
  return long.startsWith(short) || (long.endsWith(short) && areRead(long.slice(0, -short.length), name));
}

/** 发放3次/年 is 发放3次. */
const unitOf = ({ mention }: NamedFigure): string => mention.unit.replace(/\/年$/, '');

/** @param alone whether its unit is that of no other figure of the target. */
function byFigure(indicator: Indicator, wanted: NamedFigure, reached: NamedFigure, alone: boolean): boolean | null {
  const [target, actual] = [wanted.mention, reached.mention];
  // 2期、86人次 for 培训2期100人次: known by their units.
  const isBare = alone && reached.label === '' && areRead(wanted.label, indicator.name.value);
  const isSame = isBare || isSameLabel(wanted.label, reached.label, indicator.name.value);
  if (!isSame || unitOf(wanted) !== unitOf(reached)) return null;
  if (actual.value.eq(target.value)) return true;
  const relation = relationAround(wanted.lead, wanted.rest);
  if (relation === 'unread') return null;
  const direction = directionOf(indicator, relation);
  if (direction === 'lower') return actual.value.lt(target.value);
  return direction === 'higher' || direction === 'presumed-higher' ? actual.value.gt(target.value) : null;
}
