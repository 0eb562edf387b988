import { lazily } from '../sheet/remember';
import { compact } from '../sheet/text';
import { contentOf, fit, tableRows, type Content } from './content';
import type { Grid } from './grid';
import { yearIn } from './heading';
import { OF_THE_WHOLE } from './headingWords';
import { EXPLICIT, NAME_ROLES, type Heading, type HeadingColumn } from './header';
import type { ColumnAnswer, ColumnRole, FormColumn } from './model';

/** One way to give the columns of a heading their roles. */
export interface Assignment {
  readonly columns: readonly FormColumn[];
  /** How well words and content bear it out; only its difference from another's means anything. */
  readonly score: number;
}

/** Roles that only one column can have. */
const SINGLE: readonly ColumnRole[] = [
  ...(['level1', 'level2', 'level3', 'weight', 'level1Weight', 'level2Weight', 'nature', 'polarity', 'unit'] as const),
  ...(['level1Score', 'level2Score'] as const),
  ...(['target', 'adjustedTarget', 'actual', 'verdict', 'coefficient', 'stated', 'convertedScore'] as const),
];

/** What a form is the better understood for having. */
const WANTED: ReadonlyMap<ColumnRole, number> = new Map([
  ['actual', 4],
  ['stated', 3],
  ['target', 2],
  ['weight', 1.5],
]);

/** What words say less surely, what stands below must bear out: 合计 over one figure beside the table are no scores. */
const SURE = 5;
/** A role that no word gives: only the sheet's arithmetic can bear it out. */
const UNSAID = -6;
/** Nor any word over the whole table: figures behind the names are points more likely than not. */
const UNSAID_ANYWHERE = -3;
const UNSAID_BESIDE = -4;
const UNSAID_DEDUCTION = -3;
/** Roles whose heading is not believed against what stands below it: 权重 over labels, 偏差 over figures, 完成情况 over 95%. */
const DENIABLE: readonly ColumnRole[] = [
  ...([
    'weight',
    'level1Weight',
    'level2Weight',
    'level1Score',
    'level2Score',
    'evidence',
    'completion',
    'deviation',
    'deduction',
    'difference',
  ] as const),
];
const DENIED = -5;
const PINNED = 100;
/** A weight that stands behind the names may be that of a level where another is the item's. */
const OF_A_LEVEL = 5;
/** One that stands before the names is less surely the item's. */
const AHEAD = 1;

interface Option {
  readonly role: ColumnRole | null;
  readonly score: number;
}

interface Looked extends HeadingColumn {
  /** Looked at only where words leave a choice. */
  readonly content: () => Content;
  readonly options: readonly Option[];
}

type Partial = { readonly chosen: readonly (ColumnRole | null)[]; readonly score: number };

/** So many ways are followed from column to column. */
const BEAM = 24;
/** What is further behind the best is not held against the arithmetic. */
const MARGIN = 4.5;
const MOST = 8;

/** The ways to give the columns of a heading their roles, the likeliest first; those that are far behind it are left out. */
export function assignmentsOf(grid: Grid, heading: Heading, answers: readonly ColumnAnswer[]): readonly Assignment[] {
  const rows = lazily(() => tableRows(grid, heading));
  const columns = heading.columns.map((column) => ({
    ...column,
    content: lazily(() => contentOf(grid, column.column, rows())),
  }));
  const named = ofLevels(
    withNames(
      ofTheYear(
        ofTheWhole(ofTheUnit(withoutTypes(withoutBlanks(withoutLeads(grid, seenFirst(grid, columns)))))),
        () => yearIn(grid, grid.firstRow, heading.row)?.value ?? null,
      ),
      answers,
    ),
  );
  const open = named.map((column) => ({ ...column, roles: lazily(() => rolesOf(column, named)) }));
  const looked = open.map((column) => ({ ...column, options: optionsOf(column, open, answers) }));
  let partials: readonly Partial[] = [{ chosen: [], score: 0 }];
  for (const column of looked) {
    partials = partials
      .flatMap((partial) => extended(partial, column))
      .sort((a, b) => b.score - a.score)
      .slice(0, BEAM);
  }
  const best = partials[0]?.score ?? 0;
  return partials
    .filter(({ score }) => best - score <= MARGIN)
    .slice(0, MOST)
    .map(({ chosen, score }) => ({ columns: columnsOf(looked, chosen), score }));
}

const roleOf = ({ said }: HeadingColumn) => said?.[0]?.[0];
const YEAR = /(20[0-9]{2})年/;
/** 实施期目标值, 累计完成值. */
const LONGER = /^(?:中?长期|中期|实施期|三年|总目标|总绩效|累计)/;

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
  const besides = (column: Seen) => columns.some((one) => roleOf(one) === roleOf(column) && !isOther(one));
  return columns.map((column) =>
    isOther(column) && (others.length > 0 || besides(column)) ? { ...column, said: [] } : column,
  );
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

/** A hidden column says nothing beside one of the same role that is seen: it may be a copy of last year's. */
function seenFirst(grid: Grid, columns: readonly Seen[]): readonly Seen[] {
  const seen = columns.filter(({ column }) => !grid.hidesColumn(column)).map(roleOf);
  return columns.map((column) =>
    grid.hidesColumn(column.column) && SINGLE.some((one) => one === roleOf(column)) && seen.includes(roleOf(column))
      ? { ...column, said: [] }
      : column,
  );
}

/** What a reviewer found (上级抽查 over 完成值) is not what the unit says in a column of its own. */
function ofTheUnit(columns: readonly Seen[]): readonly Seen[] {
  const isReviewed = ({ upper, heading }: Seen) => REVIEWER.test(upper) || REVIEWER.test(heading.value);
  return columns.map((column) => {
    const role = roleOf(column);
    if ((role !== 'actual' && role !== 'target') || !isReviewed(column)) return column;
    return columns.some((one) => roleOf(one) === role && !isReviewed(one)) ? { ...column, said: [] } : column;
  });
}

const REVIEWER = /复核|复评|核查|抽查|核定|评审|审核|第三方/;

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

function extended({ chosen, score }: Partial, { options }: Looked): Partial[] {
  return options
    .filter(({ role }) => role === null || !SINGLE.includes(role) || !chosen.includes(role))
    .map((option) => ({ chosen: [...chosen, option.role], score: score + option.score }));
}

function columnsOf(looked: readonly Looked[], chosen: readonly (ColumnRole | null)[]): readonly FormColumn[] {
  return looked.flatMap(({ heading }, at) => {
    const role = chosen[at] ?? null;
    return role === null ? [] : [{ role, heading }];
  });
}

type Seen = Omit<Looked, 'options'>;
/** Deciding about one column asks about all others, so what each may hold is worked out once. */
type Open = Seen & { readonly roles: () => [ColumnRole, number][] };

function optionsOf(column: Open, all: readonly Open[], answers: readonly ColumnAnswer[]): Option[] {
  const answer = answers.find((given) => given.column === column.column);
  if (answer !== undefined) return [{ role: answer.role, score: PINNED }];
  const said = column.roles();
  const [only] = said;
  const sure =
    only !== undefined &&
    only[1] >= SURE &&
    said.length === 1 &&
    column.said !== null &&
    !isContested(only[0], column, all, answers);
  if (sure) return [{ role: only[0], score: only[1] }];
  const taken = answers.map(({ role }) => role).filter((role) => SINGLE.includes(role));
  const options = said
    .filter(([role]) => !taken.includes(role))
    .map(([role, sureness]) => ({
      role,
      // Among columns that fit equally well, the first one wins; a weight stands before its score.
      score:
        sureness +
        fit(role, column.content()) +
        (WANTED.get(role) ?? 0) -
        column.column / (role === 'weight' ? 5_000 : 10_000),
    }));
  return [...options, { role: null, score: 0 }];
}

function rolesOf(column: Seen, all: readonly Seen[]): [ColumnRole, number][] {
  const said = (column.said ?? []).flatMap(([role, sureness]): [ColumnRole, number][] =>
    role === 'weight' ? weighs(column, sureness, all) : [[role, sureness]],
  );
  return isOpen(column, all) ? [...said, ...shown(column, all, said)] : said;
}

/** Whether another column may have the role too, or what stands below speaks against it. */
function isContested(role: ColumnRole, column: Open, all: readonly Open[], answers: readonly ColumnAnswer[]): boolean {
  if (DENIABLE.includes(role) && fit(role, column.content()) <= DENIED) return true;
  if (!SINGLE.includes(role)) return false;
  const others = all.some((other) => other !== column && other.roles().some(([own]) => own === role));
  return others || answers.some((answer) => answer.role === role);
}

/** Whether a heading says nothing, or the same as another's. */
function isOpen({ column, said }: Seen, all: readonly Seen[]): boolean {
  if (said === null) return true;
  const [role] = said[0] ?? [];
  return role !== undefined && all.some((other) => other.column !== column && roleOf(other) === role);
}

/** What a column shows by what stands below its heading: a role that no heading names. */
function shown(
  column: Seen,
  all: readonly Seen[],
  said: readonly (readonly [ColumnRole, number])[],
): [ColumnRole, number][] {
  const { filled, figures, operators, words, verdicts } = column.content();
  if (operators >= MOSTLY && said.length === 0 && !isNamed('nature', all)) return [['nature', SHOWN]];
  if (holdsQuantities(column, all)) {
    const role = quantityOf(column, all);
    if (role !== null && said.every(([own]) => own !== role)) return [[role, SHOWN]];
  }
  const scores = all.find((other) => roleOf(other) === 'stated')?.column ?? Infinity;
  const isProse = column.heading.value === '' && words && figures === 0 && verdicts < MOSTLY;
  if (isProse && column.column > scores && !EVIDENCE_ROLES.some((role) => isNamed(role, all)))
    return [['evidence', SHOWN]];
  if (said.length > 0 || filled === 0 || figures < MOSTLY) return [];
  // 权重 before the names may be a level's.
  const lastName = Math.max(-1, ...all.filter((other) => levelOf(other) !== null).map((other) => other.column));
  const missing = (['stated', 'weight'] as const).filter(
    (role) => !all.some((other) => roleOf(other) === role && (role === 'stated' || other.column > lastName)),
  );
  const unsaid = all.every(({ heading }) => heading.value === '') ? UNSAID_ANYWHERE : UNSAID;
  if (missing.length > 0) return missing.map((role) => [role, unsaid]);
  // What is taken off may stand between weight and score.
  const before = all.find((other) => other.column === column.column - 1);
  if (column.heading.value === '' && column.column < scores && before !== undefined && !isNamed('deduction', all))
    return [['deduction', UNSAID_DEDUCTION]];
  // An unknown heading after marks out of a hundred may hold those marks converted into points.
  if (column.column > scores && !isNamed('convertedScore', all)) return [['convertedScore', UNSAID_BESIDE]];
  // 甲县, 乙县 and 丙区 between 年度指标值 and 全市完成值 may add up to it.
  const at = (role: ColumnRole) => all.find(({ said: other }) => other?.[0]?.[0] === role)?.column;
  const between = column.column > (at('target') ?? Infinity) && column.column < (at('actual') ?? -1);
  return between ? [['period', 0.5]] : [];
}

const EVIDENCE_ROLES: readonly ColumnRole[] = ['evidence', 'basis', 'improvement'];
const MOSTLY = 0.6;
/** What stands below says it by itself. */
const SHOWN = 3;

function isNamed(role: ColumnRole, all: readonly Seen[]): boolean {
  return all.some((column) => roleOf(column) === role);
}

/**
 * Bare figures are quantities where their sign or unit stands beside them, or the target right before them, and the points
 * have columns of their own.
 */
function holdsQuantities({ column, content, said }: Seen, all: readonly Seen[]): boolean {
  const { filled, quantities, figures } = content();
  const before = all.find((other) => other.column === column - 1);
  const parted =
    (['unit', 'nature'] as const).some((role) => isNamed(role, all)) ||
    (before !== undefined && roleOf(before) === 'target');
  const bare = said === null && parted && isNamed('weight', all) && isNamed('stated', all) && figures >= MOSTLY;
  return filled > 1 && (quantities >= MOSTLY || bare);
}

/** Of columns of 36次 and ≥95% the target stands first and what was reached behind it. */
function quantityOf({ column }: Seen, all: readonly Seen[]): 'target' | 'actual' | null {
  // 年初 and 年末 below one 绩效指标值 may both be called the target.
  const lastOf = (role: ColumnRole) =>
    all.filter((other) => other.column !== column && roleOf(other) === role).at(-1)?.column;
  const [target, actual] = [lastOf('target'), lastOf('actual') ?? lastOf('verdict')];
  const first = all.find((other) => isOpen(other, all) && holdsQuantities(other, all))?.column;
  if (target === undefined && first === column && (actual === undefined || column < actual)) return 'target';
  return actual === undefined && (target ?? first ?? column) < column ? 'actual' : null;
}

/**
 * Gives a 分值 column to what it weighs: the item, or the level before it where a deeper one follows, unless it is filled in
 * where that level has no label.
 */
function weighs({ column, content }: Seen, sureness: number, all: readonly Seen[]): [ColumnRole, number][] {
  const levels = all.flatMap((other) => {
    const role = roleOf(other);
    return role !== undefined && NAME_ROLES.includes(role) ? [{ column: other.column, role, rows: other.content }] : [];
  });
  const before = levels.filter((level) => level.column < column).at(-1);
  const isDeepest = levels.every((level) => level.column < column || before === undefined || level.role <= before.role);
  if (before !== undefined && !isDeepest && before.role !== 'level3') {
    const level = before.role === 'level1' ? 'level1Weight' : 'level2Weight';
    const labels = before.rows().at;
    const ahead = [...content().at].every((row) => labels.has(row)) ? AHEAD : -AHEAD;
    return [
      [level, sureness],
      ['weight', sureness - ahead],
    ];
  }
  const groups = levels.filter(({ role }) => role !== 'level3' && role !== before?.role);
  if (all.every((other) => other.column === column || roleOf(other) !== 'weight')) return [['weight', sureness]];
  return [
    ['weight', sureness],
    ...groups.map(({ role }): [ColumnRole, number] => [
      role === 'level1' ? 'level1Weight' : 'level2Weight',
      sureness - OF_A_LEVEL,
    ]),
  ];
}

/** The level that a heading's words name first. */
const levelOf = (column: Seen): ColumnRole | null => NAME_ROLES.find((role) => role === roleOf(column)) ?? null;

/** 绩效指标 over nothing but 绩效指标 says what the table is of. */
function withoutLeads(grid: Grid, columns: readonly Seen[]): readonly Seen[] {
  return columns.map((column) => {
    if (levelOf(column) === null || isExplicit(column)) return column;
    const { different, at } = column.content();
    const [row = -1] = at;
    const isLead = different === 1 && grid.compact(row, column.column) === compact(column.heading.value);
    return isLead ? { ...column, said: [] } : column;
  });
}

/** 绩效指标完成情况 at the edge over nothing is not what was reached where another column says so and holds it. */
function withoutBlanks(columns: readonly Seen[]): readonly Seen[] {
  return columns.map((column) => {
    const role = roleOf(column);
    const alike = columns.filter((other) => other !== column && role !== undefined && roleOf(other) === role);
    const isBlank = alike.length > 0 && SINGLE.some((one) => one === role) && column.content().filled === 0;
    return isBlank && alike.some(({ content }) => content().filled > 0) ? { ...column, said: [] } : column;
  });
}

/** 指标类型 over 定量 and 定性 behind the items groups nothing. */
function withoutTypes(columns: readonly Seen[]): readonly Seen[] {
  return columns.map((column) => {
    const level = levelOf(column);
    const isBehind = (other: Seen) =>
      other.column < column.column &&
      (levelOf(other) ?? '') > (level ?? '') &&
      other.content().different > column.content().different;
    return level !== null && !isExplicit(column) && columns.some(isBehind) ? { ...column, said: [] } : column;
  });
}

/** A longer text names nothing. */
const LONGEST_NAME = 30;

/**
 * Columns that hold names, told by where they stand where their words say nothing or say the same of several. The deepest
 * stands last; a column that holds as many different texts as the next one groups nothing.
 */
function withNames(columns: readonly Seen[], answers: readonly ColumnAnswer[]): readonly Seen[] {
  const items = columns.find((column) => roleOf(column) === 'level3' && isName(column.content()));
  // 指标内容 names the items where nothing else does, and what is over them where it stands before them and says less.
  const mayName = ({ column, content }: Seen) =>
    items === undefined
      ? !columns.some(
          (other) => other.column < column && isSpare(other) && other.content().different >= content().different,
        )
      : column < items.column && content().different < items.content().different;
  const level = (column: Seen) =>
    levelOf(column) ??
    NAME_ROLES.find((role) => column.said?.some(([own]) => own === role) === true && mayName(column)) ??
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
    return columns.map((column) => (empty(column) ? { ...column, said: [] } : column));
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
  if (grouping.length < 2 && names.length > 1) return columns;
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
  const { figures, words, operators, unnamed, different, length } = content();
  return (
    [figures, unnamed, operators].every((share) => share < MOSTLY) && words && different > 1 && length <= LONGEST_NAME
  );
}

/** 绩效指标 above empty cells at the left edge is no level of the tree; nor is 指标类型 above 定量 in each row. */
function isName({ filled, different }: Content): boolean {
  return filled > 0 && (different > 1 || filled <= 2);
}

/** 一级指标, 二级指标 and 三级指标 say their level beyond doubt. */
function isExplicit({ said }: Seen): boolean {
  return (said?.[0]?.[1] ?? 0) >= EXPLICIT;
}
