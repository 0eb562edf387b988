import type { CellRef } from '../../sheet/snapshot';
import { HostError } from '../host';
import { codeOf } from './errors';
import { type Highlight, highlightIn } from './marks';
import { areaOf, type Learnt, loadAreas, openSheet, placeOf, run } from './run';

interface Post<T> {
  readonly content: string;
  readonly object: T;
}

/** Comments and highlights as they stand on a sheet: every thread, and the conditional formats that are ours. */
export interface Existing {
  readonly threads: readonly (Post<Excel.Comment> & {
    readonly cell: CellRef;
    readonly replies: readonly Post<Excel.CommentReply>[];
  })[];
  readonly highlights: readonly {
    readonly cell: CellRef;
    /** It stands on this one cell, as we put it; copying or inserting rows may have stretched it. */
    readonly single: boolean;
    /** `null` for one that a failed request left without its formula; nobody can make such a one by hand. */
    readonly kind: Highlight | null;
    readonly object: Excel.ConditionalFormat;
  }[];
}

const COMMENT_PARTS = 'items/id,items/content,items/replies/items/id,items/replies/items/content';

/**
 * What Excel raises for a conditional format that it shows and can't read: one that Ctrl+Z brought back (office-js 6396)
 * or that was duplicated by hand (6835, 6827, 5222).
 */
const UNREADABLE: ReadonlySet<string> = new Set([
  'GeneralException',
  'InvalidArgument',
  'InvalidOperation',
  'InvalidReference',
  'ItemNotFound',
  'NotImplemented',
  'UnsupportedOperation',
]);

/**
 * Loads what stands on a sheet with one sync, and with a second one, only where anything stands, where it is: Office.js
 * has no property for the place of a comment. Where Excel can't read a conditional format, each is asked for by itself,
 * and those that can't be read are taken for somebody else's.
 */
export async function loadAnnotations(
  context: Excel.RequestContext,
  sheetId: string,
  learnt: Learnt,
): Promise<Existing> {
  try {
    return await loadTogether(context, openSheet(context, sheetId), learnt);
  } catch (error) {
    if (!UNREADABLE.has(codeOf(error))) throw error;
    return loadApart(context, sheetId, learnt);
  }
}

async function loadApart(context: Excel.RequestContext, sheetId: string, learnt: Learnt): Promise<Existing> {
  const sheet = openSheet(context, sheetId);
  const { threads } = await loadTogether(context, sheet, learnt, false);
  const formats = sheet.getRange().conditionalFormats;
  const count = await countFormats(sheetId);
  const read = await Promise.allSettled(Array.from({ length: count }, (_, at) => readFormat(sheetId, at)));
  const ours = read.flatMap((one) => (one.status === 'fulfilled' && one.value !== null ? [one.value] : []));
  return { threads, highlights: ours.map(({ id, ...rest }) => ({ ...rest, object: formats.getItem(id) })) };
}

/** How many conditional formats a sheet has; none where even that can't be had. */
async function countFormats(sheetId: string): Promise<number> {
  try {
    return await run(async (context) => {
      const count = context.workbook.worksheets.getItem(sheetId).getRange().conditionalFormats.getCount();
      await context.sync();
      // A result, which no load asks for.
      // eslint-disable-next-line office-addins/load-object-before-read -- see above
      return count.value;
    });
  } catch (error) {
    if (!UNREADABLE.has(codeOf(error instanceof HostError ? error.cause : error))) throw error;
    return 0;
  }
}

type ReadHighlight = Omit<Existing['highlights'][number], 'object'> & { readonly id: string };

/** One conditional format in a conversation of its own; `null` for somebody else's. */
function readFormat(sheetId: string, at: number): Promise<ReadHighlight | null> {
  return run(async (context) => {
    const format = context.workbook.worksheets.getItem(sheetId).getRange().conditionalFormats.getItemAt(at);
    format.load('id,type');
    await context.sync();
    if (format.type !== Excel.ConditionalFormatType.custom) return null;
    const asked = askFor(format);
    await context.sync();
    const found = highlightOf(asked);
    return found === null ? null : { ...found, id: format.id };
  });
}

interface Asked {
  readonly format: Excel.ConditionalFormat;
  readonly rule: Excel.ConditionalFormatRule;
  readonly areas: Excel.RangeCollection;
}

function askFor(format: Excel.ConditionalFormat): Asked {
  const { rule } = format.custom;
  rule.load('formula');
  const { areas } = format.getRanges();
  loadAreas(areas);
  return { format, rule, areas };
}

function highlightOf({ rule, areas }: Asked): Omit<ReadHighlight, 'id'> | null {
  const kind = highlightIn(rule.formula);
  const [first] = areas.items;
  if (first === undefined || (kind === null && rule.formula !== '')) return null;
  const { row, column, rowCount, columnCount } = areaOf(first);
  const single = areas.items.length === 1 && rowCount === 1 && columnCount === 1;
  return { cell: { row, column }, kind, single };
}

async function loadTogether(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  learnt: Learnt,
  withFormats = true,
): Promise<Existing> {
  const { comments } = sheet;
  comments.load(COMMENT_PARTS);
  const formats = withFormats ? sheet.getRange().conditionalFormats : null;
  formats?.load('items/id,items/type');
  await context.sync();
  learnt.place = placeOf(sheet);
  const located = locate(comments);
  const custom = formats?.items.filter(({ type }) => type === Excel.ConditionalFormatType.custom) ?? [];
  const asked = custom.map(askFor);
  if (located.length + asked.length > 0) await context.sync();
  const highlights = asked.flatMap((one) => {
    const found = highlightOf(one);
    return found === null ? [] : [{ ...found, object: one.format }];
  });
  return { threads: located.map(threadOf), highlights };
}

interface Located {
  readonly comment: Excel.Comment;
  readonly location: Excel.Range;
}

function locate(comments: Excel.CommentCollection): readonly Located[] {
  return comments.items.map((comment) => {
    const location = comment.getLocation();
    location.load('rowIndex,columnIndex');
    return { comment, location };
  });
}

function threadOf({ comment, location }: Located): Existing['threads'][number] {
  return {
    content: comment.content,
    object: comment,
    cell: { row: location.rowIndex, column: location.columnIndex },
    replies: comment.replies.items.map((reply) => ({ content: reply.content, object: reply })),
  };
}
