import type { EvaluationForm, Indicator } from '../../form/model';
import { once } from '../../sheet/remember';
import { compact } from '../../sheet/text';

/** What makes two rows the same indicator: names, levels, target and weight alike. */
function identity({ path, name, target, weight }: Indicator): readonly string[] {
  return [...path, name.value, target?.text ?? '', weight?.text ?? ''];
}

/** What two rows of different weights hardly have in common: names, levels, target and actual value. */
function contents({ path, name, target, actual }: Indicator): readonly string[] {
  return target === null || actual === null || target.text.trim() === '' || actual.text.trim() === ''
    ? []
    : [...path, name.value, target.text, actual.text];
}

/** Indicators of which the form has an earlier one that is alike, each with that one. */
function repeatedBy(form: EvaluationForm, told: (indicator: Indicator) => readonly string[]) {
  const first = new Map<string, Indicator>();
  const repeated = new Map<Indicator, Indicator>();
  for (const indicator of form.indicators) {
    const key = told(indicator).map(compact).join('\n');
    if (key === '' || /^指标\d{0,2}[:：]?$/.test(compact(indicator.name.value))) continue;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, indicator);
    else repeated.set(indicator, earlier);
  }
  return repeated;
}

/** Indicators that stand in the form a second time, each with the row that it repeats. */
export const duplicatesOf = once((form: EvaluationForm): ReadonlyMap<Indicator, Indicator> =>
  repeatedBy(form, identity),
);

/** Indicators that say what an earlier one says, whatever they weigh, each with that one. */
export const sameContents = (form: EvaluationForm): ReadonlyMap<Indicator, Indicator> => repeatedBy(form, contents);
