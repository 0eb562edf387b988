import { unzipSync } from 'fflate';
import { annotationsIn } from '../../src/host/file/annotate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { cellAt } from '../../src/sheet/snapshot';
import { EmulatedWorkbook } from '../../src/workbench/emulator';
import { changedCopy, workbookFile, type OpenedFile } from '../../src/workbench/page/saving';
import { sampleWorkbook } from '../../src/workbench/sample';

const TOTAL = { row: 51, column: 8 };

function sample(): EmulatedWorkbook {
  return new EmulatedWorkbook('示例.xlsx', sampleWorkbook());
}

function reopened(bytes: Uint8Array): { workbook: EmulatedWorkbook; file: OpenedFile } {
  const sheets = readWorkbook(bytes, 'copy.xlsx').sheets.map(({ snapshot }) => snapshot);
  return {
    workbook: new EmulatedWorkbook(
      'copy.xlsx',
      sheets.map((snapshot) => ({ snapshot })),
    ),
    file: { bytes, sheets },
  };
}

function partsThatDiffer(a: Uint8Array, b: Uint8Array): string[] {
  const [before, after] = [unzipSync(a), unzipSync(b)];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !Buffer.from(before[name] ?? []).equals(Buffer.from(after[name] ?? []))).sort();
}

test('a new file holds what the emulated workbook holds', () => {
  const workbook = sample();
  workbook.userEdit(workbook.active, TOTAL, '=SUM(I12:I32)');
  workbook.userComment(workbook.active, TOTAL, '请核对');
  const bytes = workbookFile(workbook);
  const [form, notes] = readWorkbook(bytes, 'copy.xlsx').sheets.map(({ snapshot }) => snapshot);
  if (form === undefined || notes === undefined) throw new Error('sheets are missing');
  expect([form.name, notes.name]).toEqual(['自评表', '填表说明']);
  expect(form.merges).toHaveLength(sampleWorkbook()[0]?.snapshot.merges.length ?? 0);
  expect(cellAt(form, TOTAL).formula).toBe('=SUM(I12:I32)');
  expect(cellAt(form, TOTAL).value).toBeCloseTo(42.15);
  expect(cellAt(form, { row: 7, column: 2 })).toMatchObject({ value: 392951003.55, text: '392,951,003.55' });
  expect(annotationsIn(bytes).get('自评表')).toEqual([expect.objectContaining({ cell: TOTAL, text: '请核对' })]);
});

describe('a copy of an opened file', () => {
  const original = workbookFile(sample());

  test('is the file itself while nothing was changed', () => {
    const { workbook, file } = reopened(original);
    expect(partsThatDiffer(original, changedCopy(workbook, file) ?? new Uint8Array())).toEqual([]);
  });

  test('takes up other values and leaves the other sheets as they are', () => {
    const { workbook, file } = reopened(original);
    workbook.userEdit(workbook.active, TOTAL, '94.35');
    workbook.userEdit(workbook.active, { row: 59, column: 0 }, '新增');
    const copy = changedCopy(workbook, file) ?? new Uint8Array();
    expect(partsThatDiffer(original, copy)).not.toContain('xl/worksheets/sheet2.xml');
    const [form] = readWorkbook(copy, 'copy.xlsx').sheets;
    if (form === undefined) throw new Error('no sheet');
    expect(cellAt(form.snapshot, TOTAL).value).toBe(94.35);
    expect(cellAt(form.snapshot, { row: 59, column: 0 }).value).toBe('新增');
  });

  test.each([
    ['a row was inserted', (workbook: EmulatedWorkbook) => workbook.shift(workbook.active, 'row', 11, 1)],
    ['a formula was entered', (workbook: EmulatedWorkbook) => workbook.userEdit(workbook.active, TOTAL, '=1+1')],
    ['a sheet was added', (workbook: EmulatedWorkbook) => workbook.addSheet()],
    ['a sheet was renamed', (workbook: EmulatedWorkbook) => workbook.renameSheet(workbook.active, '表')],
  ])('is not made where %s', (_what, change) => {
    const { workbook, file } = reopened(original);
    change(workbook);
    expect(changedCopy(workbook, file)).toBeNull();
  });
});
