import { recordOf } from '../../src/advice/record';
import { reportSheet } from '../../src/advice/report';
import { problemSheet, summarySheets } from '../../src/advice/summary';
import { memoFor, memoLines } from '../../src/advice/memo';
import { memoSheet } from '../../src/advice/memoSheet';
import { againstSheets } from '../../src/compare/againstSheet';
import { sidesIn } from '../../src/compare/side';
import { review } from '../../src/review';
import { sheet } from '../support/sheet';

const form: (string | number | null)[][] = [
  ['项目支出绩效自评表'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '采购图书', '≥100册', '120册', 60, 60],
  ['效益指标', '社会效益指标', '新增读者', '≥500人', '510人', 40, 39],
  ['总分', null, null, null, null, 100, 100],
];

test('what we write about forms is never checked as one', () => {
  const received = review(sheet(form)).forms.map((found, index) => ({
    file: 'a.xlsx',
    form: recordOf(found, index),
    aside: new Map<string, string>(),
  }));
  const [first] = received;
  if (first === undefined) throw new Error('no form');
  const memo = memoFor(received);
  const clean = { ...first, form: { ...first.form, findings: [] } };
  const pages = [
    ...summarySheets(received, [], ''),
    problemSheet(received),
    reportSheet(first, [], ''),
    reportSheet(clean, [], ''),
    ...againstSheets([
      { file: 'a.xlsx', organisation: '', project: '', other: 'b.xlsx', comparison: null, reason: '没有对应的表' },
    ]),
    memoSheet(memo === null ? [] : memoLines(memo)),
  ];
  for (const page of pages) {
    // The name is nobody's proof: whoever sends it back may have changed it.
    const snapshot = sheet(page.rows.map(({ cells }) => [...cells]));
    expect(review(snapshot)).toMatchObject({
      forms: [],
      none: { reason: expect.stringContaining('不是自评表') as string },
    });
    expect(sidesIn(snapshot)).toEqual([]);
  }
});
