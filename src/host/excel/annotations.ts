import type { AnnotateOutcome } from '../host';
import { HostError } from '../host';
import type { PlannedComment } from '../../advice/plan';
import type { CellRef } from '../../sheet/snapshot';
import { loadAnnotations, type Existing } from './annotationState';
import { nothingDone, notRestored, toHostError, type Place } from './errors';
import { CLEARED, highlightFill, highlightFormula, louder } from './marks';
import { isSigned, signed } from '../signature';
import { openSheet, placeOf, run } from './run';

type Severity = PlannedComment['severity'];

/** What is to stand on a cell: the whole comment, mark included, and the highlight. */
interface Wanted {
  readonly cell: CellRef;
  readonly content: string | null;
  readonly severity: Severity | null;
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

function keyOf({ row, column }: CellRef): string {
  return `${row}:${column}`;
}

/** One wish for each cell; several comments on one cell are joined, the loudest severity wins. */
function wishes(comments: readonly PlannedComment[]): Map<string, Wanted> {
  const bySpot = new Map<string, PlannedComment>();
  for (const comment of comments) {
    const key = keyOf(comment.cell);
    const other = bySpot.get(key);
    if (other === undefined) bySpot.set(key, comment);
    else {
      const severity = louder(other.severity, comment.severity);
      bySpot.set(key, { ...other, severity, text: `${other.text}\n\n${comment.text}` });
    }
  }
  return new Map(
    [...bySpot].map(([key, comment]) => [
      key,
      { cell: comment.cell, content: signed(comment.text), severity: comment.severity },
    ]),
  );
}

/** What stood on the sheet, as wishes, to be put back after a failure. */
function formerState(existing: Existing): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { cell, content, replies } of existing.threads) {
    const ours = isSigned(content) ? content : (replies.find((reply) => isSigned(reply.content))?.content ?? null);
    if (ours !== null) wanted.set(keyOf(cell), { cell, content: ours, severity: null });
  }
  for (const { cell, severity } of existing.highlights) {
    if (severity === null) continue;
    wanted.set(keyOf(cell), { cell, content: wanted.get(keyOf(cell))?.content ?? null, severity });
  }
  return wanted;
}

function planThreads(existing: Existing, wanted: ReadonlyMap<string, Wanted>, changes: Changes): void {
  const taken = new Set<string>();
  for (const thread of existing.threads) {
    const key = keyOf(thread.cell);
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

function planHighlights(existing: Existing, wanted: ReadonlyMap<string, Wanted>, changes: Changes): void {
  const standing = new Set<string>();
  for (const { cell, severity, single, object } of existing.highlights) {
    const key = keyOf(cell);
    if (single && severity !== null && wanted.get(key)?.severity === severity && !standing.has(key)) standing.add(key);
    else changes.actions.push(() => object.delete());
  }
  for (const [key, { cell, severity }] of wanted) {
    if (severity === null || standing.has(key)) continue;
    changes.actions.push((sheet) => {
      const format = sheet.getCell(cell.row, cell.column).conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = highlightFormula(severity);
      format.custom.format.fill.color = highlightFill(severity);
    });
  }
}

function planChanges(existing: Existing, wanted: ReadonlyMap<string, Wanted>): Changes {
  const changes: Changes = { actions: [], additions: [], added: 0, updated: 0, removed: 0 };
  planThreads(existing, wanted, changes);
  planHighlights(existing, wanted, changes);
  return changes;
}

function addComment(sheet: Excel.Worksheet, { cell, content }: { cell: CellRef; content: string }): void {
  sheet.comments.add(sheet.getCell(cell.row, cell.column), content);
}

/** How additions are made: in the same request as the rest, or each alone where Excel refuses some of them. */
type Additions = 'together' | 'alone';

async function bring(
  sheetId: string,
  wanted: ReadonlyMap<string, Wanted>,
  additions: Additions,
  keepOthers = false,
): Promise<AnnotateOutcome> {
  let place: Place | undefined;
  const attempted: Existing[] = [];
  try {
    const { changes, refused } = await run(
      async (context) => {
        const sheet = openSheet(context, sheetId);
        const existing = await loadAnnotations(context, sheet, () => {
          place = placeOf(sheet);
        });
        const all = keepOthers ? new Map([...formerState(existing), ...wanted]) : wanted;
        const planned = planChanges(existing, all);
        for (const change of planned.actions) change(sheet);
        if (additions === 'together') for (const addition of planned.additions) addComment(sheet, addition);
        const count = planned.actions.length + (additions === 'together' ? planned.additions.length : 0);
        attempted.push(existing);
        if (count > 0) await context.sync();
        return { changes: planned, refused: [] as CellRef[] };
      },
      () => place,
    );
    if (additions === 'alone') refused.push(...(await addEachAlone(sheetId, changes.additions)));
    const added = changes.added + changes.additions.length - refused.length;
    const counts = { added, updated: changes.updated, removed: changes.removed };
    return refused.length === 0 ? counts : { ...counts, refused };
  } catch (error) {
    const [before] = attempted;
    if (before !== undefined) await putBack(sheetId, before, error);
    throw error;
  }
}

/** Adds comments in requests of their own, so that a cell which Excel refuses keeps none of the others back. */
async function addEachAlone(
  sheetId: string,
  additions: readonly { readonly cell: CellRef; readonly content: string }[],
): Promise<CellRef[]> {
  const results = await Promise.allSettled(
    additions.map((addition) =>
      run(async (context) => {
        addComment(context.workbook.worksheets.getItem(sheetId), addition);
        await context.sync();
      }),
    ),
  );
  for (const result of results) {
    const reason = result.status === 'rejected' ? toHostError(result.reason) : null;
    if (reason !== null && reason.code !== 'unknown') throw reason;
  }
  return additions.filter((_, i) => results[i]?.status === 'rejected').map(({ cell }) => cell);
}

/** After a failure in the middle: makes our annotations again what they were. */
async function putBack(sheetId: string, before: Existing, failure: unknown): Promise<void> {
  if (nothingDone(failure)) return;
  const former = formerState(before);
  try {
    await run(async (context) => {
      const sheet = openSheet(context, sheetId);
      const existing = await loadAnnotations(context, sheet, () => placeOf(sheet));
      const { actions, additions } = planChanges(existing, former);
      for (const change of actions) change(sheet);
      for (const addition of additions) addComment(sheet, addition);
      if (actions.length + additions.length > 0) await context.sync();
    });
  } catch (cause) {
    throw notRestored('批注中途失败，且未能恢复原状；请点“清除批注”后再试。', cause);
  }
}

/**
 * Makes our comments and highlights on a sheet exactly these, or, with `keepOthers`, on the cells of these; nobody
 * else's are touched.
 */
export async function annotateSheet(
  sheetId: string,
  comments: readonly PlannedComment[],
  keepOthers = false,
): Promise<AnnotateOutcome> {
  const wanted = wishes(comments);
  try {
    return await bring(sheetId, wanted, 'together', keepOthers);
  } catch (error) {
    // What Excel raises for a cell with an old-style note has no code of its own.
    const mayBeNote = error instanceof HostError && error.code === 'unknown' && wanted.size > 0;
    if (!mayBeNote) throw error;
    return bring(sheetId, wanted, 'alone', keepOthers);
  }
}

/** Takes all our comments and highlights off a sheet; gives how many comments. */
export async function clearSheet(sheetId: string): Promise<number> {
  const { removed } = await bring(sheetId, new Map(), 'together');
  return removed;
}
