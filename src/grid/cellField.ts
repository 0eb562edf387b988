import { endOfEditing } from '../sheet/gridKeys';
import type { Step } from '../sheet/layout';
import type { CellRef } from '../sheet/snapshot';
import { formatAddress } from '../sheet/address';
import { element } from './dom';
import type { SheetOwner, SheetTable } from './sheetTable';

/** A cell that is being edited. */
export interface Edit {
  /** What stands there, as one would have to type it again. */
  readonly text: string;
  /** The formula that what is typed would replace, where `text` is not that; `''` otherwise. */
  readonly formula: string;
  /** Keeps what was typed; `null` for nothing. */
  readonly end: (typed: string | null) => void;
}

const LONGEST_FORMULA = 80;

/** The one field that is laid over the cell that is being edited; a bar above the sheet edits the same cell. */
export class CellField {
  readonly root = element('div', 'cell-field');
  private readonly field = element('textarea');
  private readonly hint = element('p');
  private active: { readonly cell: CellRef; readonly edit: Edit; readonly input: HTMLTextAreaElement } | null = null;

  constructor(
    private readonly table: SheetTable,
    private readonly owner: SheetOwner,
    private readonly bar: HTMLTextAreaElement | null,
  ) {
    const { field, hint } = this;
    field.rows = 1;
    field.spellcheck = false;
    field.autocomplete = 'off';
    hint.id = 'cell-field-hint';
    this.root.hidden = true;
    this.root.append(field, hint);
    for (const input of bar === null ? [field] : [field, bar]) {
      input.addEventListener('keydown', (event) => this.onKey(event));
      input.addEventListener('blur', () => this.active?.input === input && this.end(true));
      input.addEventListener('input', () => {
        field.value = input.value;
        if (bar !== null) bar.value = input.value;
        this.place();
      });
    }
    bar?.addEventListener('focus', () => this.active === null && this.begin(bar, table.current, null));
  }

  get editing(): boolean {
    return this.active !== null;
  }

  /** Begins to edit a cell: what stands there, or `typed` in its place. */
  open(cell: CellRef, typed: string | null): void {
    this.begin(this.field, cell, typed);
  }

  /** Lays the field over its cell; it grows with its text. */
  place(): void {
    if (this.active?.input !== this.field) return;
    const td = this.table.tableCell(this.active.cell);
    if (td === null) return;
    const { root, field } = this;
    root.hidden = false;
    Object.assign(root.style, { left: `${td.offsetLeft}px`, top: `${td.offsetTop}px`, width: `${td.offsetWidth}px` });
    field.style.height = '0';
    field.style.height = `${Math.max(td.offsetHeight, field.scrollHeight + 4)}px`;
  }

  private begin(input: HTMLTextAreaElement, cell: CellRef, typed: string | null): void {
    const edit = this.owner.edit(cell);
    if (edit === null) {
      if (input === this.bar) this.table.go(cell);
      return;
    }
    const { field, hint, bar } = this;
    const text = typed ?? edit.text;
    this.active = { cell, edit, input };
    field.value = text;
    if (bar !== null) bar.value = text;
    field.setAttribute('aria-label', `编辑 ${formatAddress(cell)}`);
    hint.hidden = edit.formula === '';
    hint.textContent = `这一格现在是公式 ${edit.formula.slice(0, LONGEST_FORMULA)}，改后变成固定内容；可以撤回。按 Esc 保留公式。`;
    if (hint.hidden) field.removeAttribute('aria-describedby');
    else field.setAttribute('aria-describedby', hint.id);
    this.place();
    if (input !== field) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(text.length, text.length);
    field.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** `step` says where the selection goes, where a key ended it. */
  private end(keep: boolean, step?: Step): void {
    if (this.active === null) return;
    const { cell, edit, input } = this.active;
    // What is hidden loses the focus, which would end it again.
    this.active = null;
    // The keyboard stays in the table until the selection has moved.
    if (step !== undefined) this.table.tableCell(cell)?.focus({ preventScroll: true });
    this.root.hidden = true;
    edit.end(keep ? input.value : null);
    if (step !== undefined) this.table.go(cell, step);
  }

  private onKey(event: KeyboardEvent): void {
    // While an input method composes, Enter and Esc are its own.
    if (event.isComposing || this.active === null) return;
    const { input } = this.active;
    const ending = endOfEditing(event);
    if (event.key === 'Enter' && event.altKey) {
      input.setRangeText('\n', input.selectionStart, input.selectionEnd, 'end');
      input.dispatchEvent(new Event('input'));
    } else if (ending === null) return;
    else this.end(ending.keep, ending.step);
    event.preventDefault();
    event.stopPropagation();
  }
}
