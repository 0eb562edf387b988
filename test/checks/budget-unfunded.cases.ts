import { budgetUnfunded } from '../../src/checks/budget-unfunded';
import { funded } from '../fixtures/training';
import { cases } from '../support/checkTester';

const part = (label: string, budget: number | null, spent: number) => ({ label, initial: budget, budget, spent });

export default cases(budgetUnfunded, {
  valid: [
    { name: '没有钱的来源空着', sheet: funded({}, [part('其他资金', 0, 0)]) },
    {
      name: '预算只写在总额一行，其中各行只写执行数',
      sheet: funded({}, [part('其中：财政拨款', null, 80), part('其他资金', null, 20)]),
    },
  ],
  invalid: [
    {
      name: '没有预算却有支出',
      sheet: funded({}, [part('其中：财政拨款', 100, 60), part('其他资金', 0, 40)]),
      findings: [{ cell: 'D7', message: 'unfunded', severity: 'error', related: ['E7'] }],
    },
    {
      name: '预算数一栏都空着，只提示一次',
      sheet: funded({ initial: null, budget: null, spent: 98, rate: '98%', stated: 9.8 }, [
        { label: '其中：财政拨款', initial: null, budget: null, spent: 98, rate: '98%' },
      ]),
      findings: [{ cell: 'D5', message: 'unfunded', severity: 'error', related: ['D6', 'E5', 'G5', 'E6', 'G6'] }],
    },
    {
      name: '别的部分有全年预算数，这一部分只有年初预算数',
      sheet: funded({}, [
        { label: '其中：财政拨款', initial: 60, budget: null, spent: 60, rate: '100%' },
        part('其他资金', 40, 40),
      ]),
      findings: [{ cell: 'D6', message: 'unfunded', severity: 'error', related: ['E6', 'G6'] }],
    },
    {
      name: '年初、全年预算都是0却有支出',
      sheet: funded({ initial: 0, budget: 0, rate: '100%' }),
      findings: [{ cell: 'D5', message: 'unfunded', severity: 'error' }],
    },
  ],
});
