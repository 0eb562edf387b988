import * as formulajs from '@formulajs/formulajs';
import FormulaParser, { type Argument, type CellReference, type RangeReference } from 'fast-formula-parser';
import { type Area, type CellRef, type CellValue, contains, intersection, oneCell } from '../../sheet/snapshot';
import { lazily } from '../../sheet/remember';
import { isErrorValue } from './display';
import type { EmulatedSheet } from './sheet';

const { FormulaError } = FormulaParser;

/** An area of a sheet by its name. */
interface Place {
  readonly sheet: string;
  readonly area: Area;
}

interface FormulaCell {
  readonly sheet: EmulatedSheet;
  readonly cell: CellRef;
  readonly formula: string;
}

/** A circle of formulas would go on for ever: as many rounds as Excel makes of one at the most. */
const MOST_ROUNDS = 100;

function toArea(reference: CellReference | RangeReference): Area {
  if ('from' in reference) {
    const { from, to } = reference;
    return {
      row: from.row - 1,
      column: from.col - 1,
      rowCount: to.row - from.row + 1,
      columnCount: to.col - from.col + 1,
    };
  }
  return oneCell({ row: reference.row - 1, column: reference.col - 1 });
}

/** A function of formulajs in the form that the parser calls. */
function adapted(call: (...args: unknown[]) => unknown): (...args: Argument[]) => unknown {
  return (...args) => {
    const result = call(...args.map(({ value }) => value));
    return result instanceof Error && !(result instanceof FormulaError) ? new FormulaError(result.message) : result;
  };
}

function isCallable(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

function missingFunctions(): Record<string, (...args: Argument[]) => unknown> {
  const builtIn = new Set(
    new FormulaParser({ functions: {}, onCell: () => 0, onRange: () => [[0]] }).supportedFunctions(),
  );
  const functions: Record<string, (...args: Argument[]) => unknown> = {};
  for (const [name, call] of Object.entries(formulajs)) {
    if (isCallable(call) && !builtIn.has(name) && name === name.toUpperCase()) functions[name] = adapted(call);
  }
  return functions;
}

function asCellValue(result: unknown): CellValue {
  if (typeof result === 'number' || typeof result === 'string' || typeof result === 'boolean') return result;
  if (result instanceof FormulaError) return result.error;
  return result === null || result === undefined ? 0 : '#VALUE!';
}

/** Reads the values of an area; the sheet's name is what the formula says. */
type Reader = (sheet: string | undefined, area: Area) => unknown[][];

/** Computes a formula over the cells that a reader gives. */
type Parser = (formula: string, position: CellReference, read: Reader) => unknown;

/** A parser works out its grammar when it is made, which takes longer than all formulas of a form. */
const parser = lazily((): Parser => {
  let read: Reader = () => [];
  const made = new FormulaParser({
    functions: missingFunctions(),
    onCell: (reference) => read(reference.sheet, toArea(reference))[0]?.[0] ?? null,
    onRange: (reference) => read(reference.sheet, toArea(reference)),
  });
  return (formula, position, from) => {
    read = from;
    return made.parse(formula, position);
  };
});

/** Recomputes formulas of a workbook synchronously, as automatic calculation does. */
export class Calculation {
  constructor(private readonly sheets: () => readonly EmulatedSheet[]) {}

  /** Recomputes the formulas in an area that changed, and all that depend on it; other values stay as they are. */
  recalculate(sheet: EmulatedSheet, area: Area): void {
    const formulas: FormulaCell[] = this.sheets().flatMap((one) =>
      Array.from(one.formulaCells(), ([cell, formula]) => ({ sheet: one, cell, formula })),
    );
    const changed: Place[] = [{ sheet: sheet.name, area }];
    const isChanged = (place: Place): boolean =>
      changed.some((one) => one.sheet === place.sheet && intersection(one.area, place.area) !== null);
    let known = 0;
    for (let round = 0; known < changed.length && round < MOST_ROUNDS; round += 1) {
      known = changed.length;
      for (const found of formulas) {
        const { value, read } = this.evaluate(found);
        const own = found.sheet === sheet && contains(area, found.cell);
        if (value === found.sheet.cell(found.cell).value || !(own || read.some(isChanged))) continue;
        found.sheet.setValue(found.cell, value);
        changed.push({ sheet: found.sheet.name, area: oneCell(found.cell) });
      }
    }
  }

  /** What a formula gives, and the places that it reads. */
  private evaluate({ sheet, cell, formula }: FormulaCell): { readonly value: CellValue; readonly read: Place[] } {
    const position = { sheet: sheet.name, row: cell.row + 1, col: cell.column + 1 };
    const read: Place[] = [];
    const reader: Reader = (name = sheet.name, area) => {
      read.push({ sheet: name, area });
      return this.valuesOf(name, area);
    };
    try {
      return { value: asCellValue(parser()(formula.slice(1), position, reader)), read };
    } catch (error) {
      const known = error instanceof FormulaError && error.error !== '#ERROR!';
      return { value: known ? error.error : '#NAME?', read };
    }
  }

  private valuesOf(sheetName: string, area: Area): unknown[][] {
    const sheet = this.sheets().find(({ name }) => name === sheetName);
    if (sheet === undefined) return [[new FormulaError('#REF!')]];
    const used = sheet.usedArea(true);
    const { row = 0, rowCount = 0, column = 0, columnCount = 0 } = used ?? {};
    // At least one cell, and none beyond what is used: whole columns are a million rows.
    const rows = Math.max(1, Math.min(area.rowCount, row + rowCount - area.row));
    const columns = Math.max(1, Math.min(area.columnCount, column + columnCount - area.column));
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, along) => {
        const { value } = sheet.cell({ row: area.row + down, column: area.column + along });
        return isErrorValue(value) ? new FormulaError(String(value)) : value;
      }),
    );
  }
}
