import { Decimal } from 'decimal.js';
import { findMentions } from './mentions';
import { scanFigure, withoutNoise } from './scan';
import { sum, words } from '../sheet/lists';
import { remember, rememberBy } from '../sheet/remember';
import type { SheetCell } from '../sheet/snapshot';
import { compact, normalise } from '../sheet/text';
import { readUnit } from './units';

/** What a cell that is to hold a figure holds; see `FigureCell`. */
export interface Figure {
  readonly state: 'figure' | 'blank' | 'placeholder' | 'unreadable';
  readonly value: Decimal | null;
  /** A figure that Excel holds as text, so that SUM passes it over. */
  readonly storedAsText: boolean;
}

const BLANK: Figure = { state: 'blank', value: null, storedAsText: false };
const PLACEHOLDER: Figure = { state: 'placeholder', value: null, storedAsText: false };
const UNREADABLE: Figure = { state: 'unreadable', value: null, storedAsText: false };

const PLACEHOLDER_WORDS: ReadonlySet<string> = new Set(
  words('无 不适用 无此项 不涉及 未涉及 N/A NA n/a × XX xx ×× 空 不设分 不计分 不评分 不赋分 不打分 不参评'),
);
const PLACEHOLDER_MARKS = /^[-/\\—–―一_*…·.。、~]{1,40}$/;

/** Whether a text only says that nothing belongs there: `/`, `—`, `……`, `**`, 无, 不适用, 不计分. */
export function isPlaceholder(text: string): boolean {
  const plain = compact(text);
  return PLACEHOLDER_WORDS.has(plain) || (PLACEHOLDER_MARKS.test(plain) && plain !== '一');
}

const MASKED = /^[≥≤<>=]?[xX×*＊]{2,20}(?:%|[\u4e00-\u9fff]{1,4}(?:\/[\u4e00-\u9fff]{1,4})?)?$/;

/** Whether a blank stands in the place of a figure, with or without its unit: XX小时, ***. A template has it, and what is secret. */
export const isMasked = (text: string): boolean => MASKED.test(compact(text));

const PAIRS = new Set(['[]', '【】', '()', '〔〕']);

/** `[20]`, `【20】` and `(20)` are block scores: brackets around a figure make it neither text nor negative. */
function withoutBrackets(text: string): string {
  return PAIRS.has(text.charAt(0) + text.slice(-1)) ? text.slice(1, -1) : text;
}

interface Written {
  readonly value: Decimal;
  /** What stands behind the figure, but for a full stop. */
  readonly rest: string;
}

/** A text that begins with one figure, its sign included; `null` otherwise. */
function readWritten(text: string): Written | null {
  const plain = withoutBrackets(compactFigure(text)).replace(/^['‘’]?¥?/, '');
  const sign = /^[-–+]/.test(plain) ? plain.charAt(0) : '';
  const scanned = scanFigure(plain, sign.length);
  if (scanned === null) return null;
  const value = sign === '' || sign === '+' ? scanned.value : scanned.value.neg();
  return { value, rest: plain.slice(scanned.end).replace(/[.,;。、]$/, '') };
}

const BROKEN = /[0-9] [0-9]/;

const ONE_SPACED = /^[^0-9\u4e00-\u9fff]{0,3}[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?(?: ?[^0-9 .%][^0-9]*)?$/;

/** `≥1 200平方米` without the space that sets its thousands apart. */
export function joinThousands(text: string): string {
  return BROKEN.test(text) && ONE_SPACED.test(text) ? text.replaceAll(/(?<=[0-9]) (?=[0-9])/g, '') : text;
}

/** Without white space, unless that would join two figures into one. */
function compactFigure(text: string): string {
  const plain = joinThousands(normalise(text));
  return BROKEN.test(plain) ? plain : plain.replaceAll(' ', '');
}

/**
 * Reads a weight, a score or an amount.
 *
 * A figure may be stored as text, also with the apostrophe that says so, be full-width, have thousands separators (only well-formed ones), stand in brackets
 * and be followed by 分, a money unit or %. A percentage gives its percent (a weight of `10%` is 10). An amount with a
 * unit of its own is converted into `unit`, the yuan in one unit of its block, where that is given: `620.82万元` under
 * 万元 is 620.82 and under 元 6,208,200; without `unit` it stays as written.
 */
export function readFigure(cell: SheetCell, moneyUnit?: Decimal | null): Figure {
  const { value, text } = cell;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return UNREADABLE;
    return normalise(text).endsWith('%') ? percentFigure(value) : plainFigure(value);
  }
  if (value === null) return BLANK;
  if (typeof value === 'boolean') return UNREADABLE;
  return moneyUnit === null || moneyUnit === undefined ? textFigure(value) : readText(value, moneyUnit);
}

/** Reads points: those of several items in one row, each on a line of its own, come to their sum. */
export function readAdded(cell: SheetCell): Figure {
  const lines = typeof cell.value === 'string' ? cell.value.split('\n').filter((line) => line.trim() !== '') : [];
  const figures = lines.length > 1 ? lines.flatMap((line) => textFigure(line).value ?? []) : [];
  if (figures.length === 0 || figures.length < lines.length) return readFigure(cell);
  return { state: 'figure', value: sum(figures), storedAsText: true };
}

function readText(text: string, moneyUnit: Decimal | null): Figure {
  if (compact(text) === '') return BLANK;
  if (isPlaceholder(text)) return PLACEHOLDER;
  const written = readWritten(text);
  const figure = written === null ? null : inMoneyUnit(written, moneyUnit);
  return figure === null ? UNREADABLE : { state: 'figure', value: figure, storedAsText: true };
}

const textFigure = remember((text) => readText(text, null));

function inMoneyUnit({ value, rest }: Written, moneyUnit: Decimal | null): Decimal | null {
  if (rest === '' || rest === '分' || rest === '%') return value;
  const own = readUnit(rest.endsWith('元') ? rest : `${rest}元`);
  if (own.unit !== '元') return null;
  return moneyUnit === null ? value : value.times(own.scale).div(moneyUnit);
}

const plainFigure = rememberBy(String, (value: number) => figureOf(new Decimal(value)));
const percentFigure = rememberBy(String, (value: number) => figureOf(new Decimal(value).times(100)));

function figureOf(value: Decimal): Figure {
  return { state: 'figure', value: withoutNoise(value), storedAsText: false };
}

/** Bare rates up to here are fractions, above it percentages: 0.958, 1 and 1.2, but 86, 99.97 and 100. */
export const MOST_FRACTION = new Decimal(1.5);

/**
 * Reads a rate as a fraction: 0.9989 of `99.89%`, of a cell of 0.9989, of `99.89` and of 99.89. A bare figure above
 * 1.5 is taken for a percentage; no form states an execution of more than 150 % as a fraction or of 1.5 % without a sign.
 */
export function readRate(cell: SheetCell): Figure {
  const { value, text } = cell;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return UNREADABLE;
    const figure = withoutNoise(new Decimal(value));
    return { state: 'figure', value: normalise(text).endsWith('%') ? figure : bareRate(figure), storedAsText: false };
  }
  const figure = readFigure(cell);
  if (typeof value !== 'string') return figure;
  if (figure.state === 'blank' || figure.state === 'placeholder') return figure;
  const written = readWritten(value);
  const rate = written === null ? spokenRate(value) : writtenRate(written);
  return rate === null ? UNREADABLE : { state: 'figure', value: rate, storedAsText: true };
}

function writtenRate({ value, rest }: Written): Decimal | null {
  if (rest === '') return bareRate(value);
  if (rest === '%' || rest === '百分比') return value.div(100);
  return rest === '‰' ? value.div(1000) : null;
}

/** A longer text is prose and no figure, and costs time to read. */
const LONGEST = 1_000;

function spokenRate(text: string): Decimal | null {
  if (text.length > LONGEST) return null;
  const plain = compact(text);
  const [mention] = findMentions(plain);
  return mention?.unit === '%' && mention.text === plain ? mention.value.div(100) : null;
}

function bareRate(value: Decimal): Decimal {
  return value.abs().gt(MOST_FRACTION) ? value.div(100) : value;
}

/**
 * The figure of a text that holds exactly one: `自评得分：96.63分`, and the remains of a formula that an exporter left,
 * `{"formula":"","result":96.62999999999997}`. `null` for none, for several, and for more than 1,000 characters.
 */
export function readLooseFigure(text: string): Decimal | null {
  if (text.length > LONGEST) return null;
  const figures = findMentions(text).filter(({ kind }) => kind === 'figure');
  const [figure, ...more] = figures;
  return figure === undefined || more.length > 0 ? null : figure.value;
}
