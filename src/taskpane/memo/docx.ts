import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';
import type { MemoLine } from '../../advice/memo';

/** Sizes in half points and fonts as offices print: 小标宋 for the title, 黑体, 楷体 and 仿宋 below it, in size three. */
const TITLE = 44;
const TEXT = 32;
const FONTS: Readonly<Record<MemoLine['kind'], string>> = {
  title: '方正小标宋简体',
  addressee: '仿宋',
  heading1: '黑体',
  heading2: '楷体',
  heading3: '仿宋',
  text: '仿宋',
  signature: '仿宋',
};
/** 28 points between lines and two characters before a paragraph, in twentieths of a point. */
const LINE = 560;
const INDENT = 640;

function paragraph({ kind, text }: MemoLine): Paragraph {
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: FONTS[kind] };
  const alignments = { title: AlignmentType.CENTER, signature: AlignmentType.RIGHT };
  const alignment = kind === 'title' || kind === 'signature' ? alignments[kind] : AlignmentType.BOTH;
  const indented = !['title', 'addressee', 'signature'].includes(kind);
  return new Paragraph({
    alignment,
    spacing: { line: LINE, lineRule: 'exact', after: kind === 'title' ? LINE : 0 },
    ...(indented ? { indent: { firstLine: INDENT } } : {}),
    children: [new TextRun({ text, font, size: kind === 'title' ? TITLE : TEXT })],
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
        children: lines.map(paragraph),
      },
    ],
  });
  const blob = await Packer.toBlob(file);
  return new Uint8Array(await blob.arrayBuffer());
}
