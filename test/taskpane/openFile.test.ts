/** @jest-environment jsdom */
import '../support/browserGlobals';
import { Pool } from '../../src/taskpane/batch/pool';
import type { WorkerLike } from '../../src/taskpane/batch/pool';
import { openFileBy } from '../../src/taskpane/openFile';
import { sampleForm } from '../../src/workbench/sample';
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
