import { Decimal } from 'decimal.js';
import { factsOf, type Fact } from '../form/facts';
import type { EvaluationForm, Indicator } from '../form/model';
import { agrees, percentOf, rateIn, type EvidenceRate, type RatePart } from '../form/rates';
import { contradicted, isAboutBudget } from './common/amountLabels';
import { blockAmounts } from './common/blockAmounts';
import { asWritten } from './common/evidence';
import { nameOf, points } from './common/words';
import type { Check, Report } from './finding';

/** Words of a 指标解释 that mean the money of the whole year, which the budget block states. */
const WHOLE_BUDGET = /预算(?:总额|总数|数|资金总额)?$/;
/** The part of that money of which the text need not repeat the whole. */
const CARRIED = /结转|结余/;
const OTHER_BUDGET = /公用|三公|采购|项目|专项|工程/;

export const evidenceRate: Check = {
  id: 'evidence-rate',
  title: '依据中的比率与其数字相符',
  severity: 'error',
  explain:
    '指标解释（或指标名称）说明了比率由哪两个数相除，评分依据写出了这两个数和比率。本项按该公式用文中数字重新计算比率，四舍五入或截尾均认可；能分辨两数是否写颠倒、分母是否用错。数字的含义不能确定时不作判断。',
  messages: {
    swapped: {
      title: '“{name}”的两个数写颠倒了',
      message:
        '“{name}”按文中数字应为{computed}，文中写{stated}；只有把“{top}”与“{bottom}”对调才得{stated}，请核实两数。',
    },
    wrong: {
      title: '“{name}”的比率算错了',
      message: '“{name}”按文中“{top}”和“{bottom}”计算应为{computed}，文中写{stated}，请核实数字和比率。',
    },
    definition: {
      title: '“{name}”没有按指标解释的分母计算',
      message: '“{name}”按指标解释应除以{denominator}，即{computed}；文中写{stated}，请按指标解释重新计算并评分。',
    },
  },
  *run({ form }) {
    for (const indicator of form.indicators) {
      const rate = rateIn(indicator);
      if (rate === null || rate.stated === null || indicator.evidence === null) continue;
      if (mendedByBlock(form, indicator, rate)) continue;
      const report = withFacts(indicator, rate) ?? withBlock(form, indicator, rate);
      if (report !== null) yield report;
    }
  },
};

/**
 * Whether a figure that contradicts the budget block explains the rate: with the block's figure the rate is right.
 * Then the figure is at fault, and evidence-amount says so.
 */
function mendedByBlock(form: EvaluationForm, indicator: Indicator, rate: EvidenceRate): boolean {
  const { stated, numerator, denominator, formula } = rate;
  const [top] = numerator?.facts ?? [];
  const [bottom] = denominator?.facts ?? [];
  if (stated === null || top === undefined || bottom === undefined || !isAboutBudget(indicator)) return false;
  const amounts = blockAmounts(form);
  const [over, under] = [contradicted(top, amounts), contradicted(bottom, amounts)];
  if (over === null && under === null) return false;
  const divisor = under?.yuan ?? bottom.value;
  return !divisor.isZero() && agrees(stated, percentOf(formula.kind, over?.yuan ?? top.value, divisor));
}

/** The stated rate against the two figures in the text. */
function withFacts(indicator: Indicator, rate: EvidenceRate): Report | null {
  const { stated, numerator, denominator, computedPercent, formula, arithmetic } = rate;
  if (stated === null || numerator === null || denominator === null || computedPercent === null) return null;
  if (agrees(stated, computedPercent) || indicator.evidence === null) return null;
  const shared = {
    cell: indicator.evidence.cell,
    expected: percentText(computedPercent),
    found: stated.text,
    ...(arithmetic === null ? {} : { arithmetic: `${arithmetic}，文中${stated.text}` }),
    related: indicator.stated === null ? [] : [indicator.stated.cell],
  };
  const data = {
    name: nameOf(indicator),
    computed: percentText(computedPercent),
    stated: stated.text,
    top: written(numerator),
    bottom: written(denominator),
  };
  const { value } = numerator;
  if (formula.kind === 'quotient' && !value.isZero() && agrees(stated, percentOf('quotient', denominator.value, value)))
    return { ...shared, message: 'swapped', data };
  // The figures of the text may stand in another relation than the one that was read: then nothing is certain.
  if (someOtherPair(indicator, rate)) return null;
  return { ...shared, message: 'wrong', data, ...(formula.from === 'form' ? {} : { severity: 'warning' as const }) };
}

/** More figures than this can stand in any relation. */
const MOST_FIGURES = 24;
const LONGEST_LIST = 6;

/** Whether two other figures of the text, or the sum of some over another, give the stated rate. */
function someOtherPair({ evidence }: Indicator, { stated, numerator }: EvidenceRate): boolean {
  if (stated === null) return false;
  const amounts = factsOf(evidence)
    .filter(({ unit, value }) => unit !== '%' && unit !== '分' && value.gt(0))
    .map(({ value }) => value);
  if (amounts.length > MOST_FIGURES) return true;
  const sums = subsetSums((numerator?.facts ?? []).slice(0, LONGEST_LIST).map(({ value }) => value));
  return [...amounts, ...sums].some((top) =>
    amounts.some((bottom) => top !== bottom && KINDS.some((kind) => agrees(stated, percentOf(kind, top, bottom)))),
  );
}

const KINDS = ['quotient', 'complement', 'difference'] as const;

function subsetSums(values: readonly Decimal[]): Decimal[] {
  return values.reduce<Decimal[]>((sums, value) => [...sums, ...sums.map((sum) => sum.plus(value))], [new Decimal(0)]);
}

/** The stated rate against the year's budget, where the definition divides by it and the text does not name it. */
function withBlock(form: EvaluationForm, indicator: Indicator, rate: EvidenceRate): Report | null {
  const { stated, numerator, denominator, formula } = rate;
  if (stated === null || numerator === null || denominator !== null || indicator.evidence === null) return null;
  if (formula.from !== 'form' || formula.kind !== 'quotient' || !CARRIED.test(formula.numerator)) return null;
  if (!WHOLE_BUDGET.test(formula.denominator) || OTHER_BUDGET.test(formula.denominator)) return null;
  const budgets = blockAmounts(form).filter(({ kind, whole }) => kind === 'budget' && whole);
  const [budget] = budgets;
  if (budget === undefined || budget.yuan.isZero() || numerator.facts.some(({ unit }) => unit !== '元')) return null;
  if (budgets.some(({ yuan }) => !yuan.isZero() && agrees(stated, percentOf('quotient', numerator.value, yuan))))
    return null;
  const computed = percentOf('quotient', numerator.value, budget.yuan);
  return {
    cell: indicator.evidence.cell,
    message: 'definition',
    severity: 'warning',
    data: {
      name: nameOf(indicator),
      denominator: formula.denominator,
      computed: `${points(numerator.value)} ÷ ${points(budget.yuan)} = ${percentText(computed)}`,
      stated: stated.text,
    },
    arithmetic: `${points(numerator.value)} ÷ ${points(budget.yuan)} = ${percentText(computed)}，文中${stated.text}`,
    expected: percentText(computed),
    found: stated.text,
    related: [budget.cell, ...(indicator.definition === null ? [] : [indicator.definition.cell])],
  };
}

function written({ facts }: RatePart): string {
  return facts.map((fact: Fact) => asWritten(fact)).join('、');
}

/** Two decimals, more where two would show nothing: 0.001%. */
function percentText(percent: Decimal): string {
  const rounded = percent.toDecimalPlaces(2);
  return `${(rounded.isZero() ? percent.toSignificantDigits(1) : rounded).toFixed()}%`;
}
