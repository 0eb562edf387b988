import { Decimal } from 'decimal.js';
import { figureCell, figureOf, figuresOf } from '../../form/cells';
import type { BudgetBlock, BudgetLine, FigureCell } from '../../form/model';
import { formatPercent } from '../../sheet/format';
import { sum } from '../../sheet/lists';
import { cellAt, cellKey } from '../../sheet/snapshot';
import { saysPercent, short } from '../../sheet/text';
import { readRate } from '../../words/figure';
import { OF_BEFORE } from '../../words/vocabulary';
import { figureCells } from '../figures';
import type { Agreement, CheckInput, Outcome, Report, Severity, Way } from '../finding';
import { isAgreement } from '../run';
import { cellsAcross, headingOf, rowOf } from './across';
import { type AmountMismatch, AMOUNTS, totalAgainstParts } from './moneySums';
import { lastPlace } from './rows';
import { addition, additionText, agreement, amountLike, cellsOf, clean, compared, points } from './say';

/** Figures of a table of money in columns of which no heading says what they are, against the sums in which they stand. */
export interface LooseMoney {
  readonly agreements: readonly Agreement[];
  /** A column whose parts are not its total, with the heading over it. */
  readonly columns: readonly (AmountMismatch & { readonly heading: string })[];
  /** Amounts that are not the sum of what stands behind them, as others are. */
  readonly rows: readonly Report[];
}

const NOTHING: LooseMoney = { agreements: [], columns: [], rows: [] };

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

/** 年末结余, not 上年结余, which is a part of what there was. */
const REST = new RegExp(`^(?!.*(?:${OF_BEFORE})).*(?:结余|结转|剩余|余额)`);
const SHARE = /率|进度|比例/;

type Kind = 'rest' | 'share';

/** A figure of no role that two others of its line leave (结余) or make (到位率) in most of the lines. */
interface BesideMoney extends NonNullable<ReturnType<typeof reckoned>> {
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
  const slack = kind === 'rest' ? new Decimal(0) : lastPlace(at, saysPercent(at.text));
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

/** 结余 of a single line, of which no other line shows what it is left of: of whatever leaves it, else of the budget, after what was spent. */
function restOfLine(
  [line, ...others]: readonly BudgetLine[],
  at: FigureCell,
  heading: string,
  amounts: readonly FigureCell[],
): BesideMoney[] {
  const whole = line?.budget ?? line?.initial ?? null;
  const spent = line?.spent ?? null;
  if (line === undefined || others.length > 0 || whole === null || spent === null) return [];
  const apart = amounts.filter((cell) => ![at, spent].some((one) => cellKey(one.at) === cellKey(cell.at)));
  const ways = [whole, ...apart].flatMap((one) => reckoned('rest', at, [one, spent]) ?? []);
  const found = ways.find(({ closes }) => closes) ?? ways[0];
  return found === undefined ? [] : [{ ...found, kind: 'rest', line, heading, sure: false }];
}

/** 结余 and 到位率 beside the amounts of a block, each with the two amounts of its line that leave or make it in most of the lines. */
function foundBeside(input: CheckInput, { lines }: BudgetBlock): readonly BesideMoney[] {
  const { form } = input;
  if (new Set(lines.map(rowOf)).size < lines.length) return [];
  const known = figureCells(form);
  const rows = lines.map((line) =>
    cellsAcross(input, rowOf(line)).map((cell) =>
      saysPercent(cell.text) ? figureCell(cell, readRate) : figureCell(cell),
    ),
  );
  const columns = Array.from({ length: form.area.columnCount }, (_, at) => rows.flatMap((row) => row[at] ?? []));
  const amounts = columns.filter((cells) => cells.some(isFigure) && cells.every(({ text }) => !saysPercent(text)));
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
    // 到位率 of 实际到位 is so by its name, though all of it is 100%.
    const stem = /(..)率/.exec(heading)?.[1] ?? heading;
    const isNamed = ([one]: (typeof ways)[number]) => one !== undefined && headingOf(input, one.from[0]).includes(stem);
    const closing = (way: (typeof ways)[number]) => way.filter(({ closes }) => closes).length;
    const best = ways
      .filter((way) => (isNamed(way) || way.some(({ tells }) => tells)) && closing(way) * 2 > way.length)
      .sort((a, b) => closing(b) - closing(a))[0];
    if (best !== undefined || kind !== 'rest' || first === undefined) return best ?? [];
    return restOfLine(lines, first, heading, amounts.flat());
  });
}

/** Those against the two amounts that leave or make them; `severity` for the first of a line that is sure. */
export function besideMoney(input: CheckInput, block: BudgetBlock, severity: Severity): readonly Outcome[] {
  const found = foundBeside(input, block);
  return found.map((one, at) => {
    // One wrong amount puts 结余 and 到位率 of its line out.
    const again = found.slice(0, at).some(({ line, closes }) => line === one.line && !closes);
    return outcomeOf(one, one.sure && !again ? severity : 'info');
  });
}

function outcomeOf(one: BesideMoney, severity: Severity): Outcome {
  const { kind, line, heading, closes, exact, place, found, from, arithmetic } = one;
  const shown = (figure: Decimal) => (kind === 'rest' ? amountLike(figure, place) : formatPercent(figure));
  const [is, expected] = [shown(found), shown(exact)];
  const right = `${arithmetic} = ${expected}`;
  const [whole, part] = [figureOf(from[0]), figureOf(from[1])];
  // Or one of the two amounts is wrong.
  const ways: Way[] = [
    [from[0], part && (kind === 'rest' ? found.plus(part) : found.times(part))] as const,
    [from[1], kind === 'rest' ? (whole?.minus(found) ?? null) : null] as const,
  ].flatMap(([cell, value]) => (value ? [[[cell.at, value]]] : []));
  const data = { name: short(line.label.value), heading, right, found: is };
  const grounds = { arithmetic: `${right}，表内 ${is}`, expected, found: is };
  return compared(closes, place, from, { message: 'reckoned', severity, data, ways, ...grounds }, arithmetic);
}
