import { evidenceProduct } from '../../src/checks/evidence-product';
import { cases } from '../support/checkTester';
import { departmentForm } from '../support/department';

const goal = (evidence: string) =>
  departmentForm({ goals: [{ name: '补助发放情况', target: '≥100户', actual: '120户', evidence }] });

export default cases(evidenceProduct, {
  valid: [
    { name: '每期若干人乘期数', sheet: goal('每期50人，共举办7期，培训350人。') },
    { name: '相乘相符', sheet: goal('每户补助5000元，共补助120户，合计发放资金60万元。') },
    { name: '总额按万元取整', sheet: goal('每户补助5333元，共补助120户，合计发放资金64万元。') },
    { name: '每家若干，乘家数', sheet: goal('8家企业，每家10万元，共80万元。') },
    { name: '单价写成元每户', sheet: goal('补助标准5000元/户，补助120户，共计60万元。') },
    { name: '户均数是除出来的', sheet: goal('户均补助5333元，共补助120户，合计发放资金64万元，') },
    { name: '户均数是除出来的，总额精确到元', sheet: goal('户均补助5333元，共补助120户，合计发放资金640000元。') },
    { name: '单价没有写每台', sheet: goal('采购电脑20台，单价5000元，金额10万元。') },
    { name: '人均支出', sheet: goal('全年支出120万元，在职48人，人均支出2.5万元。') },
    {
      name: '没有说是什么的人均，不拿别的金额相除',
      silent: true,
      sheet: goal('全年收入50万元，在职48人，人均1万元。'),
    },
    { name: '单价不是人均', silent: true, sheet: goal('全年支出120万元，惠及48人，每人补助2万元。') },
    { name: '按月发放还要乘月数', silent: true, sheet: goal('每户每月补助500元，共补助120户，合计发放资金60万元。') },
    { name: '数量不是单价的那一种', silent: true, sheet: goal('每户补助5000元，共有120人，合计发放资金50万元。') },
    {
      name: '前后还有别的句子',
      sheet: goal('每月召开例会2次。每户补助5000元，共补助120户，合计发放资金60万元。按季检查1次。'),
    },
    { name: '人均的总额没有说是什么的', sheet: goal('在职48人，人均补助1万元，合计资金48万元。') },
    ...[
      ['还要乘月数', '每户补助5000元，按月发放，共补助120户，合计发放资金66万元。'],
      ['单价只是上限', '每户补助不超过5000元，共补助120户，合计发放资金66万元。'],
      ['引用的标准', '按“每户补助5000元”，共补助120户，合计发放资金66万元。'],
      ['总额只是其中一部分', '每户补助5000元，共补助120户，其中现金发放合计66万元。'],
      ['每户的不是金额', '每户走访3次，共120户，合计发放资金400元。'],
      ['数量没有单位', '每人补助5000元，共补助120，合计发放资金66万元。'],
      ['人均增收不是发的', '惠及48人，人均增收3.5万元，合计发放资金150万元。'],
      ['总额是另一样的', '在职48人，人均补助1万元，工资总额50万元。'],
      ['单价是约数', '户均补助约4800元，补助120户，共发放57.8万元。'],
      ['差得太远', '每户补助5000元，共补助120户，合计发放资金6500万元。'],
      ['差十倍，资金还用于别的', '采购电脑20台，单价5000元，年度设备购置资金100万元。'],
      ['总额是预算', '采购电脑20台，单价5000元，预算资金20万元。'],
    ].map(([name = '', text = '']) => ({ name, silent: true as const, sheet: goal(text) })),
    {
      name: '不止三个数',
      silent: true,
      sheet: goal('每户补助5000元，共补助120户，其中低保户20户，合计发放资金50万元。'),
    },
  ],
  invalid: [
    {
      name: '每期若干人乘期数，不是总人数：提问',
      sheet: goal('每期50人，共举办6期，培训350人。'),
      findings: [{ cell: 'J11', message: 'product', severity: 'info', expected: '300人', found: '350人' }],
    },
    ...[
      ['600万元', '60万元', '每户补助5000元，共补助120户，合计发放资金600万元。'],
      ['6万元', '60万元', '每户补助5000元，共补助120户，合计发放资金6万元。'],
      ['60元', '600000元', '每户补助5000元，共补助120户，合计发放资金60元。'],
    ].map(([found = '', expected = '', text = '']) => ({
      name: `差十倍或万倍：${found}`,
      sheet: goal(text),
      findings: [{ cell: 'J11', message: 'product', severity: 'warning' as const, expected, found }],
    })),
    {
      name: '单价没有写每台，总额不符',
      sheet: goal('采购电脑20台，单价5000元，合计12万元。'),
      findings: [{ cell: 'J11', message: 'product', severity: 'warning', expected: '10万元', found: '12万元' }],
    },
    {
      name: '人数写成名',
      sheet: goal('每人补助5000元，共补助120名，合计发放资金66万元。'),
      findings: [{ cell: 'J11', message: 'product', expected: '60万元', found: '66万元' }],
    },
    {
      name: '每家若干，家数相乘不符',
      sheet: goal('每家10万元×9家，共80万元。'),
      findings: [{ cell: 'J11', message: 'product', expected: '90万元', found: '80万元' }],
    },
    {
      name: '总额写错',
      sheet: goal('每户补助5000元，共补助120户，合计发放资金66万元。'),
      findings: [{ cell: 'J11', message: 'product', severity: 'warning', expected: '60万元', found: '66万元' }],
    },
    {
      name: '单价写成元每台',
      sheet: goal('采购价2500元/台，采购80台，共计21万元。'),
      findings: [{ cell: 'J11', message: 'product', expected: '20万元', found: '21万元' }],
    },
    ...[
      '每户最高补助5000元，补助120户，共补助55.2万元。',
      '每户补助标准5000元，补助120户，共补助50万元。',
      '控制价5000元/台，购置20台，共支出9.6万元。',
      '单价5000元/台，购置20台，含运费共10.3万元。',
      '每户补助5000元，补助120户，中央资金40万元。',
      '每户补助5000元，补助120户，首批拨付资金50万元。',
      '人均奖励500元，评选200人，奖励及宣传共支出12万元。',
    ].map((text) => ({
      name: `单价是上限，总额未必就是这一笔：${text}`,
      sheet: goal(text),
      findings: [{ cell: 'J11', message: 'product', severity: 'info' as const }],
    })),
    {
      name: '人均支出算错',
      sheet: goal('全年支出120万元，在职48人，人均支出3.5万元。'),
      findings: [{ cell: 'J11', message: 'product', severity: 'warning', expected: '168万元', found: '120万元' }],
    },
  ],
});
