import { Decimal } from 'decimal.js';
import { figureCell, figureOf, figuresOf, withFigure } from '../../form/cells';
import type { BudgetBlock, BudgetLine, FigureCell } from '../../form/model';
import { changeIn } from '../../form/budgetWords';
import { formatPercent } from '../../sheet/format';
import { sum } from '../../sheet/lists';
import { cellAt, cellKey } from '../../sheet/snapshot';
import { saysPercent, short } from '../../sheet/text';
import { readRate } from '../../words/figure';
import { OF_BEFORE } from '../../words/vocabulary';
import { figureCells } from '../figures';
import type { CheckInput, Outcome, Report, Severity, Way } from '../finding';
import { isAgreement } from '../run';
import { figuresAcross, headingOf, rowOf } from './across';
import { type AmountMismatch, AMOUNTS, totalAgainstParts } from './moneySums';
import { lastPlace } from './rows';
import { addition, additionText, amountLike, clean, compared, points } from './say';

/**
 * Figures of a table of money in columns of which no heading says what they are, against the amounts that leave or make
 * them (结余, 到位率) and the sums in which they stand: 到位数, or the parts of each amount in its own line.
 *
 * @param offIn what is said of a column whose parts are not its total, with what stands over it.
 */
export function* looseMoney(
  input: CheckInput,
  block: BudgetBlock,
  severity: Severity,
  offIn: (column: AmountMismatch, heading: string) => Report,
): Iterable<Outcome> {
  const { lines } = block;
  // Where the lines stand side by side, a column is one of them.
  if (new Set(lines.map(rowOf)).size < lines.length) return;
  const known = figureCells(input.form);
  const isLoose = (cell: FigureCell) => cell.state === 'figure' && !known.has(cellKey(cell.at));
  const rows = lines.map((line) => figuresAcross(input, rowOf(line)));
  const columns = (rows[0] ?? []).map((_, at) => rows.flatMap((row) => row[at] ?? []));
  const sums = columns.flatMap((cells) => {
    // 到位率 and 控制率 add up to nothing, nor does 行次: 1, 2, 3.
    if (cells.every((cell, at) => figureOf(cell)?.eq(at + 1)) || cells.some(({ text }) => saysPercent(text))) return [];
    if (cells.filter(isLoose).length < 2 || cells.some((cell) => isFigure(cell) && !isLoose(cell))) return [];
    const of = lines.map((line, at) => ({ ...line, budget: cells[at] ?? null }));
    return totalAgainstParts({ ...block, lines: of }, 'budget') ?? [];
  });
  yield* sums.filter(isAgreement);
  const beside = besideMoney(severity, foundBeside(input, lines, columns, isLoose));
  yield* beside;
  const told = new Set(beside.flatMap((one) => (isAgreement(one) ? [] : [cellKey(one.cell)])));
  for (const one of sums) {
    // A question, since nobody knows what is to be added in a column without a role.
    if (!isAgreement(one) && ![one.cell, ...one.related].some(({ at }) => told.has(cellKey(at))))
      yield offIn(one, headingOf(input, one.cell));
  }
  yield* addedAcross(input, lines, isLoose);
}

/** Amounts and the figures that stand behind them, or ahead of them as in 基本支出 | 项目支出 | 合计, where some add up. */
function* addedAcross(
  input: CheckInput,
  lines: readonly BudgetLine[],
  isLoose: (cell: FigureCell) => boolean,
): Iterable<Outcome> {
  const sides = [false, true].map((isAhead) =>
    AMOUNTS.flatMap(({ column }) =>
      lines.flatMap((line) => {
        const whole = withFigure(line[column]);
        if (whole === null) return [];
        const cells = figuresAcross(input, whole.at.row);
        const at = cells.findIndex((cell) => cell.at.column === whole.at.column);
        const beside = isAhead ? cells.slice(0, at).reverse() : cells.slice(at + 1);
        // 其中：中央资金 | 3000 | 地方资金 | 3500 behind it have their names between them.
        const end = beside.findIndex((cell) => !isLoose(cell) && cell.state !== 'unreadable');
        const parts = beside.slice(0, end < 0 ? beside.length : end).filter(isLoose);
        const [figures, headings] = [figuresOf(parts), parts.map((part) => headingOf(input, part)).join('|')];
        const closes = clean(sum(figures)).equals(clean(whole.value));
        return parts.length < 2 ? [] : [{ line, whole, own: whole.value, parts, figures, headings, closes }];
      }),
    ),
  );
  const closing = (side: readonly { readonly closes: boolean }[]) => side.filter(({ closes }) => closes).length;
  const [divided = []] = sides.sort((one, other) => closing(other) - closing(one));
  const telling = divided.filter(
    ({ closes, figures }) => closes && figures.filter((figure) => !figure.isZero()).length > 1,
  );
  for (const { line, whole, own, parts, figures, headings, closes } of closing(divided) > 0 ? divided : []) {
    // In another line there may be money of a source that has no column.
    const isSure = telling.some((one) => one.headings === headings && (one.line === line || headings.includes('其他')));
    const [found, expected] = [amountLike(own, whole), amountLike(sum(figures), whole)];
    const data = { name: short(line.label.value), found, expected };
    const grounds = { arithmetic: `${addition(figures)}，表内 ${found}`, expected, found };
    const differs = { message: 'line', ...(!isSure && { severity: 'info' as const }), data, ...grounds };
    yield compared(closes, whole, parts, differs, () => additionText(figures));
  }
}

/** 年末结余, not 上年结余, which is a part of what there was. */
const REST = new RegExp(`^(?!.*(?:${OF_BEFORE})).*(?:结余|结转|剩余|余额)`);
const SHARE = /率|进度|比例/;

type Kind = 'rest' | 'share';

const isFigure = (cell: FigureCell): boolean => cell.state === 'figure';

/** What a figure of no role is of: the line, and what stands over it; `sure` where most lines bear it out, not its heading alone. */
interface Told {
  readonly kind: Kind;
  readonly line: BudgetLine;
  readonly heading: string;
  readonly sure: boolean;
}

type BesideMoney = NonNullable<ReturnType<typeof reckoned>>;

/** A figure as two others of its line leave (结余) or make it (到位率); `null` where one of the three is none. */
function reckoned(told: Told, place: FigureCell, from: readonly [FigureCell, FigureCell]) {
  const isRest = told.kind === 'rest';
  const [found, one, other] = [place, ...from].map(figureOf);
  if (!found || !one || !other || (!isRest && other.isZero())) return null;
  const exact = isRest ? clean(one.minus(other)) : one.div(other);
  const slack = isRest ? new Decimal(0) : lastPlace(place, saysPercent(place.text));
  const closes = found.equals(exact) || found.minus(exact).abs().lt(slack);
  // 0 and 100% are so whatever is taken for the two.
  const tells = closes && !found.isZero() && !(isRest ? other : one.minus(other)).isZero();
  const arithmetic = `${points(one)} ${isRest ? '−' : '÷'} ${points(other)}`;
  return { ...told, place, found, exact, from, arithmetic, closes, tells };
}

function kindOf(heading: string): Kind | null {
  // 年度预算调整 is what the budget after it has more than 年初预算.
  if (REST.test(heading) || changeIn(heading) !== null) return 'rest';
  return SHARE.test(heading) ? 'share' : null;
}

/** 结余 of a single line, of which no other line shows what it is left of: of whatever leaves it, else of the budget, after what was spent. */
function restOfLine(
  [line, ...others]: readonly BudgetLine[],
  at: FigureCell,
  heading: string,
  amounts: readonly FigureCell[],
): BesideMoney | undefined {
  const whole = line?.budget ?? line?.initial ?? null;
  const spent = line?.spent ?? null;
  if (line === undefined || others.length > 0 || whole === null || spent === null) return undefined;
  const apart = amounts.filter((cell) => ![at, spent].some((one) => cellKey(one.at) === cellKey(cell.at)));
  const told = { kind: 'rest', line, heading, sure: false } as const;
  const ways = [whole, ...apart].flatMap((one) => reckoned(told, at, [one, spent]) ?? []);
  return ways.find(({ closes }) => closes) ?? ways[0];
}

/** 结余 and 到位率 beside the amounts of a block, each with the two amounts of its line that leave or make it in most of the lines. */
function foundBeside(
  input: CheckInput,
  lines: readonly BudgetLine[],
  columns: readonly (readonly FigureCell[])[],
  isLoose: (cell: FigureCell) => boolean,
): readonly BesideMoney[] {
  const amounts = columns.filter((cells) => cells.some(isFigure) && cells.every(({ text }) => !saysPercent(text)));
  return columns.flatMap((column) => {
    const [first] = column;
    const heading = first === undefined ? '' : headingOf(input, first);
    const kind = kindOf(heading);
    if (kind === null || !column.some(isLoose)) return [];
    const cells = column.map((cell) =>
      saysPercent(cell.text) ? figureCell(cellAt(input.snapshot, cell.at), readRate) : cell,
    );
    const ways = amounts.flatMap((whole) =>
      amounts.map((part) =>
        cells.flatMap((at, index) => {
          const [line, one, other] = [lines[index], whole[index], part[index]];
          const isApart = column !== whole && column !== part && whole !== part;
          if (!isApart || line === undefined || one === undefined || other === undefined) return [];
          return reckoned({ kind, line, heading, sure: true }, at, [one, other]) ?? [];
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
    if (best !== undefined || !REST.test(heading) || first === undefined) return best ?? [];
    return restOfLine(lines, first, heading, amounts.flat()) ?? [];
  });
}

/** Those against the two amounts that leave or make them; `severity` for the first of a line that is sure. */
function besideMoney(severity: Severity, found: readonly BesideMoney[]): readonly Outcome[] {
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
