import { sum, words } from '../sheet/lists';
import { readQuantity } from '../words/readQuantity';
import { CENT, isRounded } from '../words/written';
import { numberOf } from './cells';
import { type Content, MOSTLY } from './content';
import { bare } from './words';
import type { Grid } from './grid';
import { YEAR, yearIn } from './heading';
import { OF_THE_WHOLE } from './headingWords';
import { EXPLICIT, NAME_ROLES, type Heading, type HeadingColumn } from './header';
import type { ColumnAnswer, ColumnRole } from './model';
import { madeUp, waysOfParts } from './partScores';
import { REVIEWED } from './vocabulary/labels';

/** A column of a heading and what stands in it. */
export interface Seen extends HeadingColumn {
  /** Looked at only where words leave a choice. */
  readonly content: () => Content;
}

/** Roles that only one column can have. */
export const SINGLE: readonly ColumnRole[] = [
  ...words('level1 level2 level3 weight level1Weight level2Weight level1Score level2Score nature polarity unit'),
  ...words('target adjustedTarget actual verdict coefficient stated convertedScore'),
];
const isSingle = (role: ColumnRole | undefined): boolean => role !== undefined && SINGLE.includes(role);

/** The role that a heading's words give first. */
export const roleOf = ({ said }: HeadingColumn) => said?.[0]?.[0];

/** The level that a heading's words name first. */
export const levelOf = (column: Seen): ColumnRole | null => NAME_ROLES.find((role) => role === roleOf(column)) ?? null;

/**
 * The columns of a heading with what their words say beside those of the others and above what stands below them: of two
 * columns called 完成值 the year's own, of three 得分 that of each level, and which texts name the items.
 *
 * @param start the first row of the form, whose year stands above the heading.
 */
export function saidTogether(
  grid: Grid,
  start: number,
  heading: Heading,
  columns: readonly Seen[],
  answers: readonly ColumnAnswer[],
): readonly Seen[] {
  const year = () => yearIn(grid, start, heading.row)?.value ?? null;
  // A hidden column may be a copy of last year's, and 绩效指标完成情况 at the edge stands over nothing.
  const seen = outranked(columns.map(overClasses), ({ column }) => grid.hidesColumn(column));
  const filled = outranked(seen, ({ content }) => content().filled === 0);
  const own = outranked(withoutDeviations(withoutScale(withoutTypes(filled))), isReviewed);
  const parted = own.length > MOST_COLUMNS ? own : withPartScores(withParts(grid, own));
  return ofLevels(withNames(ofTheYear(ofTheWhole(parted), year), answers));
}

/** The columns without what some of them say. */
const silenced = (columns: readonly Seen[], isSilent: (column: Seen) => boolean): readonly Seen[] =>
  columns.map((column) => (isSilent(column) ? { ...column, said: [] } : column));

/** In wider tables columns that others make up are not looked for: each run of columns would be added. */
const MOST_COLUMNS = 100;

/** 指标属性 over 数量指标 and 质量指标 is one of the levels, whatever such words say elsewhere. */
function overClasses(column: Seen): Seen {
  const isDirection = column.said?.some(([role]) => role === 'nature') === true;
  return isDirection && column.content().classes >= MOSTLY ? { ...column, said: null } : column;
}

/** 实施期目标值, 累计完成值. */
export const LONGER = /^(?:中?长期|中期|实施期|三年|总目标|总绩效|累计)/;

/**
 * What is of another year than the form's, or of a longer time, says nothing beside a column of the year itself. Where columns
 * are of several years, the latest of which something was reached is the form's; one that names none is of it.
 */
function ofTheYear(columns: readonly Seen[], ownYear: () => number | null): readonly Seen[] {
  const textsOf = ({ upper, heading }: Seen) => [heading.value, upper];
  const yearOf = (column: Seen) => YEAR.exec(textsOf(column).join(' '))?.[1] ?? null;
  const isLonger = (column: Seen) => textsOf(column).some((text) => LONGER.test(text));
  const years = (all: readonly Seen[]) => [...new Set(all.flatMap((column) => yearOf(column) ?? []))].sort();
  const reached = years(columns.filter((column) => roleOf(column) === 'actual'));
  const [only, ...others] = years(columns);
  const latest = (reached.length > 0 ? reached : years(columns)).at(-1);
  const own = others.length > 0 ? latest : (ownYear()?.toString() ?? (columns.some(isLonger) ? only : undefined));
  const isOther = (column: Seen) => {
    const year = yearOf(column);
    const past = year !== null && year !== own && (others.length > 0 || own === undefined || year < own);
    return past || isLonger(column);
  };
  // 结果 over 5120户 and 95% may be the year's own.
  const isOpen = ({ said, content }: Seen) => said === null && content().quantities >= MOSTLY;
  const besides = (column: Seen) =>
    columns.some((one) => (roleOf(one) === roleOf(column) || isOpen(one)) && !isOther(one));
  // 累计完成 of three years beside 总目标值, where the year itself has no target.
  const targets = columns.filter((one) => roleOf(one) === 'target');
  const isWhole = targets.length > 0 && targets.every(isLonger);
  return silenced(columns, (column) => !isWhole && isOther(column) && (others.length > 0 || besides(column)));
}

/**
 * Of 一级指标 | 得分 | 二级指标 | 得分 | 三级指标 | 得分 the last are those of the items, the others of their levels. A sum behind
 * the scores is of the level whose labels begin where its figures do.
 */
function ofLevels(columns: readonly Seen[]): readonly Seen[] {
  const levels = columns.flatMap((one) =>
    NAME_ROLES.flatMap((level) => (roleOf(one) === level ? { ...one, level } : [])),
  );
  const last = columns.filter((one) => roleOf(one) === 'stated').at(-1)?.column ?? -1;
  return columns.map((column): Seen => {
    const before = levels.filter((one) => one.column < column.column).at(-1)?.level;
    const deeper = levels.some((one) => one.column > column.column && one.column < last);
    if (roleOf(column) === 'stated' && deeper)
      return { ...column, said: LEVEL_SCORES.filter(([, level]) => level === before).map(([role]) => [role, 9]) };
    if (!LEVEL_SCORES.some(([role]) => role === roleOf(column))) return column;
    const beside = columns.find((one) => one.column === column.column - 1);
    const begins = (name: ColumnRole) => {
      const at = levels.find(({ level }) => level === name)?.content().at;
      return [...column.content().at].every((row) => at?.has(row) === true);
    };
    const own = LEVEL_SCORES.find(
      ([role, name]) => column.said?.some(([says]) => says === role) === true && begins(name),
    );
    return { ...column, said: own === undefined || (beside && roleOf(beside) === 'weight') ? [] : [[own[0], 9]] };
  });
}

const LEVEL_SCORES = [
  ['level1Score', 'level1'],
  ['level2Score', 'level2'],
] as const;

/** The columns without what some say of which another of the same role is the better one. */
const outranked = (columns: readonly Seen[], isWorse: (column: Seen) => boolean): readonly Seen[] =>
  silenced(columns, (column) => {
    const alike = columns.filter((one) => isSingle(roleOf(one)) && roleOf(one) === roleOf(column));
    return alike.length > 1 && isWorse(column) && !alike.every(isWorse);
  });

/** What a reviewer found (上级抽查 over 完成值) is not what the unit says in a column of its own. */
const isReviewed = ({ upper, heading }: Seen): boolean => REVIEWED.test(upper) || REVIEWED.test(heading.value);

/** Of columns that say the same the one of the whole: 全市合计 behind 青川县 and 平武县, each below a heading of values. */
function ofTheWhole(columns: readonly Seen[]): readonly Seen[] {
  return columns.map((column) => {
    const role = roleOf(column);
    const alike = columns.filter((one) => one.upper !== '' && roleOf(one) === role);
    const whole = alike.find(({ heading }) => OF_THE_WHOLE.test(heading.value));
    if (column.upper === '' || whole === undefined || whole === column) return column;
    if (role === 'actual') return { ...column, said: [['period', 9]] };
    return role === 'target' ? { ...column, said: [] } : column;
  });
}

/** 城区 | 乡镇 | 小计 beside a score where no heading says what was reached, and 甲县 | 乙县 beside 完成值: what adds up to it is told of parts. */
function withParts(grid: Grid, columns: readonly Seen[]): readonly Seen[] {
  const roles = columns.map(roleOf);
  const reached = columns[roles.indexOf('actual')];
  // 基础分 | 附加分 | 小计 may be the score.
  const at = roles.includes('stated') ? columns.findIndex(({ heading }) => OF_THE_WHOLE.test(heading.value)) : -1;
  const whole = reached ?? columns[at];
  if (whole === undefined) return columns;
  const runs =
    reached === undefined ? [openBefore(columns, at)] : columns.map((_, end) => openBefore(columns, end + 1));
  const parts = runs.find((run) => run.length > 1 && addUp(grid, run, whole, reached === undefined ? 1 : 2));
  return columns.map((column) => {
    if (parts !== undefined && column === whole) return { ...column, said: reached?.said ?? [['actual', 9]] };
    return parts?.includes(column) === true ? { ...column, said: [['period', 9]] } : column;
  });
}

/** The columns right before a place of which no heading says anything. */
function openBefore(columns: readonly Seen[], end: number): readonly Seen[] {
  const before = columns.slice(0, end);
  return before.slice(before.map(({ said }) => said !== null).lastIndexOf(true) + 1);
}

/** Whether what stands in some columns adds up to what stands in another, row by row but for a few, and in so many at least. */
function addUp(grid: Grid, parts: readonly Seen[], whole: Seen, least: number): boolean {
  // 358 and 358 beside 716万元.
  const figure = (row: number, { column }: Seen) => {
    const read = numberOf({ value: readQuantity(grid.at(row, column)) });
    return read?.value.div(read.scale ?? 1);
  };
  const rows = [...whole.content().at].filter((row) => parts.some((part) => figure(row, part) !== undefined));
  const adds = rows.filter((row) => {
    const total = sum(parts.flatMap((part) => figure(row, part) ?? []));
    return figure(row, whole)?.eq(total) === true;
  });
  return adds.length >= Math.max(least, rows.length * MOSTLY);
}

/**
 * 一处 | 二处 | 小计, 评委一 | 评委二 | 平均分 and 自评（40%） | 考核（60%） | 得分: a column of points that those before it make up, row
 * by row, is the score.
 */
function withPartScores(columns: readonly Seen[]): readonly Seen[] {
  const open = columns.map(({ said }) => said === null || said.some(([role]) => POINTS.includes(role)));
  for (const [at, whole] of [...columns.entries()].reverse()) {
    const parts = columns.slice(open.lastIndexOf(false, at) + 1, at);
    const ways = waysOfParts(parts.map(({ heading }) => heading.value));
    // 自评得分 is the score itself unless the column behind says that it is of several, or its own heading what share it has.
    const isOwn =
      ways[0] === 'sum' &&
      parts.some(({ heading }) => OWN.test(bare(heading.value))) &&
      !OF_SEVERAL.test(bare(whole.heading.value));
    // 累计完成 beside 得分 is no score.
    const isOther =
      whole.said === null && columns.some((other) => !parts.includes(other) && roleOf(other) === 'stated');
    if (
      open[at] !== true ||
      isOwn ||
      isOther ||
      parts.length < 2 ||
      [...parts, whole].some(({ content }) => content().figures < MOSTLY)
    )
      continue;
    const rows = [...whole.content().values].flatMap(([row, own]) => {
      const figures = parts.flatMap((part) => part.content().values.get(row) ?? []);
      return figures.length < parts.length ? [] : [{ own, figures }];
    });
    const isReckoned = ways.some((way) => {
      const held = rows.filter(({ own, figures }) => isRounded(own, CENT, madeUp(way, figures)));
      // The same everywhere is the mean of anything, but headings that print their shares leave no choice.
      const tells = ways[0] !== 'sum' || held.some(({ own, figures }) => figures.some((one) => !one.eq(own)));
      return tells && held.length >= rows.length * MOSTLY;
    });
    if (!isReckoned) continue;
    return columns.map((column): Seen => {
      if (column === whole) return { ...column, said: [['stated', 9]] };
      return parts.includes(column) ? { ...column, said: [['partScore', 9]] } : column;
    });
  }
  // 上半年得分 | 下半年得分 of which nothing is made: neither is the year's.
  const isHalf = ({ heading }: Seen, at: number) => open[at] === true && HALF.test(heading.value);
  if (columns.filter(isHalf).length < 2) return columns;
  return columns.map((column, at) => (isHalf(column, at) ? { ...column, said: [['period', 9]] } : column));
}

const HALF = /季度|[上下]半年/;

const OWN = /^(?:本|单位|部门)*自评/;
const OF_SEVERAL = /平均|均分|[合小总]计|总|综合/;

/** 指标类型 over 定量 and 定性 behind the items groups nothing. */
function withoutTypes(columns: readonly Seen[]): readonly Seen[] {
  return silenced(columns, (column) => {
    const level = levelOf(column);
    const isBehind = (other: Seen) =>
      other.column < column.column &&
      (levelOf(other) ?? '') > (level ?? '') &&
      other.content().different >= column.content().different;
    return level !== null && !isExplicit(column) && columns.some(isBehind);
  });
}

/** 偏差 beside 偏差原因分析 is how far off the actual value is, if it is told in a word: +2次, 无偏差. */
function withoutDeviations(columns: readonly Seen[]): readonly Seen[] {
  const mayDeviate = ({ said, content }: Seen) =>
    said?.some(([role]) => role === 'deviation') === true && content().length <= LONGEST_DEVIATION;
  if (!columns.some((column) => roleOf(column) === 'evidence' && !mayDeviate(column))) return columns;
  return columns.map((column) =>
    mayDeviate(column) ? { ...column, said: column.said?.filter(([role]) => role !== 'evidence') ?? null } : column,
  );
}

/** What is longer may be a reason. */
const LONGEST_DEVIATION = 12;

/** 满分 over nothing but 100 beside 权重 says out of what the scores are. */
function withoutScale(columns: readonly Seen[]): readonly Seen[] {
  const weights = columns.filter((column) => roleOf(column) === 'weight');
  const isScale = ({ content }: Seen) =>
    content().values.size > 1 && [...content().values.values()].every((value) => value.eq(100));
  if (weights.length < 2 || weights.every(isScale)) return columns;
  return silenced(columns, (column) => weights.includes(column) && isScale(column));
}

/** A longer text names nothing. */
const LONGEST_NAME = 30;
/** 小计 may be the score itself. */
const POINTS: readonly ColumnRole[] = ['stated', 'level1Score', 'level2Score'];

/**
 * Columns that hold names, told by where they stand where their words say nothing or say the same of several. The deepest
 * stands last; a column that holds as many different texts as the next one groups nothing.
 */
function withNames(columns: readonly Seen[], answers: readonly ColumnAnswer[]): readonly Seen[] {
  const items = columns.find((column) => roleOf(column) === 'level3' && isName(column.content()));
  // 指标内容 names the items where nothing else does, and what is over them where it stands before them and says less.
  const mayName = ({ column, content }: Seen) => {
    if (!isInWords(content())) return false;
    if (items !== undefined) return column < items.column && content().different < items.content().different;
    return !columns.some(
      (other) => other.column < column && isSpare(other) && other.content().different >= content().different,
    );
  };
  const isTaken = (role: ColumnRole) => columns.some((column) => isExplicit(column) && roleOf(column) === role);
  const level = (column: Seen) =>
    levelOf(column) ??
    NAME_ROLES.find(
      (role) => column.said?.some(([own]) => own === role) === true && !isTaken(role) && mayName(column),
    ) ??
    null;
  const names = columns.filter((column) => level(column) !== null && isName(column.content()));
  const said = names.map((column) => level(column) ?? '');
  const increasing = said.every((role, at) => at === 0 || role > (said[at - 1] ?? ''));
  const last = Math.max(-1, ...names.map(({ column }) => column));
  // 权重 behind 一级指标 ends no names where another one follows.
  const isOfLevel = (column: Seen) =>
    ['weight', 'stated'].includes(roleOf(column) ?? '') &&
    columns.some((other) => other.column > column.column && roleOf(other) === roleOf(column));
  const first = columns.find(
    (column) =>
      column.column > last &&
      !isOfLevel(column) &&
      (column.said?.length ?? 0) > 0 &&
      level(column) === null &&
      // 绩效指标完成情况 stands at the edge over nothing.
      column.content().filled > 0,
  );
  const spare = columns.filter((column) => isSpare(column) && (first === undefined || column.column < first.column));
  // 指标类型 over 定量 in each row, and 绩效指标 at the edge over the levels and the names, name nothing.
  const empty = (column: Seen) =>
    names.length > 0 && level(column) !== null && !isExplicit(column) && !isName(column.content());
  if (answers.some(({ role }) => NAME_ROLES.includes(role)) || (increasing && spare.length === 0))
    return silenced(columns, empty);
  const all = columns.filter((column) => names.includes(column) || spare.includes(column));
  const grouping = all.filter((column, at) => {
    const next = all[at + 1];
    const further = next === undefined ? Infinity : next.content().different - column.content().different;
    // One that a heading names, or that has a weight of its own behind it, may have a single item under each of its own.
    const isWeighed = columns.some((other) => other.column === column.column + 1 && isOfLevel(other));
    const groups = further > 0 || (further === 0 && (names.includes(column) || isWeighed));
    // 产出指标 alone in its row, over 数量指标 | 培训人次.
    const deeper = all.slice(at + 1).some((other) => names.includes(other));
    const besides = deeper ? [] : columns.filter((other) => ['target', 'actual'].includes(roleOf(other) ?? ''));
    const alone = (row: number) => [next, ...besides].every((other) => other?.content().at.has(row) === false);
    const bands = (deeper || besides.length > 0) && [...column.content().at].some(alone);
    return groups || bands || isExplicit(column) || next?.heading.text === column.heading.text;
  });
  const kept = grouping.slice(-NAME_ROLES.length);
  return columns.map((column) => {
    const at = kept.indexOf(column);
    if (at < 0) return level(column) !== null && column.content().different <= 1 ? { ...column, said: [] } : column;
    const role = NAME_ROLES[at + NAME_ROLES.length - kept.length];
    return role === undefined || isExplicit(column)
      ? column
      : { ...column, said: [[role, column.said === null ? 6 : 9]] };
  });
}

/** A column whose heading says nothing that may hold names. */
function isSpare({ said, content }: Seen): boolean {
  if (said !== null) return false;
  const { words, different, length } = content();
  return isInWords(content()) && words && different > 1 && length <= LONGEST_NAME;
}

/** Figures, ≥95% and signs name nothing. */
function isInWords({ figures, unnamed, operators }: Content): boolean {
  return [figures, unnamed, operators].every((share) => share < MOSTLY);
}

/** 绩效指标 above empty cells at the left edge is no level of the tree; nor is 指标类型 above 定量 in each row. */
function isName({ filled, different }: Content): boolean {
  return filled > 0 && (different > 1 || filled <= 2);
}

/** 一级指标, 二级指标 and 三级指标 say their level beyond doubt. */
export const isExplicit = ({ said }: Seen): boolean => (said?.[0]?.[1] ?? 0) >= EXPLICIT;
