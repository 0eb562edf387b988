import type { MappedFigure } from '../../checks/coverage';
import type { SheetLayout } from '../../advice/newForm';
import type { PlannedComment, WritePlan } from '../../advice/plan';
import type { ReportSheet } from '../../advice/reportSheet';
import type { CellRef, SheetSnapshot } from '../../sheet/snapshot';
import type {
  AnnotateOptions,
  AnnotateOutcome,
  ApplyOutcome,
  HostAbilities,
  HostEvent,
  RemovalOutcome,
  ReportOutcome,
  SheetInfo,
  WorkbookHost,
} from '../host';
import { placeOf, openSheet, run, runReading } from './run';
import { readSheet } from './read';
import { loadSetting, saveSetting } from './settings';
import { canWrite } from './support';
import { watchWorkbook } from './watch';

const writing = () => import('./writing');

/** The workbook that is open in Excel, through Office.js. Create it after `Office.onReady`. */
export class ExcelHost implements WorkbookHost {
  readonly abilities: HostAbilities;

  constructor() {
    const writable = canWrite();
    this.abilities = { kind: 'excel', canWrite: writable, canComment: writable, canWatch: true, canReport: writable };
  }

  /** The visible sheets in their order. */
  sheets(): Promise<readonly SheetInfo[]> {
    return runReading(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name,items/visibility');
      const active = worksheets.getActiveWorksheet();
      active.load('id');
      await context.sync();
      return worksheets.items
        .filter(({ visibility }) => visibility === Excel.SheetVisibility.visible)
        .map(({ id, name }) => ({ id, name, active: id === active.id }));
    });
  }

  read(sheetId: string, options: { readonly merges?: boolean } = {}): Promise<SheetSnapshot> {
    return readSheet(sheetId, options.merges ?? true);
  }

  watch(listener: (event: HostEvent) => void): Promise<() => Promise<void>> {
    return watchWorkbook(listener);
  }

  /** Brings the sheet to the front and selects a cell of it. */
  select(sheetId: string, cell: CellRef): Promise<void> {
    return run(async (context) => {
      const sheet = openSheet(context, sheetId);
      sheet.activate();
      sheet.getCell(cell.row, cell.column).select();
      await context.sync();
      placeOf(sheet);
    });
  }

  async apply(sheetId: string, plan: WritePlan): Promise<ApplyOutcome> {
    return (await writing()).applyEdits(sheetId, plan.edits, plan.guards);
  }

  async takeBack(inverse: unknown): Promise<ApplyOutcome> {
    return (await writing()).takeBackEdits(inverse);
  }

  async annotate(
    sheetId: string,
    comments: readonly PlannedComment[],
    options: AnnotateOptions = {},
  ): Promise<AnnotateOutcome> {
    return (await writing()).annotateSheet(sheetId, comments, options.keepOthers ?? false);
  }

  async clearAnnotations(sheetId: string): Promise<number> {
    return (await writing()).clearSheet(sheetId);
  }

  async showMap(sheetId: string, figures: readonly MappedFigure[] | null): Promise<void> {
    return (await writing()).showMap(sheetId, figures);
  }

  async report(pages: readonly ReportSheet[]): Promise<ReportOutcome> {
    return (await writing()).writePages(pages);
  }

  async removeReports(sheetIds: readonly string[]): Promise<RemovalOutcome> {
    return (await writing()).removePages(sheetIds);
  }

  async addSheet(layout: SheetLayout): Promise<SheetInfo> {
    return (await writing()).addLaidOutSheet(layout);
  }

  loadSetting(key: string): Promise<unknown> {
    return loadSetting(key);
  }

  saveSetting(key: string, value: unknown): Promise<void> {
    return saveSetting(key, value);
  }
}
