import { unzipSync } from 'fflate';
import type { MemoLine } from '../../src/advice/memo';
import { memoDocument } from '../../src/taskpane/memo/docx';

/** The text of a memo's document with such rows in its table. */
async function documentOf(...rows: readonly string[]): Promise<string> {
  const lines = ['单元格｜表内｜应为｜说明', ...rows].map((text): MemoLine => ({ kind: 'row', text }));
  const document = unzipSync(await memoDocument([{ kind: 'title', text: '意见' }, ...lines]))['word/document.xml'];
  return new TextDecoder().decode(document);
}

/** Widths of the table's columns, in twentieths of a point, of a memo with such rows. */
async function widthsOf(...rows: readonly string[]): Promise<readonly number[]> {
  return [...(await documentOf(...rows)).matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
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

test.each([
  ['thirteen findings of short names are set in size five', 10, 21],
  ['names of fifty characters make them one size smaller, so that they fit on two pages', 50, 18],
])('%s', async (_, name, halfPoints) => {
  const row = `I42｜2.66｜2.93｜${'名'.repeat(name)}：指标值为≥95%，完成94.07%，按规则应得 2.93 分，表内 2.66 分偏低，请改正得分；改正后总分应为 94.62。`;
  const sizes = [...(await documentOf(...Array.from({ length: 13 }, () => row))).matchAll(/<w:sz w:val="(\d+)"/g)];
  expect(new Set(sizes.map(([, size]) => Number(size)))).toEqual(new Set([44, halfPoints]));
});
