import { Decimal } from 'decimal.js';
import { readRate } from '../../words/figure';
import { figureCell, figureOf, figuresOf } from '../../form/cells';
import type { BudgetBlock, BudgetLine, FigureCell } from '../../form/model';
import { cellAt, cellKey, isBlank } from '../../sheet/snapshot';
import { short } from '../../sheet/text';
import { figureCells } from '../figures';
import type { Agreement, CheckInput } from '../finding';
import { isAgreement } from '../run';
import { additionText, agreement } from './agree';
import { AMOUNTS, totalAgainstParts, type AmountMismatch } from './budget';
import { lastPlace } from './reckoned';
import { clean, points } from './words';
import { sum } from '../../sheet/lists';

/** Figures of a table of money in columns of which no heading says what they are, against the sums in which they stand. */
export interface LooseMoney {
  readonly agreements: readonly Agreement[];
  /** A column whose parts are not its total, with the heading over it. */
  readonly columns: readonly (AmountMismatch & { readonly heading: string })[];
  /** An amount that is not the sum of what stands behind it, as it is in other lines. */
  readonly rows: readonly {
    readonly line: BudgetLine;
    readonly whole: FigureCell;
    readonly parts: readonly FigureCell[];
    /** Whether the same headings stand over parts that do add up to their amount. */
    readonly sure: boolean;
  }[];
}

const NOTHING: LooseMoney = { agreements: [], columns: [], rows: [] };

/** What stands over a column, or beside its figures: 到位数. */
function headingOf({ snapshot }: CheckInput, { at: cell }: FigureCell): string {
  const beside = cellAt(snapshot, { row: cell.row, column: cell.column - 1 });
  if (typeof beside.value === 'string' && figureCell(beside).state !== 'figure' && !isBlank(beside))
    return short(beside.text);
  for (let row = cell.row - 1; row >= snapshot.origin.row; row--) {
    const above = cellAt(snapshot, { row, column: cell.column });
    if (typeof above.value === 'string' && !isBlank(above)) return short(above.text);
  }
  return '';
}

const rowOf = ({ label, ...line }: BudgetLine): number =>
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
  const rows: LooseMoney['rows'][number][] = [];
  for (let column = first; column < first + columnCount; column++) {
    const cells = lines.map((line) => at(line, column));
    // 到位率 and 控制率 add up to nothing, nor does 行次: 1, 2, 3.
    if (cells.every((cell, index) => figureOf(cell)?.eq(index + 1))) continue;
    if (lines.some((line) => cellAt(snapshot, { row: rowOf(line), column }).text.includes('%'))) continue;
    if (cells.filter(isLoose).length < 2 || cells.some((cell) => cell.state === 'figure' && !isLoose(cell))) continue;
    const of = lines.map((line, index) => ({ ...line, budget: cells[index] ?? null }));
    const outcome = totalAgainstParts({ ...block, lines: of }, 'budget');
    if (outcome === null) continue;
    if (isAgreement(outcome)) agreements.push(outcome);
    else columns.push({ ...outcome, heading: headingOf(input, outcome.cell) });
  }
  const divided = AMOUNTS.flatMap(({ column: amount }) =>
    lines.flatMap((line) => {
      const whole = line[amount];
      if (whole === null || figureOf(whole) === null) return [];
      const parts: FigureCell[] = [];
      for (let column = whole.at.column + 1; column < first + columnCount; column++) {
        // 其中：中央资金 | 3000 | 地方资金 | 3500 behind it have their names between them.
        const cell = figureCell(cellAt(snapshot, { row: whole.at.row, column }));
        if (isLoose(cell)) parts.push(cell);
        else if (cell.state !== 'unreadable') break;
      }
      const headings = parts.map((part) => headingOf(input, part)).join('|');
      return parts.length < 2 ? [] : [{ line, whole, parts, headings }];
    }),
  );
  const closes = ({ whole, parts }: (typeof divided)[number]) => {
    const own = figureOf(whole);
    return own !== null && clean(sum(figuresOf(parts))).equals(clean(own));
  };
  const closed = divided.filter(closes);
  for (const { whole, parts } of closed) {
    agreements.push(agreement([whole, ...parts], () => additionText(figuresOf(parts))));
  }
  const telling = closed.filter(({ parts }) => parts.filter((part) => figureOf(part)?.isZero() === false).length > 1);
  // In another line there may be money of a source that has no column.
  const sure = (one: (typeof divided)[number]) =>
    telling.some(
      ({ line, headings }) => headings === one.headings && (line === one.line || one.headings.includes('其他')),
    );
  for (const one of closed.length > 0 ? divided.filter((each) => !closes(each)) : [])
    rows.push({ ...one, sure: sure(one) });
  return { agreements, columns, rows };
}

/** 年末结余, not 上年结余, which is a part of what there was. */
const REST = /^(?!.*(?:上年|年初|以前)).*(?:结余|结转|剩余|余额)/;
const SHARE = /率|进度|比例/;

type Kind = 'rest' | 'share';

/** A figure of no role that two others of its line leave (结余) or make (到位率) in most of the lines. */
export interface BesideMoney extends NonNullable<ReturnType<typeof reckoned>> {
  readonly kind: Kind;
  readonly line: BudgetLine;
  /** What stands over it. */
  readonly heading: string;
  /** Whether most of the lines bear it out, rather than its heading alone. */
  readonly sure: boolean;
}

const isFigure = (cell: FigureCell): boolean => cell.state === 'figure';

/** A figure as two others of its line leave or make it; `null` where one of the three is none. */
function reckoned(kind: Kind, at: FigureCell, from: readonly [FigureCell, FigureCell]) {
  const [found, one, other] = [at, ...from].map(figureOf);
  if (!found || !one || !other || (kind === 'share' && other.isZero())) return null;
  const exact = kind === 'rest' ? clean(one.minus(other)) : one.div(other);
  const slack = kind === 'rest' ? new Decimal(0) : lastPlace(at, at.text.includes('%'));
  const closes = found.equals(exact) || found.minus(exact).abs().lt(slack);
  // 0 and 100% are so whatever is taken for the two.
  const tells = closes && !found.isZero() && !(kind === 'rest' ? other : one.minus(other)).isZero();
  return {
    place: at,
    found,
    exact,
    from,
    arithmetic: `${points(one)} ${kind === 'rest' ? '−' : '÷'} ${points(other)}`,
    closes,
    tells,
  };
}

function kindOf(heading: string): Kind | null {
  if (REST.test(heading)) return 'rest';
  return SHARE.test(heading) ? 'share' : null;
}

/** 结余 of a single line, of which no other line shows what it is left of: of the budget, after what was spent. */
function restOfLine([line, ...others]: readonly BudgetLine[], at: FigureCell, heading: string): BesideMoney[] {
  const whole = line?.budget ?? line?.initial ?? null;
  if (line === undefined || others.length > 0 || whole === null || line.spent === null) return [];
  const found = reckoned('rest', at, [whole, line.spent]);
  return found === null ? [] : [{ ...found, kind: 'rest', line, heading, sure: false }];
}

/** 结余 and 到位率 beside the amounts, each with the two amounts of its line that leave or make it in most of the lines. */
export function besideMoney(input: CheckInput, { lines }: BudgetBlock): readonly BesideMoney[] {
  const { form, snapshot } = input;
  if (new Set(lines.map(rowOf)).size < lines.length) return [];
  const known = figureCells(form);
  const columns = Array.from({ length: form.area.columnCount }, (_, step) =>
    lines.map((line) => {
      const cell = cellAt(snapshot, { row: rowOf(line), column: form.area.column + step });
      return cell.text.includes('%') ? figureCell(cell, readRate) : figureCell(cell);
    }),
  );
  const amounts = columns.filter((cells) => cells.some(isFigure) && cells.every(({ text }) => !text.includes('%')));
  return columns.flatMap((cells) => {
    const [first] = cells;
    const heading = first === undefined ? '' : headingOf(input, first);
    const kind = kindOf(heading);
    if (kind === null || cells.every((cell) => !isFigure(cell) || known.has(cellKey(cell.at)))) return [];
    const ways = amounts.flatMap((whole) =>
      amounts.map((part) =>
        cells.flatMap((at, index) => {
          const [line, one, other] = [lines[index], whole[index], part[index]];
          const isApart = cells !== whole && cells !== part && whole !== part;
          if (!isApart || line === undefined || one === undefined || other === undefined) return [];
          const found = reckoned(kind, at, [one, other]);
          return found === null ? [] : [{ ...found, kind, line, heading, sure: true }];
        }),
      ),
    );
    const closing = (way: (typeof ways)[number]) => way.filter(({ closes }) => closes).length;
    const best = ways
      .filter((way) => way.some(({ tells }) => tells) && closing(way) * 2 > way.length)
      .sort((a, b) => closing(b) - closing(a))[0];
    return best ?? (kind === 'rest' && first !== undefined ? restOfLine(lines, first, heading) : []);
  });
}
