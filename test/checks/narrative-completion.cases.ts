import { narrativeCompletion } from '../../src/checks/narrative-completion';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';

const sheetOf = (goals: string, completion: string) =>
  narrated(goals, completion, [['培训人次', '≥200人次', '210人次']]);
const GOAL = '培训二百人次以上，按期结束。';

export default cases(narrativeCompletion, {
  valid: [
    { name: '写了完成情况', sheet: sheetOf(GOAL, '培训了二百一十人次，已按期结束。') },
    { name: '目标太短，完成情况相同', silent: true, sheet: sheetOf('做好培训', '做好培训') },
  ],
  invalid: [
    {
      name: '完成情况空着',
      sheet: sheetOf(GOAL, ''),
      findings: [{ cell: 'E3', message: 'blank', severity: 'info', related: ['B3'] }],
    },
    {
      name: '照抄目标，只改了标点',
      sheet: sheetOf(GOAL, '培训二百人次以上,按期结束'),
      findings: [{ cell: 'E3', message: 'copied', related: ['B3'] }],
    },
  ],
});
