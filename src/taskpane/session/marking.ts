import { commentsFor, fixPlan } from '../../advice/annotations';
import type { MappedFigure } from '../../checks/coverage';
import type { Finding } from '../../checks/finding';
import { figureMap } from '../../review';
import { formatAddress } from '../../sheet/address';
import { sameCell } from '../../sheet/snapshot';
import type { WorkbookHost } from '../../host/host';
import type { PaneStore } from './paneStore';
import type { PlacedFinding } from './state';
import { annotationsInWords, refusalsInWords } from './words';
import type { Reading, Writing } from './writing';

/** The part of the session that writes what was found into the sheet: comments, and the values that mend it. */
export class Marking {
  constructor(
    private readonly host: WorkbookHost,
    private readonly pane: PaneStore,
    private readonly reading: Reading,
    private readonly writing: Writing,
  ) {}

  async fix(finding: Finding): Promise<void> {
    const snapshot = this.reading.snapshot();
    if (snapshot !== null && finding.fix !== undefined) await this.writing.write(fixPlan(snapshot, [finding]));
  }

  /** Puts a comment on the cell of one finding; it names all that is open there. */
  async annotate({ finding }: PlacedFinding): Promise<void> {
    await this.pane.act('正在批注…', async (sheet) => {
      const there = this.openFindings().filter(({ cell }) => sameCell(cell, finding.cell));
      const { refused = [] } = await this.host.annotate(sheet.id, commentsFor(there), { keepOthers: true });
      const address = formatAddress(finding.cell);
      if (refused.length === 0)
        this.pane.set({ annotated: new Set([...this.pane.state.annotated, address]), mapped: false });
      if (refused.length > 0) this.pane.notify('warning', `没有写入批注：${refusalsInWords(refused)}`);
      else this.pane.notify('success', `已在 ${address} 写入批注。`);
    });
  }

  /** Comments on the sheet for every open finding of all its forms. */
  async annotateAll(): Promise<void> {
    await this.pane.act('正在批注…', async (sheet) => {
      const comments = commentsFor(this.openFindings());
      const outcome = await this.host.annotate(sheet.id, comments);
      const refused = new Set((outcome.refused ?? []).map(({ cell }) => formatAddress(cell)));
      const addresses = comments.map(({ cell }) => formatAddress(cell));
      this.pane.set({ annotated: new Set(addresses.filter((address) => !refused.has(address))) });
      this.pane.notify(outcome.refused === undefined ? 'success' : 'warning', annotationsInWords(outcome));
    });
  }

  /** Whether the sheet can show how its figures stand: the page draws a file's sheet itself. */
  get canMap(): boolean {
    return this.host.showMap !== undefined || this.pane.state.abilities.kind === 'file';
  }

  /** Shows on the sheet of each figure how it stands, or no longer. */
  async showMap(on: boolean): Promise<void> {
    await this.pane.act(on ? '正在标出…' : '', async (sheet) => {
      await this.host.showMap?.(sheet.id, on ? this.mappedFigures() : null);
      this.pane.set({ mapped: on });
    });
  }

  /** The figures of all forms of the sheet that is looked at. */
  private mappedFigures(): readonly MappedFigure[] {
    const { view } = this.pane.state;
    return view.kind === 'reviewed' ? view.forms.flatMap(({ review }) => figureMap(review)) : [];
  }

  async clearAnnotations(): Promise<void> {
    await this.pane.act('正在清除批注…', async (sheet) => {
      const removed = await this.host.clearAnnotations(sheet.id);
      this.forgetAnnotated();
      this.pane.set({ mapped: false });
      this.pane.notify('success', removed === 0 ? '这张表里没有本助手写的批注。' : `已清除 ${removed} 格批注。`);
    });
  }

  forgetAnnotated(): void {
    this.pane.set({ annotated: new Set() });
  }

  private openFindings(): readonly Finding[] {
    const { view } = this.pane.state;
    return view.kind === 'reviewed' ? view.forms.flatMap(({ open }) => open.map(({ finding }) => finding)) : [];
  }
}
