import { scoreByRule } from '../../src/checks/score-by-rule';
import { FALLBACK, rescore } from '../../src/scoring';
import type { Rule } from '../../src/scoring/rulebook';
import { expectReports } from '../support/checkTester';
import { budgetBlock, form, type TestIndicator } from '../support/form';
import { sheet, type TestCell } from '../support/sheet';

function scored(row: TestIndicator, rule: Rule) {
  const [score] = rescore(
    form({ indicators: [row] }),
    { ...FALLBACK, indicators: [{ match: {}, rule }] },
    '',
  ).indicators;
  return score;
}

const BANDS = '完成率≥90%得5分；80%(含)-90%得4分；<80%不得分';

describe('a form that prints rules and no weights', () => {
  const page = (stated: TestCell) =>
    sheet([
      ['部门整体支出绩效自评表'],
      ['（2023年度）'],
      ['单位名称', '某市某局'],
      ['一级指标', '二级指标', '三级指标', '评分标准', '实际完成值', '自评得分', '扣分原因'],
      ['产出', '数量指标', '任务完成率', BANDS, '85%', stated, '部分任务延期，将加快推进。'],
      [null, null, '培训完成率', BANDS, '95%', 5, null],
      ['总分', null, null, null, null, 9, null],
    ]);

  test.each([3, 4])('a score of %d is a person’s', (stated) => {
    const { forms } = expectReports(scoreByRule, page(stated), []);
    expect(forms[0]?.scores.indicators[0]).toMatchObject({ origin: 'judged', accepted: [] });
  });
});

test('an item that weighs nothing has no score below its full marks, though its target was missed', () => {
  const row = { weight: 0, stated: 0, target: '2021年6月底前', actual: '2021年9月' };
  expect(scored(row, { kind: 'target', below: 'proportion', above: 'either' })).toMatchObject({
    origin: 'judged',
    reached: false,
    accepted: [],
  });
});

test.each<[string, TestIndicator, { total?: number }]>([
  ['items that leave no points for it', { weight: 100, stated: 100 }, {}],
  ['items without weights', { stated: 90 }, { total: 99 }],
])('a budget row that prints no weight is a person’s in a form with %s', (_, row, rest) => {
  const block = budgetBlock([{ budget: 100, spent: 90, stated: 9 }]);
  const budget = { ...block, scored: block.lines[0] ?? null };
  expect(rescore(form({ indicators: [row], budget, ...rest }), FALLBACK, '').budget).toMatchObject({
    origin: 'judged',
  });
});
