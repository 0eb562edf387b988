import { type ApplyOutcome, HostError, type RemovalOutcome, type SheetInfo } from '../../host/host';
import { entriesIn, hasTexts } from '../../host/stored';
import type { PaneMemory } from './memory';

const KEY = 'undo';

/** More are hardly taken back one by one. */
const MOST = 50;

type Undo = () => Promise<ApplyOutcome | RemovalOutcome>;

export interface Written {
  readonly label: string;
  /** The sheet that it was written into, as it was called then; `null` for what is a sheet itself. */
  readonly sheet: Pick<SheetInfo, 'id' | 'name'> | null;
  readonly undo: Undo;
  readonly inverse: unknown;
}

function isKept(value: unknown): value is Omit<Written, 'undo'> {
  return hasTexts(value, 'label');
}

/** What the pane has written and can take back, one writing at a time, the last first, also after it was loaded again. */
export class UndoStack {
  private written: readonly Written[];

  /** `takeBack` does what an inverse says that was kept over a reload; `null` where nothing can. */
  constructor(
    private readonly memory: PaneMemory,
    takeBack: ((inverse: unknown) => ReturnType<Undo>) | null,
  ) {
    const back = (one: Omit<Written, 'undo'>) => takeBack && { ...one, undo: () => takeBack(one.inverse) };
    this.written = entriesIn(memory.load(KEY), isKept).flatMap((one) => back(one) ?? []);
  }

  get labels(): readonly string[] {
    return this.written.map(({ label }) => label);
  }

  /** Where the last writing stands; `null` where there is none, or it is a sheet itself. */
  get lastSheet(): Written['sheet'] {
    return this.written.at(-1)?.sheet ?? null;
  }

  /** Remembers a writing that changed something. */
  push(written: Written): void {
    this.set([...this.written, written]);
  }

  /**
   * Takes the last writing back; it stays on the stack when that fails, unless its sheet is gone, as it would stand
   * before what was written earlier for ever. Where none of it stands as it was written, for rows may have been inserted
   * above it, it is kept behind the others. `null` where there is none.
   */
  async takeBack(): Promise<Awaited<ReturnType<Undo>> | null> {
    const last = this.written.at(-1);
    if (last === undefined) return null;
    const others = () => this.written.filter((one) => one !== last);
    const drop = () => this.set(others());
    try {
      const outcome = await last.undo();
      if ('skipped' in outcome && outcome.written.length === 0) this.set([last, ...others()]);
      else drop();
      return outcome;
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== 'sheet-gone') throw error;
      drop();
      throw new HostError('sheet-gone', `“${last.label}”所在的工作表已被删除，无从撤回。`, { cause: error });
    }
  }

  private set(written: readonly Written[]): void {
    this.written = written;
    const kept = written.flatMap(({ undo: _, ...one }) => (one.inverse === undefined ? [] : [one]));
    this.memory.keep(KEY, kept.slice(-MOST));
  }
}
