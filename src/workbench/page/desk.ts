import type { Edit } from '../../grid/cellField';
import { element } from '../../grid/dom';
import { SheetTable } from '../../grid/sheetTable';
import { HostError } from '../../host/host';
import { readWorkbook } from '../../host/file/readWorkbook';
import type { EmulatedSheet } from '../emulator/sheet';
import { EmulatedWorkbook, RichApiHost, WebChannel, type WorkbookChange } from '../emulator';
import { sampleWorkbook } from '../sample';
import { byId } from './dom';
import { MAX_SHOWN_ROWS, shownSheet } from './layout';
import type { SourceFile } from './saving';
import { Toolbar } from './toolbar';
import { formatAddress } from '../../sheet/address';
import { type CellRef, oneCell } from '../../sheet/snapshot';

/** What a person sees on editing a cell: the formula, or the value as it would have to be typed again. */
function inputText(sheet: EmulatedSheet, at: CellRef): string {
  const { formula, value, prefixed, numberFormat } = sheet.cell(at);
  if (formula !== '') return formula;
  if (value === null) return '';
  if (typeof value === 'string') return prefixed ? `'${value}` : value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return numberFormat.includes('%') || /[ymdh]/i.test(numberFormat) ? sheet.text(at) : String(value);
}

/** Shows the comment of the cell under the pointer or with the keyboard, beside that cell. */
class CommentCard {
  private cell: CellRef | null = null;

  constructor(
    private readonly card: HTMLElement,
    private readonly grid: SheetTable,
    private readonly workbook: () => EmulatedWorkbook,
    holder: HTMLElement,
  ) {
    holder.addEventListener('mouseover', (event) => this.show(grid.cellOf(event.target)));
    holder.addEventListener('mouseleave', () => this.hide());
    holder.addEventListener('focusin', (event) => this.show(grid.cellOf(event.target)));
    holder.addEventListener('keydown', (event) => event.key === 'Escape' && this.hide());
  }

  /** Shows what the comment says by now, or that it is gone. */
  refresh(): void {
    this.show(this.cell);
  }

  private hide(): void {
    this.cell = null;
    this.card.hidden = true;
  }

  private show(cell: CellRef | null): void {
    this.cell = cell;
    const posts = cell === null ? [] : this.posts(cell);
    const td = cell === null ? null : this.grid.tableCell(cell);
    if (td === null || posts.length === 0) {
      this.hide();
      return;
    }
    this.card.replaceChildren(
      ...posts.flatMap(({ author, content }) => [element('p', 'author', author), element('p', '', content)]),
    );
    this.card.hidden = false;
    this.place(td);
  }

  private posts(cell: CellRef): readonly { readonly author: string; readonly content: string }[] {
    const sheet = this.workbook().active;
    const comment = sheet.commentAt(cell);
    return comment === null ? [] : [comment, ...comment.replies];
  }

  /** To the right of the cell, or to its left where there is no room. */
  private place(td: HTMLTableCellElement): void {
    const layer = this.card.offsetParent;
    if (layer === null) return;
    const cell = td.getBoundingClientRect();
    const base = layer.getBoundingClientRect();
    const room = base.right - cell.right > this.card.offsetWidth + 16;
    const left = room ? cell.right + 6 : Math.max(base.left + 4, cell.left - this.card.offsetWidth - 6);
    const top = Math.min(cell.top, Math.max(base.top + 4, base.bottom - this.card.offsetHeight - 12));
    this.card.style.left = `${left - base.left + layer.scrollLeft}px`;
    this.card.style.top = `${top - base.top + layer.scrollTop}px`;
  }
}

/** The sheets of the workbook as tabs, hidden ones left out. */
class SheetTabs {
  constructor(
    private readonly holder: HTMLElement,
    private readonly workbook: () => EmulatedWorkbook,
  ) {
    holder.addEventListener('click', (event) => this.choose(event.target));
    holder.addEventListener('keydown', (event) => this.onKey(event));
  }

  refresh(): void {
    const focused = this.holder.contains(document.activeElement);
    const workbook = this.workbook();
    const tabs = workbook.sheets
      .filter(({ visibility }) => visibility === 'Visible')
      .map((sheet) => {
        const tab = element('button', '', sheet.name);
        tab.type = 'button';
        tab.dataset['sheet'] = sheet.id;
        tab.setAttribute('role', 'tab');
        tab.setAttribute('aria-selected', String(sheet === workbook.active));
        tab.setAttribute('aria-controls', 'table');
        tab.tabIndex = sheet === workbook.active ? 0 : -1;
        return tab;
      });
    this.holder.replaceChildren(...tabs);
    if (focused) tabs.find((tab) => tab.tabIndex === 0)?.focus();
  }

  private choose(target: EventTarget | null): void {
    const id = target instanceof HTMLElement ? target.dataset['sheet'] : undefined;
    const sheet = id === undefined ? null : this.workbook().sheet(id);
    if (sheet !== null) this.workbook().activate(sheet);
  }

  private onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const tabs = [...this.holder.children];
    const at = tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
    this.choose(tabs[(at + step + tabs.length) % tabs.length] ?? null);
  }
}

const PANE_PAGE = 'taskpane.html';
const SAMPLE_NAME = '示例自评表.xlsx';

/** The page: one emulated workbook, the views of it, and the pane that runs on it. */
export class Desk {
  workbook: EmulatedWorkbook;
  host: RichApiHost;
  private channel: WebChannel | null = null;
  /** The file behind the workbook, where comments can be put into a copy of it. */
  file: SourceFile | null = null;
  private stopWatching: () => void = () => undefined;
  private drawing = false;
  private readonly pane = byId('pane', HTMLElement);
  private readonly status = byId('status', HTMLElement);
  private readonly bar = byId('formula-bar', HTMLTextAreaElement);
  private readonly grid: SheetTable;
  private readonly card: CommentCard;
  private readonly tabs: SheetTabs;
  private readonly toolbar: Toolbar;

  constructor() {
    this.workbook = new EmulatedWorkbook(SAMPLE_NAME, sampleWorkbook());
    this.host = new RichApiHost(this.workbook);
    const current = () => this.workbook;
    const table = byId('table', HTMLElement);
    const select = (cell: CellRef) => this.workbook.select(this.workbook.active, oneCell(cell));
    this.grid = new SheetTable(table, { leadsOn: true, select, edit: (cell) => this.edit(cell) }, this.bar);
    this.card = new CommentCard(byId('card', HTMLElement), this.grid, current, table);
    this.tabs = new SheetTabs(byId('tabs', HTMLElement), current);
    this.toolbar = new Toolbar(this.grid, this);
    document.addEventListener('keydown', (event) => this.onKey(event));
  }

  /** Shows the workbook and starts the pane on it. */
  start(): void {
    this.setPaneWidth(350);
    this.load(this.workbook, null);
  }

  /** Presses the ribbon's button of that action. */
  runCommand(action: string): void {
    this.channel?.runCommand(action, action);
  }

  private load(workbook: EmulatedWorkbook, file: SourceFile | null): void {
    this.file = file;
    this.stopWatching();
    this.channel?.dispose();
    this.workbook = workbook;
    this.host = new RichApiHost(workbook);
    this.stopWatching = workbook.onChange((change) => this.onChange(change));
    this.draw();
    this.channel = new WebChannel({
      container: this.pane,
      addinUrl: PANE_PAGE,
      host: this.host,
      downloads: new URLSearchParams(location.search).get('downloads') !== 'no',
      title: '自评表助手窗格',
    });
  }

  async open(file: File): Promise<void> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { sheets, annotatable } = readWorkbook(bytes, file.name);
      const opened = sheets.map(({ snapshot, hidden }) => ({
        snapshot,
        visibility: hidden ? ('Hidden' as const) : ('Visible' as const),
      }));
      const snapshots = sheets.map(({ snapshot }) => snapshot);
      this.load(new EmulatedWorkbook(file.name, opened), annotatable ? { bytes, sheets: snapshots } : null);
      const long = sheets.some(({ snapshot }) => snapshot.rowCount > MAX_SHOWN_ROWS);
      this.say(long ? `已打开；试用台只显示前 ${MAX_SHOWN_ROWS} 行，窗格核查全部。` : '已打开。');
    } catch (error) {
      this.say(error instanceof HostError ? error.message : '文件没有打开，请换一个文件再试。', true);
    }
  }

  private onChange(change: WorkbookChange): void {
    if (change.kind === 'selection') {
      this.grid.select(this.workbook.selection);
      this.drawBar();
    } else if (change.kind === 'editing') {
      this.say(this.workbook.editing === null ? '' : '正在输入，按 Enter 确认');
    } else this.drawSoon();
  }

  /** Many changes of one action are drawn once. */
  private drawSoon(): void {
    if (this.drawing) return;
    this.drawing = true;
    queueMicrotask(() => {
      this.drawing = false;
      this.draw();
    });
  }

  private draw(): void {
    this.grid.draw(shownSheet(this.workbook.active), this.workbook.selection);
    this.tabs.refresh();
    this.toolbar.refresh();
    this.card.refresh();
    this.drawBar();
  }

  /** Above the sheet: the selected cell and what stands in it. */
  private drawBar(): void {
    byId('address', HTMLOutputElement).value = formatAddress(this.grid.current);
    if (!this.grid.editing) this.bar.value = inputText(this.workbook.active, this.grid.current);
  }

  private edit(cell: CellRef): Edit | null {
    const { workbook } = this;
    if (workbook.active.isLocked(oneCell(cell))) {
      this.say('工作表受保护，不能修改。请先点“取消保护”。', true);
      return null;
    }
    const text = inputText(workbook.active, cell);
    workbook.beginCellEdit(workbook.active, cell);
    const end = (typed: string | null) => {
      workbook.endCellEdit(typed === null || typed === text ? undefined : typed);
      this.drawBar();
    };
    return { text, formula: '', end };
  }

  setPaneWidth(pixels: number): void {
    this.pane.style.width = `${pixels}px`;
  }

  say(message: string, problem = false): void {
    this.status.textContent = message;
    this.status.classList.toggle('problem', problem);
  }

  /** F6 goes from the sheet to the pane, as in Excel; Office.js does not let go of the keys inside the pane. */
  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'F6') return;
    event.preventDefault();
    this.channel?.frame.focus();
  }
}
