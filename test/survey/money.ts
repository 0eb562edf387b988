import type { TestCell } from '../support/sheet';
import { type Draw, round2 } from './draw';
import { type Money, type MoneyLine, rateOf } from './facts';
import type { Layout } from './layout';
import { figure } from './notation';
import type { Paper } from './paper';
import { MONEY_HEADINGS } from './words';

type MoneyField = 'carried' | 'initial' | 'budget' | 'spent' | 'weight' | 'rate' | 'score' | 'evidence';

interface Style {
  word(role: keyof typeof MONEY_HEADINGS): string;
  readonly unitInCell: boolean;
  readonly rates: 'text' | 'displayed' | 'hundred' | 'rounded' | 'fraction';
  /** Amounts stand in yuan with thousands. */
  readonly yuan: boolean;
  /** What stands where no money was planned. */
  readonly zero: TestCell;
}

function styleOf(draw: Draw): Style {
  return {
    word: (role) => draw.word(`heading money ${role}`, MONEY_HEADINGS[role]),
    unitInCell: draw.pick('money unit', { heading: 5, cell: 1 }) === 'cell',
    rates: draw.pick('money rates', { text: 5, displayed: 2, hundred: 1, rounded: 1, fraction: 1 }),
    yuan: draw.pick('money in', { 万元: 4, 元: 1 }) === '元',
    zero: { zero: 0, stroke: '/', blank: null }[draw.pick('money zeros', { zero: 3, stroke: 1, blank: 1 })],
  };
}

function amount({ unitInCell, yuan, zero }: Style, value: number): TestCell {
  if (value === 0) return zero;
  if (unitInCell) return `${value}万元`;
  const whole = Math.round(value * 10000);
  return yuan ? { value: whole, text: whole.toLocaleString('en-US', { minimumFractionDigits: 2 }) } : value;
}

/** 万元 or 元 behind a heading, where no cell gives it. */
const unitOf = ({ unitInCell, yuan }: Style): string => (unitInCell ? '' : yuan ? '（元）' : '（万元）');

function rate({ rates, zero }: Style, line: Pick<MoneyLine, 'budget' | 'spent'>): TestCell {
  if (line.budget === 0) return zero === 0 && rates === 'text' ? '0%' : zero;
  const percent = round2(rateOf(line) * 100);
  if (rates === 'hundred') return percent;
  if (rates === 'fraction') return { value: rateOf(line), text: rateOf(line).toFixed(4) };
  if (rates === 'displayed') return { value: rateOf(line), text: `${percent.toFixed(2)}%` };
  return rates === 'rounded' ? `${Math.round(rateOf(line) * 1000) / 10}%` : `${percent.toFixed(2)}%`;
}

/** What of a line was there from the year before. */
const carriedOf = ({ initial, budget }: MoneyLine): number => round2(Math.min(initial, budget) / 4);

/** Lines of money one below the other: a column each for budget, spent, rate. */
function printRows(draw: Draw, paper: Paper, money: Money, layout: Layout, style: Style): void {
  const scored = money.weight > 0;
  const inHeading = scored && draw.pick('money weight', { column: 3, heading: 1, 'score heading': 1 });
  // 上年结转 beside 当年安排 instead of the whole year's budget.
  const carried = draw.pick('money carried over', { no: 6, yes: 1 }) === 'yes';
  const fields: MoneyField[] = [
    ...(draw.pick('money initial', { yes: 1, no: 1 }) === 'yes' ? (['initial'] as const) : []),
    ...(carried ? (['carried'] as const) : []),
    'budget',
    'spent',
    ...(inHeading === 'column' ? (['weight'] as const) : []),
    'rate',
    ...(scored ? (['score'] as const) : []),
    ...(draw.pick('money evidence', { no: 2, yes: 1 }) === 'yes' ? (['evidence'] as const) : []),
  ];
  const unit = unitOf(style);
  const heading = `${draw.word('heading money', ['项目资金', '预算执行情况', '资金情况', '资金投入和使用情况', '部门整体支出规模'])}${unit}${inHeading === 'heading' ? `（${money.weight}分）` : ''}`;
  const words = (field: MoneyField): string => {
    if (field === 'carried')
      return draw.word('heading money carried', ['上年结转', '上年结转数', '上年结转资金', '年初结转结余']);
    if (field === 'budget' && carried)
      return draw.word('heading money year', ['当年安排数', '当年预算数', '本年预算安排', '当年预算']);
    return field === 'score' && inHeading === 'score heading' ? `得分（${money.weight}分×执行率）` : style.word(field);
  };
  const top = paper.line([heading, null, ...fields.map(words)]);
  const wholeLast = money.hasTotal && draw.pick('money total', { first: 5, last: 1 }) === 'last';
  const lines = money.lines.map((line, index) => ({ line, index }));
  if (wholeLast) lines.push(...lines.splice(0, 1));
  lines.forEach(({ line, index }) => {
    const row = paper.line([]);
    const whole = index === 0 && money.hasTotal;
    const cells: Readonly<Record<MoneyField, () => TestCell>> = {
      initial: () => amount(style, line.initial),
      carried: () => amount(style, carriedOf(line)),
      budget: () => amount(style, carried ? round2(line.budget - carriedOf(line)) : line.budget),
      spent: () => amount(style, line.spent),
      rate: () => rate(style, line),
      weight: () => (whole ? figure(layout, money.weight) : '—'),
      score: () => (whole ? figure(layout, money.score) : '—'),
      evidence: () => (whole ? money.cause : null),
    };
    paper.put(
      row,
      1,
      whole ? style.word('total') : wholeLast ? line.label.replace('其中：', '') : line.label,
      `money.${index}.label`,
    );
    fields.forEach((field, at) => paper.put(row, 2 + at, cells[field](), `money.${index}.${field}`));
    if (line.label.endsWith('基本支出') && draw.choices.get('money lines') === 'expenditure in detail')
      printDetail(paper, line, fields, style);
  });
  paper.merge(top, 0, paper.next - top, 1);
}

/** 人员经费 and 公用经费 below 基本支出, which they make up. */
function printDetail(paper: Paper, line: MoneyLine, fields: readonly MoneyField[], style: Style): void {
  const parts = Object.fromEntries(
    (['initial', 'budget', 'spent'] as const).map((field) => [field, round2(line[field] * 0.6)]),
  ) as Pick<MoneyLine, 'initial' | 'budget' | 'spent'>;
  const rest = {
    initial: round2(line.initial - parts.initial),
    budget: round2(line.budget - parts.budget),
    spent: round2(line.spent - parts.spent),
  };
  for (const [label, own] of [
    ['    人员经费', parts],
    ['    公用经费', rest],
  ] as const) {
    const row = paper.line([]);
    paper.put(row, 1, label);
    for (const [at, field] of fields.entries()) {
      if (field === 'carried') paper.put(row, 2 + at, amount(style, carriedOf({ ...line, ...own })));
      else if (field === 'budget' && fields.includes('carried'))
        paper.put(row, 2 + at, amount(style, round2(own.budget - carriedOf({ ...line, ...own }))));
      else if (field === 'rate') paper.put(row, 2 + at, rate(style, own));
      else if (field === 'initial' || field === 'budget' || field === 'spent')
        paper.put(row, 2 + at, amount(style, own[field]));
    }
  }
}

/** A column for each source, or department; one row each for budget, spent and rate. */
function printColumns(paper: Paper, money: Money, style: Style, departments: boolean): void {
  const unit = unitOf(style);
  if (departments) paper.line(['主管部门', null, '县农业农村局', null, '实施单位', '县农业技术推广中心']);
  const labels = money.lines.map(({ label }, index) =>
    index === 0 ? style.word('total').trim() : label.replace('其中：', ''),
  );
  const top = paper.line([`${departments ? '项目资金' : '年度支出规模'}${unit}`, null]);
  labels.forEach((label, index) => paper.put(top, 2 + index, label, `money.${index}.label`));
  for (const field of ['budget', 'spent', 'rate'] as const) {
    const row = paper.line([null, style.word(field)]);
    money.lines.forEach((line, index) =>
      paper.put(
        row,
        2 + index,
        field === 'rate' ? rate(style, line) : amount(style, line[field]),
        `money.${index}.${field}`,
      ),
    );
  }
  paper.merge(top, 0, 4, 1);
}

const SHARE_OF_GRANT = 0.7;

/** One line for the year, in which each amount stands beside the grant in it: 全年预算数 | 其中：财政拨款 | 全年执行数 | …. */
function printSplit(
  draw: Draw,
  paper: Paper,
  { lines: [whole], score, weight }: Money,
  layout: Layout,
  style: Style,
): void {
  if (whole === undefined) return;
  const divided = draw.choices.get('money split') === 'divided columns';
  const unit = unitOf(style);
  const others = draw
    .word('headings of grant', [
      '其中：财政拨款|其他',
      '其中：财政资金|其他资金',
      '财政拨款|自筹资金',
      '其中：一般公共预算|其他资金',
    ])
    .split('|');
  const top = paper.line([`项目资金${unit}`]);
  const below = divided ? paper.line([]) : top;
  const parts = divided ? ['小计', ...others] : ['', others[0] ?? ''];
  const row = paper.line([]);
  paper.put(row, 1, style.word('total'), 'money.0.label');
  for (const [at, field] of (['budget', 'spent'] as const).entries()) {
    const first = 2 + at * parts.length;
    const grant = round2(whole[field] * SHARE_OF_GRANT);
    paper.put(top, first, `${style.word(field)}${unit}`);
    if (divided) paper.merge(top, first, 1, parts.length);
    for (const [part, heading] of parts.entries()) {
      if (heading !== '') paper.put(below, first + part, heading);
      const value = [whole[field], grant, round2(whole[field] - grant)][part] ?? 0;
      paper.put(row, first + part, amount(style, value), part === 0 ? `money.0.${field}` : undefined);
    }
  }
  const last = 2 + 2 * parts.length;
  const scored = weight > 0;
  const ends = [
    ['rate', rate(style, whole)],
    ...(scored
      ? ([
          ['weight', figure(layout, weight)],
          ['score', figure(layout, score)],
        ] as const)
      : []),
  ] as const;
  for (const [at, [field, value]] of ends.entries()) {
    paper.put(top, last + at, style.word(field));
    if (divided) paper.merge(top, last + at, 2, 1);
    paper.put(row, last + at, value, `money.0.${field}`);
  }
  paper.merge(top, 0, paper.next - top, 1);
}

/** Prints the block of money where the paper stands. */
export function printMoney(draw: Draw, paper: Paper, money: Money, layout: Layout): void {
  const style = styleOf(draw);
  const place = draw.choices.get('money');
  if (place === 'columns' || place === 'departments') printColumns(paper, money, style, place === 'departments');
  else if (money.hasTotal && draw.pick('money split', { none: 8, 'divided columns': 1, 'grant beside': 1 }) !== 'none')
    printSplit(draw, paper, money, layout, style);
  else printRows(draw, paper, money, layout, style);
}
