import type { Decimal } from 'decimal.js';
import { type Draft, draftFor, wordingsOf } from '../../advice/drafts';
import {
  basisPlan,
  cellOf,
  completionPlan,
  type DebtKind,
  draftedOf,
  draftPlan,
  nextOwed,
  type OpenLine,
  openLines,
  owed,
  type OwedRow,
  type Progress,
  promptsFor,
  rowAt,
  scorePlan,
} from '../../advice/filling';
import type { PlannedComment, WritePlan } from '../../advice/plan';
import type { FormReview } from '../../review';
import { once } from '../../sheet/remember';
import { Observable } from '../observable';
import { entriesIn, hasTexts, isText } from '../../host/stored';
import type { PaneMemory } from '../session/memory';
import type { Session } from '../session/session';

const KEY = 'drafts';
const SEPARATOR = '\u001f';

/** A text that an officer has begun and not yet written. */
interface KeptDraft {
  readonly sheet: string;
  readonly name: string;
  /** By the box that it stands in. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The drafts that were begun before the pane was loaded again, by sheet and row. */
function loadDrafts(memory: PaneMemory): ReadonlyMap<string, KeptDraft> {
  return new Map(
    entriesIn(memory.load(KEY), isStoredDraft).map(({ key, sheet, name, texts }) => [
      key,
      { sheet, name, texts: new Map(entriesIn(texts, isTextPair)) },
    ]),
  );
}

function isStoredDraft(
  value: unknown,
): value is Readonly<Record<'key' | 'sheet' | 'name', string>> & { readonly texts?: unknown } {
  return hasTexts(value, 'key', 'sheet', 'name');
}

function isTextPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && isText(value[0]) && isText(value[1]);
}

/** Keeps the drafts as long as the window of the workbook is open. */
function keepDrafts(memory: PaneMemory, drafts: ReadonlyMap<string, KeptDraft>): void {
  const kept = [...drafts].map(([key, { sheet, name, texts }]) => ({ key, sheet, name, texts: [...texts] }));
  memory.keep(KEY, kept);
}

export type { KeptDraft };

/** A text box of the card. */
export interface TextBox {
  /** The key its text is kept under; each wording of a draft has its own. */
  readonly id: string;
  /** Which answer of a draft it holds; `null` for a line of the sheet. */
  readonly part: keyof Draft | null;
  readonly label: string;
  readonly text: string;
  /** The line that it completes; `null` for an answer that is yet to be placed. */
  readonly line: OpenLine | null;
}

export interface FillState {
  /** Wordings that were asked for, by row. */
  readonly turns: ReadonlyMap<string, number>;
  readonly drafts: ReadonlyMap<string, KeptDraft>;
  /** Rows whose cell had changed when we were about to write into it. */
  readonly conflicts: ReadonlySet<string>;
  /** The row that is looked at, where the selected cell belongs to none. */
  readonly shown: string | null;
  /** Counts the officer's asking to be taken to a row. */
  readonly asked: number;
}

const LABELS: Readonly<Record<'over' | 'execution' | 'reason' | 'improvement', string>> = {
  over: '超额完成说明',
  execution: '执行率偏低原因',
  reason: '未达标原因',
  improvement: '改进措施',
};

/** What a review leaves owing. */
export const progressIn = once((review: FormReview) => owed(review));

/**
 * What the officer is about to fill in: drafts by sheet and row. It outlives the view, a renamed or deleted sheet and
 * another one in front, as it belongs to the session.
 */
export class Filling extends Observable<FillState> {
  private lastPrompts = '';

  constructor(private readonly session: Session) {
    const drafts = loadDrafts(session.memory);
    super({ turns: new Map(), drafts, conflicts: new Set(), shown: null, asked: 0 });
    session.subscribe(() => void this.followPrompts());
  }

  protected override set(change: Partial<FillState>): void {
    if (change.drafts !== undefined) keepDrafts(this.session.memory, change.drafts);
    super.set(change);
  }

  /** The form that is looked at. */
  private review(): FormReview | null {
    const { view } = this.session.getSnapshot();
    return view.kind === 'reviewed' ? (view.forms[view.chosen]?.review ?? null) : null;
  }

  private keyOf(rowKey: string): string {
    return `${this.session.getSnapshot().sheet?.id ?? ''}${SEPARATOR}${rowKey}`;
  }

  /** The row to show: that of the selected cell, else the one shown last, else the first that owes something. */
  current(progress: Progress): OwedRow | null {
    const { selected } = this.session.getSnapshot();
    const here = selected === null ? null : rowAt(progress, selected);
    const last = progress.rows.find(({ row }) => row.key === this.state.shown);
    return here ?? last ?? nextOwed(progress, null, 1) ?? progress.rows[0] ?? null;
  }

  /** The text boxes for what a row owes: drafts to be placed, or lines whose blanks are to be filled. */
  boxes(owedRow: OwedRow, progress: Progress): readonly TextBox[] {
    const { row, offers } = owedRow;
    const debts = draftedOf(owedRow);
    const snapshot = this.session.snapshot();
    const begun = this.state.drafts.get(this.keyOf(row.key))?.texts ?? new Map<string, string>();
    const turn = this.state.turns.get(this.keyOf(row.key)) ?? 0;
    if (debts.includes('blank')) {
      const lines = snapshot === null ? [] : openLines(snapshot, row);
      return lines.map((line, at) => {
        const id = `line-${at}-${line.text}`;
        return { id, label: '补全表内的草稿（必填）', part: null, text: begun.get(id) ?? line.text, line };
      });
    }
    const missed = progress.rows.filter(
      (one) => one.row.kind === 'item' && one.row.target !== null && (one.row.score?.attainment?.lt(1) ?? false),
    );
    const names = missed.slice(0, 5).map((one) => one.row.name);
    const drafts = Array.from({ length: turn + 1 }, (_, at) => draftFor(row, debts, at, names));
    const box = (part: keyof Draft, name: DebtKind, label: string): readonly TextBox[] => {
      const draft = drafts[turn]?.[part] ?? '';
      if (draft === '') return [];
      // Reason and improvement have different numbers of wordings: each comes round by itself.
      const wording = drafts.findIndex((one) => one[part] === draft);
      const id = wording === 0 ? name : `${name}\u001f${wording}`;
      const need = offers.includes(name) ? '选填' : '必填';
      return [{ id, part, label: `${label}（${need}）`, text: begun.get(id) ?? draft, line: null }];
    };
    const first = debts.includes('execution') ? 'execution' : debts.includes('reason') ? 'reason' : 'over';
    return [
      ...box('reason', first, row.kind === 'narrative' ? '未能完成原因' : LABELS[first]),
      ...box('improvement', 'improvement', LABELS.improvement),
    ];
  }

  edit({ row }: OwedRow, box: TextBox, text: string): void {
    const key = this.keyOf(row.key);
    const texts = new Map(this.state.drafts.get(key)?.texts).set(box.id, text);
    const sheet = this.session.getSnapshot().sheet?.name ?? '';
    this.set({ drafts: new Map(this.state.drafts).set(key, { sheet, name: row.name, texts }) });
  }

  /** Another wording; what was typed into this one is there again when it comes round. */
  reword(owedRow: OwedRow): void {
    const { row } = owedRow;
    const key = this.keyOf(row.key);
    const next = ((this.state.turns.get(key) ?? 0) + 1) % wordingsOf(row, draftedOf(owedRow));
    this.set({ turns: new Map(this.state.turns).set(key, next) });
  }

  /** What was begun and stands beside no row: of a sheet or a row that is gone, or all where there is no form. */
  unplaced(): readonly (readonly [string, KeptDraft])[] {
    const { sheet, sheets, view } = this.session.getSnapshot();
    const drafts = [...this.state.drafts];
    if (view.kind !== 'reviewed') return drafts;
    const rows = view.forms.flatMap(({ review }) => progressIn(review).rows.map(({ row }) => this.keyOf(row.key)));
    const elsewhere = sheets.filter(({ id }) => id !== sheet?.id).map(({ id }) => `${id}${SEPARATOR}`);
    return drafts.filter(([key]) => !rows.includes(key) && !elsewhere.some((id) => key.startsWith(id)));
  }

  /** Drops what was begun. */
  forget(key: string): void {
    const drafts = new Map(this.state.drafts);
    drafts.delete(key);
    this.set({ drafts });
  }

  async enterScore({ row }: OwedRow, score: Decimal): Promise<void> {
    const snapshot = this.session.snapshot();
    if (snapshot !== null) await this.write(row.key, scorePlan(snapshot, row, score));
  }

  async enterBasis({ row }: OwedRow, sentence: string): Promise<void> {
    const snapshot = this.session.snapshot();
    if (snapshot !== null) await this.write(row.key, basisPlan(snapshot, row, sentence));
  }

  /** Writes the boxes' texts: drafts behind what stands there, completed lines in their own place. */
  async enterTexts(owedRow: OwedRow, boxes: readonly TextBox[]): Promise<void> {
    const { row } = owedRow;
    const snapshot = this.session.snapshot();
    if (snapshot === null) return;
    const lines = boxes.flatMap(({ line, text }) => (line === null ? [] : [[line, text] as const]));
    const answer = (wanted: keyof Draft) => boxes.find(({ part }) => part === wanted)?.text.trim() ?? '';
    const draft: Draft = { reason: answer('reason'), improvement: answer('improvement') };
    const plan =
      lines.length > 0 ? completionPlan(snapshot, row, lines) : draftPlan(snapshot, row, draftedOf(owedRow), draft);
    const key = this.keyOf(row.key);
    if (!(await this.write(row.key, plan))) return;
    this.forget(key);
    // The boxes go with what they held.
    this.set({ asked: this.state.asked + 1 });
  }

  private async write(rowKey: string, plan: WritePlan | null): Promise<boolean> {
    if (plan === null) return false;
    const key = this.keyOf(rowKey);
    this.set({ shown: rowKey });
    const outcome = await this.session.writing.write(plan);
    const conflicts = new Set(this.state.conflicts);
    const skipped = (outcome?.skipped.length ?? 0) > 0;
    if (skipped) conflicts.add(key);
    else conflicts.delete(key);
    this.set({ conflicts });
    return outcome !== null && !skipped;
  }

  isConflict(rowKey: string): boolean {
    return this.state.conflicts.has(this.keyOf(rowKey));
  }

  /** Goes to the next row that owes something (or the previous one), and asks for the focus there. */
  async go(progress: Progress, step: 1 | -1): Promise<void> {
    const here = this.current(progress);
    const next = nextOwed(progress, here?.row.key ?? null, step);
    if (next === null) return;
    await this.goTo(next);
    const [from, to] = [here, next].map((one) => progress.rows.findIndex(({ row }) => row.key === one?.row.key));
    if (here !== null && Number(to) * step <= Number(from) * step) {
      const words = step === 1 ? '后面没有未完成的了，已回到第一项。' : '前面没有未完成的了，已转到最后一项。';
      await this.session.attempt('', () => words);
    }
  }

  async goTo(owedRow: OwedRow): Promise<void> {
    this.set({ shown: owedRow.row.key });
    const cell = cellOf(owedRow);
    if (cell !== null) await this.session.goTo(cell);
    this.set({ asked: this.state.asked + 1 });
  }

  /** Puts prompts on the cells that owe something, or takes all of ours away. */
  async showPrompts(on: boolean): Promise<void> {
    const { annotated } = this.session.getSnapshot().marks;
    await this.prompt(on ? this.prompts() : null);
    if (!on || annotated.size === 0 || !this.session.getSnapshot().marks.prompting) return;
    await this.session.attempt('', () => '表上的核查批注已换成填报提示。');
  }

  /** Prompts follow each recheck; a cell whose debt is paid loses its own. */
  private async followPrompts(): Promise<void> {
    const prompts = this.session.getSnapshot().marks.prompting ? this.prompts() : null;
    if (prompts !== null && this.keyOf(JSON.stringify(prompts)) !== this.lastPrompts) await this.prompt(prompts);
  }

  private prompts(): readonly PlannedComment[] | null {
    const review = this.review();
    return review === null ? null : promptsFor(progressIn(review));
  }

  private async prompt(prompts: readonly PlannedComment[] | null): Promise<void> {
    this.lastPrompts = this.keyOf(JSON.stringify(prompts));
    await this.session.marking.prompt(prompts);
  }
}

/** The one filling of a session. */
export const fillingOf = once((session: Session) => new Filling(session));
