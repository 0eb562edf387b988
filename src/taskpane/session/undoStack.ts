import type { ApplyOutcome, RemovalOutcome } from '../../host/host';
import type { PaneMemory } from './memory';

const KEY = 'undo';

/** More are hardly taken back one by one. */
const MOST = 50;

export type Undo = () => Promise<ApplyOutcome | RemovalOutcome>;

interface Written {
  readonly label: string;
  readonly undo: Undo;
  readonly inverse: unknown;
}

function isKept(value: unknown): value is Pick<Written, 'label' | 'inverse'> {
  return typeof value === 'object' && value !== null && 'label' in value && typeof value.label === 'string';
}

/** What the pane has written and can take back, one writing at a time, the last first, also after it was loaded again. */
export class UndoStack {
  private written: readonly Written[];

  /** `takeBack` does what an inverse says that was kept over a reload; `null` where nothing can. */
  constructor(
    private readonly memory: PaneMemory,
    takeBack: ((inverse: unknown) => ReturnType<Undo>) | null,
  ) {
    const kept = memory.load(KEY);
    this.written =
      takeBack === null || !Array.isArray(kept)
        ? []
        : kept.filter(isKept).map(({ label, inverse }) => ({ label, inverse, undo: () => takeBack(inverse) }));
  }

  get labels(): readonly string[] {
    return this.written.map(({ label }) => label);
  }

  /** Remembers a writing that changed something. */
  push(written: Written): void {
    this.set([...this.written, written]);
  }

  /** Takes the last writing back; it stays on the stack when that fails. `null` where there is none. */
  async takeBack(): Promise<Awaited<ReturnType<Undo>> | null> {
    const last = this.written.at(-1);
    if (last === undefined) return null;
    const outcome = await last.undo();
    this.set(this.written.filter((one) => one !== last));
    return outcome;
  }

  private set(written: readonly Written[]): void {
    this.written = written;
    const kept = written.flatMap(({ label, inverse }) => (inverse === undefined ? [] : [{ label, inverse }]));
    this.memory.keep(KEY, kept.length === 0 ? null : kept.slice(-MOST));
  }
}
