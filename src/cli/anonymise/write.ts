import { SSF, utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { formatAddress, formatArea } from '../../sheet/address';
import { cellAt, type SheetCell, type SheetSnapshot } from '../../sheet/snapshot';

/** Number formats by which a figure may show what it shows, the plainest first. */
const FORMATS: readonly string[] = [
  'General',
  ...['0', '0.0', '0.00', '0.000', '0.0000', '0.00000', '0.000000'].flatMap((code) => [
    code,
    `${code}%`,
    `#,##${code}`,
  ]),
  'yyyy-mm-dd',
  'yyyy/m/d',
  'yyyy"年"m"月"d"日"',
  'yyyy"年"m"月"',
  'm"月"d"日"',
  'yyyy.mm.dd',
];

const { format } = SSF as { readonly format: (code: string, value: number) => string };

/** The format under which a number shows a text; one that shows it as it is where none is known. */
function formatOf(value: number, text: string): string {
  return FORMATS.find((code) => format(code, value) === text.trim()) ?? 'General';
}

function cellObject({ value, text, formula }: SheetCell): CellObject | null {
  const formulaOf = formula === '' ? {} : { f: formula.slice(1) };
  if (value === null) return null;
  if (typeof value === 'number') return { t: 'n', v: value, z: formatOf(value, text), ...formulaOf };
  return { t: typeof value === 'boolean' ? 'b' : 's', v: value, ...formulaOf };
}

function worksheet(snapshot: SheetSnapshot): WorkSheet {
  const { origin, rowCount, columnCount, merges } = snapshot;
  const made: WorkSheet = { '!ref': formatArea({ ...origin, rowCount, columnCount }) };
  for (let row = origin.row; row < origin.row + rowCount; row += 1) {
    for (let column = origin.column; column < origin.column + columnCount; column += 1) {
      const object = cellObject(cellAt(snapshot, { row, column }));
      if (object !== null) made[formatAddress({ row, column })] = object;
    }
  }
  made['!merges'] = merges.map(({ row, column, rowCount: down, columnCount: along }) => ({
    s: { r: row, c: column },
    e: { r: row + down - 1, c: column + along - 1 },
  }));
  return made;
}

/** A new .xlsx file of these sheets: values, formulas, number formats and merged areas, and nothing else. */
export function writeSnapshots(snapshots: readonly SheetSnapshot[]): Uint8Array {
  const book = utils.book_new();
  for (const snapshot of snapshots) utils.book_append_sheet(book, worksheet(snapshot), snapshot.name);
  const written: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  return Uint8Array.from(written as Buffer);
}
