import { columnName, formatAddress } from '../../sheet/address';
import { type CellRef, oneCell, sameCell } from '../../sheet/snapshot';
import type { EmulatedConditionalFormat } from '../emulator/cell';
import type { EmulatedSheet } from '../emulator/sheet';
import type { EmulatedWorkbook } from '../emulator/workbook';
import { element } from './dom';
import { columnWidths, type Extent, extentOf, isTitle, shownCell } from './layout';

/** Files that are read give no alignment: what forms centre are the short texts of merged areas. */
const LONGEST_CENTRED = 14;

/** A format that needs no calculating, as our highlights: the others of an add-in's page are not drawn here. */
function isAlways({ fill, formula }: EmulatedConditionalFormat): boolean {
  return fill !== null && formula.includes('zipingbiao-');
}

/** Draws one cell's contents and marks into its table cell; leaves alone what is already so. */
function drawCell(td: HTMLTableCellElement, sheet: EmulatedSheet, cell: CellRef): void {
  const { value, fill, look } = sheet.cell(cell);
  const text = sheet.text(cell);
  if (td.textContent !== text) td.textContent = text;

  const merge = sheet.mergeAt(cell);
  const classes = new Set<string>();
  if (typeof value === 'number') classes.add('number');
  if (merge !== null && text.length <= LONGEST_CENTRED) classes.add(isTitle(sheet, merge) ? 'title' : 'merged');
  const comment = sheet.commentAt(cell);
  const note = sheet.noteAt(cell);
  if (comment !== null) classes.add('commented');
  if (note !== null) classes.add('noted');

  // Excel shows the first conditional format that gives a fill; ours are always true.
  const highlight = sheet.conditionalFormatsAt(cell).find(isAlways);
  const background = highlight?.fill ?? fill ?? '';
  if (background !== '') classes.add('filled');
  if (td.dataset['fill'] !== background) {
    td.dataset['fill'] = background;
    td.style.backgroundColor = background;
  }
  td.style.fontWeight = look?.bold === true ? '700' : '';
  td.style.fontSize = look?.size === undefined || look.size <= 11 ? '' : `${look.size}pt`;
  td.style.color = look?.color ?? '';
  td.style.textAlign = look?.horizontal ?? '';
  // What an add-in dressed without wrapping runs over the empty cells beside it, as in Excel.
  const runsOver = look !== undefined && look.wrap !== true;
  td.style.whiteSpace = runsOver ? 'nowrap' : '';
  td.style.overflow = runsOver ? 'visible' : '';
  const className = [...classes].join(' ');
  if (td.dataset['look'] !== className) {
    td.dataset['look'] = className;
    td.className = className;
  }
  const marks = [comment === null ? '' : '有批注', note === null ? '' : '有备注'].filter((mark) => mark !== '');
  const label = [formatAddress(cell), text === '' ? '空' : text, ...marks].join('，');
  if (td.getAttribute('aria-label') !== label) td.setAttribute('aria-label', label);
}

/** Pixels of the column of row numbers, as the style sheet has it. */
const ROW_HEAD = 44;

/**
 * The active sheet as a table. It shows and selects; typing is `GridKeys`' and `CellEditor`'s.
 */
export class GridView {
  private cells = new Map<string, HTMLTableCellElement>();
  private rowHeads: HTMLTableCellElement[] = [];
  private columnHeads: HTMLTableCellElement[] = [];
  private shape = '';
  private shown: Extent = { rows: 0, columns: 0 };
  private selected: HTMLTableCellElement | null = null;

  constructor(
    private readonly holder: HTMLElement,
    private workbook: EmulatedWorkbook,
  ) {}

  get extent(): Extent {
    return this.shown;
  }

  /** The cell that is selected; for a merged area its first one. */
  get current(): CellRef {
    return shownCell(this.workbook.active, this.workbook.selection);
  }

  setWorkbook(workbook: EmulatedWorkbook): void {
    this.workbook = workbook;
    this.shape = '';
    this.refresh();
  }

  /** The table cell that shows a cell, or `null` where none does. */
  tableCell(cell: CellRef): HTMLTableCellElement | null {
    return this.cells.get(formatAddress(shownCell(this.workbook.active, cell))) ?? null;
  }

  /** The cell that an element of the table shows, or `null` for anything else. */
  cellOf(target: EventTarget | null): CellRef | null {
    const td = target instanceof Element ? target.closest('td') : null;
    if (td === null || !this.holder.contains(td)) return null;
    return { row: Number(td.dataset['row']), column: Number(td.dataset['column']) };
  }

  /** Brings the table up to date with the workbook; builds it anew where rows, columns or merged areas changed. */
  refresh(): void {
    const sheet = this.workbook.active;
    const extent = extentOf(sheet);
    const shape = JSON.stringify([sheet.id, extent, sheet.merges]);
    if (shape !== this.shape) this.build(sheet, extent);
    this.shape = shape;
    for (const td of this.cells.values()) {
      drawCell(td, sheet, { row: Number(td.dataset['row']), column: Number(td.dataset['column']) });
    }
    this.showSelection({ focus: false });
  }

  /** Marks the selected cell and scrolls to it; `focus` moves the keyboard there too. */
  showSelection({ focus }: { readonly focus: boolean }): void {
    const cell = this.current;
    const td = this.tableCell(cell);
    if (this.selected !== td) {
      this.selected?.setAttribute('aria-selected', 'false');
      if (this.selected !== null) this.selected.tabIndex = -1;
      td?.setAttribute('aria-selected', 'true');
      if (td !== null) td.tabIndex = 0;
      this.selected = td;
      if (td !== null) this.reveal(td);
    }
    const area = this.workbook.active.mergeAt(cell) ?? oneCell(cell);
    this.rowHeads.forEach((head, row) =>
      head.classList.toggle('current', row >= area.row && row < area.row + area.rowCount),
    );
    this.columnHeads.forEach((head, column) =>
      head.classList.toggle('current', column >= area.column && column < area.column + area.columnCount),
    );
    if (focus) td?.focus({ preventScroll: true });
  }

  /** Scrolls as little as needed; along a side on which the cell is larger than the view, not at all. */
  private reveal(td: HTMLTableCellElement): void {
    const view = this.holder.parentElement;
    if (view === null) return;
    const fits = { wide: td.offsetWidth < view.clientWidth, high: td.offsetHeight < view.clientHeight };
    const { scrollLeft, scrollTop } = view;
    td.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (!fits.wide) view.scrollLeft = scrollLeft;
    if (!fits.high) view.scrollTop = scrollTop;
  }

  private build(sheet: EmulatedSheet, extent: Extent): void {
    this.shown = extent;
    this.cells = new Map();
    this.selected = null;
    const table = element('table', 'grid');
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-label', `工作表 ${sheet.name}`);
    table.setAttribute('aria-describedby', 'grid-keys');
    table.setAttribute('aria-rowcount', String(extent.rows + 1));
    table.setAttribute('aria-colcount', String(extent.columns + 1));
    const widths = columnWidths(sheet, extent.columns);
    // Told, so that a text that runs over its neighbours does not widen its column.
    table.style.width = `${ROW_HEAD + widths.reduce((sum, width) => sum + width, 0)}px`;
    table.append(this.buildColumns(widths), this.buildHead(extent), this.buildBody(sheet, extent));
    this.holder.replaceChildren(table);
  }

  private buildColumns(widths: readonly number[]): HTMLElement {
    const group = element('colgroup');
    group.append(element('col', 'row-head'));
    for (const width of widths) {
      const column = element('col');
      column.style.width = `${width}px`;
      group.append(column);
    }
    return group;
  }

  private buildHead(extent: Extent): HTMLElement {
    const head = element('thead');
    const row = element('tr');
    const corner = element('th', 'corner');
    corner.scope = 'col';
    corner.append(element('span', 'unseen', '行号'));
    row.append(corner);
    this.columnHeads = Array.from({ length: extent.columns }, (_, column) => {
      const th = element('th', '', columnName(column));
      th.scope = 'col';
      return th;
    });
    row.append(...this.columnHeads);
    head.append(row);
    return head;
  }

  private buildBody(sheet: EmulatedSheet, extent: Extent): HTMLElement {
    const body = element('tbody');
    this.rowHeads = [];
    for (let row = 0; row < extent.rows; row += 1) {
      const tr = element('tr');
      tr.setAttribute('aria-rowindex', String(row + 2));
      const head = element('th', '', String(row + 1));
      head.scope = 'row';
      this.rowHeads.push(head);
      tr.append(head);
      for (let column = 0; column < extent.columns; column += 1) {
        const td = this.buildCell(sheet, { row, column });
        if (td !== null) tr.append(td);
      }
      body.append(tr);
    }
    return body;
  }

  private buildCell(sheet: EmulatedSheet, cell: CellRef): HTMLTableCellElement | null {
    const merge = sheet.mergeAt(cell);
    if (merge !== null && !sameCell(merge, cell)) return null;
    const td = element('td');
    td.dataset['row'] = String(cell.row);
    td.dataset['column'] = String(cell.column);
    td.setAttribute('role', 'gridcell');
    td.setAttribute('aria-colindex', String(cell.column + 2));
    td.setAttribute('aria-selected', 'false');
    td.tabIndex = -1;
    if (merge !== null) {
      td.rowSpan = merge.rowCount;
      td.colSpan = merge.columnCount;
    }
    this.cells.set(formatAddress(cell), td);
    return td;
  }
}
