import type { Decimal } from 'decimal.js';
import { figureOf } from '../../form/cells';
import type { EvaluationForm, FigureCell, Indicator } from '../../form/model';
import { allGroups, indicatorsBelow } from '../../form/tree';
import { sharedTotal } from './weights';

/** Points that a label gives to several items together. */
export interface Capped {
  readonly name: string;
  readonly weight: FigureCell;
  readonly most: Decimal;
  readonly items: readonly Indicator[];
}

/** The blocks whose items have no weights of their own and all have a score, inner ones before those around them. */
export function cappedIn(form: EvaluationForm): readonly Capped[] {
  // Over marks of 100 of which a share is taken, a block's points are that share.
  const blocks = sharedTotal(form) === null ? form.targetBlocks : [];
  const groups = allGroups(form.groups).map((group) => ({ ...group, indicators: indicatorsBelow(group) }));
  const labelled = [...groups.reverse(), ...blocks.map((block) => ({ ...block, name: block.label.value }))];
  return labelled.flatMap(({ name, weight, indicators: items }) => {
    const most = figureOf(weight);
    const isOpen = items.some((item) => item.weight === null);
    const isScored = items.every(({ kind, stated }) => kind === 'item' && figureOf(stated) !== null);
    return weight !== null && most !== null && isOpen && isScored ? [{ name, weight, most, items }] : [];
  });
}
