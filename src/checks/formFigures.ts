import type { Decimal } from 'decimal.js';
import type { ColumnRole, EvaluationForm } from '../form/model';
import { groupBy } from '../sheet/lists';
import { compact } from '../sheet/text';
import { cellAt, cellKey, cellsIn, contains, isBlank, type CellRef, type SheetSnapshot } from '../sheet/snapshot';
import { readFigure } from '../words/figure';
import { figureCells, type FigureRole } from './figures';

/** A figure of the form and what it is. */
export interface FormFigure {
  readonly cell: CellRef;
  readonly role: FigureRole;
  /** The heading's role, where a figure without one of ours stands in a column that has one: 复核得分. */
  readonly column: ColumnRole | null;
}

type Known = Map<number, FormFigure>;

function withRoles(form: EvaluationForm): Known {
  const known: Known = new Map();
  for (const [key, { figure, role }] of figureCells(form)) {
    if (figure.state === 'figure') known.set(key, { cell: figure.at, role, column: null });
  }
  for (const { target, actual } of form.indicators.flatMap((indicator) => [indicator, ...indicator.parts])) {
    for (const [quantity, role] of [
      [target, 'target'],
      [actual, 'actual'],
    ] as const) {
      const kind = quantity?.value?.kind;
      if (quantity === null || (kind !== 'number' && kind !== 'range')) continue;
      const key = cellKey(quantity.at);
      if (!known.has(key)) known.set(key, { cell: quantity.at, role, column: null });
    }
  }
  return known;
}

/** Labels beside which digits name something rather than count it. */
const NAMING =
  /电话|手机|传真|邮编|邮政编码|编码|代码|账号|帐号|身份证|证号|文号|编号|序号|QQ|日期|时间|年度|年份|[栏行列]次/;
const NUMBERING = /^(?:序号?|编号|项次|行次|№|No\.?|代码|编码|项目代码)$/i;
const LONGEST_LABEL = 20;
/** As displayed: a date that Excel keeps as a number. */
const AS_DATE = /[年月日]|\d[-/.]\d{1,2}[-/.]\d|\d{1,2}:\d\d|^\d{1,2}[-/]\d{1,2}$/;
const AS_YEAR = /^(?:19|20)\d\d$/;
const AS_PHONE = /^(?:1[3-9]\d{9}|0\d{2,3}[-－]?\d{7,8}|[2-8]\d{6,7})$/;
/** What no figure is longer than, as text. */
const LONGEST_FIGURE = 40;

/** Whether a cell holds a figure and nothing else; digits that name a day, a year or a telephone are none. */
function isFigure(snapshot: SheetSnapshot, cell: CellRef): boolean {
  const read = cellAt(snapshot, cell);
  if (isBlank(read) || read.text.length > LONGEST_FIGURE || AS_DATE.test(read.text)) return false;
  if (typeof read.value === 'string' && !/[0-9０-９]/.test(read.value)) return false;
  if (readFigure(read).state !== 'figure') return false;
  const plain = compact(read.text);
  return !AS_YEAR.test(plain) && !(typeof read.value === 'string' && AS_PHONE.test(plain));
}

/** The nearest text to the left of a cell that is short enough for a label; `''` where there is none. */
export function labelBeside(snapshot: SheetSnapshot, { row, column }: CellRef): string {
  for (let left = column - 1; left >= snapshot.origin.column; left--) {
    const { text, value } = cellAt(snapshot, { row, column: left });
    if (typeof value !== 'string' || compact(text) === '') continue;
    return text.length <= LONGEST_LABEL ? text : '';
  }
  return '';
}

/** Columns headed 序号, and those in which figures only count their rows: 1, 2, 3. */
function isNumbered(form: EvaluationForm, snapshot: SheetSnapshot, column: number, cells: readonly CellRef[]): boolean {
  // 行次 may head a column of the money too.
  for (let { row } = cells[0] ?? form.area; row >= form.area.row; row--) {
    if (NUMBERING.test(compact(cellAt(snapshot, { row, column }).text.slice(0, LONGEST_LABEL)))) return true;
  }
  const counts = cells.map((cell) => Number(compact(cellAt(snapshot, cell).text)));
  const steps = counts.filter((count, at) => count === 1 || count === (counts[at - 1] ?? NaN) + 1).length;
  const names = form.indicators[0]?.name.at.column ?? 0;
  return column < names && counts.length > 1 && steps === counts.length;
}

/** The cell above in whose block this one only repeats what stands there, where the sheet has no merged areas. */
function isRepeat(snapshot: SheetSnapshot, repeated: Set<number>, known: Known, cell: CellRef): boolean {
  const above = { row: cell.row - 1, column: cell.column };
  const role = known.get(cellKey(above))?.role;
  const repeats = role === 'groupWeight' || role === 'groupScore' || repeated.has(cellKey(above));
  if (!repeats || cellAt(snapshot, above).value !== cellAt(snapshot, cell).value) return false;
  repeated.add(cellKey(cell));
  return true;
}

function withoutRole(form: EvaluationForm, snapshot: SheetSnapshot, known: Known): FormFigure[] {
  const { area } = form;
  const cells: CellRef[] = [];
  const repeated = new Set<number>();
  const isHeading = (row: number) => form.headers.some((header) => row >= header.row && row <= header.lastRow);
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    const values = isHeading(row) ? [] : (snapshot.values[row - snapshot.origin.row] ?? []);
    for (const [at, value] of values.entries()) {
      if (typeof value !== 'number' && typeof value !== 'string') continue;
      const cell = { row, column: snapshot.origin.column + at };
      if (!contains(area, cell) || known.has(cellKey(cell)) || !isFigure(snapshot, cell)) continue;
      if (isRepeat(snapshot, repeated, known, cell) || NAMING.test(labelBeside(snapshot, cell))) continue;
      cells.push(cell);
    }
  }
  return [...groupBy(cells, ({ column }) => column)].flatMap(([column, own]) => {
    if (isNumbered(form, snapshot, column, own)) return [];
    return own.flatMap((cell) => {
      const role = columnRole(form, cell);
      const nothing = WORDS.has(role) && readFigure(cellAt(snapshot, cell)).value?.isZero() === true;
      return nothing ? [] : [{ cell, role: 'none' as const, column: role }];
    });
  });
}

/** Columns for words: 0 in one of them says that there is nothing to say. */
const WORDS: ReadonlySet<ColumnRole | null> = new Set<ColumnRole>(['basis', 'evidence', 'improvement', 'definition']);

function columnRole(form: EvaluationForm, { row, column }: CellRef): ColumnRole | null {
  const header = [...form.headers].reverse().find((one) => one.row <= row);
  return header?.columns.find(({ heading }) => heading.at.column === column)?.role ?? null;
}

/**
 * Every figure in the form's area by its cell's key: those with a role, and those that stand alone in a cell without one.
 * Dates, years, numbering and telephone numbers are none.
 */
export function formFigures(form: EvaluationForm, snapshot: SheetSnapshot): ReadonlyMap<number, FormFigure> {
  const known = withRoles(form);
  for (const figure of withoutRole(form, snapshot, known)) known.set(cellKey(figure.cell), figure);
  return known;
}

/** The figures of one row that have no role and stand in no column that has one. */
export function unreadIn(form: EvaluationForm, snapshot: SheetSnapshot, row: number): readonly Decimal[] {
  const known = figureCells(form);
  return [...cellsIn({ ...form.area, row, rowCount: 1 })].flatMap((cell) => {
    const isOpen = !known.has(cellKey(cell)) && columnRole(form, cell) === null && isFigure(snapshot, cell);
    return isOpen ? (readFigure(cellAt(snapshot, cell)).value ?? []) : [];
  });
}

/** The figures in a column of points from the first item down to the total that belong to no row that was understood. */
export function unreadPoints(
  form: EvaluationForm,
  snapshot: SheetSnapshot,
  role: 'weight' | 'stated',
): readonly Decimal[] {
  const [first, total] = [form.indicators[0]?.row, form.total?.stated?.at.row];
  if (first === undefined || total === undefined) return [];
  const known = figureCells(form);
  return [...cellsIn({ ...form.area, row: first, rowCount: Math.max(0, total - first) })].flatMap((cell) => {
    const isOpen = !known.has(cellKey(cell)) && isFigure(snapshot, cell) && columnRole(form, cell) === role;
    return isOpen ? (readFigure(cellAt(snapshot, cell)).value ?? []) : [];
  });
}
