/** @jest-environment jsdom */
import '../support/browserGlobals';
import type { FileHost } from '../../src/host/file/fileHost';
import { ALL_FILES, KeptSettings, workbookId } from '../../src/taskpane/file/keptSettings';
import type { CellValue } from '../../src/sheet/snapshot';
import { sheet } from '../support/sheet';
import { workbookFile } from '../support/workbook';
import { fileHost } from '../support/fileHost';

const settings = (id: string) => new KeptSettings(() => id);

beforeEach(() => localStorage.clear());

test('what was kept for a file is found when it is opened again, and for no other', async () => {
  await settings('a').saveSetting('aside', [{ key: 'x', reason: '核实无误' }]);
  expect(await settings('a').loadSetting('aside')).toEqual([{ key: 'x', reason: '核实无误' }]);
  expect(await settings('a').loadSetting('rulebooks')).toBeNull();
  expect(await settings('b').loadSetting('aside')).toBeNull();
});

test('a copy that was downloaded is the same file, whether anything was kept before or after', async () => {
  const first = settings('a');
  await first.addCopy('copy-1');
  await first.saveSetting('aside', ['x']);
  await first.addCopy('copy-2');
  expect(await settings('copy-1').loadSetting('aside')).toEqual(['x']);
  await settings('copy-2').saveSetting('aside', ['x', 'y']);
  expect(await settings('a').loadSetting('aside')).toEqual(['x', 'y']);
  expect((await ALL_FILES.load()).length).toBe(1);
});

test('a file with nothing kept leaves no trace, and all can be forgotten', async () => {
  const one = settings('a');
  await one.saveSetting('aside', ['x']);
  await one.saveSetting('rulebooks', { own: [], chosen: 'b' });
  await one.saveSetting('aside', []);
  expect((await ALL_FILES.load()).length).toBe(1);
  await one.saveSetting('rulebooks', null);
  expect((await ALL_FILES.load()).length).toBe(0);
  await one.saveSetting('aside', ['x']);
  await ALL_FILES.forget();
  expect(await settings('a').loadSetting('aside')).toBeNull();
});

test('the oldest files make room, by number and by size', async () => {
  for (let file = 0; file < 103; file += 1) await settings(`f${file}`).saveSetting('aside', ['x']);
  expect((await ALL_FILES.load()).length).toBe(100);
  expect(await settings('f2').loadSetting('aside')).toBeNull();
  expect(await settings('f3').loadSetting('aside')).toEqual(['x']);
  const large = ['字'.repeat(700_000)];
  for (const file of ['g', 'h', 'i']) await settings(file).saveSetting('aside', large);
  expect(await settings('g').loadSetting('aside')).toBeNull();
  expect(await settings('i').loadSetting('aside')).toEqual(large);
});

test('what finds no room is refused in one sentence, and what was kept stays', async () => {
  const one = settings('a');
  await one.saveSetting('aside', ['x']);
  await expect(one.saveSetting('aside', ['字'.repeat(1_600_000)])).rejects.toMatchObject({ code: 'too-large' });
  expect(await one.loadSetting('aside')).toEqual(['x']);
  expect(await settings('a').loadSetting('aside')).toEqual(['x']);
});

test.each([['text'], [[{ ids: 'a', settings: [] }]], [[{ ids: ['a'], settings: [['aside']] }]], [[null, 7]]])(
  'what somebody else stored in our place does no harm: %j',
  async (value) => {
    localStorage.setItem('@zipingbiao/file.settings', JSON.stringify(value));
    expect(await settings('a').loadSetting('aside')).toBeNull();
    await settings('a').saveSetting('aside', ['x']);
    expect(await settings('a').loadSetting('aside')).toEqual(['x']);
  },
);

describe('a workbook is known', () => {
  const FORM = workbookFile([
    {
      name: '自评表',
      rows: [
        ['指标', '得分'],
        ['接通率', 2.66],
        ['', null, '末'],
      ],
    },
  ]);
  const idOf = (file: FileHost, as: 'opened' | 'edited' = 'opened') => workbookId(file.contents(as));
  const open = (bytes: Uint8Array) => fileHost(bytes, 'a.xlsx');
  const enter = (file: FileHost, column: number, row: number, before: CellValue, after: CellValue) =>
    file.apply('1', {
      ...{ sheet: '自评表', label: '' },
      edits: [{ cell: { row, column }, before, after }],
    });

  test('in an annotated copy as itself, in an edited copy as what was downloaded', async () => {
    const file = open(FORM);
    const before = idOf(file);
    await file.annotate('1', [{ cell: { row: 1, column: 1 }, severity: 'error', text: '【错误】不符' }]);
    expect(idOf(open(file.download()))).toBe(before);
    await enter(file, 1, 1, 2.66, 2.93);
    // The last column is gone then.
    await enter(file, 2, 2, '末', null);
    const copy = idOf(open(file.download()));
    expect(copy).not.toBe(before);
    expect(copy).toBe(idOf(file, 'edited'));
  });

  test('by its texts, figures, places and names', () => {
    const rows = [
      ['指标', '1'],
      ['接通率', 1],
    ] as const;
    const ids = [
      sheet([...rows]),
      { ...sheet([...rows]), name: '另一张' },
      sheet([
        ['指标', 1],
        ['接通率', '1'],
      ]),
      sheet([
        ['指标', '1', null],
        [null, '接通率', 1],
      ]),
      sheet([
        ['指标1', ''],
        ['接通率', 1],
      ]),
    ].map((one) => workbookId([one]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe(workbookId([sheet([...rows])]));
    expect(ids[0]).not.toContain('接通');
  });
});
