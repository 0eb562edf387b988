import { commentsFor, fixPlan } from '../../advice/annotations';
import type { PlannedComment } from '../../advice/plan';
import type { MappedFigure } from '../../checks/coverage';
import type { Finding } from '../../checks/finding';
import { figureMap } from '../../review';
import { formatAddress } from '../../sheet/address';
import { sameCell } from '../../sheet/snapshot';
import type { SheetInfo, WorkbookHost } from '../../host/host';
import type { PaneStore } from './paneStore';
import { type Marks, NO_MARKS, type PlacedFinding } from './state';
import { annotationsInWords, refusalsInWords, sentenceOf } from './words';
import type { SheetReader, Writing } from './writing';

/** The part of the session that writes what was found into the sheet: comments, and the values that mend it. */
export class Marking {
  /** What of ours stands on each sheet, by its id. */
  private readonly marks = new Map<string, Marks>();
  /** What the colours of each sheet say, by its id. */
  private readonly coloured = new Map<string, string>();

  constructor(
    private readonly host: WorkbookHost,
    private readonly pane: PaneStore,
    private readonly reading: SheetReader,
    private readonly writing: Writing,
  ) {}

  async fix(finding: Finding): Promise<void> {
    const snapshot = this.reading.snapshot();
    if (snapshot !== null && finding.fix !== undefined) await this.writing.write(fixPlan(snapshot, finding.fix));
  }

  /** Puts a comment on the cell of one finding; it names all that is open there. */
  async annotate({ finding }: PlacedFinding): Promise<void> {
    await this.pane.act('正在批注…', async (sheet) => {
      const there = this.openFindings().filter(({ cell }) => sameCell(cell, finding.cell));
      const { refused = [] } = await this.host.annotate(sheet.id, commentsFor(there), { keepOthers: true });
      const address = formatAddress(finding.cell);
      if (refused.length === 0) {
        const { annotated, prompting } = this.of(sheet);
        this.put(sheet, { annotated: new Set([...annotated, address]), mapped: false, prompting });
      }
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
      const annotated = new Set(addresses.filter((address) => !refused.has(address)));
      this.put(sheet, { ...NO_MARKS, annotated });
      const changed = outcome.added + outcome.updated + outcome.removed > 0;
      const intent = outcome.refused !== undefined ? 'warning' : changed ? 'success' : 'info';
      this.pane.notify(intent, annotationsInWords(outcome));
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
      this.coloured.set(sheet.id, this.verdicts());
      this.put(sheet, { ...this.of(sheet), mapped: on });
    });
  }

  /** Whether figures stand otherwise by now than the sheet shows: it is coloured only when that is asked for. */
  get mapIsOld(): boolean {
    const { sheet, marks } = this.pane.state;
    if (this.host.showMap === undefined || sheet === null || !marks.mapped) return false;
    return this.coloured.get(sheet.id) !== this.verdicts();
  }

  /** How the figures stand, in their order: where they stand the sheet keeps itself. */
  private verdicts(): string {
    return this.mappedFigures()
      .map(({ verdict }) => verdict)
      .join();
  }

  /** The figures of all forms of the sheet that is looked at. */
  private mappedFigures(): readonly MappedFigure[] {
    const { view } = this.pane.state;
    return view.kind === 'reviewed' ? view.forms.flatMap(({ review }) => figureMap(review)) : [];
  }

  async clearAnnotations(): Promise<void> {
    await this.pane.act('正在清除批注…', async (sheet) => {
      const removed = await this.host.clearAnnotations(sheet.id);
      this.put(sheet, NO_MARKS);
      if (removed === 0) this.pane.notify('info', '这张表里没有本助手写的批注。');
      else this.pane.notify('success', `已清除 ${removed} 格批注。`);
    });
  }

  /**
   * Makes our comments on the sheet prompts for what is owed, `null` takes them away; says nothing unless it fails, when
   * nothing is followed any longer.
   */
  async prompt(comments: readonly PlannedComment[] | null): Promise<void> {
    const { sheet } = this.pane.state;
    if (sheet === null) return;
    try {
      await (comments === null ? this.host.clearAnnotations(sheet.id) : this.host.annotate(sheet.id, comments));
      this.put(sheet, { ...NO_MARKS, prompting: comments !== null });
    } catch (error) {
      this.put(sheet, { ...this.of(sheet), prompting: comments === null });
      this.pane.notify('warning', sentenceOf(error));
    }
  }

  /** What of ours stands on a sheet. */
  of({ id }: SheetInfo): Marks {
    return this.marks.get(id) ?? NO_MARKS;
  }

  /** Another sheet may have come to the front meanwhile. */
  private put(sheet: SheetInfo, marks: Marks): void {
    this.marks.set(sheet.id, marks);
    if (sheet.id === this.pane.state.sheet?.id) this.pane.set({ marks });
  }

  private openFindings(): readonly Finding[] {
    const { view } = this.pane.state;
    return view.kind === 'reviewed' ? view.forms.flatMap(({ open }) => open.map(({ finding }) => finding)) : [];
  }
}
