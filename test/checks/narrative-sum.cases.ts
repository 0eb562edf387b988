import { narrativeSum } from '../../src/checks/narrative-sum';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';

const sheetOf = (goals: string, completion = '已完成。') =>
  narrated(goals, completion, [['培训完成率', '≥95%', '96%']]);

export default cases(narrativeSum, {
  valid: [
    { name: '合计等于各项之和', sheet: sheetOf('培训管理人员80人、技术人员120人，共200人。') },
    { name: '完成情况的合计', sheet: sheetOf('做好培训。', '培训管理人员80人、技术人员130人，合计210人。') },
    { name: '列举未尽', silent: true, sheet: sheetOf('培训管理人员80人、技术人员120人等，共260人。') },
    { name: '其中是一部分', silent: true, sheet: sheetOf('培训人员200人，其中管理人员80人、技术人员100人，共200人。') },
    { name: '其中各项的金额合起来是总额', sheet: sheetOf('支出90万元，其中30万元用于编制，60万元用于审计。') },
    {
      name: '其中各项的金额少于总额',
      silent: true,
      sheet: sheetOf('支出90万元，其中30万元用于编制，50万元用于审计。'),
    },
    { name: '其中按两种口径列金额', silent: true, sheet: sheetOf('支出90万元，其中中央资金60万元，项目支出80万元。') },
    {
      name: '其中里面又有其中',
      silent: true,
      sheet: sheetOf('支出90万元，其中中央资金60万元（其中甲项目2万元）、省级资金30万元。'),
    },
    { name: '括号里的各项合起来是总数', sheet: sheetOf('发放补助2300万元（中央2000万元、地方300万元）。') },
    { name: '括号里的各项不是全部', silent: true, sheet: sheetOf('培训260人（党员50人、干部30人）。') },
    {
      name: '括号里是增减',
      silent: true,
      sheet: sheetOf('支出120万元（较上年增加20万元、较预算减少105万元）。'),
    },
    { name: '其中的金额是约数', silent: true, sheet: sheetOf('支出90万元，其中约31万元用于编制，60万元用于审计。') },
    { name: '合计的单位不同', silent: true, sheet: sheetOf('培训管理人员80人、技术人员120人，共4期。') },
    { name: '没有合计', silent: true, sheet: sheetOf('培训管理人员80人、技术人员120人。') },
  ],
  invalid: [
    {
      name: '目标的合计算错',
      sheet: sheetOf('培训管理人员80人、技术人员120人，共220人。'),
      findings: [{ cell: 'B3', message: 'goal', severity: 'info', expected: '200人', found: '220人' }],
    },
    {
      name: '其中各项的金额多于总额',
      sheet: sheetOf('做好培训。', '完成89.97万元。其中：30万元用于编制；30万元用于审计；29.99万元用于测绘。'),
      findings: [{ cell: 'E3', message: 'completion', severity: 'info', expected: '89.99万元', found: '89.97万元' }],
    },
    {
      name: '括号里的各项多于总数',
      sheet: sheetOf('做好培训。', '发放补助2300万元（中央2000万元、地方400万元）。'),
      findings: [{ cell: 'E3', message: 'completion', severity: 'info', expected: '2400万元', found: '2300万元' }],
    },
    {
      name: '完成情况的合计算错',
      sheet: sheetOf('做好培训。', '培训管理人员80人、技术人员130人，合计230人。'),
      findings: [{ cell: 'E3', message: 'completion', severity: 'info', expected: '210人' }],
    },
  ],
});
