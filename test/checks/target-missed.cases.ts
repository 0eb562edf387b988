import { targetMissed } from '../../src/checks/target-missed';
import type { RowSpec } from '../fixtures/spec';
import { training } from '../fixtures/training';
import { cases } from '../support/checkTester';

const why: Partial<RowSpec> = { stated: 18, evidence: '原因：设备到货晚；改进措施：提前采购。' };
const late = { target: '2023年6月底前', actual: '2023年8月' };
const narrow = { target: '200-250人次', actual: '180人次' };
const grades = { target: '优', actual: '良' };
const several = { target: '理论课10期、实操课6期', actual: '理论课10期、实操课4期' };

export default cases(targetMissed, {
  valid: [
    { name: '按期完成', sheet: training(0, { ...late, actual: '2023年6月20日' }) },
    { name: '晚了，也扣了分', sheet: training(0, { ...late, ...why }) },
    { name: '在目标范围之内', sheet: training(0, { ...narrow, actual: '230人次' }) },
    { name: '评价高于目标等次', sheet: training(0, { target: '良好', actual: '优秀' }) },
    { name: '几个数都达到了', sheet: training(0, { ...several, actual: '理论课12期、实操课6期' }) },
    { name: '几个数对不上号', sheet: training(0, { ...several, actual: '共办班14期，其中实操课4期' }) },
  ],
  invalid: [
    {
      name: '晚于目标时间',
      sheet: training(0, late),
      findings: [{ cell: 'G7', message: 'full', severity: 'warning', found: '20', related: ['E7', 'D7'] }],
    },
    { name: '低于目标范围', sheet: training(0, narrow), findings: [{ cell: 'G7', message: 'full' }] },
    { name: '评价低于目标等次', sheet: training(0, grades), findings: [{ cell: 'G7', message: 'full' }] },
    { name: '几个数里有一个没有达到', sheet: training(0, several), findings: [{ cell: 'G7', message: 'full' }] },
  ],
});
