import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { cellsOfRow, type MemoLine, titleLines } from '../../advice/memo';

/** Sizes in half points and fonts as offices print: 小标宋 for the title, 黑体 and 仿宋 below it, in size three. */
const TITLE = 44;
const TEXT = 32;
/** Tables are set in size five, so that a form's findings fit on two pages; those of long sentences one size smaller. */
const FIVE = { text: 21, line: 270 };
const SMALL_FIVE = { text: 18, line: 240 };
/** As many lines of a table stand on two pages beside the rest of a memo. */
const MOST_LINES = 54;
/** The width between the margins, and what a narrow character and the margins of a cell take, in twentieths of a point. */
const TABLE_WIDTH = 8844;
const CHARACTER = 95;
const CELL_MARGINS = 120;
/** 说明 has what the others leave: they are as wide as their figures, which do not wrap, and no narrower than four 汉字. */
/** I42 等 12 格 */
const PLACES = 1220;
const NARROWEST = 9;
const WIDEST = 14;
/** As many lines of an ending are kept on one page. */
const MOST_ENDING = 6;
const FONTS: Readonly<Record<MemoLine['kind'], string>> = {
  title: '方正小标宋简体',
  addressee: '仿宋',
  heading1: '黑体',
  row: '仿宋',
  text: '仿宋',
  signature: '仿宋',
};
/** 28 points between lines and two characters before a paragraph, in twentieths of a point. */
const LINE = 560;
const INDENT = 640;

function fontOf(kind: MemoLine['kind']) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: FONTS[kind] };
}

/** Widths of 单元格, 表内, 应为 and 说明; together the width between the margins. */
function columnWidths(rows: readonly MemoLine[]): readonly number[] {
  const cells = rows.map(({ text }) => cellsOfRow(text));
  const figures = [1, 2].map((at) => {
    const lengths = cells.flatMap((row) => row[at]?.match(/[!-~]+/g) ?? []).map(({ length }) => length);
    return Math.min(WIDEST, Math.max(NARROWEST, ...lengths)) * CHARACTER + CELL_MARGINS;
  });
  const narrow = [PLACES, ...figures];
  return [...narrow, narrow.reduce((left, width) => left - width, TABLE_WIDTH)];
}

/** The size in which a table is set: how many lines it takes is counted by the characters of 说明. */
function sizeOf(rows: readonly MemoLine[], widths: readonly number[]): typeof FIVE {
  const inLine = ((widths.at(-1) ?? TABLE_WIDTH) - CELL_MARGINS) / (FIVE.text * 10);
  const lines = rows.map(({ text }) => Math.ceil((cellsOfRow(text).at(-1) ?? '').length / inLine));
  return lines.reduce((all, some) => all + some, 0) > MOST_LINES ? SMALL_FIVE : FIVE;
}

function tableRow({ text }: MemoLine, widths: readonly number[], heading: boolean, size: typeof FIVE): TableRow {
  const cells = cellsOfRow(text).map(
    (cell, at) =>
      new TableCell({
        width: { size: widths[at] ?? 0, type: WidthType.DXA },
        margins: { top: 30, bottom: 30, left: CELL_MARGINS / 2, right: CELL_MARGINS / 2 },
        children: [
          new Paragraph({
            alignment: heading ? AlignmentType.CENTER : AlignmentType.LEFT,
            spacing: { line: size.line, lineRule: 'exact' },
            children: [new TextRun({ text: cell, font: fontOf(heading ? 'heading1' : 'row'), size: size.text })],
          }),
        ],
      }),
  );
  return new TableRow({ children: cells, tableHeader: heading, cantSplit: true });
}

/** Rows that stand together are one table, whose first row comes again on each page. */
function blocks(lines: readonly MemoLine[]): (Paragraph | Table)[] {
  const made: (Paragraph | Table)[] = [];
  let rows: MemoLine[] = [];
  // What asks for an answer stands on one page with who signs it.
  const ending = Math.max(lines.map(({ kind }) => kind).lastIndexOf('row') + 1, lines.length - MOST_ENDING);
  lines.forEach((line, at) => {
    if (line.kind !== 'row') {
      made.push(paragraph(line, line.kind === 'heading1' || (at >= ending && at < lines.length - 1)));
      return;
    }
    rows.push(line);
    if (lines[at + 1]?.kind === 'row') return;
    const widths = columnWidths(rows);
    const size = sizeOf(rows, widths);
    made.push(
      new Table({
        columnWidths: [...widths],
        rows: rows.map((row, index) => tableRow(row, widths, index === 0, size)),
      }),
    );
    rows = [];
  });
  return made;
}

function paragraph({ kind, text }: MemoLine, keepNext: boolean): Paragraph {
  const font = fontOf(kind);
  const alignments = { title: AlignmentType.CENTER, signature: AlignmentType.RIGHT };
  const alignment = kind === 'title' || kind === 'signature' ? alignments[kind] : AlignmentType.BOTH;
  const indented = !['title', 'addressee', 'signature'].includes(kind);
  return new Paragraph({
    alignment,
    spacing: { line: LINE, lineRule: 'exact', after: kind === 'title' ? LINE : 0 },
    ...(indented ? { indent: { firstLine: INDENT } } : {}),
    keepNext,
    children: (kind === 'title' ? titleLines(text) : [text]).map(
      (line, at) =>
        new TextRun({ text: line, font, size: kind === 'title' ? TITLE : TEXT, ...(at > 0 ? { break: 1 } : {}) }),
    ),
  });
}

/** The memo as a Word document on A4, with the margins of official papers. */
export async function memoDocument(lines: readonly MemoLine[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
          },
        },
        children: blocks(lines),
      },
    ],
  });
  const blob = await Packer.toBlob(file);
  return new Uint8Array(await blob.arrayBuffer());
}
