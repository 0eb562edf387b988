import { partnersByKind } from '../../compare/pairing';
import type { ComparisonRecord, FoundSide } from '../../compare/record';
import type { Answer, SidePlace } from '../batch/protocol';
import type { ChosenFile, ReceivedSide } from '../batch/state';
import type { BatchStore } from '../batch/store';

/** A table of targets or an earlier form, against which received forms are held. */
export interface Candidate {
  readonly key: string;
  readonly file: string;
  readonly found: FoundSide;
  readonly source: () => File;
}

/** A received form and what it is to be held against. */
export interface Pairing {
  readonly key: string;
  readonly now: ReceivedSide;
  readonly row: string;
  readonly kind: FoundSide['identity']['kind'];
  readonly partner: Candidate | null;
  /** How many fit alike, where none was taken for that. */
  readonly candidates: number;
}

/** What holding a form against another came to; `failed` says why it came to nothing. */
export interface Against {
  readonly pairing: Pairing;
  readonly file: string;
  readonly comparison: ComparisonRecord | null;
  readonly failed: string;
}

export interface AgainstState {
  readonly candidates: readonly Candidate[];
  readonly unread: readonly { readonly file: string; readonly reason: string }[];
  /** Files that are being read. */
  readonly reading: number;
  readonly pairings: readonly Pairing[];
  /** By the key of the form's row. */
  readonly results: ReadonlyMap<string, readonly Against[]>;
  /** How many pairs are compared, while they are. */
  readonly running: { readonly done: number; readonly total: number } | null;
}

/** What is said of a file or sheet in which there is nothing to hold a form against. */
export const NOTHING = '没有认出绩效目标申报（批复）表或自评表';
const UNREADABLE = '读不出这个文件';

const placeOf = (source: File, { side, index }: FoundSide): SidePlace => ({ source, sheet: side.sheet, index });

function sentenceOf(answer: Answer): string {
  return answer.kind === 'failed' ? answer.sentence : UNREADABLE;
}

/** Which received forms are held against which files, and what that came to. Nothing is kept beyond the page. */
export class AgainstStore {
  private readonly listeners = new Set<() => void>();
  private readonly chosen = new Map<string, string | null>();
  private own: readonly Candidate[] = [];
  private unread: AgainstState['unread'] = [];
  private results: ReadonlyMap<string, readonly Against[]> = new Map();
  private reading = 0;
  private running: AgainstState['running'] = null;
  private lastId = 0;
  private state: AgainstState;

  constructor(private readonly batch: BatchStore) {
    this.state = this.now();
    batch.subscribe(() => this.follow());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): AgainstState => this.state;

  /** Reads files of targets or of last year; one of the same path is read anew. */
  async add(files: readonly ChosenFile[]): Promise<void> {
    const paths = new Set(files.map(({ path }) => path));
    this.own = this.own.filter(({ file }) => !paths.has(file));
    this.unread = this.unread.filter(({ file }) => !paths.has(file));
    this.reading += files.length;
    this.tell();
    await Promise.all(
      files.map(async ({ path, file }) => {
        const answer = await this.batch.run({ kind: 'identify', file });
        this.reading -= 1;
        const sides = answer.kind === 'identified' ? answer.sides : [];
        if (sides.length === 0) {
          const reason = answer.kind === 'identified' ? NOTHING : sentenceOf(answer);
          this.unread = [...this.unread, { file: path, reason }];
        }
        const found = sides.map((side): Candidate => {
          this.lastId += 1;
          return { key: `own ${this.lastId}`, file: path, found: side, source: () => file };
        });
        this.own = [...this.own, ...found];
        this.tell();
      }),
    );
  }

  /** Takes another partner for a form, or none. */
  choose(pairing: string, candidate: string | null): void {
    this.chosen.set(pairing, candidate);
    this.tell();
  }

  /** Compares every pair. */
  async compare(): Promise<void> {
    const pairs = this.state.pairings.filter(({ partner }) => partner !== null);
    this.results = new Map();
    this.running = { done: 0, total: pairs.length };
    this.tell();
    await Promise.all(
      pairs.map(async (pairing) => {
        await this.hold(pairing);
        if (this.running !== null) this.running = { ...this.running, done: this.running.done + 1 };
        this.tell();
      }),
    );
    this.running = null;
    this.tell();
  }

  /** Forgets the files that were chosen and what was compared. */
  clear(): void {
    this.own = [];
    this.unread = [];
    this.results = new Map();
    this.chosen.clear();
    this.tell();
  }

  private async hold(pairing: Pairing): Promise<void> {
    const { partner, now, row, key } = pairing;
    if (partner === null) return;
    const answer = await this.batch.run({
      kind: 'compare',
      old: placeOf(partner.source(), partner.found),
      now: placeOf(now.source(), now.found),
    });
    const result: Against = {
      pairing,
      file: partner.file,
      comparison: answer.kind === 'compared' ? answer.comparison : null,
      failed: answer.kind === 'compared' ? '' : sentenceOf(answer),
    };
    const others = (this.results.get(row) ?? []).filter((one) => one.pairing.key !== key);
    this.results = new Map(this.results).set(row, [...others, result]);
  }

  /** A form that was mended is held anew; one that is gone is forgotten. */
  private follow(): void {
    const rows = new Map(this.batch.sides().flatMap((side) => (side.row === null ? [] : [[side.row, side] as const])));
    const kept = [...this.results].filter(([row]) => rows.has(row));
    if (kept.length < this.results.size) this.results = new Map(kept);
    for (const result of kept.flatMap(([, all]) => all)) {
      const now = rows.get(result.pairing.row);
      if (now === undefined || now.edits === result.pairing.now.edits) continue;
      const pairing = { ...result.pairing, now };
      const others = (this.results.get(pairing.row) ?? []).map((one) => (one === result ? { ...one, pairing } : one));
      this.results = new Map(this.results).set(pairing.row, others);
      void this.hold(pairing).then(() => this.tell());
    }
    this.tell();
  }

  private candidates(received: readonly ReceivedSide[]): Candidate[] {
    const targets = received.filter(({ row }) => row === null);
    const within = targets.map((side, at): Candidate => ({ ...side, key: `received ${side.file} ${at}` }));
    return [...within, ...this.own];
  }

  private pairings(received: readonly ReceivedSide[], candidates: readonly Candidate[]): Pairing[] {
    const forms = received.filter(({ row }) => row !== null);
    const partners = partnersByKind(
      candidates.map(({ found }) => found.identity),
      forms.map(({ found }) => found.identity),
    );
    const kinds = [...new Set(candidates.map(({ found }) => found.identity.kind))].sort().reverse();
    const byForm = new Map(partners.map((one) => [`${one.now} ${one.kind}`, one]));
    return forms.flatMap((now, at) =>
      kinds.map((kind): Pairing => {
        const row = now.row ?? '';
        const key = `${row} ${kind}`;
        const found = byForm.get(`${at} ${kind}`);
        const chosen = this.chosen.get(key);
        const partner =
          chosen === undefined
            ? candidates[found?.old ?? -1]
            : candidates.find((candidate) => candidate.key === chosen);
        const several = found?.old === null ? found.candidates : 0;
        return { key, now, row, kind, partner: partner ?? null, candidates: several };
      }),
    );
  }

  private now(): AgainstState {
    const received = this.batch.sides();
    const candidates = this.candidates(received);
    const { unread, reading, results, running } = this;
    return { candidates, unread, reading, pairings: this.pairings(received, candidates), results, running };
  }

  private tell(): void {
    this.state = this.now();
    this.listeners.forEach((listener) => listener());
  }
}

const STORES = new WeakMap<BatchStore, AgainstStore>();

/** The comparisons of a batch, which stay while the officer looks at other views. */
export function againstOf(batch: BatchStore): AgainstStore {
  const known = STORES.get(batch);
  if (known !== undefined) return known;
  const made = new AgainstStore(batch);
  STORES.set(batch, made);
  return made;
}
