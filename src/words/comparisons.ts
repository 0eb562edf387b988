import { anyOf } from './changeWords';
import { mayDeny, MODALS, NEGATIONS } from './denial';
import type { Relation } from './quantity';

/** What a comparison says of the figure beside it. */
interface Meaning {
  readonly relation: Relation;
  /** Whether it only names what was reached (达到90%, 控制在5%) or sets a limit (高于5%, 至少3次). */
  readonly limit: boolean;
}

const limit = (relation: Relation): Meaning => ({ relation, limit: true });

/** Words and signs that compare, without their negation and without 或等于: both are composed. */
const MEANING: ReadonlyMap<string, Meaning> = new Map(
  (
    [
      ['大于 高于 多于 超过 超出 高出 超 突破 逾 晚于 迟于', limit('>')],
      ['小于 低于 少于 短于 早于 下于 不足 不到 不满 不及', limit('<')],
      ['至少 最少 最低', limit('>=')],
      ['至多 最多 最高', limit('<=')],
      ['达到 达 满', { relation: '>=', limit: false }],
      ['控制在', { relation: '<=', limit: false }],
      ['等于 = ═', { relation: '=', limit: false }],
      ['≥ ≧ ⩾ ≮ >= => =>=', limit('>=')],
      ['≤ ≦ ⩽ ≯ <= =<', limit('<=')],
      ['> 〉', limit('>')],
      ['< 〈', limit('<')],
    ] as const
  ).flatMap(([words, meaning]) => words.split(' ').map((word) => [word, meaning] as const)),
);

const OR_EQUAL = '或者等于|或等于|等于|或?=';
/** 等于或小于 says it the other way round. */
const EQUAL_OR = '等于或者|等于或';

/** 下达480万元 compares nothing. */
const NOT_HANDED = '(?<![下送](?=达))';
const COMPARISON = `(?:(${NEGATIONS})(?:${MODALS}){0,2})?(${EQUAL_OR})?${NOT_HANDED}(${anyOf([...MEANING.keys()])})(${OR_EQUAL})?`;
/** 达不到 and 超不过 have their negation inside. */
const TURNED = '(达不到|够不上|超不过)';
const AT = new RegExp(`(?:${TURNED}|${COMPARISON})(?:[了过至到]|(?:完成|开展|举办|组织)(?=\\d))?`, 'y');
const ENDING = new RegExp(`(?:${TURNED}|${COMPARISON})[了过至到]?$`);
const LONGEST = 14;
/** Looked at first, so that most places in a text cost next to nothing. */
const LAST_CHARACTERS: ReadonlySet<string> = new Set(
  [...MEANING.keys(), '等于', '达不到', '够不上', '了', '过', '至', '到'].map((word) => word.slice(-1)),
);

const OPPOSITE: Readonly<Record<Relation, Relation | null>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  // What is not equal may be more or less.
  '=': null,
};

const OR_ALSO: Readonly<Record<Relation, Relation>> = { '>': '>=', '<': '<=', '>=': '>=', '<=': '<=', '=': '=' };

/** A comparison in a text, with its negation taken in. */
export interface ComparisonInText extends Meaning {
  readonly denied: boolean;
  readonly start: number;
  readonly end: number;
}

function comparisonOf(match: RegExpExecArray, start: number): ComparisonInText | null {
  const [all, turned, negation, equalOr, word = '', orEqual] = match;
  const end = start + all.length;
  if (turned !== undefined) {
    return { relation: turned === '超不过' ? '<=' : '<', limit: true, denied: true, start, end };
  }
  const meaning = MEANING.get(word);
  if (meaning === undefined) return null;
  const plain = (orEqual ?? equalOr) === undefined ? meaning.relation : OR_ALSO[meaning.relation];
  if (negation === undefined) return { relation: plain, limit: meaning.limit, denied: false, start, end };
  const relation = OPPOSITE[plain];
  return relation === null ? null : { relation, limit: true, denied: true, start, end };
}

/** The comparison that begins at a place: 不得高于, `≤`, 大于或等于, 没有超过; `null` where none does. */
export function comparisonAt(text: string, start: number): ComparisonInText | null {
  AT.lastIndex = start;
  const match = AT.exec(text);
  return match === null ? null : comparisonOf(match, start);
}

/** Words before a figure that say that it is not exact; 节约 and 签约 do not. */
export const ABOUT_BEFORE = /(?:(?<![节签预违合])约|大概|近)$/;

/** The comparison with which a text that leads up to a figure ends. */
export function comparisonBefore(text: string): ComparisonInText | null {
  const plain = text.trimEnd().replace(/(?:[约±]|[(（]含[)）])$/, '');
  if (!LAST_CHARACTERS.has(plain.charAt(plain.length - 1))) return null;
  const from = Math.max(0, plain.length - LONGEST);
  const match = ENDING.exec(plain.slice(from));
  return match === null ? null : comparisonOf(match, from + match.index);
}

/** The side of a figure that the words behind it name. */
export interface BoundSide {
  readonly relation: '>=' | '<=';
  /** How many characters they are. */
  readonly length: number;
}

const SIDE = /^(?:[(（]不?含[^()（）]{0,6}[)）])?(?:及|或|含|包括)?(以上|以下|以内|之内|之上|之下|内)/;

/** The side of a figure that a text behind it begins with: 以上, 及以下, (含)以内. */
export function sideBehind(text: string): BoundSide | null {
  const [all, side] = SIDE.exec(text) ?? [];
  if (all === undefined || side === undefined) return null;
  return { relation: side.endsWith('上') ? '>=' : '<=', length: all.length };
}

/** 不得在5%以上: the negation of the side that stands behind the figure. */
const DENIES_SIDE = new RegExp(`(?:${NEGATIONS})(?:${MODALS}){0,2}(?:在|有|到|是)?$`);

/**
 * How a figure is compared by the text on both sides of it: 不得高于5%, 90%以上, 没有达到90%以上, 不在5%以内. `null` where
 * nothing compares; `unread` where the words contradict each other or a negation is left over whose reach is not known
 * (不得明显高于5%), so that nobody takes them for their opposite.
 */
export function relationAround(before: string, behind: string): Relation | 'unread' | null {
  const comparison = comparisonBefore(before);
  const side = sideBehind(behind);
  if (comparison === null) {
    if (DENIES_SIDE.test(before.trimEnd())) return side === null ? 'unread' : (OPPOSITE[side.relation] ?? 'unread');
    return side?.relation ?? null;
  }
  if (mayDeny(before.slice(0, comparison.start))) return 'unread';
  if (side === null) return /^ ?[(（]含/.test(behind) ? OR_ALSO[comparison.relation] : comparison.relation;
  // 未达到90%以上, 不低于90%以上: what is denied is the whole.
  if (comparison.denied) return comparison.relation;
  const contradicts = comparison.limit && comparison.relation.charAt(0) !== side.relation.charAt(0);
  return contradicts && comparison.relation !== '=' ? 'unread' : side.relation;
}

/** Whether words hold a comparison, with a figure beside it or not: 超过目标的. */
export function holdsComparison(text: string): boolean {
  return COMPARES.test(text);
}

const COMPARES = /[大高多小低少]于|超过|超出|达到|达不到|不足|不到|[<>≥≤=]/;

/** 正向, 反向指标, 逆指标 */
const NATURE = /^([正反逆负])向?(?:指标)?$/;
/** Exports of budget systems number their signs: `005 <=`, `003 =`. */
const CODE = /^0\d{2}[-.、:]?/;

/** What a 指标性质 or 符号 column says: `≥`, `＝`, `005 <=`, 正向, 反向; `null` for 定量, 定性 and anything else. `text` is compact. */
export function relationOfNature(text: string): Relation | null {
  const nature = NATURE.exec(text)?.[1];
  if (nature !== undefined && text.length > 1) return nature === '正' ? '>=' : '<=';
  const side = sideBehind(text);
  if (side !== null && side.length === text.length) return side.relation;
  const sign = text.replace(CODE, '');
  const found = comparisonAt(sign, 0);
  return found !== null && found.end === sign.length ? found.relation : null;
}
