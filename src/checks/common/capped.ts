import type { Decimal } from 'decimal.js';
import { figureOf, figuresOf } from '../../form/cells';
import type { EvaluationForm, FigureCell, Indicator } from '../../form/model';
import { allGroups, indicatorsBelow } from '../../form/tree';
import { sum } from '../../sheet/lists';
import type { CheckInput } from '../finding';
import { scored } from './evidence';
import { isShareOfWeight } from './shareOfWeight';
import { sharedTotal } from './weights';

/** Points that a label gives to several items together. */
export interface Capped {
  readonly name: string;
  readonly weight: FigureCell;
  readonly most: Decimal;
  readonly items: readonly Indicator[];
}

/** The blocks whose items have no weights of their own and all have a score, inner ones before those around them. */
export function cappedIn(form: EvaluationForm): readonly Capped[] {
  // Over marks of 100 of which a share is taken, a block's points are that share.
  const blocks = sharedTotal(form) === null ? form.targetBlocks : [];
  const groups = allGroups(form.groups).map((group) => ({ ...group, indicators: indicatorsBelow(group) }));
  const labelled = [...groups.reverse(), ...blocks.map((block) => ({ ...block, name: block.label.value }))];
  return labelled.flatMap(({ name, weight, indicators: items }) => {
    const most = figureOf(weight);
    const isOpen = items.some((item) => item.weight === null);
    const scores = figuresOf(items.map(({ stated }) => stated));
    // A blank beside a score for several rows is none where those that stand are all that there is to give.
    const isScored = scores.length === items.length || (most !== null && sum(scores).gte(most));
    return weight !== null && most !== null && isOpen && isScored && items.every(({ kind }) => kind === 'item')
      ? [{ name, weight, most, items }]
      : [];
  });
}

/** What items that missed their targets lose by their proportion, the greatest loss first. */
export function lossesIn(input: CheckInput, items: readonly Indicator[]) {
  const losses = scored(input).flatMap(({ indicator, score: { attainment, againstTarget } }) => {
    const kept = figureOf(indicator.stated);
    if (kept === null || !items.includes(indicator) || indicator.weight !== null || againstTarget.reached !== false)
      return [];
    return attainment?.gt(0) === true ? [{ indicator, loss: kept.div(attainment).minus(kept) }] : [];
  });
  return losses.sort((one, other) => other.loss.comparedTo(one.loss));
}

/** The item that reached its target and scored its own percentage of what it would then have: 98% of the 20 points left to it. */
export function shareIn(input: CheckInput, items: readonly Indicator[], lost: Decimal) {
  const found = scored(input).flatMap(({ indicator, score: { againstTarget } }) => {
    const [own, score] = [indicator.stated, figureOf(indicator.stated)];
    if (own === null || score === null || !items.includes(indicator) || againstTarget.reached !== true) return [];
    const full = score.plus(lost);
    return isShareOfWeight(indicator.actual, score, full) ? [{ indicator, own, full }] : [];
  });
  return found[0] ?? null;
}
