import { Decimal } from 'decimal.js';
import { factsOf, type Fact } from '../form/facts';
import type { EvaluationForm, Indicator } from '../form/model';
import { agrees, percentOf, rateIn, type EvidenceRate, type RatePart } from '../form/rates';
import { contradicted, isAboutBudget } from './common/amountLabels';
import { blockAmounts } from './common/blockAmounts';
import { asWritten, percentText } from './common/evidence';
import { nameOf } from './common/words';
import type { Check, Report } from './finding';

export const evidenceRate: Check = {
  id: 'evidence-rate',
  title: '依据中的比率与其数字相符',
  severity: 'error',
  explain:
    '指标解释（或指标名称）说明了比率由哪两个数相除，评分依据写出了这两个数和比率。本项按该公式用文中数字重新计算比率，四舍五入或截尾均认可；能分辨两数是否写颠倒。数字的含义不能确定时不作判断。',
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
  },
  *run({ form }) {
    for (const indicator of form.indicators) {
      const rate = rateIn(indicator);
      if (rate === null || rate.stated === null || indicator.evidence === null) continue;
      if (mendedByBlock(form, indicator, rate)) continue;
      const report = withFacts(indicator, rate);
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
  const text = indicator.evidence?.text ?? '';
  const [over, under] = [contradicted(text, top, amounts), contradicted(text, bottom, amounts)];
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

function written({ facts }: RatePart): string {
  return facts.map((fact: Fact) => asWritten(fact)).join('、');
}
