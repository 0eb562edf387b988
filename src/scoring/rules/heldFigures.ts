import { Decimal } from 'decimal.js';
import { numberOf } from '../../form/cells';
import type { Indicator } from '../../form/model';
import { formatFigure } from '../../sheet/format';
import type { Relation } from '../../words/quantity';
import { inScale } from '../../words/written';
import type { RuleContext } from '../context';
import { directionOf, type Direction } from '../direction';
import { ZERO, type Reading } from '../points';
import { HUNDRED } from '../../words/units';
import type { TargetRule } from '../rulebook';
import type { TargetAndActual } from '../sameUnit';
import type { Grounds } from '../scores';

/** A score that follows from target and actual value. */
interface Computable {
  readonly readings: readonly [Reading, ...Reading[]];
  readonly attainment: Decimal | null;
  readonly grounds: Grounds;
}

/** No score follows; `unread` says why. It may be sure all the same that the target was missed. */
interface Uncertain {
  readonly unread: string;
  readonly attainment: null;
  readonly reached: false | null;
  readonly grounds?: 'open';
}

/** By what they are held against each other. */
export interface Given {
  readonly context: RuleContext;
  readonly rule: TargetRule;
  /** 1 where the row has none. */
  readonly weight: Decimal;
}

/** What target and actual value give. */
export type Held = Computable | Uncertain;

export function uncertain(unread: string, reached: false | null = null): Uncertain {
  return { unread, attainment: null, reached };
}

export function fullMarks(weight: Decimal, why: string): Reading {
  return { points: weight, arithmetic: (score) => `${why}，得满分${score}分` };
}

/** Full marks, of which the place may take some because the target was far passed. */
function adjustableMarks(weight: Decimal, why: string): Reading {
  const full = fullMarks(weight, why);
  const most = formatFigure(weight);
  return {
    ...full,
    down: ZERO,
    arithmetic: (score) =>
      score === most ? full.arithmetic(score) : `${why}，超过目标较多，可以酌情扣分，表内${score}分`,
  };
}

export function kept(weight: Decimal, why: string, attainment: Decimal | null = new Decimal(1)): Computable {
  return { readings: [fullMarks(weight, why)], attainment, grounds: 'sure' };
}

export function nothing(why: string): Reading {
  return { points: ZERO, arithmetic: () => `${why}，不得分` };
}

/** The figures of a row, and how they are written: in 万 or 亿 where the target is. */
interface Told extends TargetAndActual {
  readonly shown: (figure: Decimal) => string;
}

function toldOf({ target }: Indicator, pair: TargetAndActual): Told {
  const scale = numberOf(target)?.scale;
  return { ...pair, shown: (figure) => (scale === undefined ? formatFigure(figure) : inScale(figure, scale, '')) };
}

/** Short of a target that is to be reached; none where no proportion can be taken. */
function shortOf({ target, actual, shown }: Told, weight: Decimal, rule: TargetRule): Reading[] {
  if (rule.below === 'zero') return [nothing(`${shown(actual)} < ${shown(target)}`)];
  if (target.lte(0)) return [];
  const steps = `${shown(actual)} ÷ ${shown(target)} × ${formatFigure(weight)}`;
  const { nothingBelow } = rule;
  if (nothingBelow !== undefined && actual.div(target).times(HUNDRED).lt(nothingBelow)) {
    return [nothing(`${shown(actual)} ÷ ${shown(target)}，低于${nothingBelow}%`)];
  }
  const share = {
    points: Decimal.max(ZERO, actual.div(target).times(weight)),
    arithmetic: (score: string) => `${steps} = ${score}`,
  };
  if (rule.below !== 'either') return [share];
  const points = Decimal.max(ZERO, actual.div(HUNDRED).times(weight));
  return [share, { points, arithmetic: (score) => `${formatFigure(actual)}% × ${formatFigure(weight)} = ${score}` }];
}

/** Beyond a target that is not to be passed. */
function beyondLimit({ target, actual, shown }: Told, weight: Decimal, rule: TargetRule): Reading[] {
  const [t, a, w] = [shown(target), shown(actual), formatFigure(weight)];
  if (rule.above === 'zero') return [nothing(`${a} > ${t}`)];
  if (target.lte(0)) return [];
  const inverse: Reading = {
    points: target.div(actual).times(weight),
    arithmetic: (score) => `${t} ÷ ${a} × ${w} = ${score}`,
  };
  const linear: Reading = {
    points: Decimal.max(ZERO, new Decimal(1).minus(actual.minus(target).div(target)).times(weight)),
    arithmetic: (score) => `(1 − (${a} − ${t}) ÷ ${t}) × ${w} = ${score}`,
  };
  return { inverse: [inverse], linear: [linear], either: [inverse, linear] }[rule.above];
}

const EITHER_SIDE: Sides = { below: [['full', 'part'], 'open'], above: [['full', 'over'], 'open'] };
/** What each direction accepts on the two sides of the target, first what is most likely, and how sure that is. */
export const SIDES: Readonly<Record<Direction, Sides>> = {
  higher: { below: [['part'], 'sure'], above: [['full'], 'sure'] },
  lower: { below: [['full'], 'sure'], above: [['over'], 'sure'] },
  // More than a target with = scores full marks in most places; in some it is an overrun.
  exact: { below: [['part'], 'sure'], above: [['full', 'over'], 'open'] },
  'presumed-higher': { below: [['part'], 'presumed'], above: [['full'], 'presumed'] },
  'presumed-lower': { below: [['full', 'part'], 'open'], above: [['over'], 'presumed'] },
  open: EITHER_SIDE,
  doubtful: EITHER_SIDE,
};
type Side = 'full' | 'part' | 'over';
type Way = readonly [sides: readonly Side[], grounds: Grounds];
interface Sides {
  readonly below: Way;
  readonly above: Way;
}

/** Whether less than the target is most likely short of it. */
export const wantsMore = (indicator: Indicator, relation: Relation | null): boolean =>
  SIDES[directionOf(indicator, relation)].below[0][0] === 'part';

/** 296人次 is about 300人次. */
const ABOUT = 0.1;

const AT_BOUND = '实际完成值正好等于指标值，没有超过（或低于）它，扣不扣分请人工判断';
const TOO_MUCH = /超[支标]|超[出过]?(?:预算|标准|限额)|偏高|过高/;
const NONE_ALLOWED = '超过了为0的目标值，没有公开的扣分办法，请人工判断';

/** Two figures in one unit against each other. */
export function holdFigures(indicator: Indicator, pair: TargetAndActual, { context, rule, weight }: Given): Held {
  const { actual, relation } = pair;
  const compared = actual.comparedTo(pair.target);
  const named = directionOf(indicator, relation);
  // What the row itself calls too much is not better for being more.
  const direction = named === 'presumed-higher' && compared > 0 && TOO_MUCH.test(context.evidence) ? 'open' : named;
  const missesNone = compared > 0 && pair.target.isZero() && rule.above !== 'zero';
  if (missesNone && direction !== 'higher') {
    // 0起: what is counted so and planned to be none is nothing to have more of.
    const said = relation === '=' || numberOf(indicator.target)?.unit === '起';
    const surely = said || direction === 'lower' || direction === 'exact' || direction === 'presumed-lower';
    return uncertain(NONE_ALLOWED, surely ? false : null);
  }
  const strict = compared === 0 && (relation === '>' || relation === '<');
  // 95% for ＞95% has full marks in most places; whoever takes some off has not passed the bound.
  if (strict && rule.below !== 'zero' && context.stated?.lt(weight) === true) return uncertain(AT_BOUND);
  const { below, above } = SIDES[direction];
  const near = pair.about && actual.minus(pair.target).abs().lte(pair.target.abs().times(ABOUT));
  const [sides, grounds]: Way =
    compared === 0 ? [['full'], 'sure'] : near ? [['full', 'part'], 'open'] : compared < 0 ? below : above;
  const attainment = attainmentBy(direction, pair, sides);
  const told = toldOf(indicator, pair);
  const why = `${told.shown(actual)} ${'<=>'.charAt(compared + 1)} ${told.shown(pair.target)}`;
  const adjustable =
    rule.beyond === 'adjustable' && attainment !== null && attainment.gte(context.rulebook.explain.over);
  const readings = sides.flatMap((side): Reading[] => {
    if (side === 'over') return beyondLimit(told, weight, rule);
    if (side === 'full') return [adjustable ? adjustableMarks(weight, why) : fullMarks(weight, why)];
    return shortOf(told, weight, rule);
  });
  if (strict && rule.below === 'zero')
    readings.push(nothing(`${why}，没有${relation === '>' ? '超过' : '低于'}目标值`));
  const [first, ...others] = readings;
  return first === undefined
    ? uncertain('目标值不大于0，不能按比例计分，请人工判断')
    : { readings: [first, ...others], attainment, grounds };
}

/** Actual in proportion to target where more is better, target to actual where a limit was passed; 1 where it was kept. */
function attainmentBy(
  direction: Direction,
  { target, actual }: TargetAndActual,
  sides: readonly Side[],
): Decimal | null {
  if (sides[0] === 'over') return target.lt(0) ? null : target.div(actual);
  const { below } = SIDES[direction];
  if (below[0][0] === 'full' && actual.lte(target)) return new Decimal(1);
  return target.lte(0) ? null : actual.div(target);
}
