import { evidenceDenominator } from '../../src/checks/evidence-denominator';
import { cases } from '../support/checkTester';
import { departmentForm } from '../support/department';

const carried = (evidence: string, definition = '部门（单位）当年度结转结余与当年度预算总额的比率。') =>
  departmentForm({
    budget: [10_000_000, 9_750_000],
    managed: [{ name: '结转结余率', definition, evidence }],
  });

export default cases(evidenceDenominator, {
  valid: [
    {
      name: '写出了预算总额',
      silent: true,
      sheet: carried('年末结转结余250000元，预算总额10000000元，结转结余率2.5%。'),
    },
    { name: '没有写预算总额，比率按资金表相符', sheet: carried('年末结转结余250000元，结转结余率为2.50%。') },
    { name: '没有结转结余', silent: true, sheet: carried('我局无结转结余资金，结转结余率为0%。') },
    {
      name: '指标解释没有说除以什么',
      silent: true,
      sheet: carried('年末结转结余250000元，结转率为100%。', '反映结转结余的控制情况。'),
    },
    {
      name: '变动率不是结转结余率',
      silent: true,
      sheet: carried('上年结转结余500000元，年末结转结余250000元，结转结余变动率为-50%。'),
    },
  ],
  invalid: [
    {
      name: '用年初结转结余作分母',
      sheet: carried('年初结转结余资金为250000元，年末结转结余资金为250000元。结转率为100%。'),
      findings: [{ cell: 'J11', message: 'definition', severity: 'warning', expected: '2.5%', found: '100%' }],
    },
  ],
});
