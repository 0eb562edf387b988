import type { ApplyOutcome } from '../../host/host';

interface Written {
  readonly label: string;
  readonly undo: () => Promise<ApplyOutcome>;
}

/** What the pane has written and can take back, one writing at a time, the last first. */
export class UndoStack {
  private written: readonly Written[] = [];

  get labels(): readonly string[] {
    return this.written.map(({ label }) => label);
  }

  /** Remembers a writing that changed at least one cell. */
  push(label: string, { undo }: ApplyOutcome): void {
    this.written = [...this.written, { label, undo }];
  }

  /** Takes the last writing back; it stays on the stack when that fails. `null` where there is none. */
  async takeBack(): Promise<ApplyOutcome | null> {
    const last = this.written.at(-1);
    if (last === undefined) return null;
    const outcome = await last.undo();
    this.written = this.written.filter((one) => one !== last);
    return outcome;
  }
}
