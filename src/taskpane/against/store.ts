import type { AgainstLine } from '../../compare/againstSheet';
import { isDepartment, isOf, recordOfProjects, type FormMoney } from '../../compare/department';
import { partnersByKind, organisationsDiffer } from '../../compare/pairing';
import { reviewWith } from '../../compare/received';
import type { ComparisonRecord, FoundSide } from '../../compare/record';
import { sideOfForm } from '../../compare/side';
import { baseName } from '../../sheet/fileName';
import type { WorkerAnswer, SidePlace } from '../batch/protocol';
import type { ChosenFile, ReceivedSide, BatchRow } from '../batch/state';
import type { BatchStore } from '../batch/store';
import { Observable } from '../observable';
import { once } from '../../sheet/remember';
import type { OtherForm } from '../session/state';
import { formInFile, NOTHING } from './oneForm';

/** A table of targets or an earlier form, against which received forms are held. */
export interface Candidate {
  readonly key: string;
  readonly file: string;
  readonly found: FoundSide;
  readonly source: () => File;
  /** The key of its row, where it is a received form itself; `null` for others. */
  readonly row: string | null;
}

/** A received form with the key of its row. */
export interface ReceivedRow extends ReceivedSide {
  readonly row: string;
}

/** A received form and what it is to be held against. */
export interface Pairing {
  readonly key: string;
  readonly now: ReceivedRow;
  readonly kind: FoundSide['identity']['kind'];
  readonly partner: Candidate | null;
  /** Whether any was found, whatever was chosen since. */
  readonly found: boolean;
  /** How many fit alike, where none was taken for that. */
  readonly candidates: number;
}

/** A department's form and those of its projects. */
export interface Group {
  readonly key: string;
  readonly now: ReceivedRow;
  readonly projects: readonly { readonly side: ReceivedRow; readonly taken: boolean }[];
}

/** What holding a form against others came to; `failed` says why it came to nothing. */
export interface Against {
  readonly key: string;
  readonly now: ReceivedRow;
  /** What it was held against. */
  readonly with: Candidate | readonly ReceivedRow[];
  readonly comparison: ComparisonRecord | null;
  readonly failed: string;
}

export interface AgainstState {
  /** The files that were chosen for it, and the tables of targets that were received. */
  readonly candidates: readonly Candidate[];
  readonly unread: readonly { readonly file: string; readonly reason: string }[];
  /** Files that are being read. */
  readonly reading: number;
  readonly pairings: readonly Pairing[];
  readonly groups: readonly Group[];
  /** By the key of the form's row. */
  readonly results: ReadonlyMap<string, readonly Against[]>;
  /** How many are compared, while they are. */
  readonly running: { readonly done: number; readonly total: number } | null;
}

const UNREADABLE = '读不出这个文件';

const placeOf = (source: File, { side, index }: FoundSide): SidePlace => ({ source, sheet: side.sheet, index });

function sentenceOf(answer: WorkerAnswer): string {
  return answer.kind === 'failed' ? answer.sentence : UNREADABLE;
}

/** What a result was held against, in words. */
export function namesOf({ with: other }: Pick<Against, 'with'>, called = (file: string) => file): string {
  if (!(other instanceof Array)) return called(other.file);
  const names = other.map(({ file, found }) => found.side.project ?? baseName(file));
  return `${names.slice(0, 3).join('、')}${names.length > 3 ? ` 等 ${names.length} 个项目` : ''}`;
}

/** What the summary says of the pairs and groups of these rows. */
export function linesOf(
  rows: readonly BatchRow[],
  { results, pairings, groups }: AgainstState,
): readonly AgainstLine[] {
  if (results.size === 0) return [];
  const keys = new Set(rows.map(({ key }) => key));
  return [...pairings, ...groups]
    .filter(({ now }) => keys.has(now.row))
    .map(({ key, now }): AgainstLine => {
      const { organisation, project } = now.found.side;
      const result = (results.get(now.row) ?? []).find((one) => one.key === key);
      return {
        file: now.file,
        organisation: organisation ?? '',
        project: project ?? '',
        other: result === undefined ? '' : namesOf(result),
        comparison: result?.comparison ?? null,
        reason: result === undefined ? '没有对应的表' : result.failed,
      };
    });
}

/** 0 for a form of the same unit, 1 where that is not known, 2 for one of another. */
const strangeness = ({ identity: one }: FoundSide, { identity: other }: FoundSide): number =>
  organisationsDiffer(one, other) ? 2 : Number(one.organisation === '' || other.organisation === '');

/** Whether a form may be of the year before another's. */
const isBefore = ({ identity: { year: one } }: FoundSide, { identity: { year: other } }: FoundSide): boolean =>
  one === null || other === null || one < other;

/** The forms among what was received. */
const rowsAmong = (received: readonly ReceivedSide[]): ReceivedRow[] =>
  received.flatMap((side) => (side.row === null ? [] : [{ ...side, row: side.row }]));

const EMPTY: AgainstState = {
  candidates: [],
  unread: [],
  reading: 0,
  pairings: [],
  groups: [],
  results: new Map(),
  running: null,
};

/** Which received forms are held against which, and what that came to. Nothing is kept beyond the page. */
export class AgainstStore extends Observable<AgainstState> {
  private readonly chosen = new Map<string, string | null>();
  /** Projects that the officer ticked or unticked. */
  private readonly counted = new Map<string, boolean>();
  /** Keys of the results that are unfolded: they are so still when the officer comes back from a cell. */
  readonly unfolded = new Set<string>();
  private own: readonly Candidate[] = [];
  private told = EMPTY.results;
  private lastId = 0;

  constructor(private readonly batch: BatchStore) {
    super(EMPTY);
    this.tell();
    batch.subscribe(() => this.follow());
  }

  /** Reads files of targets or of last year; one of the same path is read anew. */
  async add(files: readonly ChosenFile[]): Promise<void> {
    const paths = new Set(files.map(({ path }) => path));
    this.own = this.own.filter(({ file }) => !paths.has(file));
    const { unread, reading } = this.state;
    this.tell({ unread: unread.filter(({ file }) => !paths.has(file)), reading: reading + files.length });
    await Promise.all(
      files.map(async ({ path, file }) => {
        const answer = await this.batch.run({ kind: 'identify', file });
        const sides = answer.kind === 'identified' ? answer.sides : [];
        const reason = answer.kind === 'identified' ? NOTHING : sentenceOf(answer);
        const failed = sides.length === 0 ? [{ file: path, reason }] : [];
        const found = sides.map((side): Candidate => {
          this.lastId += 1;
          return { key: `own ${this.lastId}`, file: path, found: side, source: () => file, row: null };
        });
        this.own = [...this.own, ...found];
        this.tell({ unread: [...this.state.unread, ...failed], reading: this.state.reading - 1 });
      }),
    );
  }

  /** What a form may be held against, its own unit's first: of the received forms those of earlier years that may be its unit's. */
  choices({ kind, now }: Pairing): readonly Candidate[] {
    const { candidates } = this.state;
    const earlier = this.earlier(this.batch.sides());
    const received = earlier.filter(
      (one) => one.row !== now.row && isBefore(one.found, now.found) && strangeness(one.found, now.found) < 2,
    );
    return [
      ...candidates.filter(({ found }) => found.identity.kind === kind),
      ...(kind === 'form' ? received : []),
    ].sort((a, b) => strangeness(a.found, now.found) - strangeness(b.found, now.found));
  }

  /** Takes another partner for a form, or none. */
  choose(pairing: string, candidate: string | null): void {
    this.chosen.set(pairing, candidate);
    this.tell();
  }

  /** Counts a project as its department's, or no longer. */
  take({ key }: Group, { row }: ReceivedRow, taken: boolean): void {
    this.counted.set(`${key} ${row}`, taken);
    this.tell();
  }

  /** Compares every pair and every group. */
  async compare(): Promise<void> {
    const { pairings, groups } = this.state;
    const all: readonly Omit<Against, 'comparison' | 'failed'>[] = [
      ...pairings.flatMap(({ key, now, partner }) => (partner === null ? [] : [{ key, now, with: partner }])),
      ...groups.flatMap(({ key, now, projects }) => {
        const taken = projects.flatMap((project) => (project.taken ? [project.side] : []));
        return taken.length === 0 ? [] : [{ key, now, with: taken }];
      }),
    ];
    this.tell({ results: new Map(), running: { done: 0, total: all.length } });
    await Promise.all(
      all.map(async (one) => {
        const results = this.withResult(await this.held(one));
        const { running } = this.state;
        this.tell({ results, running: running && { ...running, done: running.done + 1 } });
      }),
    );
    this.tell({ running: null });
    this.share();
  }

  /** Forgets the files that were chosen and what was compared. */
  clear(): void {
    this.own = [];
    this.chosen.clear();
    this.counted.clear();
    this.tell({ unread: [], results: new Map() });
    this.share();
  }

  /** What the form of a row is held against, for a session that shows it: its findings then follow what is mended there. */
  async othersOf(row: string): Promise<OtherForm[]> {
    const own = this.state.results.get(row) ?? [];
    return Promise.all(
      own
        .filter(({ comparison }) => comparison !== null)
        .map(async (one): Promise<OtherForm> => {
          const { index } = one.now.found;
          const { with: other } = one;
          if (!(other instanceof Array)) {
            return formInFile(this.batch, other.source(), other.found, other.file, index);
          }
          const projects = await this.moneyOf(other);
          return {
            name: namesOf(one),
            hold: ({ form, snapshot }) => recordOfProjects(sideOfForm(form, snapshot), snapshot, projects, index),
            merge: reviewWith,
          };
        }),
    );
  }

  private async moneyOf(projects: readonly ReceivedRow[]): Promise<FormMoney[]> {
    const answers = await Promise.all(
      projects.map(({ source, found, file }) =>
        this.batch.run({ kind: 'money', place: placeOf(source(), found), name: file }),
      ),
    );
    return answers.map((answer, at) => {
      if (answer.kind === 'money') return answer.money;
      throw new Error(`${projects[at]?.file ?? ''}：${sentenceOf(answer)}`);
    });
  }

  private async answerOf({ now, with: other }: Pick<Against, 'now' | 'with'>): Promise<WorkerAnswer> {
    const place = placeOf(now.source(), now.found);
    if (!(other instanceof Array)) {
      return this.batch.run({ kind: 'compare', old: placeOf(other.source(), other.found), now: place });
    }
    try {
      return await this.batch.run({ kind: 'projects', now: place, projects: await this.moneyOf(other) });
    } catch (error) {
      return { kind: 'failed', sentence: error instanceof Error ? error.message : UNREADABLE };
    }
  }

  private async held(one: Omit<Against, 'comparison' | 'failed'>): Promise<Against> {
    const answer = await this.answerOf(one);
    return answer.kind === 'compared'
      ? { ...one, comparison: answer.comparison, failed: '' }
      : { ...one, comparison: null, failed: sentenceOf(answer) };
  }

  /** The results with another one in the place of that of the same key. */
  private withResult(result: Against): AgainstState['results'] {
    const { results } = this.state;
    const others = (results.get(result.now.row) ?? []).filter(({ key }) => key !== result.key);
    return new Map(results).set(result.now.row, [...others, result]);
  }

  /** Lets the batch count what differs among the findings of its rows. */
  private share(): void {
    const { results } = this.state;
    if (this.told === results) return;
    this.told = results;
    const records = [...results].map(([row, all]): [string, ComparisonRecord[]] => [
      row,
      all.flatMap(({ comparison }) => comparison ?? []),
    ]);
    this.batch.useComparisons(new Map(records));
  }

  /** What was mended is held anew; a form that is gone is forgotten. */
  private follow(): void {
    const rows = new Map(rowsAmong(this.batch.sides()).map((side) => [side.row, side]));
    const here = ({ row }: ReceivedRow) => rows.has(row);
    const kept = new Map([...this.state.results].filter(([row]) => rows.has(row)));
    const again: Promise<void>[] = [];
    for (const result of [...kept.values()].flat()) {
      const { row } = result.now;
      const now = rows.get(row);
      if (now === undefined) continue;
      const { with: other } = result;
      const mended = other instanceof Array && other.some((one) => rows.get(one.row)?.edits !== one.edits);
      if (now.edits === result.now.edits && !mended) continue;
      const current = (one: ReceivedRow): ReceivedRow => rows.get(one.row) ?? one;
      const next = { ...result, now, with: other instanceof Array ? other.filter(here).map(current) : other };
      kept.set(
        row,
        (kept.get(row) ?? []).map((one) => (one === result ? next : one)),
      );
      again.push(this.held(next).then((held) => this.tell({ results: this.withResult(held) })));
    }
    this.tell(kept.size < this.state.results.size || again.length > 0 ? { results: kept } : {});
    if (again.length > 0) void Promise.all(again).then(() => this.share());
  }

  private candidates(received: readonly ReceivedSide[]): Candidate[] {
    const targets = received.filter(({ row }) => row === null);
    const within = targets.map((side, at): Candidate => ({ ...side, row: null, key: `received ${side.file} ${at}` }));
    return [...within, ...this.own];
  }

  /** Received forms of a year before: what year a form without one is of can't be told. */
  private earlier(received: readonly ReceivedSide[]): Candidate[] {
    return rowsAmong(received)
      .filter(({ found }) => found.identity.year !== null)
      .map((side) => ({ ...side, key: side.row }));
  }

  private pairings(received: readonly ReceivedSide[], candidates: readonly Candidate[]): Pairing[] {
    const forms = rowsAmong(received);
    const all = [...candidates, ...this.earlier(received)];
    const identities = forms.map(({ found }) => found.identity);
    const partners = partnersByKind(
      all.map(({ found }) => found.identity),
      identities,
    );
    const byForm = new Map(partners.map((one) => [`${one.now} ${one.kind}`, one]));
    const asked = new Set(candidates.map(({ found }) => found.identity.kind));
    return forms.flatMap((now, at) =>
      (['targets', 'form'] as const).flatMap((kind): Pairing[] => {
        const { row } = now;
        const key = `${row} ${kind}`;
        const suggested = byForm.get(`${at} ${kind}`);
        const dated = now.found.identity.year !== null;
        const fitting = all[suggested?.old ?? -1];
        const fits = fitting?.row === null || (dated && fitting?.row !== row) ? fitting : undefined;
        const chosen = this.chosen.get(key);
        if (!asked.has(kind) && fits === undefined && chosen === undefined) return [];
        const partner = chosen === undefined ? fits : all.find((one) => one.key === chosen);
        const several = suggested?.old === null && (kind === 'targets' || dated) ? suggested.candidates : 0;
        const found = fits !== undefined || several > 0;
        return [{ key, now, kind, partner: partner ?? null, found, candidates: several }];
      }),
    );
  }

  private groups(received: readonly ReceivedSide[]): Group[] {
    const forms = rowsAmong(received);
    const departments = forms.filter(({ found }) => isDepartment(found.side.kind));
    const projects = forms.filter(({ found }) => !isDepartment(found.side.kind));
    return departments.flatMap((now): Group[] => {
      const { identity } = now.found;
      const key = `${now.row} projects`;
      const only = departments.filter(({ found }) => found.identity.year === identity.year).length === 1;
      const own = projects.flatMap((side) => {
        const { organisation, department, year } = side.found.identity;
        if (year !== null && identity.year !== null && year !== identity.year) return [];
        // Where a unit is not named it can't be told whose the project is: an officer may know.
        const named = identity.organisation !== '' && (organisation !== '' || department !== '');
        if (!(named ? isOf(identity, side.found.identity) : only)) return [];
        return [{ side, taken: this.counted.get(`${key} ${side.row}`) ?? named }];
      });
      return own.length === 0 ? [] : [{ key, now, projects: own }];
    });
  }

  private tell(change: Partial<AgainstState> = {}): void {
    const received = this.batch.sides();
    const candidates = this.candidates(received);
    this.set({
      ...change,
      candidates,
      pairings: this.pairings(received, candidates),
      groups: this.groups(received),
    });
  }
}

/** The comparisons of a batch, which stay while the officer looks at other views. */
export const againstOf = once((batch: BatchStore) => new AgainstStore(batch));
