import type { EvaluationForm, Indicator } from '../../form/model';
import { once } from './once';
import { compact } from '../../sheet/text';

/** What makes two rows the same indicator: names, levels, target and weight alike. */
function identity(indicator: Indicator): string {
  const { path, name, target, weight } = indicator;
  return [...path, name.value, target?.text ?? '', weight?.text ?? ''].map(compact).join('\n');
}

/** Indicators that stand in the form a second time, each with the row that it repeats. */
export const duplicatesOf = once((form: EvaluationForm): ReadonlyMap<Indicator, Indicator> => {
  const first = new Map<string, Indicator>();
  const repeated = new Map<Indicator, Indicator>();
  for (const indicator of form.indicators) {
    if (/^指标\d{0,2}[:：]?$/.test(compact(indicator.name.value))) continue;
    const key = identity(indicator);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, indicator);
    else repeated.set(indicator, earlier);
  }
  return repeated;
});
