import type { SheetTable } from '../../grid/sheetTable';
import type { Desk } from './desk';
import { byId } from './dom';
import { savedWorkbook } from './saving';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
    private readonly desk: Desk,
  ) {
    const input = byId('file', HTMLInputElement);
    byId('open', HTMLButtonElement).addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      input.value = '';
      if (file !== undefined) void this.desk.open(file);
    });
    byId('download', HTMLButtonElement).addEventListener('click', () => void this.save());
    byId('insert-row', HTMLButtonElement).addEventListener('click', () => this.shiftRows(1));
    byId('delete-row', HTMLButtonElement).addEventListener('click', () => this.shiftRows(-1));
    this.protect.addEventListener('click', () => {
      const { workbook } = this.desk;
      workbook.protect(workbook.active, workbook.active.protection === null);
    });
    this.chooseWidth();
  }

  refresh(): void {
    const on = this.desk.workbook.active.protection !== null;
    this.protect.setAttribute('aria-pressed', String(on));
    this.protect.textContent = on ? '取消保护' : '保护工作表';
    byId('file-name', HTMLElement).textContent = this.desk.workbook.name;
  }

  private chooseWidth(): void {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-width]')];
    for (const button of buttons) {
      button.addEventListener('click', () => {
        for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
        this.desk.setPaneWidth(Number(button.dataset['width']));
      });
    }
  }

  private shiftRows(count: number): void {
    const { workbook } = this.desk;
    if (workbook.active.protection !== null) {
      this.desk.say('工作表受保护，不能插入或删除行。请先点“取消保护”。', true);
      return;
    }
    const area = workbook.active.mergeAt(this.grid.current);
    const rows = count < 0 ? -(area?.rowCount ?? 1) : count;
    const { row } = this.grid.current;
    workbook.shift(workbook.active, 'row', row, rows);
    this.desk.say(count > 0 ? `已在第 ${row + 1} 行上方插入一行。` : `已删除第 ${row + 1} 行。`);
  }

  private async save(): Promise<void> {
    const { workbook, file } = this.desk;
    try {
      const { bytes, lost } = await savedWorkbook(workbook, file);
      download(bytes, workbook.name.replace(/(?:\.\w+)?$/, '（带批注）.xlsx'));
      this.desk.say(`已生成副本，请在下载文件夹中查看。${lost}`);
    } catch (error) {
      this.desk.say(error instanceof Error ? error.message : '没有生成副本，请重试。', true);
    }
  }
}
