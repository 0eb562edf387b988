import { targetUnit } from '../../src/checks/target-unit';
import { cases } from '../support/checkTester';
import { training } from '../fixtures/training';

export default cases(targetUnit, {
  valid: [
    { name: '合格率 96%', sheet: training() },
    { name: '增长率可以超过 100%', sheet: training(2, { name: '就业人数增长率', actual: '105%' }) },
    {
      name: '成本不超过',
      sheet: training(1, { level2: '成本指标', name: '人均培训成本', target: '≤500元', actual: '480元' }),
    },
  ],
  invalid: [
    {
      name: '合格率超过 100%',
      sheet: training(1, { actual: '105%' }),
      findings: [{ cell: 'E8', message: 'above', severity: 'warning', found: '105%' }],
    },
    {
      name: '成本写成不少于',
      sheet: training(1, { level2: '成本指标', name: '人均培训成本', target: '≥500元', actual: '500元' }),
      findings: [{ cell: 'D8', message: 'spending', severity: 'warning' }],
    },
    {
      name: '成本写成不少于，完成值在目标之下：错在方向，不在得分',
      sheet: training(1, { level2: '成本指标', name: '人均培训成本', target: '≥500元', actual: '480元' }),
      findings: [{ cell: 'D8', message: 'spending' }],
    },
    {
      name: '补助标准可以不少于，只作提示',
      sheet: training(1, { level2: '成本指标', name: '学员补助标准', target: '≥500元', actual: '500元' }),
      findings: [{ cell: 'D8', message: 'cost', severity: 'info' }],
    },
    {
      name: '单位不同',
      sheet: training(0, { target: '≥4家', actual: '210人次' }),
      findings: [{ cell: 'E7', message: 'units', severity: 'info', related: ['D7'] }],
    },
  ],
});
