import { endOfEditing, gridActionOf } from '../../sheet/gridKeys';
import { type CellRef, oneCell } from '../../sheet/snapshot';
import type { EmulatedWorkbook } from '../emulator/workbook';
import type { CellEditor } from './cellEditor';
import type { GridView } from './gridView';
import { neighbour } from './layout';

/** Mouse and keyboard on the grid, as people know them from Excel. */
export class GridKeys {
  constructor(
    holder: HTMLElement,
    private readonly grid: GridView,
    private readonly editor: CellEditor,
    private readonly workbook: () => EmulatedWorkbook,
    private readonly say: (message: string) => void,
  ) {
    holder.addEventListener('mousedown', (event) => this.select(grid.cellOf(event.target)));
    holder.addEventListener('dblclick', (event) => grid.cellOf(event.target) !== null && editor.open(null));
    holder.addEventListener('keydown', (event) => this.onKey(event));
  }

  private select(cell: CellRef | null): void {
    if (cell === null) return;
    this.workbook().select(this.workbook().active, oneCell(cell));
    this.grid.showSelection({ focus: true });
  }

  private onKey(event: KeyboardEvent): void {
    if (this.grid.cellOf(event.target) === null || event.isComposing) return;
    if (this.act(event)) event.preventDefault();
  }

  private act(event: KeyboardEvent): boolean {
    const { extent, current } = this.grid;
    const sheet = this.workbook().active;
    // Enter and Tab move on, as they do at the end of editing.
    const step = event.key === 'Escape' ? undefined : endOfEditing(event)?.step;
    const action = step === undefined ? gridActionOf(event) : { kind: 'move' as const, step };
    if (event.key === 'Home') this.select({ row: event.ctrlKey ? 0 : current.row, column: 0 });
    else if (action?.kind === 'move') this.select(neighbour(sheet, current, action.step, extent));
    else if (action?.kind === 'edit') this.editor.open(action.typed);
    else if (action?.kind === 'clear') this.clear();
    else return false;
    // An input method goes on with the key in the field.
    return event.key !== 'Process';
  }

  private clear(): void {
    const workbook = this.workbook();
    if (workbook.active.isLocked(oneCell(this.grid.current))) {
      this.say('工作表受保护，不能修改。请先点“取消保护”。');
      return;
    }
    workbook.userEdit(workbook.active, this.grid.current, '');
  }
}
