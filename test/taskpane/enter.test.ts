import { review } from '../../src/review';
import { parseAddress } from '../../src/sheet/address';
import { cellAt, type SheetCell } from '../../src/sheet/snapshot';
import { Session } from '../../src/taskpane/session/session';
import { workbookFile } from '../support/workbook';
import { fileHost } from '../support/fileHost';

const FORM = workbookFile([
  {
    name: '自评表',
    rows: [
      ['指标', '得分'],
      ['甲', 1],
      ['乙', 2],
      ['总分', { v: 3, f: 'SUM(B2:B3)' }],
    ],
  },
]);

async function open() {
  const session = new Session(fileHost(FORM, 'a.xlsx'), review);
  await session.start(true);
  const cell = (address: string): SheetCell => {
    const snapshot = session.snapshot();
    const place = parseAddress(address);
    if (snapshot === null || place === null) throw new Error(address);
    return cellAt(snapshot, place);
  };
  return { session, cell, notice: () => session.getSnapshot().notice?.text ?? '' };
}

test('what is typed is written and can be taken back; what changes nothing is not', async () => {
  const { session, cell } = await open();
  await session.writing.enter(cell('B2'), '1');
  await session.writing.enter(cell('B2'), '1.0');
  expect(session.getSnapshot().undoable).toEqual([]);
  await session.writing.enter(cell('B2'), '1.5');
  expect([cell('B2').value, cell('B4').value]).toEqual([1.5, 3.5]);
  expect(session.getSnapshot().undoable).toEqual(['修改 B2']);
  await session.writing.undo();
  expect([cell('B2').value, cell('B4').value]).toEqual([1, 3]);
});

test('cells typed into faster than the sheet is checked are all written, in their order', async () => {
  const { session, cell } = await open();
  const [second, third] = [cell('B2'), cell('B3')];
  await Promise.all([
    session.writing.enter(second, '5'),
    session.writing.enter(third, '6'),
    session.attempt('', () => ''),
  ]);
  expect([cell('B2').value, cell('B3').value, cell('B4').value]).toEqual([5, 6, 11]);
  // What was typed over something older is not written over what came meanwhile.
  await session.writing.enter(second, '7');
  expect(cell('B2').value).toBe(5);
});

test('a formula is refused, one that is typed over is named', async () => {
  const { session, cell, notice } = await open();
  await session.writing.enter(cell('B3'), '=1+1');
  expect(notice()).toContain('B3 没有改动');
  await session.writing.enter(cell('B4'), '4');
  expect(notice()).toBe('已写入 B4。原来的公式 =SUM(B2:B3) 变成了固定内容。');
  await session.writing.undo();
  expect(cell('B4').formula).toBe('=SUM(B2:B3)');
  await session.writing.enter(cell('A2'), '字'.repeat(32_768));
  expect([cell('A2').value, notice().includes('32767')]).toEqual(['甲', true]);
});
