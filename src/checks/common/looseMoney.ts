import { figureCell, figureOf, figuresOf, holdsFigure } from '../../form/cells';
import type { BudgetBlock, BudgetLine, FigureCell } from '../../form/model';
import { cellAt, cellKey, isBlank } from '../../sheet/snapshot';
import { short, saysPercent } from '../../sheet/text';
import { figureCells } from '../figures';
import type { Agreement, CheckInput, Report } from '../finding';
import { isAgreement } from '../run';
import { addition, additionText, agreement, amountLike, cellsOf, clean } from './say';
import { AMOUNTS, totalAgainstParts, type AmountMismatch } from './moneySums';
import { sum } from '../../sheet/lists';

/** Figures of a table of money in columns of which no heading says what they are, against the sums in which they stand. */
export interface LooseMoney {
  readonly agreements: readonly Agreement[];
  /** A column whose parts are not its total, with the heading over it. */
  readonly columns: readonly (AmountMismatch & { readonly heading: string })[];
  /** Amounts that are not the sum of what stands behind them, as others are. */
  readonly rows: readonly Report[];
}

const NOTHING: LooseMoney = { agreements: [], columns: [], rows: [] };

/** What stands over a column, or beside its figures: 到位数. */
export function headingOf({ snapshot }: CheckInput, { at: cell }: FigureCell): string {
  const beside = cellAt(snapshot, { row: cell.row, column: cell.column - 1 });
  if (typeof beside.value === 'string' && !holdsFigure(beside) && !isBlank(beside)) return short(beside.text);
  for (let row = cell.row - 1; row >= snapshot.origin.row; row--) {
    const above = cellAt(snapshot, { row, column: cell.column });
    if (typeof above.value === 'string' && !isBlank(above)) return short(above.text);
  }
  return '';
}

/** The row in which the amounts of a line stand. */
export const rowOf = ({ label, ...line }: BudgetLine): number =>
  AMOUNTS.flatMap(({ column }) => line[column]?.at.row ?? [])[0] ?? label.at.row;

/** Sums of figures beside the amounts that recognition does not name: 到位数, or the parts of each amount in its own line. */
export function looseMoney(input: CheckInput, block: BudgetBlock): LooseMoney {
  const { form, snapshot } = input;
  const { lines } = block;
  // Where the lines stand side by side, a column is one of them.
  if (new Set(lines.map(rowOf)).size < lines.length) return NOTHING;
  const known = figureCells(form);
  const at = (line: BudgetLine, column: number) => figureCell(cellAt(snapshot, { row: rowOf(line), column }));
  const isLoose = (cell: FigureCell) => cell.state === 'figure' && !known.has(cellKey(cell.at));
  const { column: first, columnCount } = form.area;
  const agreements: Agreement[] = [];
  const columns: (AmountMismatch & { heading: string })[] = [];
  for (let column = first; column < first + columnCount; column++) {
    const cells = lines.map((line) => at(line, column));
    // 到位率 and 控制率 add up to nothing, nor does 行次: 1, 2, 3.
    if (cells.every((cell, index) => figureOf(cell)?.eq(index + 1))) continue;
    if (lines.some((line) => saysPercent(cellAt(snapshot, { row: rowOf(line), column }).text))) continue;
    if (cells.filter(isLoose).length < 2 || cells.some((cell) => cell.state === 'figure' && !isLoose(cell))) continue;
    const of = lines.map((line, index) => ({ ...line, budget: cells[index] ?? null }));
    const outcome = totalAgainstParts({ ...block, lines: of }, 'budget');
    if (outcome === null) continue;
    if (isAgreement(outcome)) agreements.push(outcome);
    else columns.push({ ...outcome, heading: headingOf(input, outcome.cell) });
  }
  const beside = ({ at: { row, column: own } }: FigureCell, step: 1 | -1) => {
    const parts: FigureCell[] = [];
    for (let column = own + step; column >= first && column < first + columnCount; column += step) {
      // 其中：中央资金 | 3000 | 地方资金 | 3500 behind it have their names between them.
      const cell = figureCell(cellAt(snapshot, { row, column }));
      if (isLoose(cell)) parts.push(cell);
      else if (cell.state !== 'unreadable') break;
    }
    return parts;
  };
  const dividedOn = (step: 1 | -1) =>
    AMOUNTS.flatMap(({ column: amount }) =>
      lines.flatMap((line) => {
        const whole = line[amount];
        if (whole === null || figureOf(whole) === null) return [];
        const parts = beside(whole, step);
        const headings = parts.map((part) => headingOf(input, part)).join('|');
        return parts.length < 2 ? [] : [{ line, whole, parts, headings }];
      }),
    );
  const closes = ({ whole, parts }: Divided) => {
    const own = figureOf(whole);
    return own !== null && clean(sum(figuresOf(parts))).equals(clean(own));
  };
  // 基本支出 | 项目支出 | 合计
  const [behind, ahead] = [dividedOn(1), dividedOn(-1)];
  const divided = ahead.filter(closes).length > behind.filter(closes).length ? ahead : behind;
  const closed = divided.filter(closes);
  for (const { whole, parts } of closed) {
    agreements.push(agreement([whole, ...parts], () => additionText(figuresOf(parts))));
  }
  const telling = closed.filter(({ parts }) => parts.filter((part) => figureOf(part)?.isZero() === false).length > 1);
  // In another line there may be money of a source that has no column.
  const sure = (one: Divided) =>
    telling.some(
      ({ line, headings }) => headings === one.headings && (line === one.line || one.headings.includes('其他')),
    );
  const off = closed.length > 0 ? divided.filter((one) => !closes(one)) : [];
  return { agreements, columns, rows: off.map((one) => notDivided(one, sure(one))) };
}

/** An amount with what stands behind it, and what over that. */
interface Divided {
  readonly line: BudgetLine;
  readonly whole: FigureCell;
  readonly parts: readonly FigureCell[];
  readonly headings: string;
}

/** @param sure whether the same headings stand over parts that do add up to their amount. */
function notDivided({ line, whole, parts }: Divided, sure: boolean): Report {
  const figures = figuresOf(parts);
  const [found, expected] = [amountLike(figureOf(whole) ?? sum([]), whole), amountLike(sum(figures), whole)];
  return {
    cell: whole.at,
    message: 'line',
    ...(sure ? {} : { severity: 'info' }),
    data: { name: short(line.label.value), found, expected },
    related: cellsOf(parts),
    arithmetic: `${addition(figures)}，表内 ${found}`,
    expected,
    found,
  };
}
