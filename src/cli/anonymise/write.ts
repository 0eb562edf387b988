import { SSF } from '@e965/xlsx';
import { newWorkbook } from '../../host/file/newWorkbook';
import { cellAt, cellsIn, type SheetSnapshot } from '../../sheet/snapshot';

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

function* cellsOf(snapshot: SheetSnapshot) {
  const { origin, rowCount, columnCount } = snapshot;
  for (const cell of cellsIn({ ...origin, rowCount, columnCount })) {
    const { value, text, formula } = cellAt(snapshot, cell);
    const numberFormat = typeof value === 'number' ? formatOf(value, text) : 'General';
    if (value !== null) yield [cell, { value, formula, numberFormat }] as const;
  }
}

/** A new .xlsx file of these sheets: values, formulas, number formats and merged areas, and nothing else. */
export function writeSnapshots(snapshots: readonly SheetSnapshot[]): Uint8Array {
  return newWorkbook(
    snapshots.map((snapshot) => {
      const { name, origin, rowCount, columnCount, merges } = snapshot;
      return { name, area: { ...origin, rowCount, columnCount }, cells: cellsOf(snapshot), merges };
    }),
  );
}
