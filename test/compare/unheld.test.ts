import { unheldIn } from '../../src/compare/record';
import { formatAddress } from '../../src/sheet/address';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { evaluation, targets } from '../fixtures/targets';
import { TRAINING } from '../fixtures/training';
import { held } from '../support/sides';

const unheld = (old: SheetSnapshot, now: SheetSnapshot) =>
  unheldIn(held(old, now)).map(({ cell, why }) => `${formatAddress(cell)} ${why}`);

test('with weights on both sides nothing is left', () => {
  expect(unheld(targets({ weights: true }), evaluation())).toEqual([]);
});

test('weights that the other form does not have', () => {
  expect(unheld(targets(), evaluation())).toEqual([11, 12, 13, 14].map((row) => `F${row} 绩效目标申报表没有分值`));
});

test('an indicator that the other form does not have', () => {
  const fewer = targets({ weights: true, rows: TRAINING.filter((_, index) => index !== 1) });
  expect(unheld(fewer, evaluation())).toEqual(['D12 绩效目标申报表里没有这项指标', 'F12 绩效目标申报表里没有这项指标']);
});

test('of last year only what was reached is held against targets', () => {
  const last = evaluation({
    year: 2021,
    rows: TRAINING.map((row, index) => (index === 0 ? { ...row, actual: '' } : row)),
  });
  expect(unheld(last, evaluation())).toEqual(['D11 上年没有可以比较的完成值']);
});
