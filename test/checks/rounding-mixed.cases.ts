import { roundingMixed } from '../../src/checks/rounding-mixed';
import { cases } from '../support/checkTester';
import { changed, training } from '../fixtures/training';

const why = { evidence: '原因：场地临时调整；改进措施：提前落实场地。' };
const two = (first: number, second: number) =>
  training(
    null,
    {},
    {
      rows: changed(
        new Map([
          [1, { target: '≥97%', actual: '95%', stated: first, ...why }],
          [2, { target: '≥83%', actual: '82%', stated: second, ...why }],
        ]),
      ),
    },
  );

export default cases(roundingMixed, {
  valid: [
    { name: '都四舍五入', silent: true, sheet: two(29.38, 29.64) },
    { name: '都截去尾数', silent: true, sheet: two(29.38, 29.63) },
  ],
  invalid: [
    {
      name: '一个截尾，一个进位',
      sheet: training(
        null,
        {},
        {
          rows: changed(
            new Map([
              [1, { target: '≥97%', actual: '90%', stated: 27.83, ...why }],
              [2, { target: '≥83%', actual: '82%', stated: 29.64, ...why }],
            ]),
          ),
        },
      ),
      findings: [{ cell: 'G8', message: 'mixed', severity: 'info', related: ['G9'] }],
    },
  ],
});
