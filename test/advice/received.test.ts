import { doubtsAmong, goesBack, openCount, organisationName, type ReceivedForm } from '../../src/advice/batch';
import { titleOfAll } from '../../src/advice/commonProblems';
import { compareForms } from '../../src/compare/versions';
import { chineseNumber, linesOfText, memoFor, memoLines, memoText } from '../../src/advice/memo';
import { recordOf } from '../../src/advice/record';
import { summarySheets } from '../../src/advice/summary';
import { styledAreas } from '../../src/advice/reportSheet';
import { CHECKS } from '../../src/checks';
import { review } from '../../src/review';
import { sampleForm } from '../../src/workbench/sample';
import { mendedSampleForm } from '../fixtures/mendedSample';

function received(
  snapshot: ReturnType<typeof sampleForm>['snapshot'],
  change: Partial<ReceivedForm['form']> = {},
): ReceivedForm {
  const [form] = review(snapshot).forms;
  if (form === undefined) throw new Error('no form');
  return { file: `${change.organisation ?? '甲'}.xlsx`, form: { ...recordOf(form, 0), ...change }, aside: new Map() };
}

const wrong = received(sampleForm().snapshot);
const mended = received(mendedSampleForm().snapshot);

test.each([
  ['单位名称：广州市 水利局（本级）', '广州市水利局'],
  ['[155]某县民政局', '某县民政局'],
  ['水利局', '水利局'],
])('%s is %s', (unit, name) => expect(organisationName(unit)).toBe(name));

describe('what is in doubt among received forms', () => {
  const of = (...units: string[]) =>
    doubtsAmong(units.map((unit) => received(mendedSampleForm().snapshot, { organisation: unit })));
  test.each([
    ['one department twice', ['水利局', '水利局'], ['twice']],
    ['one department with another notation', ['广州市水利局（本级）', '广州市 水利局'], ['twice']],
    ['with and without its place', ['广州市海珠区图书馆', '海珠区图书馆'], ['names']],
    ['two districts', ['海珠区图书馆', '越秀区图书馆'], []],
    ['a place and several districts', ['图书馆', '海珠区图书馆', '越秀区图书馆'], []],
    ['two departments', ['水利局', '教育局'], []],
  ])('%s', (_, units, kinds) => expect(of(...units).map(({ kind }) => kind)).toEqual(kinds));

  test('last year’s form and another form of one department are none', () => {
    const earlier = { ...mended, form: { ...mended.form, year: 2020 } };
    const other = { ...mended, form: { ...mended.form, items: mended.form.items.slice(0, 4) } };
    expect(doubtsAmong([mended, earlier])).toEqual([]);
    expect(doubtsAmong([mended, other])).toEqual([]);
  });
});

test.each([
  ['“其他资金”没有预算数却有执行率', '没有预算数却有执行率'],
  ['“培训人次”得分与评分规则不符', '得分与评分规则不符'],
  ['“产出指标”与“效益指标”分值之和不符', '“产出指标”与“效益指标”分值之和不符'],
  ['总分等于各项之和', '总分等于各项之和'],
])('a kind of trouble is not headed by the name of one form: %s', (title, kind) => {
  const [one] = wrong.form.findings;
  if (one === undefined) throw new Error('no finding');
  expect(titleOfAll([{ ...one, finding: { ...one.finding, title } }])).toBe(kind);
});

test('what was set aside neither counts nor goes into the memo', () => {
  const aside = new Map(wrong.form.findings.slice(1).map(({ key }) => [key, '已核实']));
  const left = { ...wrong, aside };
  expect(openCount(left, 'error') + openCount(left, 'warning')).toBe(1);
  expect(memoFor([left])?.forms[0]?.rows).toHaveLength(1);
  expect(goesBack({ ...wrong, aside: new Map(wrong.form.findings.map(({ key }) => [key, ''])) })).toBe(false);
});

describe('the memo', () => {
  const memo = memoFor([wrong]);
  if (memo === null) throw new Error('no memo');
  const text = memoText(memo);

  test('says which cell, what stands there and what is asked, in numbered parts, and names no check', () => {
    expect(text.split('\n')[0]).toBe(`关于${wrong.form.organisation}2021年度部门整体支出绩效自评表的退回修改意见`);
    for (const words of [
      '一、总体情况',
      '单元格｜表内｜应为｜说明',
      'I42、G42、H42｜2.66｜2.93｜',
      '94.07 ÷ 95 × 2.96 = 2.93',
    ])
      expect(text).toContain(words);
    for (const { id } of CHECKS) expect(text).not.toContain(id);
  });

  test('is the same document after it went through the editor', () => {
    const plain = memoLines(memo).map(({ kind, text: line }) => ({ kind, text: line.trim() }));
    expect(linesOfText(text)).toEqual(plain);
  });

  test('is for all that go back, and for none where none does', () => {
    expect(memoFor([mended])).toBeNull();
    const both = memoFor([wrong, mended, received(sampleForm().snapshot, { organisation: '教育局' })]);
    expect(both?.forms).toHaveLength(2);
    expect(both?.addressee).toBe('各有关单位：');
  });

  test.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [99, '九十九'],
    [100, '100'],
  ])('%i is %s', (number, words) => expect(chineseNumber(number)).toBe(words));
});

describe('two forms side by side', () => {
  test('of one year are versions: what changed, what was mended, nothing new', () => {
    const { kind, items, mended: gone, added } = compareForms(wrong.form, mended.form);
    expect(kind).toBe('versions');
    expect(items.filter(({ changed }) => changed.includes('stated')).map(({ after }) => after?.stated)).toContain(
      '2.93',
    );
    expect(items.every(({ before, after }) => before !== null && after !== null)).toBe(true);
    expect(gone.length).toBeGreaterThan(5);
    expect(added).toEqual([]);
  });

  test('of one department over the years match by name without number and year; what is new stands alone', () => {
    const items = mended.form.items.map((item, at) =>
      at === 0
        ? { ...item, name: `1、2022年${item.name}`, weight: '9' }
        : at === 1
          ? { ...item, name: '从未有过的指标' }
          : item,
    );
    const { kind, items: changes } = compareForms(mended.form, { ...mended.form, year: 2022, items });
    expect(kind).toBe('years');
    expect(changes[0]?.changed).toEqual(['name', 'weight']);
    expect(changes[1]?.before).toBeNull();
    expect(changes.at(-1)?.after).toBeNull();
  });

  test('names that differ in one word of a few are not the same indicator', () => {
    const [item] = mended.form.items;
    if (item === undefined) throw new Error('no item');
    const form = (name: string) => ({ ...mended.form, items: [{ ...item, name }] });
    expect(compareForms(form('培训数量'), form('培训质量')).items).toHaveLength(2);
    expect(
      compareForms(form('全年组织业务培训场次不少于5场'), form('全年组织业务培训场次不少于6场')).items,
    ).toHaveLength(2);
    expect(compareForms(form('全年组织业务技能培训的场次'), form('全年组织业务技能培训场次')).items).toHaveLength(1);
  });
});

test('the summary styles its list over the whole width and its side tables by themselves', () => {
  const [page] = summarySheets([wrong, mended], [], '');
  if (page === undefined) throw new Error('no page');
  const body = styledAreas(page).filter(({ style }) => style === 'body');
  expect(body[0]?.area).toMatchObject({ row: 4, column: 0, columnCount: page.filter?.columnCount });
  for (const { area } of page.charts.flatMap(({ series }) => series.map(({ values }) => ({ area: values })))) {
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      expect(typeof page.rows[row]?.cells[area.column]).toBe('number');
    }
  }
});
