import { parseArea, parseAddress } from '../sheet/address';
import type { CellValue, SheetSnapshot } from '../sheet/snapshot';
// Figures, labels and indicators of a form that a city department published for 2021, row by row, with everything that is
// inconsistent in it; the running text is retold.
import sample from './sample.json';

const { merges, notes, rows } = sample;

/** A sheet of the sample workbook with what a snapshot does not hold. */
export interface SampleSheet {
  readonly snapshot: SheetSnapshot;
  readonly numberFormats: readonly (readonly string[])[];
}

const MONEY = '#,##0.00';
/** 全年预算数, 全年执行数. */
const MONEY_ROWS = [7, 8];

function shownText(value: CellValue, format: string): string {
  if (value === null) return '';
  if (typeof value !== 'number' || format !== MONEY) return String(value);
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A sheet of rows that may end before the widest. */
function sheetOf(name: string, cells: readonly (readonly CellValue[])[], merged: readonly string[]): SampleSheet {
  const columnCount = Math.max(...cells.map(({ length }) => length));
  const values = cells.map((row) => Array.from({ length: columnCount }, (_, column) => row[column] ?? null));
  const numberFormats = values.map((row, index) =>
    row.map((value) => (typeof value === 'number' && MONEY_ROWS.includes(index) ? MONEY : 'General')),
  );
  return {
    numberFormats,
    snapshot: {
      name,
      origin: { row: 0, column: 0 },
      rowCount: values.length,
      columnCount,
      values,
      texts: values.map((row, i) => row.map((value, j) => shownText(value, numberFormats[i]?.[j] ?? 'General'))),
      formulas: values.map((row) => row.map(() => '')),
      merges: merged.flatMap((address) => parseArea(address) ?? []),
    },
  };
}

/**
 * The sample form (部门整体支出绩效自评表, 39 indicators, stated total 94.65) with its errors, or with other values written
 * over some of its cells.
 *
 * @param changes by address: what is to stand there instead
 */
export function sampleForm(changes: ReadonlyMap<string, CellValue> = new Map()): SampleSheet {
  const written = rows.map((row): CellValue[] => [...row]);
  for (const [address, value] of changes) {
    const cell = parseAddress(address);
    const row = cell === null ? undefined : written[cell.row];
    if (cell === null || row === undefined) throw new Error(`示例表中没有单元格 ${address}`);
    row[cell.column] = value;
  }
  return sheetOf('自评表', written, merges);
}

/** What the workbench opens at start: the sample form and a sheet of notes that holds no form. */
export function sampleWorkbook(): readonly SampleSheet[] {
  const lines = notes.map((note) => [note]);
  return [sampleForm(), sheetOf('填表说明', lines, [])];
}
