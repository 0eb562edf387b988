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

export default cases(budgetUnfunded, {
  valid: [
    { name: '没有钱的来源空着', sheet: funded({}, [part('其他资金', 0, 0)]) },
    {
      name: '预算只写在总额一行，其中各行只写执行数',
      sheet: funded({}, [part('其中：财政拨款', null, 80), part('其他资金', null, 20)]),
    },
  ],
  invalid: [
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
