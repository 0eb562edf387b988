import { quote } from '../sheet/quote';
import type { Area, SheetSnapshot } from '../sheet/snapshot';
import { readBudget } from './budget';
import { located } from './cells';
import { Grid } from './grid';
import { columnOf, headingRole, readHeader, type RefusedHeader } from './header';
import { narrativeIn, titleIn, unitIn, yearIn } from './heading';
import type { BudgetBlock, EvaluationForm, FormHeader, FormTotal, Located, NotRecognised, Recognition } from './model';
import { hasScores, isNoteRow, TableReader, totalLabel } from './table';
import { weighsInShares } from './shares';
import { readGrade, readTotalAbove, readTotalRow } from './total';
import { TreeBuilder } from './tree';
import { OTHER_TABLES } from './vocabulary/labels';
import { bare } from './words';

interface FoundHeader {
  readonly header: FormHeader;
  /** The heading's last row. */
  readonly lastRow: number;
}

interface Scan {
  readonly titles: readonly Located<string>[];
  readonly headers: readonly FoundHeader[];
  readonly refused: RefusedHeader | null;
}

/** A heading can only stand in a row that names the indicators; most rows are passed over by this. */
function namesIndicators(grid: Grid, row: number): boolean {
  for (let column = grid.firstColumn; column <= grid.lastColumn; column++) {
    const { value } = grid.at(row, column);
    if (typeof value !== 'string' || value.length > 20) continue;
    const role = headingRole(grid.compact(row, column));
    if (role?.role === 'level1' || role?.role === 'level2' || role?.role === 'level3') return true;
  }
  return false;
}

function scan(grid: Grid): Scan {
  const titles: Located<string>[] = [];
  const headers: FoundHeader[] = [];
  let refused: RefusedHeader | null = null;
  for (let row = grid.firstRow; row <= grid.lastRow; row++) {
    const header = namesIndicators(grid, row) ? readHeader(grid, row) : null;
    if (header === null) {
      const title = titleIn(grid, row);
      if (title !== null) titles.push(title);
    } else if ('refused' in header) {
      refused ??= header;
    } else {
      headers.push(header);
      row = header.lastRow;
    }
  }
  return { titles, headers, refused };
}

/** A run of rows that holds one form: from its title, or from the end of the form before it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly headers: readonly [FoundHeader, ...FoundHeader[]];
}

/** Cuts the sheet where a title stands between two headings, and where a heading follows a total. */
function stretches(grid: Grid, { titles, headers }: Scan): readonly Stretch[] {
  const cuts: { at: number; headers: [FoundHeader, ...FoundHeader[]] }[] = [];
  let previous = grid.firstRow - 1;
  let title = 0;
  for (const found of headers) {
    while ((titles[title]?.cell.row ?? Infinity) <= previous) title++;
    const between = titles[title]?.cell.row ?? Infinity;
    const current = cuts.at(-1);
    const closed = current === undefined ? null : lastTotal(grid, previous + 1, found.header.row);
    if (current === undefined) cuts.push({ at: grid.firstRow, headers: [found] });
    else if (between < found.header.row) cuts.push({ at: between, headers: [found] });
    else if (closed !== null) cuts.push({ at: closed + 1, headers: [found] });
    else current.headers.push(found);
    previous = found.lastRow;
  }
  return cuts.map(({ at, headers: own }, index) => ({
    start: at,
    end: cuts[index + 1]?.at ?? grid.lastRow + 1,
    headers: own,
  }));
}

function lastTotal(grid: Grid, start: number, end: number): number | null {
  for (let row = end - 1; row >= start; row--) {
    if (totalLabel(grid, row) !== null) return row;
  }
  return null;
}

interface Table {
  readonly tree: TreeBuilder;
  readonly total: FormTotal | null;
}

function readTables(grid: Grid, stretch: Stretch): Table {
  const tree = new TreeBuilder();
  let total: FormTotal | null = null;
  for (const [index, { header, lastRow }] of stretch.headers.entries()) {
    const next = stretch.headers[index + 1]?.header.row ?? stretch.end;
    const isTotal = (row: number) => totalLabel(grid, row) !== null;
    const shares = weighsInShares(grid, header, lastRow + 1, next, isTotal);
    const reader = new TableReader(grid, header, shares);
    const blocks = blockTotals(grid, header, lastRow + 1, next, shares);
    let end = next;
    for (let row = lastRow + 1; row < end; row++) {
      const label = totalLabel(grid, row);
      const block = blocks.get(row);
      if (block !== undefined) {
        tree.subtotal(block.stated, block.weight, 1);
        continue;
      }
      if (label !== null) {
        // The total of a table that is not filled in is no total of anything, and no indicator either.
        if (tree.indicators.length === 0) continue;
        total = mergeTotals(total, readTotalRow(grid, row, label, header, shares));
        end = Math.min(end, row + 3);
        continue;
      }
      if (total === null && !isNoteRow(grid, row)) reader.read(row, end - 1, tree);
    }
  }
  return { tree, total };
}

/** The rows below a heading that call themselves 合计 and weigh less than the last of them: each sums up its block. */
function blockTotals(
  grid: Grid,
  header: FormHeader,
  start: number,
  end: number,
  shares: boolean,
): ReadonlyMap<number, FormTotal> {
  const totals = new Map<number, FormTotal>();
  for (let row = start; row < end; row++) {
    const label = totalLabel(grid, row);
    if (label !== null) totals.set(row, readTotalRow(grid, row, label, header, shares));
  }
  const whole = [...totals.values()].at(-1)?.weight?.value ?? null;
  if (whole === null || whole.greaterThan(LARGEST_WHOLE)) return new Map();
  return new Map([...totals].filter(([, { weight }]) => weight?.value?.lessThan(whole) === true));
}

/** What is more than any form's points is money of another table. */
const LARGEST_WHOLE = 200;

/** 合计 and 自评得分 may stand in rows of their own: together they are the total. */
function mergeTotals(first: FormTotal | null, second: FormTotal): FormTotal {
  if (first === null) return second;
  const stated = first.stated?.state === 'figure' ? first.stated : (second.stated ?? first.stated);
  return { ...first, stated, weight: first.weight ?? second.weight, grade: first.grade ?? second.grade };
}

/** Says that the rows above a heading name a table of another kind; `null` where they do not. */
function otherTable(grid: Grid, stretch: Stretch, headerRow: number): NotRecognised | null {
  for (let row = stretch.start; row < headerRow; row++) {
    for (const cell of grid.filled(row)) {
      if (typeof cell.value !== 'string' || cell.text.length > 60 || cell.text.includes('自评')) continue;
      const text = bare(cell.text);
      const other = OTHER_TABLES.find(([ending]) => text.endsWith(ending));
      if (other === undefined) continue;
      const nearest = located(cell);
      return { reason: `这张表的标题是${quote(nearest.value)}，是${other[1]}，不是绩效自评表`, nearest };
    }
  }
  return null;
}

/** Why a stretch with a heading is no self-evaluation; `null` when it is one. */
function objection(
  grid: Grid,
  stretch: Stretch,
  title: Located<string> | null,
  header: FormHeader,
): NotRecognised | null {
  const heading = header.columns[0]?.heading ?? null;
  const other = title === null ? otherTable(grid, stretch, header.row) : null;
  if (other !== null) return other;
  if (!hasScores(header) && columnOf(header, 'actual') === null) {
    return { reason: '表头里没有得分（自评分）列，也没有实际完成值列，像是绩效目标表，不是自评表', nearest: heading };
  }
  const hasLevels = columnOf(header, 'level1') !== null || columnOf(header, 'level2') !== null;
  if (title === null && !hasLevels) {
    return { reason: '没有“绩效自评表”一类的标题，表头里也没有一级、二级指标，不能认定是自评表', nearest: heading };
  }
  return null;
}

function readForm(grid: Grid, stretch: Stretch): EvaluationForm | NotRecognised {
  const [{ header }] = stretch.headers;
  const titles: Located<string>[] = [];
  for (let row = stretch.start; row < header.row; row++) {
    const found = titleIn(grid, row);
    if (found !== null) titles.push(found);
  }
  const title = titles.at(-1) ?? null;
  const refusal = objection(grid, stretch, title, header);
  if (refusal !== null) return refusal;
  const { tree, total } = readTables(grid, stretch);
  if (tree.indicators.length === 0) {
    return {
      reason: '找到了指标表的表头，但下面没有一行要打分的指标，可能是还没有填写的空表',
      nearest: header.columns[0]?.heading ?? null,
    };
  }
  const start = title?.cell.row ?? stretch.start;
  const stated = total ?? readTotalAbove(grid, start, header.row);
  const below = stated === null || stated.label.cell.row < header.row ? stretch.end : stated.label.cell.row + 1;
  return {
    sheet: grid.snapshot.name,
    area: areaOf(grid, start, stretch.end - 1),
    title,
    year: yearIn(grid, start, header.row),
    unit: unitIn(grid, start, header.row),
    narrative: narrativeIn(grid, start, header.row),
    budget: readBudget(grid, start, header.row) ?? budgetBelow(grid, total, stretch.end),
    headers: stretch.headers.map((found) => found.header),
    groups: tree.groups(),
    targetBlocks: [],
    indicators: tree.indicators,
    total: stated && {
      ...stated,
      grade: stated.grade ?? readGrade(grid, start, header.row) ?? readGrade(grid, below, stretch.end),
    },
    scored: stretch.headers.some((found) => hasScores(found.header)),
    questions: [],
  };
}

/** Some offices print the money after the total. */
function budgetBelow(grid: Grid, total: FormTotal | null, end: number): BudgetBlock | null {
  return total === null ? null : readBudget(grid, total.label.cell.row + 1, end);
}

function areaOf(grid: Grid, start: number, end: number): Area {
  let last = end;
  while (last > start && grid.filled(last).length === 0) last--;
  return {
    row: start,
    column: grid.firstColumn,
    rowCount: last - start + 1,
    columnCount: grid.lastColumn - grid.firstColumn + 1,
  };
}

function nothingFound({ titles, refused }: Scan, snapshot: SheetSnapshot): NotRecognised {
  if (snapshot.rowCount === 0 || snapshot.columnCount === 0) return { reason: '这张工作表是空的', nearest: null };
  if (refused !== null) return { reason: refused.refused, nearest: refused.cell };
  const [title] = titles;
  if (title !== undefined) {
    return {
      reason: '有自评表的标题，但没有找到指标表的表头（一级、二级、三级指标，分值，得分）',
      nearest: title,
    };
  }
  return {
    reason: '没有找到绩效自评表的标题，也没有找到指标表的表头（一级、二级、三级指标，分值，得分）',
    nearest: null,
  };
}

/**
 * Finds every 绩效自评表 in a sheet by what its headings say, wherever it stands and with or without merged areas. Where
 * there is none, `none` says why and what came nearest.
 */
export function recognise(snapshot: SheetSnapshot): Recognition {
  const grid = new Grid(snapshot);
  const found = scan(grid);
  const forms: EvaluationForm[] = [];
  let none: NotRecognised | null = null;
  for (const stretch of stretches(grid, found)) {
    const form = readForm(grid, stretch);
    if ('reason' in form) none ??= form;
    else forms.push(form);
  }
  if (forms.length > 0) return { forms, none: null };
  return {
    forms,
    none: found.refused === null ? (none ?? nothingFound(found, snapshot)) : nothingFound(found, snapshot),
  };
}
