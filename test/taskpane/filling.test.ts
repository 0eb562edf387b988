import { Decimal } from 'decimal.js';
import type { OwedRow, Progress } from '../../src/advice/filling';
import { proposalFor } from '../../src/advice/filling';
import { newForm, PROJECT } from '../../src/advice/newForm';
import { review } from '../../src/review';
import { parseAddress } from '../../src/sheet/address';
import type { CellRef } from '../../src/sheet/snapshot';
import { fillingOf, progressIn, type Filling } from '../../src/taskpane/fill/filling';
import { Session } from '../../src/taskpane/session/session';
import type { FormView } from '../../src/taskpane/session/state';
import { workbookState } from '../../src/workbench/emulator';
import { sampleForm, sampleWorkbook } from '../../src/workbench/sample';
import { openExcel, type TestExcel } from '../support/excel';
import { quiet, until } from '../support/waiting';
import { sortRows } from '../support/sortRows';
import { userComment } from '../support/recordedHost';

const sessions: Session[] = [];
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.close()));
});

function cell(address: string): CellRef {
  const found = parseAddress(address);
  if (found === null) throw new Error(address);
  return found;
}

interface Opened extends TestExcel {
  readonly session: Session;
  readonly filling: Filling;
  readonly counted: { reviews: number };
}

async function open(sheets = sampleWorkbook()): Promise<Opened> {
  const excel = openExcel(sheets);
  const counted = { reviews: 0 };
  const session = new Session(excel.host, (snapshot, settings) => {
    counted.reviews += 1;
    return review(snapshot, settings);
  });
  sessions.push(session);
  await session.start(true);
  counted.reviews = 0;
  return { ...excel, session, filling: fillingOf(session), counted };
}

function formOf(session: Session): FormView {
  const { view } = session.getSnapshot();
  const form = view.kind === 'reviewed' ? view.forms[view.chosen] : undefined;
  if (form === undefined) throw new Error(`no form, but ${view.kind}`);
  return form;
}

const progressOf = (session: Session): Progress => progressIn(formOf(session).review);

function rowOf(session: Session, words: string): OwedRow {
  const found = progressOf(session).rows.find(({ row }) => row.name.includes(words));
  if (found === undefined) throw new Error(words);
  return found;
}

const HOTLINE = '非因不可抗力';
const PURCHASE = '政府采购执行率';

const valueOf = (session: Session) =>
  proposalFor(rowOf(session, HOTLINE).row, formOf(session).review)?.value?.toString();

describe('live', () => {
  test('the score grows as the actual value is typed', async () => {
    const { session, workbook, sheet } = await open();
    for (const [actual, score] of [
      ['80%', '2.49'],
      ['90%', '2.8'],
      ['95%', '2.96'],
    ] as const) {
      workbook.userEdit(sheet, cell('H42'), actual);
      await until(() => valueOf(session) === score);
    }
  });

  test.each([
    [
      'a paste of 40 rows',
      ({ workbook, sheet }: Opened) =>
        workbook.userPaste(
          sheet,
          cell('I12'),
          Array.from({ length: 40 }, (_, at) => [at === 21 ? '得分/自评分' : '2']),
        ),
      'I42',
    ],
    [
      'a fill down',
      ({ workbook, sheet }: Opened) => {
        for (let row = 33; row < 50; row += 1) workbook.userEdit(sheet, { row, column: 8 }, '2.94');
      },
      'I42',
    ],
    [
      'a sort',
      ({ workbook, sheet }: Opened) =>
        sortRows(workbook, sheet, { row: 33, column: 4, rowCount: 17, columnCount: 6 }, 4),
      null,
    ],
    [
      'an undo',
      ({ workbook, sheet }: Opened) => {
        workbook.userEdit(sheet, cell('I42'), '1');
        workbook.userEdit(sheet, cell('I42'), '2.66');
      },
      'I42',
    ],
    ['deleted rows', ({ workbook, sheet }: Opened) => workbook.shift(sheet, 'row', 38, -2), 'I40'],
    ['inserted columns', ({ workbook, sheet }: Opened) => workbook.shift(sheet, 'column', 6, 2), 'K42'],
  ] as const)('%s gives one recheck, and the right cells', async (_, change, address) => {
    const opened = await open();
    const { session, counted, sheet, filling } = opened;
    change(opened);
    await until(() => counted.reviews > 0);
    await quiet();
    expect(counted.reviews).toBe(1);
    const owed = rowOf(session, HOTLINE);
    const at = owed.row.stated?.at ?? cell('A1');
    if (address !== null) expect(at).toEqual(cell(address));
    expect(sheet.cell({ row: at.row, column: 4 }).value).toMatch(/^二、2、/);
    await filling.enterScore(owed, new Decimal('2.93'));
    expect(sheet.cell(at).value).toBe(2.93);
  });

  test('our own writing is read once, by the click that wrote it', async () => {
    const { session, filling, counted } = await open();
    await filling.enterScore(rowOf(session, HOTLINE), new Decimal('2.93'));
    await quiet();
    expect(counted.reviews).toBe(1);
  });
});

describe('two people at once', () => {
  test('a score that a co-author entered meanwhile is not written over; the officer is asked', async () => {
    const { session, filling, workbook, sheet } = await open();
    const owed = rowOf(session, HOTLINE);
    workbook.userEdit(sheet, cell('I42'), '2.5', 'remote');
    await filling.enterScore(owed, new Decimal('2.93'));
    expect(sheet.cell(cell('I42')).value).toBe(2.5);
    expect(filling.isConflict(owed.row.key)).toBe(true);
    expect(session.getSnapshot().notice).toMatchObject({ intent: 'warning' });
    await filling.enterScore(rowOf(session, HOTLINE), new Decimal('2.93'));
    expect(sheet.cell(cell('I42')).value).toBe(2.93);
    expect(filling.isConflict(owed.row.key)).toBe(false);
  });

  test('a row that a co-author moved is not written into, though the cell there is as empty', async () => {
    const { session, filling, workbook, sheet } = await open();
    workbook.userEdit(sheet, cell('I41'), '');
    workbook.userEdit(sheet, cell('I42'), '');
    await until(() => rowOf(session, HOTLINE).debts.includes('score'));
    const owed = rowOf(session, HOTLINE);
    workbook.shift(sheet, 'row', 20, 1, 'remote');
    const before = workbookState(workbook);
    await filling.enterScore(owed, new Decimal('2.93'));
    expect(workbookState(workbook)).toEqual(before);
    await filling.enterScore(rowOf(session, HOTLINE), new Decimal('2.93'));
    expect(sheet.cell(cell('I43')).value).toBe(2.93);
  });

  test('a text of theirs is kept, and ours comes behind it when asked again', async () => {
    const { session, filling, workbook, sheet } = await open();
    const owed = rowOf(session, PURCHASE);
    const boxes = filling.boxes(owed, progressOf(session));
    workbook.userEdit(sheet, cell('J27'), '评分依据：同事补充。', 'remote');
    await filling.enterTexts(owed, boxes);
    expect(sheet.cell(cell('J27')).value).toBe('评分依据：同事补充。');
    await filling.enterTexts(rowOf(session, PURCHASE), boxes);
    expect(sheet.cell(cell('J27')).value).toMatch(/^评分依据：同事补充。\n未达标原因：.*\n改进措施：/);
  });
});

describe('writing', () => {
  test('every writing can be taken back, the last first, to the very start', async () => {
    const { session, filling, workbook } = await open();
    const before = workbookState(workbook);
    await filling.enterScore(rowOf(session, HOTLINE), new Decimal('2.93'));
    await filling.enterTexts(rowOf(session, PURCHASE), filling.boxes(rowOf(session, PURCHASE), progressOf(session)));
    const blank = rowOf(session, PURCHASE);
    expect(blank.debts).toEqual(['blank']);
    const [box, ...others] = filling.boxes(blank, progressOf(session));
    if (box === undefined) throw new Error('no line to complete');
    const text = box.text.replace(/【[^】]*】/g, '两个项目推迟招标');
    await filling.enterTexts(blank, [{ ...box, text }, ...others]);
    expect(session.getSnapshot().undoable).toHaveLength(3);
    for (let left = 3; left > 0; left -= 1) await session.writing.undo();
    expect(workbookState(workbook)).toEqual(before);
  });

  test('a locked cell is named, and a text that was typed can be copied', async () => {
    const { session, filling, workbook, sheet } = await open();
    workbook.protect(sheet, true);
    const before = workbookState(workbook);
    const told = () => session.getSnapshot().notice?.text;
    await filling.enterScore(rowOf(session, HOTLINE), new Decimal('2.93'));
    expect(told()).toMatch(/^没有写入 I42：工作表“自评表”受保护，.*后再试。$/);
    const row = rowOf(session, PURCHASE);
    const boxes = filling.boxes(row, progressOf(session)).map((box) => ({ ...box, text: '两个项目推迟招标' }));
    await filling.enterTexts(row, boxes);
    expect(told()).toMatch(/^没有写入 J27：.*后再试。填的文字可以先复制/);
    expect(workbookState(workbook)).toEqual(before);
  });
});

describe('a draft that was begun', () => {
  async function begun() {
    const opened = await open();
    const { session, filling } = opened;
    const owed = rowOf(session, PURCHASE);
    const [box] = filling.boxes(owed, progressOf(session));
    if (box === undefined) throw new Error('no draft');
    filling.edit(owed, box, '写到一半');
    const texts = () => filling.boxes(rowOf(session, PURCHASE), progressOf(session)).map(({ text }) => text);
    return { ...opened, texts };
  }

  test('is kept while the sheet is renamed and its rows move', async () => {
    const { session, workbook, sheet, texts } = await begun();
    workbook.renameSheet(sheet, '改名');
    workbook.shift(sheet, 'row', 2, 1);
    await until(() => session.getSnapshot().sheet?.name === '改名');
    expect(texts()[0]).toBe('写到一半');
  });

  test('is kept while another sheet is in front, and shown with its name when its sheet is gone', async () => {
    const { session, workbook, sheet, filling, texts } = await begun();
    const [, second] = workbook.sheets;
    if (second === undefined) throw new Error('the sample has two sheets');
    workbook.activate(second);
    await until(() => session.getSnapshot().view.kind === 'no-form');
    workbook.activate(sheet);
    await until(() => session.getSnapshot().view.kind === 'reviewed');
    expect(texts()[0]).toBe('写到一半');
    workbook.deleteSheet(sheet);
    await until(() => session.getSnapshot().view.kind === 'no-form');
    expect([...filling.getSnapshot().drafts.values()]).toMatchObject([{ sheet: '自评表', name: PURCHASE }]);
  });

  test('is shown beside another form when its sheet is gone, and beside its own when its row is', async () => {
    const form = sampleForm();
    const { session, filling, workbook, sheet } = await open([
      form,
      { ...form, snapshot: { ...form.snapshot, name: '乙表' } },
    ]);
    const begin = () => {
      const owed = rowOf(session, PURCHASE);
      const [box] = filling.boxes(owed, progressOf(session));
      if (box !== undefined) filling.edit(owed, box, '写到一半');
    };
    begin();
    expect(filling.unplaced()).toEqual([]);
    workbook.userEdit(sheet, cell('E27'), '公务用车执行率');
    await until(() => filling.unplaced().length === 1);
    workbook.userEdit(sheet, cell('E27'), PURCHASE);
    await until(() => filling.unplaced().length === 0);
    workbook.deleteSheet(sheet);
    await until(() => session.getSnapshot().sheet?.name === '乙表' && session.getSnapshot().view.kind === 'reviewed');
    expect(filling.unplaced()).toMatchObject([[expect.anything(), { sheet: '自评表', name: PURCHASE }]]);
    begin();
    expect(filling.unplaced()).toHaveLength(1);
  });

  test('is there again as soon as its wording comes round, whatever the other answer has come to', async () => {
    const { session, filling, texts } = await begun();
    const owed = rowOf(session, PURCHASE);
    const seen: string[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      filling.reword(owed);
      seen.push(texts()[0] ?? '');
    }
    const [round] = [...seen.keys()].filter((at) => seen[at] === '写到一半');
    expect(round).toBeDefined();
    expect(new Set(seen.slice(0, round)).size).toBe(round);
  });

  test('gives way to another wording when asked', async () => {
    const { session, filling, texts } = await begun();
    const [first] = texts();
    filling.reword(rowOf(session, PURCHASE));
    expect(texts()[0]).not.toBe(first);
    expect(texts()[0]).toContain('【请填写');
  });

  test('is there again when its wording comes round', async () => {
    const { session, filling, texts } = await begun();
    expect(texts()[0]).toBe('写到一半');
    const seen: string[] = [];
    do {
      filling.reword(rowOf(session, PURCHASE));
      seen.push(texts()[0] ?? '');
    } while (texts()[0] !== '写到一半' && seen.length < 30);
    expect(texts()[0]).toBe('写到一半');
    expect(seen.length).toBeGreaterThan(1);
  });
});

describe('prompts in the cells', () => {
  test('stand where something is owed, go when it is paid, and leave everybody else’s alone', async () => {
    const { filling, workbook, sheet } = await open();
    userComment(workbook, sheet, cell('I42'), '请再核实', '科长');
    const before = workbookState(workbook);
    await filling.showPrompts(true);
    expect(sheet.comments.length).toBeGreaterThan(3);
    const at = () => sheet.commentAt(cell('J27'))?.content ?? '';
    expect(at()).toMatch(/还欠未达标原因、改进措施/);
    workbook.userEdit(sheet, cell('J27'), '未达标原因：招标推迟。改进措施：提前启动招标。');
    await until(() => at() === '');
    expect(sheet.commentAt(cell('I42'))?.content).toBe('请再核实');
    workbook.userEdit(sheet, cell('J27'), '');
    await until(() => at() !== '');
    await filling.showPrompts(false);
    await quiet();
    const after = workbookState(workbook) as readonly { readonly comments: unknown }[];
    expect(after[0]?.comments).toEqual((before as readonly { readonly comments: unknown }[])[0]?.comments);
  });
});

test('prompts stand on the sheet for which they were asked, and take the place of what 核查 wrote there', async () => {
  const form = sampleForm();
  const { session, filling, workbook, sheet } = await open([
    form,
    { ...form, snapshot: { ...form.snapshot, name: '乙表' } },
  ]);
  const other = workbook.sheets[1];
  if (other === undefined) throw new Error('one sheet');
  const front = async (shown: typeof sheet) => {
    workbook.activate(shown);
    await until(() => session.getSnapshot().sheet?.id === shown.id && session.getSnapshot().view.kind === 'reviewed');
    await quiet();
  };
  await session.marking.annotateAll();
  await filling.showPrompts(true);
  expect(session.getSnapshot()).toMatchObject({ marks: { prompting: true }, notice: { intent: 'success' } });
  expect(session.getSnapshot().marks.annotated.size).toBe(0);
  await front(other);
  expect(session.getSnapshot().marks.prompting).toBe(false);
  expect(other.comments).toEqual([]);
  await front(sheet);
  expect(session.getSnapshot().marks.prompting).toBe(true);
  await filling.showPrompts(false);
  expect(sheet.comments).toEqual([]);
});

test('a new form is begun in a sheet of its own and looked at', async () => {
  const { session, workbook } = await open();
  expect(session.writing.canBeginForms).toBe(true);
  await session.writing.beginForm(newForm(PROJECT));
  expect(session.getSnapshot()).toMatchObject({ tab: 'fill', sheet: { name: '项目支出自评表' } });
  expect(progressOf(session).all).toBe(11);
  expect(workbook.sheets).toHaveLength(3);
});
