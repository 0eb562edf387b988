import { HostError } from '../../host/host';
import { readWorkbook } from '../../host/file/readWorkbook';
import { EmulatedWorkbook, RichApiHost, WebChannel, type WorkbookChange } from '../emulator';
import { sampleWorkbook } from '../sample';
import { CellEditor } from './cellEditor';
import { CommentCard } from './commentCard';
import { byId } from './dom';
import { GridKeys } from './gridKeys';
import { GridView } from './gridView';
import { MAX_SHOWN_ROWS } from './layout';
import { changedCopy, workbookFile, type OpenedFile } from './saving';
import { SheetTabs } from './sheetTabs';
import { Toolbar } from './toolbar';
import { formatArea } from '../../sheet/address';

const PANE_PAGE = 'taskpane.html';
const SAMPLE_NAME = '示例自评表.xlsx';

/** The page: one emulated workbook, the views of it, and the pane that runs on it. */
export class Desk {
  workbook: EmulatedWorkbook;
  host: RichApiHost;
  private channel: WebChannel | null = null;
  /** The file behind the workbook, where comments can be put into a copy of it. */
  private file: OpenedFile | null = null;
  private stopWatching: () => void = () => undefined;
  private drawing = false;
  private readonly pane = byId('pane', HTMLElement);
  private readonly status = byId('status', HTMLElement);
  private readonly grid: GridView;
  private readonly editor: CellEditor;
  private readonly card: CommentCard;
  private readonly tabs: SheetTabs;
  private readonly toolbar: Toolbar;

  constructor() {
    this.workbook = new EmulatedWorkbook(SAMPLE_NAME, sampleWorkbook());
    this.host = new RichApiHost(this.workbook);
    const current = () => this.workbook;
    const say = (message: string, problem = true) => this.say(message, problem);
    const table = byId('table', HTMLElement);
    const field = byId('cell-field', HTMLTextAreaElement);
    this.grid = new GridView(table, this.workbook);
    this.editor = new CellEditor(field, byId('formula-bar', HTMLTextAreaElement), this.grid, current, say);
    new GridKeys(table, this.grid, this.editor, current, say);
    this.card = new CommentCard(byId('card', HTMLElement), this.grid, current, table);
    this.tabs = new SheetTabs(byId('tabs', HTMLElement), current);
    this.toolbar = new Toolbar(this.grid, {
      workbook: current,
      open: (file) => this.open(file),
      save: () => this.save(),
      setPaneWidth: (pixels) => this.setPaneWidth(pixels),
      say: (message, problem = false) => this.say(message, problem),
    });
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

  private load(workbook: EmulatedWorkbook, file: OpenedFile | null): void {
    this.file = file;
    this.stopWatching();
    this.channel?.dispose();
    this.workbook = workbook;
    this.host = new RichApiHost(workbook);
    this.stopWatching = workbook.onChange((change) => this.onChange(change));
    this.grid.setWorkbook(workbook);
    this.draw();
    this.channel = new WebChannel({
      container: this.pane,
      addinUrl: PANE_PAGE,
      host: this.host,
      downloads: new URLSearchParams(location.search).get('downloads') !== 'no',
      title: '自评表助手窗格',
    });
  }

  private async open(file: File): Promise<void> {
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
      this.say(long ? `已打开；试用台只显示前 ${MAX_SHOWN_ROWS} 行，窗格核查全部。` : '已打开。', false);
    } catch (error) {
      this.say(error instanceof HostError ? error.message : '文件没有打开，请换一个文件再试。', true);
    }
  }

  private save(): Uint8Array {
    const copy = this.file === null ? null : changedCopy(this.workbook, this.file);
    return copy ?? workbookFile(this.workbook);
  }

  private onChange(change: WorkbookChange): void {
    if (change.kind === 'selection') {
      this.grid.showSelection({ focus: false });
      this.drawAddress();
      this.editor.refresh();
    } else if (change.kind === 'editing') {
      this.say(this.workbook.editing === null ? '' : '正在输入，按 Enter 确认', false);
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
    this.grid.refresh();
    this.tabs.refresh();
    this.toolbar.refresh();
    this.card.refresh();
    this.drawAddress();
    this.editor.refresh();
  }

  private drawAddress(): void {
    byId('address', HTMLOutputElement).value = formatArea({ ...this.grid.current, rowCount: 1, columnCount: 1 });
  }

  private setPaneWidth(pixels: number): void {
    this.pane.style.width = `${pixels}px`;
  }

  private say(message: string, problem: boolean): void {
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
