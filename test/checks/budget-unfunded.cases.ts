import { budgetUnfunded } from '../../src/checks/budget-unfunded';
import { sheetOf } from '../fixtures/corpus/read';
import { funded } from '../fixtures/training';
import { cases } from '../support/checkTester';

const part = (label: string, budget: number | null, spent: number) => ({ label, initial: budget, budget, spent });

/** Money without a budget, with a note beside it. */
const noted = (note: string) =>
  sheetOf(`项目支出绩效自评表
预算执行情况（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分|备注
年度资金总额|0|0|98|10||10|${note}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|50|50|
效益指标|社会效益指标|知晓率|≥80%|92%|30|30|
满意度指标|服务对象满意度指标|满意度|≥90%|95%|10|10|
总分|||||100|100|`);

/** Money under some headings, a line each, above rows in order. */
const money = (headings: string, ...lines: string[]) =>
  sheetOf(`项目支出绩效自评表
预算执行情况（万元）|${headings}
${lines.join('\n')}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|50|50|
效益指标|社会效益指标|知晓率|≥80%|92%|30|30|
满意度指标|服务对象满意度指标|满意度|≥90%|95%|20|20|
总分|||||100|100|`);
const YEARLY = '年初预算数|全年预算数|全年执行数';

export default cases(budgetUnfunded, {
  valid: [
    { name: '没有钱的来源空着', sheet: funded({}, [part('其他资金', 0, 0)]) },
    {
      name: '预算只写在总额一行，其中各行只写执行数',
      sheet: funded({}, [part('其中：财政拨款', null, 80), part('其他资金', null, 20)]),
    },
    { name: '只有年初预算数一栏', sheet: money('年初预算数|全年执行数', '年度资金总额|100|98') },
    { name: '全年预算数空着，年初预算数就是预算', silent: true, sheet: money(YEARLY, '年度资金总额|100||98') },
    {
      name: '全年预算数一栏都空着，各行有年初预算数',
      silent: true,
      sheet: money(YEARLY, '年度资金总额|100||98', '其中：财政拨款|60||60', '其他资金|40||38'),
    },
    {
      name: '没有预算也没有支出',
      sheet: money(YEARLY, '年度资金总额|100|100|98', '其中：财政拨款|100|100|98', '其他资金|||0'),
    },
  ],
  invalid: [
    {
      name: '只有年初预算数一栏，空着',
      sheet: money('年初预算数|全年执行数', '年度资金总额||98'),
      findings: [{ cell: 'B3', message: 'unfunded', severity: 'error', related: ['C3'], ways: ['B3=98'] }],
    },
    {
      name: '只有年初预算数一栏，一行空着，应是总额的余数',
      sheet: money('年初预算数|全年执行数', '年度资金总额|100|98', '其中：财政拨款|60|60', '其他资金||38'),
      findings: [{ cell: 'B5', message: 'unfunded', severity: 'error', related: ['C5'], ways: ['B5=38', 'B5=40'] }],
    },
    {
      name: '年初有预算，全年预算写的是0',
      sheet: money(YEARLY, '年度资金总额|100|0|98'),
      findings: [{ cell: 'C3', message: 'unfunded', severity: 'error', related: ['D3'] }],
    },
    {
      name: '几行都没有预算，一并提示',
      sheet: money(
        YEARLY,
        '年度资金总额|400|400|398',
        '甲资金|400|400|300',
        '乙资金|0|0|30',
        '丙资金|0|0|28',
        '丁资金|0|0|25',
        '戊资金|0|0|15',
      ),
      findings: [
        {
          cell: 'C5',
          message: 'unfunded',
          related: ['C6', 'C7', 'C8', 'D5', 'D6', 'D7', 'D8'],
          ways: ['C5=30 C6=28 C7=25 C8=15'],
        },
      ],
    },
    {
      name: '预算只在总额一行，各行写的是0，不是空着',
      sheet: money(YEARLY, '年度资金总额|100|100|98', '其中：财政拨款|0|0|60', '其他资金|0|0|38'),
      findings: [{ cell: 'C4', message: 'unfunded', severity: 'error', related: ['C5', 'D4', 'D5'] }],
    },
    {
      name: '总额没有预算，各行有',
      sheet: money(YEARLY, '年度资金总额|100||98', '其中：财政拨款|60|60|60', '其他资金|40|40|38'),
      findings: [{ cell: 'C3', message: 'unfunded', severity: 'error', related: ['D3'] }],
    },
    {
      name: '自有资金是这一行的名称，不是说明',
      sheet: money(YEARLY, '年度资金总额|100|100|98', '其中：财政拨款|100|100|60', '单位自有资金|0|0|38'),
      findings: [{ cell: 'C5', message: 'unfunded', severity: 'error', ways: ['C5=38', 'C5=0'] }],
    },
    {
      name: '没有预算却有支出',
      sheet: funded({}, [part('其中：财政拨款', 100, 60), part('其他资金', 0, 40)]),
      findings: [{ cell: 'D7', message: 'unfunded', severity: 'error', related: ['E7'] }],
    },
    {
      name: '预算数一栏都空着，只提示一次',
      sheet: funded({ initial: null, budget: null, spent: 98, rate: '98%', stated: 9.8 }, [
        { label: '其中：财政拨款', initial: null, budget: null, spent: 98, rate: '98%' },
      ]),
      findings: [{ cell: 'D5', message: 'unfunded', severity: 'error', related: ['D6', 'E5', 'G5', 'E6', 'G6'] }],
    },
    {
      name: '别的部分有全年预算数，这一部分只有年初预算数',
      sheet: funded({}, [
        { label: '其中：财政拨款', initial: 60, budget: null, spent: 60, rate: '100%' },
        part('其他资金', 40, 40),
      ]),
      findings: [{ cell: 'D6', message: 'unfunded', severity: 'error', related: ['E6', 'G6'] }],
    },
    {
      name: '年初、全年预算都是0却有支出',
      sheet: funded({ initial: 0, budget: 0, rate: '100%' }),
      findings: [{ cell: 'D5', message: 'unfunded', severity: 'error' }],
    },
    ...['由单位自有资金解决', '使用上年结转资金98万元', '上级专款，未列入本级预算', '单位先行垫付'].map((note) => ({
      name: `没有预算，写明用的是别的资金：${note}`,
      sheet: noted(note),
      findings: [{ cell: 'C3', message: 'told', severity: 'info' as const, fix: null }],
    })),
    ...['预算未批复', '已全部支付', '其他'].map((note) => ({
      name: `没有预算，没有写明资金来源：${note}`,
      sheet: noted(note),
      findings: [{ cell: 'C3', message: 'unfunded', severity: 'error' as const }],
    })),
  ],
});
