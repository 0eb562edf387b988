import { oneCell } from '../../sheet/snapshot';
import { endOfEditing } from '../../sheet/gridKeys';
import type { Step } from '../../sheet/layout';
import type { EmulatedCell } from '../emulator/cell';
import type { EmulatedWorkbook } from '../emulator/workbook';
import type { GridView } from './gridView';
import { neighbour } from './layout';

/** What a person sees on editing a cell: the formula, or the value as it would have to be typed again. */
function inputText(cell: EmulatedCell, shown: string): string {
  if (cell.formula !== '') return cell.formula;
  if (cell.value === null) return '';
  if (typeof cell.value === 'string') return cell.prefixed ? `'${cell.value}` : cell.value;
  if (typeof cell.value === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  return cell.numberFormat.includes('%') || /[ymdh]/i.test(cell.numberFormat) ? shown : String(cell.value);
}

const STAY: Step = { rows: 0, columns: 0 };

/** The one field that is laid over the cell that is being edited; the formula bar edits the same cell. */
export class CellEditor {
  private active: HTMLTextAreaElement | null = null;

  constructor(
    private readonly field: HTMLTextAreaElement,
    private readonly bar: HTMLTextAreaElement,
    private readonly grid: GridView,
    private readonly workbook: () => EmulatedWorkbook,
    private readonly say: (message: string) => void,
  ) {
    for (const input of [field, bar]) {
      input.addEventListener('keydown', (event) => this.onKey(event));
      input.addEventListener('blur', () => this.active === input && this.end(true, STAY, false));
    }
    bar.addEventListener('focus', () => this.active === null && this.begin(bar, null));
    field.addEventListener('input', () => {
      bar.value = field.value;
      this.place();
    });
    bar.addEventListener('input', () => (field.value = bar.value));
  }

  /** Begins to edit the selected cell: what stands there, or `typed` in its place. */
  open(typed: string | null): void {
    this.begin(this.field, typed);
  }

  /** Shows the selected cell in the formula bar. */
  refresh(): void {
    if (this.active !== null) return;
    const sheet = this.workbook().active;
    this.bar.value = inputText(sheet.cell(this.grid.current), sheet.text(this.grid.current));
  }

  private begin(input: HTMLTextAreaElement, typed: string | null): void {
    const workbook = this.workbook();
    const cell = this.grid.current;
    if (workbook.active.isLocked(oneCell(cell))) {
      this.say('工作表受保护，不能修改。请先点“取消保护”。');
      if (input === this.bar) this.grid.showSelection({ focus: true });
      return;
    }
    const text = typed ?? inputText(workbook.active.cell(cell), workbook.active.text(cell));
    this.active = input;
    this.field.value = text;
    this.bar.value = text;
    workbook.beginCellEdit(workbook.active, cell);
    if (input === this.field) {
      this.place();
      this.field.focus({ preventScroll: true });
      this.field.setSelectionRange(text.length, text.length);
    }
  }

  private end(keep: boolean, move: Step, refocus: boolean): void {
    const input = this.active;
    if (input === null) return;
    this.active = null;
    this.field.hidden = true;
    const workbook = this.workbook();
    const sheet = workbook.active;
    const cell = this.grid.current;
    const changed = input.value !== inputText(sheet.cell(cell), sheet.text(cell));
    workbook.endCellEdit(keep && changed ? input.value : undefined);
    if (refocus) {
      workbook.select(sheet, oneCell(neighbour(sheet, cell, move, this.grid.extent)));
      this.grid.showSelection({ focus: true });
    }
    this.refresh();
  }

  private onKey(event: KeyboardEvent): void {
    // While an input method composes, Enter and Esc are its own.
    if (event.isComposing || this.active === null) return;
    if (event.key === 'Enter' && event.altKey) {
      const { selectionStart, selectionEnd } = this.active;
      this.active.setRangeText('\n', selectionStart, selectionEnd, 'end');
      this.active.dispatchEvent(new Event('input'));
      event.preventDefault();
      return;
    }
    const ending = endOfEditing(event);
    if (ending === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.end(ending.keep, ending.step, true);
  }

  /** Lays the field over its cell; it grows with its text, not beyond the grid. */
  private place(): void {
    const td = this.grid.tableCell(this.grid.current);
    const layer = this.field.offsetParent ?? this.field.parentElement;
    if (td === null || layer === null) return;
    this.field.hidden = false;
    const cell = td.getBoundingClientRect();
    const base = layer.getBoundingClientRect();
    const { style } = this.field;
    style.left = `${cell.left - base.left + layer.scrollLeft}px`;
    style.top = `${cell.top - base.top + layer.scrollTop}px`;
    style.width = `${Math.max(cell.width, 120)}px`;
    style.height = `${cell.height}px`;
    style.height = `${Math.min(Math.max(cell.height, this.field.scrollHeight + 4), 320)}px`;
  }
}
