import type { EmulatedWorkbook } from './workbook';

/** All that a workbook holds as plain data, to be compared with what it held before. Ids of comments are left out. */
export function workbookState(workbook: EmulatedWorkbook): unknown {
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    visibility: sheet.visibility,
    cells: [...sheet.cells()].map(([cell, content]) => ({ ...cell, ...content })),
    merges: sheet.merges,
    comments: sheet.comments.map(({ cell, author, content, replies }) => ({
      cell,
      author,
      content,
      replies: replies.map((reply) => ({ author: reply.author, content: reply.content })),
    })),
    notes: sheet.notes,
    conditionalFormats: sheet.conditionalFormats.map(({ id: _id, ...format }) => format),
    protection: sheet.protection,
  }));
}
