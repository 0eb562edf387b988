import { words } from '../sheet/lists';
import { namesMoney } from './budgetWords';
import { holdsFigure } from './cells';
import { once } from '../sheet/remember';
import type { CellRef } from '../sheet/snapshot';
import type { Grid } from './grid';
import type { ColumnRole, FormHeader, Located } from './model';
import { headingSays, isClass, LONGEST_HEADING, OF_THE_WHOLE, usualRole, withoutAdditions } from './headingWords';
import { numbersColumns } from './rowMarks';
import type { Said } from './vocabulary/columns';
import { bare } from './words';

/** Where no heading names the items, sentences and figures may be those of an item. */
const LONGEST_BARE = 16;

/** A column of a heading and what its words say. */
export interface HeadingColumn {
  readonly column: number;
  readonly heading: Located<string>;
  /** The heading over it; `''` in a heading of one row. */
  readonly upper: string;
  /** `null`: its words say nothing. */
  readonly said: Said | null;
}

/** The headings of some rows that are one heading together: the lowest text of each column, read with the one over it. */
function columnsIn(grid: Grid, first: number, last: number): readonly HeadingColumn[] {
  const columns: HeadingColumn[] = [];
  for (let column = grid.firstColumn; column <= grid.lastColumn; column++) {
    const row = lowestHeading(grid, first, last, column);
    if (row === null) {
      if (grid.compact(last, column) === '' && isFilledBelow(grid, last, column)) {
        const heading = { at: { row: last, column }, text: '', value: '' };
        columns.push({ column, upper: '', heading, said: null });
      }
      continue;
    }
    const value = grid.compact(row, column);
    const above = row === first ? null : grid.filledFrom(row, -1, grid.firstRow);
    const upper = above === null ? '' : upperText(grid, above, column);
    const said = saidUnder(value, upper, above === null ? '' : grid.compact(above, column));
    const cell = grid.at(row, column);
    // 人员保障 below 偏差原因分析 is a cause.
    const isCause = headingSays(value) === null && usualRole(upper) === 'evidence';
    const heading = { text: cell.text, value: isCause ? upper + value : value };
    const width = grid.areaOf(row, column)?.columnCount ?? 1;
    const role = said?.[0]?.[0];
    // ≥, 95 and % in three columns below one 年度指标值; three levels below one 指标名称.
    const shared = said !== null && role === 'target' && width > 1 ? [...said, ...BESIDE_TARGET] : said;
    const spread = shared !== said || (role !== undefined && NAME_ROLES.includes(role)) ? width : 1;
    for (let at = column; at < column + spread; at++)
      columns.push({
        column: at,
        upper,
        heading: { ...heading, at: { row: cell.at.row, column: at } },
        said: shared,
      });
  }
  return columns.map((candidate) => bySpan(candidate, columns));
}

const BESIDE_TARGET: Said = [
  ['nature', 4],
  ['unit', 4],
];

/** Whether something stands in the first rows below a heading in a column that no heading stands over. */
function isFilledBelow(grid: Grid, last: number, column: number): boolean {
  let row = last;
  for (let looked = 0; looked < ROWS_BELOW; looked++) {
    row = grid.filledFrom(row, 1, grid.lastRow + 1);
    if (grid.compact(row, column) !== '' && grid.anchor(row, column).column === column) return true;
  }
  return false;
}

const ROWS_BELOW = 2;

/** The lowest row in which a heading begins in a column. */
function lowestHeading(grid: Grid, first: number, last: number, column: number): number | null {
  for (let row = last; row >= first; row--) {
    const anchor = grid.anchor(row, column);
    if (anchor.column !== column || grid.compact(row, column) === '') continue;
    // A heading that reaches down from the row above is that row's.
    return anchor.row < first ? null : anchor.row;
  }
  return null;
}

/** How surely 一级指标 says its role, whatever stands over it: 指标及权重. */
export const EXPLICIT = 10;

/** What may be told of places or, points, of those who gave them, each in a column of its own. */
const DIVIDED: readonly ColumnRole[] = ['target', 'actual', 'stated'];

/** What only says that the column names what stands over it: 一级指标 over 名称 and 权重. */
const NAMING: readonly string[] = ['名称', '指标', '内容', '指标名称'];

/** What is said by a heading with the one that spans it, and the one right over it, which counts where its own says nothing. */
function saidUnder(value: string, upper: string, over: string): Said | null {
  const spanning = usualRole(upper);
  const levels = spanning !== null && NAME_ROLES.includes(spanning);
  if (levels && NAMING.includes(bare(value))) return headingSays(upper);
  // 合计 and 全县合计 below 全年完成值 are the whole of it.
  if (DIVIDED.some((role) => role === spanning) && OF_THE_WHOLE.test(bare(value))) return headingSays(upper);
  const own = headingSays(value);
  if (own === null && spanning === 'evidence') return headingSays(upper);
  if (levels && (own?.[0]?.[1] ?? 0) >= EXPLICIT) return own;
  // 考核方面 | 分项指标 below one 绩效指标: which of them the items are shows below them.
  const texts = levels ? [withoutAdditions(upper) + value, value] : [value, over + value, over];
  const said = texts.map(headingSays);
  return said.find((roles) => roles !== null && roles.length > 0) ?? said[0] ?? null;
}

/** Two 得分 under 自评 and 复核 are told apart by what stands over them; two 备注 or 单位 are not what stands over them. */
function bySpan(candidate: HeadingColumn, all: readonly HeadingColumn[]): HeadingColumn {
  const role = candidate.said?.[0]?.[0];
  if (candidate.upper === '' || role === undefined || !TOLD_APART.includes(role)) return candidate;
  const alike = all.filter(({ said, heading }) => said?.[0]?.[0] === role && heading.value === candidate.heading.value);
  if (alike.length < 2) return candidate;
  const spanned = headingSays(candidate.upper + candidate.heading.value);
  // 分值 beside 自评分数 under 评分情况 is no score.
  const [own] = spanned?.[0] ?? [];
  const taken =
    own !== role && all.some((other) => other.upper === candidate.upper && other.said?.some(([says]) => says === own));
  return taken ? candidate : { ...candidate, said: spanned ?? candidate.said };
}

const TOLD_APART: readonly ColumnRole[] = ['target', 'actual', 'stated', 'convertedScore', 'weight'];

/** The heading over a column: its own cell, or in sheets without merges the last one to its left. */
function upperText(grid: Grid, row: number, column: number): string {
  for (let left = column; left >= grid.firstColumn; left--) {
    const text = grid.compact(row, left);
    if (text !== '') return text;
  }
  return '';
}

export const NAME_ROLES: readonly ColumnRole[] = ['level1', 'level2', 'level3'];
const CONTENT_ROLES = words('weight stated convertedScore target actual standard definition evidence');

const SURELY = 8;

/** 指标内容 names the items where nothing else does. */
const saysName = ({ said }: HeadingColumn, least: number): boolean =>
  said?.some(([role, sureness]) => NAME_ROLES.includes(role) && sureness >= least) === true;
const mayNameItems = (column: HeadingColumn): boolean => saysName(column, SURELY);

/** Words that name the items and two things that belong to them, or two levels and a score, or three things without a name. */
function isHeading(columns: readonly HeadingColumn[]): boolean {
  const roles = new Set(columns.flatMap(({ said }) => said?.[0]?.[0] ?? []));
  const names = NAME_ROLES.filter((role) => roles.has(role)).length;
  const contents = CONTENT_ROLES.filter((role) => roles.has(role)).length;
  if (names === 0) {
    const points = roles.has('weight') || roles.has('stated') || roles.has('convertedScore');
    const ofItems =
      (['target', 'actual', 'standard', 'definition'] as const).some((role) => roles.has(role)) ||
      // 项目 | 分值 | 得分 | 扣分原因
      (['weight', 'stated'] as const).every((role) => roles.has(role));
    const plain = columns.every(
      // 截至12月底完成值
      ({ heading, said }) =>
        (said !== null || heading.value.length <= LONGEST_BARE) &&
        !/[0-9。；]/.test(bare(heading.value).replace(/[0-9]{1,4}(?=[年月])/, '')),
    );
    // 指标内容 | 年度指标值 | 完成值 | 未完成原因, not 整体目标 | … | 完成情况 | … | 未完成原因
    const unscored = roles.has('target') && roles.has('actual') && columns.some(mayNameItems);
    const isNamed = columns.some((column) => column.said === null || saysName(column, 0));
    return contents > 2 && ofItems && (points || unscored) && plain && isNamed;
  }
  return contents >= 2 || (names >= 2 && roles.has('stated'));
}

/** Whether a row carries on the heading above it: at least half of what begins there is headings, and no figure is. */
function carriesOn(grid: Grid, row: number): boolean {
  let filled = 0;
  let headings = 0;
  for (const cell of grid.filled(row)) {
    const { at, text } = cell;
    if (holdsFigure(cell)) return false;
    // （A）, （分） and B/A tell more of the heading above them.
    if (/^[A-Z÷×/*-]*$/.test(bare(text))) continue;
    filled++;
    if (usualRole(grid.compact(row, at.column)) !== null) headings++;
  }
  return headings > 0 && headings * 2 >= filled;
}

/** 青川县, 平武县 and 全市合计 below one 全年完成值, 评委1 and 评委2 below one 得分: all that stands in a row divides headings of values over several columns. */
function divides(grid: Grid, row: number, above: number): boolean {
  const starts = grid.filled(above).map(({ at }) => at.column);
  // 绩效指标内容 right below 绩效指标 says the same again.
  const saysAgain = ({ column }: CellRef) => [above, row].every((one) => namesItems(grid.compact(one, column)));
  const cells = grid.filled(row).filter(({ at }) => !saysAgain(at));
  const divided = cells.map(({ at, value }) => {
    const start = starts.filter((column) => column <= at.column).at(-1) ?? at.column;
    const end = starts.find((column) => column > start) ?? start;
    const role = usualRole(grid.compact(above, start));
    const names =
      typeof value === 'string' && !/[0-9]/.test(value.replace(/20[0-9]{2}年|(?<=[\u4e00-\u9fff])[0-9]$/g, ''));
    const isWide = names && role !== null && end - start > 1;
    // 指标大类 and 指标小类 before 明细指标 below one 绩效指标.
    const levels = isWide && NAME_ROLES.includes(role) && namesLevel(grid, row);
    // Causes below a merged 偏差原因分析 are read as one with it.
    const causes = role === 'evidence' && grid.areaOf(above, start) === null;
    return levels || (isWide && (causes || DIVIDED.includes(role))) ? start : null;
  });
  const isShared = (start: number | null) => start !== null && divided.filter((one) => one === start).length > 1;
  return divided.length > 1 && divided.every(isShared);
}

const namesLevel = (grid: Grid, row: number): boolean =>
  grid.filled(row).some(({ at }) => namesItems(grid.compact(row, at.column)));

const namesItems = (text: string): boolean => {
  const role = usualRole(text);
  return role !== null && NAME_ROLES.includes(role);
};

const MOST_ROWS = 3;
function lastHeadingRow(grid: Grid, row: number): number {
  let last = row;
  for (let rows = 1; rows < MOST_ROWS; rows++) {
    const next = grid.filledFrom(last, 1, grid.lastRow);
    if (!carriesOn(grid, next) && !divides(grid, next, last)) break;
    last = next;
  }
  return last;
}

/** A heading of an indicator table, read by its words. */
export interface Heading {
  readonly row: number;
  readonly lastRow: number;
  readonly columns: readonly HeadingColumn[];
}

/** A heading can only stand in a row with words that name the items or several things that belong to them; most rows are passed over by this. */
function mayBeHeading(grid: Grid, row: number): boolean {
  const cells = grid.filled(row);
  if (cells.length < 2 || cells.filter(holdsFigure).length > 1) return false;
  let contents = 0;
  for (const { at, value } of cells) {
    if (typeof value !== 'string' || value.length > LONGEST_HEADING) continue;
    const role = usualRole(grid.compact(row, at.column));
    if (role === null) continue;
    if (NAME_ROLES.includes(role)) return true;
    contents++;
  }
  return contents > 2;
}

/**
 * Reads the heading of an indicator table in a row, or in this row and those below; `null` where none stands there. A
 * heading names the indicators (一级/二级/三级指标, 指标名称, 评价内容) and at least two of what belongs to them.
 */
export function headingAt(grid: Grid, row: number): Heading | null {
  if (!mayBeHeading(grid, row)) return null;
  const own = columnsIn(grid, row, row);
  const names = own.flatMap(({ said }) => said?.slice(0, 1) ?? []).filter(([role]) => NAME_ROLES.includes(role));
  // What 指标内容 means may stand below: 年度指标值 and 实际完成值.
  if (names.length === 0 && !isHeading(own) && !own.some(mayNameItems)) return null;
  const lastRow = lastHeadingRow(grid, row);
  const columns = columnsIn(grid, row, lastRow);
  // 批复指标值 and 实现率 may be of money, as 类别 may, two levels and a score are not.
  const surely = names.some(([, sureness]) => sureness >= EXPLICIT);
  if (!isHeading(columns) || (!surely && namesMoney(grid, row))) return null;
  const below = grid.filledFrom(lastRow, 1, grid.lastRow);
  return { row, lastRow: numbersColumns(grid, below) ? below : lastRow, columns };
}

/**
 * The heading of a table whose words nobody could read, or that has none: it stands right over the first row that begins
 * with two classes of indicators and a name, 产出指标 | 数量指标 | 培训人次. What the other columns hold has to be told
 * from what stands in them. `null` where no such row is.
 */
export function headingOverItems(grid: Grid): Heading | null {
  for (let first = grid.firstRow + 1; first <= grid.lastRow; first++) {
    const cells = grid.filled(first);
    const names = cells.slice(0, NAME_ROLES.length);
    const classes = names.filter(({ text }) => isClass(text));
    if (cells.length < LEAST_CELLS || classes.length !== 2 || classes[1] !== names[1]) continue;
    const row = first - 1;
    const words = grid.filled(row).map((cell) => bare(cell.text));
    if (words.length >= LEAST_CELLS && words.every((text) => text.length <= LONGEST_BARE && !/[0-9]/.test(text)))
      return { row, lastRow: row, columns: columnsIn(grid, row, row) };
    const blank = (column: number): HeadingColumn => {
      const level = NAME_ROLES[names.findIndex(({ at }) => at.column === column)];
      const heading = { at: { row: first, column }, text: '', value: '' };
      return { column, upper: '', heading, said: level === undefined ? null : [[level, EXPLICIT]] };
    };
    const columns = Array.from({ length: grid.lastColumn - grid.firstColumn + 1 }, (_, at) => grid.firstColumn + at);
    // It takes no row from what stands above.
    return {
      row: first,
      lastRow: row,
      columns: columns.filter((column) => isFilledBelow(grid, row, column)).map(blank),
    };
  }
  return null;
}

/** Of an item of which something is told, and of the heading over it: fewer are labels with what stands beside them. */
const LEAST_CELLS = 5;

/**
 * The heading of a table of targets in a row: it names the items of two levels, or of one below a title that says what it is
 * (`titled`), and their targets, and has no place for what was reached and scored. `null` where none stands there.
 */
export function targetHeadingAt(grid: Grid, row: number, titled: boolean): Heading | null {
  if (!mayBeHeading(grid, row)) return null;
  const lastRow = lastHeadingRow(grid, row);
  const columns = columnsIn(grid, row, lastRow);
  const roles = new Set(columns.flatMap(({ said }) => said?.[0]?.[0] ?? []));
  const names = NAME_ROLES.filter((role) => roles.has(role)).length;
  const filledIn = REPORTED.some((role) => roles.has(role));
  return names > (titled ? 0 : 1) && roles.has('target') && !filledIn && !namesMoney(grid, row)
    ? { row, lastRow, columns }
    : null;
}

const REPORTED: readonly ColumnRole[] = ['actual', 'stated', 'convertedScore', 'verdict', 'coefficient'];

/** The first column of each role that the table has. */
export const columnsByRole = once(({ columns }: FormHeader): ReadonlyMap<ColumnRole, number> => {
  return new Map([...columns].reverse().map(({ role, heading }) => [role, heading.at.column]));
});

/** The column of a role; `null` where the table has none. */
export function columnOf(header: FormHeader, role: ColumnRole): number | null {
  return columnsByRole(header).get(role) ?? null;
}

/**
 * The column whose scores add up to the total: the converted ones where the form converts them, and where it has no scores
 * the points taken off the weights; see `TableRows.score`.
 */
export function scoreColumnOf(header: FormHeader): number | null {
  const columns = columnsByRole(header);
  return columns.get('convertedScore') ?? columns.get('stated') ?? deductionOf(header);
}

/** The column of points taken off, where the form has weights and no scores. */
export function deductionOf(header: FormHeader): number | null {
  const columns = columnsByRole(header);
  const scored = columns.has('convertedScore') || columns.has('stated');
  return scored || !columns.has('weight') ? null : columnOf(header, 'deduction');
}
