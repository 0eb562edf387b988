import { formatAddress } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import type { EmulatedConditionalFormat } from '../emulator/cell';
import type { EmulatedSheet } from '../emulator/sheet';
import { isTitle } from './layout';

/** Files that are read give no alignment: what forms centre are the short texts of merged areas. */
const LONGEST_CENTRED = 14;

/** A format that needs no calculating, as our highlights: the others of an add-in's page are not drawn here. */
function isAlways({ fill, formula }: EmulatedConditionalFormat): boolean {
  return fill !== null && formula.includes('zipingbiao-');
}

/** Draws one cell's contents and marks into its table cell; leaves alone what is already so. */
export function drawCell(td: HTMLTableCellElement, sheet: EmulatedSheet, cell: CellRef): void {
  const { value, fill, look } = sheet.cell(cell);
  const text = sheet.text(cell);
  if (td.textContent !== text) td.textContent = text;

  const merge = sheet.mergeAt(cell);
  const classes = new Set<string>();
  if (typeof value === 'number') classes.add('number');
  if (merge !== null && text.length <= LONGEST_CENTRED) classes.add(isTitle(sheet, merge) ? 'title' : 'merged');
  const comment = sheet.commentAt(cell);
  const note = sheet.notes.find((other) => other.cell.row === cell.row && other.cell.column === cell.column);
  if (comment !== null) classes.add('commented');
  if (note !== undefined) classes.add('noted');

  // Excel shows the first conditional format that gives a fill; ours are always true.
  const highlight = sheet.conditionalFormatsAt(cell).find(isAlways);
  const background = highlight?.fill ?? fill ?? '';
  if (background !== '') classes.add('filled');
  if (td.dataset['fill'] !== background) {
    td.dataset['fill'] = background;
    td.style.backgroundColor = background;
  }
  td.style.fontWeight = look?.bold === true ? '700' : '';
  td.style.fontSize = look?.size === undefined || look.size <= 11 ? '' : `${look.size}pt`;
  td.style.color = look?.color ?? '';
  // What an add-in dressed without wrapping runs over the empty cells beside it, as in Excel.
  const runsOver = look !== undefined && look.wrap !== true;
  td.style.whiteSpace = runsOver ? 'nowrap' : '';
  td.style.overflow = runsOver ? 'visible' : '';
  const className = [...classes].join(' ');
  if (td.dataset['look'] !== className) {
    td.dataset['look'] = className;
    td.className = className;
  }
  const marks = [comment === null ? '' : '有批注', note === undefined ? '' : '有备注'].filter((mark) => mark !== '');
  const label = [formatAddress(cell), text === '' ? '空' : text, ...marks].join('，');
  if (td.getAttribute('aria-label') !== label) td.setAttribute('aria-label', label);
}
