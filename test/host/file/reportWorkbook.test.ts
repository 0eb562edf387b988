import fs from 'node:fs';
import path from 'node:path';
import { recordOf } from '../../../src/advice/record';
import { reportSheet } from '../../../src/advice/report';
import { linesOf } from '../../../src/advice/reportSheet';
import { summarySheets } from '../../../src/advice/summary';
import { review } from '../../../src/review';
import { sampleWorkbook } from '../../../src/workbench/sample';
import { outputs } from '../../support/outputs';
import { partsOf } from '../../support/workbook';

const [sample] = sampleWorkbook();
if (sample === undefined) throw new Error('the sample has no sheet');
const received = review(sample.snapshot).forms.map((form, index) => ({
  file: '示例.xlsx',
  form: recordOf(form, index),
  aside: new Map<string, string>(),
}));

let folder: string;

beforeAll(() => {
  folder = outputs();
}, 180_000);

afterAll(() => fs.rmSync(folder, { recursive: true }));

const written = (name: string) => partsOf(new Uint8Array(fs.readFileSync(path.join(folder, name))));

test('the summary prints its list on the width of a page with its heading on each, and its charts on another', () => {
  const parts = written('summary.xlsx');
  const workbook = parts.get('xl/workbook.xml') ?? '';
  expect(workbook).toMatch(/localSheetId="0">'核查汇总'!\$A\$1:\$O\$\d+,'核查汇总'!\$Q\$4:\$AD\$\d+</);
  expect(workbook).toContain(`localSheetId="0">'核查汇总'!$4:$4<`);
  expect(workbook).toContain(`localSheetId="1">'核查问题清单'!$3:$3<`);
  const charts = parts.get('xl/drawings/drawing1.xml') ?? '';
  const bottoms = [...charts.matchAll(/<xdr:to>.*?<xdr:row>(\d+)</gs)].map(([, row]) => Number(row));
  const printed = Number(/\$Q\$4:\$AD\$(\d+)/.exec(workbook)?.[1]);
  expect(printed).toBe(Math.max(...bottoms));
  for (const [name, xml] of parts) {
    if (name.startsWith('xl/worksheets/sheet')) expect(xml).toContain('fitToHeight="0"');
  }
});

test('the little tables beside the list stand in columns wide enough for them', () => {
  const [summary] = summarySheets(received, [], '');
  const row = summary?.rows.find(({ style }) => style === 'heading');
  const at = row?.cells.lastIndexOf('单位') ?? -1;
  expect(summary?.widths[at]).toBeGreaterThan(20);
  expect(summary?.widths[at + 1]).toBeGreaterThanOrEqual(10);
});

test('no cell without a value is dressed but those of the list, so that what is used ends where it is filled', () => {
  const xml = written('summary.xlsx').get('xl/worksheets/sheet1.xml') ?? '';
  const end = Number(/<autoFilter ref="A4:O(\d+)"/.exec(xml)?.[1]);
  const empty = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*\/>/g)].map(([, column, row]) => ({
    column,
    row: Number(row),
  }));
  expect(end).toBe(6);
  // Of the file that could not be read nothing but its name and the reason is known.
  expect(empty).toContainEqual({ column: 'D', row: 6 });
  expect(empty.filter(({ column, row }) => column === 'R' || row > end)).toEqual([]);
});

test('each row of the report is as high as its texts need, whoever opens it', () => {
  const [first] = received;
  if (first === undefined) throw new Error('no form');
  const page = reportSheet(first, [], '2026年3月2日');
  const xml = written('report.xlsx').get('xl/worksheets/sheet1.xml') ?? '';
  const heights = new Map(
    [...xml.matchAll(/<row r="(\d+)" ht="([\d.]+)"/g)].map(([, row, height]) => [Number(row), Number(height)]),
  );
  page.rows.forEach(({ style, cells }, row) => {
    const lines = cells.reduce<number>((most, value) => Math.max(most, String(value ?? '').split('\n').length), 1);
    if (style === 'body' && cells.some((value) => value !== null)) {
      expect(heights.get(row + 1)).toBeGreaterThanOrEqual(lines * 14);
    }
  });
});

test('a long sentence is set in lines of which none begins with a closing mark, and no character is lost', () => {
  const text = '各项得分之和与总分不一致，请核实；'.repeat(9);
  const lines = linesOf(text, 34);
  expect(lines.join('')).toBe(text);
  expect(lines.filter((line) => /^[，；]/.test(line))).toEqual([]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(18);
  expect(linesOf('', 10)).toEqual([]);
});
