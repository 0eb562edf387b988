/** @jest-environment jsdom */
import '../support/browserGlobals';
import { againstOf, type AgainstStore, linesOf } from '../../src/taskpane/against/store';
import { Pool } from '../../src/taskpane/batch/pool';
import { BatchStore } from '../../src/taskpane/batch/store';
import { review as reviewOf } from '../../src/review';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import type { PlacedFinding } from '../../src/taskpane/session/state';
import { evaluation, targets } from '../fixtures/targets';
import { department } from '../fixtures/render';
import { changed, TRAINING } from '../fixtures/training';
import { openFile as openInPage, WorkerInPage } from '../support/receivedFiles';
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
  const { rows } = batch.getSnapshot();
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

test('two years of one project among the received forms are a pair, the year by the title', async () => {
  await receive(
    file('今年.xlsx', evaluation()),
    file('去年.xlsx', evaluation({ year: 2021 })),
    file('别的.xlsx', evaluation({ year: 2021, project: '道路养护' })),
  );
  expect(pairs()).toEqual(['今年.xlsx form 去年.xlsx']);
  const [pairing] = against.getSnapshot().pairings;
  expect(pairing === undefined ? [] : against.choices(pairing).map(({ file: path }) => path)).toEqual([
    '去年.xlsx',
    '别的.xlsx',
  ]);
  await against.compare();
  const [held] = [...against.getSnapshot().results.values()].flat();
  expect(held).toMatchObject({ comparison: { kind: 'last-year' } });
});

test('two forms of which the year is not known are no pair of two years', async () => {
  const undated = (path: string) => file(path, evaluation({ year: null, title: '项目支出绩效自评表' }));
  await receive(undated('一.xlsx'), undated('二.xlsx'), file('去年.xlsx', evaluation({ year: 2021 })));
  expect(pairs()).toEqual([]);
});

const whole = (budget: number) =>
  department({
    rows: TRAINING,
    year: 2021,
    unit: '市人社局',
    budget: {
      heading: '年度部门整体支出规模（万元）',
      lines: [
        { label: '支出合计', budget: budget + 500, spent: budget + 500, rate: '100%' },
        { label: '基本支出', group: '按资金结构', budget: 500, spent: 500, rate: '100%' },
        { label: '项目支出', group: '按资金结构', budget, spent: budget, rate: '100%' },
      ],
    },
  });

test('a department is held against its projects, those that are left out not counted', async () => {
  await receive(
    file('部门.xlsx', whole(100)),
    file('培训.xlsx', evaluation({ year: 2021, project: '职业技能培训', money: 100 })),
    file('招聘.xlsx', evaluation({ year: 2021, project: '公共招聘', money: 50 })),
    file('别的局.xlsx', evaluation({ year: 2021, project: '道路养护', unit: '市交通局', money: 70 })),
  );
  const [group] = against.getSnapshot().groups;
  expect(group?.projects.map(({ side }) => side.file)).toEqual(['培训.xlsx', '招聘.xlsx']);
  expect(against.getSnapshot().results.size).toBe(0);
  await against.compare();
  const row = () => batch.getSnapshot().rows.find(({ file: path }) => path === '部门.xlsx');
  const said = () =>
    row()?.form?.findings.flatMap(({ finding }) => (finding.check === 'against-projects' ? [finding.messageId] : []));
  expect(said()).toEqual(['projects-budget', 'projects-spent']);
  expect(row()?.form?.checks.at(-1)).toMatchObject({ id: 'against-projects' });
  const [, second] = group?.projects ?? [];
  if (group === undefined || second === undefined) throw new Error('no group');
  against.take(group, second.side, false);
  await against.compare();
  expect(said()).toEqual([]);
});

test('projects are counted by themselves only where they name the department', async () => {
  await receive(
    file('部门.xlsx', department({ rows: TRAINING, year: 2021, unit: '' })),
    file('外地.xlsx', evaluation({ year: 2021, project: '道路养护', unit: '市交通局' })),
  );
  const [group] = against.getSnapshot().groups;
  expect(group?.projects.map(({ side, taken }) => [side.file, taken])).toEqual([['外地.xlsx', false]]);
});

test('as last year’s only earlier forms of units that may be the same are offered, its own first', async () => {
  await receive(
    file('今年.xlsx', evaluation()),
    file('别的局.xlsx', evaluation({ project: '道路养护', unit: '市交通局', year: 2021 })),
    file('今年的别的.xlsx', evaluation({ project: '道路养护' })),
  );
  const files = [
    file('别的局去年.xlsx', evaluation({ unit: '市交通局', year: 2021 })),
    file('去年.xlsx', evaluation({ project: '河道清淤', year: 2021 })),
  ];
  await against.add(files);
  const pairing = against.getSnapshot().pairings.find(({ now }) => now.file === '今年.xlsx');
  if (pairing === undefined) throw new Error('no pairing');
  expect(pairing.partner).toBeNull();
  expect(against.choices(pairing).map((one) => one.file)).toEqual(['去年.xlsx', '别的局去年.xlsx']);
});

test('what differs is set aside like any finding, and stays so when it is compared again', async () => {
  await receive(file('甲.xlsx', evaluation()));
  await against.add([file('申报.xlsx', targets({ rows: lower }))]);
  await against.compare();
  const [row] = batch.getSnapshot().rows;
  if (row === undefined) throw new Error('no row');
  const opened = await batch.open(row.fileId, openInPage);
  const { session } = opened;
  await session.holdAgainst(0, await against.othersOf(row.key));
  const view = () => {
    const { view: shown } = session.getSnapshot();
    return shown.kind === 'reviewed' ? shown.forms[0] : undefined;
  };
  const differs = ({ finding }: PlacedFinding) => finding.check === 'against-approved';
  const [found] = view()?.open.filter(differs) ?? [];
  const placed = row.form?.findings.find(differs);
  expect(found?.key).toBe(placed?.key);
  await session.setAside(found?.key ?? '', '经批准调整');
  expect(view()?.aside).toMatchObject([{ reason: '经批准调整' }]);
  const aside = () => [...(batch.getSnapshot().rows[0]?.aside.values() ?? [])];
  expect(aside()).toEqual(['经批准调整']);
  against.clear();
  expect(aside()).toEqual([]);
  await against.add([file('申报.xlsx', targets({ rows: lower }))]);
  await against.compare();
  expect(aside()).toEqual(['经批准调整']);
});

test('a target that is mended in the form is gone from what differs', async () => {
  await receive(file('甲.xlsx', evaluation()));
  await against.add([file('申报.xlsx', targets({ rows: lower }))]);
  await against.compare();
  const [row] = batch.getSnapshot().rows;
  const opened = await batch.open(row?.fileId ?? 0, openInPage);
  await opened.session.holdAgainst(0, await against.othersOf(row?.key ?? ''));
  const snapshot = opened.session.snapshot();
  const review = snapshot === null ? undefined : reviewOf(evaluation({ rows: lower })).forms[0];
  const [other] = opened.session.against(0);
  expect(review && other?.hold(review)?.differences).toEqual([]);
});
