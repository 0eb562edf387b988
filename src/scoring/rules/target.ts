import { compact } from '../../sheet/text';
import type { Decimal } from 'decimal.js';
import type { Indicator, QuantityCell } from '../../form/model';
import { comparable, keepsTime } from '../../words/comparable';
import { isFloor, type DateQuantity, type Quantity } from '../../words/quantity';
import { readQuantity } from '../../words/readQuantity';
import { quote } from '../../sheet/quote';
import type { RuleResult, RuleContext } from '../context';
import { directionOf } from '../direction';
import { computed } from '../points';
import type { TargetRule } from '../rulebook';
import { inOneUnit, isShareOf, looksTurned, ofWholeYear, PERIODS_UNCLEAR, type TargetAndActual } from '../sameUnit';
import { cellIsRoundingOf } from '../../words/written';
import { numberOf } from '../../form/cells';
import { ONE } from '../../words/units';
import { unitsDiffer } from '../../words/unitKinds';
import { attainmentOf, band } from './qualitative';
import { answerOf, partsReached, reachedInWords } from './compared';
import { fallsShort, opposes, tellsChange } from '../../words/answers';
import { CHANGES, EITHER, LESS } from '../../words/changeWords';
import { factsOf } from '../../words/facts';
import { isDeed, remainsOf, wordsAround } from '../../words/remains';
import { mostIn, rateTold, figureTold } from './figures';
import {
  fullMarks,
  type Given,
  type Held,
  holdFigures,
  kept,
  nothing,
  SIDES,
  uncertain,
  wantsMore,
} from './heldFigures';
import { judged } from './judged';
import { isAfter } from '../late';

const BELOW = {
  proportion: '未达到的按实际完成值÷目标值×分值计分',
  either: '未达到的按实际完成值÷目标值或按完成率×分值计分',
  zero: '未达到不得分',
} as const;
const ABOVE = {
  inverse: '超出上限的按目标值÷实际值×分值计分',
  linear: '超出上限的按超出比例扣分',
  either: '超出上限的按目标值÷实际值或按超出比例折算',
  zero: '超出上限不得分',
} as const;

/** The rule in words. */
export function targetWords(rule: TargetRule): string {
  const least = rule.nothingBelow === undefined ? '' : `，不足目标值${rule.nothingBelow}%的不得分`;
  return `达到目标值得满分，${BELOW[rule.below]}${least}；${ABOVE[rule.above]}`;
}

const OPPOSITE = '实际完成情况与目标相反，没有公开的扣分办法，请人工判断';
const UNITS_DIFFER = '年度指标值与实际完成值的单位不同或读法不止一种，请人工判断';

/** 12月20日 for 12月前 below full marks: before December begins is meant as well as before it ends. */
function isWithin(text: string, actual: DateQuantity, target: DateQuantity, { context: { stated }, weight }: Given) {
  const sameMonth = target.day === null && actual.month === target.month && actual.year === target.year;
  return sameMonth && stated?.lt(weight) === true && /月份?[之以]?前/.test(compact(text));
}

function holdDates(actual: DateQuantity, target: DateQuantity, { context, rule, weight }: Given): Held {
  if (isFloor(target.relation)) return uncertain('目标值是不早于某日，请人工判断');
  const late = isAfter(actual, target, context.form.year?.value ?? null);
  if (late === null) return uncertain('实际完成时间不完整，无法与目标时间比较，请人工判断');
  if (late && rule.below === 'zero') {
    return { readings: [nothing('晚于目标时间')], attainment: null, grounds: 'sure' };
  }
  if (late) return uncertain('实际完成时间晚于目标时间，没有公开的扣分办法，请人工判断', false);
  return kept(weight, '按期完成');
}

/** The least and the greatest of a figure or a range. */
function boundsOf(quantity: Quantity): readonly [Decimal, Decimal, string] | null {
  if (quantity.kind === 'range') return [quantity.low, quantity.high, quantity.unit];
  return quantity.kind === 'number' ? [quantity.value, quantity.value, quantity.unit] : null;
}

function holdRanges(indicator: Indicator, target: Quantity, actual: Quantity, weight: Decimal): Held | null {
  const alike = comparable(target, actual) ?? { target, actual };
  const [a, t] = [boundsOf(alike.actual), boundsOf(alike.target)];
  if (a === null || t === null) return null;
  if (a[2] !== t[2] && a[2] !== '' && t[2] !== '') return uncertain(UNITS_DIFFER);
  const relation = target.kind === 'number' ? target.relation : null;
  const inside = a[0].gte(t[0]) && a[1].lte(t[1]);
  const within =
    relation === null || relation === '=' ? inside : relation.startsWith('>') ? a[0].gte(t[0]) : a[1].lte(t[1]);
  if (!within) {
    const short = a[1].lt(t[0]) && wantsMore(indicator, relation);
    // ±5% says how far off it may be on either side.
    const outside = t[0].eq(t[1].neg()) && (a[1].lt(t[0]) || a[0].gt(t[1]));
    return uncertain('实际完成值不全在目标范围之内，请人工判断', short || outside ? false : null);
  }
  return kept(weight, '实际完成值在目标范围之内', null);
}

function hold(indicator: Indicator, given: Given): Held | null {
  const named = inName(indicator);
  if (named !== null) return asPresumed(hold({ ...indicator, target: named }, given));
  const target = indicator.target?.value ?? null;
  if (indicator.target === null || indicator.actual === null || indicator.actual.value === null) return null;
  if (target === null) return answerOf(indicator) === 'contrary' ? uncertain(SHORT, false) : null;
  const actual = asDay(indicator.actual.value, target);
  if (opposes(indicator.target.text, indicator.actual.text, indicator.name.value)) return uncertain(OPPOSITE, false);
  const share = isShareOf(target, indicator.actual);
  const pair = share || unitsDiffer(target, actual) === null ? inOneUnit(indicator.target, indicator.actual) : null;
  if (looksTurned(indicator.target, indicator.actual)) return uncertain(TURNED);
  const lacking = LACKING.exec(indicator.actual.text)?.[0];
  if (lacking !== undefined && !`${indicator.name.value}${indicator.target.text}`.includes(lacking.charAt(0)))
    return uncertain(OTHERWISE);
  const short = fallsShort(indicator.target.text, indicator.actual.text);
  if (short !== null) return short === 'short' ? uncertain(SHORT, false) : uncertain(OTHERWISE);
  const changed = pair !== null && tellsChange(indicator.target.text, indicator.actual.text, indicator.name.value);
  const isWhole = pair === null || isOwnRate(indicator);
  const told = isWhole ? 'itself' : tells(indicator.actual, `${indicator.name.value} ${indicator.target.text}`);
  if (pair !== null && told !== 'itself') {
    // 请假3人 of 100人: what comes to so little is more likely another thing than all that was done.
    const isLittle = pair.actual.times(2).lt(pair.target);
    if (pair.periods > 1 || told === 'else' || isLittle) {
      return { ...uncertain(UNREAD_WORDS), ...(isOff(indicator, pair) && !changed && { grounds: 'open' }) };
    }
    return asPresumed(holdFigures(indicator, pair, given));
  }
  if (pair !== null && !changed) {
    const below = actual.kind === 'number' && actual.relation === '<' && pair.actual.lte(pair.target);
    // 不足95% is less than 95%; 3次 are fewer than 每季度4次, in a quarter and in a year.
    const short = below || (pair.periods > 1 && pair.actual.lt(pair.target)) || partsReached(indicator) === false;
    if (short && wantsMore(indicator, pair.relation)) return uncertain(SHORT, false);
    const whole = ofWholeYear(pair);
    return whole === null ? uncertain(PERIODS_UNCLEAR) : holdFigures(indicator, whole, given);
  }
  const intime = keepsTime(target, actual);
  if (intime === false) return uncertain(LONGER, false);
  if (intime === true) return kept(given.weight, '用时没有超过目标');
  const rate = target.kind === 'number' && target.unit === '%' ? rateTold(indicator) : null;
  if (target.kind === 'number' && actual.kind === 'number' && rate === null) return uncertain(UNITS_DIFFER);
  if (target.kind === 'date' && actual.kind === 'date') {
    return isWithin(indicator.target.text, actual, target, given)
      ? uncertain('目标写“某月前”，当月完成算不算按期，请人工判断')
      : holdDates(actual, target, given);
  }
  if (target.kind === 'range' || actual.kind === 'range') return holdRanges(indicator, target, actual, given.weight);
  if (target.kind === 'number') {
    const { relation, value, unit, about = false } = target;
    const reached = figureTold(indicator.actual, indicator.name.value, unit)?.value ?? rate?.percent;
    const pair = { relation, target: value, actual: reached ?? value, about, periods: 1 };
    // 发现30个，立行立改20个，均已整改: another figure may be meant.
    const isDoubtful = reached === rate?.percent && rate?.sure === false && isOff(indicator, pair);
    if (isDoubtful) return { ...uncertain(UNREAD_WORDS), grounds: 'open' };
    if (reached !== undefined) return asPresumed(holdFigures(indicator, pair, given));
    const all = mostIn(indicator.actual, unit);
    if (all?.most.lt(value) === true && wantsMore(indicator, relation))
      return all.alone ? { ...uncertain(UNREAD_WORDS), grounds: 'open' } : uncertain(SHORT, false);
  }
  return attainmentOf(indicator) === null && reachedInWords(indicator) === false ? uncertain(SHORT, false) : null;
}

/** Whether an actual value is on the wrong side of its target. */
function isOff(indicator: Indicator, { relation, target, actual }: TargetAndActual): boolean {
  if (actual.lt(target)) return wantsMore(indicator, relation);
  return actual.gt(target) && SIDES[directionOf(indicator, relation)].above[0][0] === 'over';
}

/** Whether an actual value is a rate with the figures that it comes from: 91.7%（12批次中11批次已处置）. */
function isOwnRate(indicator: Indicator): boolean {
  const own = numberOf(indicator.actual);
  const told = own?.unit === '%' ? rateTold(indicator) : null;
  return (
    indicator.actual !== null &&
    own !== null &&
    told !== null &&
    cellIsRoundingOf(indicator.actual, own.value, told.percent)
  );
}

/** What words around the figure of an actual value make of it: itself, what a plain deed came to (种植280亩), or something else (超额10人次, 不合格率2%). */
function tells(actual: QuantityCell, own: string): 'itself' | 'deed' | 'else' {
  const { value, text } = actual;
  if (value?.kind !== 'number') return 'itself';
  const fact = factsOf(actual).find((one) => one.unit === value.unit && one.value.eq(value.value));
  // -3.5% for 下降3% went further.
  if (value.value.isNegative() && LESS.test(own)) return 'else';
  if (fact === undefined) return 'itself';
  // 1.9万册次 for 2万册次, and 上升3% of a 变动率.
  const after = own.includes(fact.unit + fact.after) ? '' : fact.after;
  const known = EITHER.test(own) ? `${own} ${CHANGES.more.join(' ')}` : own;
  const words = remainsOf(wordsAround({ ...fact, after }), known);
  if (words.unread === '') return 'itself';
  return isDeed(words) && !fact.part && compact(fact.label).includes(words.unread) && !/[，。；,;]/.test(text)
    ? 'deed'
    : 'else';
}

function asPresumed(held: Held | null): Held | null {
  return held === null || 'unread' in held || held.grounds !== 'sure' ? held : { ...held, grounds: 'presumed' };
}

/** The limit that the name states where the target only says 达到 or 完成: 满意度达到90%以上. */
function inName({ name, target, actual }: Indicator): QuantityCell | null {
  const [said, reached] = [target?.value, actual?.value];
  if (target === null || said?.kind !== 'qualitative' || said.attainment !== 'met' || reached?.kind !== 'number')
    return null;
  const value = readQuantity({ at: name.at, value: name.value, text: name.value, formula: '' });
  const limits = value?.kind === 'number' && value.relation !== null && value.unit === reached.unit;
  return limits ? { ...target, value } : null;
}

/** 20日 beside 每月15日前 is a day of each month. */
function asDay(actual: Quantity, target: Quantity): Quantity {
  const isDay = target.kind === 'date' && target.month === 0 && actual.kind === 'number' && actual.unit === '日';
  return isDay ? { ...target, day: actual.value.toNumber() } : actual;
}

/** An actual value that counts the opposite of what was asked for: 闭馆68天 for 开放天数. */
const LACKING =
  /^[^0-9，,。；;]{0,6}(?:闭[馆园]|停[机运业课办]|缺|欠|剩余|还[差有]|尚[差缺有])[^0-9，,。；;]{0,4}[0-9.]+[^0-9]{0,4}$/;
const UNREAD_WORDS = '实际完成值里还有没读懂的字，请人工判断';
const OTHERWISE = '实际完成值说的是没有做到的部分，请人工判断';
const TURNED = '实际完成值写得像指标值，可能填反了，请人工判断';
const LONGER = '实际用时超过目标，没有公开的扣分办法，请人工判断';
const SHORT = '实际完成情况低于目标，没有公开的扣分办法，请人工判断';

function unreadable(label: string, cell: QuantityCell | null): string {
  const text = cell?.text.trim() ?? '';
  return text === '' ? `没有填写${label}` : `${label}${quote(text.slice(0, 30))}读不出可以比较的数值`;
}

/**
 * Words for the actual value: a band against words; full marks for 完成 against a date or the whole. Against any other
 * figure 完成 says what is to be shown, so that a person judges.
 */
function holdWords(indicator: Indicator, context: RuleContext, weight: Decimal, rule: TargetRule): RuleResult | null {
  const { target, actual } = indicator;
  const attainment =
    attainmentOf(indicator) ?? (isWhole(actual) && target?.value?.kind === 'qualitative' ? 'met' : null);
  if (attainment === null || actual === null) return null;
  const figure = target?.value ?? null;
  const said = quote(actual.text.trim());
  // 未达到不得分 may be meant of what was reached in part too.
  const nothingFor = attainment === 'unmet' || (attainment !== 'met' && context.stated?.isZero() === true);
  if (nothingFor && rule.below === 'zero') {
    return computed(weight, context, [nothing(`实际完成值写明${said}`)], { reached: false });
  }
  const told = figure !== null && figure.kind !== 'qualitative';
  if (!told || (attainment !== 'met' && attainment !== 'unmet')) return band(attainment, context);
  // 未完成 beside ≥95% may be 93.1%: how far it was missed is not told.
  if (attainment === 'unmet' || (figure.kind !== 'date' && !isWhole(target))) {
    const unread = `实际完成值只写${said}，没有数字，未能核对`;
    return judged(context, { unread, reached: attainment === 'met' ? null : false });
  }
  return computed(weight, context, [fullMarks(weight, `实际完成值写明${said}`)]);
}

/** 100%: the answer to a target in words, or a target that 完成 answers. */
function isWhole(actual: QuantityCell | null): boolean {
  const value = actual?.value;
  return value?.kind === 'number' && value.unit === '%' && value.value.eq(100);
}

/** The actual value held against the target; see `TargetRule` and `directionOf`. */
export function target(rule: TargetRule, context: RuleContext): RuleResult {
  const { indicator, weight } = context;
  if (indicator === null) return judged(context);
  const held = hold(indicator, { context, rule, weight: weight ?? ONE });
  if (weight === null) {
    const said = held === null ? attainmentOf(indicator) : null;
    const uncertain = held !== null && 'unread' in held ? held : null;
    const reached = said === null ? (uncertain?.reached ?? null) : said === 'met';
    const grounds = uncertain?.grounds ?? 'sure';
    return judged(context, { attainment: held?.attainment ?? null, reached, grounds });
  }
  if (held !== null && 'unread' in held) return judged(context, held);
  if (held !== null) return computed(weight, context, held.readings, held);
  const inWords = holdWords(indicator, context, weight, rule);
  if (inWords !== null) return inWords;
  const unread =
    (indicator.target?.value ?? null) === null
      ? unreadable('年度指标值', indicator.target)
      : unreadable('实际完成值', indicator.actual);
  return judged(context, { unread });
}
