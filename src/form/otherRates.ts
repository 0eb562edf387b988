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
  const text = indicator.evidence?.text ?? '';
  const rate = rateIn(indicator);
  const own = rate?.computedPercent === null ? undefined : rate?.stated?.start;
  const rates: EvidenceRate[] = [];
  if (facts.length > MOST_FACTS) return rates;
  for (const [index, fact] of facts.entries()) {
    if (fact.unit !== '%' || fact.start === own || !RATE_LABEL.test(fact.label)) continue;
    const figures = figuresBefore(text, facts, index);
    const formula = formulaFor(fact.label, figures);
    const other = formula === null ? null : rateFrom(text, [...figures, fact], formula, fact.label);
    if (other !== null && other.stated !== null && other.computedPercent !== null) rates.push(other);
  }
  return rates;
});

/** No sentence states a rate of more figures. */
const MOST_FIGURES = 12;

/** The figures of the sentence before a rate, back to the rate before it. */
function figuresBefore(text: string, facts: readonly Fact[], index: number): Fact[] {
  const figures: Fact[] = [];
  let next = facts[index];
  for (let at = index - 1; at >= 0 && figures.length < MOST_FIGURES; at--) {
    const fact = facts[at];
    if (fact === undefined || next === undefined || fact.unit === '%') break;
    if (/[。；;\n]/.test(text.slice(fact.end, next.start))) break;
    figures.unshift(fact);
    next = fact;
  }
  return figures;
}

function formulaFor(label: string, figures: readonly Fact[]): RateFormula | null {
  // 项目支出预算400万元，支出375万元，完成率93.75%
  const spending = label === '完成率' && figures.some((fact) => fact.label.endsWith('预算'));
  return customFormula(spending ? '预算完成率' : label) ?? stemFormula(label);
}
