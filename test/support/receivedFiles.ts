import { formatArea } from '../../src/sheet/address';
import { Pool, type WorkerLike } from '../../src/taskpane/batch/pool';
import { work } from '../../src/taskpane/batch/work';
import { openFileBy } from '../../src/taskpane/openFile';
import type { SampleSheet } from '../../src/workbench/sample';
import { workbookFile } from './workbook';

/** A worker that works in the page, one job at a time. */
export class WorkerInPage implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  asked = 0;
  /** Where set, jobs wait for it. */
  gate: Promise<void> = Promise.resolve();
  postMessage(job: Parameters<WorkerLike['postMessage']>[0]): void {
    this.asked += 1;
    void this.gate.then(() => work(job)).then((data) => this.onmessage?.(new MessageEvent('message', { data })));
  }
  terminate(): void {
    this.onmessage = null;
  }
}

/** A file with the form of this unit. */
export function fileOf(sheet: SampleSheet, unit = '水利局', name = '自评表.xlsx'): File {
  const { snapshot } = sheet;
  const rows = snapshot.values.map((row, at) =>
    at === 3 ? row.map((value, column) => (column === 1 ? unit : value)) : row,
  );
  const merges = snapshot.merges.map(formatArea);
  return new File([workbookFile([{ name: snapshot.name, rows, merges }]) as Uint8Array<ArrayBuffer>], name);
}

/** Opens files as the page does, with a worker in the page. */
export const openFile = openFileBy(() => Promise.resolve(new Pool(() => new WorkerInPage(), 1)));
