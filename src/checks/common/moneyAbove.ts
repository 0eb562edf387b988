import { Decimal } from 'decimal.js';
import { figureOf, figuresOf } from '../../form/cells';
import type { BudgetLine, FigureCell } from '../../form/model';
import { countsRow } from '../../form/rowMarks';
import { sum } from '../../sheet/lists';
import { once } from '../../sheet/remember';
import { cellKey, type CellRef } from '../../sheet/snapshot';
import { compact, saysPercent, short } from '../../sheet/text';
import { moneyUnitIn } from '../../words/money';
import { FORMER_YEAR } from '../../words/vocabulary';
import { figureCells } from '../figures';
import type { CheckInput, Outcome } from '../finding';
import { figuresAcross, headingOf, rowOf } from './across';
import { AMOUNTS } from './moneySums';
import { addition, additionText, agreement, amountLike, clean, compared } from './say';

/** 其中：一般公共预算：2405.61万元 */
const LABELLED = /^(?:其中:)?([^0-9:]{2,16}):([0-9][0-9,]*(?:\.[0-9]+)?)(万元|元)?$/;
const amountIn = (text: string): Decimal => new Decimal(text.replace(/[^0-9.]/g, '') || 0);
/** What the amounts below or behind it divide: 按收入性质分：2588.73. */
const DIVIDING = /^按照?[^0-9:]{2,8}分(?=:|$)/;
const WHOLE = /(?:总额|合计|总计):?$/;

interface Told {
  readonly at: CellRef;
  readonly label: string;
  readonly value: Decimal;
  readonly text: string;
}

interface Division {
  readonly heading: string;
  readonly column: number;
  readonly amounts: Told[];
  /** The last row in which something of it stands. */
  last: number;
}

/** The amounts of a row that stand behind their labels, in one cell with them or in one of their own. */
function amountsOf(input: CheckInput, row: number, known: ReadonlyMap<number, unknown>): Told[] {
  const { form } = input;
  const cells = figuresAcross(input, row);
  return cells.flatMap((cell, index): Told[] => {
    const { at, text, value, state } = cell;
    // 60 | 55 below 预算数 and 执行数 are two amounts of one part: the second has no label.
    const isSecond = cells[index - 1]?.state === 'figure';
    if (state === 'figure' && value !== null)
      return known.has(cellKey(at)) || saysPercent(text) || isSecond
        ? []
        : [{ at, label: compact(headingOf(input, cell)), value, text }];
    const lines = text.split('\n').map(compact);
    return lines.flatMap((line): Told[] => {
      const [, label, figure, unit] = DIVIDING.test(line) ? [] : (LABELLED.exec(line) ?? []);
      const isOther = unit !== undefined && form.budget?.moneyUnit?.eq(moneyUnitIn(unit) ?? 0) !== true;
      return label === undefined || figure === undefined || isOther
        ? []
        : [{ at, label, value: amountIn(figure), text: figure }];
    });
  });
}

/** The amounts above the table that stand below 按收入性质分 and 按支出性质分, and those that call themselves the whole. */
const moneyDivided = once(
  (input: CheckInput): { readonly divisions: readonly Division[]; readonly wholes: readonly Told[] } => {
    const { form } = input;
    const known = figureCells(form);
    const end = form.indicators[0]?.row ?? form.area.row;
    const divisions: Division[] = [];
    const wholes: Told[] = [];
    for (let row = form.area.row; row < end; row++) {
      // The last one that began there: 按支出性质分 right below 按收入性质分 ends it.
      const over = (column: number) =>
        divisions
          .filter((one) => one.column <= column && one.last >= row - 1)
          .reverse()
          .sort((a, b) => b.column - a.column)[0];
      for (const { at, text } of figuresAcross(input, row)) {
        const heading = compact(text.split('\n')[0] ?? '');
        if (DIVIDING.test(heading)) divisions.push({ heading, column: at.column, amounts: [], last: row });
        else if (compact(text).endsWith(':')) Object.assign(over(at.column) ?? {}, { last: row });
      }
      for (const one of amountsOf(input, row, known)) {
        const division = over(one.at.column);
        if (division === undefined && WHOLE.test(one.label)) wholes.push(one);
        if (division === undefined || DIVIDING.test(one.label) || WHOLE.test(one.label)) continue;
        division.amounts.push(one);
        division.last = row;
      }
    }
    return { divisions, wholes };
  },
);

/**
 * 按收入性质分 and 按支出性质分 with the amounts behind their labels, each against the year's whole: what was to be spent, or
 * what was.
 */
export function* moneyInLabels(input: CheckInput): Iterable<Outcome> {
  const { divisions, wholes: told } = moneyDivided(input);
  const line = input.form.budget?.lines.find(({ role }) => role === 'total');
  const amounts = AMOUNTS.flatMap(({ column }) => line?.[column] ?? []).flatMap((cell) => {
    const value = figureOf(cell);
    return value === null ? [] : [{ at: cell.at, label: line?.label.value ?? '', value, text: cell.text }];
  });
  const wholes = amounts.length > 0 ? amounts : told;
  const [like] = wholes;
  if (like === undefined) return;
  for (const { heading, amounts: parts } of divisions) {
    const [first, ...others] = parts;
    if (first === undefined || others.length === 0) continue;
    const values = parts.map(({ value }) => value);
    const added = clean(sum(values));
    const own = wholes.filter(({ value }) => value.eq(added));
    const [group = '', stated = ''] = heading.split(':');
    const isOwn = !/[0-9]/.test(stated) || added.eq(amountIn(stated));
    const found = amountLike(added, like);
    const expected = isOwn ? [...new Set(wholes.map(({ text }) => text))].join('、') : stated;
    const data = { group, name: isOwn ? short(like.label.replace(/:$/, '')) : group, found, expected };
    const arithmetic = addition(values);
    const differs = { message: 'labels', severity: 'info', data, arithmetic, expected, found } as const;
    const places = [...others, ...(own.length > 0 ? own : wholes)];
    yield compared(isOwn && own.length > 0, first, places, differs, additionText(values));
  }
}

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
    const cells = unnumbered(input, row).filter(
      ({ state, at, text }) => state === 'figure' && !known.has(cellKey(at)) && !saysPercent(text),
    );
    const labels = cells.map((cell) => headingOf(input, cell));
    const [first, ...parts] = cells;
    if (first === undefined) continue;
    const isWhole = parts.length > 1 && labels[1]?.startsWith('其中') === true;
    if (isWhole) divided.push(dividedBy(first, parts, labels));
    else if (whole !== undefined && (parts.length > 0 || row === rowOf(whole))) yield* ofYear(whole, cells, labels);
  }
  yield* divided.flatMap((one) => ofFirst(one, divided) ?? []);
}

/** What stands in a row, without the number that counts it before its name: 1 | 任务名称. */
function unnumbered(input: CheckInput, row: number): FigureCell[] {
  const cells = figuresAcross(input, row).filter(({ state }) => state !== 'blank');
  const [first, second] = cells;
  return first !== undefined && second?.state === 'unreadable' && countsRow(first) ? cells.slice(1) : cells;
}

type Divided = ReturnType<typeof dividedBy>;

/** An amount with those behind 其中 in its row, and what they are called. */
function dividedBy(first: FigureCell, parts: readonly FigureCell[], [name = '', ...called]: readonly string[]) {
  const figures = figuresOf(parts);
  const added = clean(sum(figures));
  return { first, parts, name, called: called.join(), figures, added, closes: figureOf(first)?.eq(added) === true };
}

/** 其中 may name some parts only, unless the same parts make the amount of another row. */
function ofFirst(one: Divided, all: readonly Divided[]): Outcome | null {
  const { first, parts, figures, added, closes } = one;
  const isClosed = all.some((other) => other.called === one.called && other.closes);
  if (!isClosed && figureOf(first)?.gt(added) === true) return null;
  const [found, expected] = [first.text, amountLike(added, first)];
  const data = { name: short(one.name), found, expected };
  const differs = { message: 'line', severity: 'info', data, arithmetic: addition(figures), expected, found } as const;
  return compared(closes, first, parts, differs, additionText(figures));
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
