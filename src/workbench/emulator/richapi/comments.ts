import { oneCell } from '../../../sheet/snapshot';
import type { EmulatedComment, EmulatedReply } from '../cell';
import type { EmulatedSheet } from '../sheet';
import { USER_NAME } from '../workbook';
import type { RichContext } from './context';
import { ApiError, collection, entry, invalidArgument, text, type ListItem, type RichObject } from './protocol';
import { rangeArgument, rangeObject } from './ranges';

function content(value: unknown): string {
  if (value === '') throw invalidArgument();
  return text(value);
}

/** The comments of a sheet. */
export function commentsObject(context: RichContext, ownSheet: EmulatedSheet): RichObject {
  const { workbook } = context;
  const all = (): readonly EmulatedComment[] => {
    context.guardSheet(ownSheet);
    return ownSheet.comments;
  };
  const object = ({ id }: EmulatedComment): RichObject => commentObject(context, ownSheet, id);
  return collection('CommentCollection', all, object, (id) => all().find((comment) => comment.id === id), {
    Add: (at, said) => {
      const { sheet, area } = rangeArgument(context, at, ownSheet);
      context.guardObjects(sheet);
      const merge = sheet.mergeAt(area);
      const single = area.rowCount * area.columnCount === 1;
      const whole = merge !== null && merge.rowCount === area.rowCount && merge.columnCount === area.columnCount;
      if (!single && !whole) throw invalidArgument();
      const { row, column } = merge ?? area;
      const cell = { row, column };
      if (sheet.commentAt(cell) !== null || sheet.noteAt(cell) !== null) {
        throw new ApiError(
          'InvalidOperation',
          'The operation is invalid for the current state: the cell has a comment.',
        );
      }
      const comment = { id: workbook.newId(), author: USER_NAME, content: content(said), cell, replies: [] };
      workbook.setComments(sheet, [...sheet.comments, comment]);
      return commentObject(context, sheet, comment.id);
    },
  });
}

/** What a comment and a reply have in common. */
function postObject(type: string, { current, change, remove }: ListItem<EmulatedReply>) {
  return {
    type,
    idProperty: 'Id',
    get: { Id: () => current().id, Content: () => current().content },
    set: { Content: (value: unknown) => change({ content: content(value) }) },
    call: { Delete: remove },
  };
}

function commentObject(context: RichContext, sheet: EmulatedSheet, id: string): RichObject {
  const { workbook } = context;
  const own = entry(
    id,
    () => sheet.comments,
    (comments) => {
      context.guardObjects(sheet);
      workbook.setComments(sheet, comments);
    },
  );
  const replies = (): readonly EmulatedReply[] => own.current().replies;
  const put = (changed: readonly EmulatedReply[]): void => own.change({ replies: changed });
  const reply = (one: EmulatedReply): RichObject => postObject('CommentReply', entry(one.id, replies, put));
  const post = postObject('Comment', own);
  return {
    ...post,
    navigate: {
      Replies: () =>
        collection('CommentReplyCollection', replies, reply, (key) => replies().find((one) => one.id === key), {
          Add: (said) => {
            const added = { id: workbook.newId(), author: USER_NAME, content: content(said) };
            put([...replies(), added]);
            return reply(added);
          },
        }),
    },
    call: { ...post.call, GetLocation: () => rangeObject(context, sheet, oneCell(own.current().cell)) },
  };
}
