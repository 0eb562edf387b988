/** @jest-environment jsdom */
import '../support/browserGlobals';
import { newForm, PROJECT } from '../../src/advice/newForm';
import { Pool } from '../../src/taskpane/batch/pool';
import type { WorkerLike } from '../../src/taskpane/batch/pool';
import { openFileBy } from '../../src/taskpane/openFile';
import { sampleForm } from '../../src/workbench/sample';
import { training } from '../fixtures/training';
import { workbookFile, type FixtureSheet } from '../support/workbook';
import { quiet } from '../support/waiting';
import { fileOf, openFile, WorkerInPage } from '../support/receivedFiles';

// What is loaded when it is asked for takes its time on a busy machine.
jest.setTimeout(60_000);

/** One that never answers, as when a parser goes round in a circle. */
class Stuck extends WorkerInPage {
  stopped = false;
  override postMessage(): void {
    return undefined;
  }
  override terminate(): void {
    this.stopped = true;
  }
}

test('a file is read by a worker and shown as it is', async () => {
  const { session, name } = await openFile(fileOf(sampleForm()));
  await session.start(true);
  expect(name).toBe('自评表.xlsx');
  expect(session.getSnapshot().view.kind).toBe('reviewed');
});

test('a form that is begun is a file of its own, whose copy is called after it', async () => {
  const [first, second] = [await openFile(newForm(PROJECT)), await openFile(newForm(PROJECT))];
  const { session } = first;
  await session.start(true);
  expect([first.name, first.copyHolds(), first.unsaved()]).toEqual(['项目支出自评表.xlsx', 'nothing', false]);
  expect(session.getSnapshot().view.kind).toBe('reviewed');
  const edits = [{ cell: { row: 2, column: 1 }, before: null, after: '图书馆免费开放' }];
  await session.writing.write({ sheet: '项目支出自评表', label: '', edits });
  expect([first.copyHolds(), first.unsaved()]).toEqual(['nothing', true]);
  await second.session.start(true);
  expect(second.session.snapshot()?.texts[2]?.[1]).toBe('');
});

test('what a copy holds of ours is known, and what it is called by that', async () => {
  const { session, copyHolds } = await openFile(fileOf(sampleForm()));
  await session.start(true);
  expect(copyHolds()).toBe('nothing');
  const edits = [{ cell: { row: 41, column: 8 }, before: 2.66, after: 2.93 }];
  await session.writing.write({ sheet: '自评表', label: '', edits });
  expect(copyHolds()).toBe('changes');
  await session.marking.annotateAll();
  expect(copyHolds()).toBe('comments');
  await session.marking.clearAnnotations();
  await session.writing.undo();
  expect(copyHolds()).toBe('nothing');
});

test('a file that begins with a cover is shown at its only form, which is said', async () => {
  const { values } = training();
  const cover = { name: '封面', rows: [['某局自评材料']] };
  const form = { name: '自评表', rows: values };
  const opened = async (sheets: readonly FixtureSheet[]) => {
    const { session } = await openFile(new File([new Uint8Array(workbookFile(sheets))], '自评表.xlsx'));
    await session.start(true);
    for (let tried = 0; tried < 100 && session.getSnapshot().view.kind === 'working'; tried += 1) await quiet();
    await quiet();
    return session;
  };
  const session = await opened([cover, form]);
  expect(session.getSnapshot()).toMatchObject({
    sheet: { name: '自评表' },
    notice: { text: '“封面”里没有自评表，已打开“自评表”。' },
  });
  const [first] = session.getSnapshot().sheets;
  await session.chooseSheet(first?.id ?? '');
  await quiet();
  expect(session.getSnapshot()).toMatchObject({ sheet: { name: '封面' }, view: { kind: 'no-form' } });
  const twice = await opened([cover, form, { name: '另一张', rows: values }]);
  expect(twice.getSnapshot()).toMatchObject({ sheet: { name: '封面' }, view: { kind: 'no-form' } });
});

test('what can not be read is told in one sentence', async () => {
  await expect(openFile(new File(['%PDF-1.7'], '自评表.xlsx'))).rejects.toThrow(/^这是 PDF 文件，[^\n]*$/);
});

test('a file that takes too long is stopped, and the next one is read by another worker', async () => {
  const stuck = new Stuck();
  const workers: WorkerLike[] = [stuck, new WorkerInPage()];
  const pool = new Pool(() => workers.shift() ?? new WorkerInPage(), 1, 1);
  const open = openFileBy(() => Promise.resolve(pool));
  await expect(open(fileOf(sampleForm()))).rejects.toThrow(/^核查这个文件超过 1 秒，已停止：请[^\n]*。$/);
  expect(stuck.stopped).toBe(true);
  await expect(open(new File(['%PDF-1.7'], '自评表.xlsx'))).rejects.toThrow('PDF');
});
