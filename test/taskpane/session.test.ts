import { recordOf } from '../../src/advice/record';
import { reportSheet } from '../../src/advice/report';
import { review } from '../../src/review';
import { parseAddress } from '../../src/sheet/address';
import type { CellRef, SheetSnapshot } from '../../src/sheet/snapshot';
import { Session } from '../../src/taskpane/session/session';
import type { FormView, PlacedFinding } from '../../src/taskpane/session/state';
import { type EmulatedWorkbook, workbookState } from '../../src/workbench/emulator';
import { sampleForm, type SampleSheet, sampleWorkbook } from '../../src/workbench/sample';
import { mendedSampleForm } from '../fixtures/mendedSample';
import { openExcel, type TestExcel } from '../support/excel';
import { quiet, until } from '../support/waiting';

interface Opened extends TestExcel {
  readonly session: Session;
  /** Every sheet that was reviewed, in order. */
  readonly reviewed: SheetSnapshot[];
}

const sessions: Session[] = [];
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.close()));
});

function cell(address: string): CellRef {
  const found = parseAddress(address);
  if (found === null) throw new Error(address);
  return found;
}

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** The sample workbook in the emulated Excel, and a pane that was opened by 核查. */
async function open(sheets = sampleWorkbook(), thorough = true): Promise<Opened> {
  const excel = openExcel(sheets);
  const reviewed: SheetSnapshot[] = [];
  const session = new Session(excel.host, (snapshot, settings) => {
    reviewed.push(snapshot);
    return review(snapshot, settings);
  });
  sessions.push(session);
  await session.start(thorough);
  return { ...excel, session, reviewed };
}

function formOf(session: Session): FormView {
  const { view } = session.getSnapshot();
  const form = view.kind === 'reviewed' ? view.forms[view.chosen] : undefined;
  if (form === undefined) throw new Error(`no form, but ${JSON.stringify(view)}`);
  return form;
}

function findingOf(session: Session, check: string): PlacedFinding {
  const found = formOf(session).open.find(({ finding }) => finding.check === check);
  if (found === undefined) throw new Error(`no finding of ${check}`);
  return found;
}

const hasFinding = (session: Session, check: string) =>
  formOf(session).open.some(({ finding }) => finding.check === check);

/** Two sheets with the same form. */
function twoForms(): readonly SampleSheet[] {
  const form = sampleForm();
  return [form, { ...form, snapshot: { ...form.snapshot, name: '乙表' } }];
}

async function bringToFront(session: Session, workbook: EmulatedWorkbook, name: string): Promise<void> {
  const sheet = workbook.sheet(name);
  if (sheet === null) throw new Error(name);
  workbook.activate(sheet);
  await until(() => session.getSnapshot().sheet?.id === sheet.id && session.getSnapshot().view.kind === 'reviewed');
}

describe('looking at a sheet', () => {
  test('the sheet in front is read while it is asked which one that is', async () => {
    const { host } = openExcel(sampleWorkbook());
    const asked: (string | null)[] = [];
    let answered = false;
    const counting = Object.assign(Object.create(host) as typeof host, {
      read: (...args: Parameters<typeof host.read>) => {
        if (!answered) asked.push(args[0]);
        return host.read(...args);
      },
      sheets: async () => {
        const sheets = await host.sheets();
        answered = true;
        return sheets;
      },
    });
    const session = new Session(counting, review);
    sessions.push(session);
    await session.start(true);
    expect(asked).toEqual([null]);
    expect(formOf(session).review.form.title?.value).toContain('自评表');
  });

  test('where another sheet came to the front meanwhile, each is taken for what it is', async () => {
    const { host, workbook } = openExcel(sampleWorkbook());
    const [, notes] = workbook.sheets;
    if (notes === undefined) throw new Error('one sheet only');
    const moving = Object.assign(Object.create(host) as typeof host, {
      read: async (...args: Parameters<typeof host.read>) => {
        const snapshot = await host.read(...args);
        workbook.activate(notes);
        return snapshot;
      },
      sheets: () => {
        workbook.activate(notes);
        return host.sheets();
      },
    });
    const session = new Session(moving, review);
    sessions.push(session);
    await session.start(true);
    expect(session.getSnapshot()).toMatchObject({ sheet: { name: '填表说明' }, view: { kind: 'no-form' } });
    expect(session.snapshot()?.name).toBe('填表说明');
  });

  test('the form in front is reviewed, its findings under their places in the order of the sheet', async () => {
    const { session } = await open();
    const { open: findings } = formOf(session);
    const rows = findings.map(({ finding }) => finding.cell.row);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(findingOf(session, 'score-by-rule').place).toMatch(/^履职效能 › /);
    expect(findingOf(session, 'total-sum').place).toBe('总分');
    expect(session.getSnapshot().announcement).toMatch(/^核查完成：错误 \d+ 项/);
  });

  test('核查 reads merged areas; opening the pane and following edits do not, but keep those that were read', async () => {
    const excel = await open();
    expect(excel.reviewed.at(-1)?.merges.length).toBeGreaterThan(0);
    excel.rich.log.length = 0;
    excel.workbook.userEdit(excel.sheet, cell('I42'), '2.9');
    await until(() => excel.reviewed.length === 2);
    expect(excel.reviewed[1]?.merges).toEqual(excel.reviewed[0]?.merges);
    expect(JSON.stringify(excel.rich.log)).not.toContain('GetMergedAreas');
    const opened = await open(sampleWorkbook(), false);
    expect(opened.reviewed[0]?.merges).toEqual([]);
    expect(hasFinding(opened.session, 'total-sum')).toBe(true);
  });

  test('a sheet without a form says what was looked for', async () => {
    const [, note] = sampleWorkbook();
    if (note === undefined) throw new Error('the sample has a second sheet');
    const { session } = await open([note]);
    const { view, announcement } = session.getSnapshot();
    expect(view).toMatchObject({ kind: 'no-form', none: { reason: matching(/表头/) } });
    expect(announcement).toMatch(/^没有找到自评表/);
  });

  test('a form in order has nothing open and says what was checked', async () => {
    const { session } = await open([mendedSampleForm()]);
    const { open: findings, review: form } = formOf(session);
    expect(findings.filter(({ finding }) => finding.severity !== 'info')).toEqual([]);
    expect(form.coverage.checks.length).toBeGreaterThan(0);
  });

  test('a pane that is opened while a cell is being edited waits, says why, and goes on by itself', async () => {
    const excel = openExcel(sampleWorkbook());
    excel.workbook.beginCellEdit(excel.sheet, cell('I42'));
    const session = new Session(excel.host, review);
    sessions.push(session);
    const started = session.start(true);
    await until(() => JSON.stringify(session.getSnapshot().view).includes('正在编辑单元格'), 4_000);
    excel.workbook.endCellEdit('2.93');
    await started;
    expect(formOf(session).open.length).toBeGreaterThan(0);
    expect(excel.sheet.cell(cell('I42')).value).toBe(2.93);
  });

  test('a 核查 during an edit keeps what was found, and the findings catch up when it ends', async () => {
    const { session, workbook, sheet } = await open();
    workbook.beginCellEdit(sheet, cell('I42'));
    const checked = session.check();
    await until(() => session.getSnapshot().stale !== null, 4_000);
    expect(session.getSnapshot().stale).toMatch(/正在编辑单元格/);
    expect(session.getSnapshot().busy).toBeNull();
    expect(formOf(session).open.length).toBeGreaterThan(0);
    workbook.endCellEdit('2.93');
    await checked;
    expect(session.getSnapshot().stale).toBeNull();
    expect(
      formOf(session).open.some(({ finding }) => finding.cell.row === 41 && finding.check === 'score-by-rule'),
    ).toBe(false);
  });

  test('an Excel that refuses during an edit is asked again until it answers', async () => {
    const { session, rich } = await open();
    rich.failNext({ code: 'InvalidOperationInCellEditMode' });
    await session.check();
    expect(session.getSnapshot().stale).toMatch(/正在编辑/);
    await until(() => session.getSnapshot().stale === null, 4_000);
  });

  test('what was refused because of an edit is no longer said when the edit has ended', async () => {
    const { session, workbook, sheet } = await open();
    workbook.beginCellEdit(sheet, cell('A1'));
    await session.marking.annotateAll();
    expect(session.getSnapshot().notice?.text).toMatch(/正在编辑/);
    workbook.endCellEdit('表');
    await until(() => session.getSnapshot().notice === null);
  });

  test('nor when it has ended without a change', async () => {
    const { session, workbook, sheet } = await open();
    workbook.beginCellEdit(sheet, cell('A1'));
    await session.marking.annotateAll();
    await quiet();
    expect(session.getSnapshot().notice?.text).toMatch(/正在编辑/);
    workbook.endCellEdit();
    await until(() => session.getSnapshot().notice === null);
  });

  test('nor in an Excel that refuses instead of waiting', async () => {
    const { session, rich } = await open();
    const refuse = () => rich.failNext({ code: 'InvalidOperationInCellEditMode' });
    refuse();
    const stop = session.subscribe(() => {
      if (session.getSnapshot().notice === null) return;
      stop();
      refuse();
    });
    await session.marking.annotateAll();
    await quiet();
    expect(session.getSnapshot().notice?.text).toMatch(/正在编辑/);
    await until(() => session.getSnapshot().notice === null, 4_000);
  });
});

describe('following the workbook', () => {
  test('an edit shows in the findings within 100 ms of its event', async () => {
    const { session, workbook, sheet } = await open();
    const times: number[] = [];
    // The best of several: other work on the machine is not what is measured.
    for (let i = 0; i < 24 && !(i >= 4 && Math.min(...times) < 100); i += 1) {
      const began = performance.now();
      const wrong = i % 2 === 1;
      workbook.userEdit(sheet, cell('I42'), wrong ? '2.66' : '2.93');
      await until(() => hasFinding(session, 'score-by-rule') === wrong);
      times.push(performance.now() - began);
    }
    expect(Math.min(...times)).toBeLessThan(100);
  });

  test('a burst of edits is one recheck', async () => {
    const { workbook, sheet, reviewed, rich } = await open();
    rich.log.length = 0;
    for (let row = 12; row < 32; row += 1) workbook.userEdit(sheet, { row, column: 8 }, '1');
    await until(() => reviewed.length > 1);
    await quiet();
    expect(reviewed).toHaveLength(2);
    expect(rich.syncs).toHaveLength(1);
  });

  test('rows inserted above leave every finding at its cell', async () => {
    const { session, workbook, sheet } = await open();
    const before = findingOf(session, 'score-by-rule').finding.cell;
    workbook.shift(sheet, 'row', 2, 3);
    await until(() => findingOf(session, 'score-by-rule').finding.cell.row === before.row + 3);
    expect(findingOf(session, 'score-by-rule').finding.cell.column).toBe(before.column);
  });

  test('an open finding stays open over a recheck that moves it', async () => {
    const { session, workbook, sheet, reviewed } = await open();
    const placed = findingOf(session, 'missing-reason');
    const { key } = placed;
    await session.toggle(placed);
    workbook.shift(sheet, 'row', 2, 1);
    await until(() => reviewed.length > 1);
    expect(session.getSnapshot().opened).toBe(key);
  });

  test('an open finding stays open while its own figure is changed, and closes when it is mended', async () => {
    const { session, workbook, sheet } = await open();
    const { key } = findingOf(session, 'score-by-rule');
    await session.toggle(findingOf(session, 'score-by-rule'));
    workbook.userEdit(sheet, cell('I42'), '2.5');
    await until(() => findingOf(session, 'score-by-rule').key !== key);
    expect(session.getSnapshot().opened).toBe(findingOf(session, 'score-by-rule').key);
    workbook.userEdit(sheet, cell('I42'), '2.93');
    await until(() => !hasFinding(session, 'score-by-rule'));
    expect(session.getSnapshot().opened).toBeNull();
  });

  test('the sheet that comes to the front is the one looked at', async () => {
    const { session, workbook } = await open();
    const [first, second] = workbook.sheets;
    if (first === undefined || second === undefined) throw new Error('the sample has two sheets');
    workbook.activate(second);
    await until(() => session.getSnapshot().view.kind === 'no-form');
    expect(session.getSnapshot().sheet?.name).toBe(second.name);
    workbook.activate(first);
    await until(() => session.getSnapshot().view.kind === 'reviewed');
  });

  test('when the sheet is deleted, the one in front instead is looked at', async () => {
    const { session, workbook, sheet } = await open();
    workbook.deleteSheet(sheet);
    await until(() => session.getSnapshot().view.kind === 'no-form');
    expect(session.getSnapshot().sheets).toHaveLength(1);
  });

  test('a closed pane follows nothing', async () => {
    const { session, workbook, sheet, reviewed } = await open();
    await session.close();
    workbook.userEdit(sheet, cell('I42'), '1');
    await quiet();
    expect(reviewed).toHaveLength(1);
  });
});

describe('mending', () => {
  test('a fix is shown before it is written, then written, rechecked once and taken back exactly', async () => {
    const { session, workbook, sheet, reviewed } = await open();
    const before = workbookState(workbook);
    const { finding } = findingOf(session, 'score-by-rule');
    expect(finding.fix).toMatchObject({ cell: cell('I42'), before: '2.66', after: 2.93 });
    expect(workbookState(workbook)).toEqual(before);
    await session.marking.fix(finding);
    expect(sheet.cell(cell('I42')).value).toBe(2.93);
    expect(hasFinding(session, 'score-by-rule')).toBe(false);
    expect(session.getSnapshot()).toMatchObject({ notice: { intent: 'success' }, busy: null });
    await quiet();
    expect(reviewed).toHaveLength(2);
    await session.writing.undo();
    expect(workbookState(workbook)).toEqual(before);
    expect(hasFinding(session, 'score-by-rule')).toBe(true);
    expect(session.getSnapshot().undoable).toEqual([]);
  });

  test('several writings are taken back one by one, the last first', async () => {
    const { session, workbook, sheet } = await open();
    const before = workbookState(workbook);
    await session.marking.fix(findingOf(session, 'score-by-rule').finding);
    await session.marking.fix(findingOf(session, 'total-sum').finding);
    expect(session.getSnapshot().undoable).toHaveLength(2);
    await session.writing.undo();
    expect(sheet.cell(cell('I52')).value).toBe(94.65);
    expect(sheet.cell(cell('I42')).value).toBe(2.93);
    await session.writing.undo();
    expect(workbookState(workbook)).toEqual(before);
  });

  test('what was written into a sheet that is gone keeps nothing earlier from being taken back', async () => {
    const { session, workbook, sheet } = await open(twoForms());
    await session.marking.fix(findingOf(session, 'score-by-rule').finding);
    await bringToFront(session, workbook, '乙表');
    await session.marking.fix(findingOf(session, 'score-by-rule').finding);
    workbook.deleteSheet(workbook.active);
    await until(() => session.getSnapshot().sheet?.name === sheet.name);
    await session.writing.undo();
    expect(session.getSnapshot()).toMatchObject({
      notice: { intent: 'error', text: matching(/所在的工作表已被删除/) },
      undoable: [matching(/2\.93/)],
    });
    await session.writing.undo();
    expect(sheet.cell(cell('I42')).value).toBe(2.66);
  });

  test('a cell that somebody changed meanwhile is left alone and named', async () => {
    const { session, workbook, sheet } = await open();
    const { finding } = findingOf(session, 'score-by-rule');
    await session.marking.fix(finding);
    workbook.userEdit(sheet, cell('I42'), '2.5');
    await session.writing.undo();
    expect(sheet.cell(cell('I42')).value).toBe(2.5);
    expect(session.getSnapshot().notice).toMatchObject({ intent: 'warning', text: matching(/I42/) });
  });

  test('what rows inserted above keep from being taken back is taken back when they are gone', async () => {
    const { session, workbook, sheet } = await open();
    const before = workbookState(workbook);
    await session.marking.fix(findingOf(session, 'total-sum').finding);
    await session.marking.fix(findingOf(session, 'score-by-rule').finding);
    const [earlier, last] = session.getSnapshot().undoable;
    workbook.shift(sheet, 'row', 42, 1);
    workbook.shift(sheet, 'row', 20, 1);
    await quiet();
    await session.writing.undo();
    expect(session.getSnapshot()).toMatchObject({
      notice: { intent: 'warning', text: matching(/没有撤回：I42 .*插入/) },
      undoable: [last, earlier],
    });
    workbook.shift(sheet, 'row', 20, -1);
    workbook.shift(sheet, 'row', 42, -1);
    await quiet();
    await session.writing.undo();
    await session.writing.undo();
    expect(session.getSnapshot().undoable).toEqual([]);
    expect(workbookState(workbook)).toEqual(before);
  });

  test('on a protected sheet nothing is written and the sentence says what to do', async () => {
    const { session, workbook, sheet } = await open();
    workbook.protect(sheet, true);
    const before = workbookState(workbook);
    await session.marking.fix(findingOf(session, 'score-by-rule').finding);
    expect(workbookState(workbook)).toEqual(before);
    expect(session.getSnapshot()).toMatchObject({
      notice: { intent: 'warning', text: matching(/受保护.*撤销工作表保护/) },
      undoable: [],
      busy: null,
    });
  });
});

describe('writing a report', () => {
  const received = (session: Session) => ({
    file: '示例.xlsx',
    form: recordOf(formOf(session).review, 0),
    aside: new Map<string, string>(),
  });

  test('says where it stands and is taken back, an earlier one of this pane restored first', async () => {
    const { session, workbook } = await open();
    const before = JSON.stringify(workbookState(workbook));
    const write = (day: string) =>
      session.attempt('', () => session.writing.writePages([reportSheet(received(session), [], day)]));
    await write('2026年3月2日');
    expect(session.getSnapshot().notice).toMatchObject({ text: '已写入工作表“核查报告”。' });
    expect(session.getSnapshot().sheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name));
    const first = JSON.stringify(workbookState(workbook));
    await write('2026年3月3日');
    await session.writing.undo();
    expect(JSON.stringify(workbookState(workbook)) === first).toBe(true);
    await session.writing.undo();
    expect(session.getSnapshot().notice?.text).toBe('已撤回，删去工作表“核查报告”。');
    expect(JSON.stringify(workbookState(workbook)) === before).toBe(true);
  });

  test('what somebody wrote into it since is not taken away', async () => {
    const { session, workbook } = await open();
    await session.writing.writePages([reportSheet(received(session), [], '2026年3月2日')]);
    const page = workbook.sheet('核查报告');
    if (page === null) throw new Error('no report');
    workbook.userEdit(page, cell('A1'), '给领导看的报告');
    await session.writing.undo();
    expect(session.getSnapshot().notice).toMatchObject({ intent: 'warning', text: matching(/没有删去/) });
    expect(workbook.sheet('核查报告')).not.toBeNull();
  });
});

describe('annotating', () => {
  test('the pane knows of each sheet what of ours stands on it', async () => {
    const { session, workbook, sheet } = await open(twoForms());
    const marks = () => session.getSnapshot().marks;
    await session.marking.showMap(true);
    expect(session.marking.mapIsOld).toBe(false);
    workbook.shift(sheet, 'row', 2, 1);
    workbook.userEdit(sheet, cell('I43'), '2.93');
    await until(() => session.marking.mapIsOld);
    await session.marking.showMap(true);
    expect(session.marking.mapIsOld).toBe(false);
    workbook.userEdit(sheet, cell('I43'), '2.66');
    workbook.shift(sheet, 'row', 2, -1);
    await until(
      () => hasFinding(session, 'score-by-rule') && findingOf(session, 'score-by-rule').finding.cell.row === 41,
    );
    await bringToFront(session, workbook, '乙表');
    expect(marks().mapped).toBe(false);
    await bringToFront(session, workbook, sheet.name);
    expect(marks().mapped).toBe(true);
    // Comments take the place of the colours.
    await session.marking.annotateAll();
    expect(marks().mapped).toBe(false);
    expect(marks().annotated.has('I42')).toBe(true);
    await bringToFront(session, workbook, '乙表');
    expect(marks().annotated.size).toBe(0);
    await bringToFront(session, workbook, sheet.name);
    expect(marks().annotated.has('I42')).toBe(true);
  });

  test('all findings, one of them, and clearing leaves the sheet as it was', async () => {
    const { session, workbook, sheet } = await open();
    const before = workbookState(workbook);
    await session.marking.annotate(findingOf(session, 'score-by-rule'));
    expect(sheet.comments).toHaveLength(1);
    await session.marking.annotate(findingOf(session, 'total-sum'));
    expect(sheet.comments).toHaveLength(2);
    await session.marking.annotateAll();
    const cells = new Set(formOf(session).open.map(({ finding }) => `${finding.cell.row},${finding.cell.column}`));
    expect(sheet.comments).toHaveLength(cells.size);
    await session.marking.clearAnnotations();
    expect(workbookState(workbook)).toEqual(before);
  });

  test('where there was nothing to do, that is said and not told as done', async () => {
    const { session } = await open();
    const intent = () => session.getSnapshot().notice?.intent;
    await session.marking.clearAnnotations();
    expect(intent()).toBe('info');
    await session.marking.annotateAll();
    expect(intent()).toBe('success');
    await session.marking.annotateAll();
    expect(intent()).toBe('info');
    await session.marking.clearAnnotations();
    expect(intent()).toBe('success');
  });

  test('going to a finding selects its cell', async () => {
    const { session, workbook } = await open();
    await session.goTo(cell('I42'));
    expect(workbook.selection).toMatchObject(cell('I42'));
    expect(session.getSnapshot().selected).toEqual(cell('I42'));
  });
});

describe('setting aside', () => {
  test('a finding set aside is listed with its reason, is not annotated, and comes back when restored', async () => {
    const { session, sheet } = await open();
    const { key } = findingOf(session, 'score-by-rule');
    await session.setAside(key, ' 已与填报单位沟通 ');
    expect(hasFinding(session, 'score-by-rule')).toBe(false);
    expect(formOf(session).aside).toMatchObject([{ key, reason: '已与填报单位沟通' }]);
    await session.marking.annotateAll();
    expect(sheet.commentAt(cell('I42'))).toBeNull();
    await session.restore(key);
    expect(hasFinding(session, 'score-by-rule')).toBe(true);
  });

  test('what an earlier version kept under its sentences stays set aside, and comes back when restored', async () => {
    const { session, host } = await open();
    const { key, formerKey } = findingOf(session, 'score-by-rule');
    const name = session.getSnapshot().sheet?.name;
    await session.close();
    await host.saveSetting('zipingbiao.setAside', [{ sheet: name, key: formerKey, reason: '已核实' }]);
    const next = new Session(host, review);
    sessions.push(next);
    await next.start(true);
    expect(formOf(next).aside).toMatchObject([{ key, reason: '已核实' }]);
    await next.restore(key);
    expect(hasFinding(next, 'score-by-rule')).toBe(true);
  });

  test('it is kept in the workbook for the next pane, also when rows move and the sheet is renamed', async () => {
    const { session, workbook, sheet, host } = await open();
    await session.setAside(findingOf(session, 'missing-reason').key, '按本地评分办法执行');
    workbook.renameSheet(sheet, '2021年自评表');
    workbook.shift(sheet, 'row', 2, 2);
    await until(() => session.getSnapshot().sheet?.name === '2021年自评表');
    await session.close();
    const next = new Session(host, review);
    sessions.push(next);
    await next.start(true);
    expect(formOf(next).aside).toMatchObject([{ reason: '按本地评分办法执行' }]);
  });

  test('it follows a sheet whose new name Excel does not tell, to which the officer comes back or asks for 核查', async () => {
    const { session, workbook, sheet, host } = await open(twoForms());
    await session.setAside(findingOf(session, 'missing-reason').key, '按本地评分办法执行');
    await session.answerColumn({ role: 'stated', column: 8 });
    // As an Excel before 1.17: nothing is told of the new name.
    Object.assign(sheet, { name: '新名' });
    await session.check();
    expect(formOf(session).aside).toMatchObject([{ reason: '按本地评分办法执行' }]);
    expect(session.hasAnsweredColumns).toBe(true);
    Object.assign(sheet, { name: '又改名' });
    await bringToFront(session, workbook, '乙表');
    expect(await host.loadSetting('zipingbiao.setAside')).toMatchObject([{ sheet: '又改名' }]);
    expect(await host.loadSetting('zipingbiao.columns')).toMatchObject([{ sheet: '又改名' }]);
  });

  test('it is heeded also where the workbook gives its settings later than the sheet', async () => {
    const { session, host } = await open();
    await session.setAside(findingOf(session, 'score-by-rule').key, '已核实');
    await session.close();
    const load = host.loadSetting.bind(host);
    const spy = jest.spyOn(host, 'loadSetting').mockImplementation(async (key) => {
      const stored = await load(key);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return stored;
    });
    const next = new Session(host, review);
    sessions.push(next);
    await next.start(true);
    spy.mockRestore();
    expect(formOf(next).aside).toMatchObject([{ reason: '已核实' }]);
  });

  test('a finding whose figures have changed since comes back', async () => {
    const { session, workbook, sheet, reviewed } = await open();
    await session.setAside(findingOf(session, 'score-by-rule').key, '已核实');
    workbook.userEdit(sheet, cell('I42'), '2.5');
    await until(() => reviewed.length > 1);
    expect(hasFinding(session, 'score-by-rule')).toBe(true);
  });

  test('rubbish under our key in the workbook is passed over', async () => {
    const excel = openExcel([sampleForm()]);
    await excel.host.saveSetting('zipingbiao.setAside', [{ sheet: 1 }, 'x', null, { __proto__: [] }]);
    const session = new Session(excel.host, review);
    sessions.push(session);
    await session.start(false);
    expect(formOf(session).aside).toEqual([]);
  });
});
