import { statedTotal } from '../../src/checks/stated-total';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';

const sheetOf = (completion: string) => narrated('做好培训。', completion, [['培训人次', '≥200人次', '210人次']]);

export default cases(statedTotal, {
  valid: [
    { name: '与表内相同', sheet: sheetOf('全年培训任务如期完成，自评得分为100分，等级为优。') },
    { name: '没有写总分', silent: true, sheet: sheetOf('全年培训任务如期完成，学员考试平均86分。') },
    { name: '写的是上年的总分', silent: true, sheet: sheetOf('全年培训任务如期完成，上年自评得分95分。') },
    { name: '写的是满分', silent: true, sheet: sheetOf('全年培训任务如期完成，按满分总分100分评定。') },
  ],
  invalid: [
    {
      name: '与表内不同',
      sheet: sheetOf('全年培训任务如期完成，自评总分为98.5分，等级为优。'),
      findings: [{ cell: 'E3', message: 'differs', severity: 'info', expected: '100', found: '98.5' }],
    },
  ],
});
