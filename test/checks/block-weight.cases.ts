import { blockWeight } from '../../src/checks/block-weight';
import { BUILT_IN } from '../../src/scoring';
import { cases } from '../support/checkTester';
import { changed, training } from '../fixtures/training';

const [base] = BUILT_IN.filter(({ id }) => id === 'national-project');
const blocks = [
  { group: '产出', weight: 50 },
  { group: '效益', weight: 30 },
  { group: '满意度', weight: 10 },
];
const settings = base === undefined ? {} : { rulebook: { ...base, blocks } };
const moved = changed(
  new Map([
    [0, { weight: 10, stated: 10 }],
    [2, { weight: 40, stated: 40 }],
  ]),
);

export default cases(blockWeight, {
  valid: [
    { name: '50、30、10', sheet: training(), settings },
    { name: '规则没有规定', silent: true, sheet: training(null, {}, { rows: moved }) },
  ],
  invalid: [
    {
      name: '产出 40、效益 40',
      sheet: training(null, {}, { rows: moved }),
      settings,
      findings: [
        { cell: 'A7', message: 'differs', severity: 'info', expected: '50', found: '40' },
        { cell: 'A9', message: 'differs', expected: '30', found: '40' },
      ],
    },
  ],
});
