import type { Decimal } from 'decimal.js';
import { figureOf, figuresOf, withFigure } from '../../form/cells';
import type { EvaluationForm, FigureCell, Indicator } from '../../form/model';
import { allGroups, indicatorsBelow } from '../../form/groups';
import { sum } from '../../sheet/lists';
import type { CheckInput } from '../finding';
import { scored } from './rows';
import { isShareOfWeight } from './disputes';
import { sharedTotal } from './marks';
import { deniesShortfall, lacksReason } from './shortfall';

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
    const own = withFigure(weight);
    const isOpen = items.some((item) => item.weight === null);
    const scores = figuresOf(items.map(({ stated }) => stated));
    // A blank beside a score for several rows is none where those that stand are all that there is to give.
    if (own === null || !isOpen || items.some(({ kind }) => kind !== 'item')) return [];
    const isScored = scores.length === items.length || sum(scores).gte(own.value);
    return isScored ? [{ name, weight: own, most: own.value, items }] : [];
  });
}

/** The items without a weight of their own that missed their target. */
export const missedIn = (input: CheckInput, items: readonly Indicator[]): readonly Indicator[] =>
  scored(input).flatMap(({ indicator, score }) =>
    items.includes(indicator) && indicator.weight === null && score.againstTarget.reached === false ? [indicator] : [],
  );

/** The form asks for a reason, and none is given. */
const owesReason = ({ evidence, demand }: Indicator): boolean =>
  evidence !== null && demand.reason && !deniesShortfall(evidence) && lacksReason(evidence, demand);

/**
 * Whether the form asks why a block lost points and is not told; `isOpen` where it asks nowhere, and nothing shows why.
 *
 * @param isMet whether all items reached their targets: for a row that fell short missing-reason asks.
 */
export function reasonOwed({ narrative }: EvaluationForm, items: readonly Indicator[], isMet: boolean) {
  const room = items.some(({ evidence }) => evidence !== null);
  const asked = room ? null : narrative.shortfallReason;
  const isOwed = asked?.text.trim() === '' || (room && isMet && items.every(owesReason));
  return { asked, isOwed, isOpen: !room && asked === null && isMet };
}

/** Rounding and a kinder scale take no more than this from what a missed target costs, points. */
const LEAST_LOST = 1;

/** Words of a reason by which fewer points may have been taken: 经财政局批准目标调减为11场. */
const APPROVED = /批[准复]|同意|[调核]减|调整/;

/** The rows of a block that no standard of their own scores, with what is told of them. */
function scoredIn(input: CheckInput, items: readonly Indicator[]) {
  return scored(input).flatMap(({ indicator, score: { againstTarget } }) => {
    const own = withFigure(indicator.stated);
    const standard = indicator.standard?.text.trim() ?? '';
    if (own === null || standard !== '' || indicator.weight !== null || !items.includes(indicator)) return [];
    return [{ indicator, own, points: own.value, ...againstTarget }];
  });
}

/**
 * The row that missed its target and lost least of what that costs by its proportion, even if all that the block lost were
 * this row's: 18 of at most 20 points for half of the target.
 */
export function keptIn(input: CheckInput, items: readonly Indicator[], gone: Decimal) {
  const found = scoredIn(input, items).flatMap(({ indicator, own, points, reached, attainment }) => {
    if (gone.lte(0) || reached !== false || attainment?.gt(0) !== true) return [];
    const full = points.plus(gone);
    const owed = full.times(attainment.neg().plus(1));
    const reason = `${indicator.evidence?.text ?? ''}${input.form.narrative.shortfallReason?.text ?? ''}`;
    const isApproved = APPROVED.test(reason);
    return owed.minus(gone).gt(LEAST_LOST) ? [{ indicator, own, full, owed, isApproved }] : [];
  });
  return found.sort((one, other) => other.owed.comparedTo(one.owed))[0] ?? null;
}

/** The row that missed its target and scored, as most of its block did, an even share of the points: 10 of 80 for eight. */
export function evenIn(input: CheckInput, items: readonly Indicator[], most: Decimal) {
  const share = most.div(items.length).toDecimalPlaces(2);
  const even = scoredIn(input, items).filter(({ points }) => points.equals(share));
  const isShared = even.length * 2 > items.length && items.every(({ stated }) => figureOf(stated)?.gt(share) !== true);
  return isShared ? (even.find(({ reached }) => reached === false) ?? null) : null;
}

/** The item that reached its target and scored its own percentage of what it would then have: 98% of the 20 points left to it. */
export function shareIn(input: CheckInput, items: readonly Indicator[], gone: Decimal) {
  const found = scoredIn(input, items).flatMap(({ indicator, own, points, reached }) => {
    const full = points.plus(gone);
    return reached === true && isShareOfWeight(indicator.actual, points, full) ? [{ indicator, own, full }] : [];
  });
  return found[0] ?? null;
}
