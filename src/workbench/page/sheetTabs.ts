import type { EmulatedWorkbook } from '../emulator/workbook';
import { element } from './dom';

/** The sheets of the workbook as tabs, hidden ones left out. */
export class SheetTabs {
  constructor(
    private readonly holder: HTMLElement,
    private readonly workbook: () => EmulatedWorkbook,
  ) {
    holder.addEventListener('click', (event) => this.choose(event.target));
    holder.addEventListener('keydown', (event) => this.onKey(event));
  }

  refresh(): void {
    const focused = this.holder.contains(document.activeElement);
    const workbook = this.workbook();
    const tabs = workbook.sheets
      .filter(({ visibility }) => visibility === 'Visible')
      .map((sheet) => {
        const tab = element('button', '', sheet.name);
        tab.type = 'button';
        tab.dataset['sheet'] = sheet.id;
        tab.setAttribute('role', 'tab');
        tab.setAttribute('aria-selected', String(sheet === workbook.active));
        tab.setAttribute('aria-controls', 'table');
        tab.tabIndex = sheet === workbook.active ? 0 : -1;
        return tab;
      });
    this.holder.replaceChildren(...tabs);
    if (focused) tabs.find((tab) => tab.tabIndex === 0)?.focus();
  }

  private choose(target: EventTarget | null): void {
    const id = target instanceof HTMLElement ? target.dataset['sheet'] : undefined;
    const sheet = id === undefined ? null : this.workbook().sheet(id);
    if (sheet !== null) this.workbook().activate(sheet);
  }

  private onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const tabs = [...this.holder.children];
    const at = tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
    this.choose(tabs[(at + step + tabs.length) % tabs.length] ?? null);
  }
}
