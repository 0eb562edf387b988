import type { Decimal } from 'decimal.js';
import type { FigureCell } from '../../form/model';
import type { Report } from '../finding';
import { restated } from '../../words/written';
import { points } from './words';

/**
 * What is to stand in a cell instead of its figure: both figures, the arithmetic, and the mend where it is no formula.
 *
 * @param arithmetic how the right figure comes about: `94.07 ÷ 95 × 2.96 = 2.93`.
 * @param mends whether the sheet leaves no doubt that this cell is the one to be mended.
 */
export function instead(
  cell: FigureCell,
  found: Decimal,
  right: Decimal,
  arithmetic: string | null,
  mends = true,
): Pick<Report, 'expected' | 'found' | 'arithmetic' | 'fix'> {
  const expected = points(right);
  const after = mends && cell.formula === '' ? restated(cell, found, right) : null;
  return {
    ...(arithmetic !== null && { arithmetic: `${arithmetic}，表内 ${points(found)}` }),
    expected,
    found: points(found),
    ...(after !== null && {
      fix: {
        cell: cell.at,
        before: cell.text,
        after,
        ...(!(typeof after === 'number' && right.eq(after)) && { figure: right.toFixed() }),
        label: `改为 ${expected}`,
      },
    }),
  };
}
