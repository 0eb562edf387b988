import { unzipSync } from 'fflate';
import type { MemoLine } from '../../src/advice/memo';
import { memoDocument } from '../../src/taskpane/memo/docx';

/** Widths of the table's columns, in twentieths of a point, of a memo with such rows. */
async function widthsOf(...rows: readonly string[]): Promise<readonly number[]> {
  const lines = ['单元格｜表内｜应为｜说明', ...rows].map((text): MemoLine => ({ kind: 'row', text }));
  const document = unzipSync(await memoDocument([{ kind: 'title', text: '意见' }, ...lines]))['word/document.xml'];
  return [...new TextDecoder().decode(document).matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
}

const BETWEEN_MARGINS = 8844;

test.each([
  ['short figures leave the room to the words', ['I42｜2.66｜2.93｜请改正得分。', 'J5｜无｜—｜请写明。'], [975, 975]],
  ['the longest figure is not cut in two', ['J18｜4122｜417,906.47｜请核实。'], [975, 1070]],
  ['words wrap', ['J32｜公用经费控制率公用经费｜—｜请核实。'], [975, 975]],
  ['no figure takes the words their place', [`A6｜${'1'.repeat(60)}｜—｜请核实。`], [1450, 975]],
])('in the table of a memo %s', async (_, rows, figures) => {
  const [places, stated, expected, words, ...more] = await widthsOf(...rows);
  expect([stated, expected]).toEqual(figures);
  expect(more).toEqual([]);
  expect((places ?? 0) + (stated ?? 0) + (expected ?? 0) + (words ?? 0)).toBe(BETWEEN_MARGINS);
});
