import { formatAddress, parseArea } from '../../sheet/address';
import { cellAt, cellsIn, type Area, type CellRef, type CellValue, type SheetSnapshot } from '../../sheet/snapshot';

/** A formula that is not understood here; its cell keeps the value that the file states. */
class Unsupported extends Error {
  override readonly name = 'Unsupported';
}

const TOKEN =
  /\s*(?:([0-9]+(?:\.[0-9]*)?(?:E[+-]?[0-9]{1,3})?)|(\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?)(?![A-Z0-9_(.!])|([A-Z]{1,12})(?=\()|([<>]=|<>|[-+*/(),%<>=])|"((?:[^"]|"")*)")/iy;

interface Token {
  readonly kind: 'number' | 'area' | 'name' | 'sign' | 'text';
  readonly text: string;
}

function tokenise(formula: string): Token[] {
  const tokens: Token[] = [];
  const scan = new RegExp(TOKEN);
  const source = formula.slice(1).trimEnd();
  while (scan.lastIndex < source.length) {
    const [, number, area, name, sign, text] = scan.exec(source) ?? [];
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (area !== undefined) tokens.push({ kind: 'area', text: area });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name.toUpperCase() });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll('""', '"') });
    else throw new Unsupported();
  }
  return tokens;
}

/** An operand: the values of an area one by one, or a single figure. */
type Operand = readonly CellValue[] | number;

// Excel's functions over areas pass over texts and blanks; everything else takes a blank as 0.
function numbers(operands: readonly Operand[]): number[] {
  return operands.flatMap((operand) =>
    typeof operand === 'number' ? [operand] : operand.filter((value) => typeof value === 'number'),
  );
}

/** Of no figure at all it is 0, as in Excel. */
function outermost(operands: readonly Operand[], of: (one: number, other: number) => number): number {
  const [first = 0, ...others] = numbers(operands);
  return others.reduce((found, value) => of(found, value), first);
}

function single(operand: Operand | undefined): number {
  if (typeof operand === 'number') return operand;
  if (operand?.length !== 1) throw new Unsupported();
  const [value] = operand;
  if (value === null || value === undefined) return 0;
  if (typeof value !== 'number') throw new Unsupported();
  return value;
}

function rounded(value: number, places: number, how: (scaled: number) => number): number {
  // What stands in binary just below a half is a half to Excel, which rounds at fifteen digits.
  const scaled = Number((Math.abs(value) * 10 ** places).toPrecision(15));
  return (Math.sign(value) * how(scaled)) / 10 ** places;
}

const FUNCTIONS: ReadonlyMap<string, (operands: readonly Operand[]) => number> = new Map([
  ['SUM', (operands) => numbers(operands).reduce((sum, value) => sum + value, 0)],
  ['MIN', (operands) => outermost(operands, Math.min)],
  ['MAX', (operands) => outermost(operands, Math.max)],
  ['ABS', ([value]) => Math.abs(single(value))],
  ['ROUND', ([value, places]) => rounded(single(value), single(places), Math.round)],
  ['ROUNDDOWN', ([value, places]) => rounded(single(value), single(places), Math.floor)],
  ['ROUNDUP', ([value, places]) => rounded(single(value), single(places), Math.ceil)],
]);

const COMPARISONS: ReadonlyMap<string, (left: number, right: number) => boolean> = new Map([
  ['>', (left, right) => left > right],
  ['<', (left, right) => left < right],
  ['>=', (left, right) => left >= right],
  ['<=', (left, right) => left <= right],
  ['=', (left, right) => left === right],
  ['<>', (left, right) => left !== right],
]);

/** Excel takes no deeper formulas. */
const MOST_NESTED = 64;

/**
 * Computes one formula of figures: the four operations, percent, brackets, the few functions of totals, and a choice by
 * comparing figures, as `=IF(D7>0,E7/D7,"")` in a form's rates.
 */
class FormulaReader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly valuesOf: (area: string) => readonly CellValue[],
  ) {}

  result(): CellValue {
    const operand = this.sum();
    if (this.at < this.tokens.length) throw new Unsupported();
    const [text] = typeof operand === 'number' ? [] : operand;
    if (typeof text === 'string') return text === '' ? null : text;
    const value = single(operand);
    if (!Number.isFinite(value)) throw new Unsupported();
    return Number(value.toPrecision(15));
  }

  private takes(sign: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.at += 1;
    return true;
  }

  private sum(): Operand {
    this.depth += 1;
    if (this.depth > MOST_NESTED) throw new Unsupported();
    let left = this.product();
    for (;;) {
      if (this.takes('+')) left = single(left) + single(this.product());
      else if (this.takes('-')) left = single(left) - single(this.product());
      else break;
    }
    this.depth -= 1;
    return left;
  }

  private product(): Operand {
    let left = this.factor();
    for (;;) {
      if (this.takes('*')) left = single(left) * single(this.factor());
      else if (this.takes('/')) left = single(left) / single(this.factor());
      else return left;
    }
  }

  private factor(): Operand {
    let minus = 0;
    for (let signed = true; signed;) {
      if (this.takes('-')) minus += 1;
      else signed = this.takes('+');
    }
    let operand = this.operand();
    while (this.takes('%')) operand = single(operand) / 100;
    return minus === 0 ? operand : single(operand) * (minus % 2 === 0 ? 1 : -1);
  }

  private operand(): Operand {
    if (this.takes('(')) {
      const inside = this.sum();
      if (!this.takes(')')) throw new Unsupported();
      return inside;
    }
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind === 'number') return Number(token.text);
    if (token?.kind === 'area') return this.valuesOf(token.text);
    if (token?.kind === 'text') return [token.text];
    if (token?.kind === 'name') return token.text === 'IF' ? this.choice() : this.call(token.text);
    throw new Unsupported();
  }

  /** Both branches are computed; a division by zero in the one that is not taken does no harm. */
  private choice(): Operand {
    const left = this.takes('(') ? single(this.sum()) : Number.NaN;
    const compare = COMPARISONS.get(this.tokens[this.at]?.text ?? '');
    if (compare === undefined) throw new Unsupported();
    this.at += 1;
    const right = single(this.sum());
    const ways: Operand[] = [];
    while (this.takes(',')) ways.push(this.sum());
    const [yes, no] = ways;
    if (!this.takes(')') || yes === undefined || no === undefined || ways.length > 2) throw new Unsupported();
    return compare(left, right) ? yes : no;
  }

  private call(name: string): number {
    const compute = FUNCTIONS.get(name);
    if (compute === undefined || !this.takes('(')) throw new Unsupported();
    const operands = [this.sum()];
    while (this.takes(',')) operands.push(this.sum());
    if (!this.takes(')')) throw new Unsupported();
    return compute(operands);
  }
}

/** The formulas of one sheet may refer to this many cells together; the remaining ones are not computed. */
const MOST_CELLS = 1_000_000;

/** A formula that waits until the cells it refers to are settled. */
interface Pending {
  readonly address: string;
  readonly tokens: readonly Token[];
  readonly areas: readonly Area[];
  readonly operands: Iterator<CellRef>;
}

/**
 * The values of the formulas that depend on changed cells, by address. A file has no Excel behind it: sums and
 * products of cells of the same sheet are computed here, so that a total follows its scores; any other formula keeps
 * the value that the file states until Excel opens the copy. `unvalued` are formulas for which the file states none: they
 * are computed too, as far as that is possible here.
 */
export function recalculate(
  snapshot: SheetSnapshot,
  changed: ReadonlyMap<string, CellValue>,
  unvalued: ReadonlySet<string> = new Set(),
): Map<string, CellValue> {
  const computed = new Map<string, CellValue>();
  /** Whether a cell's value differs from the file's. Set before its operands are visited, so that circular formulas end. */
  const settled = new Map([...changed.keys()].map((address) => [address, true]));
  let left = MOST_CELLS;

  const areasOf = (tokens: readonly Token[]): Area[] =>
    tokens.flatMap(({ kind, text }) => {
      const area = kind === 'area' ? parseArea(text) : null;
      if (kind === 'area' && area === null) throw new Unsupported();
      return area ?? [];
    });
  const valuesOf = (text: string): CellValue[] =>
    Array.from(cellsIn(...areasOf([{ kind: 'area', text }])), (cell) => {
      const address = formatAddress(cell);
      const value = changed.has(address) ? changed.get(address) : computed.get(address);
      return value === undefined ? cellAt(snapshot, cell).value : value;
    });
  const begun = (cell: CellRef): Pending[] => {
    const address = formatAddress(cell);
    const { formula } = cellAt(snapshot, cell);
    if (formula === '' || settled.has(address)) return [];
    settled.set(address, false);
    try {
      const tokens = tokenise(formula);
      const areas = areasOf(tokens);
      left -= areas.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
      if (left < 0) return [];
      return [{ address, tokens, areas, operands: cellsIn(...areas) }];
    } catch (cause) {
      if (cause instanceof Unsupported) return [];
      throw cause;
    }
  };
  const finish = ({ address, tokens, areas }: Pending): void => {
    const operands = Array.from(cellsIn(...areas), formatAddress);
    if (!unvalued.has(address) && !operands.some((operand) => settled.get(operand) === true)) return;
    // A sum over what nobody knows, or of itself, is not known either.
    const known = (operand: string): boolean => changed.has(operand) || computed.has(operand) || !unvalued.has(operand);
    if (!operands.every(known)) return;
    try {
      computed.set(address, new FormulaReader(tokens, valuesOf).result());
      settled.set(address, true);
    } catch (cause) {
      if (!(cause instanceof Unsupported)) throw cause;
    }
  };
  /** Without recursion: a chain of formulas may be as long as the sheet. */
  const settle = (cell: CellRef): void => {
    const pending = begun(cell);
    for (let top = pending.at(-1); top !== undefined; top = pending.at(-1)) {
      const operand = top.operands.next();
      if (operand.done !== true) pending.push(...begun(operand.value));
      else {
        finish(top);
        pending.pop();
      }
    }
  };

  snapshot.formulas.forEach((row, index) => {
    row.forEach((formula, column) => {
      if (formula !== '') settle({ row: snapshot.origin.row + index, column: snapshot.origin.column + column });
    });
  });
  return computed;
}
