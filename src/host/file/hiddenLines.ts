import { largest } from '../../sheet/lists';
import type { WorkBook } from '@e965/xlsx';
import { HostError } from '../host';
import type { HiddenLines } from '../../sheet/snapshot';
import { WorkbookPackage } from './package';
import { READ_COLUMNS, READ_ROWS } from './snapshot';

const LINE = /<(?:[\w.-]{1,40}:)?(row|col)(\s[^<>]{0,2000})>/g;
const HIDES = /\s(?:hidden=["'](?:1|true)["']|(?:ht|width)=["']0(?:\.0{1,9})?["'])/;

function numberIn(attributes: string, name: 'r' | 'min' | 'max'): number | null {
  const found = new RegExp(`\\s${name}=["']([0-9]{1,7})["']`).exec(attributes)?.[1];
  return found === undefined ? null : Number(found);
}

/** The rows and columns that the part of a sheet hides or gives no height or width, as far as a sheet is read. */
export function hiddenLines(xml: string): HiddenLines {
  const rows: number[] = [];
  const columns = new Set<number>();
  let row = -1;
  for (const [, kind, attributes = ''] of xml.matchAll(LINE)) {
    const hides = HIDES.test(attributes);
    if (kind === 'col') {
      const last = Math.min(numberIn(attributes, 'max') ?? 0, READ_COLUMNS);
      for (let at = numberIn(attributes, 'min') ?? 1; hides && at <= last; at += 1) columns.add(at - 1);
      continue;
    }
    // A row that does not say where it stands follows the one before.
    row = (numberIn(attributes, 'r') ?? row + 2) - 1;
    if (row >= READ_ROWS) break;
    if (hides) rows.push(row);
  }
  return { rows, columns: [...columns].sort((a, b) => a - b) };
}

/** Puts what the parts of an .xlsx file hide where the parser puts what it reads of the other formats. */
export function markHidden(workbook: WorkBook, file: WorkbookPackage, hidden: ReadonlyMap<string, HiddenLines>): void {
  for (const { name, part } of tabsOf(file)) {
    const lines = part === null ? undefined : hidden.get(part);
    const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
    if (lines === undefined || sheet === undefined) continue;
    hide(sheet, lines);
  }
}

/** The tabs of a file; none where its parts can't be followed: its cells are read all the same. */
function tabsOf(file: WorkbookPackage) {
  try {
    return WorkbookPackage.guard(() => file.tabs());
  } catch (error) {
    if (error instanceof HostError) return [];
    throw error;
  }
}

/** Gives a parsed sheet, or one to be written, hidden rows and columns. */
export function hide(sheet: WorkBook['Sheets'][string], { rows, columns }: HiddenLines): void {
  sheet['!rows'] = flags(rows);
  sheet['!cols'] = flags(columns);
}

function flags(lines: readonly number[]): { hidden: boolean }[] {
  const all = new Set(lines);
  return Array.from({ length: largest(lines.map((line) => line + 1)) }, (_, at) => ({ hidden: all.has(at) }));
}

/** What is hidden in a parsed sheet. */
export function hiddenOf(sheet: WorkBook['Sheets'][string]): HiddenLines {
  const at = (lines: readonly ({ readonly hidden?: boolean } | undefined)[] = []) =>
    Array.from(lines).flatMap((line, index) => (line?.hidden === true ? [index] : []));
  return { rows: at(sheet['!rows']), columns: at(sheet['!cols']) };
}
