import { formulaError } from '../../src/checks/formula-error';
import { cases } from '../support/checkTester';
import { funded, training } from '../fixtures/training';

export default cases(formulaError, {
  valid: [
    { name: '公式有值', sheet: training(null, {}, { total: { stated: { value: 100, formula: '=H5+SUM(G7:G10)' } } }) },
    {
      name: '没有钱的行除以零',
      silent: true,
      sheet: funded({}, [{ label: '其他资金', budget: 0, spent: 0, rate: { value: '#DIV/0!', formula: '=E6/D6' } }]),
    },
  ],
  invalid: [
    {
      name: '总分的公式失效',
      sheet: training(null, {}, { total: { stated: { value: '#REF!', formula: '=SUM(#REF!)' } } }),
      findings: [{ cell: 'G11', message: 'error', severity: 'error', found: '#REF!' }],
    },
    {
      name: '得分的公式失效',
      sheet: training(3, { stated: { value: '#VALUE!', formula: '=E10/D10*F10' } }, { total: { stated: 100 } }),
      findings: [{ cell: 'G10', message: 'error', found: '#VALUE!' }],
    },
  ],
});
