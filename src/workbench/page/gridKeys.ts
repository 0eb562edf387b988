import type { CellRef } from '../../sheet/snapshot';
import { areaOf } from '../emulator/grid';
import type { EmulatedWorkbook } from '../emulator/workbook';
import type { CellEditor } from './cellEditor';
import type { GridView } from './gridView';
import { neighbour } from './layout';

const PAGE = 20;

const STEPS: ReadonlyMap<string, { readonly rows: number; readonly columns: number }> = new Map([
  ['ArrowUp', { rows: -1, columns: 0 }],
  ['ArrowDown', { rows: 1, columns: 0 }],
  ['ArrowLeft', { rows: 0, columns: -1 }],
  ['ArrowRight', { rows: 0, columns: 1 }],
  ['Enter', { rows: 1, columns: 0 }],
  ['Shift+Enter', { rows: -1, columns: 0 }],
  ['Tab', { rows: 0, columns: 1 }],
  ['Shift+Tab', { rows: 0, columns: -1 }],
  ['PageUp', { rows: -PAGE, columns: 0 }],
  ['PageDown', { rows: PAGE, columns: 0 }],
]);

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
    this.workbook().select(this.workbook().active, areaOf(cell));
    this.grid.showSelection({ focus: true });
  }

  private onKey(event: KeyboardEvent): void {
    if (this.grid.cellOf(event.target) === null || event.isComposing) return;
    if (this.act(event)) event.preventDefault();
  }

  private act(event: KeyboardEvent): boolean {
    const { key } = event;
    const { extent, current } = this.grid;
    const sheet = this.workbook().active;
    const step = STEPS.get(event.shiftKey && (key === 'Enter' || key === 'Tab') ? `Shift+${key}` : key);
    if (step !== undefined) {
      this.select(neighbour(sheet, current, step, extent));
    } else if (key === 'Home') {
      this.select({ row: event.ctrlKey ? 0 : current.row, column: 0 });
    } else if (key === 'F2') {
      this.editor.open(null);
    } else if (key === 'Delete' || key === 'Backspace') {
      this.clear();
    } else if (key === 'Process') {
      // An input method begins to compose: the field must have the keyboard before it does.
      this.editor.open('');
      return false;
    } else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.editor.open(key);
    } else {
      return false;
    }
    return true;
  }

  private clear(): void {
    const workbook = this.workbook();
    if (workbook.active.isLocked(areaOf(this.grid.current))) {
      this.say('工作表受保护，不能修改。请先点“取消保护”。');
      return;
    }
    workbook.userEdit(workbook.active, this.grid.current, '');
  }
}
