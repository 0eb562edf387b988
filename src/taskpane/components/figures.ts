import { Decimal } from 'decimal.js';
import type { EvaluationForm } from '../../form/model';
import { indicatorsBelow } from '../../form/groups';
import { sumOfKnown } from '../../sheet/lists';

/** Points with two decimals, more only where there are more: 94.65, 2.945. */
export function points(value: Decimal): string {
  return value.decimalPlaces() > 2 ? value.toString() : value.toFixed(2);
}

/** The same of points as a record has them; — where there are none. */
export function pointsText(value: string | null | undefined): string {
  return value === null || value === undefined ? '—' : points(new Decimal(value));
}

/** One bar of the head: a first-level indicator, what is stated below it and what it can score. */
export interface GroupBar {
  readonly name: string;
  readonly stated: Decimal | null;
  readonly weight: Decimal | null;
  readonly bonus: boolean;
}

/** The bars of a form: its scored budget row, then its first-level indicators in the order of the sheet that have points. */
export function groupBars(form: EvaluationForm): readonly GroupBar[] {
  const scored = form.budget?.scored ?? null;
  const budget: readonly GroupBar[] =
    scored === null
      ? []
      : [
          {
            name: '预算执行',
            stated: scored.stated?.value ?? null,
            weight: scored.weight?.value ?? null,
            bonus: false,
          },
        ];
  const groups = form.groups.map((group): GroupBar => {
    const indicators = indicatorsBelow(group);
    return {
      name: group.name,
      stated: sumOfKnown(indicators.map(({ stated }) => stated?.value)),
      weight: group.weight?.value ?? sumOfKnown(indicators.map(({ weight }) => weight?.value)),
      bonus: indicators.length > 0 && indicators.every(({ kind }) => kind === 'bonus'),
    };
  });
  return [...budget, ...groups].filter(({ stated, weight }) => stated !== null || weight !== null);
}

/** How full a bar is, from 0 to 1; `null` where there is nothing to divide by. */
export function fillOf({ stated, weight }: GroupBar): number | null {
  if (stated === null || weight === null || weight.lte(0)) return null;
  return Decimal.max(0, Decimal.min(1, stated.div(weight))).toNumber();
}
