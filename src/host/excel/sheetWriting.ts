import { LINE_COLOR, type DressedArea } from '../../advice/reportSheet';
import { HostError, type SheetInfo } from '../host';
import { freeName } from '../../sheet/address';
import { areaRange, run } from './run';

/** What a sheet of ours is called while it is being written, so that half of one is never taken for the whole. */
const UNDERWAY = '正在写入';

/** Whether a sheet of that name was begun and not finished. */
export function isUnderway(name: string): boolean {
  return name.startsWith(UNDERWAY);
}

/**
 * The writing of one sheet. It stands under a name that says so until the last action gives it its own; so whatever
 * fails, and whatever answer is lost, what the sheet is called tells what became of it.
 */
export class SheetWriting {
  private names: { readonly underway: string; readonly whole: string } | null = null;
  /** Whether a page of ours that stood before is written anew, and whether it was emptied for that. */
  private replaces: 'nothing' | 'intact' | 'emptied' = 'nothing';

  /** Whether the sheet was not there before. */
  get adds(): boolean {
    return this.replaces === 'nothing';
  }

  /** Adds a sheet that will be called so, or get a number where another sheet is. */
  add(sheets: Excel.WorksheetCollection, name: string, taken: readonly string[]): Excel.Worksheet {
    const underway = freeName(UNDERWAY, taken);
    this.names = { underway, whole: freeName(name, taken) };
    return sheets.add(underway);
  }

  /** Begins to replace a sheet; it is left intact until `emptied` is called, after a sync. */
  replace(sheet: Excel.Worksheet, { name, wanted }: { name: string; wanted: string }, taken: readonly string[]): void {
    const others = taken.filter((one) => one !== name);
    const interrupted = isUnderway(name);
    this.names = {
      underway: interrupted ? name : freeName(UNDERWAY, others),
      whole: interrupted ? freeName(wanted, others) : name,
    };
    this.replaces = interrupted ? 'emptied' : 'intact';
    sheet.name = this.names.underway;
  }

  emptied(): void {
    this.replaces = 'emptied';
  }

  /** The last action of the writing. */
  finish(sheet: Excel.Worksheet): void {
    if (this.names !== null) sheet.name = this.names.whole;
    sheet.load('id,name');
  }

  /**
   * After a failure gives the sheet where it stands whole nevertheless; else rejects with what failed, and a sheet that
   * was not there before is taken away again.
   */
  async settle(failure: unknown): Promise<SheetInfo> {
    const { names, replaces } = this;
    if (names === null) throw failure;
    const found = await lookFor(names, replaces).catch(() => null);
    if (found === 'gone') throw failure;
    if (found !== null && typeof found === 'object') return found;
    const left = `“${names.underway}”里可能只有一部分`;
    throw new HostError('unknown', `工作表没有写完，${left}；请再写一次，或删去这张工作表。`, { cause: failure });
  }
}

/** What became of a sheet: the whole one, `gone` where all is as it was before, `half` where a part stays. */
function lookFor(
  { underway, whole }: { readonly underway: string; readonly whole: string },
  replaces: 'nothing' | 'intact' | 'emptied',
): Promise<SheetInfo | 'gone' | 'half'> {
  return run(async (context) => {
    const { worksheets } = context.workbook;
    const half = worksheets.getItemOrNullObject(underway);
    const done = worksheets.getItemOrNullObject(whole);
    half.load('id');
    done.load('id,name');
    await context.sync();
    if (half.isNullObject) {
      if (done.isNullObject || replaces === 'intact') return 'gone';
      return { id: done.id, name: done.name, active: true };
    }
    if (replaces === 'emptied') return 'half';
    if (replaces === 'intact') half.name = whole;
    else half.delete();
    await context.sync();
    return 'gone';
  });
}

type Edge = `${Excel.BorderIndex}`;

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center' } as const;
const LINES = {
  around: ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'],
  below: ['EdgeBottom', 'InsideHorizontal'],
} as const satisfies Record<string, readonly Edge[]>;

/** Dresses an area. Excel refuses lines inside a single row or column: there are none. */
export function dress(sheet: Excel.Worksheet, { area, lined, numberFormat, ...look }: DressedArea): void {
  const range = areaRange(sheet, area);
  const { format } = range;
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.color !== undefined) format.font.color = look.color;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.align !== undefined) format.horizontalAlignment = HORIZONTAL[look.align];
  if (look.vertical !== undefined) format.verticalAlignment = VERTICAL[look.vertical];
  const none: readonly Edge[] = [
    ...(area.rowCount > 1 ? [] : ['InsideHorizontal' as const]),
    ...(area.columnCount > 1 ? [] : ['InsideVertical' as const]),
  ];
  for (const edge of lined === undefined ? [] : LINES[lined]) {
    if (none.includes(edge)) continue;
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    if (lined === 'below') border.color = LINE_COLOR;
  }
  if (numberFormat !== undefined) {
    const row = Array.from({ length: area.columnCount }, () => numberFormat);
    range.numberFormat = Array.from({ length: area.rowCount }, () => row);
  }
}

/** Points for one character of the usual font, roughly: a width in Office.js is not in characters. */
const CHARACTER = 5.6;

/** Widths of columns, in characters, and how the sheet is printed: one page wide. */
export function layOut(sheet: Excel.Worksheet, widths: readonly number[], landscape: boolean): void {
  widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width * CHARACTER;
  });
  sheet.pageLayout.orientation = landscape ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
}
