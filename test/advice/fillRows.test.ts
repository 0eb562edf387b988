import { Decimal } from 'decimal.js';
import {
  acceptedInWords,
  basisPlan,
  blockFacts,
  cellOf,
  draftPlan,
  factsInWords,
  fillRows,
  nextOwed,
  objection,
  openLines,
  owed,
  partedRows,
  placeDraft,
  proposalFor,
  debtsInWords,
  rowAt,
  scorePlan,
} from '../../src/advice/filling';
import { formatAddress } from '../../src/sheet/address';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { departmentForm } from '../support/department';
import { reviewed, rowNamed } from '../support/filling';
import { sheet, type TestCell } from '../support/sheet';
import { funded, training, trainingIn } from '../fixtures/training';

const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];

/** A form of 50 + 50 points without money; columns behind the score as given. */
function form(columns: readonly string[], ...rows: readonly TestCell[][]): SheetSnapshot {
  return sheet([['项目支出绩效自评表'], [...HEAD, ...columns], ...rows]);
}

const WINDOWS: TestCell[] = ['产出指标', '数量指标', '建设窗口数量', '≥10个', '8个', 50, 40];
const COVERED: TestCell[] = ['效益指标', '社会效益', '群众办事覆盖率', '≥90%', '95%', 50, 50];
const REASON = { reason: '甲。', improvement: '' };

const rowsOf = (snapshot: SheetSnapshot) => fillRows(reviewed(snapshot));
const row = (snapshot: SheetSnapshot, name: string) => rowNamed(owed(reviewed(snapshot)), name).row;

describe('the rows that are filled in', () => {
  test('a budget without a score is one where its execution is to be explained', () => {
    const columns = ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '执行率'];
    const money = (label: string, heading: string | null) => [
      [...columns, heading],
      [null, label, 100, 100, 80, '80%', null],
    ];
    const withMoney = (label: string, heading: string | null) =>
      rowsOf(sheet([['项目支出绩效自评表'], ...money(label, heading), HEAD, WINDOWS, COVERED]));
    const budget = withMoney('年度资金总额', '偏差原因').find(({ kind }) => kind === 'budget');
    expect(budget).toMatchObject({ name: '预算执行情况', row: 2, weight: null, stated: null });
    expect(withMoney('其中：财政拨款', '偏差原因').find(({ kind }) => kind === 'budget')).toMatchObject({
      row: 2,
      label: null,
    });
    expect(withMoney('年度资金总额', null).map(({ kind }) => kind)).toEqual(['item', 'item']);
  });

  test('without a row for the total and without one for money there are only the indicators', () => {
    expect(rowsOf(training(null, {}, { total: null, budget: null })).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => 'item'),
    );
  });

  test('two rows of one name below one heading have keys of their own', () => {
    const keys = rowsOf(form([], WINDOWS, WINDOWS)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  test('a weight that is no figure is none; a form without a column for reasons has no heading for them', () => {
    expect(row(form([], [...WINDOWS.slice(0, 5), '/', 40], COVERED), '窗口')).toMatchObject({
      weight: null,
      evidence: null,
      heading: '',
    });
  });
});

describe('what is owed', () => {
  test('an indicator without headings above it is listed below 指标', () => {
    const snapshot = sheet([
      ['项目支出绩效自评表'],
      ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['建设窗口数量', '≥10个', '10个', 50, null],
      ['群众办事覆盖率', '≥90%', '95%', 50, 50],
    ]);
    expect(owed(reviewed(snapshot)).groups.map(({ name }) => name)).toEqual(['指标']);
  });

  test('low spending without its reason', () => {
    const columns = ['项目资金（万元）', null, '全年预算数', '全年执行数', '分值', '执行率', '得分', '偏差原因'];
    const money = [null, '年度资金总额', 100, 80, 10, '80%', 8, null];
    const snapshot = sheet([['项目支出绩效自评表'], columns, money, HEAD, WINDOWS, COVERED]);
    expect(rowNamed(owed(reviewed(snapshot)), '预算执行率').debts).toContain('execution');
  });

  test('a bonus whose points stand in its text is owed', () => {
    const bonus = { name: '工作受表彰或批评', weight: 5, bonus: true, level1: '加减分项', level2: '加减分' };
    const owedFor = (evidence: string) =>
      rowNamed(owed(reviewed(trainingIn('L1', { rows: [{ ...bonus, evidence }], budget: null, total: null }))), '表彰')
        .debts;
    expect(owedFor('获得市级表彰1次，得2.5分。')).toContain('score');
    expect(owedFor('没有受到表彰，得0分。')).not.toContain('score');
  });

  test('the last that owes comes before nothing chosen, and a row is found by its place', () => {
    const progress = owed(reviewed(form(['偏差原因'], [...WINDOWS, null], COVERED)));
    expect(nextOwed(progress, null, -1)?.row.name).toBe('建设窗口数量');
    expect(rowAt(progress, { row: 2, column: 0 })?.row.name).toBe('建设窗口数量');
    expect(rowAt(progress, { row: 0, column: 0 })).toBeNull();
  });

  test('it is paid at the score, at the text, or nowhere', () => {
    const cells = owed(reviewed(departmentForm({ shortfall: '' }))).rows.map((one) => cellOf({ ...one, debts: [] }));
    expect(cells).not.toContain(null);
    const nowhere = rowsOf(sheet([HEAD.slice(0, 5), WINDOWS.slice(0, 5), COVERED.slice(0, 5)]));
    expect(nowhere.map((one) => cellOf({ row: one, debts: [] }))).toEqual([null, null]);
  });
});

describe('what is written', () => {
  test('nothing where the form has no cell for it', () => {
    const snapshot = sheet([HEAD.slice(0, 5), WINDOWS.slice(0, 5), COVERED.slice(0, 5)]);
    const windows = row(snapshot, '窗口');
    expect(scorePlan(snapshot, windows, new Decimal(1))).toBeNull();
    expect(draftPlan(snapshot, windows, ['reason'], REASON)).toBeNull();
    expect(basisPlan(snapshot, windows, '已建成8个。')).toBeNull();
    expect(openLines(snapshot, windows)).toEqual([]);
  });

  test('nothing for an empty draft', () => {
    const snapshot = form(['偏差原因'], WINDOWS, COVERED);
    expect(draftPlan(snapshot, row(snapshot, '窗口'), [], { reason: '', improvement: '' })).toBeNull();
  });

  const after = (heading: string, text: string | null, draft = REASON) => {
    const snapshot = form([heading], [...WINDOWS, text], COVERED);
    return draftPlan(snapshot, row(snapshot, '窗口'), ['reason'], draft)?.edits[0]?.after;
  };

  test.each([
    ['a column for reasons alone', '扣分原因', null, '甲。'],
    ['behind other text', '扣分原因', '已建成8个。', '已建成8个。\n未达标原因：甲。'],
    ['a column for the basis, by its own word', '评分依据及扣分原因', null, '扣分原因：甲。'],
    ['a column for the basis that names no reason', '评分依据和说明', null, '未达标原因：甲。'],
  ])('a reason in %s', (_, heading, text, written) => expect(after(heading, text)).toBe(written));

  test('an improvement alone, and behind what its own column holds', () => {
    const draft = { reason: '', improvement: '乙。' };
    expect(after('偏差原因及改进措施', null, draft)).toBe('改进措施：乙。');
    const snapshot = form(['扣分原因', '改进措施'], [...WINDOWS, '场地紧张。', '已立项。'], COVERED);
    const plan = draftPlan(snapshot, row(snapshot, '窗口'), ['improvement'], draft);
    expect(plan?.edits.map((edit) => edit.after)).toEqual(['已立项。\n乙。']);
  });

  test('a column for improvements alone is found open like any other', () => {
    const snapshot = form(['改进措施'], [...WINDOWS, '【请填写：怎样做】'], COVERED);
    expect(openLines(snapshot, row(snapshot, '窗口'))).toHaveLength(1);
  });

  test('a second answer in a cell keeps its label', () => {
    expect(placeDraft('已建成8个。', REASON, { reason: '', improvement: '' })).toBe('已建成8个。\n未达标原因：甲。');
  });

  const facts = (heading: string, evidence: string) => {
    const snapshot = departmentForm({
      managed: [{ name: '预算完成率', evidence }],
      budget: [1000, 900],
      heading,
    });
    const sentence = factsInWords(blockFacts(reviewed(snapshot).form));
    return basisPlan(snapshot, row(snapshot, '预算完成率'), sentence)?.edits[0]?.after;
  };

  test('the money of the year as the basis of a score, in the words of its column', () => {
    const sentence = '全年预算数为1000元，全年执行数为900元，预算执行率为90%。';
    expect(facts('评分依据、未达标原因、改进措施', '无')).toBe(`评分依据：${sentence}`);
    expect(facts('情况说明', '已支付。')).toBe(`已支付。\n${sentence}`);
    expect(facts('情况说明', '长'.repeat(32_760))).toBeUndefined();
  });

  test('no facts of the money where no budget can be told', () => {
    expect(blockFacts(reviewed(training(null, {}, { budget: null })).form)).toEqual([]);
    expect(blockFacts(reviewed(funded({ budget: 0, spent: 0 })).form)).toEqual([]);
  });
});

describe('what may be entered', () => {
  const proposal = (snapshot: SheetSnapshot, kind: string) => {
    const filled = reviewed(snapshot);
    const found = fillRows(filled).find((one) => one.kind === kind);
    return found === undefined ? undefined : proposalFor(found, filled);
  };

  test('a total is the sum of the scores, and nothing while there are none', () => {
    expect(proposal(training(), 'total')?.value?.toString()).toBe('100');
    const none = trainingIn('L2', {
      rows: [{ level1: '产出指标', name: '培训人次', target: '≥200人次' }],
      budget: null,
    });
    expect(proposal(none, 'total')).toBeNull();
  });

  test('nothing for a row without a score or a weight', () => {
    expect(proposal(trainingIn('L10', { budget: null }), 'item')).toBeNull();
    expect(proposal(form([], [...WINDOWS.slice(0, 5), '/', 40], COVERED), 'item')).toBeNull();
  });

  test('no score where the form states what is taken off instead', () => {
    const taken = sheet([
      ['绩效自评表'],
      ['指标名称', '目标值', '完成值', '分值', '扣分'],
      ['培训人次', '≥200人次', '180人次', 60, 3],
      ['知晓率', '≥90%', '90%', 40, 0],
      ['合计', null, null, 100, 3],
    ]);
    expect(proposal(taken, 'item')).toBeNull();
    expect(reviewed(taken).findings.filter(({ check }) => check === 'score-by-rule')).toMatchObject([
      { cell: { row: 2, column: 4 }, expected: '54', found: '57' },
    ]);
    expect(reviewed(taken).findings.flatMap(({ fix }) => fix ?? [])).toEqual([]);
  });

  test('a bonus may take points as well', () => {
    const bonus = { name: '工作受表彰或批评', weight: 5, bonus: true, level1: '加减分项', level2: '加减分' };
    const found = proposal(trainingIn('L1', { rows: [bonus], budget: null, total: null }), 'bonus');
    expect([found?.low.toString(), found?.high.toString()]).toEqual(['-5', '5']);
  });

  const range = (low: number, high = low, openHigh = false) => ({
    low: new Decimal(low),
    high: new Decimal(high),
    openHigh,
  });

  test.each([
    [[range(2.94)], '2.94 分'],
    [[range(8, 10)], '8 到 10 分'],
    [[range(6, 8, true)], '6 到 8（不含） 分'],
    [[range(0), range(2.5), range(5)], '0、2.5 或 5 分'],
  ])('is said: %#', (accepted, words) => expect(acceptedInWords(accepted)).toBe(words));

  test('points at an open end are objected to, any points where the rule says nothing are not', () => {
    const bounds = {
      value: null,
      origin: 'judged' as const,
      arithmetic: null,
      low: new Decimal(0),
      high: new Decimal(10),
    };
    const band = { ...bounds, accepted: [range(6, 8, true)] };
    expect(objection(new Decimal(8), band)).toBe('按规则应为 6 到 8（不含） 分。');
    expect(objection(new Decimal('7.99'), band)).toBeNull();
    expect(objection(new Decimal(3), { ...bounds, accepted: [] })).toBeNull();
  });
});

describe('rows that were sorted', () => {
  test('a heading that comes twice', () => {
    const again = ['产出指标', '质量指标', '验收合格率', '≥90%', '95%', 10, 10];
    expect(partedRows(reviewed(form([], WINDOWS, COVERED, again)).form)).toMatch(/^“产出指标”在表中出现两次，/);
  });

  test('an indicator before the first heading', () => {
    const alone = [null, null, '验收合格率', '≥90%', '95%', 10, 10];
    expect(partedRows(reviewed(form([], alone, WINDOWS, COVERED)).form)).toMatch(/^有指标排在所有一级指标之前，/);
  });
});

describe('the head of a form', () => {
  const owedIn = (...head: TestCell[][]) =>
    owed(reviewed(sheet([...head, [...HEAD, '偏差原因'], [...WINDOWS, null], [...COVERED, null]])))
      .rows.filter(({ row: { kind } }) => kind === 'head')
      .map((one) => `${formatAddress(cellOf(one) ?? { row: 0, column: 0 })} ${debtsInWords(one)}`);
  const TITLE: TestCell[] = ['项目支出绩效自评表'];

  test('owes all that is asked for in an empty one', () => {
    const empty = owedIn(
      TITLE,
      ['（    年度）'],
      ['项目名称', null],
      ['主管部门', null, '实施单位', null],
      ['年度总体目标', '预期目标', null, '实际完成情况'],
      [null, null, null, null],
    );
    expect(empty).toEqual(['A2 年度', 'B3 项目名称', 'B4 主管部门', 'D4 实施单位', 'C5 预期目标', 'E5 实际完成情况']);
  });

  test('owes a blank text below its label where the label beside it has its answer there', () => {
    const half = [
      ['年度总体目标', '实际完成情况'],
      ['新建2个窗口。', null],
    ];
    expect(owedIn(TITLE, ['（2022年度）'], ...half)).toEqual(['B4 实际完成情况']);
  });

  test.each<[string, TestCell[][]]>([
    [
      'filled in',
      [['（2022年度）'], ['主管部门', '市文旅局', '实施单位', '市图书馆'], ['年度总体目标', '新建2个窗口。']],
    ],
    [
      'with answers below their labels',
      [['（2022年度）'], ['预期目标', null, '实际完成情况'], ['新建2个。', null, '已建2个。']],
    ],
    ['that numbers its parts', [['（2022年度）'], ['三、目标完成情况', '预期目标'], [null, '新建2个窗口。']]],
    ['whose title has the year', [['2022年度项目支出绩效自评表'], ['年度', '2022']]],
  ])('owes nothing %s', (_, head) => expect(owedIn(TITLE, ...head)).toEqual([]));

  test('is looked at field by field, the rest of a row as before', () => {
    const progress = owed(
      reviewed(sheet([TITLE, ['主管部门', null, '实施单位', null], [...HEAD, '偏差原因'], [...WINDOWS, null]])),
    );
    const nameAt = (column: number) => rowAt(progress, { row: 1, column })?.row.name;
    expect([nameAt(1), nameAt(3)]).toEqual(['主管部门', '实施单位']);
  });
});

describe('the name of the project', () => {
  const named = (...head: TestCell[][]) => {
    const snapshot = sheet([
      ['项目支出绩效自评表'],
      ...head,
      [...HEAD, '偏差原因'],
      [...WINDOWS, null],
      [...COVERED, null],
    ]);
    return owed(reviewed(snapshot)).rows.filter(({ row: { kind } }) => kind === 'head');
  };

  test.each<[string, TestCell[][], string]>([
    ['nothing beside its label', [['项目名称', null, null]], 'B2'],
    ['the next label beside it', [['项目名称', null, '主管部门', '市文旅局']], 'B2'],
    [
      'a label with a colon',
      [
        ['实施单位', '市图书馆'],
        ['项目名称：', null],
      ],
      'B3',
    ],
  ])('is owed where there is %s', (_, head, cell) => {
    const [found] = named(...head);
    expect(found?.debts).toEqual(['head']);
    expect(found === undefined ? null : formatAddress(cellOf(found) ?? { row: 0, column: 0 })).toBe(cell);
  });

  test.each<[string, TestCell[][]]>([
    ['it stands beside its label', [['项目名称', '图书馆免费开放']]],
    ['it stands further right', [['项目名称', null, '图书馆免费开放']]],
    ['it follows the colon', [['项目名称：图书馆免费开放', null]]],
    ['the form asks for none', [['单位名称', '市图书馆']]],
  ])('is not owed where %s', (_, head) => expect(named(...head)).toEqual([]));
});
