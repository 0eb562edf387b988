import { Decimal } from 'decimal.js';
import { figureOf } from '../../form/cells';
import { sum } from '../../sheet/lists';
import { once } from '../../sheet/remember';
import { cellKey, type CellRef } from '../../sheet/snapshot';
import { compact, saysPercent, short } from '../../sheet/text';
import { moneyUnitIn } from '../../words/money';
import { figureCells } from '../figures';
import type { CheckInput, Outcome } from '../finding';
import { figuresAcross } from './across';
import { addition, additionText, amountLike, clean, compared } from './say';
import { AMOUNTS } from './moneySums';
import { headingOf } from './looseMoney';

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
export const moneyDivided = once(
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
