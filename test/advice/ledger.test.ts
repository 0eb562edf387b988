import { ledgerOf } from '../../src/advice/ledger';
import type { MappedFigure } from '../../src/checks/coverage';
import { sheet } from '../support/sheet';

const cell = { row: 0, column: 0 };
const snapshot = sheet([[3]]);

function howOf(verdict: 'agrees' | 'differs' | 'asks', arithmetic?: string): string | undefined {
  const stated = arithmetic === undefined ? {} : { arithmetic };
  const comparison = { check: 'evidence-amount', verdict, cells: [cell], stated: [], ...stated };
  const figure: MappedFigure = { cell, role: 'amount', column: null, verdict, comparisons: [comparison], why: '' };
  return ledgerOf([figure], snapshot)[0]?.how;
}

describe('what a figure was held with', () => {
  it('is the arithmetic where there is one', () => {
    expect(howOf('differs', '1 + 1 = 2')).toBe('1 + 1 = 2');
  });

  it('is what was looked at where there is none, never the rule alone where it is broken', () => {
    expect(howOf('agrees')).toBe('依据中的预算金额、执行进度与资金表一致');
    expect(howOf('differs')).toBe('“依据中的预算金额、执行进度与资金表一致”一项不符');
    expect(howOf('asks')).toBe('“依据中的预算金额、执行进度与资金表一致”一项待核实');
  });
});
