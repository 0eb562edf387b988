import type { Decimal } from 'decimal.js';
import { factsOf } from '../../words/facts';
import type { EvaluationForm, Indicator, Located } from '../../form/model';
import { once } from './once';
import { nameOf, short } from './words';

/** An amount of money that a form states outside its budget block, with its unit. */
export interface MoneyStated {
  /** Where it stands: 年度总体目标, or the indicator's name. */
  readonly name: string;
  /** As it is written: 320万元. */
  readonly written: string;
  readonly yuan: Decimal;
  /** The cell that states it, and where in its text; `null` where the cell holds nothing else. */
  readonly place: Located<unknown>;
  readonly start: number | null;
}

function ofText(name: string, cell: Located<unknown> | null): MoneyStated[] {
  return factsOf(cell).flatMap(({ unit, value, text, start }) =>
    unit === '元' && cell !== null ? [{ name, written: text, yuan: value, place: cell, start }] : [],
  );
}

function ofValues(indicator: Indicator): MoneyStated[] {
  return [indicator.target, indicator.actual].flatMap((cell) => {
    const value = cell?.value ?? null;
    if (cell === null || value?.kind !== 'number' || value.unit !== '元') return [];
    return [{ name: nameOf(indicator), written: short(cell.text), yuan: value.value, place: cell, start: null }];
  });
}

/** Every amount of money that goals, results, targets, actual values and evidence name, in the order of the sheet. */
export const moneyStated = once((form: EvaluationForm): readonly MoneyStated[] => [
  ...ofText('年度目标', form.narrative.goals),
  ...ofText('目标完成情况', form.narrative.completion),
  ...form.indicators.flatMap((indicator) => [...ofValues(indicator), ...ofText(nameOf(indicator), indicator.evidence)]),
]);
