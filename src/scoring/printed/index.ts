import { numberOf } from '../../form/cells';
import type { Decimal } from 'decimal.js';
import type { Indicator } from '../../form/model';
import { namesRate } from '../../form/rates';
import { quote } from '../../sheet/quote';
import type { CellRef } from '../../sheet/snapshot';
import { once, remember } from '../../sheet/remember';
import { compact } from '../../sheet/text';
import type { Rule } from '../rulebook';
import { assemble } from './assemble';
import { type PrintedMarks, marksIn } from './marks';
import { readPoints } from '../../words/points';
import { DISCRETION, readClause, type Clause } from './clause';
import { inOwnTerms } from './ownTerms';
import type { PrintedAnswer, RowFacts } from './row';
import { inOneUnit, ofWholeYear, PERIODS_UNCLEAR } from '../sameUnit';
import { AIM } from '../../words/vocabulary';

/** A rule that a row prints for itself. */
export interface PrintedRule {
  /** The text that was read, without line breaks and spaces. */
  readonly text: string;
  readonly cell: CellRef;
  /** `null` where it could not be understood wholly; `unread` then says which part. */
  readonly rule: Rule | null;
  /** Points that it names for answers in words. */
  readonly answers: readonly PrintedAnswer[];
  readonly unread: string;
}

interface PrintedText {
  readonly text: string;
  readonly at: CellRef;
}

/** What a text must hold to be a rule when it stands elsewhere than under 评分标准. */
const SCORES = /[扣加得计]\d{1,3}(?:\.\d{1,2})?分|不得分|得满分/;
const LONGEST_SEARCHED = 4000;

/** 达到指标值，记满分；未达到的按B/A或A/B×分值记分 */
const REACHED_IS_FULL = new RegExp(`[达完]到?${AIM}[^;；。]{0,12}满分`);
const ELSE_IN_PROPORTION =
  /按[^;；。]{0,24}(?:[AB][/÷][AB]|比例|比率|(?:完成|实际)值?[/÷])[^;；。]{0,24}(?:计|记|得|分)/;
/** 定性指标分三档，按分值的100-80%、80-50%、50-0%记分 */
const BANDS = /100%?[-~—至]80%/;

/** Whether a text only says what holds for every target, as forms with a column 得分计算方法 do in each row. */
function restatesTarget(text: string): boolean {
  const plain = compact(text.slice(0, LONGEST_SEARCHED));
  return (REACHED_IS_FULL.test(plain) && ELSE_IN_PROPORTION.test(plain)) || BANDS.test(plain);
}

/** The cell of a row in which its rule is printed: 评分标准, else a definition or, for a bonus, any cell that holds one. */
function printedText(indicator: Indicator): PrintedText | null {
  const { standard, definition, kind, target, actual } = indicator;
  if (standard !== null && standard.text.trim() !== '') return standard;
  const elsewhere = kind === 'bonus' ? [definition, target, actual] : [definition];
  return elsewhere.find((place) => place && SCORES.test(compact(place.text.slice(0, LONGEST_SEARCHED)))) ?? null;
}

/** Whether a row prints a rule for itself, and not only in other words what holds for every target. */
export function hasPrintedRule(indicator: Indicator): boolean {
  const place = printedText(indicator);
  return place !== null && !(restatesTarget(place.text) && readClauses(place.text).unread !== null);
}

const MOST_CLAUSES = 60;
const LABEL = /^(?:(?:评分|评价|计分|考核)(?:标准|办法|规则|方法|细则)|[加减扣]分项?):/;
const ITEM = /^(?:[①-⑳]|\(\d{1,2}\)|\d{1,2}(?:[、)]|\.(?!\d)))/;
/** A letter or ② numbers an item too, with or without a mark before it: A.≥90%（10分）B.≥80%（8分）, ①制度健全5分②执行到位5分; 优秀5分、良好4分 are two. */
const BREAK =
  /[;,。；，\n\r]|(?<=[0-9]分)、(?=[\u4e00-\u9fff]{1,6}[0-9.]{1,4}分)|(?:^|(?<=分[)）]?))\s*[A-F][.、．]|(?<=分[)）]?)\s*(?=[①-⑳])/;
/** [80%,90%) */
const INTERVAL = /([[(（【])(\d{1,3}(?:\.\d{1,4})?)%?[,，](\d{1,3}(?:\.\d{1,4})?)%([\])）】])/g;

/** 每下降1%扣0.1分（满分5分） */
const WHOLE_IN_BRACKETS = /(?<=扣[\d.]{1,5}分)[(（]((?:满分|共|本项)[^()（）]{0,8}分)[)）]/g;

/** Where two parts of a rule are no longer one clause, although a comma stands between them. */
function completes(first: Clause, joined: Clause): boolean {
  const open = first.kind === 'unknown' || first.kind === 'condition' || first.kind === 'nothing';
  return open && joined.kind !== 'unknown' && joined.kind !== 'condition' && joined.kind !== 'nothing';
}

function end(bracket: string): string {
  return '[]【】'.includes(bracket) ? '(含)' : '(不含)';
}

/** What a printed rule takes off for each step: 2 points for 1 of 每个问题. */
export interface PrintedStep {
  readonly text: string;
  readonly size: number;
  /** What is counted. */
  readonly unit: string;
  readonly points: number;
}

/** What each step costs by a printed rule; `null` where it takes points off otherwise, or for several things. */
export function stepIn(rule: string): PrintedStep | null {
  const parts = compact(rule).split(BREAK);
  const [text, another] = parts.filter((part) => /扣.*\d/.test(part)).map((part) => part.replace(ITEM, ''));
  const clause = text === undefined || another !== undefined ? null : readClause(text, false);
  const counts = clause?.kind === 'deduct' || (clause?.kind === 'each' && clause.sign === '扣' && !clause.one);
  if (text === undefined || !counts || !clause.unit || !('points' in clause.cost)) return null;
  return { text, size: 'step' in clause ? clause.step : 1, unit: clause.unit, points: clause.cost.points };
}

/** Reads a printed rule clause by clause; a clause that only its successor completes (≥90%的，得5分) is joined to it. */
const readClauses = remember((text): { readonly clauses: readonly Clause[]; readonly unread: string | null } => {
  const parts = text
    .replace(
      INTERVAL,
      (_, open: string, low: string, high: string, close: string) => `${low}%${end(open)}-${high}%${end(close)}`,
    )
    .replace(WHOLE_IN_BRACKETS, ',$1')
    .split(BREAK)
    .map((part) => compact(part))
    .filter((part) => part !== '');
  if (parts.length > MOST_CLAUSES) return { clauses: [], unread: '评分标准太长' };
  const numbers = numbersOf(parts);
  const clauses: Clause[] = [];
  let bare: string | null = null;
  // A number holds for all of its item, up to what that scores: 1.分配合理，未频繁调剂（1分）.
  let numbered = false;
  for (let at = 0; at < parts.length; at++) {
    const part = (parts[at] ?? '').slice(numbers.get(at)?.length ?? 0).replace(LABEL, '');
    numbered ||= numbers.has(at) || ITEM.test(part);
    const circled = /^[①-⑳]{2}/.test(part);
    const words = circled || numbers.has(at) ? part : part.replace(ITEM, '').replace(LABEL, '');
    const clause = readClause(words, numbered);
    const next = parts[at + 1];
    const joined =
      next === undefined || numbers.has(at + 1) || ITEM.test(next) ? null : joinedClause(clause, words, next, numbered);
    if (joined !== null) at++;
    const read = joined ?? clause;
    if (read.kind === 'unknown') return { clauses, unread: unreadBecause(words) };
    if (read.kind === 'condition') bare ??= words;
    if (read.kind !== 'nothing') numbered = false;
    clauses.push(read);
  }
  // 至少完成12期 alone gives no points; with 每少一期扣0.5分 it says where they begin to go.
  const alone = bare !== null && !clauses.some(({ kind }) => kind === 'deduct');
  return { clauses, unread: alone ? unreadBecause(bare ?? '') : null };
});

function unreadBecause(words: string): string {
  const why = DISCRETION.test(words) ? '没有定出分数，由人工判断' : '读不懂，请人工判断';
  return `评分标准里${quote(words.slice(0, 40))}${why}`;
}

/** The numbers of items that count on from 1, by the part they stand before: in 1.≥95%…；2.90%-95%… 2.90 is no figure. */
function numbersOf(parts: readonly string[]): ReadonlyMap<number, string> {
  const numbers = new Map<number, string>();
  parts.forEach((part, at) => {
    const next = `${numbers.size + 1}.`;
    if (part.startsWith(next)) numbers.set(at, next);
  });
  return numbers.size > 1 ? numbers : new Map();
}

function joinedClause(clause: Clause, words: string, next: string, numbered: boolean): Clause | null {
  const nothing = clause.kind === 'nothing';
  if ((nothing && readPoints(next) === null) || (clause.kind === 'unknown' && DISCRETION.test(words))) return null;
  const joined = readClause(`${words},${next}`, numbered);
  return completes(clause, joined) ? joined : null;
}

/** Rates of which the share of a target that was reached is one. */
const SHARE_OF_TARGET = /(?:完成|达成|实现|任务|目标|指标)率$/;

const DEVIATION = /偏差|误差|偏离/;

/** A difference from the target is no share of it. */
const DIFFERENCE = /偏差|误差|差异|变动|波动|增长|节约|±/;

/** Whether the percentages of a rule may be shares of the target: it names no other rate and no difference. */
function isOfTarget(text: string): boolean {
  if (DIFFERENCE.test(text)) return false;
  return [...text.matchAll(/[\u4e00-\u9fff]{0,6}?(?:率|满意度|比重|占比)/g)].every(([name]) =>
    SHARE_OF_TARGET.test(name),
  );
}

/** The target in figures, of the whole year where the actual value is; `unclear` where that can't be told. */
function targetOf({ target, actual }: Indicator): RowFacts['target'] | 'unclear' {
  const wanted = numberOf(target);
  const pair = target !== null && actual !== null ? inOneUnit(target, actual) : null;
  const whole = pair && ofWholeYear(pair);
  if (pair !== null && whole === null) return 'unclear';
  const periods = whole === pair ? 1 : (pair?.periods ?? 1);
  return wanted && { value: wanted.value.times(periods).toNumber(), unit: wanted.unit, relation: wanted.relation };
}

/** Rates of which 1 is all. */
const OF_ALL = /(?:控制|完成|执行|支付|到位|覆盖|合格)率$/;

function factsOf(indicator: Indicator, target: RowFacts['target'], weight: Decimal | null): Omit<RowFacts, 'ofTarget'> {
  const { actual } = indicator;
  const name = compact(indicator.name.text);
  const filled = (text: string | undefined) => text !== undefined && text.trim() !== '';
  return {
    weight: weight?.toNumber() ?? null,
    hasTarget: filled(indicator.target?.text) && filled(indicator.actual?.text),
    dated: indicator.target?.value?.kind === 'date',
    target,
    namesRate: namesRate(name),
    inPercent: OF_ALL.test(name) && (actual === null || numberOf(actual)?.unit === '%'),
    namesDeviation: DEVIATION.test(name),
    ofBudget: /预算(?:完成|执行|支付)率|支付率/.test(name),
  };
}

/** What a row prints as its rule, and its clauses, read once for all that is asked of them; `null` where it prints none. */
const readingOf = once((indicator: Indicator) => {
  const place = printedText(indicator);
  return place && { place, ...readClauses(inOwnTerms(place.text, indicator)) };
});

/** The full marks that a printed rule names, and where it stands. */
export interface NamedMarks extends PrintedMarks {
  readonly at: CellRef;
}

/** The full marks that the rule printed in a row names, where all of it was understood; `null` where it names none. */
export function namedMarks(indicator: Indicator): NamedMarks | null {
  const read = readingOf(indicator);
  const marks = read?.unread === null ? marksIn(read.clauses) : null;
  return read && marks && { at: read.place.at, ...marks };
}

/**
 * The rule that a row prints for itself, read into the kinds of rule of a rulebook; `null` where it prints none. What
 * can't be understood wholly gives no rule: it is never guessed. Linear in the length of the text.
 */
export function printedRule(indicator: Indicator, weight: Decimal | null): PrintedRule | null {
  const read = readingOf(indicator);
  if (read === null) return null;
  const { place, clauses, unread } = read;
  const text = compact(place.text);
  const found = { text, cell: place.at, rule: null, answers: [], unread: '' };
  const target = targetOf(indicator);
  if (unread !== null || target === 'unclear') return { ...found, unread: unread ?? PERIODS_UNCLEAR };
  const assembled = assemble(clauses, { ...factsOf(indicator, target, weight), ofTarget: isOfTarget(text) });
  return { ...found, ...assembled };
}
