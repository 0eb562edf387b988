import { parseArea } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import { HostError, type HostAbilities, type HostEvent, type SheetInfo, type WorkbookHost } from '../host';
import { toHostError } from './errors';
import { readSheet } from './read';
import { openSheet, placeOf, run, runReading } from './run';
import { canWrite, tellsRenames } from './support';

/** The first cell of a selection: `F10:H10`, `A:C`, `5:7`, or several areas at once. */
export function firstCell(address: string): CellRef {
  const first = address.split(',')[0] ?? '';
  const area = parseArea(first);
  if (area !== null) return { row: area.row, column: area.column };
  const [start = ''] = first.replaceAll('$', '').split(':');
  const line = /^\d+$/.test(start) ? parseArea(`A${start}`) : parseArea(`${start}1`);
  return line === null ? { row: 0, column: 0 } : { row: line.row, column: line.column };
}

/** Tells of edits, selections and sheets until the returned function is called. */
async function watchWorkbook(listener: (event: HostEvent) => void): Promise<() => Promise<void>> {
  const { handlers, first } = await runReading(async (context) => {
    const sheets = context.workbook.worksheets;
    const tellSheets = (): Promise<void> => tell({ kind: 'sheets' });
    const tell = (event: HostEvent): Promise<void> => {
      listener(event);
      return Promise.resolve();
    };
    const changed = sheets.onChanged.add(({ worksheetId, triggerSource }) =>
      tell({ kind: 'edited', sheetId: worksheetId, own: triggerSource === Excel.EventTriggerSource.thisLocalAddin }),
    );
    const others = [
      sheets.onSelectionChanged.add(({ worksheetId, address }) =>
        tell({ kind: 'selected', sheetId: worksheetId, cell: firstCell(address) }),
      ),
      sheets.onActivated.add(({ worksheetId }) => tell({ kind: 'activated', sheetId: worksheetId })),
      sheets.onAdded.add(tellSheets),
      sheets.onDeleted.add(tellSheets),
      ...(tellsRenames() ? [sheets.onNameChanged.add(tellSheets)] : []),
    ];
    await context.sync();
    return { handlers: [changed, ...others], first: changed };
  });
  return async () => {
    try {
      await Excel.run(first.context, async (context) => {
        for (const handler of handlers) handler.remove();
        await context.sync();
      });
    } catch (error) {
      throw toHostError(error);
    }
  };
}

/** Characters above which a setting that was not saved may simply be too long. */
const LONG = 500_000;

/** While the workbook's settings are asked for: once for all that are wanted meanwhile, as Excel answers in turn. */
let refreshing: Promise<void> | null = null;

/**
 * A setting that travels with the workbook, as co-authors left it; `null` when none is stored. An Excel that can't ask
 * again gives what the workbook held when it was opened.
 */
async function loadSetting(key: string): Promise<unknown> {
  const { settings } = Office.context.document;
  refreshing ??= new Promise((resolve) => {
    settings.refreshAsync(() => resolve());
  });
  await refreshing;
  refreshing = null;
  return storedValue(key);
}

function storedValue(key: string): unknown {
  const value: unknown = Office.context.document.settings.get(key);
  return value ?? null;
}

/** Stores a setting in the workbook; `null` takes it out. */
function saveSetting(key: string, value: unknown): Promise<void> {
  const { settings } = Office.context.document;
  const before = storedValue(key);
  put(key, value);
  return new Promise((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) {
        resolve();
        return;
      }
      put(key, before);
      reject(notSaved(value, result.error));
    });
  });
}

function notSaved(value: unknown, cause: unknown): HostError {
  const { length } = value === null ? '' : JSON.stringify(value);
  if (length > LONG) {
    const message = `设置没有能保存到工作簿：内容有 ${Math.round(length / 1000)} 千字，可能超过了 Excel 的上限；请删去不用的规则或恢复一些不处理的事项后再试。`;
    return new HostError('too-large', message, { cause });
  }
  return new HostError('unknown', '设置没有能保存到工作簿；请确认工作簿可以编辑，稍后再试。', { cause });
}

function put(key: string, value: unknown): void {
  const { settings } = Office.context.document;
  if (value === null || value === undefined) settings.remove(key);
  else settings.set(key, value);
}

/** The visible sheets in their order. */
function visibleSheets(): Promise<readonly SheetInfo[]> {
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

/** Brings the sheet to the front and selects a cell of it. */
function select(sheetId: string, cell: CellRef): Promise<void> {
  return run(async (context) => {
    const sheet = openSheet(context, sheetId);
    sheet.activate();
    sheet.getCell(cell.row, cell.column).select();
    await context.sync();
    placeOf(sheet);
  });
}

const writing = () => import('./writing');
type Host = Required<WorkbookHost>;

/** The workbook that is open in Excel, through Office.js. Create it after `Office.onReady`. */
export class ExcelHost implements WorkbookHost {
  readonly abilities: HostAbilities = { kind: 'excel', canWrite: canWrite() };
  readonly sheets = visibleSheets;
  readonly read: Host['read'] = (sheetId, { merges = true } = {}) => readSheet(sheetId, merges);
  readonly watch = watchWorkbook;
  readonly select = select;
  readonly apply: Host['apply'] = async (...given) => (await writing()).applyPlan(...given);
  readonly takeBack: Host['takeBack'] = async (inverse) => (await writing()).takeBackEdits(inverse);
  readonly annotate: Host['annotate'] = async (...given) => (await writing()).annotateSheet(...given);
  readonly clearAnnotations: Host['clearAnnotations'] = async (sheetId) => (await writing()).clearSheet(sheetId);
  readonly showMap: Host['showMap'] = async (...given) => (await writing()).showMap(...given);
  readonly report: Host['report'] = async (pages) => (await writing()).writePages(pages);
  readonly removeReports: Host['removeReports'] = async (sheetIds) => (await writing()).removePages(sheetIds);
  readonly addSheet: Host['addSheet'] = async (layout) => (await writing()).addLaidOutSheet(layout);
  readonly loadSetting = loadSetting;
  readonly saveSetting = saveSetting;
}
