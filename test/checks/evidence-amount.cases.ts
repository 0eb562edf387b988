import { evidenceAmount } from '../../src/checks/evidence-amount';
import { cases } from '../support/checkTester';
import { departmentForm } from '../support/department';

const money = (name: string, evidence: string) =>
  departmentForm({ budget: [10_000_000, 9_989_000], managed: [{ name, evidence }] });

export default cases(evidenceAmount, {
  valid: [
    { name: '以元书写', sheet: money('预算完成率', '全年预算数为10000000元，执行数为9989000元，执行率99.89%。') },
    { name: '以万元书写', sheet: money('预算完成率', '全年预算1,000万元，实际支出998.9万元，执行率99.89%。') },
    { name: '以万元书写并舍入', sheet: money('预算完成率', '全年预算1000万元，实际支出999万元。') },
    { name: '其中的一部分', sheet: money('预算完成率', '全年预算1000万元，其中基本支出600万元，支出600万元。') },
    { name: '近若干', silent: true, sheet: money('预算完成率', '全年支出近1050万元。') },
    { name: '半年的数', silent: true, sheet: money('预算完成率', '截至6月底，支出480万元，执行率48%。') },
    { name: '年初预算可以不同', sheet: money('预算完成率', '年初预算900万元，调整后预算1000万元。') },
    {
      name: '收入决算不是支出',
      silent: true,
      sheet: money('财政拨款收入预决算差异率', '收入决算数998万元，收入预算数1000万元。'),
    },
    { name: '专项的预算', silent: true, sheet: money('项目支出进度', '全年预算400万元，支出380万元。') },
    { name: '采购的预算', silent: true, sheet: money('政府采购执行率', '采购预算100万元，实际采购100万元。') },
    { name: '结转结余等于预算减执行', sheet: money('结转结余率', '年末结转结余资金为1.1万元，结转结余率0.11%。') },
    { name: '全年进度相符', sheet: money('支出年度平均执行率', '全年预算执行进度达到99.89%。') },
    { name: '平均进度不是全年进度', silent: true, sheet: money('支出年度平均执行率', '平均执行进度达到104.60%。') },
    { name: '要求的进度', silent: true, sheet: money('支出年度平均执行率', '全年预算执行进度应达到100%。') },
  ],
  invalid: [
    {
      name: '预算数不同',
      sheet: money('预算完成率', '全年预算数为10800000元，执行率92.49%。'),
      findings: [{ cell: 'J11', message: 'amount', severity: 'warning', expected: '10000000', found: '10800000' }],
    },
    {
      name: '执行数写错一位，比率因此不符，只报一次',
      sheet: money('预算完成率', '全年预算数为10000000元，执行数为9889000元，执行率99.89%。'),
      findings: [{ cell: 'J11', message: 'amount', expected: '9989000', found: '9889000', related: ['C8'] }],
    },
    {
      name: '年初、年末结转结余写的是同一个数',
      sheet: money('结转结余率', '年初结转结余资金为4122元，年末结转结余资金为4122元。结转结余率0.04%。'),
      findings: [{ cell: 'J11', message: 'amount', severity: 'warning' }],
    },
    {
      name: '结转结余与资金表不符',
      sheet: money('结转结余率', '年末结转结余资金为4122元，预算总额1000万元，结转结余率0.04%。'),
      findings: [{ cell: 'J11', message: 'amount', expected: '11000', found: '4122' }],
    },
    ...[
      '第二批预算50万元，执行48万元。',
      '政府性基金预算100万元，执行80万元。',
      '部门预算2000万元，本项目预算1000万元。',
      '年末结转0.6万元，其他资金0.5万元。',
      '本年支出1001万元（含上年结转2.1万元）。',
    ].map((evidence) => ({
      name: `可能是别的预算或一部分：${evidence}`,
      sheet: money('预算完成率', evidence),
      findings: [{ cell: 'J11', message: 'amount', severity: 'info' as const }],
    })),
    {
      name: '全年进度说成100%',
      sheet: money('支出年度平均执行率', '全年预算执行进度达到100%，因此得满分。'),
      findings: [{ cell: 'J11', message: 'execution', severity: 'warning', expected: '99.89%', found: '100%' }],
    },
  ],
});
