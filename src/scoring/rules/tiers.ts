import { Decimal } from 'decimal.js';
import { formatFigure } from '../../sheet/format';
import type { RuleContext, RuleFigure, RuleResult } from '../context';
import { asAmount } from '../../words/written';
import { figuresFor, groundsOf, leadWords } from './figures';
import { computed, within, ZERO, type Reading } from '../points';
import type { Tier, TiersRule } from '../rulebook';
import { judged } from './judged';

/** A band in words: 80%以上（含）不足90%. */
function bandWords(tier: Tier, unit: string): string {
  const { low, high } = tier;
  if (low !== null && low === high) return `等于${asAmount(low, unit)}`;
  const from = low === null ? '' : `${tier.lowOpen === true ? '高于' : '不低于'}${asAmount(low, unit)}`;
  const to = high === null ? '' : `${tier.highClosed === true ? '不超过' : '低于'}${asAmount(high, unit)}`;
  return [from, to].filter((part) => part !== '').join('且') || '任何情况';
}

function scoreWords({ points, share, inProportion, evenly }: Tier): string {
  if (evenly === true) return '按插值法得分';
  if (inProportion === true) return '按比例得分';
  if (points !== undefined) return points === 0 ? '不得分' : `得${points}分`;
  return share === 1 ? '得满分' : `得分值的${new Decimal(share ?? 0).times(100).toFixed()}%`;
}

/** The rule in words. */
export function tiersWords(rule: TiersRule): string {
  const unit = rule.unit ?? '%';
  return leadWords(rule) + rule.tiers.map((tier) => `${bandWords(tier, unit)}${scoreWords(tier)}`).join('；');
}

function holds(tier: Tier, figure: Decimal): boolean {
  const above = tier.low === null || (tier.lowOpen === true ? figure.gt(tier.low) : figure.gte(tier.low));
  return above && (tier.high === null || (tier.highClosed === true ? figure.lte(tier.high) : figure.lt(tier.high)));
}

function pointsOf(tier: Tier, weight: Decimal): Decimal {
  return within(tier.points === undefined ? weight.times(tier.share ?? 0) : new Decimal(tier.points), weight);
}

/** 60%-90%按插值法, reckoned; 60%-90%按比例: at most what is left when every percent that lacks costs as much, and how much less is not said. */
function readingOf(tier: Tier, { figure, words }: RuleFigure, weight: Decimal, unit: string): Reading {
  const points = pointsOf(tier, weight);
  const band = `${words}，${bandWords(tier, unit)}`;
  if (tier.inProportion !== true) return { points, arithmetic: (score) => `${band}，得${score}分` };
  const { low, high } = tier;
  if (tier.evenly === true && low !== null && high !== null && low < high) {
    const steps = `(${formatFigure(figure)} − ${low}) ÷ (${high} − ${low}) × ${formatFigure(points)}`;
    const even = figure.minus(low).div(high - low);
    return { points: points.times(even), arithmetic: (score) => `${words}，${steps} = ${score}` };
  }
  const lacking = tier.high === null ? ZERO : new Decimal(tier.high).minus(figure).div(100);
  const most = within(points.times(lacking.neg().plus(1)), weight);
  const arithmetic = () => `${band}，按比例最多得${formatFigure(most.toDecimalPlaces(2))}分`;
  return { points: most, down: ZERO, arithmetic };
}

/**
 * A score for each band of the rate. Where two bands share a bound that no word gives to one of them, both scores
 * are accepted; outside all bands a person decides.
 */
export function tiers(rule: TiersRule, context: RuleContext): RuleResult {
  const { weight } = context;
  const figures = figuresFor(rule, context);
  const openEnded = (unread?: string): RuleResult => {
    const steps = weight === null ? [] : rule.tiers.map((tier) => pointsOf(tier, weight).toNumber());
    const named = rule.tiers.every(({ points }) => points !== undefined);
    const allowed = named && figures.length === 0 && steps.some((points) => points > 0) ? [...new Set(steps)] : [];
    // Where every band gives full marks, a figure outside them scores less; how much, a person decides.
    const missed =
      figures.length > 0 && weight !== null && rule.tiers.every((tier) => pointsOf(tier, weight).eq(weight));
    return judged(context, {
      steps: allowed,
      ...(unread !== undefined && { unread }),
      ...(missed && { reached: false }),
    });
  };
  if (weight === null) return openEnded();
  const unit = rule.unit ?? '%';
  const readings = figures.flatMap((figure) =>
    rule.tiers.filter((tier) => holds(tier, figure.figure)).map((tier) => readingOf(tier, figure, weight, unit)),
  );
  const [first, ...others] = readings;
  if (first === undefined) {
    return openEnded(
      figures.length === 0 ? '依据里没有找到计分所用的数值，请人工判断' : '计分所用的数值不在任何一档之内，请人工判断',
    );
  }
  const grounds = readings.some(({ down }) => down !== undefined) ? 'presumed' : groundsOf(figures);
  return computed(weight, context, [first, ...others], { grounds });
}
