import { type AnnotateOptions, type AnnotateOutcome, type RefusedComment, HostError, isSigned, signed } from '../host';
import { oneForEachCell } from '../../advice/annotations';
import type { PlannedComment } from '../../advice/plan';
import { cellKey, type CellRef } from '../../sheet/snapshot';
import { loadAnnotations, type Existing } from './annotationState';
import { codeOf, toHostError } from './errors';
import { CLEARED, highlight, type Highlight, isOfMap } from './marks';
import { lookAfter, run } from './run';

/** What is to stand on a cell: the whole comment, mark included, and the highlight. */
interface Wanted {
  readonly cell: CellRef;
  readonly content: string | null;
  readonly kind: Highlight | null;
}

/** Changes to be made in one request, and how many comments they add, change and take away. */
interface Changes {
  readonly actions: ((sheet: Excel.Worksheet) => void)[];
  /** Comments on cells that have none: what Excel refuses where an old-style note stands. */
  readonly additions: { readonly cell: CellRef; readonly content: string }[];
  added: number;
  updated: number;
  removed: number;
}

/** What Excel was seen to raise where an old-style note stands on the cell. */
const ON_A_NOTE = 'InvalidOperation';

function wishes(comments: readonly PlannedComment[]): Map<number, Wanted> {
  return new Map(
    oneForEachCell(comments).map(({ cell, severity, text }) => [
      cellKey(cell),
      { cell, content: signed(text), kind: severity },
    ]),
  );
}

/** What stood on the sheet, as wishes, to be put back after a failure. */
function formerState(existing: Existing): Map<number, Wanted> {
  const wanted = new Map<number, Wanted>();
  for (const { cell, content, replies } of existing.threads) {
    const ours = isSigned(content) ? content : (replies.find((reply) => isSigned(reply.content))?.content ?? null);
    if (ours !== null) wanted.set(cellKey(cell), { cell, content: ours, kind: null });
  }
  for (const { cell, kind } of existing.highlights) {
    if (kind === null || isOfMap(kind)) continue;
    wanted.set(cellKey(cell), { cell, content: wanted.get(cellKey(cell))?.content ?? null, kind });
  }
  return wanted;
}

function planThreads(existing: Existing, wanted: ReadonlyMap<number, Wanted>, changes: Changes): void {
  const taken = new Set<number>();
  for (const thread of existing.threads) {
    const key = cellKey(thread.cell);
    taken.add(key);
    const content = wanted.get(key)?.content ?? null;
    const ourReplies = thread.replies.filter((reply) => isSigned(reply.content));
    const rootIsOurs = isSigned(thread.content);
    const [first] = ourReplies;
    // Where a person began the thread, ours is a reply; where we did, the first comment is.
    const surplus = rootIsOurs || content === null ? ourReplies : ourReplies.slice(1);
    for (const reply of surplus) changes.actions.push(() => reply.object.delete());
    if (!rootIsOurs) {
      changes.removed += surplus.length;
      if (content === null) continue;
      if (first === undefined) {
        changes.added += 1;
        changes.actions.push(() => thread.object.replies.add(content));
      } else if (first.content !== content) {
        changes.updated += 1;
        changes.actions.push(() => setContent(first.object, content));
      }
    } else if (content === null) {
      if (thread.content !== CLEARED) changes.removed += 1;
      if (thread.replies.length === ourReplies.length) changes.actions.push(() => thread.object.delete());
      else if (thread.content !== CLEARED) changes.actions.push(() => setContent(thread.object, CLEARED));
    } else if (thread.content !== content) {
      changes.updated += 1;
      changes.actions.push(() => setContent(thread.object, content));
    }
  }
  for (const [key, { cell, content }] of wanted) {
    if (content !== null && !taken.has(key)) changes.additions.push({ cell, content });
  }
}

function setContent(target: Excel.Comment | Excel.CommentReply, content: string): void {
  target.content = content;
}

function planHighlights(existing: Existing, wanted: ReadonlyMap<number, Wanted>, changes: Changes): void {
  const standing = new Set<number>();
  for (const { cell, kind, single, object } of existing.highlights) {
    const key = cellKey(cell);
    if (single && kind !== null && wanted.get(key)?.kind === kind && !standing.has(key)) standing.add(key);
    else changes.actions.push(() => object.delete());
  }
  for (const [key, { cell, kind }] of wanted) {
    if (kind !== null && !standing.has(key)) changes.actions.push((sheet) => highlight(sheet, cell, kind));
  }
}

function planChanges(existing: Existing, wanted: ReadonlyMap<number, Wanted>, parts: Parts): Changes {
  const changes: Changes = { actions: [], additions: [], added: 0, updated: 0, removed: 0 };
  if (parts !== 'highlights') planThreads(existing, wanted, changes);
  if (parts !== 'comments') planHighlights(existing, wanted, changes);
  return changes;
}

function addComment(sheet: Excel.Worksheet, { cell, content }: { cell: CellRef; content: string }): void {
  sheet.comments.add(sheet.getCell(cell.row, cell.column), content);
}

/** How additions are made: in the same request as the rest, or each alone where Excel refuses some of them. */
type Additions = 'together' | 'alone';

/** Which of ours are changed. */
type Parts = 'both' | 'comments' | 'highlights';

interface Bringing {
  readonly additions: Additions;
  readonly keepOthers?: boolean;
  readonly parts?: Parts;
}

function countsOf(
  { added, updated, removed, additions }: Changes,
  refused: readonly RefusedComment[],
): AnnotateOutcome {
  const counts = { added: added + additions.length - refused.length, updated, removed };
  return refused.length === 0 ? counts : { ...counts, refused };
}

async function bring(
  sheetId: string,
  wanted: ReadonlyMap<number, Wanted>,
  { additions, keepOthers = false, parts = 'both' }: Bringing,
): Promise<AnnotateOutcome> {
  const attempted: Attempt[] = [];
  try {
    const changes = await run(async (context, learnt) => {
      const existing = await loadAnnotations(context, sheetId, learnt);
      const sheet = context.workbook.worksheets.getItem(sheetId);
      const all = keepOthers ? new Map([...formerState(existing), ...wanted]) : wanted;
      const planned = planChanges(existing, all, parts);
      for (const change of planned.actions) change(sheet);
      if (additions === 'together') for (const addition of planned.additions) addComment(sheet, addition);
      const count = planned.actions.length + (additions === 'together' ? planned.additions.length : 0);
      attempted.push({ before: existing, all, changes: planned });
      if (count > 0) await context.sync();
      return planned;
    });
    return countsOf(changes, additions === 'alone' ? await addEachAlone(sheetId, changes.additions) : []);
  } catch (error) {
    const [attempt] = attempted;
    if (attempt === undefined || (await settle(sheetId, attempt, parts, error)) !== true) throw error;
    // Excel did it all and only its answer was lost.
    return countsOf(attempt.changes, []);
  }
}

/** Adds comments in requests of their own, so that a cell which Excel refuses keeps none of the others back. */
async function addEachAlone(
  sheetId: string,
  additions: readonly { readonly cell: CellRef; readonly content: string }[],
): Promise<RefusedComment[]> {
  const results = await Promise.allSettled(
    additions.map((addition) =>
      run(async (context) => {
        addComment(context.workbook.worksheets.getItem(sheetId), addition);
        await context.sync();
      }),
    ),
  );
  return results.flatMap((result, at) => {
    const cell = additions[at]?.cell;
    if (result.status === 'fulfilled' || cell === undefined) return [];
    const reason = toHostError(result.reason);
    if (reason.code !== 'unknown') throw reason;
    const code = codeOf(reason.cause);
    return [{ cell, code, why: code === ON_A_NOTE ? ('note' as const) : ('other' as const) }];
  });
}

/** What was there, what was to be there, and the changes that were asked for. */
interface Attempt {
  readonly before: Existing;
  readonly all: ReadonlyMap<number, Wanted>;
  readonly changes: Changes;
}

/**
 * After a failure in the middle looks at what became of it: tells whether all was done nevertheless, and else makes our
 * annotations again what they were.
 */
function settle(sheetId: string, { before, all }: Attempt, parts: Parts, failure: unknown): Promise<boolean | null> {
  return lookAfter(failure, '批注中途失败，且未能恢复原状；请点“清除批注”后再试。', async (context) => {
    const existing = await loadAnnotations(context, sheetId, {});
    const left = planChanges(existing, all, parts);
    if (left.actions.length + left.additions.length === 0) return true;
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const { actions, additions } = planChanges(existing, formerState(before), parts);
    for (const change of actions) change(sheet);
    for (const addition of additions) addComment(sheet, addition);
    if (actions.length + additions.length > 0) await context.sync();
    return false;
  });
}

/**
 * Makes our comments and highlights on a sheet exactly these, or, with `keepOthers`, on the cells of these; nobody
 * else's are touched. A cell that takes no comment is named, and highlighted only where an old-style note stands on it.
 */
export async function annotateSheet(
  sheetId: string,
  comments: readonly PlannedComment[],
  { keepOthers = false }: AnnotateOptions = {},
): Promise<AnnotateOutcome> {
  const wanted = wishes(comments);
  try {
    return await bring(sheetId, wanted, { additions: 'together', keepOthers });
  } catch (error) {
    // What Excel raises for a cell with an old-style note has no code of its own.
    const mayBeNote = error instanceof HostError && error.code === 'unknown' && wanted.size > 0;
    if (!mayBeNote) throw error;
    const outcome = await bring(sheetId, wanted, { additions: 'alone', keepOthers });
    const { refused = [], ...counts } = outcome;
    const bare = refused.filter(({ why }) => why === 'other').map(({ cell }) => cell);
    if (bare.length === 0) return outcome;
    const nothing = new Map(bare.map((cell) => [cellKey(cell), { cell, content: null, kind: null }]));
    await bring(sheetId, nothing, { additions: 'together', keepOthers: true });
    if (bare.length === wanted.size && counts.updated + counts.removed === 0) throw error;
    return outcome;
  }
}

/**
 * Takes all our comments and highlights off a sheet; gives how many comments. Where Excel refuses one kind, the other
 * goes nevertheless, and the sentence says which stayed.
 */
export async function clearSheet(sheetId: string): Promise<number> {
  const clear = async (parts: Parts) => (await bring(sheetId, new Map(), { additions: 'together', parts })).removed;
  try {
    return await clear('both');
  } catch (error) {
    if (!(error instanceof HostError) || (error.code !== 'unknown' && error.code !== 'lost')) throw error;
    const [comments] = await Promise.allSettled([clear('comments')]);
    const [highlights] = await Promise.allSettled([clear('highlights')]);
    if (comments.status === 'fulfilled' && highlights.status === 'fulfilled') return comments.value;
    if (comments.status === highlights.status) throw error;
    const stayed =
      comments.status === 'fulfilled'
        ? '批注已清除，标色有一部分 Excel 不让清除；请在“条件格式”→“管理规则”里删去公式含 zipingbiao 的规则。'
        : '标色已清除，批注有一部分 Excel 不让清除；请稍后再点一次“清除批注”，或在批注上手工删除。';
    throw new HostError('unknown', stayed, { cause: error });
  }
}
