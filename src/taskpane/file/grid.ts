import { SEVERITIES, SEVERITY_WORDS } from '../../checks/severity';
import { ledgerOf, VERDICT_SIGNS, VERDICT_WORDS } from '../../advice/ledger';
import type { MappedFigure } from '../../checks/coverage';
import type { Severity } from '../../checks/finding';
import { figureMap } from '../../review';
import { formatAddress } from '../../sheet/address';
import { type ColumnText, columnWidths } from '../../sheet/layout';
import {
  type Area,
  cellAt,
  type CellRef,
  cellsIn,
  contains,
  intersection,
  sameCell,
  type SheetSnapshot,
} from '../../sheet/snapshot';
import type { View } from '../session/state';

/** Rows of a longer sheet are not shown; they are checked all the same. */
export const MOST_ROWS = 400;
const MOST_COLUMNS = 60;
/** Beyond what is filled in, to write into. */
const SPARE_ROWS = 3;
const SPARE_COLUMNS = 1;

/** A cell of the grid, or a merged area shown as one. */
export interface GridCell {
  readonly address: string;
  readonly cell: CellRef;
  readonly text: string;
  readonly figure: boolean;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** What of a sheet is shown, cell by cell; what a merged area hides is left out, and no span reaches beyond it. */
export interface Grid {
  readonly shown: Area;
  readonly rows: readonly (readonly GridCell[])[];
  readonly widths: readonly number[];
}

function shownOf({ origin, rowCount, columnCount }: SheetSnapshot, spare: boolean): Area {
  return {
    ...origin,
    rowCount: Math.min(MOST_ROWS, rowCount + (spare ? SPARE_ROWS : 0)),
    columnCount: Math.min(MOST_COLUMNS, columnCount + (spare ? SPARE_COLUMNS : 0)),
  };
}

function* columnTexts(rows: readonly (readonly GridCell[])[], first: number): Generator<ColumnText> {
  for (const { cell, text, rowSpan, columnSpan } of rows.flat()) {
    if (columnSpan === 1) yield { column: cell.column - first, text, rowCount: rowSpan };
  }
}

/** `spare` adds rows and columns to write into. */
export function gridOf(snapshot: SheetSnapshot, spare: boolean): Grid {
  const shown = shownOf(snapshot, spare);
  const hidden = new Set<string>();
  const spans = new Map<string, readonly [number, number]>();
  for (const area of snapshot.merges) {
    const inside = intersection(area, shown);
    if (inside === null) continue;
    spans.set(formatAddress(area), [inside.rowCount, inside.columnCount]);
    for (const cell of cellsIn(inside)) if (!sameCell(cell, area)) hidden.add(formatAddress(cell));
  }
  const rows = Array.from({ length: shown.rowCount }, (_, i) =>
    Array.from({ length: shown.columnCount }, (__, j): GridCell => {
      const cell = { row: shown.row + i, column: shown.column + j };
      const address = formatAddress(cell);
      const [rowSpan, columnSpan] = spans.get(address) ?? [1, 1];
      const { text, value } = cellAt(snapshot, cell);
      return { address, cell, text, figure: typeof value === 'number', rowSpan, columnSpan };
    }).filter(({ address }) => !hidden.has(address)),
  );
  return { shown, rows, widths: columnWidths(columnTexts(rows, shown.column), shown.columnCount) };
}

/** The merged area in which a cell lies. */
export function mergeAt({ merges }: SheetSnapshot, cell: CellRef): Area | null {
  return merges.find((area) => contains(area, cell)) ?? null;
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
