import { SEVERITIES, SEVERITY_WORDS } from '../../checks/severity';
import { ledgerOf, VERDICT_SIGNS, VERDICT_WORDS } from '../../advice/ledger';
import type { MappedFigure } from '../../checks/coverage';
import type { Severity } from '../../checks/finding';
import { figureMap } from '../../review';
import { mergedCells, type ShownSheet } from '../../grid/sheetTable';
import { formatAddress } from '../../sheet/address';
import { type ColumnText, columnWidths } from '../../sheet/layout';
import { type Area, cellAt, cellKey, cellsIn, oneCell, sameCell, type SheetSnapshot } from '../../sheet/snapshot';
import type { View } from '../session/state';

/** Rows of a longer sheet are not shown; they are checked all the same. */
export const MOST_ROWS = 400;
const MOST_COLUMNS = 60;
/** Beyond what is filled in, to write into. */
const SPARE_ROWS = 3;
const SPARE_COLUMNS = 1;

/** What of a sheet is shown, with its marks; `spare` adds rows and columns to write into. */
export function shownSheet(snapshot: SheetSnapshot, marks: ReadonlyMap<string, CellMark>, spare: boolean): ShownSheet {
  const { name, merges, origin, rowCount, columnCount } = snapshot;
  const shown = {
    ...origin,
    rowCount: Math.min(MOST_ROWS, rowCount + (spare ? SPARE_ROWS : 0)),
    columnCount: Math.min(MOST_COLUMNS, columnCount + (spare ? SPARE_COLUMNS : 0)),
  };
  return {
    name,
    shown,
    merges,
    widths: columnWidths(columnTexts(snapshot, shown), shown.columnCount),
    face: (cell) => {
      const { text, value } = cellAt(snapshot, cell);
      const mark = marks.get(formatAddress(cell));
      const classes = { number: typeof value === 'number', marked: mark?.sign === '' };
      if (mark === undefined) return { text, classes };
      return { text, classes: { ...classes, [mark.look]: true }, sign: mark.sign, title: mark.words };
    },
  };
}

function* columnTexts(snapshot: SheetSnapshot, shown: Area): Generator<ColumnText> {
  const merged = mergedCells(snapshot.merges, shown);
  for (const cell of cellsIn(shown)) {
    const area = merged.get(cellKey(cell)) ?? oneCell(cell);
    if (area.columnCount > 1 || !sameCell(area, cell)) continue;
    yield { column: cell.column - shown.column, text: cellAt(snapshot, cell).text, rowCount: area.rowCount };
  }
}

/** What was found at a cell: the loudest severity, and everything in words; of a mapped figure how it stands. */
export interface CellMark {
  readonly look: Severity | MappedFigure['verdict'];
  readonly words: string;
  /** What stands before the figure of a map; `''` otherwise. */
  readonly sign: string;
}

/** The marks of the cells at which there are open findings, by address. */
export function marksOf(view: View): ReadonlyMap<string, CellMark> {
  const marks = new Map<string, CellMark>();
  if (view.kind !== 'reviewed') return marks;
  const open = view.forms.flatMap((form) => form.open.map(({ finding }) => finding));
  for (const severity of SEVERITIES) {
    for (const finding of open) {
      if (finding.severity !== severity) continue;
      const address = formatAddress(finding.cell);
      const before = marks.get(address);
      const words = `${SEVERITY_WORDS[severity]}：${finding.title}`;
      marks.set(
        address,
        before === undefined ? { look: severity, words, sign: '' } : { ...before, words: `${before.words}\n${words}` },
      );
    }
  }
  return marks;
}

/** The marks of all figures of the forms by how they stand, by address. */
export function mapOf(view: View): ReadonlyMap<string, CellMark> {
  if (view.kind !== 'reviewed') return new Map();
  return new Map(
    view.forms.flatMap(({ review }) =>
      ledgerOf(figureMap(review), review.snapshot).map(({ cell, what, verdict, how }): [string, CellMark] => {
        const words = `${what}：${VERDICT_WORDS[verdict]}，${how}`;
        return [formatAddress(cell), { look: verdict, words, sign: VERDICT_SIGNS[verdict] }];
      }),
    ),
  );
}
