import { rememberBy } from '../sheet/remember';
import { factsOf, MOST_FACTS, type Fact } from '../words/facts';
import { customFormula, stemFormula, type RateFormula } from './formula';
import type { Indicator } from './model';
import { RATE_LABEL, rateFrom, rateIn, textsOf, type EvidenceRate } from './rates';

/**
 * The rates that an indicator's evidence states besides its own, each with the figures of its own sentence: 发现隐患120处，
 * 整改118处，整改率98.33%. Only those that the figures give by what the rate's name is understood to mean.
 */
export const otherRatesIn = rememberBy(textsOf, (indicator: Indicator): readonly EvidenceRate[] => {
  const facts = factsOf(indicator.evidence);
  const rate = rateIn(indicator);
  const own = rate?.computedPercent === null ? undefined : rate?.stated?.start;
  const rates: EvidenceRate[] = [];
  if (facts.length > MOST_FACTS) return rates;
  for (const [index, fact] of facts.entries()) {
    if (fact.unit !== '%' || fact.start === own || !RATE_LABEL.test(fact.label)) continue;
    const figures = figuresBefore(facts, fact, index);
    const formula = formulaFor(fact.label, figures);
    const other = formula === null ? null : rateFrom([...figures, fact], formula, fact.label);
    if (other !== null && other.stated !== null && other.computedPercent !== null) rates.push(other);
  }
  return rates;
});

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
  const spending = label === '完成率' && figures.some((fact) => fact.label.endsWith('预算'));
  return customFormula(spending ? '预算完成率' : label) ?? stemFormula(label);
}
