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
      name: '执行数的公式失效，只有一行资金',
      sheet: funded({ spent: { value: '#VALUE!', formula: '=E9+F9' } }, []),
      findings: [{ cell: 'E5', message: 'error', found: '#VALUE!' }],
    },
    {
      name: '完成值的公式失效',
      sheet: training(0, { actual: '#REF!' }),
      findings: [{ cell: 'E7', message: 'error', severity: 'error', found: '#REF!' }],
    },
    {
      name: '分值的公式失效，只说一次',
      sheet: training(0, { weight: { value: '#N/A', formula: '=VLOOKUP(C7,A1:B9,2)' } }),
      findings: [{ cell: 'F7', message: 'error', severity: 'error', found: '#N/A' }],
    },
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
