import type { EmulatedComment, EmulatedReply } from '../cell';
import { sameCell, type Area } from '../../../sheet/snapshot';
import type { EmulatedSheet } from '../sheet';
import { USER_NAME } from '../workbook';
import type { RichContext } from './context';
import { ApiError, invalidArgument, itemNotFound, NULL_OBJECT, type Resolved, type RichObject } from './protocol';
import { rangeArgument } from './ranges';

type RangeOf = (sheet: EmulatedSheet, area: Area) => RichObject;

function content(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw invalidArgument();
  return value;
}

/** Comments of one sheet, or of the workbook when `ownSheet` is `null`. */
export function commentsObject(context: RichContext, ownSheet: EmulatedSheet | null, rangeOf: RangeOf): RichObject {
  const { workbook } = context;
  const all = (): { sheet: EmulatedSheet; comment: EmulatedComment }[] => {
    if (ownSheet !== null) context.guardSheet(ownSheet);
    const sheets = ownSheet === null ? workbook.sheets : [ownSheet];
    return sheets.flatMap((sheet) => sheet.comments.map((comment) => ({ sheet, comment })));
  };
  const object = (sheet: EmulatedSheet, comment: EmulatedComment): RichObject =>
    commentObject(context, sheet, comment.id, rangeOf);
  const find = (test: (comment: EmulatedComment, sheet: EmulatedSheet) => boolean): Resolved => {
    const found = all().find(({ comment, sheet }) => test(comment, sheet));
    return found === undefined ? NULL_OBJECT : object(found.sheet, found.comment);
  };
  const required = (found: Resolved): Resolved => {
    if (found === NULL_OBJECT) throw itemNotFound();
    return found;
  };
  return {
    type: 'CommentCollection',
    items: () => all().map(({ sheet, comment }) => object(sheet, comment)),
    item: (id) => required(find((comment) => comment.id === id)),
    call: {
      GetCount: () => all().length,
      GetItemOrNullObject: (id) => find((comment) => comment.id === id),
      GetItemByCell: (at) => {
        const { sheet, area } = rangeArgument(context, at, ownSheet);
        return required(find((comment, other) => other === sheet && sameCell(comment.cell, area)));
      },
      Add: (at, text) => {
        const { sheet, area } = rangeArgument(context, at, ownSheet);
        context.guardObjects(sheet);
        const merge = sheet.mergeAt(area);
        const single = area.rowCount * area.columnCount === 1;
        const whole = merge !== null && merge.rowCount === area.rowCount && merge.columnCount === area.columnCount;
        if (!single && !whole) throw invalidArgument();
        const cell = merge === null ? { row: area.row, column: area.column } : { row: merge.row, column: merge.column };
        if (sheet.commentAt(cell) !== null || sheet.notes.some((note) => sameCell(note.cell, cell))) {
          throw new ApiError(
            'InvalidOperation',
            'The operation is invalid for the current state: the cell has a comment.',
          );
        }
        const comment = { id: workbook.newId(), author: USER_NAME, content: content(text), cell, replies: [] };
        workbook.setComments(sheet, [...sheet.comments, comment]);
        return object(sheet, comment);
      },
    },
  };
}

function commentObject(context: RichContext, sheet: EmulatedSheet, id: string, rangeOf: RangeOf): RichObject {
  const { workbook } = context;
  const current = (): EmulatedComment => {
    const comment = sheet.comments.find((one) => one.id === id);
    if (comment === undefined) throw itemNotFound();
    return comment;
  };
  const change = (part: Partial<EmulatedComment>): void => {
    context.guardObjects(sheet);
    const changed = { ...current(), ...part };
    workbook.setComments(
      sheet,
      sheet.comments.map((comment) => (comment.id === id ? changed : comment)),
    );
  };
  const reply = (replyId: string): RichObject => {
    const own = (): EmulatedReply => {
      const found = current().replies.find((one) => one.id === replyId);
      if (found === undefined) throw itemNotFound();
      return found;
    };
    return {
      type: 'CommentReply',
      idProperty: 'Id',
      get: { Id: () => own().id, Content: () => own().content, AuthorName: () => own().author },
      set: {
        Content: (value) => {
          const changed = { ...own(), content: content(value) };
          change({ replies: current().replies.map((one) => (one.id === replyId ? changed : one)) });
        },
      },
      call: {
        Delete: () => {
          own();
          change({ replies: current().replies.filter((one) => one.id !== replyId) });
        },
      },
    };
  };
  const repliesObject = (): RichObject => ({
    type: 'CommentReplyCollection',
    items: () => current().replies.map((one) => reply(one.id)),
    item: (key) => {
      const found = current().replies.find((one) => one.id === key);
      if (found === undefined) throw itemNotFound();
      return reply(found.id);
    },
    call: {
      GetCount: () => current().replies.length,
      Add: (text) => {
        const added = { id: workbook.newId(), author: USER_NAME, content: content(text) };
        change({ replies: [...current().replies, added] });
        return reply(added.id);
      },
    },
  });
  return {
    type: 'Comment',
    idProperty: 'Id',
    get: { Id: () => current().id, Content: () => current().content, AuthorName: () => current().author },
    set: { Content: (value) => change({ content: content(value) }) },
    navigate: { Replies: repliesObject },
    call: {
      GetLocation: () => rangeOf(sheet, { ...current().cell, rowCount: 1, columnCount: 1 }),
      Delete: () => {
        context.guardObjects(sheet);
        current();
        workbook.setComments(
          sheet,
          sheet.comments.filter((comment) => comment.id !== id),
        );
      },
    },
  };
}
