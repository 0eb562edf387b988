import type { Decimal } from 'decimal.js';
import { figureOf, figuresOf } from '../../form/cells';
import type { BudgetLine, FigureCell } from '../../form/model';
import { sum } from '../../sheet/lists';
import { cellKey } from '../../sheet/snapshot';
import { short, saysPercent } from '../../sheet/text';
import { figureCells } from '../figures';
import type { CheckInput, Outcome } from '../finding';
import { addition, additionText, agreement, amountLike, clean, compared } from './say';
import { AMOUNTS } from './moneySums';
import { figuresAcross } from './across';
import { headingOf, rowOf } from './looseMoney';
import { moneyDivided } from './moneyInLabels';
import { FORMER_YEAR } from '../../words/vocabulary';

/** What a department spends is one or the other. */
const KINDS = [/基本支出/, /项目支出/];
/** Amounts of another year, or of what is left. */
const NOT_SPENT = new RegExp(`${FORMER_YEAR}|结转|结余`);

/**
 * Amounts outside the lines of money that stand in one row: with the year's whole as their sum, as 基本支出总额 | 218 |
 * 项目支出总额 | 96 above its table and the sources beside 合计 have, or with that of the others as the first, before 其中.
 */
export function* moneyInRow(input: CheckInput): Iterable<Outcome> {
  const { form } = input;
  const whole = form.budget?.lines.find(({ role }) => role === 'total');
  const apart = moneyDivided(input).divisions.flatMap(({ amounts }) => amounts.map(({ at }) => cellKey(at)));
  const known = new Set([...figureCells(form).keys(), ...apart]);
  const end = form.indicators[0]?.row ?? form.area.row;
  const divided: Divided[] = [];
  for (let row = form.area.row; row < end; row++) {
    const cells = figuresAcross(input, row).filter(
      ({ state, at, text }) => state === 'figure' && !known.has(cellKey(at)) && !saysPercent(text),
    );
    const labels = cells.map((cell) => headingOf(input, cell));
    const [first, ...parts] = cells;
    if (first === undefined) continue;
    const isWhole = parts.length > 1 && labels[1]?.startsWith('其中') === true;
    if (isWhole) divided.push({ first, parts, labels });
    else if (whole !== undefined && (parts.length > 0 || row === rowOf(whole))) yield* ofYear(whole, cells, labels);
  }
  yield* divided.flatMap((one) => ofFirst(one, divided) ?? []);
}

/** An amount with those behind 其中 in its row, and what they are called. */
interface Divided {
  readonly first: FigureCell;
  readonly parts: readonly FigureCell[];
  readonly labels: readonly string[];
}

const addedIn = ({ parts }: Divided): Decimal => clean(sum(figuresOf(parts)));

/** 其中 may name some parts only, unless the same parts make the amount of another row. */
function ofFirst(one: Divided, all: readonly Divided[]): Outcome | null {
  const { first, parts, labels } = one;
  const [figures, added] = [figuresOf(parts), addedIn(one)];
  const isClosed = all.some(
    (other) => other.labels.slice(1).join() === labels.slice(1).join() && figureOf(other.first)?.eq(addedIn(other)),
  );
  if (!isClosed && figureOf(first)?.gt(added) === true) return null;
  const [found, expected] = [first.text, amountLike(added, first)];
  const data = { name: short(labels[0] ?? ''), found, expected };
  const differs = { message: 'line', severity: 'info', data, arithmetic: addition(figures), expected, found } as const;
  return compared(figureOf(first)?.eq(added) === true, first, parts, differs, additionText(figures));
}

function* ofYear(whole: BudgetLine, cells: readonly FigureCell[], labels: readonly string[]): Iterable<Outcome> {
  const amounts = AMOUNTS.flatMap(({ column }) => whole[column] ?? []);
  const figures = figuresOf(cells);
  const added = clean(sum(figures));
  const own = amounts.find((one) => figureOf(one)?.eq(added));
  const [cell, ...others] = cells;
  if (own !== undefined) yield agreement([own, ...cells], () => additionText(figures));
  if (own !== undefined || cell === undefined || cells.length !== KINDS.length) return;
  if (!KINDS.every((kind) => labels.some((label) => kind.test(label) && !NOT_SPENT.test(label)))) return;
  const [found, expected] = [amountLike(added, cell), amounts.map(({ text }) => text).join('、')];
  const data = { name: short(whole.label.value), found, expected };
  const differs = { message: 'kinds', severity: 'info', data, arithmetic: addition(figures), expected, found } as const;
  yield compared(false, cell, [...others, ...amounts], differs);
}
