import { type PlacedFinding, splitAside, withoutItem } from '../../advice/places';
import { Decimal } from 'decimal.js';
import { differenceOf, gradeText, openCount } from '../../advice/batch';
import { baseName } from '../../sheet/fileName';
import { compact } from '../../sheet/text';
import { points, pointsText } from '../components/figures';
import { type BatchRow, isReturned, receivedOf } from './state';

/** `check ID` are the forms in which that check found something loud. */
export type BatchFilter = 'all' | 'returned' | 'passed' | 'unread' | `check ${string}`;

/** Whether a row is shown under a filter. */
export function isAmong(row: BatchRow, filter: BatchFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'returned':
      return isReturned(row);
    case 'passed':
      return row.form !== null && !row.unused && !isReturned(row);
    case 'unread':
      return row.form === null;
    default:
      return !row.unused && loudIn(row).some(({ finding }) => `check ${finding.check}` === filter);
  }
}

function loudIn({ form, aside }: BatchRow): readonly PlacedFinding[] {
  return splitAside(form?.findings ?? [], aside).open.filter(({ finding }) => finding.severity !== 'info');
}

/** From which width of the view a column is shown. */
export type Room = 'always' | 'middle' | 'wide';

/** A column as it is declared. */
interface Declared {
  readonly id: string;
  readonly label: string;
  /** Where the label is short for something. */
  readonly full?: string;
  readonly room: Room;
  /** How wide it is made, and whether its words stay in one line. */
  readonly look?: 'unit' | 'line' | 'grade' | 'long';
  readonly figure: boolean;
  readonly text: (row: BatchRow) => string;
  /** The value rows are sorted by; `null` comes last in either direction. */
  readonly order: (row: BatchRow) => number | string | null;
}

function figureOrder(value: string | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function difference({ form }: BatchRow): Decimal | null {
  return form === null ? null : differenceOf(form);
}

/** Stated total minus the sum of the stated scores, in points. */
function sumDifference({ form }: BatchRow): Decimal | null {
  if (form === null || form.stated === null || form.sumOfStated === null) return null;
  return new Decimal(form.stated).minus(form.sumOfStated);
}

function count(row: BatchRow, severity: 'error' | 'warning'): number | null {
  const received = receivedOf(row);
  return received === null ? null : openCount(received, severity);
}

/** `+0.30`, `0`, and `—` where there is nothing to subtract. */
function signed(value: Decimal | null): string {
  if (value === null) return '—';
  if (value.isZero()) return '0';
  return `${value.gt(0) ? '+' : '−'}${points(value.abs())}`;
}

/** Differences from here on are more than the rounding of a score or two. */
const MORE_THAN_ROUNDING = 0.02;

/** Whether a figure of the table is one to look at: a difference that the checks leave at a question is none. */
export function isBad({ id }: Column, row: BatchRow): boolean {
  const errors = count(row, 'error') ?? 0;
  if (id === 'errors') return errors > 0;
  const off = id === 'difference' ? difference(row) : id === 'sums' ? sumDifference(row) : null;
  return off?.abs().gte(MORE_THAN_ROUNDING) === true && (errors > 0 || (count(row, 'warning') ?? 0) > 0);
}

/** What is wrong first in a form that goes back, in a few words; `''` for others. */
export function causeText(row: BatchRow): string {
  const loud = loudIn(row);
  const [worst] = [...loud].sort(
    (a, b) =>
      Number(b.finding.severity === 'error') - Number(a.finding.severity === 'error') ||
      Number(b.points ?? 0) - Number(a.points ?? 0),
  );
  if (worst === undefined) return '';
  const more = loud.length > 1 ? ` 等 ${loud.length} 处` : '';
  // Of a name so long there would be room for half, and none for what is wrong.
  return `${withoutItem(worst.finding.title, worst.item)}${more}`;
}

/** The unit, or the file's name where the form does not say. */
export function organisationText({ form, file }: BatchRow): string {
  const organisation = form?.organisation ?? '';
  return organisation === '' ? baseName(file) : organisation;
}

export function projectText({ form }: BatchRow): string {
  return form?.project ?? '';
}

/** The name of a form or a rulebook without the words that all of them end in. */
function shortly(name: string | undefined): string | null {
  return name?.replace(/(?<=.)绩效自评表$/, '').trim() ?? null;
}

type Shown = Pick<Declared, 'figure' | 'text' | 'order'>;

/** A column of words; rows without them stand at the end. */
function words(of: (row: BatchRow) => string | null): Shown {
  return { figure: false, text: (row) => of(row) ?? '', order: of };
}

/** A column of whole numbers, and what stands there where there is none. */
function number(of: (row: BatchRow) => number | null, none: string): Shown {
  return { figure: true, text: (row) => of(row)?.toString() ?? none, order: of };
}

/** A column of points, as decimal strings. */
function figure(of: (row: BatchRow) => string | null | undefined): Shown {
  return { figure: true, text: (row) => pointsText(of(row)), order: (row) => figureOrder(of(row)) };
}

/** A column of differences: the largest are looked for, in either direction. */
function off(of: (row: BatchRow) => Decimal | null): Shown {
  return { figure: true, text: (row) => signed(of(row)), order: (row) => of(row)?.abs().toNumber() ?? null };
}

const DECLARED = [
  { id: 'unit', label: '单位', room: 'always', look: 'unit', ...words(organisationText) },
  { id: 'project', label: '项目', room: 'wide', look: 'long', ...words(projectText) },
  { id: 'kind', label: '表', room: 'wide', look: 'line', ...words(({ form }) => shortly(form?.kind)) },
  { id: 'year', label: '年度', room: 'middle', ...number(({ form }) => form?.year ?? null, '—') },
  { id: 'stated', label: '自评', room: 'always', ...figure(({ form }) => form?.stated) },
  { id: 'recomputed', label: '复算', room: 'always', ...figure(({ form }) => form?.recomputed) },
  { id: 'sums', label: '比各项之和', full: '自评比各项之和多少', room: 'always', ...off(sumDifference) },
  { id: 'difference', label: '比复算', full: '自评比复算多少', room: 'always', ...off(difference) },
  {
    id: 'grade',
    label: '等级',
    full: '等级（表内没有写的按复算总分）',
    room: 'middle',
    look: 'grade',
    ...words(({ form }) => (form === null ? null : gradeText(form))),
  },
  { id: 'errors', label: '错误', room: 'always', ...number((row) => count(row, 'error'), '') },
  { id: 'warnings', label: '提醒', room: 'always', ...number((row) => count(row, 'warning'), '') },
  { id: 'rulebook', label: '规则', room: 'wide', look: 'long', ...words(({ form }) => shortly(form?.rulebook.name)) },
  { id: 'file', label: '文件', room: 'wide', look: 'long', ...words(({ file }) => file) },
] as const satisfies readonly Declared[];

export type ColumnId = (typeof DECLARED)[number]['id'];

export type Column = Declared & { readonly id: ColumnId };

export const COLUMNS: readonly Column[] = DECLARED;

export interface Sorting {
  readonly column: ColumnId;
  readonly descending: boolean;
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

function compare(a: number | string | null, b: number | string | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return COLLATOR.compare(String(a), String(b));
}

/**
 * The worst first: of those with errors the one whose total is farthest off, then most errors and warnings; what can't be
 * read at the end.
 */
function worstFirst(rows: readonly BatchRow[]): readonly BatchRow[] {
  const badness = (row: BatchRow): readonly number[] => {
    const offs = [difference(row), sumDifference(row)].map((off) => off?.abs().toNumber() ?? 0);
    const off = Math.max(...offs);
    const errors = count(row, 'error') ?? 0;
    const loud = errors > 0 ? 1 : 0;
    return [row.form === null ? 0 : 1, loud, off < MORE_THAN_ROUNDING ? 0 : off, errors, count(row, 'warning') ?? 0];
  };
  return rows
    .map((row) => ({ row, by: badness(row) }))
    .sort((a, b) => b.by.map((value, at) => value - (a.by[at] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .map(({ row }) => row);
}

/** Rows as the officer wants to see them. Without a sorting the worst come first. */
export function shownRows(
  rows: readonly BatchRow[],
  filter: BatchFilter,
  search: string,
  sorting: Sorting | null,
): readonly BatchRow[] {
  const words = compact(search).toLowerCase();
  const found = rows.filter((row) => {
    if (!isAmong(row, filter)) return false;
    return (
      words === '' ||
      compact(`${organisationText(row)} ${row.file} ${row.form?.title ?? ''} ${projectText(row)}`)
        .toLowerCase()
        .includes(words)
    );
  });
  const column = COLUMNS.find(({ id }) => id === sorting?.column);
  if (sorting === null || column === undefined) return worstFirst(found);
  return found
    .map((row) => ({ row, by: column.order(row) }))
    .sort((a, b) => {
      if (a.by === null || b.by === null) return Number(a.by === null) - Number(b.by === null);
      return sorting.descending ? compare(b.by, a.by) : compare(a.by, b.by);
    })
    .map(({ row }) => row);
}
