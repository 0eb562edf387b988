import { words } from '../sheet/lists';
import type { Decimal } from 'decimal.js';
import { readAttainment } from '../words/attainment';
import { readFigure } from '../words/figure';
import { relationOfNature } from '../words/comparisons';
import { readQuantity, withoutItemNumber } from '../words/readQuantity';
import { moneyFrom } from './budget';
import { namesMoney } from './budgetWords';
import { isBlank, type SheetCell } from '../sheet/snapshot';
import type { Grid } from './grid';
import type { Heading } from './header';
import { isClass } from './headingWords';
import { titleIn } from './heading';
import type { ColumnRole } from './model';
import { isNoteRow, totalLabel } from './rowMarks';
import { weightInLabel } from './weightInLabel';

/** What stands in a column below a heading, as shares of its cells that hold something. */
export interface Content {
  /** Cells that hold something, `/` and the like left out. */
  readonly filled: number;
  /** Rows of the table that were looked at. */
  readonly rows: number;
  readonly figures: number;
  /** Figures that are 0; in a column for words 0 says that there is nothing to say. */
  readonly zeros: number;
  /** ≥95%, 36次, 12月底前: what a target or an actual value looks like and points do not. */
  readonly quantities: number;
  /** Those before which no word stands, as one does in 培训人次≥200人次. */
  readonly unnamed: number;
  /** 完成, 未完成, 达标. */
  readonly verdicts: number;
  /** ≥, 小于等于. */
  readonly operators: number;
  /** 正向, 反向. */
  readonly polarities: number;
  /** 产出指标, 数量指标. */
  readonly classes: number;
  /** No more than five characters, none of them a figure: 人次, %, 万元. */
  readonly units: number;
  /** Rows in which a cell that holds something begins. */
  readonly at: ReadonlySet<number>;
  /** Its figures, by their rows. */
  readonly values: ReadonlyMap<number, Decimal>;
  /** How many different texts there are. */
  readonly different: number;
  /** Characters of the longest text. */
  readonly length: number;
  /** Whether any of them has a word in it: 1-2 and A3 number something and name nothing. */
  readonly words: boolean;
}

/** More rows say nothing new. */
const MOST_ROWS = 60;
const POLARITIES = ['正向', '反向', '正向指标', '反向指标', '正指标', '负指标', '逆向', '逆向指标', '负向', '负向指标'];
const NAMED = /^[^0-9]{0,4}[\u4e00-\u9fff]{2}/;
const SIGN = /[<>=≥≤＜＞≧≦]/;

/** The rows below a heading that may be items: until the total, a note or enough of them. */
export function tableRows(grid: Grid, { lastRow }: Pick<Heading, 'lastRow'>): readonly number[] {
  const rows: number[] = [];
  for (let row = lastRow + 1; row <= grid.lastRow && rows.length < MOST_ROWS; row++) {
    const cells = grid.filled(row);
    if (cells.length === 0) continue;
    // Tables of money are no items: 年度 | 预算金额 | 支出金额.
    const lastOfMoney = rows.length > 0 && namesMoney(grid, row) ? moneyFrom(grid, row, grid.lastRow + 1, false) : null;
    if (lastOfMoney !== null) {
      row = lastOfMoney;
      continue;
    }
    const isTotal = totalLabel(grid, row) !== null;
    if (rows.length > 0 && (isTotal || isNoteRow(grid, row))) break;
    // 合计 may stand right below the heading, and a title where another page begins.
    if (!isTotal && titleIn(grid, row) === null) rows.push(row);
  }
  return rows;
}

const SHARES = words('figures zeros quantities unnamed verdicts operators polarities classes units');
const NONE: Readonly<Record<(typeof SHARES)[number], number>> = {
  ...{ figures: 0, zeros: 0, quantities: 0, unnamed: 0, verdicts: 0 },
  ...{ operators: 0, polarities: 0, classes: 0, units: 0 },
};

/** Looks at what stands in a column in these rows. */
export function contentOf(grid: Grid, column: number, rows: readonly number[]): Content {
  const share = { ...NONE };
  const texts = new Set<string>();
  const at = new Set<number>();
  const values = new Map<number, Decimal>();
  for (const row of rows) {
    const anchor = grid.anchor(row, column);
    if (anchor.row !== row || anchor.column !== column) continue;
    const cell = grid.at(row, column);
    const { state, value } = readFigure(cell);
    if (isBlank(cell) || state === 'placeholder') continue;
    const text = grid.compact(row, column);
    texts.add(text);
    at.add(row);
    const quantity = isQuantity(cell, text);
    if (quantity) share.quantities++;
    if (quantity && !NAMED.test(withoutItemNumber(text))) share.unnamed++;
    if (value?.isZero() === true) share.zeros++;
    if (value !== null) values.set(row, value);
    if (state === 'figure') share.figures++;
    else if (quantity) continue;
    else if (readAttainment(text) !== null) share.verdicts++;
    else if (POLARITIES.includes(text)) share.polarities++;
    else if (text.length <= 8 && (relationOfNature(text) !== null || SIGN.test(text))) share.operators++;
    else if (isClass(text)) share.classes++;
    else if (text.length <= 5 && !/[0-9]/.test(text)) share.units++;
  }
  for (const one of SHARES) share[one] /= Math.max(at.size, 1);
  return {
    ...share,
    filled: at.size,
    rows: rows.length,
    at,
    values,
    different: texts.size,
    length: Math.max(0, ...Array.from(texts, (text) => text.length)),
    words: [...texts].some((text) => /[\u4e00-\u9fff]/.test(text)),
  };
}

/** A longer text with words in it is a sentence. */
const LONGEST_WORD = 6;

/** A longer text is a sentence that states a figure. */
const LONGEST_QUANTITY = 20;

function isQuantity(cell: SheetCell, text: string): boolean {
  if (!/[0-9]/.test(text) || /[÷×]/.test(text) || text.length > LONGEST_QUANTITY) return false;
  // A bare 20, as most points are: no date, and without a unit.
  if (typeof cell.value === 'number' && /^[0-9]+$/.test(text)) return false;
  // 产出指标[40]
  if (weightInLabel(text) !== null) return false;
  const quantity = readQuantity(cell);
  if (quantity?.kind !== 'number') return quantity?.kind === 'range' || quantity?.kind === 'date';
  return quantity.relation !== null || (quantity.unit !== '' && quantity.unit !== '分');
}

/** So much of a column says what it holds. */
export const MOSTLY = 0.6;
const HARDLY = -12;

/** How well what stands in a column fits a role: from 2 (it is what is expected) down to -12 (it can hardly be). */
export function fit(role: ColumnRole, content: Content): number {
  const { filled, figures, zeros, verdicts, operators, polarities, units, different } = content;
  const points = (otherwise: number) => (filled === 0 ? -1 : figures >= MOSTLY ? 2 : otherwise);
  switch (role) {
    case 'weight':
    case 'level1Weight':
    case 'level2Weight':
    case 'level1Score':
    case 'level2Score':
      return points(figures === 0 ? HARDLY : -5);
    case 'stated':
      return filled === 1 && content.rows > 1 ? HARDLY : points(-5);
    case 'convertedScore':
    case 'coefficient':
    case 'deduction':
    case 'completion':
    case 'period':
    case 'reviewed':
    case 'partScore':
      return points(-5);
    case 'deviation':
      // 0 where nothing was missed, and why where something was.
      if (filled === 0) return -1;
      // 10人 and 4户 are told as well.
      return Math.max(figures, content.unnamed) >= MOSTLY && !(content.words && content.length > LONGEST_WORD) ? 2 : -5;
    case 'difference':
      // -28.21% is how far the target was missed, not how many points lie between two scores.
      return content.quantities >= MOSTLY ? HARDLY : points(-5);
    case 'level1':
    case 'level2':
    case 'level3':
      return filled > 0 && figures >= MOSTLY ? -10 : different / Math.max(filled, 1);
    case 'target':
    case 'adjustedTarget':
    case 'actual':
      if (filled === 0) return -3;
      // 城区 and 乡镇 are told of few rows, 全县合计 of all.
      if (filled * 2 < content.rows) return -2;
      return verdicts >= MOSTLY ? -3 : operators + polarities >= MOSTLY ? -6 : units >= MOSTLY ? -2 : 0;
    case 'verdict':
      return verdicts >= MOSTLY ? 2 : HARDLY;
    case 'nature':
      return operators >= MOSTLY ? 2 : polarities >= MOSTLY ? -3 : figures >= MOSTLY ? HARDLY : 0;
    case 'polarity':
      return polarities >= MOSTLY ? 4 : HARDLY;
    case 'unit':
      return figures >= MOSTLY ? HARDLY : units >= MOSTLY ? 2 : 0;
    case 'definition':
    case 'standard':
    case 'evidence':
    case 'improvement':
      return filled > 1 && figures - zeros >= MOSTLY ? HARDLY : 0;
    case 'basis':
      return figures - zeros >= MOSTLY ? HARDLY : 0;
  }
}

const SCALES = ['0.01', 1, 100];

/** Whether two columns hold the same points, or shares of a hundred, in this share of their rows: 0.2 or 20% beside 20. */
export function saysTheSame({ values }: Content, { values: others }: Content, share = 1): boolean {
  const isScaled = (scale: string | number) =>
    [...values].filter(([row, value]) => others.get(row)?.eq(value.times(scale))).length >= values.size * share;
  return values.size === others.size && SCALES.some(isScaled);
}
