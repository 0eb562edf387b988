import * as formulajs from '@formulajs/formulajs';
import FormulaParser, { type Argument, type CellReference, type RangeReference } from 'fast-formula-parser';
import { type Area, type CellRef, type CellValue, contains, intersection, oneCell } from '../../sheet/snapshot';
import { lazily } from '../../sheet/remember';
import { isErrorValue } from './display';
import type { EmulatedSheet } from './sheet';

const { FormulaError, DepParser } = FormulaParser;

interface Dependency {
  readonly sheet: string;
  readonly area: Area;
}

interface FormulaCell {
  readonly sheet: EmulatedSheet;
  readonly cell: CellRef;
  readonly formula: string;
}

/** An area that changed, whose dependents are to be computed again. */
export interface Changed {
  readonly sheet: EmulatedSheet;
  readonly area: Area;
}

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

function forParser(value: CellValue): unknown {
  return isErrorValue(value) ? new FormulaError(String(value)) : value;
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

/** How formulas are read and computed. */
interface Parsers {
  readonly dependencies: InstanceType<typeof DepParser>;
  /** Computes a formula over the cells that a reader gives. */
  readonly value: (formula: string, position: CellReference, read: Reader) => unknown;
}

/** Parsers work out their grammar when they are made, which takes longer than all formulas of a form. */
const parsers = lazily((): Parsers => {
  let read: Reader = () => [];
  const parser = new FormulaParser({
    functions: missingFunctions(),
    onCell: (reference) => read(reference.sheet, toArea(reference))[0]?.[0] ?? null,
    onRange: (reference) => read(reference.sheet, toArea(reference)),
  });
  const value: Parsers['value'] = (formula, position, from) => {
    read = from;
    return parser.parse(formula, position);
  };
  return { dependencies: new DepParser(), value };
});

/** Recomputes formulas of a workbook synchronously, as automatic calculation does. */
export class Calculation {
  private readonly dependencies = new Map<string, readonly Dependency[]>();
  private pending = new Map<string, FormulaCell>();

  constructor(private readonly sheets: () => readonly EmulatedSheet[]) {}

  /** Recomputes what depends on the changed areas, and the formulas in them; gives the cells whose value changed. */
  recalculate(changes: readonly Changed[]): { sheet: EmulatedSheet; cell: CellRef }[] {
    const formulas: FormulaCell[] = this.sheets().flatMap((sheet) =>
      [...sheet.formulaCells()].map(([cell, formula]) => ({ sheet, cell, formula })),
    );
    this.pending = new Map();
    const queue: { sheet: string; area: Area }[] = [];
    const mark = (found: FormulaCell): void => {
      const key = this.key(found.sheet.id, found.cell);
      if (this.pending.has(key)) return;
      this.pending.set(key, found);
      queue.push({ sheet: found.sheet.name, area: oneCell(found.cell) });
    };
    for (const { sheet, area } of changes) {
      queue.push({ sheet: sheet.name, area });
      formulas.filter((f) => f.sheet === sheet && contains(area, f.cell)).forEach(mark);
    }
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { sheet, area } = next;
      for (const found of formulas) {
        if (this.dependenciesOf(found).some((d) => d.sheet === sheet && intersection(d.area, area) !== null))
          mark(found);
      }
    }
    const changed: { sheet: EmulatedSheet; cell: CellRef }[] = [];
    for (const { sheet, cell } of [...this.pending.values()]) {
      const before = sheet.cell(cell).value;
      this.compute(sheet, cell);
      if (sheet.cell(cell).value !== before) changed.push({ sheet, cell });
    }
    return changed;
  }

  private key(sheetId: string, cell: CellRef): string {
    return `${sheetId}:${cell.row}:${cell.column}`;
  }

  private dependenciesOf({ sheet, cell, formula }: FormulaCell): readonly Dependency[] {
    const key = `${sheet.name}\u0000${formula}`;
    const known = this.dependencies.get(key);
    if (known !== undefined) return known;
    let found: readonly Dependency[];
    try {
      found = parsers()
        .dependencies.parse(formula.slice(1), { sheet: sheet.name, row: cell.row + 1, col: cell.column + 1 })
        .map((reference) => ({ sheet: reference.sheet ?? sheet.name, area: toArea(reference) }));
    } catch {
      // A formula that the parser does not understand shows an error value and depends on nothing.
      found = [];
    }
    this.dependencies.set(key, found);
    return found;
  }

  private compute(sheet: EmulatedSheet, cell: CellRef): void {
    const pending = this.pending.get(this.key(sheet.id, cell));
    if (pending === undefined) return;
    this.pending.delete(this.key(sheet.id, cell));
    for (const dependency of this.dependenciesOf(pending)) this.computeWithin(dependency);
    sheet.setValue(cell, this.evaluate(pending));
  }

  private computeWithin(dependency: Dependency): void {
    for (const { sheet, cell } of [...this.pending.values()]) {
      if (sheet.name === dependency.sheet && contains(dependency.area, cell)) this.compute(sheet, cell);
    }
  }

  private evaluate({ sheet, cell, formula }: FormulaCell): CellValue {
    const position = { sheet: sheet.name, row: cell.row + 1, col: cell.column + 1 };
    try {
      const read: Reader = (name, area) => this.valuesOf(name, area);
      return asCellValue(parsers().value(formula.slice(1), position, read));
    } catch (error) {
      if (error instanceof FormulaError && error.error !== '#ERROR!') return error.error;
      return '#NAME?';
    }
  }

  private valuesOf(sheetName: string | undefined, area: Area): unknown[][] {
    const sheet = this.sheets().find(({ name }) => name === sheetName);
    if (sheet === undefined) return [[new FormulaError('#REF!')]];
    const used = sheet.usedArea(true);
    const { row = 0, rowCount = 0, column = 0, columnCount = 0 } = used ?? {};
    // At least one cell, and none beyond what is used: whole columns are a million rows.
    const rows = Math.max(1, Math.min(area.rowCount, row + rowCount - area.row));
    const columns = Math.max(1, Math.min(area.columnCount, column + columnCount - area.column));
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, along) =>
        forParser(sheet.cell({ row: area.row + down, column: area.column + along }).value),
      ),
    );
  }
}
