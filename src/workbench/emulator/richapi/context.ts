import { parseArea } from '../../../sheet/address';
import type { Area } from '../../../sheet/snapshot';
import { quoteSheet } from '../formulaText';
import type { EmulatedSheet } from '../sheet';
import type { EmulatedWorkbook } from '../workbook';
import { accessDenied, invalidArgument, itemNotFound } from './protocol';

/** What the emulated objects share: the workbook, and which events the add-in listens to. */
export class RichContext {
  private readonly registered = new Map<number, number>();

  constructor(readonly workbook: EmulatedWorkbook) {}

  register(event: number, change: 1 | -1): void {
    this.registered.set(event, (this.registered.get(event) ?? 0) + change);
  }

  listensTo(event: number): boolean {
    return (this.registered.get(event) ?? 0) > 0;
  }

  /** Refuses a write into a sheet that is gone, protected, or of a workbook opened for reading. */
  guardWrite(sheet: EmulatedSheet, area: Area): void {
    this.guardSheet(sheet);
    if (this.workbook.readOnly || sheet.isLocked(area)) throw accessDenied();
  }

  /** Refuses what protection forbids on a sheet as a whole: comments, formats. */
  guardObjects(sheet: EmulatedSheet): void {
    this.guardSheet(sheet);
    if (this.workbook.readOnly || sheet.protection !== null) throw accessDenied();
  }

  guardSheet(sheet: EmulatedSheet): void {
    if (!this.workbook.sheets.includes(sheet)) throw itemNotFound();
  }

  /** A sheet and an area of it from an address with or without a sheet's name. */
  locate(address: string, ownSheet: EmulatedSheet | null): { sheet: EmulatedSheet; area: Area } {
    const area = parseArea(address);
    if (area === null) throw invalidArgument();
    const mark = address.lastIndexOf('!');
    if (mark < 0) return { sheet: ownSheet ?? this.workbook.active, area };
    const name = address.slice(0, mark);
    const sheet = this.workbook.sheets.find((one) => one.name === name || quoteSheet(one.name) === name);
    if (sheet === undefined) throw itemNotFound();
    return { sheet, area };
  }
}
