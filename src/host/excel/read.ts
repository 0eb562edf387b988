import { HostError } from '../host';
import { type Area, cellKey, type HiddenLines, hiding, type SheetSnapshot } from '../../sheet/snapshot';
import { areaOf, areaRange, cellValue, formulaText, loadArea, loadAreas, runReading } from './run';
import { sheetGone, tooLarge } from './errors';

/** So many cells a block has at first where a sheet is too large for one request. */
const BLOCK_CELLS = 40_000;

type Tables = Pick<SheetSnapshot, 'values' | 'texts' | 'formulas'>;

interface Found {
  readonly name: string;
  readonly used: Area | null;
  readonly tables: Tables;
  readonly merges: readonly Area[];
  readonly hidden?: HiddenLines;
}

interface LoadedTables {
  readonly values: readonly (readonly unknown[])[] | null;
  readonly formulas: readonly (readonly unknown[])[] | null;
  readonly text: readonly (readonly string[])[] | null;
}

function tablesOf(range: Excel.Range): Tables {
  // Typed as always there; beyond a size that depends on the version they are not.
  const { values, formulas, text: texts } = range as LoadedTables;
  if (values === null || formulas === null || texts === null) throw tooLarge();
  return {
    values: values.map((row) => row.map(cellValue)),
    texts,
    formulas: formulas.map((row, i) => row.map((formula, j) => formulaText(formula, values[i]?.[j]))),
  };
}

function snapshot({ name, used, tables, merges, hidden }: Found): SheetSnapshot {
  const area = used ?? { row: 0, column: 0, rowCount: 0, columnCount: 0 };
  return {
    name,
    origin: { row: area.row, column: area.column },
    rowCount: area.rowCount,
    columnCount: area.columnCount,
    ...tables,
    merges,
    ...hiding(hidden),
  };
}

const NO_TABLES: Tables = { values: [], texts: [], formulas: [] };

interface Asked {
  /** All that is used of the sheet unless given. */
  readonly area?: Area;
  readonly tables?: boolean;
  readonly merges?: boolean;
  readonly hidden?: boolean;
}

/** Beyond so many rows it is not asked which of them are hidden. */
const MOST_LINES = 1_000;

/** The rows or columns of an area, each asked whether it is hidden. */
function askLines(sheet: Excel.Worksheet, area: Area, kind: 'row' | 'column') {
  return Array.from({ length: Math.min(area[`${kind}Count`], MOST_LINES) }, (_, index) => {
    const at = area[kind] + index;
    const range = areaRange(sheet, { ...area, [kind]: at, [`${kind}Count`]: 1 });
    range.load(`${kind}Hidden`);
    return { at, range };
  });
}

/**
 * The hidden rows and columns of a range that was asked for `rowHidden` and `columnHidden`. Where it has some of either kind
 * each of these is asked, all in one request: what would name the visible cells at once fails on protected sheets.
 */
async function hiddenIn(sheetId: string, range: Excel.Range): Promise<HiddenLines> {
  // Typed as always there; `null` where only some are hidden.
  const { rowHidden, columnHidden } = range as Partial<Record<'rowHidden' | 'columnHidden', unknown>>;
  if (rowHidden === false && columnHidden === false) return { rows: [], columns: [] };
  // By its id: another one may have come to the front since.
  const sheet = range.context.workbook.worksheets.getItem(sheetId);
  const rows = rowHidden === false ? [] : askLines(sheet, areaOf(range), 'row');
  const columns = columnHidden === false ? [] : askLines(sheet, areaOf(range), 'column');
  await range.context.sync();
  return {
    rows: rows.filter((line) => line.range.rowHidden).map(({ at }) => at),
    columns: columns.filter((line) => line.range.columnHidden).map(({ at }) => at),
  };
}

/** What is asked for of a sheet, in one request; in a second one which lines are hidden where some are. */
function ask(sheetId: string | null, { area, tables = false, merges = false, hidden = false }: Asked): Promise<Found> {
  return runReading(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = sheetId === null ? worksheets.getActiveWorksheet() : worksheets.getItemOrNullObject(sheetId);
    sheet.load('id,name');
    const range = area === undefined ? sheet.getUsedRangeOrNullObject(true) : areaRange(sheet, area);
    if (tables) range.load('values,text,formulas');
    loadArea(range);
    if (hidden) range.load('rowHidden,columnHidden');
    const merged = merges ? range.getMergedAreasOrNullObject() : null;
    if (merged !== null) loadAreas(merged.areas);
    await context.sync();
    if (sheet.isNullObject) throw sheetGone();
    if (range.isNullObject) return { name: sheet.name, used: null, tables: NO_TABLES, merges: [] };
    const found = merged === null || merged.isNullObject ? [] : merged.areas.items.map(areaOf);
    return {
      ...{ name: sheet.name, used: areaOf(range), tables: tables ? tablesOf(range) : NO_TABLES, merges: found },
      ...(hidden && { hidden: await hiddenIn(sheet.id, range) }),
    };
  });
}

function halves(area: Area): readonly [Area, Area] {
  const rowCount = Math.floor(area.rowCount / 2);
  return [
    { ...area, rowCount },
    { ...area, row: area.row + rowCount, rowCount: area.rowCount - rowCount },
  ];
}

/** Reads an area, or its halves one after the other where Excel refuses to give so much at once. */
async function readInHalves<T>(
  area: Area,
  read: (area: Area) => Promise<readonly T[]>,
  refused: (error: unknown) => boolean,
): Promise<readonly T[]> {
  try {
    return await read(area);
  } catch (error) {
    if (area.rowCount < 2 || !refused(error)) throw error;
    const [upper, lower] = halves(area);
    return [...(await readInHalves(upper, read, refused)), ...(await readInHalves(lower, read, refused))];
  }
}

function blocks(area: Area): Area[] {
  const rows = Math.max(1, Math.floor(BLOCK_CELLS / area.columnCount));
  return Array.from({ length: Math.ceil(area.rowCount / rows) }, (_, i) => ({
    ...area,
    row: area.row + i * rows,
    rowCount: Math.min(rows, area.rowCount - i * rows),
  }));
}

function isTooLarge(error: unknown): boolean {
  return error instanceof HostError && error.code === 'too-large';
}

/** Excel does not name more than 512 merged areas at once, and does not say so in a code of its own. */
function mayBeTooMany(error: unknown): boolean {
  return error instanceof HostError && (error.code === 'unknown' || error.code === 'too-large');
}

async function readInBlocks(sheetId: string, withMerges: boolean): Promise<SheetSnapshot> {
  const found = await ask(sheetId, { hidden: withMerges });
  if (found.used === null) return snapshot(found);
  const tablesIn = async (area: Area) => [(await ask(sheetId, { area, tables: true })).tables];
  const mergesIn = async (area: Area) => (await ask(sheetId, { area, merges: true })).merges;
  const parts: Tables[] = [];
  const merges = new Map<number, Area>();
  for (const block of blocks(found.used)) {
    parts.push(...(await readInHalves(block, tablesIn, isTooLarge)));
    if (!withMerges) continue;
    // An area across the edge of two blocks is named in both.
    for (const area of await readInHalves(block, mergesIn, mayBeTooMany)) merges.set(cellKey(area), area);
  }
  const tables: Tables = {
    values: parts.flatMap(({ values }) => values),
    texts: parts.flatMap(({ texts }) => texts),
    formulas: parts.flatMap(({ formulas }) => formulas),
  };
  return snapshot({ ...found, tables, merges: [...merges.values()] });
}

/**
 * Reads a sheet in one request; only what Excel refuses to give at once (5 MB on the web, 512 merged areas) is read in
 * blocks, and where lines are hidden a second one asks which. Merged areas are asked for only when wanted, because that was
 * seen to empty the officer's undo list, and hidden lines with them.
 */
export async function readSheet(sheetId: string | null, withMerges: boolean): Promise<SheetSnapshot> {
  try {
    return snapshot(await ask(sheetId, { tables: true, merges: withMerges, hidden: withMerges }));
  } catch (error) {
    // Between two blocks another sheet may come to the front.
    if (sheetId === null) throw error;
    if (isTooLarge(error) || (withMerges && mayBeTooMany(error))) return readInBlocks(sheetId, withMerges);
    throw error;
  }
}
