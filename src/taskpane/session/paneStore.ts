import { Observable } from '../observable';
import { HostError, type SheetInfo } from '../../host/host';
import type { Intent, PaneState } from './state';
import { sentenceOf } from './words';

/** Milliseconds after which an Excel that was too busy to answer is asked again. */
export const RETRY = 1_000;

/** What the pane shows, and how what the officer asks for is done: one thing at a time, what fails told in one sentence. */
export class PaneStore extends Observable<PaneState> {
  private notices = 0;
  /** The notice that goes by itself when a cell is no longer being edited. */
  private untilEdited: number | null = null;

  /** @param read reads something of the workbook, which Excel answers when no cell is being edited. */
  constructor(
    state: PaneState,
    private readonly read: () => Promise<unknown>,
  ) {
    super(state);
  }

  override get state(): PaneState {
    return super.state;
  }

  override set(change: Partial<PaneState>): void {
    super.set(change);
  }

  /**
   * Runs what is done beside the sheet, such as a download, once nothing else is being done, so that a copy holds what
   * was just typed. The sentence that it gives is shown as done; what fails becomes one, too.
   */
  async attempt(busy: string, job: () => string | Promise<string>): Promise<void> {
    // At once where that can be: a browser copies only while the click is handled.
    if (this.state.busy !== null) await this.idle();
    await this.act(busy, async () => this.notify('success', await job()));
  }

  notify(intent: Intent, text: string): void {
    this.notices += 1;
    this.set({ notice: { id: this.notices, intent, text } });
  }

  /** Runs what the officer clicked, one at a time; what fails becomes one sentence. */
  async act(busy: string, job: (sheet: SheetInfo) => Promise<void>): Promise<void> {
    if (this.state.sheet === null || this.state.busy !== null) return;
    if (busy !== '') this.set({ busy });
    await this.meanwhile(job);
    if (busy !== '') this.set({ busy: null });
  }

  /** Runs what need not wait for anything else, such as moving the selection; what fails becomes one sentence. */
  async meanwhile(job: (sheet: SheetInfo) => Promise<void>): Promise<void> {
    const { sheet } = this.state;
    if (sheet === null) return;
    try {
      await job(sheet);
    } catch (error) {
      this.notify('error', sentenceOf(error));
      if (!(error instanceof HostError) || error.code !== 'cell-editing') return;
      this.untilEdited = this.notices;
      void this.followEdit(this.notices);
    }
  }

  /** An edit that ends without a change raises no event: that Excel answers is what tells of it. */
  private async followEdit(said: number): Promise<void> {
    while (this.untilEdited === said && this.state.notice?.id === said) {
      const answered = await this.read().then(
        () => true,
        () => false,
      );
      if (!answered) await new Promise((resolve) => setTimeout(resolve, RETRY));
      else if (this.untilEdited === said) this.editEnded();
    }
  }

  /** A cell was being edited and is no longer: what was said because of it is no longer true. */
  editEnded(): void {
    const { notice } = this.state;
    if (notice !== null && notice.id === this.untilEdited) this.set({ notice: null });
    this.untilEdited = null;
  }

  /** Waits until nothing is being done, so that what was typed is not lost to what was clicked before. */
  async idle(): Promise<void> {
    while (this.state.busy !== null) {
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop();
          resolve();
        });
      });
    }
  }
}
