import type { Decimal } from 'decimal.js';
import { factsOf, MOST_FACTS } from '../words/facts';
import type { Indicator } from '../form/model';
import { RATE_LABEL } from '../form/rates';
import { compact } from '../sheet/text';

const LONGEST_STANDARD = 2000;
const SHORTEST_NAME = 3;
const RATE_NAMES = /\p{Script=Han}{1,12}?(?:率|满意度|比例|比重|占比)/gu;

/**
 * The one percentage that the evidence states under the name by which the printed rule scores: 重点工作完成率100% where the
 * rule is 得分=重点工作完成率×25. `null` where there is none, or several that differ.
 */
export function namedRate(indicator: Indicator): Decimal | null {
  const standard = compact((indicator.standard?.text ?? '').slice(0, LONGEST_STANDARD));
  const names = [...standard.matchAll(RATE_NAMES)].map(([name]) => name).filter((name) => name.length >= SHORTEST_NAME);
  const facts = names.length === 0 ? [] : factsOf(indicator.evidence);
  if (facts.length > MOST_FACTS) return null;
  const rates = facts.filter(({ unit, label, quoted, bound, interim }) => {
    if (unit !== '%' || quoted || bound || interim || label.length < SHORTEST_NAME || !RATE_LABEL.test(label))
      return false;
    return names.some((name) => label.endsWith(name) || name.endsWith(label));
  });
  const [first, ...others] = rates;
  return first !== undefined && others.every(({ value }) => value.eq(first.value)) ? first.value : null;
}
