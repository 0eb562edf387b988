import type { WritePlan } from '../../../src/advice/plan';
import { annotateWorkbook, openWorkbook } from '../../../src/host/file/annotate';
import { displayLike } from '../../../src/host/file/edits';
import { FileHost } from '../../../src/host/file/fileHost';
import { readWorkbook } from '../../../src/host/file/readWorkbook';
import type { HostEvent } from '../../../src/host/host';
import { parseAddress } from '../../../src/sheet/address';
import { cellAt, type CellRef, type CellValue } from '../../../src/sheet/snapshot';
import { differences, partsOf, rawPackage, relationshipsXml, workbookFile } from '../../support/workbook';
import { fileHost, whileOpen } from '../../support/fileHost';

function at(address: string): CellRef {
  const cell = parseAddress(address);
  if (cell === null) throw new Error(address);
  return cell;
}

const FORM = workbookFile([
  {
    name: '自评表',
    rows: [
      ['指标', '得分', '完成率', '说明'],
      ['接通率', { v: 2.66, z: '0.00' }, { v: 0.9407, z: '0.00%' }, '已完成'],
      ['办结率', { v: 2.94, z: '0.00' }, null, null],
      ['总分', { v: 5.6, f: 'SUM(B2:B3)' }, { v: 0.5, f: 'ROUND(B4/$B$2%,1)/2' }, { v: 0, f: 'VLOOKUP(A1,A1:B2,2)' }],
    ],
  },
  { name: '附表', rows: [[1]] },
  { name: '字典', rows: [['优']], hidden: true },
]);

const host = () => fileHost(FORM, '自评表.xlsx');

/** Our comments on the form in the copy that it would save. */
const ours = (file: FileHost) => openWorkbook(file.download(), 'a.xlsx').ours.get('自评表') ?? [];

function plan(edits: readonly (readonly [string, CellValue, CellValue])[]): WritePlan {
  return {
    sheet: '自评表',
    label: '改正',
    edits: edits.map(([address, before, after]) => ({ cell: at(address), before, after })),
  };
}

const comment = (address: string, text: string) => ({ cell: at(address), severity: 'error' as const, text });

/** Enters a value over whatever stands in a cell of the first sheet. */
async function type(file: FileHost, address: string, after: CellValue): Promise<void> {
  const { value } = cellAt(await file.read('1'), at(address));
  await file.apply('1', plan([[address, value, after]]));
}

async function show(file: FileHost, address: string) {
  const { value, text, formula } = cellAt(await file.read('1'), at(address));
  return [value, text, formula];
}

/** A cell of the first sheet of a downloaded copy. */
function copied(file: FileHost, address: string) {
  const snapshot = readWorkbook(file.download(), 'a.xlsx').sheets[0]?.snapshot;
  if (snapshot === undefined) throw new Error('no sheet');
  const { value, formula } = cellAt(snapshot, at(address));
  return [value, formula];
}

describe('a workbook file as host', () => {
  test('shows its visible sheets, the first one active', async () => {
    expect(await host().sheets()).toEqual([
      { id: '1', name: '自评表', active: true },
      { id: '2', name: '附表', active: false },
    ]);
  });

  test('tells who listens what happens, and no longer than that', async () => {
    const file = host();
    const events: HostEvent[] = [];
    const stop = await file.watch((event) => events.push(event));
    await file.select('2', at('A1'));
    await file.apply('1', plan([['B2', 2.66, 2.93]]));
    await stop();
    await file.select('1', at('A1'));
    expect(events).toEqual([
      { kind: 'activated', sheetId: '2' },
      { kind: 'selected', sheetId: '2', cell: at('A1') },
      { kind: 'edited', sheetId: '1', own: true },
    ]);
  });

  test('keeps settings while it is open', async () => {
    const file = host();
    expect(await file.loadSetting('set-aside')).toBeNull();
    await file.saveSetting('set-aside', ['a']);
    expect(await file.loadSetting('set-aside')).toEqual(['a']);
  });

  test('refuses a sheet that is not there, and to write what can not be saved', async () => {
    await expect(host().read('9')).rejects.toMatchObject({ code: 'sheet-gone' });
    const old = fileHost(workbookFile([{ name: 'a', rows: [[1]] }], 'biff8'), 'a.xls');
    expect(old.abilities).toMatchObject({ kind: 'file', canWrite: false });
    await expect(old.apply('1', plan([['A1', 1, 2]]))).rejects.toMatchObject({ code: 'read-only' });
  });
});

describe('edits', () => {
  test('are seen at once with what follows from them, shown as the cell showed its figure', async () => {
    const file = host();
    const { written, skipped } = await file.apply(
      '1',
      plan([
        ['B2', 2.66, 2.93],
        ['C2', 0.9407, 0.98765],
        ['D2', '已完成', '=1+1'],
      ]),
    );
    expect([written.length, skipped.length]).toEqual([3, 0]);
    expect(await show(file, 'B2')).toEqual([2.93, '2.93', '']);
    expect(await show(file, 'C2')).toEqual([0.98765, '98.765%', '']);
    expect(await show(file, 'D2')).toEqual(['=1+1', '=1+1', '']);
    expect(await show(file, 'B4')).toEqual([5.87, '5.87', '=SUM(B2:B3)']);
    expect((await show(file, 'C4'))[0]).toBe(100.15);
    // Not understood: as the file states it.
    expect((await show(file, 'D4'))[0]).toBe(0);
  });

  test('skip a cell that holds something else by now', async () => {
    const file = host();
    await type(file, 'B2', 2.8);
    const { written, skipped } = await file.apply(
      '1',
      plan([
        ['B2', 2.66, 2.93],
        ['B3', 2.94, 2.9],
      ]),
    );
    expect([written, skipped]).toEqual([[at('B3')], [at('B2')]]);
    expect((await show(file, 'B2'))[0]).toBe(2.8);
  });

  test('go back to exactly what was there, formulas too, and leave what was changed since', async () => {
    const file = host();
    const before = await file.read('1');
    const { undo } = await file.apply('1', plan([['B2', 2.66, 2.93]]));
    const total = await file.apply(
      '1',
      plan([
        ['B4', 5.87, 5.9],
        ['D2', '已完成', null],
      ]),
    );
    await type(file, 'D2', '他人所写');
    const undone = await total.undo();
    expect([undone.written, undone.skipped]).toEqual([[at('B4')], [at('D2')]]);
    expect(await show(file, 'B4')).toEqual([5.87, '5.87', '=SUM(B2:B3)']);
    const redone = await undone.undo();
    expect((await show(file, 'B4'))[0]).toBe(5.9);
    await redone.undo();
    await undo();
    await type(file, 'D2', '已完成');
    expect(await file.read('1')).toEqual(before);
    expect(file.download()).toEqual(FORM);
  });

  test('outside what is filled in enlarge the sheet', async () => {
    const file = host();
    await file.apply('1', plan([['F6', null, 7]]));
    const snapshot = await file.read('1');
    expect(snapshot).toMatchObject({ rowCount: 6, columnCount: 6 });
    expect(cellAt(snapshot, at('F6')).value).toBe(7);
    expect(cellAt(snapshot, at('D2')).value).toBe('已完成');
    expect(copied(file, 'F6')).toEqual([7, '']);
  });
});

test.each<[CellValue, string, CellValue, string]>([
  [2.66, '2.66', 2.934, '2.934'],
  [2.6, '2.60', 2.934, '2.93'],
  [0.998912, '99.89%', 0.5, '50.00%'],
  [0.5, '50%', 0.123, '12.3%'],
  [1234.5, '1,234.50', 9876543.219, '9,876,543.22'],
  [95, '95', -94.5, '-94.5'],
  ['已完成', '已完成', 3, '3'],
  [null, '', 0.25, '0.25'],
])('a cell that showed %j as %j shows %j as %j', (before, text, after, shown) => {
  expect(displayLike(after, { at: { row: 0, column: 0 }, value: before, text, formula: '' })).toBe(shown);
});

test.each<[CellValue, number, string]>([
  [0.95, 2, '95.00%'],
  [0.99995, 2, '100.00%'],
  [12.5, 0, '1250%'],
  ['无', 2, '无'],
])('a cell for percentages that holds none yet shows %j with %i decimals as %j', (after, percent, shown) => {
  expect(displayLike(after, { at: { row: 0, column: 0 }, value: null, text: '', formula: '', percent })).toBe(shown);
});

test('a blank cell or a formula without a number is shown as a percentage as soon as it is one', async () => {
  const rows = [
    ['预算数', '执行数', '执行率', '完成率'],
    [100, null, { v: '', f: 'IF(B2>0,B2/A2,"")', z: '0.00%' }, { v: '', z: '0%' }],
  ];
  const file = fileHost(workbookFile([{ name: '自评表', rows }]), '自评表.xlsx');
  expect(cellAt(await file.read('1'), at('D2'))).toMatchObject({ value: null, percent: 0 });
  await type(file, 'B2', 95);
  await type(file, 'D2', 0.9);
  expect(await show(file, 'C2')).toEqual([0.95, '95.00%', '=IF(B2>0,B2/A2,"")']);
  expect(await show(file, 'D2')).toEqual([0.9, '90%', '']);
});

describe('what would be lost', () => {
  test('is what was entered or annotated since a copy was downloaded, and nothing that was taken back', async () => {
    const file = host();
    expect(file.unsaved).toBe(false);
    const { undo } = await file.apply('1', plan([['B2', 2.66, 2.93]]));
    expect(file.unsaved).toBe(true);
    await undo();
    expect(file.unsaved).toBe(false);
    await file.annotate('1', [comment('B2', '【错误】得分不符')]);
    expect(file.unsaved).toBe(true);
    file.download();
    expect(file.unsaved).toBe(false);
    await file.clearAnnotations('1');
    expect(file.unsaved).toBe(true);
  });

  test('is nothing in a file whose comments of ours were there already', () => {
    const annotated = annotateWorkbook(FORM, new Map([['自评表', [comment('B2', '【错误】得分不符')]]]));
    expect(fileHost(annotated, 'a.xlsx').unsaved).toBe(false);
  });
});

describe('the copy to download', () => {
  test('holds the edits, with formulas and styles kept and all other parts as they were', async () => {
    const file = host();
    await file.apply(
      '1',
      plan([
        ['B2', 2.66, 2.93],
        ['D2', '已完成', '=HYPERLINK("x") <&'],
        ['C3', null, true],
        ['D3', null, '补充'],
        ['A3', '办结率', null],
      ]),
    );
    expect(copied(file, 'B2')).toEqual([2.93, '']);
    expect(copied(file, 'D2')).toEqual(['=HYPERLINK("x") <&', '']);
    expect(copied(file, 'C3')).toEqual([true, '']);
    expect(copied(file, 'D3')).toEqual(['补充', '']);
    expect(copied(file, 'A3')).toEqual([null, '']);
    expect(copied(file, 'B4')).toEqual([5.87, '=SUM(B2:B3)']);
    expect(differences(FORM, file.download())).toEqual(['~xl/workbook.xml', '~xl/worksheets/sheet1.xml']);
    const [before, after] = [FORM, file.download()].map(
      (bytes) => partsOf(bytes).get('xl/worksheets/sheet1.xml') ?? '',
    );
    expect(/<c r="B2"[^>]*s="(\d+)"/.exec(after ?? '')?.[1]).toBe(/<c r="B2"[^>]*s="(\d+)"/.exec(before ?? '')?.[1]);
    expect(partsOf(file.download()).get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  test('writes shared formulas out when the first of them is written over, and forgets the order of calculation', async () => {
    const bytes = rawPackage(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>6</v></c></row></sheetData>',
      {
        'xl/_rels/workbook.xml.rels': relationshipsXml([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'calcChain', 'calcChain.xml'],
        ]),
        'xl/calcChain.xml': '<calcChain><c r="B1" i="1"/></calcChain>',
      },
    );
    const file = fileHost(bytes, 'a.xlsx');
    await file.apply(
      '1',
      plan([
        ['B1', 2, 9],
        ['A3', 3, 5],
      ]),
    );
    expect([copied(file, 'B1'), copied(file, 'B2'), copied(file, 'B3')]).toEqual([
      [9, ''],
      [4, '=A2*2'],
      [10, '=A3*2'],
    ]);
    expect(differences(bytes, file.download())).toContain('-xl/calcChain.xml');
  });

  test('holds our comments as they are now; those of an earlier run are known', async () => {
    const first = annotateWorkbook(
      FORM,
      new Map([['自评表', [comment('A1', '【提醒】旧'), comment('B2', '【错误】旧')]]]),
    );
    const file = fileHost(first, 'a.xlsx');
    expect(ours(file)).toEqual([{ ...comment('A1', '【提醒】旧'), severity: 'warning' }, comment('B2', '【错误】旧')]);
    expect(file.download()).toEqual(first);
    expect(await file.annotate('1', [comment('B2', '【错误】新'), comment('B3', '【错误】新')])).toEqual({
      added: 1,
      updated: 1,
      removed: 1,
    });
    expect(await file.annotate('1', [comment('D2', '【错误】新')], { keepOthers: true })).toMatchObject({
      added: 1,
      removed: 0,
    });
    expect(await fileHost(file.download(), 'a.xlsx').clearAnnotations('1')).toBe(3);
    expect(await file.clearAnnotations('1')).toBe(3);
    expect(differences(FORM, file.download())).toEqual([]);
  });

  test('keeps all that ours say on a cell: one may stand in a note and one in a thread', () => {
    const both = new Map([['自评表', [comment('A1', '【错误】甲'), comment('A1', '【提醒】乙')]]]);
    const opened = { ...openWorkbook(FORM, 'a.xlsx'), ours: both };
    const [only, ...others] = ours(new FileHost(opened, 'a.xlsx', whileOpen()));
    expect([only?.text, only?.severity, others]).toEqual(['【错误】甲\n\n【提醒】乙', 'error', []]);
  });
});
