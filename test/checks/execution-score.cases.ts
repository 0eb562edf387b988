import { executionScore } from '../../src/checks/execution-score';
import { sheetOf } from '../fixtures/corpus/read';
import { funded } from '../fixtures/training';
import { cases } from '../support/checkTester';

/** Money with points of its own that prints no weight, above items whose total is their own. */
const apart = (stated: number) =>
  sheetOf(`项目支出绩效自评表
资金来源|年初预算|年度预算调整|调整后的预算|全年执行数|预算执行率%|自评得分
年度资金总额|500|20|520|494|95|${stated}
一级指标|三级指标|目标值|完成值|分值|得分|原因
产出|监测断面|≥30个|30个|50|50|
效益|断面达标率|≥90%|81%|40|36|上游来水污染，下一步治理
合计||||90|86|`);

export default cases(executionScore, {
  valid: [
    { name: '执行率按比例', sheet: funded({ spent: 86.2, rate: '86.2%', stated: 8.62 }) },
    {
      name: '一地执行率按分档',
      sheet: funded({ spent: 95, rate: '95%', stated: 7 }, [], { title: '江西省项目支出绩效自评表' }),
    },
    {
      name: '下面一行重复写了分值和得分',
      sheet: funded({ spent: 86.2, rate: '86.2%', stated: 8.62 }, [
        { label: '其中：财政拨款', initial: 100, budget: 100, spent: 86.2, weight: 10, rate: '86.2%', stated: 8.62 },
      ]),
    },
    { name: '资金表没有写分值，指标的分值合计是90', sheet: apart(9.5) },
    { name: '执行率没有打分', silent: true, sheet: funded({ weight: null, stated: null }) },
  ],
  invalid: [
    {
      name: '资金表没有写分值，指标的分值合计是90，得分不符',
      sheet: apart(8.3),
      findings: [{ cell: 'G3', message: 'differs', severity: 'error', expected: '9.5', found: '8.3' }],
    },
    {
      name: '执行率95%得7分，与一地的分档相符：提问',
      sheet: funded({ spent: 95, rate: '95%', stated: 7 }),
      findings: [{ cell: 'H5', message: 'elsewhere', severity: 'info', found: '7', fix: null }],
    },
    {
      name: '重复写在下面一行的得分也不对',
      sheet: funded({ spent: 86.2, rate: '86.2%', stated: 9 }, [
        { label: '其中：财政拨款', initial: 100, budget: 100, spent: 86.2, weight: 10, rate: '86.2%', stated: 9 },
        { label: '其他资金', initial: 0, budget: 0, spent: 0 },
      ]),
      findings: [{ cell: 'H5', message: 'differs', related: ['D5', 'E5', 'H6'], fix: 8.62 }],
    },
    {
      name: '执行率得分取了整数',
      sheet: funded({ spent: 86.2, rate: '86.2%', stated: 9 }),
      findings: [{ cell: 'H5', message: 'differs', expected: '8.62', found: '9', fix: 8.62 }],
    },
    {
      name: '差一分的取舍',
      sheet: funded({ spent: 86.27, rate: '86.27%', stated: 8.61 }),
      findings: [{ cell: 'H5', message: 'rounded', severity: 'info', expected: '8.63' }],
    },
  ],
});
