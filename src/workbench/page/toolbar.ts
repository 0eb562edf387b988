import type { SheetTable } from '../../grid/sheetTable';
import type { EmulatedWorkbook } from '../emulator/workbook';
import type { Saved } from './saving';
import { byId } from './dom';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the toolbar asks of the page. */
export interface ToolbarActions {
  readonly workbook: () => EmulatedWorkbook;
  readonly open: (file: File) => Promise<void>;
  readonly save: () => Promise<Saved>;
  readonly setPaneWidth: (pixels: number) => void;
  readonly say: (message: string, problem?: boolean) => void;
}

function download(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Wires the buttons above the sheet. */
export class Toolbar {
  private readonly protect = byId('protect', HTMLButtonElement);

  constructor(
    private readonly grid: SheetTable,
    private readonly actions: ToolbarActions,
  ) {
    const input = byId('file', HTMLInputElement);
    byId('open', HTMLButtonElement).addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      input.value = '';
      if (file !== undefined) void this.actions.open(file);
    });
    byId('download', HTMLButtonElement).addEventListener('click', () => void this.save());
    byId('insert-row', HTMLButtonElement).addEventListener('click', () => this.shiftRows(1));
    byId('delete-row', HTMLButtonElement).addEventListener('click', () => this.shiftRows(-1));
    this.protect.addEventListener('click', () => {
      const { active } = this.actions.workbook();
      this.actions.workbook().protect(active, active.protection === null);
    });
    this.chooseWidth();
  }

  refresh(): void {
    const on = this.actions.workbook().active.protection !== null;
    this.protect.setAttribute('aria-pressed', String(on));
    this.protect.textContent = on ? '取消保护' : '保护工作表';
    byId('file-name', HTMLElement).textContent = this.actions.workbook().name;
  }

  private chooseWidth(): void {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-width]')];
    for (const button of buttons) {
      button.addEventListener('click', () => {
        for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
        this.actions.setPaneWidth(Number(button.dataset['width']));
      });
    }
  }

  private shiftRows(count: number): void {
    const workbook = this.actions.workbook();
    if (workbook.active.protection !== null) {
      this.actions.say('工作表受保护，不能插入或删除行。请先点“取消保护”。', true);
      return;
    }
    const area = workbook.active.mergeAt(this.grid.current);
    const rows = count < 0 ? -(area?.rowCount ?? 1) : count;
    const { row } = this.grid.current;
    workbook.shift(workbook.active, 'row', row, rows);
    this.actions.say(count > 0 ? `已在第 ${row + 1} 行上方插入一行。` : `已删除第 ${row + 1} 行。`);
  }

  private async save(): Promise<void> {
    const { name } = this.actions.workbook();
    try {
      const { bytes, lost } = await this.actions.save();
      download(bytes, name.replace(/(?:\.\w+)?$/, '（带批注）.xlsx'));
      this.actions.say(`已生成副本，请在下载文件夹中查看。${lost}`);
    } catch (error) {
      this.actions.say(error instanceof Error ? error.message : '没有生成副本，请重试。', true);
    }
  }
}
