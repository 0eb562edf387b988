/** @jest-environment jsdom */
import '../support/browserGlobals';
import { againstOf, type AgainstStore } from '../../src/taskpane/against/store';
import { linesOf, rowsWith } from '../../src/taskpane/against/rows';
import { Pool } from '../../src/taskpane/batch/pool';
import { BatchStore } from '../../src/taskpane/batch/store';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { evaluation, targets } from '../fixtures/targets';
import { changed } from '../fixtures/training';
import { WorkerInPage } from '../support/receivedFiles';
import { until } from '../support/waiting';
import { workbookFile } from '../support/workbook';

jest.setTimeout(30_000);

const file = (path: string, ...sheets: readonly SheetSnapshot[]) => {
  const pages = sheets.map(({ name, values }) => ({ name, rows: values }));
  return { path, file: new File([workbookFile(pages) as Uint8Array<ArrayBuffer>], path.replace(/^.*\//, '')) };
};
const lower = changed(new Map([[0, { target: '≥500人次' }]]));

let batch: BatchStore;
let against: AgainstStore;

beforeEach(() => {
  batch = new BatchStore(new Pool(() => new WorkerInPage(), 2));
  against = againstOf(batch);
});

async function receive(...files: readonly ReturnType<typeof file>[]): Promise<void> {
  batch.add(files);
  await until(() => !batch.getSnapshot().running);
}

const pairs = () =>
  against.getSnapshot().pairings.map(({ now, kind, partner }) => `${now.file} ${kind} ${partner?.file ?? '-'}`);

test('forms find their targets by project, and nothing is compared before it is asked for', async () => {
  await receive(file('甲.xlsx', evaluation()), file('乙.xlsx', evaluation({ project: '道路养护' })));
  await against.add([
    file('申报/培训.xlsx', targets({ rows: lower })),
    file('申报/别的.xlsx', targets({ project: '河道清淤' })),
  ]);
  expect(pairs()).toEqual(['甲.xlsx targets 申报/培训.xlsx', '乙.xlsx targets -']);
  expect(against.getSnapshot().results.size).toBe(0);
  await against.compare();
  const [result] = [...against.getSnapshot().results.values()].flat();
  expect(result?.comparison?.differences).toMatchObject([{ kind: 'lowered', severity: 'warning' }]);
});

test('targets that were received with the forms are partners too, in the same workbook as well', async () => {
  await receive(file('甲.xlsx', targets(), evaluation()));
  expect(pairs()).toEqual(['甲.xlsx targets 甲.xlsx']);
});

test('targets and last year are both held', async () => {
  await receive(file('甲.xlsx', evaluation()));
  await against.add([file('申报.xlsx', targets()), file('去年.xlsx', evaluation({ year: 2021 }))]);
  expect(pairs()).toEqual(['甲.xlsx targets 申报.xlsx', '甲.xlsx form 去年.xlsx']);
  await against.compare();
  const [held] = [...against.getSnapshot().results.values()];
  expect(held?.map(({ comparison }) => comparison?.kind).sort()).toEqual(['approved', 'last-year']);
});

test('another partner can be chosen, or none', async () => {
  await receive(file('甲.xlsx', evaluation()));
  await against.add([file('申报.xlsx', targets()), file('别的.xlsx', targets({ project: '河道清淤' }))]);
  const [pairing] = against.getSnapshot().pairings;
  const other = against.getSnapshot().candidates.find(({ file: path }) => path === '别的.xlsx');
  against.choose(pairing?.key ?? '', other?.key ?? '');
  expect(pairs()).toEqual(['甲.xlsx targets 别的.xlsx']);
  against.choose(pairing?.key ?? '', null);
  expect(pairs()).toEqual(['甲.xlsx targets -']);
});

test('what differs counts in the rows, and the summary names the pairs and what found no partner', async () => {
  await receive(file('甲.xlsx', evaluation()), file('乙.xlsx', evaluation({ project: '道路养护' })));
  await against.add([file('申报.xlsx', targets({ rows: lower }))]);
  await against.compare();
  const state = against.getSnapshot();
  const rows = rowsWith(batch.getSnapshot().rows, state.results);
  const found = rows.map(({ form }) => form?.findings.filter(({ finding }) => finding.check === 'against-approved'));
  expect(found.map((all) => all?.length)).toEqual([1, 0]);
  expect(linesOf(rows, state)).toMatchObject([
    { file: '甲.xlsx', other: '申报.xlsx', reason: '' },
    { file: '乙.xlsx', other: '', comparison: null, reason: '没有对应的表' },
  ]);
});

test('what can’t be read says so, and what left the batch leaves its results behind', async () => {
  await receive(file('甲.xlsx', evaluation()));
  await against.add([{ path: '坏.xlsx', file: new File(['%PDF-1.7'], '坏.xlsx') }, file('申报.xlsx', targets())]);
  expect(against.getSnapshot().unread.map(({ file: path }) => path)).toEqual(['坏.xlsx']);
  await against.compare();
  expect(against.getSnapshot().results.size).toBe(1);
  batch.clear();
  expect(against.getSnapshot().results.size).toBe(0);
  expect(pairs()).toEqual([]);
});
