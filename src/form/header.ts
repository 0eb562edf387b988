import { remember } from '../sheet/remember';
import type { Grid } from './grid';
import type { ColumnRole, FormColumn, FormHeader, Located } from './model';
import { HEADING_WORDS, HEADINGS } from './vocabulary/columns';
import { bare } from './words';

/** What a heading's text says its column holds, and how surely: 0 is the usual word for it. */
export interface HeadingRole {
  readonly role: ColumnRole;
  readonly rank: number;
}

const BY_TEXT: ReadonlyMap<string, HeadingRole> = new Map(
  HEADINGS.flatMap(([role, texts]) => texts.map((text, rank) => [text, { role, rank }] as const)),
);
const LONGEST_HEADING = 40;
const BY_WORDS_RANK = 50;

/** Reads one heading, e.g. `得分/自评分`, `分值（权重）`, `年初目标值（A）`; `null` where it is none of the table's. */
export function headingRole(text: string): HeadingRole | null {
  return text === '' || text.length > LONGEST_HEADING ? null : readHeading(text);
}

const readHeading = remember((text: string): HeadingRole | null => {
  // 一级指标及分值: the weight stands in the labels below.
  const heading = bare(text).replace(/(?<=指标)(?:及|和|与)其?(?:分值|权重)$/, '');
  const known = BY_TEXT.get(heading);
  if (known !== undefined) return known;
  for (const part of heading.split(/[/、]/)) {
    const role = BY_TEXT.get(part);
    if (role !== undefined && role.role !== 'basis' && role.role !== 'improvement') return role;
  }
  for (const [role, parts] of HEADING_WORDS) {
    if (parts.every((words) => words.some((word) => heading.includes(word)))) return { role, rank: BY_WORDS_RANK };
  }
  return null;
});

interface Candidate extends HeadingRole {
  readonly column: number;
  readonly heading: Located<string>;
  /** The heading over it; `''` in a heading of one row. */
  readonly upper: string;
}

/** A heading row that could not be used, and why. */
export interface RefusedHeader {
  readonly refused: string;
  readonly cell: Located<string>;
}

export type HeaderReading = { readonly header: FormHeader; readonly lastRow: number } | RefusedHeader;

/** The headings of some rows that are one heading together: the lowest text of each column, read with the one over it. */
function candidatesIn(grid: Grid, first: number, last: number): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (let column = grid.firstColumn; column <= grid.lastColumn; column++) {
    const row = lowestHeading(grid, first, last, column);
    if (row === null) continue;
    const value = grid.compact(row, column);
    const upper = row === first ? '' : upperText(grid, row - 1, column);
    const role = roleUnder(value, upper, row === first ? '' : grid.compact(row - 1, column));
    if (role === null) continue;
    const { cell, text } = grid.at(row, column);
    candidates.push({ ...role, column, upper, heading: { cell, text, value } });
  }
  return candidates.map((candidate) => bySpan(candidate, candidates));
}

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

/** What only says that the column names what stands over it: 一级指标 over 名称 and 权重. */
const NAMING: readonly string[] = ['名称', '指标', '内容', '指标名称'];

/** The role of a heading with the one that spans it, and the one right over it, which counts where its own says nothing. */
function roleUnder(value: string, upper: string, over: string): HeadingRole | null {
  const spanning = headingRole(upper);
  const levels = spanning !== null && NAME_ROLES.includes(spanning.role);
  if (levels && NAMING.includes(bare(value))) return spanning;
  const texts = levels ? [upper + value, value, over] : [value, over + value, over];
  return texts.map(headingRole).find((role) => role !== null) ?? null;
}

/** Two 得分 under 自评 and 复核 are told apart by what stands over them; two 备注 or 单位 are not what stands over them. */
function bySpan(candidate: Candidate, all: readonly Candidate[]): Candidate {
  if (candidate.upper === '' || !TOLD_APART.includes(candidate.role)) return candidate;
  if (all.filter(({ role }) => role === candidate.role).length < 2) return candidate;
  return { ...candidate, ...headingRole(candidate.upper + candidate.heading.value) };
}

/** The heading over a column: its own cell, or in sheets without merges the last one to its left. */
function upperText(grid: Grid, row: number, column: number): string {
  for (let left = column; left >= grid.firstColumn; left--) {
    const text = grid.compact(row, left);
    if (text !== '') return text;
  }
  return '';
}

const NAME_ROLES: readonly ColumnRole[] = ['level1', 'level2', 'level3'];
const CONTENT_ROLES: readonly ColumnRole[] = [
  'weight',
  'stated',
  'convertedScore',
  'target',
  'actual',
  'standard',
  'definition',
  'evidence',
];

function isHeading(candidates: readonly Candidate[]): boolean {
  const roles = new Set(candidates.map(({ role }) => role));
  const names = NAME_ROLES.filter((role) => roles.has(role)).length;
  const contents = CONTENT_ROLES.filter((role) => roles.has(role)).length;
  return names > 0 && contents >= 2;
}

/** Whether the row below carries on the heading: at least half of what begins there is headings, and no figure is. */
function continuesBelow(grid: Grid, row: number): boolean {
  if (row >= grid.lastRow) return false;
  let filled = 0;
  let headings = 0;
  for (const { cell, value } of grid.filled(row + 1)) {
    if (typeof value === 'number') return false;
    filled++;
    if (headingRole(grid.compact(row + 1, cell.column)) !== null) headings++;
  }
  return headings > 0 && headings * 2 >= filled;
}

const MOST_ROWS = 3;

function lastHeadingRow(grid: Grid, row: number): number {
  let last = row;
  while (last < row + MOST_ROWS - 1 && continuesBelow(grid, last) && !beginsAnew(grid, last + 1)) last++;
  return last;
}

/** Whether a row is a heading without the one over it: 指标 and 权重 below 一级指标 are not. */
function beginsAnew(grid: Grid, row: number): boolean {
  const own = candidatesIn(grid, row, row).filter(({ column, heading }) => {
    const spanning = headingRole(upperText(grid, row - 1, column))?.role;
    const names = spanning !== undefined && NAME_ROLES.includes(spanning) && NAMING.includes(bare(heading.value));
    return grid.startsInRow(row, column) && !names;
  });
  return isHeading(own);
}

/** Whether a column holds anything in the rows below a heading, looked at until the next heading would stand. */
function holdsAnything(grid: Grid, column: number, from: number): boolean {
  for (let row = from; row <= grid.lastRow; row++) {
    if (grid.anchor(row, column).column === column && grid.text(row, column) !== '') return true;
  }
  return false;
}

/**
 * Two columns that may both name the items (考核内容 and 考核指标): where the left one has fewer labels, it groups the right one.
 */
function withGroups(grid: Grid, candidates: readonly Candidate[], dataRow: number): readonly Candidate[] {
  const names = candidates.filter(({ role }) => role === 'level3');
  const [left, right, ...more] = names;
  const hasLevel2 = candidates.some(({ role }) => role === 'level2');
  if (left === undefined || right === undefined || more.length > 0 || hasLevel2) return candidates;
  const between = candidates.some(({ column }) => column > left.column && column < right.column);
  const labels = ({ column }: Candidate) => labelsIn(grid, column, dataRow, right.column);
  if (between || labels(left) >= labels(right)) return candidates;
  return candidates.map((candidate) => (candidate === left ? { ...left, role: 'level2' } : candidate));
}

const MOST_LABELS = 60;

/** How many different labels begin in a column below a heading, in rows where `beside` holds one too. */
function labelsIn(grid: Grid, column: number, from: number, beside: number): number {
  let labels = 0;
  let last = '';
  for (let row = from; row <= Math.min(grid.lastRow, from + MOST_LABELS); row++) {
    const text = grid.startsInRow(row, column) ? grid.compact(row, column) : '';
    if (text === '' || text === last || grid.compact(row, beside) === '') continue;
    labels++;
    last = text;
  }
  return labels;
}

const SINGLE: readonly ColumnRole[] = ['level1', 'level2', 'level3', 'target', 'actual', 'stated', 'convertedScore'];

const TOLD_APART: readonly ColumnRole[] = [...SINGLE, 'weight'];

/** Leaves one column for each role that can have only one; a refusal where two can't be told apart. */
function settle(grid: Grid, candidates: readonly Candidate[], dataRow: number): readonly Candidate[] | RefusedHeader {
  let rest = candidates;
  for (const role of SINGLE) {
    const same = rest.filter((candidate) => candidate.role === role);
    if (same.length < 2) continue;
    const best = Math.min(...same.map(({ rank }) => rank));
    let kept = same.filter(({ rank }) => rank === best);
    if (kept.length > 1) {
      const filled = kept.filter(({ column }) => holdsAnything(grid, column, dataRow));
      kept = filled.length === 0 ? kept.slice(0, 1) : filled;
    }
    const [first, second] = kept;
    if (first !== undefined && second !== undefined) {
      const where = kept.map(({ column, heading }) => `${heading.text.trim()}（第 ${column + 1} 列）`).join('、');
      return { refused: `表头有 ${kept.length} 列说的是同一件事，分不清用哪一列：${where}`, cell: second.heading };
    }
    rest = rest.filter((candidate) => candidate.role !== role || candidate === first);
  }
  return rest;
}

/** Gives each 分值 column to what it weighs: the level before it where a deeper level follows, else the item. */
function assignWeights(candidates: readonly Candidate[]): readonly FormColumn[] {
  const levels = candidates.filter(({ role }) => NAME_ROLES.includes(role));
  const weighs = (column: number): ColumnRole => {
    const before = levels.filter((level) => level.column < column).at(-1);
    const isDeepest = levels.every(
      (level) => level.column < column || before === undefined || level.role <= before.role,
    );
    if (before === undefined || isDeepest || before.role === 'level3') return 'weight';
    return before.role === 'level1' ? 'level1Weight' : 'level2Weight';
  };
  const columns: FormColumn[] = [];
  let hasItemWeight = false;
  for (const { role, heading, column } of candidates) {
    const settled = role === 'weight' ? weighs(column) : role;
    if (settled === 'weight') {
      if (hasItemWeight) continue;
      hasItemWeight = true;
    }
    columns.push({ role: settled, heading: { ...heading, cell: { row: heading.cell.row, column } } });
  }
  return columns;
}

/**
 * Reads the heading of an indicator table in a row, or in this row and those below; `null` where none stands there. A
 * heading names the indicators (一级/二级/三级指标, 指标名称, 评价内容) and at least two of what belongs to them.
 */
export function readHeader(grid: Grid, row: number): HeaderReading | null {
  if (candidatesIn(grid, row, row).length === 0) return null;
  const lastRow = lastHeadingRow(grid, row);
  const candidates = candidatesIn(grid, row, lastRow);
  if (!isHeading(candidates)) return null;
  const settled = settle(grid, withGroups(grid, candidates, lastRow + 1), lastRow + 1);
  if ('refused' in settled) return settled;
  return { header: { row, columns: assignWeights(settled) }, lastRow };
}

/** The column of a role; `null` where the table has none. */
export function columnOf(header: FormHeader, role: ColumnRole): number | null {
  return header.columns.find((column) => column.role === role)?.heading.cell.column ?? null;
}

/** The column whose scores add up to the total: the converted ones where the form converts them. */
export function scoreColumnOf(header: FormHeader): number | null {
  return columnOf(header, 'convertedScore') ?? columnOf(header, 'stated');
}
