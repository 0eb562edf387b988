import { draftFor, spokenName } from '../../src/advice/drafts';
import { owed, shortfallOf } from '../../src/advice/filling';
import { WORDINGS } from '../../src/advice/drafts/wordings';
import { goal, reviewed, rowNamed } from '../support/filling';
import { departmentForm } from '../support/department';
import { standards } from '../fixtures/render';
import { funded, training } from '../fixtures/training';

const rowOf = (name: string, target: string, actual: string) =>
  rowNamed(owed(reviewed(goal(name, target, actual, { stated: 8, evidence: '' }))), name).row;

describe('what is missing of a target', () => {
  test.each<[string, string, string, string, string | null]>([
    ['words', '制度健全性', '健全', '较为健全', null],
    ['things counted in other units', '窗口数量', '≥10个', '5公里', null],
    ['nothing, to the day', '系统上线时间', '2022年6月15日前', '2022年6月10日', null],
    ['nothing, to the month', '系统上线时间', '2022年6月底前', '2022年6月', null],
    ['nothing of a figure', '窗口数量', '≥10个', '10个', null],
    ['a rate of one that has no sign', '窗口覆盖率', '95', '94%', '差1个百分点'],
    ['a target without its unit', '窗口数量', '10', '8个', '少2个'],
    ['a rate that is too high', '办件差错率', '≤5%', '8%', '高3个百分点'],
    ['too many by the name alone', '群众投诉件数', '10件', '20件', '多10件'],
    ['more than was wanted', '窗口数量', '10个', '12个', null],
  ])('%s', (_, name, target, actual, gap) => expect(shortfallOf(rowOf(name, target, actual)).gap).toBe(gap));

  test('words are stated as they stand, none that fill a paragraph, and none where the cell is empty', () => {
    expect(shortfallOf(rowOf('制度健全性', '健全', '较为健全'))).toMatchObject({ target: '健全', actual: '较为健全' });
    expect(shortfallOf(rowOf('制度健全性', '健'.repeat(41), ''))).toMatchObject({ target: null, actual: null });
  });

  test.each([
    ['8座', '6', '8座', '6座'],
    ['8', '6座', '8座', '6座'],
    ['8座', '6个', '8座', '6个'],
    ['8万座', '6', '8万座', '6'],
    ['95%', '6', '95%', '6'],
    ['8', '6', '8', '6'],
  ])('a figure has the unit of the one beside it: %s, %s', (target, actual, ...words) => {
    const said = shortfallOf(rowOf('闸站改造数量', target, actual));
    expect([said.target, said.actual]).toEqual(words);
  });

  test('an indicator of which nothing can be computed has no gap', () => {
    const [row] = owed(reviewed(training(0, { target: '', actual: '190人次', stated: 19 }))).rows.filter(
      ({ row: one }) => one.name === '培训人次',
    );
    expect(row === undefined ? undefined : shortfallOf(row.row).gap).toBeNull();
  });
});

describe('which wording fits', () => {
  test('no wording asks for a date twice', () => {
    const texts = Object.values(WORDINGS).flatMap(({ improvement }) => improvement);
    expect(texts.filter((text) => text.includes('何时完成') && text.includes('于[何时]'))).toEqual([]);
  });

  test('complaints that have no figure', () => {
    const { reason } = draftFor(rowOf('信访投诉', '', ''), ['reason'], 0);
    expect(reason).toMatch(/^信访投诉没有控制在目标以内，扣2分，主要集中在【请填写：/);
  });

  test('a rule of bands asks what points were taken off for', () => {
    const form = reviewed(departmentForm({ managed: [{ name: '“三公”经费控制率', stated: 1, evidence: '' }] }));
    const { row } = rowNamed(owed(form), '“三公”经费控制率');
    expect(draftFor(row, ['reason'], 0).reason).toMatch(/经费控制率扣1分，对应的情况是【请填写：/);
  });

  test('so does one that the sheet prints for itself', () => {
    const standard = '≤100%得满分，每超过一个百分点扣0.5分，扣完为止';
    const form = reviewed(
      standards({
        budget: null,
        rows: [
          { level1: '过程', level2: '资金管理', name: '公用经费控制率', standard, weight: 5, stated: 4, evidence: '' },
          { level2: '组织实施', name: '制度健全性', standard: '健全得满分，否则不得分', weight: 95, stated: 95 },
        ],
      }),
    );
    const { row } = rowNamed(owed(form), '公用经费控制率');
    expect(row.score?.rule.kind).toBe('deduction');
    expect(draftFor(row, ['reason'], 0).reason).toMatch(/公用经费控制率扣1分，对应的情况是【请填写：/);
  });

  test('low spending is explained in its own words', () => {
    const form = reviewed(funded({ spent: 80, rate: '80%', stated: 8 }));
    const { row } = rowNamed(owed(form), '预算执行率');
    expect(draftFor(row, ['execution'], 1).reason).toMatch(/^全年预算执行率80%，偏低是由于【请填写：/);
  });

  test('nothing is drafted where no points are lost, and where nothing is owed', () => {
    const { row } = rowNamed(owed(reviewed(training())), '考核合格率');
    expect(draftFor(row, ['reason'], 0).reason).toBe('');
    expect(draftFor(rowOf('窗口数量', '≥10个', '10个'), [], 0)).toEqual({ reason: '', improvement: '' });
  });
});

test('a name that begins with its explanation is spoken as a whole', () => {
  expect(spokenName('（上级）任务完成')).toBe('（上级）任务完成');
});
