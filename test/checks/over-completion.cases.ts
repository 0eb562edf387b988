import { overCompletion } from '../../src/checks/over-completion';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { changed, training } from '../fixtures/training';

/** A form without scores that asks for reasons. */
const unscored = (target: string, actual: string, reason = '') =>
  sheetOf(`转移支付区域绩效目标自评表
一级指标|二级指标|三级指标|年度指标值|全年完成值|未完成原因和改进措施
产出指标|数量指标|检查企业|${target}|${actual}|${reason}
效益指标|社会效益指标|知晓率|≥80%|85%|`);

/** An item of 10 points that passed its target by far and lost some. */
const lost = (reason: string) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|举办赛事|≥120场|126场|90|90|
效益指标|经济效益指标|产业规模|≥95亿元|190亿元|10|9.8|${reason}
总分|||||100|99.8|`);

/** Scored by a printed standard. */
const standard = (actual: string) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|评分标准|分值|得分
产出指标|数量指标|配发桌椅|≥120套|${actual}|每少1套扣1分，扣完为止|60|60
效益指标|社会效益指标|知晓率|≥80%|85%|达标得满分|40|40
总分||||||100|100`);

export default cases(overCompletion, {
  valid: [
    { name: '花的钱比控制数少', sheet: unscored('≤200万元', '93万元') },
    { name: '没有得分的表，略有超过', sheet: unscored('≥124家', '130家') },
    { name: '没有得分的表，超过的写明了原因', sheet: unscored('≥124家', '253家', '因新开办企业较多，检查家数增加。') },
    { name: '略有超过', sheet: training(0, { actual: '250人次' }) },
    { name: '写明了原因', sheet: training(0, { actual: '300人次', evidence: '因报名人数增加，加办两期。' }) },
    {
      name: '超出太多扣了分，原因说的是目标',
      sheet: lost('年初目标设定偏低，原因是首次开展。改进措施：提高目标设定的准确性。'),
    },
    { name: '下降得略多', sheet: training(2, { name: '能耗强度', target: '下降5%', actual: '下降7.2%' }) },
    { name: '增长得略多', sheet: training(2, { name: '收入增长率', target: '≥5%', actual: '7%' }) },
    {
      name: '超过评分标准得满分的界线，不是超过指标值',
      sheet: sheetOf(`部门整体支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|评分标准|分值|实际完成值|得分|扣分原因
过程|预算管理|经费压减率||压减率达到5%得满分，否则按压减率/5%×分值计分|40|8%|40|
效益|满意度|群众满意度|满意|满意得满分|60|满意|60|
总分|||||100||100|`),
    },
  ],
  invalid: [
    {
      name: '比指标值略少，多写了一个零，按印出的标准计分',
      sheet: standard('1180套'),
      findings: [{ cell: 'E3', message: 'far', severity: 'info', related: ['D3'] }],
    },
    {
      name: '花的钱不到控制数的九分之一',
      sheet: unscored('≤200万元', '19.3万元'),
      findings: [{ cell: 'E3', message: 'little', severity: 'info', related: ['D3'] }],
    },
    {
      name: '没有得分的表，超过的没有说明',
      sheet: unscored('≥124家', '253家'),
      findings: [{ cell: 'F3', message: 'unexplained', severity: 'info' }],
    },
    {
      name: '写的原因是为什么没有完成',
      sheet: lost('原因：赛事经济带动不足。改进措施：引进2项品牌赛事。'),
      findings: [{ cell: 'H4', message: 'unexplained', severity: 'info' }],
    },
    {
      name: '没有得分的表，是指标值的许多倍',
      sheet: unscored('≥124家', '1300家', '因新开办企业较多，检查家数增加。'),
      findings: [{ cell: 'E3', message: 'far', severity: 'info', related: ['D3'] }],
    },
    {
      name: '下降得多得多',
      sheet: training(2, { name: '能耗强度', target: '下降5%', actual: '下降9%' }),
      findings: [{ cell: 'H9', message: 'unexplained', severity: 'info' }],
    },
    {
      name: '超过五成没有说明',
      sheet: training(0, { actual: '300人次' }),
      findings: [{ cell: 'H7', message: 'unexplained', severity: 'info', related: [] }],
    },
    {
      name: '几项合并成一条',
      sheet: training(
        null,
        {},
        {
          rows: changed(
            new Map([
              [0, { actual: '300人次' }],
              [2, { target: '≥60%', actual: '85%' }],
            ]),
          ),
        },
      ),
      findings: [{ cell: 'H7', message: 'unexplained', related: ['H9'] }],
    },
    {
      name: '二十倍，多半是单位或数字写错',
      sheet: training(0, { target: '≥1亿元', actual: '24亿元', evidence: '因新增投资超出预期。' }),
      findings: [{ cell: 'E7', message: 'far', severity: 'info', related: ['D7'] }],
    },
  ],
});
