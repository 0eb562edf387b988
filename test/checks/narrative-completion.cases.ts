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
    { name: '没有未完成的任务', sheet: sheetOf(GOAL, '培训210人次，不存在未完成的任务。') },
  ],
  invalid: [
    {
      name: '总体目标空着',
      sheet: sheetOf('', '培训210人次。'),
      findings: [{ cell: 'B3', message: 'goals', severity: 'info' }],
    },
    {
      name: '写明没有完成，各项都记满分',
      sheet: sheetOf(GOAL, '因场地原因未完成培训任务。'),
      findings: [{ cell: 'E3', message: 'unmet', severity: 'info' }],
    },
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
