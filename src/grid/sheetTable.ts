import { columnName, formatAddress, parseAddress } from '../sheet/address';
import { endOfEditing, gridActionOf } from '../sheet/gridKeys';
import { neighbour, type Step } from '../sheet/layout';
import { type Area, cellKey, type CellRef, cellsIn, intersection, oneCell, sameCell } from '../sheet/snapshot';
import { CellField, type Edit } from './cellField';
import { element } from './dom';

/** What a cell, or the first one of a merged area, looks like. */
export interface CellFace {
  readonly text: string;
  /** Classes, each with whether the cell has it. */
  readonly classes: Readonly<Record<string, boolean>>;
  /** Before the text; not read out. */
  readonly sign?: string;
  /** Shown under the pointer. */
  readonly title?: string;
  /** Read out after address and text. */
  readonly said?: readonly string[];
  readonly style?: Readonly<Partial<CSSStyleDeclaration>>;
}

export interface ShownSheet {
  readonly name: string;
  readonly shown: Area;
  readonly merges: readonly Area[];
  /** Pixels of the shown columns. */
  readonly widths: readonly number[];
  readonly face: (cell: CellRef) => CellFace;
}

/** Whose sheet it is: the pane's session, or the emulated workbook. */
export interface SheetOwner {
  /** Selects a cell; `select` of the table is to follow. */
  readonly select: (cell: CellRef) => void;
  /** Begins to edit a cell; `null`, having said why, where nothing can be written. */
  readonly edit: (cell: CellRef) => Edit | null;
  readonly undo?: () => void;
  /** Enter and Tab lead to the next cell, as in Excel; else Enter edits and Tab leads out of the table. */
  readonly leadsOn: boolean;
}

/** The merged area of each cell that has one, by its key; no area reaches beyond what is shown. */
export function mergedCells(merges: readonly Area[], shown: Area): ReadonlyMap<number, Area> {
  const areas = merges.flatMap((area) => intersection(area, shown) ?? []);
  return new Map(areas.flatMap((area) => [...cellsIn(area)].map((cell) => [cellKey(cell), area])));
}

/** Enough for five digits; the style sheet keeps what is scrolled to clear of it. */
const ROW_HEAD = 48;

interface ShownCell {
  readonly td: HTMLTableCellElement;
  readonly at: CellRef;
  /** Its face as it was drawn last. */
  face: string;
}

function drawCell(cell: ShownCell, { text, classes, sign = '', title = '', said = [], style = {} }: CellFace): void {
  const face = JSON.stringify([text, classes, sign, title, said, style]);
  if (face === cell.face) return;
  cell.face = face;
  const { td, at } = cell;
  td.textContent = text;
  if (sign !== '') td.prepend(element('span', 'sign', sign));
  td.firstElementChild?.setAttribute('aria-hidden', 'true');
  td.className = Object.keys(classes)
    .filter((name) => classes[name] === true)
    .join(' ');
  td.title = title;
  td.setAttribute('aria-label', [formatAddress(at), text === '' ? '空' : text, ...said].join('，'));
  td.removeAttribute('style');
  Object.assign(td.style, style);
}

/**
 * A sheet as a plain table in which cells are looked at, selected and edited as in a spreadsheet. An element
 * `grid-keys` of the page says by which keys.
 */
export class SheetTable {
  private readonly table = element('table', 'sheet-table');
  private readonly field: CellField;
  private cells = new Map<string, ShownCell>();
  private columns: readonly HTMLElement[] = [];
  private rowHeads: readonly HTMLElement[] = [];
  private columnHeads: readonly HTMLElement[] = [];
  private merged: ReadonlyMap<number, Area> = new Map();
  private shown: Area = oneCell({ row: 0, column: 0 });
  private shape = '';
  private selected: HTMLTableCellElement | null = null;
  /** The cell that was asked for in the table itself, so that the keyboard belongs there. */
  private asked: string | null = null;

  /** `bar` edits the selected cell, too. */
  constructor(
    private readonly holder: HTMLElement,
    private readonly owner: SheetOwner,
    bar: HTMLTextAreaElement | null = null,
  ) {
    const { table } = this;
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-describedby', 'grid-keys');
    this.field = new CellField(this, owner, bar);
    holder.replaceChildren(table, this.field.root);
    table.addEventListener('mousedown', ({ target }) => this.onCell(target, (cell) => this.go(cell)));
    table.addEventListener('dblclick', ({ target }) => this.onCell(target, (cell) => this.edit(cell, null)));
    table.addEventListener('keydown', (event) => this.onCell(event.target, (cell) => this.onKey(event, cell)));
  }

  /** The cell that is selected; for a merged area its first one. */
  get current(): CellRef {
    return this.cellOf(this.selected) ?? this.shown;
  }

  get editing(): boolean {
    return this.field.editing;
  }

  /** The table cell that shows a cell, or `null` where none does. */
  tableCell(cell: CellRef): HTMLTableCellElement | null {
    return this.cells.get(formatAddress(this.first(cell)))?.td ?? null;
  }

  /** The cell that an element of the table shows, or `null` for anything else. */
  cellOf(target: EventTarget | null): CellRef | null {
    const td = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
    return parseAddress(td?.dataset['cell'] ?? '');
  }

  /** Brings the table up to date; builds it anew where rows, columns or merged areas changed. */
  draw(sheet: ShownSheet, selected: CellRef | null): void {
    const shape = JSON.stringify([sheet.name, sheet.shown, sheet.merges]);
    if (shape !== this.shape) this.build(sheet);
    this.shape = shape;
    this.columns.forEach((column, index) => (column.style.width = `${sheet.widths[index] ?? 0}px`));
    // Told, so that a text that runs over its neighbours does not widen its column.
    this.table.style.width = `${ROW_HEAD + sheet.widths.reduce((sum, width) => sum + width, 0)}px`;
    for (const cell of this.cells.values()) drawCell(cell, sheet.face(cell.at));
    this.field.place();
    this.select(selected);
  }

  /** Marks the selected cell and scrolls to it; the keyboard goes there, too, where it was asked for in the table. */
  select(selected: CellRef | null): void {
    const first = this.first(selected ?? this.shown);
    const td = this.tableCell(first);
    const mine = this.asked === formatAddress(first);
    if (this.selected !== td) {
      if (this.selected !== null) this.selected.tabIndex = -1;
      this.selected?.setAttribute('aria-selected', 'false');
      this.selected = td;
      if (td !== null) td.tabIndex = 0;
      if (td !== null && selected !== null) this.reveal(td, mine ? 'nearest' : 'center');
    }
    td?.setAttribute('aria-selected', String(selected !== null));
    const { row, column, rowCount, columnCount } = this.merged.get(cellKey(first)) ?? oneCell(first);
    const mark = (heads: readonly HTMLElement[], from: number, count: number) =>
      heads.forEach((head, at) =>
        head.classList.toggle('current', selected !== null && at >= from && at < from + count),
      );
    mark(this.rowHeads, row - this.shown.row, rowCount);
    mark(this.columnHeads, column - this.shown.column, columnCount);
    if (!mine) return;
    this.asked = null;
    if (!this.editing) td?.focus({ preventScroll: true });
  }

  /** Selects a cell and gives it the keyboard. */
  go(cell: CellRef, step: Step = { rows: 0, columns: 0 }): void {
    const next = neighbour((at) => this.merged.get(cellKey(at)) ?? null, this.first(cell), step, this.shown);
    this.asked = formatAddress(next);
    this.owner.select(next);
  }

  private edit(cell: CellRef, typed: string | null): void {
    if (this.tableCell(cell)?.ariaSelected !== 'true') this.go(cell);
    this.field.open(cell, typed);
  }

  private first(cell: CellRef): CellRef {
    return this.merged.get(cellKey(cell)) ?? cell;
  }

  private onCell(target: EventTarget | null, act: (cell: CellRef) => void): void {
    const cell = this.cellOf(target);
    if (cell !== null) act(cell);
  }

  private onKey(event: KeyboardEvent, cell: CellRef): void {
    if (event.isComposing) return;
    const onward = this.owner.leadsOn && event.key !== 'Escape' ? endOfEditing(event) : null;
    const action = onward === null ? gridActionOf(event) : { kind: 'move' as const, step: onward.step };
    if (action === null) return;
    // An input method goes on with the key in the field.
    if (event.key !== 'Process') event.preventDefault();
    if (action.kind === 'move') this.go(cell, action.step);
    else if (action.kind === 'edit') this.edit(cell, action.typed);
    else if (action.kind === 'clear') this.owner.edit(cell)?.end('');
    else this.owner.undo?.();
  }

  /** Scrolls as little as needed; along a side on which the cell is larger than the view, not at all. */
  private reveal(td: HTMLTableCellElement, block: ScrollLogicalPosition): void {
    const view = this.holder.parentElement;
    if (view === null) return;
    const fits = { wide: td.offsetWidth < view.clientWidth, high: td.offsetHeight < view.clientHeight };
    const { scrollLeft, scrollTop } = view;
    td.scrollIntoView({ block, inline: 'nearest' });
    if (!fits.wide) view.scrollLeft = scrollLeft;
    if (!fits.high) view.scrollTop = scrollTop;
  }

  private build({ name, shown, merges }: ShownSheet): void {
    // The keyboard stays where it is.
    if (this.selected !== null && this.selected === document.activeElement) this.asked = formatAddress(this.current);
    this.shown = shown;
    this.merged = mergedCells(merges, shown);
    this.selected = null;
    this.cells = new Map();
    const { table } = this;
    table.setAttribute('aria-label', `工作表 ${name}`);
    table.setAttribute('aria-rowcount', String(shown.rowCount + 1));
    table.setAttribute('aria-colcount', String(shown.columnCount + 1));
    const rowHead = element('col');
    rowHead.style.width = `${ROW_HEAD}px`;
    const range = (count: number) => Array.from({ length: count }, (_, index) => index);
    this.columns = range(shown.columnCount).map(() => element('col'));
    this.columnHeads = range(shown.columnCount).map((index) => this.head('col', columnName(shown.column + index)));
    this.rowHeads = range(shown.rowCount).map((index) => this.head('row', String(shown.row + index + 1)));
    const [columns, head, heads, body] = [element('colgroup'), element('thead'), element('tr'), element('tbody')];
    columns.append(rowHead, ...this.columns);
    heads.append(element('td'), ...this.columnHeads);
    head.append(heads);
    body.append(...this.rowHeads.map((first, index) => this.row(first, shown.row + index)));
    table.replaceChildren(columns, head, body);
  }

  private head(scope: 'row' | 'col', text: string): HTMLTableCellElement {
    const head = element('th', '', text);
    head.scope = scope;
    return head;
  }

  private row(head: HTMLElement, row: number): HTMLTableRowElement {
    const tr = element('tr');
    tr.setAttribute('aria-rowindex', String(row - this.shown.row + 2));
    tr.append(head);
    for (const at of cellsIn({ ...this.shown, row, rowCount: 1 })) {
      const area = this.merged.get(cellKey(at)) ?? oneCell(at);
      if (!sameCell(area, at)) continue;
      const td = element('td');
      td.dataset['cell'] = formatAddress(at);
      td.setAttribute('role', 'gridcell');
      td.setAttribute('aria-colindex', String(at.column - this.shown.column + 2));
      td.setAttribute('aria-selected', 'false');
      td.tabIndex = -1;
      td.rowSpan = area.rowCount;
      td.colSpan = area.columnCount;
      this.cells.set(formatAddress(at), { td, at, face: '' });
      tr.append(td);
    }
    return tr;
  }
}
