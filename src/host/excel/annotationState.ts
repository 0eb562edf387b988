import type { PlannedComment } from '../../advice/plan';
import type { Area, CellRef } from '../../sheet/snapshot';
import { highlightSeverity } from './marks';
import { areaOf, loadAreas } from './run';

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
    readonly severity: PlannedComment['severity'] | null;
    readonly object: Excel.ConditionalFormat;
  }[];
}

/**
 * Loads what stands on a sheet with one sync, and with a second one, only where anything stands, where it is: Office.js
 * has no property for the place of a comment. `opened` is called after the first.
 */
export async function loadAnnotations(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  opened: () => void,
): Promise<Existing> {
  const { comments } = sheet;
  comments.load('items/id,items/content,items/replies/items/id,items/replies/items/content');
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type');
  await context.sync();
  opened();
  const located = comments.items.map((comment) => {
    const location = comment.getLocation();
    location.load('rowIndex,columnIndex');
    return { comment, location };
  });
  const ruled = formats.items
    .filter(({ type }) => type === Excel.ConditionalFormatType.custom)
    .map((format) => {
      const { rule } = format.custom;
      rule.load('formula');
      const { areas } = format.getRanges();
      loadAreas(areas);
      return { format, rule, areas };
    });
  if (located.length + ruled.length > 0) await context.sync();
  return {
    threads: located.map(({ comment, location }) => ({
      content: comment.content,
      object: comment,
      cell: { row: location.rowIndex, column: location.columnIndex },
      replies: comment.replies.items.map((reply) => ({ content: reply.content, object: reply })),
    })),
    highlights: ruled.flatMap(({ format, rule, areas }) => {
      const severity = highlightSeverity(rule.formula);
      const [first] = areas.items;
      if (first === undefined || (severity === null && rule.formula !== '')) return [];
      const places = areas.items.map(areaOf);
      const cell = { row: first.rowIndex, column: first.columnIndex };
      return [{ cell, severity, object: format, single: isOneCell(places) }];
    }),
  };
}

function isOneCell(areas: readonly Area[]): boolean {
  return areas.length === 1 && areas.every(({ rowCount, columnCount }) => rowCount === 1 && columnCount === 1);
}
