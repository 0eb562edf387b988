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

const MONEY = ['', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];
const times = <T>(count: number, of: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => of(at));

describe('the time to review a sheet grows with its rows', () => {
  timed.each([
    [
      'lines of money',
      (lines: number) => [
        ['项目支出绩效自评表'],
        MONEY,
        ['年度资金总额', '', 10 * lines, 10 * lines, 9 * lines, 10, '90%', 9],
        ...times(lines, (at) => [`其中：来源${at}`, '', 10, 10, 9, '', '90%', '']),
        [...LEVELS, ...OTHERS],
        ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 90, 90, ''],
        ['总分', '', '', '', '', 100, 99, ''],
      ],
    ],
    [
      'projects whose amounts are not those of their sum',
      (projects: number) => [
        ['部门整体支出绩效自评表'],
        ['部门名称', '甲局'],
        ['年度主要任务', '任务名称', '预算数（万元）', '执行数（万元）', '执行率'],
        ...times(projects, (at) => ['', `任务${at}`, (at % 90) + 1, (at % 90) + 1, '100%']),
        ['', '合计', 50 * projects, 50 * projects, '100%'],
        [...LEVELS, ...OTHERS],
        ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 100, 100, ''],
      ],
    ],
    [
      'columns of which nothing is known',
      (columns: number) => [
        ['项目支出绩效自评表'],
        [...LEVELS, ...OTHERS, ...times(columns / 4, (at) => `栏目${at}`)],
        ...times(10, (row) => ['', '', `培训第${row}期`, '≥2次', '2次', 10, 10, '', ...times(columns / 4, (at) => at)]),
      ],
    ],
  ] as const)('%s', (_, rows) => {
    const read = (count: number): number => {
      const snapshot = sheet(rows(count));
      return cpuTime(() => review(snapshot));
    };
    expect(review(sheet(rows(50))).forms.length).toBeGreaterThan(0);
    read(250);
    expect(read(2000) / read(250)).toBeLessThan(20);
  });
});
