import { roundingMixed } from '../../src/checks/rounding-mixed';
import { cases } from '../support/checkTester';
import { changed, training } from '../fixtures/training';

const why = { evidence: '原因：场地临时调整；改进措施：提前落实场地。' };
/** Two rows of 30 points that fell short, the first at `actual` of 97 %, and perhaps the third. */
const two = (first: number, second: number, actual = '95%', third?: number) =>
  training(
    null,
    {},
    {
      rows: changed(
        new Map([
          [1, { target: '≥97%', actual, stated: first, ...why }],
          [2, { target: '≥83%', actual: '82%', stated: second, ...why }],
          ...(third === undefined ? [] : [[3, { target: '≥97%', actual: '90%', stated: third, ...why }] as const]),
        ]),
      ),
    },
  );

export default cases(roundingMixed, {
  valid: [
    { name: '只有一项看得出是四舍五入', silent: true, sheet: two(29.38, 29.64) },
    { name: '只有一项看得出是截去尾数', silent: true, sheet: two(29.38, 29.63) },
    { name: '都四舍五入', sheet: two(27.84, 29.64, '90%') },
    { name: '都截去尾数', sheet: two(27.83, 29.63, '90%') },
  ],
  invalid: [
    {
      name: '一个截尾，一个进位',
      sheet: two(27.83, 29.64, '90%'),
      findings: [{ cell: 'G8', message: 'mixed', severity: 'info', related: ['G9'] }],
    },
    {
      name: '两个截尾，一个进位，说的是各自的第一个',
      sheet: two(27.83, 29.63, '90%', 9.28),
      findings: [{ cell: 'G8', message: 'mixed', severity: 'info', related: ['G10'] }],
    },
  ],
});
