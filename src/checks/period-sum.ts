import { Decimal } from 'decimal.js';
import { figureOf, figuresOf, numberOf } from '../form/cells';
import type { Indicator } from '../form/model';
import { addition, compared, nameOf, points, textOf } from './common/say';
import { allReckoned } from './common/rows';
import type { Check, Outcome } from './finding';
import { countedAlike, isCount } from '../words/unitKinds';
import { isRounded } from '../words/written';
import { sum } from '../sheet/lists';
import { compact } from '../sheet/text';

const OF_TIME = /[季月期年]/;

const unitOf = (text: string) => compact(text).replace(/[0-9.,]/g, '');

type Year = ReturnType<typeof yearOf>[number];

/** What the parts of a year add up to beside what was reached in the whole of it, in the unit of its actual value: 10,000 for 万人. */
function yearOf(indicator: Indicator) {
  const { actual } = indicator;
  const cells = allReckoned(indicator, 'period');
  const value = actual?.value;
  if (cells.length < 2 || actual === null || value?.kind !== 'number' || value.unit === '%') return [];
  // 6万人 and 5万人 beside 110000人.
  const own = unitOf(actual.text);
  if (cells.some(({ text }) => !['', own].includes(unitOf(text)))) return [];
  const figures = figuresOf(cells);
  const scale = value.scale ?? new Decimal(1);
  const whole = value.value.div(scale);
  const total = sum(figures);
  return [
    { indicator, actual, cells, figures, total, whole, scale, unit: value.unit, between: between(figures, whole) },
  ];
}

/**
 * Where the figure of a year lies among those of its parts: of 98.6 after 98, 99 and 98.7, which may be a mean or the
 * count at its end, whatever its unit. What is more than twice as much is no part of such a mean.
 */
function between(figures: readonly Decimal[], whole: Decimal): 'mean' | 'near' | 'far' | null {
  const [least, most] = [Decimal.min(whole, ...figures), Decimal.max(whole, ...figures)];
  if (whole.isZero() || figures.every((one) => one.gt(whole)) || figures.every((one) => one.lt(whole))) return null;
  const step = new Decimal(`1e-${whole.decimalPlaces()}`);
  if (isRounded(whole, step, sum(figures).div(figures.length))) return 'mean';
  return most.gte(whole.times(2)) || least.times(2).lte(whole) ? 'far' : 'near';
}

/** 98.5% as its cell shows it. */
const PERCENT = /^([0-9]+(?:\.[0-9]+)?)[%％]$/;

/** The rate of a year lies between those of its parts; others may be counted anew at its end. */
function ofRates(indicator: Indicator): Outcome | null {
  const [{ actual }, cells] = [indicator, allReckoned(indicator, 'period')];
  const [value, texts] = [numberOf(actual), cells.flatMap(({ text }) => PERCENT.exec(compact(text))?.[1] ?? [])];
  if (actual === null || value?.unit !== '%' || texts.length < Math.max(2, cells.length)) return null;
  const rates = texts.map((rate) => new Decimal(rate));
  const [least, most] = [Decimal.min(...rates), Decimal.max(...rates)];
  const [found, range] = [textOf(actual), `${points(least)}%～${points(most)}%`];
  const data = { name: nameOf(indicator), actual: found, range };
  const differs = { message: 'outside', severity: 'info', data, found } as const;
  // 25%, 25%, 25% and 23% of the year's work are 98% of it.
  const holds = (value.value.gte(least) && value.value.lte(most)) || sum(rates).equals(value.value);
  const arithmetic = `${points(least)} ≤ ${points(value.value)} ≤ ${points(most)}`;
  return compared(holds, actual, cells, differs, arithmetic);
}

/** From here up what was reached is near to the sum. */
const NEAR = 0.8;

/** Whether the same may have been counted in several parts: 52 households after 50 and 48. */
const mayOverlap = ({ figures, total, whole }: Year): boolean =>
  whole.lt(total.times(NEAR)) && figures.every((one) => one.lte(whole));

export const periodSum: Check = {
  id: 'period-sum',
  mends: 'row',
  title: '各期完成值之和等于全年完成值',
  severity: 'warning',
  explain:
    '各季度、各县区的完成值在别的行里相加为全年完成值的，这一行也应如此；最后一期等于全年的，当是累计数，不作比较；全年比各期之和少得多、又不少于任何一期的，可能各期有重复，只作提示。全年的率应在各期的率之间，不在的请人核对。',
  messages: {
    differs: {
      title: '“{name}”{parts}完成值与全年不符',
      message: '“{name}”全年完成值{actual}，{parts}之和为 {exact}，请核对。',
    },
    outside: {
      title: '“{name}”全年的率不在各期之间',
      message: '“{name}”全年完成值{actual}，各期为{range}，请核对。',
    },
  },
  *run({ form }) {
    yield* form.indicators.map(ofRates);
    const ofTime = new Set(
      form.headers.flatMap(({ columns }) =>
        columns.flatMap(({ heading }) => (OF_TIME.test(heading.value) ? [heading.at.column] : [])),
      ),
    );
    const rows = form.indicators.flatMap(yearOf);
    const adds = ({ total, whole }: Year) => total.equals(whole);
    const known = rows.filter((row) => adds(row) && !row.whole.isZero());
    for (const row of rows) {
      const { indicator, actual, cells, figures, total, whole, scale } = row;
      const isAlike = known.some(({ unit }) => countedAlike(unit, row.unit));
      if (!adds(row) && (row.between === 'mean' || (row.between !== null && !isAlike && !isCount(row.unit)))) continue;
      const arithmetic = addition(figures);
      const cumulative = figureOf(cells.at(-1))?.equals(whole) === true;
      if (!adds(row) && (known.length === 0 || cumulative)) continue;
      const [expected, found] = [points(total), textOf(actual)];
      const parts = cells.every(({ at }) => ofTime.has(at.column)) ? '各期' : '各处';
      const data = { name: nameOf(indicator), actual: found, parts, exact: expected };
      const ways = [[[actual.at, total.times(scale)] as const]];
      // What is counted in the unit of a row that adds up does so too.
      const isOpen = row.between !== null && (row.between === 'near' || !isAlike);
      const severity = mayOverlap(row) || isOpen ? ({ severity: 'info' } as const) : {};
      const differs = { message: 'differs', ...severity, data, arithmetic, expected, found, ways };
      yield compared(adds(row), actual, cells, differs, arithmetic);
    }
  },
};
