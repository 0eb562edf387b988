import { Decimal } from 'decimal.js';
import { type Area, type CellRef, type CellValue, oneCell } from '../../sheet/snapshot';
import { Calculation } from './calculation';
import {
  type Actor,
  EMPTY_CELL,
  type EmulatedCell,
  type EmulatedComment,
  type EmulatedConditionalFormat,
  type SheetFurniture,
  type SheetToOpen,
  type WorkbookChange,
} from './cell';
import { displayText, guessFormat } from './display';
import { renameInFormula, shiftFormula } from './formulaText';
import { type Axis } from './sparseCells';
import { enter } from './input';
import { EmulatedSheet } from './sheet';

function openedCell(value: CellValue, text: string, formula: string, format?: string): EmulatedCell {
  const numberFormat = format ?? guessFormat(value, text);
  const base = { ...EMPTY_CELL, value, formula };
  if (numberFormat === null) return { ...base, shown: text };
  // A text that reads as a number must have been entered as text, or saving it again would change it.
  const prefixed = format === undefined && formula === '' && typeof value === 'string' && looksNumeric(value);
  const cell = { ...base, numberFormat, prefixed };
  return value !== null && displayText(value, numberFormat) !== text ? { ...cell, shown: text } : cell;
}

function looksNumeric(text: string): boolean {
  try {
    return text.trim() !== '' && new Decimal(text.trim()).isFinite();
  } catch {
    return false;
  }
}

/** Fills an emulated sheet with what a file held. Values are taken as they are stored; nothing is recalculated. */
function openInto(sheet: EmulatedSheet, source: SheetToOpen): void {
  const { snapshot } = source;
  for (let i = 0; i < snapshot.rowCount; i += 1) {
    for (let j = 0; j < snapshot.columnCount; j += 1) {
      const cell: CellRef = { row: snapshot.origin.row + i, column: snapshot.origin.column + j };
      const content = openedCell(
        snapshot.values[i]?.[j] ?? null,
        snapshot.texts[i]?.[j] ?? '',
        snapshot.formulas[i]?.[j] ?? '',
        source.numberFormats?.[i]?.[j],
      );
      sheet.put(cell, content);
    }
  }
  sheet.merges = [...snapshot.merges];
  if (snapshot.hidden !== undefined) sheet.hidden = snapshot.hidden;
  sheet.visibility = source.visibility ?? 'Visible';
}

/** One cell to be written. */
export interface NewContent {
  readonly cell: CellRef;
  readonly content: EmulatedCell;
}

/** The name under which the person at the page, and so the add-in, comments. */
export const USER_NAME = '本机用户';

/**
 * A workbook as Excel on the web holds it, for the workbench and the tests: what a person at the page does (`user…`
 * methods and the like), what a co-author does (`by: 'remote'`), and what Office.js does through `RichApiHost`.
 */
export class EmulatedWorkbook {
  readonly settings = new Map<string, string>();
  /** Set while a person types into a cell: Excel then refuses every request. */
  editing: { readonly sheetId: string; readonly cell: CellRef } | null = null;
  readOnly = false;
  /** A range of more cells gives neither values nor an error. */
  mostCellsAtOnce = 5_000_000;
  private readonly list: EmulatedSheet[] = [];
  private readonly listeners = new Set<(change: WorkbookChange) => void>();
  private readonly selections = new Map<string, Area>();
  private readonly calculation = new Calculation(() => this.list);
  private activeSheet: EmulatedSheet;
  private lastId = 0;

  constructor(
    readonly name: string,
    sheets: readonly SheetToOpen[] = [],
  ) {
    for (const source of sheets) openInto(this.append(source.snapshot.name), source);
    this.activeSheet =
      this.list.find(({ visibility }) => visibility === 'Visible') ?? this.list[0] ?? this.append('Sheet1');
  }

  get sheets(): readonly EmulatedSheet[] {
    return this.list;
  }

  get active(): EmulatedSheet {
    return this.activeSheet;
  }

  /** The selected area of the active sheet. */
  get selection(): Area {
    return this.selections.get(this.activeSheet.id) ?? oneCell({ row: 0, column: 0 });
  }

  /** A sheet by its id, or by its name as Excel compares names; `null` when there is none. */
  sheet(idOrName: string): EmulatedSheet | null {
    const name = idOrName.toLowerCase();
    return this.list.find((sheet) => sheet.id === idOrName || sheet.name.toLowerCase() === name) ?? null;
  }

  /** Calls back after each change until the returned function is called. */
  onChange(listener: (change: WorkbookChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(change: WorkbookChange): void {
    for (const listener of [...this.listeners]) listener(change);
  }

  newId(): string {
    this.lastId += 1;
    return `{${String(this.lastId).padStart(8, '0')}-0001-0000-0000-000000000000}`;
  }

  /** Writes cells of one area, recalculates, and tells. */
  write(sheet: EmulatedSheet, area: Area, writes: readonly NewContent[], by: Actor): void {
    for (const { cell, content } of writes) sheet.put(cell, content);
    this.calculation.recalculate(sheet, area);
    this.emit({ kind: 'cells', sheetId: sheet.id, area, by, change: 'RangeEdited' });
  }

  /** Changes formats only: no formula depends on them, and no change of values is told. */
  format(sheet: EmulatedSheet, writes: readonly NewContent[]): void {
    for (const { cell, content } of writes) sheet.put(cell, content);
    this.emit({ kind: 'formats', sheetId: sheet.id });
  }

  setConditionalFormats(sheet: EmulatedSheet, formats: readonly EmulatedConditionalFormat[]): void {
    sheet.conditionalFormats = formats;
    this.emit({ kind: 'formats', sheetId: sheet.id });
  }

  /** Changes what a sheet has besides its cells. */
  furnish(sheet: EmulatedSheet, change: Partial<SheetFurniture>): void {
    sheet.furniture = { ...sheet.furniture, ...change };
    this.emit({ kind: 'formats', sheetId: sheet.id });
  }

  /** A person types into a cell: `''` empties it, `'=…` stays text, `94.07%` becomes a number with its format. */
  userEdit(sheet: EmulatedSheet, cell: CellRef, input: string, by: Actor = 'user'): void {
    this.userPaste(sheet, cell, [[input]], by);
  }

  /** A person pastes rows of text; one change is told for the whole block. */
  userPaste(sheet: EmulatedSheet, at: CellRef, rows: readonly (readonly string[])[], by: Actor = 'user'): void {
    const width = Math.max(1, ...rows.map((row) => row.length));
    const area = { row: at.row, column: at.column, rowCount: Math.max(1, rows.length), columnCount: width };
    const writes = rows.flatMap((inputs, i) =>
      inputs.map((input, j) => {
        const cell = { row: at.row + i, column: at.column + j };
        return { cell, content: enter(sheet.cell(cell), input) };
      }),
    );
    this.write(sheet, area, writes, by);
  }

  /** Inserts rows or columns at a line, or deletes them when `count` is negative. */
  shift(sheet: EmulatedSheet, axis: Axis, at: number, count: number, by: Actor = 'user'): void {
    sheet.shift(axis, at, count);
    for (const other of this.list) {
      for (const [cell, formula] of [...other.formulaCells()]) {
        const shifted = shiftFormula(formula, other.name, sheet.name, axis, at, count);
        if (shifted !== formula) other.put(cell, { ...other.cell(cell), formula: shifted });
      }
    }
    const lines = Math.abs(count);
    const area =
      axis === 'row'
        ? { row: at, column: 0, rowCount: lines, columnCount: 16_384 }
        : { row: 0, column: at, rowCount: 1_048_576, columnCount: lines };
    this.calculation.recalculate(sheet, { row: 0, column: 0, rowCount: 1_048_576, columnCount: 16_384 });
    const change = `${axis === 'row' ? 'Row' : 'Column'}${count > 0 ? 'Inserted' : 'Deleted'}` as const;
    this.emit({ kind: 'cells', sheetId: sheet.id, area, by, change });
  }

  addSheet(name?: string, by: Actor = 'user'): EmulatedSheet {
    let number = this.list.length + 1;
    while (name === undefined && this.sheet(`Sheet${number}`) !== null) number += 1;
    const sheet = this.append(name ?? `Sheet${number}`);
    this.emit({ kind: 'sheetAdded', sheetId: sheet.id, by });
    return sheet;
  }

  /** Deletes a sheet; the last one cannot be deleted. */
  deleteSheet(sheet: EmulatedSheet, by: Actor = 'user'): boolean {
    const index = this.list.indexOf(sheet);
    if (index < 0 || this.list.length === 1) return false;
    this.list.splice(index, 1);
    const next = this.list[Math.min(index, this.list.length - 1)];
    if (this.activeSheet === sheet && next !== undefined) this.activate(next);
    this.emit({ kind: 'sheetDeleted', sheetId: sheet.id, by });
    return true;
  }

  /** Renames a sheet and the references to it; `false` when another one has the name. */
  renameSheet(sheet: EmulatedSheet, name: string): boolean {
    const holder = this.sheet(name);
    if (name.trim() === '' || name.length > 31 || (holder !== null && holder !== sheet)) return false;
    const before = sheet.name;
    sheet.name = name;
    for (const other of this.list) {
      for (const [cell, formula] of [...other.formulaCells()]) {
        const renamed = renameInFormula(formula, before, name);
        if (renamed !== formula) other.put(cell, { ...other.cell(cell), formula: renamed });
      }
    }
    this.emit({ kind: 'sheetRenamed', sheetId: sheet.id, before, after: name });
    return true;
  }

  activate(sheet: EmulatedSheet): void {
    if (sheet === this.activeSheet) return;
    this.activeSheet = sheet;
    this.emit({ kind: 'activated', sheetId: sheet.id });
  }

  select(sheet: EmulatedSheet, area: Area): void {
    this.activate(sheet);
    this.selections.set(sheet.id, area);
    this.emit({ kind: 'selection', sheetId: sheet.id, area });
  }

  merge(sheet: EmulatedSheet, area: Area): void {
    sheet.merge(area);
    this.emit({ kind: 'merges', sheetId: sheet.id });
  }

  /** Protects a sheet, apart from the unlocked areas, or lifts the protection. */
  protect(sheet: EmulatedSheet, on: boolean, unlocked: readonly Area[] = []): void {
    sheet.protection = on ? { unlocked } : null;
    this.emit({ kind: 'protection', sheetId: sheet.id });
  }

  /** A person starts to type into a cell: until the end Excel refuses every request of the add-in. */
  beginCellEdit(sheet: EmulatedSheet, cell: CellRef): void {
    this.editing = { sheetId: sheet.id, cell };
    this.emit({ kind: 'editing' });
  }

  /** The person is done; with `input` the cell is written. */
  endCellEdit(input?: string): void {
    const editing = this.editing;
    this.editing = null;
    this.emit({ kind: 'editing' });
    const sheet = editing === null ? null : this.sheet(editing.sheetId);
    if (editing !== null && sheet !== null && input !== undefined) this.userEdit(sheet, editing.cell, input);
  }

  setComments(sheet: EmulatedSheet, comments: readonly EmulatedComment[]): void {
    sheet.comments = comments;
    this.emit({ kind: 'comments', sheetId: sheet.id });
  }

  private append(name: string): EmulatedSheet {
    const sheet = new EmulatedSheet(this.newId(), name);
    this.list.push(sheet);
    return sheet;
  }
}

/** All that a workbook holds as plain data, to be compared with what it held before. Ids of comments are left out. */
export function workbookState(workbook: EmulatedWorkbook): unknown {
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    visibility: sheet.visibility,
    cells: [...sheet.cells()].map(([cell, content]) => ({ ...cell, ...content })),
    merges: sheet.merges,
    hidden: sheet.hidden,
    comments: sheet.comments.map(({ cell, author, content, replies }) => ({
      cell,
      author,
      content,
      replies: replies.map((reply) => ({ author: reply.author, content: reply.content })),
    })),
    notes: sheet.notes,
    conditionalFormats: sheet.conditionalFormats.map(({ id: _id, ...format }) => format),
    protection: sheet.protection,
  }));
}
