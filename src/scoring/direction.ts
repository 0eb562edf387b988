import { numberOf } from '../form/cells';
import type { Indicator, QuantityCell } from '../form/model';
import type { Relation } from '../words/quantity';
import { TIME } from '../words/units';
import { says } from './directionWords';

/**
 * Which side of its target an actual value should be on. `higher` and `lower` are said by the form (a sign, 正向, 反向);
 * `exact` is a target with `=`; `presumed-higher` and `presumed-lower` follow from nothing but the name; `open` may be
 * either, by the name; `doubtful` may be too, by what is counted (few per cent, 起, an index), so that it is asked about.
 */
export type Direction = 'higher' | 'lower' | 'exact' | 'presumed-higher' | 'presumed-lower' | 'open' | 'doubtful';

/** The name without what stands in brackets behind it: 投诉率（%）. */
function nameOf({ name: { value } }: Indicator): string {
  return value
    .slice(-60)
    .replace(/[（(][^（()）]{0,40}[)）]$/, '')
    .replace(/[：:。;；\s]+$/, '');
}

function unitOf({ target }: Indicator): string {
  return target?.value?.kind === 'number' || target?.value?.kind === 'range' ? target.value.unit : '';
}

const isUnder = ({ path }: Indicator, word: string): boolean => path.some((level) => level.includes(word));

function isCost(indicator: Indicator): boolean {
  const name = nameOf(indicator);
  return (
    !says(indicator.name.value, 'noCost') &&
    (isUnder(indicator, '成本') || (says(name, 'cost') && !says(name, 'progress')))
  );
}

function takesTime(indicator: Indicator): boolean {
  const name = nameOf(indicator);
  return (TIME.test(unitOf(indicator)) || says(name, 'term')) && !says(name, 'offered');
}

/** Whether a target without a sign is more likely a limit: of costs, or of time taken. */
export function isLimit(indicator: Indicator): boolean {
  const { target } = indicator;
  return (
    target?.value?.kind === 'number' &&
    signed(target.value.relation) === null &&
    !tellsLess(indicator) &&
    !says(target.text, 'raised') &&
    polarityOf(indicator) === null &&
    (isCost(indicator) || takesTime(indicator))
  );
}

/** An indicator under 成本 that by its name measures what is spent: with ≥ its sign is nearly always the wrong one. */
export function isSpending(indicator: Indicator): boolean {
  const { value } = indicator.name;
  return isUnder(indicator, '成本') && says(value, 'spending') && !says(value, 'welcome');
}

/** More classes than this are counted. */
const MOST_CLASSES = 6;

/** 二级, which may be better or worse than 一级. */
export function isGrade(target: QuantityCell | null): boolean {
  const { unit = '', value } = numberOf(target) ?? {};
  return /^[级等档]$/.test(unit) || (unit === '类' && value?.lte(MOST_CLASSES) === true);
}

/** Money promised to each, of which less was paid than promised: 生均补助标准. */
export function isEntitlement(indicator: Indicator): boolean {
  return says(nameOf(indicator), 'entitlement');
}

/** What the form's column for the direction says, or a name in brackets: 差错率（反向）; `null` where neither does. */
function polarityOf({ polarity, name }: Indicator): 'higher' | 'lower' | null {
  const said = polarity?.text ?? /[（(]([正反逆负](?:向|指标){1,2})[)）]/.exec(name.value)?.[1] ?? '';
  if (says(said, 'negative')) return 'lower';
  return says(said, 'positive') ? 'higher' : null;
}

function signed(relation: Relation | null): 'higher' | 'lower' | null {
  if (relation === null || relation === '=') return null;
  return relation.startsWith('>') ? 'higher' : 'lower';
}

/** Whether something is done about the bad things that a name ends with, by it or by the target: 查处违法案件数, 查处50起, not 案件处理差错率. */
const isHandled = (indicator: Indicator): boolean =>
  [nameOf(indicator), indicator.target?.text ?? ''].some(
    (words) =>
      says(words, 'handledShare') ||
      (!says(words.replace(/[0-9.]+%.*/, ''), 'remains') && says(words, 'handled', 'sought')),
  );

/** Whether the name is of something of which less is better: 投诉件数. */
export function isBad(indicator: Indicator): boolean {
  const name = nameOf(indicator);
  return says(name, 'bad') && !says(name, 'lessened') && (says(name, 'remains') || !says(name, 'handled'));
}

/** Whether the target and the actual value both tell by how much there was to be less, and was. */
function tellsLess({ target, actual }: Indicator): boolean {
  return [target, actual].every((cell) => says(cell?.text ?? '', 'less'));
}

/** Whether the sign of a target says the opposite of 正向 or 反向 beside it. */
export function contradictsPolarity(indicator: Indicator, relation: Relation | null): boolean {
  const [polarity, sign] = [polarityOf(indicator), signed(relation)];
  return polarity !== null && sign !== null && polarity !== sign;
}

/**
 * The direction of an indicator with a numeric target. A sign decides, or 正向 and 反向; where they contradict each other,
 * or there are neither, the name does as far as it can.
 */
export function directionOf(indicator: Indicator, relation: Relation | null): Direction {
  const sign = signed(relation);
  if (contradictsPolarity(indicator, relation)) return 'open';
  // 一级 is above 二级以上 by some scales.
  const isAbove = isGrade(indicator.target) && /以上/.test(indicator.target?.text ?? '');
  if (sign !== null) return isAbove || (sign === 'higher' && isSpending(indicator)) ? 'open' : sign;
  const bad = isBad(indicator);
  const less = tellsLess(indicator);
  const undecided = !less && isUndecided(indicator, bad);
  if (relation === '=') {
    const mayBeEither = says(nameOf(indicator), 'either') && !isHandled(indicator);
    return bad || undecided || mayBeEither ? 'open' : 'exact';
  }
  const polarity = polarityOf(indicator);
  if (polarity !== null) return less && polarity === 'lower' ? 'open' : polarity;
  if (undecided || says(indicator.polarity?.text ?? '', 'lessOrBoth')) return 'open';
  if (mayBeLimit(indicator) && !bad && !less) return 'doubtful';
  return bad && !less ? 'presumed-lower' : 'presumed-higher';
}

/** Whether the name, the unit or the money leaves open which side of the target is better. */
function isUndecided(indicator: Indicator, bad: boolean): boolean {
  const name = nameOf(indicator);
  const isGain = says(name, 'gain') || isUnder(indicator, '效益');
  return (
    (says(name, 'undecided') && !isHandled(indicator)) ||
    (says(name, 'grown') && !isHandled(indicator)) ||
    (!bad && says(name, 'slip') && says(name, 'handled')) ||
    isCost(indicator) ||
    (!isGain && (says(unitOf(indicator), 'price') || isPassedMoney(indicator))) ||
    takesTime(indicator) ||
    (isGrade(indicator.target) && (unitOf(indicator) !== '类' || !isUnder(indicator, '数量') || says(name, 'classed')))
  );
}

/** Of no more per cent than this a share is as often to be kept down as to be brought up to it: 大班额比例 35%; */
const SMALL_SHARE = 50;
/** so is a share with a word for what is wanted of no more than this, */
const SMALL_WANTED_SHARE = 30;
/** and a rate of no more than this: 不良率 2%, 服务超时率 5%; 接种率 50% is to be reached. */
const SMALL_RATE = 10;
/** Things that are counted one by one, unlike people and amounts. */
const THINGS = /^[个处条起件次项座栋宗例份封户家]$/;
/** Classes of what comes of the work, in which things need be none that were made: 黑臭水体 2条 of 生态效益. */
const OUTCOMES = ['效益', '质量', '影响'];

/** Whether a target without a sign may be a limit, as nothing says that more is better: a small share that is no growth, or things that were not made. */
function mayBeLimit(indicator: Indicator): boolean {
  const { target, evidence } = indicator;
  const name = nameOf(indicator);
  const { unit = '', value: due } = numberOf(target) ?? {};
  if (says(target?.text ?? '', 'done') || says(evidence?.text ?? '', 'missed')) return false;
  // Nobody aims at a 处理率 of 5%.
  if (unit === '%' && due?.lte(SMALL_RATE) === true && says(name, 'dealt')) return true;
  if (isHandled(indicator)) return false;
  if (says(name, 'handled', 'lessened', 'gain', 'noCost', 'reached')) return false;
  const wanted = says(name, 'wanted');
  const inPercent = unit === '%' || (unit === '' && says(name, 'remains'));
  const most = name.endsWith('率') ? SMALL_RATE : wanted ? SMALL_WANTED_SHARE : SMALL_SHARE;
  const isShare = unit === '‰' || (inPercent && due?.lte(most) === true);
  const isSmall = isShare && !says(`${target?.text}${name}`, 'growth');
  const isThing = !wanted && THINGS.test(unit) && OUTCOMES.some((level) => isUnder(indicator, level));
  return isSmall || isThing || unit === '起' || says(unit, 'density') || says(name, 'either');
}

/** More money than its target may be more done, or more spent than was to be. */
function isPassedMoney({ target, actual }: Indicator): boolean {
  const [due, done] = [numberOf(target), numberOf(actual)];
  return due?.unit === '元' && done?.unit === '元' && done.value.gt(due.value);
}
