import { recordOf } from '../../src/advice/record';
import { reportSheet } from '../../src/advice/report';
import { review } from '../../src/review';
import { keepNames, namesBefore } from '../../src/taskpane/batch/keptNames';
import { fillingOf, progressIn } from '../../src/taskpane/fill/filling';
import { type PaneMemory, SessionMemory } from '../../src/taskpane/session/memory';
import { Session } from '../../src/taskpane/session/session';
import { sampleForm } from '../../src/workbench/sample';
import { mendedSampleForm } from '../fixtures/mendedSample';
import { workbookState } from '../../src/workbench/emulator';
import { openExcel, type TestExcel } from '../support/excel';

/** The part of the browser's session storage that is used. */
function storage(): {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  readonly held: Map<string, string>;
} {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

const sessions: Session[] = [];
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.close()));
});

/** A pane on the workbook, as it is loaded the first time and again. */
async function pane({ host }: TestExcel, memory: PaneMemory): Promise<Session> {
  const session = new Session(host, review, memory);
  sessions.push(session);
  await session.start(false);
  return session;
}

function findingOf(session: Session, check: string) {
  const { view } = session.getSnapshot();
  const found =
    view.kind === 'reviewed' ? view.forms[0]?.open.find(({ finding }) => finding.check === check) : undefined;
  if (found === undefined) throw new Error(`no finding of ${check}`);
  return found;
}

describe('a pane that Excel loaded again', () => {
  test('can still take back what was written before', async () => {
    const excel = openExcel([sampleForm()]);
    const memory = new SessionMemory(storage(), 'https://a/自评表.xlsx');
    const first = await pane(excel, memory);
    const { finding } = findingOf(first, 'score-by-rule');
    const before = excel.sheet.cell(finding.cell).value;
    await first.marking.fix(finding);
    expect(excel.sheet.cell(finding.cell).value).not.toBe(before);
    await first.close();
    const again = await pane(excel, memory);
    expect(again.getSnapshot().undoable).toHaveLength(1);
    await again.writing.undo();
    expect(excel.sheet.cell(finding.cell).value).toBe(before);
    expect((await pane(excel, memory)).getSnapshot().undoable).toEqual([]);
  });

  test('leaves a cell alone that was changed since, and says so', async () => {
    const excel = openExcel([sampleForm()]);
    const memory = new SessionMemory(storage(), '');
    const first = await pane(excel, memory);
    const { finding } = findingOf(first, 'score-by-rule');
    await first.marking.fix(finding);
    await first.close();
    excel.workbook.userEdit(excel.sheet, finding.cell, '1');
    const again = await pane(excel, memory);
    await again.writing.undo();
    expect(excel.sheet.cell(finding.cell).value).toBe(1);
    expect(again.getSnapshot().notice?.text).toContain('已不是写入时的内容');
  });

  test('can still take back the reports, an earlier one restored first, whichever pane wrote them', async () => {
    const excel = openExcel([sampleForm()]);
    const memory = new SessionMemory(storage(), 'x');
    const first = await pane(excel, memory);
    const write = async (session: Session, day: string) => {
      const { view } = session.getSnapshot();
      const form = view.kind === 'reviewed' ? view.forms[0] : undefined;
      if (form === undefined) throw new Error('no form');
      const received = { file: 'x.xlsx', form: recordOf(form.review, 0), aside: new Map<string, string>() };
      await session.writing.writePages([reportSheet(received, [], day)]);
      return JSON.stringify(workbookState(excel.workbook));
    };
    const states = [await write(first, '2026年3月2日'), await write(first, '2026年3月3日')];
    await first.close();
    const again = await pane(excel, memory);
    await write(again, '2026年3月4日');
    expect(again.getSnapshot().undoable).toHaveLength(3);
    for (const state of states.reverse()) {
      await again.writing.undo();
      expect(JSON.stringify(workbookState(excel.workbook)) === state).toBe(true);
    }
    await again.writing.undo();
    expect(again.getSnapshot().notice?.text).toBe('已撤回，删去工作表“核查报告”。');
    expect(excel.workbook.sheet('核查报告')).toBeNull();
  });

  test('an inverse that was kept in pieces is refused with a sentence', async () => {
    const { host } = openExcel([sampleForm()]);
    for (const inverse of [null, {}, { sheetId: 'x', done: [{ cell: { row: 1 } }] }]) {
      await expect(host.takeBack(inverse)).rejects.toThrow(/^这次写入的记录不完整/);
    }
  });

  test('finds the drafts that were begun', async () => {
    const excel = openExcel([mendedSampleForm()]);
    const memory = new SessionMemory(storage(), 'x');
    const first = await pane(excel, memory);
    const { view } = first.getSnapshot();
    const form = view.kind === 'reviewed' ? view.forms[0] : undefined;
    if (form === undefined) throw new Error('no form');
    const progress = progressIn(form.review);
    const [row] = progress.rows;
    if (row === undefined) throw new Error('no row');
    fillingOf(first).edit(
      row,
      { id: 'reason', part: 'reason', label: '未达标原因', text: '', line: null },
      '因系统升级',
    );
    await first.close();
    const again = fillingOf(await pane(excel, memory));
    expect([...again.getSnapshot().drafts.values()].map(({ texts }) => [...texts])).toEqual([
      [['reason', '因系统升级']],
    ]);
    for (const key of again.getSnapshot().drafts.keys()) again.forget(key);
    expect(fillingOf(await pane(excel, memory)).getSnapshot().drafts.size).toBe(0);
  });

  test('says which files of 批量 are to be chosen again', () => {
    const memory = new SessionMemory(storage(), 'x');
    const listeners: (() => void)[] = [];
    const rows: { file: string }[] = [];
    const store = {
      subscribe: (listener: () => void) => listeners.push(listener),
      getSnapshot: () => ({ rows }),
    };
    keepNames(store, memory);
    const tell = () => listeners.forEach((listener) => listener());
    tell();
    rows.push({ file: 'a.xlsx' }, { file: 'a.xlsx' }, { file: 'b.xlsx' });
    tell();
    expect(namesBefore(memory)).toEqual(['a.xlsx', 'b.xlsx']);
    rows.length = 0;
    tell();
    expect(namesBefore(memory)).toEqual([]);
  });

  test('beside another workbook nothing of it is found', () => {
    const kept = storage();
    new SessionMemory(kept, 'https://a/甲.xlsx').keep('drafts', [1]);
    expect(new SessionMemory(kept, 'https://a/乙.xlsx').load('drafts')).toBeNull();
  });

  test('a browser that stores nothing, or is full, costs nothing but the memory', () => {
    const blocked = {
      getItem: () => {
        throw new Error('blocked');
      },
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    const memory = new SessionMemory(blocked, 'x');
    memory.keep('drafts', [1]);
    expect(memory.load('drafts')).toBeNull();
  });
});

test('what the officer made of a memo is there again when the pane was loaded again', async () => {
  const memory = new SessionMemory(storage(), 'https://a/自评表.xlsx');
  const load = () => {
    jest.resetModules();
    return import('../../src/taskpane/memo/kept');
  };
  const first = await load();
  first.keepMemosIn(memory);
  first.keepMemo('甲单位', '原文', '请于周五前改正。');
  const again = await load();
  expect(again.editedMemo('原文')).toBe('原文');
  again.keepMemosIn(memory);
  expect(again.editedMemo('原文')).toBe('请于周五前改正。');
  expect(again.earlierMemo('甲单位', '新的原文')).toBe('请于周五前改正。');
  expect(again.earlierMemo('乙单位', '新的原文')).toBeNull();
  again.keepMemo('甲单位', '原文', '原文');
  expect(memory.load('memos')).toBeNull();
});
