/** @jest-environment jsdom */
import '../support/browserGlobals';
import { annotationsIn } from '../../src/host/file/annotate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { parseAddress } from '../../src/sheet/address';
import { cellAt } from '../../src/sheet/snapshot';
import { saveCopies } from '../../src/taskpane/batch/copies';
import { KeptAsides } from '../../src/taskpane/batch/keptAsides';
import { Pool } from '../../src/taskpane/batch/pool';
import type { BatchRow } from '../../src/taskpane/batch/state';
import { BatchStore } from '../../src/taskpane/batch/store';
import { choose } from '../../src/taskpane/rules/changes';
import { NONE_OWN } from '../../src/taskpane/session/state';
import type { Session } from '../../src/taskpane/session/session';
import { sampleForm } from '../../src/workbench/sample';
import { mendedSampleForm } from '../fixtures/mendedSample';
import { formatArea } from '../../src/sheet/address';
import { fileOf, openFile, WorkerInPage } from '../support/receivedFiles';
import { until } from '../support/waiting';
import { workbookFile } from '../support/workbook';

const NAME = '自评表.xlsx';

const chosen = (path: string, file: File) => ({ path, file });
const wrong = () => fileOf(sampleForm());

let worker: WorkerInPage;

function begin(): BatchStore {
  worker = new WorkerInPage();
  return new BatchStore(new Pool(() => worker, 1));
}

async function finished(store: BatchStore): Promise<void> {
  await until(() => !store.getSnapshot().running, 10_000);
}

async function read(...files: readonly (readonly [string, File])[]): Promise<BatchStore> {
  const store = begin();
  store.add(files.map(([path, file]) => chosen(path, file)));
  await finished(store);
  return store;
}

function rowOf(store: BatchStore, at = 0): BatchRow {
  const row = store.getSnapshot().rows[at];
  if (row === undefined) throw new Error(`no row ${at}`);
  return row;
}

function findingOf(row: BatchRow, check: string) {
  const found = row.form?.findings.find(({ finding }) => finding.check === check);
  if (found === undefined) throw new Error(`no ${check}`);
  return found;
}

async function sessionOf(store: BatchStore, at = 0): Promise<Session> {
  return (await store.open(rowOf(store, at).fileId, openFile)).session;
}

/** Mends what the first finding of a check says in the opened row. */
async function mend(session: Session, row: BatchRow, check: string): Promise<void> {
  await session.marking.fix(findingOf(row, check).finding);
}

async function scoreInCopy(store: BatchStore, address: string): Promise<unknown> {
  const snapshot = readWorkbook(await store.annotatedCopy(rowOf(store).fileId), NAME).sheets[0]?.snapshot;
  const cell = parseAddress(address);
  return snapshot === undefined || cell === null ? undefined : cellAt(snapshot, cell).value;
}

beforeEach(() => {
  localStorage.clear();
});

test('what of any tab was not read is said of its file, with a form in it or without', async () => {
  const long = { name: '流水', rows: Array.from({ length: 5_100 }, (_, row) => [row]) };
  const { snapshot } = sampleForm();
  const form = { name: '自评表', rows: snapshot.values, merges: snapshot.merges.map(formatArea) };
  const file = (...sheets: Parameters<typeof workbookFile>[0]) =>
    new File([workbookFile(sheets) as Uint8Array<ArrayBuffer>], NAME);
  const store = await read(['a.xlsx', file(form, long)], ['b.xlsx', file(long)]);
  const cut = '工作表“流水”：工作表太长，只核查了第 5000 行以前的内容';
  expect(rowOf(store, 0).form?.unchecked[0]).toContain(cut);
  expect(rowOf(store, 1).reason).toContain(cut);
});

describe('rulebooks', () => {
  test('what is chosen in the pane is applied to every received form, and taken back with the choice', async () => {
    const store = await read([NAME, wrong()]);
    const fits = rowOf(store).form?.rulebook;
    expect(fits?.id).not.toBe('general');
    store.useRulebooks(choose(NONE_OWN, 'general'));
    await finished(store);
    expect(rowOf(store).form?.rulebook).toMatchObject({ id: 'general', why: '由您选定。' });
    expect(store.getSnapshot().rows).toHaveLength(1);
    store.useRulebooks(NONE_OWN);
    await finished(store);
    expect(rowOf(store).form?.rulebook).toEqual(fits);
  });

  test('the same rulebooks again read nothing again', async () => {
    const store = await read([NAME, wrong()]);
    store.useRulebooks({ ...NONE_OWN });
    expect(store.getSnapshot().running).toBe(false);
    expect(worker.asked).toBe(1);
  });

  test('a file that was being read by others is read again', async () => {
    const store = begin();
    let release = (): void => undefined;
    worker.gate = new Promise((resolve) => (release = resolve));
    store.add([chosen(NAME, wrong())]);
    await until(() => worker.asked === 1);
    store.useRulebooks(choose(NONE_OWN, 'general'));
    release();
    await finished(store);
    expect(store.getSnapshot().rows.map(({ form }) => form?.rulebook.id)).toEqual(['general']);
  });

  test('stopping keeps what was found by the former ones and says how many; going on checks them', async () => {
    const store = await read(['a.xlsx', wrong()], ['b.xlsx', wrong()], ['c.xlsx', wrong()]);
    store.useRulebooks(choose(NONE_OWN, 'general'));
    store.stop();
    await finished(store);
    expect(store.getSnapshot()).toMatchObject({ total: 3, stopped: 0, outdated: 2 });
    expect(store.getSnapshot().rows).toHaveLength(3);
    store.goOn();
    await finished(store);
    expect(store.getSnapshot().outdated).toBe(0);
    expect(store.getSnapshot().rows.every(({ form }) => form?.rulebook.id === 'general')).toBe(true);
  });

  test('what was not begun when the officer stopped is not lost: it is told, and checked on going on', async () => {
    const store = begin();
    let release = (): void => undefined;
    worker.gate = new Promise((resolve) => (release = resolve));
    store.add(['a.xlsx', 'b.xlsx', 'c.xlsx'].map((name) => chosen(name, wrong())));
    await until(() => worker.asked === 1);
    store.stop();
    release();
    await finished(store);
    expect(store.getSnapshot()).toMatchObject({ total: 1, done: 1, stopped: 2, running: false });
    store.useRulebooks({ ...NONE_OWN });
    expect(store.getSnapshot()).toMatchObject({ stopped: 2, running: false });
    store.goOn();
    await finished(store);
    expect(store.getSnapshot()).toMatchObject({ total: 3, done: 3, stopped: 0 });
    expect(store.getSnapshot().rows.map(({ file }) => file)).toEqual(['a.xlsx', 'b.xlsx', 'c.xlsx']);
  });

  test('an opened form goes by them as well, also when they change later', async () => {
    const store = await read([NAME, wrong()]);
    store.useRulebooks(choose(NONE_OWN, 'general'));
    await finished(store);
    const ruleOf = async () => {
      const { view } = (await sessionOf(store)).getSnapshot();
      return view.kind === 'reviewed' ? view.forms[0]?.review.scores.rulebook.id : view.kind;
    };
    expect(await ruleOf()).toBe('general');
    store.useRulebooks(NONE_OWN);
    await finished(store);
    expect(await ruleOf()).toBe(rowOf(store).form?.rulebook.id);
  });
});

describe('what is set aside in an opened form', () => {
  test('counts in the table, is left out of the copy, and is there when the file is received again', async () => {
    const store = await read([`三月/${NAME}`, wrong()]);
    const { key, finding } = findingOf(rowOf(store), 'score-by-rule');
    await (await sessionOf(store)).setAside(key, '已核实');
    expect([...rowOf(store).aside]).toEqual([[key, '已核实']]);
    const comments = annotationsIn(await store.annotatedCopy(rowOf(store).fileId)).get('自评表') ?? [];
    expect(comments.some(({ text }) => text.includes(finding.title))).toBe(false);

    const later = await read([`四月/${NAME}`, wrong()]);
    expect([...rowOf(later).aside]).toEqual([[key, '已核实']]);
    const session = await sessionOf(later);
    await session.restore(key);
    expect(rowOf(later).aside.size).toBe(0);
    expect(rowOf(await read([NAME, wrong()])).aside.size).toBe(0);
  });

  test('does not count in the form of another unit', async () => {
    const store = await read([NAME, wrong()]);
    await (await sessionOf(store)).setAside(findingOf(rowOf(store), 'score-by-rule').key, '已核实');
    expect(rowOf(await read([NAME, fileOf(sampleForm(), '图书馆')])).aside.size).toBe(0);
  });

  test('is kept while other rulebooks hide the finding', async () => {
    const store = await read([NAME, wrong()]);
    const session = await sessionOf(store);
    const { key } = findingOf(rowOf(store), 'score-by-rule');
    await session.setAside(key, '已核实');
    store.useRulebooks(choose(NONE_OWN, 'printed-standards'));
    await finished(store);
    await sessionOf(store);
    const other = rowOf(store).form?.findings.find((one) => one.key !== key);
    await session.setAside(other?.key ?? '', '另一件');
    store.useRulebooks(NONE_OWN);
    await finished(store);
    expect(rowOf(store).aside.get(key)).toBe('已核实');
  });

  test('is bounded: the latest are kept', async () => {
    const store = await read([NAME, wrong()]);
    const { form } = rowOf(store);
    if (form === null) throw new Error('no form');
    const [finding] = form.findings;
    if (finding === undefined) throw new Error('no finding');
    const kept = new KeptAsides();
    const findings = Array.from({ length: 1001 }, (_, at) => ({ ...finding, key: String(at) }));
    await kept.put(NAME, { ...form, findings }, new Map(findings.map(({ key }) => [key, '理由'])));
    const again = new KeptAsides();
    await again.load();
    expect(again.of(JSON.stringify([NAME, form.sheet, form.index, form.organisation, form.year])).size).toBe(1000);
  });

  test('a browser that takes no more says so, and nothing is set aside', async () => {
    const store = await read([NAME, wrong()]);
    const session = await sessionOf(store);
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await session.setAside(findingOf(rowOf(store), 'score-by-rule').key, '已核实');
    full.mockRestore();
    expect(session.getSnapshot().notice).toMatchObject({
      intent: 'error',
      text: expect.stringContaining('存储已满') as unknown,
    });
    expect(rowOf(store).aside.size).toBe(0);
  });
});

describe('what is mended in an opened form', () => {
  test('changes the row, and stands in the copy, where it is not commented on', async () => {
    const store = await read([NAME, wrong()]);
    const before = rowOf(store);
    const session = await sessionOf(store);
    await mend(session, before, 'score-by-rule');
    const after = rowOf(store);
    expect(after.mended).toBe(true);
    expect(after.form?.findings.some(({ finding }) => finding.check === 'score-by-rule')).toBe(false);
    expect(after.form?.sumOfStated).not.toBe(before.form?.sumOfStated);
    expect(await scoreInCopy(store, 'I42')).toBe(2.93);
    const comments = annotationsIn(await store.annotatedCopy(after.fileId)).get('自评表') ?? [];
    expect(comments.some(({ cell }) => cell.row === 41 && cell.column === 8)).toBe(false);
    expect(comments.length).toBeGreaterThan(0);

    await session.writing.undo();
    expect(rowOf(store)).toEqual(before);
    expect(await scoreInCopy(store, 'I42')).toBe(2.66);
  });

  test('stays when other rulebooks make the files be read again', async () => {
    const store = await read([NAME, wrong()]);
    await mend(await sessionOf(store), rowOf(store), 'score-by-rule');
    store.useRulebooks(choose(NONE_OWN, 'general'));
    await finished(store);
    store.useRulebooks(NONE_OWN);
    await finished(store);
    expect(rowOf(store).mended).toBe(true);
    expect(rowOf(store).form?.findings.some(({ finding }) => finding.check === 'score-by-rule')).toBe(false);
  });

  test('counts as unsaved until an annotated copy is made, and again when more is mended', async () => {
    const store = await read([NAME, wrong()], ['乙.xlsx', wrong()]);
    const session = await sessionOf(store);
    const { unsaved } = store.getSnapshot();
    expect(unsaved).toBe(0);
    await mend(session, rowOf(store), 'score-by-rule');
    expect(store.getSnapshot().unsaved).toBe(1);
    await store.annotatedCopy(rowOf(store).fileId);
    expect(store.getSnapshot().unsaved).toBe(0);
    await session.writing.undo();
    await mend(session, rowOf(store), 'score-by-rule');
    expect(store.getSnapshot().unsaved).toBe(1);
    store.clear();
    expect(store.getSnapshot().unsaved).toBe(0);
  });

  test('is not offered in a file of which no copy can be made', async () => {
    const { snapshot } = sampleForm();
    const rows = snapshot.values;
    const merges = snapshot.merges.map(formatArea);
    const bytes = workbookFile([{ name: '自评表', rows, merges }], 'biff8') as Uint8Array<ArrayBuffer>;
    const store = await read(['自评表.xls', new File([bytes], '自评表.xls')]);
    expect(store.isAnnotatable(rowOf(store).fileId)).toBe(false);
    const session = await sessionOf(store);
    expect(session.getSnapshot().abilities.canWrite).toBe(false);
  });

  test('is gone with the list: the file that is received again counts', async () => {
    const store = await read([NAME, wrong()]);
    await mend(await sessionOf(store), rowOf(store), 'score-by-rule');
    store.add([chosen(NAME, wrong())]);
    await finished(store);
    expect(rowOf(store).mended).toBe(false);
    expect(await scoreInCopy(store, 'I42')).toBe(2.66);
  });
});

test('a bad file is a row with its reason and stops nothing', async () => {
  const store = await read(['坏.xlsx', new File([new Uint8Array(3)], '坏.xlsx')], [NAME, fileOf(mendedSampleForm())]);
  expect(rowOf(store, 0)).toMatchObject({ form: null, reason: expect.stringMatching(/请|没有/) as unknown });
  expect(rowOf(store, 1).form).not.toBeNull();
});

test('a file that was changed since costs its own copy only, and is named', async () => {
  const changed = fileOf(sampleForm(), '文化局', '乙.xlsx');
  const store = await read(['甲.xlsx', wrong()], ['乙.xlsx', changed]);
  let saved = '';
  URL.createObjectURL = () => 'blob:copies';
  URL.revokeObjectURL = () => undefined;
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved = this.download;
  });
  changed.arrayBuffer = () => Promise.reject(new DOMException('changed', 'NotReadableError'));
  const { rows } = store.getSnapshot();
  expect(await saveCopies(store, rows)).toMatch(/^1 个批注件.*乙\.xlsx没有批注件：文件选好以后被改动/);
  expect(saved).toBe('批注件.zip');
  expect(await saveCopies(store, rows.slice(1))).toMatch(/^乙\.xlsx没有批注件/);
  click.mockRestore();
});

describe('files of one name', () => {
  const units = (store: BatchStore) => store.getSnapshot().rows.map(({ file, form }) => [file, form?.organisation]);

  test('of two departments both stay', async () => {
    const store = await read([NAME, fileOf(sampleForm(), '水利局')]);
    for (const unit of ['图书馆', '档案馆']) {
      store.add([chosen(NAME, fileOf(sampleForm(), unit))]);
      await finished(store);
    }
    expect(units(store)).toEqual([
      ['自评表.xlsx', '水利局'],
      ['自评表（2）.xlsx', '图书馆'],
      ['自评表（3）.xlsx', '档案馆'],
    ]);
  });

  test('of one department the later stays', async () => {
    const store = await read([NAME, fileOf(sampleForm(), '水利局')]);
    store.add([chosen(NAME, fileOf(mendedSampleForm(), '水利局'))]);
    await finished(store);
    expect(units(store)).toEqual([['自评表.xlsx', '水利局']]);
    expect(rowOf(store).form?.findings.some(({ finding }) => finding.severity === 'error')).toBe(false);
  });
});
