import type { MemoLine } from './memo';
import { cellsOfRow } from './memo';
import { OWN_NAMES } from './ownSheets';
import { BARE_SHEET, linesOf, rowOf, type ReportRow, type ReportSheet } from './reportSheet';

/** Of the table's four columns, in characters; sentences go over all of them. */
const WIDTHS = [10, 14, 14, 50] as const;
const WHOLE = WIDTHS.reduce((sum, width) => sum + width, 0);
/** A title is written about half as large again. */
const TITLE = 54;

function rowsOf({ kind, text }: MemoLine, above: MemoLine | undefined): ReportRow[] {
  if (kind === 'row') return [rowOf(above?.kind === 'row' ? 'body' : 'heading', ...cellsOfRow(text))];
  if (text === '') return [rowOf('blank')];
  if (kind === 'title') return linesOf(text, TITLE).map((line) => rowOf('title', line));
  const style = kind === 'heading1' ? 'section' : 'field';
  return linesOf(text, WHOLE).map((line) => rowOf(style, line));
}

/** A memo as a sheet of its own, to be printed where the pane can neither be printed nor save a file. */
export function memoSheet(lines: readonly MemoLine[]): ReportSheet {
  const rows = lines.flatMap((line, at) => rowsOf(line, lines[at - 1]));
  return {
    ...BARE_SHEET,
    id: 'memo',
    name: OWN_NAMES.memo,
    widths: WIDTHS,
    rows,
    landscape: false,
    print: { areas: [{ row: 0, column: 0, rowCount: rows.length, columnCount: WIDTHS.length }], headRow: null },
  };
}
