import type { Indicator } from '../../form/model';
import type { TargetAndActual } from '../../scoring/sameUnit';
import { lastClause } from '../../sheet/text';
import { comparisonBefore } from '../../words/comparisons';
import { factsOfProse } from '../../words/facts';
import { isCeiling } from '../../words/quantity';
import { areRead } from '../../words/remains';
import { clauseUpTo, isLasting } from '../../words/told';
import { AIM } from '../../words/vocabulary';
import type { Outcome } from '../finding';
import { compared, rowWords, statedAt } from './say';
import { isOtherYear } from './reached';

const AIMED_AT = new RegExp(`^的?${AIM}$`);
const SOME = new RegExp(`^的(?!${AIM})`);

/** What a text says that the row did not reach, in no other words than its own: 满意度未达到90%, of the row itself and not of 部分村. */
export function* unreached(
  indicator: Indicator,
  { actual: reached, relation }: TargetAndActual,
  unit: string,
  year: number | null,
): Iterable<Outcome> {
  const { name, target, actual, evidence } = indicator;
  if (evidence === null || isCeiling(relation)) return;
  for (const fact of factsOfProse(evidence)) {
    const clause = lastClause(evidence.text.slice(0, fact.start));
    const comparison = comparisonBefore(clause);
    if (comparison?.relation !== '<' || fact.unit !== unit || fact.quoted || fact.interim || fact.part) continue;
    const [before, behind] = [clause.slice(0, comparison.start), evidence.text.slice(fact.end)];
    // 合格率低于95%的2个标段 are some of them.
    if (SOME.test(behind) || isOtherYear(evidence.text, fact, year)) continue;
    const words = before + fact.after.replace(AIMED_AT, '');
    if (!areRead(words, name.value) || !isLasting(evidence.text, fact)) continue;
    const data = { ...rowWords(indicator), written: clauseUpTo(evidence.text, fact) };
    const said = { message: 'reached', severity: 'warning' as const, data, found: fact.text };
    yield compared(reached.lt(fact.value), evidence, [target, actual], { ...said, stated: statedAt(evidence, [fact]) });
  }
}
