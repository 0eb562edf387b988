import type { ReportSheet } from '../../advice/reportSheet';
import { HostError, type HostEvent, type SheetInfo, type WorkbookHost } from '../../host/host';
import type { ColumnAnswer } from '../../form/model';
import type { ReviewSettings, SheetReview } from '../../review';
import { cellAt, type CellRef, type SheetSnapshot } from '../../sheet/snapshot';
import { Burst } from './burst';
import { ColumnAnswers, SetAsides } from './kept';
import { withKeptMerges } from './keptMerges';
import { NO_MEMORY, type PaneMemory } from './memory';
import { Marking } from './marking';
import { formViews, keyNow, Mending } from './places';
import { PaneStore, RETRY } from './paneStore';
import { RulebookKeeper, settingsOf } from './rulebooks';
import type { ListChoice, OtherForm, OwnRulebooks, PlacedFinding, TabId } from './state';
import { initialState, WHOLE_LIST } from './state';
import { Writing } from './writing';
import { announcementOf, openIn, sentenceOf } from './words';

export type Reviewer = (snapshot: SheetSnapshot, settings?: ReviewSettings) => SheetReview;

/** How many other sheets are looked through for a form where the one in front holds none. */
const LOOKED_THROUGH = 12;

/** Milliseconds after which the officer is told that Excel has not answered yet. */
const PATIENCE = 2_000;

/** Sheets with more rows than this are reviewed after the pane has had a frame to say so. */
const BIG = 5_000;

/**
 * The pane's store: which sheet is looked at, what was found in it, and what the officer did about it. It knows no
 * component and no Excel; components read `getSnapshot()` and are told of changes through `subscribe`.
 */
export class Session {
  private readonly pane: PaneStore;
  readonly subscribe: PaneStore['subscribe'];
  readonly getSnapshot: PaneStore['getSnapshot'];
  readonly attempt: PaneStore['attempt'];
  /** What writes into the workbook, and takes it back. */
  readonly writing: Writing;
  /** What marks the findings on the sheet, and mends them. */
  readonly marking: Marking;
  /** Reasons of 不处理 that were begun and not confirmed, by the finding's key. */
  readonly reasons = new Map<string, string>();
  private readonly asides: SetAsides;
  private readonly keeper: RulebookKeeper;
  private readonly columns: ColumnAnswers;
  private readonly live = new Burst(() => this.refresh('live'));
  private readonly sheetsChanged = new Burst(() => this.followSheets());
  private stopWatching: (() => Promise<void>) | null = null;
  private retry: ReturnType<typeof setTimeout> | null = null;
  /** What was read last, with the merged areas of the last 核查, by the sheet's id. */
  private readonly read = new Map<string, SheetSnapshot>();
  private reviewed: SheetReview | null = null;
  /** What the forms of a sheet are held against, by its id and their place in it. */
  private readonly others = new Map<string, readonly OtherForm[]>();
  /** Settled when what the workbook keeps of ours is there: it is asked for while the sheet is read. */
  private kept: Promise<void> = Promise.resolve();
  private readonly mending = new Mending();
  /** Whether no sheet was chosen yet: a file that begins with a cover is shown at its form. */
  private opening = true;
  /** Counts readings, so that the result of one that was overtaken is thrown away. */
  private turn = 0;

  constructor(
    private readonly host: WorkbookHost,
    private readonly review: Reviewer,
    /** What outlives a reload of the pane. */
    readonly memory: PaneMemory = NO_MEMORY,
  ) {
    const pane = new PaneStore(initialState(host.abilities), () => host.sheets());
    this.pane = pane;
    this.subscribe = pane.subscribe;
    this.getSnapshot = pane.getSnapshot;
    this.attempt = pane.attempt.bind(pane);
    this.writing = new Writing(host, pane, this, memory);
    this.marking = new Marking(host, pane, this, this.writing);
    this.asides = new SetAsides(host);
    this.columns = new ColumnAnswers(host);
    this.keeper = new RulebookKeeper(host, (sentence) => this.pane.notify('warning', sentence));
  }

  /** Writes pages into the workbook and tells it; `null` where it takes none. */
  get report(): ((pages: readonly ReportSheet[]) => Promise<void>) | null {
    if (this.host.report === undefined || !this.host.abilities.canWrite) return null;
    return (pages) => this.attempt('正在写入…', () => this.writing.writePages(pages));
  }

  /** Reads the active sheet and follows the workbook from then on. `thorough` reads merged areas as well. */
  async start(thorough: boolean): Promise<void> {
    this.kept = this.loadKept();
    // Excel answers in turn: what is read meanwhile can't be older than what is followed.
    await Promise.all([this.follow(), this.refresh(thorough ? 'thorough' : 'values')]);
  }

  /** Loads what the workbook keeps for the pane; what can't be read is reported, and the pane works without it. */
  private async loadKept(): Promise<void> {
    try {
      const [rulebooks] = await Promise.all([this.keeper.load(), this.asides.load(), this.columns.load()]);
      this.pane.set({ rulebooks });
    } catch (error) {
      this.pane.notify('warning', sentenceOf(error));
    }
  }

  private async follow(): Promise<void> {
    try {
      this.stopWatching = await this.patiently(this.host.watch((event) => this.onEvent(event)));
    } catch (error) {
      this.pane.notify('warning', sentenceOf(error));
    }
  }

  /** The officer's 核查: reads everything again, merged areas included. */
  async check(): Promise<void> {
    if (this.pane.state.busy !== null) return;
    this.live.cancel();
    this.pane.set({ busy: '正在核查…', notice: null });
    await this.refresh('thorough');
    this.pane.set({ busy: null });
    const { view } = this.pane.state;
    if (view.kind === 'reviewed') this.pane.notify('success', `刚刚查过，${openIn(view.forms)} 条。`);
  }

  /** Looks at another sheet; in Excel the sheet that is in front decides. */
  async chooseSheet(id: string): Promise<void> {
    const sheet = this.pane.state.sheets.find((candidate) => candidate.id === id);
    if (sheet === undefined) return;
    this.opening = false;
    this.lookAt(sheet);
    await this.refresh('thorough');
  }

  async close(): Promise<void> {
    this.live.cancel();
    this.sheetsChanged.cancel();
    if (this.retry !== null) clearTimeout(this.retry);
    this.turn += 1;
    await this.stopWatching?.();
    this.stopWatching = null;
  }

  showTab(tab: TabId): void {
    this.pane.set({ tab, notice: null, drafting: false });
  }

  /** Changes what of the findings is listed, and in which order. */
  choose(change: Partial<ListChoice>): void {
    this.pane.set({ list: { ...this.pane.state.list, ...change } });
  }

  /** Shows or hides the findings of one fold. */
  unfold(fold: string): void {
    const unfolded = new Set(this.pane.state.unfolded);
    if (!unfolded.delete(fold)) unfolded.add(fold);
    this.pane.set({ unfolded });
  }

  chooseForm(chosen: number): void {
    const { view } = this.pane.state;
    if (view.kind === 'reviewed') this.pane.set({ view: { ...view, chosen }, opened: null });
  }

  /** Opens a finding and selects its cell; the one that is open is closed. */
  async toggle({ key, finding }: PlacedFinding): Promise<void> {
    if (this.pane.state.opened === key) {
      this.pane.set({ opened: null });
      return;
    }
    this.pane.set({ opened: key });
    await this.goTo(finding.cell);
  }

  /** Closes the finding that is open. */
  shut(): void {
    if (this.pane.state.opened !== null) this.pane.set({ opened: null });
  }

  dismissNotice(): void {
    this.pane.set({ notice: null });
  }

  async goTo(cell: CellRef): Promise<void> {
    await this.pane.meanwhile(async (sheet) => {
      await this.host.select(sheet.id, cell);
      this.pane.set({ selected: cell });
    });
  }

  /** The sheet that is looked at as it was read last. */
  snapshot(): SheetSnapshot | null {
    const { sheet } = this.pane.state;
    return sheet === null ? null : (this.read.get(sheet.id) ?? null);
  }

  /** Another sheet of the workbook, read anew. Rejects with a `HostError`. */
  readOther({ id }: SheetInfo): Promise<SheetSnapshot> {
    return this.host.read(id, { merges: true });
  }

  /** What a form of the sheet that is looked at is held against. */
  against(form: number): readonly OtherForm[] {
    return this.others.get(`${this.pane.state.sheet?.id ?? ''} ${form}`) ?? [];
  }

  /**
   * Holds a form of the sheet that is looked at against these from now on: what differs stands among its findings, and
   * follows its edits. What of that was set aside before is looked up again.
   */
  async holdAgainst(form: number, others: readonly OtherForm[]): Promise<void> {
    const { sheet } = this.pane.state;
    if (sheet === null) return;
    this.others.set(`${sheet.id} ${form}`, others);
    await this.asides.load();
    this.showReview(sheet);
  }

  /** What the officer said of the columns of a sheet. */
  columnsOf(sheet: string): readonly ColumnAnswer[] {
    return this.columns.of(sheet);
  }

  /** What a cell shows, as it was read last. */
  wordsAt(cell: CellRef): string {
    const snapshot = this.snapshot();
    return snapshot === null ? '' : cellAt(snapshot, cell).text;
  }

  /** Leads to the item of a cell in 填报, where the draft for what it lacks stands. */
  async draftFor(cell: CellRef): Promise<void> {
    await this.goTo(cell);
    this.pane.set({ tab: 'fill', notice: null, drafting: true });
  }

  async setAside(key: string, reason: string): Promise<void> {
    await this.pane.act('正在保存…', async (sheet) => {
      await this.asides.add(sheet.name, key, reason);
      this.reasons.delete(key);
      this.pane.set({ opened: null });
      this.showReview(sheet);
    });
  }

  /** What the officer says of a column that could be read in two ways; the findings follow. */
  answerColumn(answer: ColumnAnswer): Promise<void> {
    return this.changeColumns((sheet) => this.columns.put(sheet, answer));
  }

  /** Asks again which columns are meant. */
  forgetColumns(): Promise<void> {
    return this.changeColumns((sheet) => this.columns.forget(sheet));
  }

  private async changeColumns(change: (sheet: string) => Promise<void>): Promise<void> {
    await this.pane.act('正在核查…', async ({ name }) => {
      await change(name);
      this.mending.judgeAnew();
      await this.refresh('live');
    });
  }

  /** Whether the officer has said of this sheet which columns are meant. */
  get hasAnsweredColumns(): boolean {
    return this.columns.of(this.pane.state.sheet?.name ?? '').length > 0;
  }

  private settingsFor({ name }: SheetSnapshot, rulebooks = this.pane.state.rulebooks): ReviewSettings {
    const columns = this.columns.of(name);
    return columns.length === 0 ? settingsOf(rulebooks) : { ...settingsOf(rulebooks), columns };
  }

  async restore(key: string): Promise<void> {
    await this.pane.act('正在保存…', async (sheet) => {
      const { view } = this.pane.state;
      const aside = view.kind === 'reviewed' ? view.forms.flatMap((form) => form.aside) : [];
      const former = aside.filter((one) => one.key === key).map(({ formerKey }) => formerKey);
      await this.asides.remove(sheet.name, key, ...former);
      this.showReview(sheet);
    });
  }

  /**
   * Changes which rulebooks there are or which is applied; the findings follow at once, as the sheet is not read again.
   * `done` is told to the officer. What `change` throws becomes one sentence, and nothing is changed.
   */
  changeRulebooks(change: (rulebooks: OwnRulebooks) => OwnRulebooks, done?: string): void {
    try {
      const rulebooks = change(this.pane.state.rulebooks);
      const snapshot = this.snapshot();
      const reviewed = snapshot === null ? null : this.review(snapshot, this.settingsFor(snapshot, rulebooks));
      this.pane.set({ rulebooks });
      this.keeper.keep(rulebooks);
      this.mending.judgeAnew();
      if (reviewed !== null) this.reviewed = reviewed;
      if (this.pane.state.sheet !== null) this.showReview(this.pane.state.sheet);
      if (done !== undefined) this.pane.notify('success', done);
    } catch (error) {
      this.pane.notify('error', sentenceOf(error));
    }
  }

  private onEvent(event: HostEvent): void {
    const { sheet } = this.pane.state;
    // Neither comes while a cell is being edited.
    if (event.kind === 'edited' || event.kind === 'selected') this.pane.editEnded();
    switch (event.kind) {
      case 'edited':
        // What we wrote ourselves is read again by the action that wrote it.
        if (!event.own && event.sheetId === sheet?.id) this.live.request();
        return;
      case 'selected':
        if (event.sheetId === sheet?.id) this.pane.set({ selected: event.cell });
        return;
      case 'activated':
        if (event.sheetId !== sheet?.id) this.sheetsChanged.request();
        return;
      case 'sheets':
        this.sheetsChanged.request();
    }
  }

  /** Looks at another sheet, which is yet to be read. */
  lookAt(sheet: SheetInfo): void {
    this.live.cancel();
    this.reviewed = null;
    this.pane.set({
      sheet,
      opened: null,
      selected: null,
      stale: null,
      list: WHOLE_LIST,
      unfolded: new Set(),
      mended: 0,
      marks: this.marking.of(sheet),
    });
    // What was done to the other sheet is no news of this one.
    if (this.pane.state.notice?.intent === 'success') this.dismissNotice();
  }

  /** Another sheet came to the front, or sheets were added, renamed or deleted. */
  async followSheets(): Promise<void> {
    const { sheet: before } = this.pane.state;
    try {
      const sheets = await this.host.sheets();
      for (const id of this.read.keys()) if (!sheets.some((sheet) => sheet.id === id)) this.read.delete(id);
      const now = sheets.find(({ active }) => active);
      await this.know(sheets);
      if (now === undefined) return;
      if (now.id !== before?.id) {
        this.lookAt(now);
        await this.refresh('values');
      } else if (now.name !== before.name) {
        await this.refresh('live');
      }
    } catch (error) {
      this.pane.set({ stale: sentenceOf(error) });
    }
  }

  /** Takes note of the sheets there are; what is kept of one under its name follows it to its new one. */
  private async know(sheets: readonly SheetInfo[]): Promise<void> {
    const { sheets: before } = this.pane.state;
    this.pane.set({ sheets });
    for (const kept of [this.asides, this.columns]) await kept.follow(before, sheets);
  }

  /** The sheet to look at: the one chosen as long as it exists, else the one in front. */
  private async findSheet(): Promise<SheetInfo> {
    const sheets = await this.patiently(this.host.sheets());
    const chosen = sheets.find(({ id }) => id === this.pane.state.sheet?.id) ?? sheets.find(({ active }) => active);
    const sheet = chosen ?? sheets[0];
    await this.know(sheets);
    if (sheet === undefined) throw new HostError('sheet-gone', '这个工作簿里没有可以读取的工作表。');
    if (sheet.id !== this.pane.state.sheet?.id) this.lookAt(sheet);
    else this.pane.set({ sheet });
    return sheet;
  }

  /**
   * Reads and reviews. `thorough` is the officer's 核查 and reads merged areas; `values` looks at a sheet without them;
   * `live` follows an edit. What was found in the sheet before stays in view meanwhile, and `stale` tells when it could
   * not be brought up to date.
   */
  async refresh(how: 'thorough' | 'values' | 'live'): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    const overtaken = () => turn !== this.turn;
    try {
      if (this.reviewed === null) this.pane.set({ view: { kind: 'working', text: '正在读取工作表…' } });
      const { sheet: before } = this.pane.state;
      const merges = how === 'thorough';
      // At the start the sheet in front is read while it is asked which one that is: Excel on the web takes its time.
      const ahead = before === null ? this.host.read(null, { merges }).catch(() => null) : null;
      const known = how === 'live' && before !== null ? before : await this.findSheet();
      const front = ahead === null ? null : await this.patiently(ahead);
      const plain = front?.name === known.name ? front : await this.patiently(this.host.read(known.id, { merges }));
      await this.kept;
      if (overtaken()) return;
      const sheet = await this.nameOf(known, plain.name);
      const snapshot = merges ? plain : withKeptMerges(plain, this.read.get(sheet.id) ?? null);
      this.read.set(sheet.id, snapshot);
      if (snapshot.rowCount > BIG) await this.sayReviewing(snapshot.rowCount);
      if (overtaken()) return;
      this.reviewed = this.review(snapshot, this.settingsFor(snapshot));
      this.pane.set({ stale: null });
      this.pane.editEnded();
      this.showReview(sheet);
    } catch (error) {
      if (overtaken()) return;
      this.retryLater(error);
      if (error instanceof HostError && error.code === 'sheet-gone') this.sheetsChanged.request();
      const sentence = sentenceOf(error);
      if (this.reviewed !== null) this.pane.set({ stale: sentence, announcement: sentence });
      else this.pane.set({ view: { kind: 'error', sentence }, announcement: sentence });
    }
  }

  /** Waits for Excel, and says what may keep it. */
  private async patiently<T>(answer: Promise<T>): Promise<T> {
    const waiting = setTimeout(() => this.sayWaiting(), PATIENCE);
    try {
      return await answer;
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Excel answers a reading only when nobody edits a cell, and does not say so; the buttons need not wait for that. */
  private sayWaiting(): void {
    const sentence = 'Excel 还没有回应；如果正在编辑单元格，请按 Enter 或 Esc 结束编辑，之后自动核查。';
    const said = this.reviewed !== null ? { stale: sentence } : { view: { kind: 'working' as const, text: sentence } };
    this.pane.set({ ...said, busy: null });
  }

  /** What failed because Excel was busy for a moment is tried again by itself. */
  private retryLater(error: unknown): void {
    if (!(error instanceof HostError) || (error.code !== 'cell-editing' && error.code !== 'busy')) return;
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = setTimeout(() => this.live.request(), RETRY);
  }

  /** Follows a sheet to the name it was read under: not every Excel tells when a sheet is renamed. */
  private async nameOf(sheet: SheetInfo, name: string): Promise<SheetInfo> {
    if (sheet.name === name) return sheet;
    const renamed = { ...sheet, name };
    this.pane.set({ sheet: renamed });
    await this.know(this.pane.state.sheets.map((one) => (one.id === sheet.id ? renamed : one)));
    return renamed;
  }

  private async sayReviewing(rows: number): Promise<void> {
    if (this.reviewed === null) this.pane.set({ view: { kind: 'working', text: `正在核查 ${rows} 行…` } });
    await new Promise((resolve) => setTimeout(resolve, 16));
  }

  /** Looks for a form in the other sheets of the workbook; a sheet that can't be read is not one to lead to. */
  private async lookElsewhere(sheet: SheetInfo): Promise<void> {
    const { turn } = this;
    const elsewhere: SheetInfo[] = [];
    for (const other of this.pane.state.sheets.filter(({ id }) => id !== sheet.id).slice(0, LOOKED_THROUGH)) {
      const snapshot = await this.host.read(other.id, { merges: false }).catch(() => null);
      if (turn !== this.turn) return;
      if (snapshot !== null && snapshot.rowCount <= BIG && this.review(snapshot).forms.length > 0)
        elsewhere.push(other);
    }
    const { view } = this.pane.state;
    if (view.kind !== 'no-form' || elsewhere.length === 0) return;
    const [only, ...others] = elsewhere;
    const opens = this.opening && this.pane.state.abilities.kind === 'file' && only !== undefined;
    this.opening = false;
    if (!opens || others.length > 0) {
      this.pane.set({ view: { ...view, elsewhere } });
      return;
    }
    await this.chooseSheet(only.id);
    this.pane.notify('info', `“${sheet.name}”里没有自评表，已打开“${only.name}”。`);
  }

  /** Brings a sheet to the front, where the workbook has a front, and looks at it. */
  async openSheet({ id }: SheetInfo): Promise<void> {
    const select = () => this.host.select(id, { row: 0, column: 0 });
    if (this.pane.state.abilities.kind === 'excel') await this.pane.meanwhile(select);
    await this.chooseSheet(id);
  }

  /** Shows the last review, with what was set aside taken out. */
  private showReview(sheet: SheetInfo): void {
    if (this.reviewed === null) return;
    const { forms: reviews, none } = this.reviewed;
    if (reviews.length === 0) {
      const why = none ?? { reason: '没有找到自评表的表头。', nearest: null };
      const elsewhere = this.pane.state.view.kind === 'no-form' ? this.pane.state.view.elsewhere : [];
      this.pane.set({
        view: { kind: 'no-form', none: why, elsewhere },
        opened: null,
        announcement: `没有找到自评表。${why.reason}`,
      });
      void this.lookElsewhere(sheet);
      return;
    }
    const forms = formViews(reviews, this.asides.of(sheet.name), (form) => this.against(form));
    const { view, opened } = this.pane.state;
    const before = view.kind === 'reviewed' ? view : { forms: [], chosen: 0 };
    const chosen = Math.min(before.chosen, forms.length - 1);
    this.pane.set({
      view: { kind: 'reviewed', forms, chosen },
      mended: this.mending.count(sheet.id, forms),
      opened: keyNow(opened, before.forms, forms),
      announcement: announcementOf(forms),
    });
  }
}
