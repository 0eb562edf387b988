import type { CellRef } from '../../sheet/snapshot';
import type { EmulatedWorkbook } from '../emulator/workbook';
import { element } from './dom';
import type { GridView } from './gridView';

/** Shows the comment or note of the cell under the pointer or with the keyboard, beside that cell. */
export class CommentCard {
  private cell: CellRef | null = null;

  constructor(
    private readonly card: HTMLElement,
    private readonly grid: GridView,
    private readonly workbook: () => EmulatedWorkbook,
    holder: HTMLElement,
  ) {
    holder.addEventListener('mouseover', (event) => this.show(grid.cellOf(event.target)));
    holder.addEventListener('mouseleave', () => this.hide());
    holder.addEventListener('focusin', (event) => this.show(grid.cellOf(event.target)));
    holder.addEventListener('keydown', (event) => event.key === 'Escape' && this.hide());
  }

  /** Shows what the comment says by now, or that it is gone. */
  refresh(): void {
    this.show(this.cell);
  }

  private hide(): void {
    this.cell = null;
    this.card.hidden = true;
  }

  private show(cell: CellRef | null): void {
    this.cell = cell;
    const posts = cell === null ? [] : this.posts(cell);
    const td = cell === null ? null : this.grid.tableCell(cell);
    if (td === null || posts.length === 0) {
      this.hide();
      return;
    }
    this.card.replaceChildren(
      ...posts.flatMap(({ author, content }) => [element('p', 'author', author), element('p', '', content)]),
    );
    this.card.hidden = false;
    this.place(td);
  }

  private posts(cell: CellRef): readonly { readonly author: string; readonly content: string }[] {
    const sheet = this.workbook().active;
    const [comment, note] = [sheet.commentAt(cell), sheet.noteAt(cell)];
    return [
      ...(note === null ? [] : [{ author: '备注', content: note.text }]),
      ...(comment === null ? [] : [comment, ...comment.replies]),
    ];
  }

  /** To the right of the cell, or to its left where there is no room. */
  private place(td: HTMLTableCellElement): void {
    const layer = this.card.offsetParent;
    if (layer === null) return;
    const cell = td.getBoundingClientRect();
    const base = layer.getBoundingClientRect();
    const room = base.right - cell.right > this.card.offsetWidth + 16;
    const left = room ? cell.right + 6 : Math.max(base.left + 4, cell.left - this.card.offsetWidth - 6);
    const top = Math.min(cell.top, Math.max(base.top + 4, base.bottom - this.card.offsetHeight - 12));
    this.card.style.left = `${left - base.left + layer.scrollLeft}px`;
    this.card.style.top = `${top - base.top + layer.scrollTop}px`;
  }
}
