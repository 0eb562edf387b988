import { missingBasis } from '../../src/checks/missing-basis';
import { cases } from '../support/checkTester';
import { sheet } from '../support/sheet';

/** Three rows at full marks under a heading for what is written in their last column. */
const page = (heading: string, ...texts: readonly string[]) =>
  pageOf(['整理档案数', '≥100件', '110件'], heading, texts);
const pageOf = (first: readonly string[], heading: string, texts: readonly string[]) =>
  sheet([
    ['部门整体支出绩效自评表'],
    ['（2023年度）'],
    ['单位名称', '某县档案馆'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', heading],
    ['产出指标', '数量指标', ...first, 40, 40, texts[0] ?? ''],
    ['', '质量指标', '归档合格率', '≥95%', '97%', 40, 40, texts[1] ?? ''],
    ['效益指标', '社会效益指标', '查档群众满意率', '≥90%', '95%', 20, 20, texts[2] ?? ''],
    ['总分', '', '', '', '', 100, 100, ''],
  ]);
const BASIS = '评分依据、未达标原因';

export default cases(missingBasis, {
  valid: [
    { name: '都写了', sheet: page(BASIS, '验收单。', '抽查记录。', '问卷汇总。') },
    { name: '只要求写偏差原因的，满分可以空着', silent: true, sheet: page('偏差原因分析及改进措施') },
    { name: '评分说明只写了扣分的，满分可以空着', silent: true, sheet: page('评分说明') },
    {
      name: '预算执行率的依据是账',
      sheet: pageOf(['预算执行率', '100%', '100%'], '佐证材料', ['', '抽查记录。', '问卷汇总。']),
    },
    { name: '备注可以空着', silent: true, sheet: page('备注', '', '抽查记录。') },
  ],
  invalid: [
    {
      name: '评分说明有一项空着，只问',
      sheet: page('评分说明', '验收单。', '', '问卷汇总。'),
      findings: [{ cell: 'H6', message: 'unused', severity: 'info' }],
    },
    {
      name: '一项满分没有写依据',
      sheet: page(BASIS, '验收单。', '', '问卷汇总。'),
      findings: [{ cell: 'H6', message: 'blank', severity: 'warning', related: ['G6'] }],
    },
    {
      name: '这一栏没有使用，合并成一个问题',
      sheet: page(BASIS),
      findings: [{ cell: 'H5', message: 'unused', severity: 'info', related: ['H6', 'H7'] }],
    },
    {
      name: '别的行只写了“无”，空着的一行只问',
      sheet: page(BASIS, '无', '', '无'),
      findings: [{ cell: 'H6', message: 'unused', severity: 'info' }],
    },
  ],
});
