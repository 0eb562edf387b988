import type { EmulatedCell } from '../emulator/cell';

/** What a person sees on editing a cell: the formula, or the value as it would have to be typed again. */
export function inputText(cell: EmulatedCell, shown: string): string {
  if (cell.formula !== '') return cell.formula;
  if (cell.value === null) return '';
  if (typeof cell.value === 'string') return cell.prefixed ? `'${cell.value}` : cell.value;
  if (typeof cell.value === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  return cell.numberFormat.includes('%') || /[ymdh]/i.test(cell.numberFormat) ? shown : String(cell.value);
}
