import { derivedRate } from '../../src/checks/derived-rate';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

/** A department whose budget was changed in the year from 3250 to 3488.62 万元, of which 3401.40 were spent. */
const department = (change: string, rest: string, initial = '3250', spent = '3401.4', target = '≤10%') =>
  sheetOf(`部门整体支出绩效自评表
资金情况（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|${initial}|3488.62|${spent}|10|97.5%|9.75
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
投入管理|预算管理|预算调整率|${target}|${change}|20|20|
||公用经费控制率|≤100%|92%|10|10|
||结转结余率|≤5%|${rest}|20|20|
产出指标|数量指标|建设里程|≥120公里|126公里|20|20|
满意度指标|满意度|满意度|≥90%|92%|20|20|
总分||||||99.75|`);

/** A department that gives its money by where it came from, and the total below. */
const divided = (rest: string) =>
  sheetOf(`部门整体支出绩效自评表
资金情况（万元）||年初预算数|全年预算数|全年执行数
资金来源|财政拨款|3000|3200|3150
|其他资金|250|288.62|251.4
合计||3250|3488.62|3401.4
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
投入管理|预算管理|结转结余率|≤5%|${rest}|40|40|
产出指标|数量指标|建设里程|≥120公里|126公里|60|60|
总分||||||100|`);

export default cases(derivedRate, {
  valid: [
    { name: '调整率除以年初预算，结转结余率除以全年预算', sheet: department('7.34%', '2.5%') },
    { name: '调整率除以全年预算', sheet: department('6.84%', '2.50%') },
    { name: '写成小数', sheet: department('0.0734', '2.5') },
    { name: '取整', sheet: department('7%', '约3%') },
    { name: '没有年初预算数，只核对结转结余率', sheet: department('4%', '2.5%', '') },
    { name: '调整率写的是金额', sheet: department('238.62万元', '2.5%', '3250', '3401.4', '≤300万元') },
    { name: '没有写明调整了多少', sheet: department('没有调整', '2.5%', '3250', '3401.4', '不调整') },
    { name: '合计在最后一行', sheet: divided('2.5%') },
  ],
  invalid: [
    {
      name: '合计在最后一行，结转结余率不同',
      sheet: divided('1.56%'),
      findings: [{ cell: 'E7', message: 'row', severity: 'info', expected: '2.5%', found: '1.56%' }],
    },
    {
      name: '完成值前后有空格',
      sheet: department(' 6.6% ', '2.5%'),
      findings: [{ cell: 'E5', message: 'row', severity: 'info', expected: '7.34%', found: '6.6%' }],
    },
    {
      name: '调整率与资金表算出来的不同',
      sheet: department('6.61%', '2.5%'),
      findings: [{ cell: 'E5', message: 'row', severity: 'info', expected: '7.34%', found: '6.61%' }],
    },
    {
      name: '结转结余率与资金表算出来的不同',
      sheet: department('7.34%', '3.5%'),
      findings: [{ cell: 'E7', message: 'row', severity: 'info', expected: '2.5%', found: '3.5%' }],
    },
  ],
});
