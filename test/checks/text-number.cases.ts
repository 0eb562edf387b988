import { textNumber } from '../../src/checks/text-number';
import { cases } from '../support/checkTester';
import { figureIn } from '../fixtures/render';
import { TRAINING, training } from '../fixtures/training';

const asText = TRAINING.map((row) => ({ ...row, stated: String(figureIn(row.stated)) }));

export default cases(textNumber, {
  valid: [
    { name: '数字格式', sheet: training(null, {}, { total: { stated: { value: 100, formula: '=H5+SUM(G7:G10)' } } }) },
    {
      name: '整张表都是文本，总分不是公式',
      silent: true,
      sheet: training(null, {}, { rows: asText, total: { stated: '100' } }),
    },
    {
      name: '用加号相加，文本也算',
      sheet: training(3, { stated: '10' }, { total: { stated: { value: 100, formula: '=H5+G7+G8+G9+G10' } } }),
    },
  ],
  invalid: [
    {
      name: '一项是文本，求和少了',
      sheet: training(3, { stated: '10' }, { total: { stated: { value: 90, formula: '=H5+SUM(G7:G10)' } } }),
      findings: [{ cell: 'G10', message: 'text', severity: 'warning', fix: 10 }],
    },
    {
      name: '文本是公式给出的，公式由人改',
      sheet: training(
        3,
        { stated: { value: '10', formula: '=TEXT(10,"0")' } },
        { total: { stated: { value: 90, formula: '=H5+SUM(G7:G10)' } } },
      ),
      findings: [{ cell: 'G10', message: 'text', severity: 'warning', fix: null }],
    },
    {
      name: '各项都是文本',
      sheet: training(null, {}, { rows: asText, total: { stated: { value: 10, formula: '=SUM(H5,G7:G10)' } } }),
      findings: [{ cell: 'G7', message: 'text', related: ['G8', 'G9', 'G10'], fix: null }],
    },
  ],
});
