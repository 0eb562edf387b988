/** The part of fast-formula-parser (which has no types) that the emulator uses. Rows and columns count from one. */
declare module 'fast-formula-parser' {
  export interface CellReference {
    readonly sheet?: string;
    readonly row: number;
    readonly col: number;
  }
  export interface RangeReference {
    readonly sheet?: string;
    readonly from: { readonly row: number; readonly col: number };
    readonly to: { readonly row: number; readonly col: number };
  }
  export interface Argument {
    readonly value: unknown;
    readonly omitted?: boolean;
  }
  export class FormulaError extends Error {
    constructor(error: string);
    readonly error: string;
  }
  export default class FormulaParser {
    static readonly FormulaError: typeof FormulaError;
    constructor(config: {
      functions: Readonly<Record<string, (...args: Argument[]) => unknown>>;
      onCell: (reference: CellReference) => unknown;
      onRange: (reference: RangeReference) => unknown[][];
    });
    supportedFunctions(): string[];
    parse(formula: string, position: CellReference): unknown;
  }
}
