import type { EvaluationForm } from '../form/model';
import { BUILT_IN, FALLBACK } from './builtIn';
import type { Rulebook, RulebookFit } from './rulebook';
import { quote } from '../sheet/quote';

/** A rulebook and why it was taken, in words for the officer. */
export interface RulebookChoice {
  readonly rulebook: Rulebook;
  readonly why: string;
}

function quoteAll(words: readonly string[]): string {
  return words.map((word) => quote(word)).join('');
}

/** What of a form agrees with a fit, as parts of a sentence; `null` where it does not fit. */
function reasonsFor(fit: RulebookFit, form: EvaluationForm): readonly string[] | null {
  const title = form.title?.text ?? '';
  const all = form.headers.flatMap((header) => header.columns);
  const headings = new Map(all.map(({ role, heading }) => [role, heading.text.replaceAll(/\s/g, '')]));
  const word = fit.title?.find((one) => title.includes(one));
  if (fit.title !== undefined && word === undefined) return null;
  const names = form.groups.map(({ name }) => name);
  const groups = fit.groups ?? [];
  if (!groups.every((group) => names.some((name) => name.includes(group)))) return null;
  const columns = fit.columns ?? [];
  if (!columns.every((role) => headings.has(role)) || fit.lacks?.some((role) => headings.has(role))) return null;
  const scoredBudget = (form.budget?.scored ?? null) !== null;
  if (fit.scoredBudget !== undefined && fit.scoredBudget !== scoredBudget) return null;
  return [
    ...(word === undefined ? [] : [`标题有${quote(word)}`]),
    ...(columns.length === 0 ? [] : [`表头有${quoteAll(columns.map((role) => headings.get(role) ?? role))}`]),
    ...(fit.lacks?.includes('weight') ? ['没有分值一列'] : []),
    ...(groups.length === 0 ? [] : [`一级指标有${quoteAll(groups)}`]),
    ...(fit.scoredBudget === true ? ['预算执行率单独计分'] : []),
  ];
}

/**
 * The rulebook that fits a form: `extra` ones are tried before the built-in ones, each list in its order. A form that
 * fits none gets the general one, which knows target rules and printed standards only.
 */
export function chooseRulebook(form: EvaluationForm, extra: readonly Rulebook[] = []): RulebookChoice {
  for (const rulebook of [...extra, ...BUILT_IN]) {
    for (const fit of rulebook.fits) {
      const reasons = reasonsFor(fit, form);
      if (reasons !== null) return { rulebook, why: `${[...reasons, `与${quote(rulebook.name)}一致`].join('，')}。` };
    }
  }
  return {
    rulebook: FALLBACK,
    why: '没有与这张表一致的评分规则，只按目标值和表内印出的评分标准核对，其余得分由人工判断。',
  };
}
