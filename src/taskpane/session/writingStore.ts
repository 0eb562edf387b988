import type { SheetLayout } from '../../advice/newForm';
import type { PlannedComment, WritePlan } from '../../advice/plan';
import { type ApplyOutcome, HostError, type SheetInfo, type WorkbookHost } from '../../host/host';
import type { PaneState, TabId } from './state';
import { Store } from './store';
import { UndoStack } from './undoStack';
import { cellsInWords, outcomeInWords, sentenceOf } from './words';

/** The part of the session that writes into the workbook, and takes back what it wrote. */
export abstract class WritingStore extends Store {
  private readonly written = new UndoStack();

  constructor(
    protected readonly host: WorkbookHost,
    state: PaneState,
  ) {
    super(state);
  }

  abstract showTab(tab: TabId): void;
  /** Reads and reviews again; what fails is shown and does not reject. */
  protected abstract refresh(how: 'thorough' | 'values' | 'live'): Promise<void>;
  protected abstract lookAt(sheet: SheetInfo): void;

  /** Writes a plan that was made from what was read last; `null` when nothing was written. */
  async write(plan: WritePlan): Promise<ApplyOutcome | null> {
    let written: ApplyOutcome | null = null;
    await this.act('正在写入…', async (sheet) => {
      try {
        const outcome = await this.host.apply(sheet.id, plan);
        written = outcome;
        this.remember(plan.label, outcome, outcomeInWords('已写入', outcome));
      } catch (error) {
        if (!(error instanceof HostError) || error.code !== 'protected') throw error;
        const cells = cellsInWords(plan.edits.map(({ cell }) => cell));
        this.notify('warning', `${cells} 被锁定，没有写入：${error.message}也可以复制文字，由能编辑的人填入。`);
        return;
      }
      await this.refresh('live');
    });
    return written;
  }

  /** Whether an empty form can be laid out in the workbook. */
  get canBeginForms(): boolean {
    return this.host.abilities.canWrite && this.host.addSheet !== undefined;
  }

  /** Lays an empty form out in a new sheet and looks at it. */
  async beginForm(layout: SheetLayout): Promise<void> {
    await this.act('正在新建…', async () => {
      const made = await this.host.addSheet?.(layout);
      if (made === undefined) return;
      this.lookAt(made);
      await this.refresh('thorough');
      this.showTab('fill');
      this.notify('success', `已新建工作表“${made.name}”。`);
    });
  }

  /** Makes our comments on the sheet these prompts, `null` clears them; says nothing unless it fails. */
  async prompt(comments: readonly PlannedComment[] | null): Promise<boolean> {
    const { sheet } = this.state;
    if (sheet === null) return false;
    try {
      await (comments === null ? this.host.clearAnnotations(sheet.id) : this.host.annotate(sheet.id, comments));
      return true;
    } catch (error) {
      this.notify('warning', sentenceOf(error));
      return false;
    }
  }

  /** Takes the last writing back; what was changed by hand since is left alone and named. */
  async undo(): Promise<void> {
    await this.act('正在撤回…', async () => {
      const outcome = await this.written.takeBack();
      if (outcome === null) return;
      this.set({ undoable: this.written.labels });
      const intent = outcome.skipped.length > 0 ? 'warning' : 'success';
      this.notify(intent, outcomeInWords('已恢复', outcome));
      await this.refresh('live');
    });
  }

  protected remember(label: string, outcome: ApplyOutcome, text: string): void {
    const done = outcome.written.length > 0;
    if (done) {
      this.written.push(label, outcome);
      this.set({ undoable: this.written.labels });
    }
    this.notify(done && outcome.skipped.length === 0 ? 'success' : 'warning', text, done);
  }
}
