import { separatedLike } from '../sheet/format';
import type { Decimal } from 'decimal.js';
import type { FigureMention } from '../words/mentions';
import { inScale } from '../words/written';
import { once, rememberBy } from '../sheet/remember';
import { equationsIn } from '../words/equations';
import { type Fact, factsOfProse, isPlain } from '../words/facts';
import { BY_DEADLINE, formulasOf, type RateFormula } from './formula';
import type { Indicator } from './model';
import { pairAmong, pairsOf, percentOf, type RatePart, type Sides, sidesIn } from './ratePairs';
import { overlap } from './sides';
import { FORMER_YEAR } from '../words/vocabulary';

/**
 * A rate as the evidence of an indicator states it and as the figures beside it give it. Percentages are numbers of
 * percent: 99.89 for 99.89%.
 */
export interface EvidenceRate {
  readonly formula: RateFormula;
  /** 99.89% as written; `null` where the text gives only the figures. */
  readonly stated: Stated | null;
  readonly numerator: RatePart | null;
  /** `null` where the text names no figure to divide by. */
  readonly denominator: RatePart | null;
  /** By the formula from the figures in the text, unrounded; `null` where one of them is missing. */
  readonly computedPercent: Decimal | null;
  /** `169725206.4 ÷ 190800467.9 = 88.95%`; `''` where nothing could be computed. */
  readonly arithmetic: string;
}

/** A percentage as a text states it. */
export type Stated = Omit<FigureMention, 'kind'>;

/** The figures of the text that a rate is read from: itself, where it is stated, and what it divides. */
export function factsOfRate({ stated, numerator, denominator }: EvidenceRate): readonly Stated[] {
  return [...(stated === null ? [] : [stated]), ...(numerator?.facts ?? []), ...(denominator?.facts ?? [])];
}

/** What rates are called. */
export const RATES = '率|比例|比重|占比|满意度|程度';

/** What the label of a rate ends with. */
export const RATE_LABEL = new RegExp(`(?:${RATES}|进度)(?:(?:调查|测评)(?:结果)?)?$`);

/** Whether a name asks for a rate, so that a bare figure is one. */
export const namesRate = (name: string): boolean => NAMES_RATE.test(name);
const NAMES_RATE = new RegExp(RATES);

/** A rate that compares two times, not two sides. */
const CHANGE = /增长|变动|下降|同比|提高|降低/;

/**
 * The rate that an indicator's definition, standard or name asks for, as its evidence states it and as the figures
 * in the evidence give it; `null` when that can't be told with certainty.
 */
export const rateIn = once((indicator: Indicator): EvidenceRate | null =>
  (indicator.evidence?.text ?? '') === '' ? null : readRate(indicator),
);

const readRate = rememberBy(textsOf, (indicator): EvidenceRate | null => {
  const text = indicator.evidence?.text ?? '';
  let incomplete: EvidenceRate | null = null;
  for (const formula of formulasOf(indicator)) {
    const facts = factsOfProse(indicator.evidence);
    const rate = fromEquation(text, formula) ?? rateFrom(facts, formula, indicator.name.value);
    if (rate !== null && rate.computedPercent !== null) return rate;
    incomplete ??= rate;
  }
  return incomplete;
});

/** All that the rates of an indicator are read from. */
export function textsOf({ name, definition, standard, evidence }: Indicator): string {
  return [name.value, name.text, definition?.text, standard?.text, evidence?.text].join('\u0000');
}

/** A text that spells the division out itself: 941.41%/9=104.60%. */
function fromEquation(text: string, formula: RateFormula): EvidenceRate | null {
  const equations = equationsIn(text).filter(({ right }) => right.unit === '%');
  const [equation] = equations;
  if (equation === undefined || equations.length > 1) return null;
  return {
    formula,
    stated: equation.right,
    numerator: null,
    denominator: null,
    computedPercent: equation.value,
    arithmetic: equation.text,
  };
}

/**
 * The rate that some facts of a text give by a formula.
 *
 * @param name what the rate is called: tells which of several stated rates is meant.
 */
export function rateFrom(all: readonly Fact[], formula: RateFormula, name: string): EvidenceRate | null {
  const rate = rateBy(all, formula, name);
  const [top, whole] = [rate?.numerator, rate?.denominator];
  // 调整后预算5586万元 over a 预算调整数 is what that is the difference of.
  if (formula.kind === 'quotient' && DIFFERENCE.test(formula.numerator) && top?.facts.some(isAdjusted) === true)
    return rateBy(all, { ...formula, kind: 'difference' }, name);
  const isDifference = ({ label, value }: Fact) =>
    DIFFERENCE.test(label) || (ADJUSTED.test(label) && whole?.value.gt(value.times(2)) === true);
  if (formula.kind !== 'difference' || top?.facts.some(isDifference) !== true) return rate;
  // The text gives the difference itself: 预算调整数100万元.
  return rateBy(all, { ...formula, kind: 'quotient' }, name);
}

const isAdjusted = ({ label }: Fact): boolean => /调整后/.test(label);

/** 其余2个正在整改 is what is left of the whole. */
const OTHERS = /^(?:其余|余下)/;

/** 2个正在整改 is no part of what was done; of 2个正在整改后完成 that can't be told. */
const isPending = ({ label, after }: Fact): boolean => label === '' && /^(?:正在|待|尚|仍)(?!.*后)/.test(after);

/** Labels of a figure that is a difference already. */
const DIFFERENCE = /调整(?:数|额|金额)|差(?:额|异额|异数)|追加|调[增减]/;
/** 调整80万元 of 1000万元 is one too; 调整1080万元 is what it was adjusted to. */
const ADJUSTED = /调整了?$/;

function rateBy(all: readonly Fact[], formula: RateFormula, name: string): EvidenceRate | null {
  const facts = all.filter((fact) => isPlain(fact) && !fact.interim && !OTHERS.test(fact.label) && !isPending(fact));
  const written = statedRate(facts, name);
  if (written === 'unclear') return null;
  // 差异率-10%: the sign says in which direction.
  const stated =
    written !== null && formula.kind === 'difference' ? { ...written, value: written.value.abs() } : written;
  const sides = sidesIn(facts, formula, name);
  const pairs = pairsOf(sides);
  if (pairs.length === 0) return stated === null ? null : withoutDenominator(formula, stated, sides);
  const pair = pairAmong(pairs, sides, formula, stated);
  if (pair === undefined) return null;
  const [numerator, denominator] = pair;
  const computed = percentOf(formula.kind, numerator.value, denominator.value);
  return {
    formula,
    stated,
    numerator,
    denominator,
    computedPercent: computed,
    arithmetic: arithmeticOf(formula.kind, numerator, denominator, computed),
  };
}

function withoutDenominator(
  formula: RateFormula,
  stated: Fact,
  { numerators, denominators }: Sides,
): EvidenceRate | null {
  // What a name alone says is no more than a guess at what is divided: the stated rate stands.
  if (denominators.length > 0 && formula.from !== 'stem') return null;
  const last = numerators.at(-1);
  const numerator = last === undefined ? null : { facts: [last], value: last.value };
  return { formula, stated, numerator, denominator: null, computedPercent: null, arithmetic: '' };
}

/** A rate of what was due by then: 法定期限内结案率, 序时支出进度. */
const BY_THEN = new RegExp(`${BY_DEADLINE}|序时`);

/** Another time's rate, or that of a part. */
const OF_ELSE = new RegExp(`${FORMER_YEAR}|[造治改修]前|实施前|[一二三]期|季度|上半年`);
/** How many answered is not what they said. */
const ASIDE = /(?:回收|收回|参与|响应|应答|反馈)率$/;

/** Whether a rate by its label is this year's, of the whole, and no mere note on how it was found out. */
export function isOfNow(label: string, name: string): boolean {
  return !OF_ELSE.test(label) && (!ASIDE.test(label) || ASIDE.test(name));
}

/** 计划20项，完成19项，95%: without a word, behind no more figures than it is of; of 20个，合格19个，优良10个，50% it is of the last. */
export function isOfBoth(rate: Fact, facts: readonly Fact[]): boolean {
  if (rate.label !== '' || rate.after !== '') return false;
  return facts.filter(({ sentence, start }) => sentence === rate.sentence && start < rate.start).length <= 2;
}

/** The percentage that the text states for the indicator; of several the one that bears its name. */
function statedRate(facts: readonly Fact[], name: string): Fact | null | 'unclear' {
  const rates = facts.filter(
    (fact) =>
      fact.unit === '%' &&
      (RATE_LABEL.test(fact.label) || isOfBoth(fact, facts)) &&
      isOfNow(fact.label, name) &&
      (!CHANGE.test(fact.label) || CHANGE.test(name)),
  );
  const [only] = rates;
  if (only === undefined) return null;
  if (rates.length === 1) return BY_THEN.test(only.label) && !BY_THEN.test(name) ? 'unclear' : only;
  const scored = rates.map((fact) => ({ fact, score: overlap(fact.label, name) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const top = scored.filter(({ score }) => score === best);
  const values = new Set(top.map(({ fact }) => fact.value.toString()));
  return values.size === 1 ? (top[0]?.fact ?? null) : 'unclear';
}

/** A figure with the decimals, and the separators or the scale, that it has in the text. */
function asWritten({ value, scale, places, text }: Stated): string {
  if (!scale.eq(1)) return inScale(value, scale, '', places);
  return separatedLike(value.toFixed(Math.max(places, value.decimalPlaces())), text);
}

function arithmeticOf(
  kind: RateFormula['kind'],
  numerator: RatePart,
  denominator: RatePart,
  computed: Decimal,
): string {
  const figures = numerator.facts.map(asWritten);
  const top = figures.length > 1 ? `(${figures.join(' + ')})` : figures.join('');
  const [only, ...more] = denominator.facts;
  const bottom =
    only !== undefined && more.length === 0 ? asWritten(only) : inScale(denominator.value, only?.scale, '');
  const percent = `${computed.toDecimalPlaces(2).toFixed()}%`;
  if (kind === 'difference') return `|${top} − ${bottom}| ÷ ${bottom} = ${percent}`;
  if (kind === 'complement') return `1 − ${top} ÷ ${bottom} = ${percent}`;
  return `${top} ÷ ${bottom} = ${percent}`;
}
