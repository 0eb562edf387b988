import type { Decimal } from 'decimal.js';
import { figureOf } from '../../form/cells';
import type { BudgetBlock, BudgetLine, FigureCell } from '../../form/model';
import { budgetOf } from '../../form/money';
import { sum } from '../../sheet/lists';
import { short } from '../../sheet/text';
import type { AmountColumn } from './budget';

/** An amount that is blank in a line whose rate or score says that money was spent. */
export interface Unfilled {
  readonly line: BudgetLine;
  readonly column: AmountColumn;
  readonly cell: FigureCell;
}

/** What is blank in lines that say how much was spent of the whole and not what: the amount spent, or both amounts. */
export function unfilledIn({ lines }: BudgetBlock): Unfilled[] {
  return lines.flatMap((line) => {
    const says = [line.rate, line.stated].some((cell) => figureOf(cell)?.gt(0) === true);
    if (!says || line.spent?.state !== 'blank') return [];
    const spent = { line, column: 'spent', cell: line.spent } as const;
    const whole = budgetOf(line);
    if (whole !== null) return whole.gt(0) ? [spent] : [];
    const column = line.budget === null ? 'initial' : 'budget';
    const cell = line[column];
    return cell?.state === 'blank' ? [{ line, column, cell }, spent] : [];
  });
}

/** Lines as a message names them: the first one's name and how many they are. */
export function linesText(lines: readonly BudgetLine[]): { readonly name: string; readonly more: string } {
  const more = lines.length > 1 ? `等 ${lines.length} 行` : '';
  return { name: short(lines[0]?.label.value ?? ''), more };
}

/** What the total, or the same money divided another way, leaves for one amount of a line; `null` where neither is known. */
export function restOf({ lines }: Pick<BudgetBlock, 'lines'>, line: BudgetLine, column: AmountColumn): Decimal | null {
  const own = (one: BudgetLine) => figureOf(one[column]);
  const siblings = lines.filter((one) => one.role === 'part' && one.group === line.group && one !== line);
  const total = lines.find(({ role }) => role === 'total');
  const other = line.group && lines.find(({ group }) => group !== null && group !== line.group);
  const divided = other ? sum(lines.filter(({ group }) => group === other.group).map(own)) : null;
  const whole = total === undefined || total === line ? divided : own(total);
  return whole && siblings.reduce((rest, one) => rest.minus(own(one) ?? 0), whole);
}
