import { draftBlank } from '../../src/checks/draft-blank';
import { cases } from '../support/checkTester';
import { departmentForm } from '../support/department';

const below = (evidence: string, shortfall?: string) =>
  departmentForm({
    managed: [{ name: '预算编制情况', weight: 3, stated: 2.5, evidence }],
    ...(shortfall !== undefined && { shortfall }),
  });

export default cases(draftBlank, {
  valid: [
    { name: '空白已填', sheet: below('未达标原因：审核不严。改进措施：加强审核。') },
    { name: '别的方括号不是空白', sheet: below('未达标原因：【2021】15号文下达较晚。改进措施：【加强】审核。') },
  ],
  invalid: [
    {
      name: '两处空白合成一条',
      sheet: below('未达标原因：是因为【请填写：由什么引起】。改进措施：将【请填写：做什么】。'),
      findings: [{ cell: 'J11', message: 'left', severity: 'warning' }],
    },
    {
      name: '整体情况里的空白',
      sheet: below('未达标原因：审核不严。改进措施：加强审核。', '是因为【请填写：由什么引起】。'),
      findings: [{ cell: 'J4', message: 'left' }],
    },
  ],
});
