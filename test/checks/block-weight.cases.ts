import { blockWeight } from '../../src/checks/block-weight';
import { BUILT_IN } from '../../src/scoring';
import type { Rulebook } from '../../src/scoring/rulebook';
import { cases } from '../support/checkTester';
import { changed, training } from '../fixtures/training';

function ruled(id: string): Rulebook {
  const found = BUILT_IN.find((rulebook) => rulebook.id === id);
  if (found === undefined) throw new Error(`no rulebook ${id}`);
  return found;
}
const settings = { rulebook: ruled('national-blocks') };
const moved = changed(
  new Map([
    [0, { weight: 10, stated: 10 }],
    [2, { weight: 40, stated: 40 }],
  ]),
);

export default cases(blockWeight, {
  valid: [
    { name: '50、30、10', sheet: training(), settings },
    {
      name: '成本指标5分',
      sheet: training(
        null,
        {},
        {
          rows: changed(
            new Map([
              [
                0,
                { level2: '成本指标', name: '人均培训成本', target: '≤500元', actual: '480元', weight: 5, stated: 5 },
              ],
              [1, { weight: 45, stated: 45 }],
            ]),
          ),
        },
      ),
      settings: { rulebook: ruled('shanxi-project') },
    },
    { name: '规则没有规定', silent: true, sheet: training(null, {}, { rows: moved }) },
  ],
  invalid: [
    {
      name: '成本指标超过5分',
      sheet: training(0, { level2: '成本指标', name: '人均培训成本', target: '≤500元', actual: '480元' }),
      settings: { rulebook: ruled('shanxi-project') },
      findings: [{ cell: 'F7', message: 'each', severity: 'info', expected: '5', found: '20' }],
    },
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
