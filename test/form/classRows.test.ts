import { recognise } from '../../src/form/recognise';
import { sheet, type TestCell } from '../support/sheet';

const LEVELS = ['一级指标', '二级指标', '三级指标'];
const OTHERS = ['年度指标值', '实际完成值', '分值', '得分', '未完成原因'];

const table = (names: readonly string[], row: (at: number) => readonly TestCell[]) => (count: number) =>
  sheet([
    ['项目支出绩效自评表'],
    [...names, ...OTHERS],
    ...Array.from({ length: count }, (_, at) => row(at)),
    [...names.map((_, at) => (at === 0 ? '总分' : '')), '', '', 20 * count, 20 * count, ''],
  ]);

test.each([
  [
    'classes of indicators over items in one column',
    table(['指标名称'], (at) => (at % 10 === 0 ? ['数量指标'] : [`培训第${at}期`, '≥200人次', '210人次', 20, 20])),
    90,
  ],
  [
    'classes that weigh what their items do once more',
    table(['指标名称'], (at) =>
      at % 10 === 0 ? ['数量指标', '', '', 180, 180] : [`培训第${at}期`, '≥200人次', '210人次', 20, 20],
    ),
    90,
  ],
  [
    'one label in each row and no deeper one',
    table(LEVELS, () => ['产出指标', '', '', '≥200人次', '210人次', 20, 20]),
    100,
  ],
  [
    'a sum below every second row',
    table(LEVELS, (at) =>
      at % 3 === 2
        ? ['合计', '', '', '', '', 40, 40]
        : [at % 3 === 0 ? `产出${at}` : '', '', `培训第${at}期`, '≥200人次', '210人次', 20, 20],
    ),
    67,
  ],
] as const)('all items are read of a table with %s', (_, of, items) => {
  expect(recognise(of(100)).forms[0]?.indicators).toHaveLength(items);
});
