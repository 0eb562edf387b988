import { recognise } from '../../src/form/recognise';
import { review } from '../../src/review';
import { cpuTime } from '../support/cpuTime';
import { sheet, type TestCell } from '../support/sheet';
import { timed } from '../support/timed';

const LEVELS = ['一级指标', '二级指标', '三级指标'];
const OTHERS = ['年度指标值', '实际完成值', '分值', '得分', '未完成原因'];

const table = (names: readonly string[], row: (at: number) => readonly TestCell[]) => (count: number) =>
  sheet([
    ['项目支出绩效自评表'],
    [...names, ...OTHERS],
    ...Array.from({ length: count }, (_, at) => row(at)),
    [...names.map((_, at) => (at === 0 ? '总分' : '')), '', '', 20 * count, 20 * count, ''],
  ]);

describe('the time to read a table grows with its rows', () => {
  timed.each([
    [
      'classes of indicators over items in one column',
      table(['指标名称'], (at) => (at % 10 === 0 ? ['数量指标'] : [`培训第${at}期`, '≥200人次', '210人次', 20, 20])),
      900,
    ],
    [
      'classes that weigh what their items do once more',
      table(['指标名称'], (at) =>
        at % 10 === 0 ? ['数量指标', '', '', 180, 180] : [`培训第${at}期`, '≥200人次', '210人次', 20, 20],
      ),
      900,
    ],
    [
      'classes among the names of the deepest level',
      table(LEVELS, (at) =>
        at % 10 === 0
          ? ['', '', '数量指标', '', '', 180, 180]
          : ['', '', `${at % 10}、培训第${at}期`, '≥200人次', '210人次', 20, 20],
      ),
      null,
    ],
    [
      'one label in each row and no deeper one',
      table(LEVELS, () => ['产出指标', '', '', '≥200人次', '210人次', 20, 20]),
      1000,
    ],
    [
      'a sum below every second row',
      table(LEVELS, (at) =>
        at % 3 === 2
          ? ['合计', '', '', '', '', 40, 40]
          : [at % 3 === 0 ? `产出${at}` : '', '', `培训第${at}期`, '≥200人次', '210人次', 20, 20],
      ),
      667,
    ],
  ] as const)('%s', (_, of, items) => {
    const read = (count: number): number => cpuTime(() => recognise(of(count)));
    if (items !== null) expect(recognise(of(1000)).forms[0]?.indicators).toHaveLength(items);
    read(500);
    expect(read(4000) / read(500)).toBeLessThan(25);
  });
});

timed('the time to review lines of money grows with them', () => {
  const of = (lines: number) =>
    sheet([
      ['项目支出绩效自评表'],
      ['', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      ['年度资金总额', '', 10 * lines, 10 * lines, 9 * lines, 10, '90%', 9],
      ...Array.from({ length: lines }, (_, at) => [`其中：来源${at}`, '', 10, 10, 9, '', '90%', '']),
      [...LEVELS, ...OTHERS],
      ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 90, 90, ''],
      ['总分', '', '', '', '', 100, 99, ''],
    ]);
  const read = (lines: number): number => {
    const snapshot = of(lines);
    return cpuTime(() => review(snapshot));
  };
  expect(review(of(50)).forms[0]?.form.budget?.lines).toHaveLength(51);
  read(500);
  expect(read(4000) / read(500)).toBeLessThan(25);
});
