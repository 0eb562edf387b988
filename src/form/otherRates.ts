import type { Decimal } from 'decimal.js';
import { sum } from '../sheet/lists';
import { rememberBy } from '../sheet/remember';
import { factsOfProse, type Fact } from '../words/facts';
import { isRoundingOf } from '../words/written';
import { customFormula, stemFormula, type RateFormula } from './formula';
import type { Indicator } from './model';
import { percentOf, type RatePart } from './ratePairs';
import { isOfBoth, RATE_LABEL, rateFrom, rateIn, textsOf, type EvidenceRate, type Stated } from './rates';

/**
 * The rates that an indicator's evidence states besides its own, each with the figures of its own sentence: 发现隐患120处，
 * 整改118处，整改率98.33%. Only those that the figures give by what the rate's name is understood to mean.
 */
export const otherRatesIn = rememberBy(textsOf, (indicator: Indicator): readonly EvidenceRate[] => {
  const facts = factsOfProse(indicator.evidence);
  const rate = rateIn(indicator);
  const own = rate?.computedPercent === null ? undefined : rate?.stated?.start;
  const rates: EvidenceRate[] = [];
  for (const [index, fact] of facts.entries()) {
    if (fact.unit !== '%' || fact.start === own) continue;
    // 计划20项，完成19项，95% is called as its row ends: 重点工作完成率.
    const label = isOfBoth(fact, facts) ? (LAST_RATE.exec(indicator.name.value)?.[0] ?? '') : fact.label;
    if (!RATE_LABEL.test(label)) continue;
    const figures = figuresBefore(facts, fact, index);
    const formula = formulaFor(label, figures);
    const other = formula === null ? null : rateFrom([...figures, fact], formula, label);
    if (other !== null && other.stated !== null && other.computedPercent !== null) rates.push(other);
  }
  return rates;
});

const LAST_RATE = /.{2}率$/;

/** No sentence states a rate of more figures. */
const MOST_FIGURES = 12;

/** The figures of the sentence before a rate, back to the rate before it. */
function figuresBefore(facts: readonly Fact[], rate: Fact, index: number): readonly Fact[] {
  const before = facts.slice(Math.max(0, index - MOST_FIGURES), index);
  const own = before.filter(({ sentence }) => sentence === rate.sentence);
  return own.slice(1 + own.map(({ unit }) => unit).lastIndexOf('%'));
}

function formulaFor(label: string, figures: readonly Fact[]): RateFormula | null {
  // 项目支出预算400万元，支出375万元，完成率93.75%
  const spending = /^(?:完成|控制)率$/.test(label) && figures.some((fact) => fact.label.endsWith('预算'));
  return customFormula(spending ? '预算完成率' : label) ?? stemFormula(label);
}

/** More figures of a text than this can stand in any relation. */
const MOST_AMOUNTS = 24;
const LONGEST_LIST = 6;

/** Whether two other figures of a text than those of a rate, or the sum of some over another, give it as it is stated. */
export function givenOtherwise(
  facts: readonly Fact[],
  stated: Stated,
  numerator: RatePart,
  whole: RatePart,
  kinds: readonly RateFormula['kind'][],
): boolean {
  // 满意160份、较满意40份 may count by their degree.
  const [first, ...less] = numerator.facts;
  if (first !== undefined && less.length > 0 && /满意/.test(first.label)) {
    const share = (value: Decimal) => percentOf('quotient', value, whole.value);
    if (stated.value.gte(share(first.value)) && stated.value.lte(share(numerator.value))) return true;
  }
  const amounts = facts.filter((fact) => !fact.part && fact.unit !== '%' && fact.unit !== '分' && fact.value.gt(0));
  if (amounts.length > MOST_AMOUNTS) return true;
  const gives = (top: Decimal, bottom: Decimal) =>
    kinds.some((kind) => isRoundingOf(stated, percentOf(kind, top, bottom)));
  const sums = sumsOfSome(numerator.facts.slice(0, LONGEST_LIST).map(({ value }) => value));
  const used = [...numerator.facts, ...whole.facts];
  // 受理100件，上年结转20件，审结96件，结案率80%: a whole of two figures.
  const joined = amounts
    .filter((fact) => !used.includes(fact) && fact.unit === whole.facts[0]?.unit)
    .some(({ value }) => isRoundingOf(stated, percentOf('quotient', numerator.value, whole.value.plus(value))));
  return (
    joined ||
    amounts.some(
      (bottom) =>
        amounts.some((top) => top !== bottom && gives(top.value, bottom.value)) ||
        sums.some((sum) => gives(sum, bottom.value)),
    )
  );
}

/** Sums of two values or more. */
function sumsOfSome(values: readonly Decimal[]): Decimal[] {
  const some = values.reduce<Decimal[][]>((all, value) => [...all, ...all.map((one) => [...one, value])], [[]]);
  return some.filter(({ length }) => length > 1).map(sum);
}
