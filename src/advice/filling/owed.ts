import type { Decimal } from 'decimal.js';
import { gradeOf } from '../../scoring';
import { owingOf, type DebtKind, type Owing } from './debts';
import { fillRows, type FilledForm, type FillRow } from './rows';
import { groupBy, sumOfKnown } from '../../sheet/lists';
import { type CellRef, sameCell } from '../../sheet/snapshot';

/** A row with what it owes. */
export interface OwedRow extends Owing {
  readonly row: FillRow;
}

/** What is owed below one first-level indicator. */
export interface OwedGroup {
  readonly name: string;
  readonly rows: readonly OwedRow[];
}

/** How far the form is filled in. */
export interface Progress {
  /** Every row that is filled in, owing or not, in the order of the sheet. */
  readonly rows: readonly OwedRow[];
  /** The rows that owe something, below their first-level indicators. */
  readonly groups: readonly OwedGroup[];
  /** Indicators that owe nothing, of how many. */
  readonly done: number;
  readonly all: number;
  readonly total: Totals;
}

/** The total and its grade as it stands and as it would be with every score that is known. */
export interface Totals {
  readonly now: Decimal | null;
  readonly nowGrade: string | null;
  readonly then: Decimal | null;
  readonly thenGrade: string | null;
  /** Scores that nobody knows yet; `then` leaves them out. */
  readonly unknown: number;
}

function groupsOf(rows: readonly OwedRow[]): OwedGroup[] {
  const groups = groupBy(rows, ({ debts, row }) => (debts.length === 0 ? null : (row.path[0] ?? '指标')));
  return [...groups].map(([name, owed]) => ({ name, rows: owed }));
}

function totalsOf({ form, scores }: FilledForm, rows: readonly FillRow[]): Totals {
  const parts = rows.filter(({ kind }) => kind === 'item' || kind === 'bonus' || kind === 'budget');
  const counted = parts.filter(({ stated }) => stated !== null);
  const now = sumOfKnown(
    counted.flatMap(({ stated }) => (stated?.state === 'figure' && stated.value ? [stated.value] : [])),
  );
  const would = counted.map(({ stated, score }) => score?.value ?? stated?.value ?? null);
  const then = sumOfKnown(would.filter((value) => value !== null));
  const blank = counted.some(({ kind, stated }) => kind !== 'bonus' && stated?.state !== 'figure');
  const unknown = counted.filter(({ kind }, index) => kind !== 'bonus' && would[index] === null).length;
  const grade = (total: Decimal | null, complete: boolean) =>
    total === null || !complete ? null : gradeOf(total, form, scores.rulebook);
  return { now, nowGrade: grade(now, !blank), then, thenGrade: grade(then, unknown === 0), unknown };
}

const SCORES: ReadonlySet<DebtKind> = new Set(['score', 'mismatch']);

/** A total is put right when the scores above it are; before that it would be owed anew after each of them. */
function totalLast(rows: readonly OwedRow[]): readonly OwedRow[] {
  const open = rows.some(({ row, debts }) => row.kind !== 'total' && debts.some((debt) => SCORES.has(debt)));
  if (!open) return rows;
  return rows.map((one) =>
    one.row.kind === 'total' ? { ...one, debts: one.debts.filter((debt) => !SCORES.has(debt)) } : one,
  );
}

/** What a form still owes, and how far it is filled in. */
export function owed(filled: FilledForm): Progress {
  const all = fillRows(filled);
  const rows = totalLast(all.map((row) => ({ row, ...owingOf(row, filled) })));
  const counted = rows.filter(({ row }) => row.kind === 'item' || row.kind === 'bonus' || row.kind === 'budget');
  return {
    rows,
    groups: groupsOf(rows),
    done: counted.filter(({ debts }) => debts.length === 0).length,
    all: counted.length,
    total: totalsOf(filled, all),
  };
}

/** The next row that owes something after a row of the sheet, or before it; begins anew at the other end. */
export function nextOwed({ rows }: Progress, key: string | null, step: 1 | -1): OwedRow | null {
  const at = rows.findIndex(({ row }) => row.key === key);
  const start = at < 0 ? (step === 1 ? -1 : rows.length) : at;
  for (let count = 1; count <= rows.length; count += 1) {
    const found = rows[(((start + step * count) % rows.length) + rows.length) % rows.length];
    if (found !== undefined && found.debts.length > 0) return found;
  }
  return null;
}

/** The row that a cell of the sheet belongs to; `null` for headings and the like. Several fields stand in one row of the head. */
export function rowAt({ rows }: Progress, cell: CellRef): OwedRow | null {
  const here = rows.filter(({ row }) => row.row === cell.row);
  const field = here.find(({ row }) => row.kind === 'head' && row.label !== null && sameCell(row.label, cell));
  return field ?? here.find(({ row }) => row.kind !== 'head') ?? here[0] ?? null;
}
