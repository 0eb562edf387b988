import type { Decimal } from 'decimal.js';
import { figureOf } from '../form/cells';
import type { BudgetBlock, BudgetLine, Indicator } from '../form/model';
import { type Execution, executionOf, wholeExecution } from '../form/money';
import { isOfNow, namesRate, RATE_LABEL, rateIn, RATES, type EvidenceRate } from '../form/rates';
import { tellings } from '../form/tellings';
import { formatFigure } from '../sheet/format';
import { compact } from '../sheet/text';
import { factsOfProse, isPlain } from '../words/facts';
import type { RuleFigure } from './context';
import { HUNDRED } from '../words/units';
import type { RateSource } from './rulebook';
import { figureTold } from './rules/figures';
import { inOneUnit, ofWholeYear } from './sameUnit';
import { AIM } from '../words/vocabulary';

const LONGEST_STANDARD = 2000;
const SHORTEST_NAME = 3;
const RATE_NAMES = new RegExp(`[\\u4e00-\\u9fff]{1,12}?(?:${RATES})`, 'g');

/**
 * The one percentage that the evidence states under the name by which the printed rule scores, else that of its row:
 * 重点工作完成率100% where the rule is 得分=重点工作完成率×25. `null` where there is none, or several that differ.
 */
function namedRate(indicator: Indicator): Decimal | null {
  const standard = compact((indicator.standard?.text ?? '').slice(0, LONGEST_STANDARD));
  const named = [...standard.matchAll(RATE_NAMES)].map(([name]) => name).filter((name) => name.length >= SHORTEST_NAME);
  const names = named.length > 0 ? named : [indicator.name.value];
  const rates = factsOfProse(indicator.evidence).filter((fact) => {
    const { unit, label, interim } = fact;
    if (unit !== '%' || !isPlain(fact) || interim) return false;
    // 压缩67.5% where the rule is 压缩60%以上得5分.
    if (label.length > 1 && !LEADS.test(label) && isBounded(standard, label)) return true;
    if (label.length < SHORTEST_NAME || !RATE_LABEL.test(label)) return false;
    // 完成率 is of the row itself where its rule names no rate: 未完成按比例扣分.
    const isOwn = label === '完成率' && named.every((name) => /按.{0,4}比例$/.test(name));
    return (
      isOfNow(label, indicator.name.value) &&
      (isOwn || names.some((name) => label.includes(name) || name.endsWith(label)))
    );
  });
  const [first, ...others] = rates;
  return first !== undefined && others.every(({ value }) => value.eq(first.value)) ? first.value : null;
}

/** Words that say nothing of what is measured. */
const LEADS = /^(?:完成|达到?|实现|高于|低于|超过|不足|得)+$/;

/** Whether a rule bounds what a word tells and nothing longer: 压缩60%以上, not 超额压缩60%以上. */
function isBounded(standard: string, label: string): boolean {
  const at = standard.indexOf(label);
  return (
    (at === 0 || /[，,。；;：:、]/.test(standard.charAt(at - 1))) &&
    /^[≥>≤<=]?[0-9]/.test(standard.slice(at + label.length))
  );
}

export function executionPercent({ spent, budget }: Execution): Decimal {
  return spent.div(budget).times(HUNDRED);
}

function quotient({ spent, budget }: Execution): RuleFigure {
  return { figure: executionPercent({ spent, budget }), words: `${formatFigure(spent)} ÷ ${formatFigure(budget)}` };
}

function stated(percent: Decimal): RuleFigure {
  return { figure: percent, words: `${formatFigure(percent)}%` };
}

function ifStated(percent: Decimal | null): readonly RuleFigure[] {
  return percent === null ? [] : [stated(percent)];
}

/** Whether a stated percentage is the computed one, cut or rounded to its own digits. */
function sameRate(percent: Decimal, exact: Decimal): boolean {
  return percent.minus(exact).abs().lt(`1e-${percent.decimalPlaces()}`);
}

function both(exact: RuleFigure, percent: Decimal | null): readonly RuleFigure[] {
  return percent === null || percent.eq(exact.figure) ? [exact] : [exact, stated(percent)];
}

/**
 * The rate of the scored budget row: its own quotient, and the rate that the form states where that is the same one
 * rounded, or the one by the initial budget.
 */
export function lineRates(line: BudgetLine): readonly RuleFigure[] {
  const execution = executionOf(line);
  const fraction = figureOf(line.rate);
  const percent = fraction === null || fraction.lt(0) ? null : fraction.times(HUNDRED);
  if (execution === null) return ifStated(percent);
  const exact = quotient(execution);
  if (percent === null) return [exact];
  if (sameRate(percent, exact.figure)) return both(exact, percent);
  const initial = figureOf(line.initial);
  if (initial === null || initial.lte(0)) return [exact];
  const byInitial = quotient({ spent: execution.spent, budget: initial });
  return sameRate(percent, byInitial.figure) ? [exact, byInitial] : [exact];
}

/** What the row tells in sentences, an actual value that tells how it came about first; where its texts disagree, each. */
function toldRates(indicator: Indicator): readonly RuleFigure[] {
  const told = [...tellings(indicator)].reverse().flatMap(evidenceRates);
  return told.filter(({ figure }, at) => told.findIndex((other) => other.figure.eq(figure)) === at);
}

const OF_PLAN = new RegExp(`^${AIM}`);

/** 计划1500台，检查1428台 where the rule is 完成率×分值 and no rate is told. */
function plannedRates({ standard, evidence, name }: Indicator): readonly RuleFigure[] {
  const facts = factsOfProse(evidence);
  const [plan, another] = facts.filter(({ label, quoted }) => OF_PLAN.test(label) && !quoted);
  const isTold = facts.some(({ unit }) => unit === '%') || !/完成率/.test(standard?.text ?? '');
  if (isTold || plan === undefined || another !== undefined || plan.value.lte(0)) return [];
  const done = figureTold(evidence, name.value, plan.unit);
  return done === null ? [] : [quotient({ spent: done.value, budget: plan.value })];
}

function evidenceRates(indicator: Indicator): readonly RuleFigure[] {
  const rate = rateIn(indicator);
  if (rate === null) {
    const named = namedRate(indicator);
    return named === null ? plannedRates(indicator) : ifStated(named);
  }
  const told = readingsOf(rate);
  // 变动率-5.98% is told as by how much it differs; a standard may mean it with its sign.
  return fell(rate) ? [...told, ...told.map(({ figure }) => stated(figure.neg()))] : told;
}

/** Whether a difference is one to less. */
const fell = ({ formula, numerator, denominator, stated: written }: EvidenceRate): boolean =>
  formula.kind === 'difference' &&
  (/^[-−－]/.test(written?.text ?? '') || (denominator !== null && numerator?.value.lt(denominator.value) === true));

function readingsOf(rate: EvidenceRate): readonly RuleFigure[] {
  const { numerator, denominator, computedPercent } = rate;
  const statedPercent = rate.stated?.value ?? null;
  if (computedPercent === null) return ifStated(statedPercent);
  const plain = numerator !== null && denominator !== null && rate.formula.kind === 'quotient';
  const words = plain
    ? `${formatFigure(numerator.value)} ÷ ${formatFigure(denominator.value)}`
    : `${formatFigure(computedPercent.toDecimalPlaces(4))}%`;
  return both({ figure: computedPercent, words }, statedPercent);
}

/** Bare figures are rates only where the name asks for one; 0.96 and 1 may be fractions, so both are taken. */
function actualRates(indicator: Indicator): readonly RuleFigure[] {
  const actual = indicator.actual?.value ?? null;
  if (actual?.kind !== 'number') return [];
  const { value, unit } = actual;
  if (unit === '%' || (unit === '' && value.isZero())) return [stated(value)];
  if (unit !== '' || !namesRate(indicator.name.value)) return [];
  return value.gt(0) && value.lte(1) ? [stated(value.times(HUNDRED)), stated(value)] : [stated(value)];
}

/** The share of a target that was reached, where both are figures of one unit. */
function completionRates({ target, actual }: Indicator): readonly RuleFigure[] {
  const told = target === null || actual === null ? null : inOneUnit(target, actual);
  const pair = told && ofWholeYear(told);
  return pair === null || pair.target.lte(0) ? [] : [quotient({ spent: pair.actual, budget: pair.target })];
}

/** By how many percent the actual value is off its target. */
function deviationOf(indicator: Indicator): readonly RuleFigure[] {
  return completionRates(indicator).map(({ figure, words }) => ({
    figure: figure.minus(HUNDRED).abs(),
    words: `|${words} − 1|`,
  }));
}

/** The first of the sources that gives the rate of an indicator; empty where none does. */
export function ratesOf(
  indicator: Indicator,
  budget: BudgetBlock | null,
  sources: readonly RateSource[],
): readonly RuleFigure[] {
  for (const source of sources) {
    const rates = fromSource(source, indicator, budget);
    if (rates.length > 0) return rates;
  }
  return [];
}

function fromSource(source: RateSource, indicator: Indicator, budget: BudgetBlock | null): readonly RuleFigure[] {
  if (source === 'actual') return actualRates(indicator);
  if (source === 'evidence') return toldRates(indicator);
  if (source === 'completion') return completionRates(indicator);
  if (source === 'either') return [...actualRates(indicator), ...completionRates(indicator)];
  if (source === 'deviation') return deviationOf(indicator);
  if (source === 'delay') return [];
  const execution = wholeExecution(budget);
  return execution === null ? [] : [quotient(execution)];
}
