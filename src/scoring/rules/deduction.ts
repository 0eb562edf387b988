import { Decimal } from 'decimal.js';
import { formatFigure } from '../../sheet/format';
import type { RuleContext, RuleFigure, RuleResult } from '../context';
import { asAmount } from '../../words/written';
import { computed, within, ZERO, type Reading } from '../points';
import type { DeductionRule } from '../rulebook';
import { figuresFor, groundsOf, leadWords } from './figures';
import { judged, NO_RATE } from './judged';

const WORDS = { lower: ['不超过', '每超过'], higher: ['达到', '每降低'], exact: ['等于', '每偏离'] } as const;

/** The rule in words. */
export function deductionWords(rule: DeductionRule): string {
  const { from, upTo, better, step, points, unit, penaltyCap } = rule;
  const [full, beyond] = WORDS[better];
  const least = rule.nothingBeyond === undefined ? '' : `，${beyondWords(rule, rule.nothingBeyond)}不得分`;
  const most = penaltyCap === undefined ? '扣完为止' : `最多扣${penaltyCap}分`;
  const band = upTo === undefined ? '' : `至${asAmount(upTo, unit ?? '%')}`;
  return `${leadWords(rule)}${full}${asAmount(from, unit ?? '%')}${band}得满分，${beyond}${asAmount(step, unit ?? '个百分点')}扣${points}分，${most}${least}`;
}

function beyondWords({ better, unit = '%' }: DeductionRule, bound: number): string {
  return `${better === 'lower' ? '高于' : '低于'}${asAmount(bound, unit)}`;
}

/** How far a figure lies outside of a band; below nothing inside of it. */
const distance = (figure: Decimal, low: number, high: number): Decimal =>
  Decimal.max(figure.neg().plus(low), figure.minus(high));

/**
 * Points off for each step beyond the figure that gives full marks. Places differ on a step that was begun: it may cost
 * nothing, its part, or all; the whole range is accepted.
 */
function readingOf({ figure, words: shown }: RuleFigure, rule: DeductionRule, weight: Decimal): Reading {
  const beyondBy = (bound: number) => {
    const above = figure.minus(bound);
    return rule.better === 'lower' ? above : rule.better === 'exact' ? above.abs() : above.neg();
  };
  const beyond = rule.upTo === undefined ? beyondBy(rule.from) : distance(figure, rule.from, rule.upTo);
  if (beyond.lte(0)) return { points: weight, arithmetic: (score) => `${shown}，得满分${score}分` };
  const { nothingBeyond } = rule;
  if (nothingBeyond !== undefined && beyondBy(nothingBeyond).gt(0)) {
    return { points: ZERO, arithmetic: () => `${shown}，${beyondWords(rule, nothingBeyond)}，不得分` };
  }
  const steps = beyond.div(rule.step);
  const most = rule.penaltyCap ?? weight;
  const less = (count: Decimal) => within(weight.minus(Decimal.min(count.times(rule.points), most)), weight);
  return {
    points: less(steps.floor()),
    down: less(steps.ceil()),
    arithmetic: (score) => {
      const counts = [steps.floor(), steps.ceil(), steps];
      const count = counts.find((one) => formatFigure(less(one)) === score) ?? steps.floor();
      const beyondMost = rule.penaltyCap !== undefined && count.times(rule.points).gt(most);
      const off = beyondMost ? `${rule.penaltyCap}（最多扣分）` : `${formatFigure(count)} × ${rule.points}`;
      return `${shown}，${formatFigure(weight)} − ${off} = ${score}`;
    },
  };
}

/** How a figure may be read: outside of a band each step may be counted from its edge, or from the middle. */
function readingsOf(figure: RuleFigure, rule: DeductionRule, weight: Decimal): readonly Reading[] {
  const reading = readingOf(figure, rule, weight);
  const { from, upTo, ...rest } = rule;
  if (upTo === undefined || distance(figure.figure, from, upTo).lte(0)) return [reading];
  return [reading, readingOf(figure, { ...rest, from: (from + upTo) / 2 }, weight)];
}

export function deduction(rule: DeductionRule, context: RuleContext): RuleResult {
  const { weight } = context;
  const figures = figuresFor(rule, context);
  if (weight === null) return judged(context);
  const { least = -Infinity, most = Infinity } = rule;
  if (figures.some(({ figure }) => figure.lt(least) || figure.gt(most))) return judged(context);
  const [first, ...others] = figures.flatMap((figure) => readingsOf(figure, rule, weight));
  if (first === undefined) return judged(context, { unread: NO_RATE });
  return computed(weight, context, [first, ...others], { grounds: groundsOf(figures) });
}
