import type { SheetLayout } from '../../advice/newForm';
import type { WritePlan } from '../../advice/plan';
import type { ReportSheet } from '../../advice/reportSheet';
import { type ApplyOutcome, HostError, type RemovalOutcome, type SheetInfo, type WorkbookHost } from '../../host/host';
import { formatAddress } from '../../sheet/address';
import type { SheetCell } from '../../sheet/snapshot';
import { isTypedFormula, readTyped, textToType } from '../../sheet/typed';
import { entriesIn } from '../../host/stored';
import type { PaneMemory } from './memory';
import type { PaneStore } from './paneStore';
import type { Session } from './session';
import { UndoStack, type Written } from './undoStack';
import { cellsInWords, outcomeInWords, removalInWords } from './words';

const PAGES = 'pages';

/** Excel takes no longer texts. */
const MOST_CHARACTERS = 32_767;

/** What takes pages back: their ids, the sheets that were added for them, the pages of ours that stood there before. */
interface PagesInverse {
  readonly pages: readonly string[];
  readonly added: readonly string[];
  readonly before: readonly ReportSheet[];
}

/** Pages that were kept are of the pane's own making; anything else that is found in their place is ignored. */
function isPage(value: unknown): value is ReportSheet {
  return typeof value === 'object' && value !== null && 'id' in value && 'rows' in value;
}

function isOfPages(inverse: unknown): inverse is PagesInverse {
  return typeof inverse === 'object' && inverse !== null && 'pages' in inverse;
}

/** What of the session writing needs: reading again what was written. */
export type SheetReader = Pick<Session, 'refresh' | 'lookAt' | 'followSheets' | 'snapshot'>;

/** The part of the session that writes into the workbook, and takes back what it wrote. */
export class Writing {
  private readonly written: UndoStack;
  /** The pages of ours that this pane wrote last, by their id, also before it was loaded again. */
  private readonly pages: Map<string, ReportSheet>;
  /** What was typed last, settled when it is written. */
  private entered: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly host: WorkbookHost,
    private readonly pane: PaneStore,
    private readonly reading: SheetReader,
    /** What outlives a reload of the pane. */
    private readonly memory: PaneMemory,
  ) {
    this.pages = new Map(entriesIn(memory.load(PAGES), isPage).map((page) => [page.id, page]));
    const takeBack = host.takeBack?.bind(host) ?? null;
    this.written = new UndoStack(
      memory,
      takeBack && ((inverse) => (isOfPages(inverse) ? this.takePagesBack(inverse) : takeBack(inverse))),
    );
    pane.set({ undoable: this.written.labels });
  }

  /**
   * Writes a plan that was made from what was read last; `null` when nothing was written. `more` is told besides what
   * was written.
   */
  async write(plan: WritePlan, more = ''): Promise<ApplyOutcome | null> {
    let written: ApplyOutcome | null = null;
    await this.pane.act('正在写入…', async (sheet) => {
      try {
        const outcome = await this.host.apply(sheet.id, plan);
        written = outcome;
        const words = outcomeInWords('写入', outcome);
        this.remember(plan.label, sheet, outcome, outcome.written.length > 0 ? `${words}${more}` : words);
      } catch (error) {
        if (!(error instanceof HostError) || error.code !== 'protected') throw error;
        const cells = cellsInWords(plan.edits.map(({ cell }) => cell));
        const isText = plan.edits.some(({ after }) => typeof after === 'string');
        const besides = isText ? '填的文字可以先复制，由能编辑的人填入。' : '';
        this.pane.notify('warning', `没有写入 ${cells}：${error.message}${besides}`);
        return;
      }
      await this.reading.refresh('live');
    });
    return written;
  }

  /**
   * Enters what was typed into a cell, which must still hold what stood there when the typing began. What is not a change
   * is not written; a formula is refused, as nothing here could compute it.
   */
  async enter(before: SheetCell, typed: string): Promise<void> {
    const address = formatAddress(before.at);
    if (!this.pane.state.abilities.canWrite) {
      this.pane.notify('warning', '这类文件只能核查，不能改写：请先用 Excel 或 WPS 另存为 .xlsx 再打开。');
    } else if (isTypedFormula(typed)) {
      this.pane.notify(
        'warning',
        `网页里不能输入公式，${address} 没有改动：请填数字或文字，公式请在 Excel 或 WPS 里输入。`,
      );
    } else if (typed.length > MOST_CHARACTERS) {
      this.pane.notify('warning', `一格最多 ${MOST_CHARACTERS} 个字，${address} 没有改动：请删短后再填。`);
    } else if (typed !== textToType(before)) {
      const after = readTyped(typed, before);
      if (after === before.value && before.formula === '') return;
      const lost = before.formula === '' ? '' : `原来的公式 ${before.formula.slice(0, 60)} 变成了固定内容。`;
      const edits = [{ cell: before.at, before: before.value, after }];
      const plan = { sheet: this.pane.state.sheet?.name ?? '', label: `修改 ${address}`, edits };
      // One after another, also where the officer is faster than the review.
      this.entered = this.entered.then(() => this.pane.idle()).then(() => this.write(plan, lost));
      await this.entered;
    }
  }

  /** Whether an empty form can be laid out in the workbook. */
  get canBeginForms(): boolean {
    return this.host.abilities.canWrite && this.host.addSheet !== undefined;
  }

  /** Lays an empty form out in a new sheet and looks at it. */
  async beginForm(layout: SheetLayout): Promise<void> {
    await this.pane.act('正在新建…', async () => {
      const made = await this.host.addSheet?.(layout);
      if (made === undefined) return;
      this.reading.lookAt(made);
      this.pane.set({ drafting: true });
      await this.reading.refresh('thorough');
      this.pane.set({ tab: 'fill', notice: null });
      this.pane.notify('success', `已新建工作表“${made.name}”。`);
    });
  }

  /**
   * Writes sheets of ours into the workbook, which can be taken back: added ones go, and one that took the place of an
   * earlier one of this pane gets that one's content again. Gives a sentence with their names; rejects with a `HostError`.
   */
  async writePages(pages: readonly ReportSheet[]): Promise<string> {
    if (this.host.report === undefined) throw new HostError('unsupported', '这里不能写入工作表，请下载保存。');
    const { sheets, added } = await this.host.report(pages);
    // Excel tells of a sheet when it is added, and not when it gets its name.
    await this.reading.followSheets();
    const before = pages.flatMap(({ id }) => this.pages.get(id) ?? []);
    this.keepPages(pages);
    const names = sheets.map((name) => `“${name}”`).join('、');
    if (added.length + before.length < pages.length) return `已更新工作表${names}，换下了以前写的。`;
    const inverse: PagesInverse = { pages: pages.map(({ id }) => id), added, before };
    const undo = () => this.takePagesBack(inverse);
    this.remembered({ label: `写入工作表${names}`, sheet: null, undo, inverse });
    return `已写入工作表${names}。`;
  }

  /** The sheet of what is taken back next, where that is one. */
  get lastSheet(): Pick<SheetInfo, 'id' | 'name'> | null {
    return this.written.lastSheet;
  }

  private async takePagesBack({ pages, added, before }: PagesInverse): Promise<RemovalOutcome> {
    if (before.length > 0) await this.host.report?.(before);
    pages.forEach((id) => this.pages.delete(id));
    this.keepPages(before);
    return (await this.host.removeReports?.(added)) ?? { removed: [], kept: [] };
  }

  private keepPages(pages: readonly ReportSheet[]): void {
    pages.forEach((page) => this.pages.set(page.id, page));
    this.memory.keep(PAGES, [...this.pages.values()]);
  }

  /** Takes the last writing back; what was changed by hand since is left alone and named. */
  async undo(): Promise<void> {
    await this.pane.act('正在撤回…', async () => {
      const outcome = await this.written.takeBack().finally(() => this.pane.set({ undoable: this.written.labels }));
      if (outcome === null) return;
      const left = 'kept' in outcome ? outcome.kept : outcome.skipped;
      const words = 'kept' in outcome ? removalInWords(outcome) : outcomeInWords('撤回', outcome);
      this.pane.notify(left.length > 0 ? 'warning' : 'success', words);
      await this.reading.refresh('live');
    });
  }

  /** Tells what was written, and keeps how it is taken back. */
  private remember(label: string, { id, name }: SheetInfo, outcome: ApplyOutcome, text: string): void {
    const done = outcome.written.length > 0;
    const { undo, inverse } = outcome;
    if (done) this.remembered({ label, sheet: { id, name }, undo, inverse });
    this.pane.notify(done && outcome.skipped.length === 0 ? 'success' : 'warning', text);
  }

  private remembered(written: Written): void {
    this.written.push(written);
    this.pane.set({ undoable: this.written.labels });
  }
}
