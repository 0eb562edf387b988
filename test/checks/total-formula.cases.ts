import { totalFormula } from '../../src/checks/total-formula';
import { cases } from '../support/checkTester';
import { training, trainingIn } from '../fixtures/training';
import type { FormSpec } from '../fixtures/spec';

const summed = (formula: string, value = 100): Partial<FormSpec> => ({ total: { stated: { value, formula } } });

export default cases(totalFormula, {
  valid: [
    { name: '执行率加各项', sheet: training(null, {}, summed('=H5+SUM(G7:G10)')) },
    { name: '逐格相加', sheet: training(null, {}, summed('=H5+G7+G8+G9+G10')) },
    { name: '套了四舍五入', sheet: training(null, {}, summed('=ROUND(SUM($G$7:$G$10)+H5,2)')) },
    { name: '读不懂的公式不猜', silent: true, sheet: training(null, {}, summed('=SUMPRODUCT(G7:G10*1)+H5')) },
    {
      name: '总分值是公式，总分是手填的，但填得对',
      silent: true,
      sheet: training(null, {}, { total: { weight: { value: 100, formula: '=F5+SUM(F7:F10)' }, stated: 100 } }),
    },
  ],
  invalid: [
    {
      name: '漏了最后一行',
      sheet: training(null, {}, summed('=H5+SUM(G7:G9)', 90)),
      findings: [{ cell: 'G11', message: 'missing', severity: 'error', related: ['G10'] }],
    },
    {
      name: '漏了执行率得分',
      sheet: training(null, {}, summed('=SUM(G7:G10)', 90)),
      findings: [{ cell: 'G11', message: 'missing', related: ['H5'] }],
    },
    {
      name: '把小计又加了一遍',
      sheet: trainingIn('L12', summed('=H5+SUM(G7:G13)', 190)),
      findings: [{ cell: 'G14', message: 'twice', related: ['G7', 'G10', 'G12'] }],
    },
    {
      name: '总分值是公式，总分是手填的',
      sheet: training(null, {}, { total: { weight: { value: 100, formula: '=F5+SUM(F7:F10)' }, stated: 96.5 } }),
      others: ['total-sum'],
      findings: [{ cell: 'G11', message: 'typed', severity: 'info' }],
    },
  ],
});
