import { evidenceProduct } from '../../src/checks/evidence-product';
import { cases } from '../support/checkTester';
import { departmentForm } from '../support/department';

const goal = (evidence: string) =>
  departmentForm({ goals: [{ name: '补助发放情况', target: '≥100户', actual: '120户', evidence }] });

export default cases(evidenceProduct, {
  valid: [
    { name: '相乘相符', sheet: goal('每户补助5000元，共补助120户，合计发放资金60万元。') },
    { name: '总额按万元取整', sheet: goal('每户补助5333元，共补助120户，合计发放资金64万元。') },
    { name: '每家若干，乘家数', sheet: goal('8家企业，每家10万元，共80万元。') },
    { name: '单价写成元每户', sheet: goal('补助标准5000元/户，补助120户，共计60万元。') },
    { name: '户均数是除出来的', sheet: goal('户均补助5333元，共补助120户，合计发放资金64万元，') },
    { name: '户均数是除出来的，总额精确到元', sheet: goal('户均补助5333元，共补助120户，合计发放资金640000元。') },
    { name: '人均支出', sheet: goal('全年支出120万元，在职48人，人均支出2.5万元。') },
    { name: '单价不是人均', silent: true, sheet: goal('全年支出120万元，惠及48人，每人补助2万元。') },
    { name: '按月发放还要乘月数', silent: true, sheet: goal('每户每月补助500元，共补助120户，合计发放资金60万元。') },
    { name: '数量不是单价的那一种', silent: true, sheet: goal('每户补助5000元，共有120人，合计发放资金50万元。') },
    {
      name: '不止三个数',
      silent: true,
      sheet: goal('每户补助5000元，共补助120户，其中低保户20户，合计发放资金50万元。'),
    },
  ],
  invalid: [
    {
      name: '每家若干，家数相乘不符',
      sheet: goal('每家10万元×9家，共80万元。'),
      findings: [{ cell: 'J11', message: 'product', expected: '900000元', found: '80万元' }],
    },
    {
      name: '总额写错',
      sheet: goal('每户补助5000元，共补助120户，合计发放资金66万元。'),
      findings: [{ cell: 'J11', message: 'product', severity: 'warning', expected: '600000元', found: '66万元' }],
    },
    {
      name: '单价写成元每台',
      sheet: goal('采购价2500元/台，采购80台，共计21万元。'),
      findings: [{ cell: 'J11', message: 'product', expected: '200000元', found: '21万元' }],
    },
    {
      name: '人均支出算错',
      sheet: goal('全年支出120万元，在职48人，人均支出3.5万元。'),
      findings: [{ cell: 'J11', message: 'product', severity: 'warning', expected: '1680000元', found: '120万元' }],
    },
  ],
});
