import type { Indicator } from '../form/model';
import { hasPrintedRule } from './printed';
import type { IndicatorMatch, Rule, Rulebook } from './rulebook';

function holdsOne(texts: readonly string[], words: readonly string[]): boolean {
  return texts.some((text) => words.some((word) => text.includes(word)));
}

const HAS: Readonly<Record<'target' | 'printed' | 'definition', (indicator: Indicator) => boolean>> = {
  target: ({ target }) => target !== null && target.text.trim() !== '',
  printed: hasPrintedRule,
  definition: ({ definition }) => definition !== null && definition.text.trim() !== '',
};

/** Whether a rule is for an indicator: every condition that is given holds. */
export function matches(indicator: Indicator, { name, path, kind, has }: IndicatorMatch): boolean {
  return (
    (name === undefined || holdsOne([indicator.name.value], name)) &&
    (path === undefined || holdsOne(indicator.path, path)) &&
    (kind === undefined || indicator.kind === kind) &&
    (has ?? []).every((part) => HAS[part](indicator))
  );
}

/**
 * The rule of a rulebook that is for an indicator: the first that matches; *judged* where none does, and for a bonus, which
 * may lie below its cap though its target was reached.
 */
export function ruleFor(indicator: Indicator, rulebook: Rulebook): Rule {
  const found = rulebook.indicators.find(({ match }) => matches(indicator, match));
  const isJudged = found?.rule.kind === 'target' && indicator.kind === 'bonus' && found.match.kind !== 'bonus';
  return found === undefined || isJudged ? { kind: 'judged' } : found.rule;
}
