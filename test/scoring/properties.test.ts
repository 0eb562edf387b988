import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { BUILT_IN, claimedScore, rescore } from '../../src/scoring';
import { accepts } from '../../src/scoring/points';
import { printedRule } from '../../src/scoring/printed';
import type { Rulebook } from '../../src/scoring/rulebook';
import { budgetBlock, form, indicator, type TestIndicator } from '../support/form';

const weight = fc.integer({ min: 1, max: 3000 }).map((cents) => cents / 100);
/** Below 1900, for 2033.01 may be a month. */
const amount = fc.integer({ min: 0, max: 180_000 }).map((cents) => cents / 100);
const sign = fc.constantFrom('≥', '>', '=', '', '≤', '<');
const unit = fc.constantFrom('', '%', '个', '万元');
const rulebook = fc.constantFrom(...BUILT_IN);

function scoreOf(row: TestIndicator, by: Rulebook) {
  const [score] = rescore(form({ indicators: [row] }), by, '').indicators;
  if (score === undefined) throw new Error('no indicator');
  return score;
}

test('a computed score lies within nothing and the weight, and is accepted itself', () => {
  fc.assert(
    fc.property(weight, amount, amount, sign, unit, rulebook, (max, target, actual, how, word, by) => {
      const row = { weight: max, target: `${how}${target}${word}`, actual: `${actual}${word}` };
      const { value, accepted, origin } = scoreOf(row, by);
      if (origin !== 'computed' || value === null) return;
      expect(value.gte(0) && value.lte(max)).toBe(true);
      expect(accepts(accepted, value)).toBe(true);
    }),
  );
});

test('a better actual value never lowers the score', () => {
  fc.assert(
    fc.property(weight, amount, amount, amount, fc.constantFrom('≥', '≤'), rulebook, (max, target, a, b, how, by) => {
      const [worse, better] = a < b === (how === '≥') ? [a, b] : [b, a];
      const value = (actual: number) =>
        scoreOf({ weight: max, target: `${how}${target}个`, actual: `${actual}个` }, by).value ?? new Decimal(0);
      expect(value(better).gte(value(worse))).toBe(true);
    }),
  );
});

test('0.01 between the two usual roundings is accepted', () => {
  fc.assert(
    fc.property(weight, fc.integer({ min: 1, max: 9999 }), rulebook, (max, actual, by) => {
      const { origin, accepted } = scoreOf({ weight: max, target: '≥10000个', actual: `${actual}个` }, by);
      if (origin !== 'computed') return;
      const exact = new Decimal(actual).div(10_000).times(max);
      for (const mode of [Decimal.ROUND_DOWN, Decimal.ROUND_HALF_UP]) {
        expect(accepts(accepted, exact.toDecimalPlaces(2, mode))).toBe(true);
      }
      expect(accepts(accepted, exact.plus(0.2))).toBe(false);
    }),
  );
});

test('units of money change no score', () => {
  fc.assert(
    fc.property(
      weight,
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 0, max: 100_000 }),
      (max, budget, spent) => {
        const scored = (scale: number) => {
          const block = budgetBlock([{ budget: budget * scale, spent: spent * scale, weight: max }]);
          return rescore(
            form({ indicators: [], budget: block }),
            BUILT_IN[0] ?? failing(),
            '',
          ).budget?.value?.toString();
        };
        expect(scored(1)).toBe(scored(10_000));
      },
    ),
  );
});

function failing(): never {
  throw new Error('no rulebook');
}

test('whatever stands in the cells, the same input gives the same scores and nothing is thrown', () => {
  const words = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 40 }));
  const text = fc.oneof(words, fc.constantFrom('', '达成', '≥95%', '2022年6月', '__proto__', '每项加2分', '10-20次'));
  fc.assert(
    fc.property(text, text, text, text, rulebook, (target, actual, standard, evidence, by) => {
      const row = { weight: 5, stated: 4, target, actual, standard, evidence };
      expect(JSON.stringify(scoreOf(row, by))).toBe(JSON.stringify(scoreOf(row, by)));
      expect(claimedScore(evidence, new Decimal(5))?.points.lte(5) ?? true).toBe(true);
    }),
  );
});

test('a printed band is read back', () => {
  const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      bounds,
      fc.constantFrom('；', ';', '。', '，\n', '，'),
      fc.constantFrom('%', '％'),
      (found, end, percent) => {
        const sorted = [...found].sort((a, b) => b - a);
        const full = sorted.length;
        const parts = sorted.map((low, at) =>
          at === 0
            ? `≥${low}${percent}计${full}分`
            : `${low}${percent}（含）-${sorted[at - 1] ?? 0}${percent}计${full - at}分`,
        );
        const standard = [...parts, `<${sorted.at(-1) ?? 0}${percent}不得分`].join(end);
        const rule = printedRule(indicator({ standard, weight: full }), new Decimal(full))?.rule;
        const tiers = rule?.kind === 'tiers' ? rule.tiers : [];
        expect(tiers.map(({ low, points }) => [low, points])).toEqual([
          ...sorted.map((low, at) => [low, full - at]),
          [null, 0],
        ]);
      },
    ),
  );
});
