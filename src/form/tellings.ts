import { once } from '../sheet/remember';
import { factsOf } from '../words/facts';
import { numberOf } from './cells';
import type { Indicator, Located } from './model';

/** The row once for each cell of its evidence: with its reason, and with the basis where that has a column of its own. */
export const inTexts = once((indicator: Indicator): readonly Indicator[] => {
  const { ownBasis } = indicator;
  return ownBasis === null ? [indicator] : [indicator, { ...indicator, evidence: ownBasis, ownBasis: null }];
});

/** The row with the text by which it is scored for its evidence: the basis where that has a column of its own. */
export function asScored(indicator: Indicator): Indicator {
  return inTexts(indicator).at(-1) ?? indicator;
}

/** The row with another text of the form for its evidence. */
export function withTold(indicator: Indicator, { at, text }: Located<unknown>): Indicator {
  const told = { at, text, value: text, basis: text, shortfallReason: '', improvement: '', unlabelled: '' };
  return { ...indicator, evidence: told };
}

/** A cell of fewer figures states a value, not how it came about; one that is read as a number may be a range of two. */
const FEWEST_FIGURES = 2;
const FEWEST_BESIDE_ITS_SUM = 3;

/**
 * The row as each of its texts tells it: with its evidence, and with an actual value that tells how it came about in the
 * evidence's place: 参加考核210人，合格202人，合格率96.19%.
 */
export const tellings = once((indicator: Indicator): readonly Indicator[] => {
  const { actual, target } = indicator;
  const value = actual?.value ?? null;
  if (actual === null || value === null) return inTexts(indicator);
  // 应发10人，实发10人 reads like one figure, which of a target of 100% it is not.
  const isOther = value.kind === 'number' && value.unit !== '%' && numberOf(target)?.unit === '%';
  const fewest = value.kind === 'qualitative' || isOther ? FEWEST_FIGURES : FEWEST_BESIDE_ITS_SUM;
  if (factsOf(actual).length < fewest) return inTexts(indicator);
  return [...inTexts(indicator), withTold(indicator, actual)];
});
