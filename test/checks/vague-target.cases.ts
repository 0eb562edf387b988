import { vagueTarget } from '../../src/checks/vague-target';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';

const sheetOf = (...rows: Parameters<typeof narrated>[2]) => narrated('做好培训。', '已完成。', rows);

export default cases(vagueTarget, {
  valid: [
    { name: '写了数', sheet: sheetOf(['培训人次', '≥200人次', '210人次']) },
    { name: '写了增加多少', sheet: sheetOf(['培训人次', '较上年增长5%', '6%']) },
    { name: '只写增加，完成值写了增加多少', sheet: sheetOf(['门诊人次', '增加', '增372人次']) },
    { name: '写了要做什么', sheet: sheetOf(['系统建设', '完成验收', '完成验收']) },
    { name: '没有写指标值', silent: true, sheet: sheetOf(['培训人次', '', '']) },
    {
      name: '效益指标的定性目标',
      silent: true,
      sheet: narrated('做好培训。', '已完成。', [['从业人员技能水平', '有所提高', '有所提高']], '社会效益指标'),
    },
  ],
  invalid: [
    {
      name: '只写增加，完成值写的是减少',
      sheet: sheetOf(['门诊人次', '增加', '减少372人次']),
      findings: [{ cell: 'D5', message: 'one', severity: 'info' }],
    },
    {
      name: '数量指标只写有所增加',
      sheet: sheetOf(['培训人次', '有所增加', '有所增加'], ['合格率', '≥95%', '96%']),
      findings: [{ cell: 'D5', message: 'one', severity: 'info' }],
    },
    {
      name: '产出里的质量指标只写方向',
      sheet: narrated('做好培训。', '已完成。', [['学员技能', '有所提高', '有所提高']], '质量指标'),
      findings: [{ cell: 'D5', message: 'one' }],
    },
    {
      name: '好几项只写方向，合成一条',
      sheet: sheetOf(['培训人次', '进一步提高', '已提高'], ['合格率', '稳步提升', '提升']),
      findings: [{ cell: 'D5', message: 'several', related: ['D6'] }],
    },
  ],
});
