import { evidencePenalty } from '../../src/checks/evidence-penalty';
import { cases } from '../support/checkTester';
import { sheet } from '../support/sheet';

const HEADER = ['一级指标', '二级指标', '三级指标', '评分标准', '分值', '自评得分', '扣分原因'];
/** One item of 10 points with its printed standard, and 90 more in order. */
const row = (standard: string, stated: number, reason: string, name = '财务管理规范性') =>
  sheet([
    ['部门整体支出绩效自评表'],
    HEADER,
    ['过程', '预算管理', name, standard, 10, stated, reason],
    ['产出', '职责履行', '重点工作完成情况', '全部完成得满分。', 90, 90, null],
    ['合计', null, null, null, 100, 90 + stated, null],
  ]);
const differs = [{ cell: 'G3', message: 'differs', severity: 'info' as const, related: ['F3'] }];

const EACH = '未发现违规得10分；每个问题扣2分，直至扣完。';
const BEYOND = '支付进度率达到100%得10分，每低1个百分点扣0.5分，扣完为止。';

export default cases(evidencePenalty, {
  valid: [
    { name: '一个问题', sheet: row(EACH, 8, '审计指出1个问题，扣2分。') },
    { name: '低几个百分点', sheet: row(BEYOND, 9, '支付进度率98%，低2个百分点，扣1分。', '支付进度率') },
    { name: '不足一步的不扣', sheet: row(BEYOND, 9, '支付进度率97.6%，低2.4个百分点，扣1分。', '支付进度率') },
    { name: '抽查的个数不是问题', sheet: row(EACH, 8, '抽查8个项目，发现1个问题，扣2分。') },
    ...(
      [
        ['问题的个数没有写', EACH, 8, '抽查8个项目，个别资料不全，扣2分。'],
        ['少的是两数之差', '每缺1份资料扣1分', 9, '应报5份，资料4份，扣1分。'],
        ['别的数合得上', EACH, 8, '审计指出3个问题中1个未整改，扣2分。'],
        ['按时完成的不扣', EACH, 8, '已整改4个问题，扣2分。'],
        ['约数', EACH, 8, '发现2个以上问题，扣2分。'],
        ['比上年的', BEYOND, 9, '支付进度率98%，比上年低3个百分点，扣1分。'],
        ['标准写了两种扣法', '一般问题每个扣1分，严重问题扣5分', 9, '发现2个问题，扣1分。'],
        ['说明扣了两次', EACH, 6, '发现3个问题，扣2分；迟报，扣2分。'],
        ['单位不同', '每超1天扣1分', 9, '发现2个问题，扣1分。'],
        ['比分值还多', EACH, 4, '检查发现8个问题，扣6分。'],
      ] as const
    ).map(([name, standard, stated, reason]) => ({
      name,
      silent: true as const,
      sheet: row(standard, stated, reason),
    })),
  ],
  invalid: [
    { name: '两个问题只扣一个的', sheet: row(EACH, 8, '审计指出2个问题，扣2分。'), findings: differs },
    { name: '同一句里写扣分', sheet: row(EACH, 8, '审计指出2个问题扣2分。'), findings: differs },
    {
      name: '每发现一起',
      sheet: row('每发现一起违规扣1分', 9, '会议费超标准列支3起，扣1分。'),
      findings: differs,
    },
    {
      name: '低三个百分点只扣两个的',
      sheet: row(BEYOND, 9, '支付进度率98%，低3个百分点，扣1分。', '支付进度率'),
      findings: differs,
    },
    {
      name: '超百分之几',
      sheet: row('≤100%得10分，每超过1%扣0.5分', 8.5, '控制率103%，超2%，扣1.5分。', '公用经费控制率'),
      findings: differs,
    },
  ],
});
