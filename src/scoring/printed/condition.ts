/** One end of a band; `unsaid` where no word says whether the bound belongs to it. */
export interface Bound {
  readonly at: number;
  readonly end: 'closed' | 'open' | 'unsaid';
}

/** A condition on a figure: ≥90%, 80%(含)-90%, 不足60%. */
export interface Condition {
  readonly low: Bound | null;
  readonly high: Bound | null;
  /** `%`, a counting word, or `''` where none is written. */
  readonly unit: string;
}

/** How the words of the forms compare, longest first so that 不低于 is not read as 低于. */
const COMPARISONS: readonly (readonly [string, '>=' | '>' | '<=' | '<' | '='])[] = [
  ...(['大于或等于', '高于或等于', '大于等于', '高于等于', '不低于', '不少于', '不小于'] as const).map(
    (word) => [word, '>='] as const,
  ),
  ...(['小于或等于', '低于或等于', '小于等于', '低于等于', '不超过', '不高于', '不大于', '不多于'] as const).map(
    (word) => [word, '<='] as const,
  ),
  ...(['未达到', '达不到', '未达', '不到', '不足', '小于', '低于', '少于'] as const).map(
    (word) => [word, '<'] as const,
  ),
  ...(['大于', '高于', '超过', '超出', '多于'] as const).map((word) => [word, '>'] as const),
  ...(['达到', '>=', '≥', '≧', '⩾'] as const).map((word) => [word, '>='] as const),
  ...(['<=', '≤', '≦', '⩽'] as const).map((word) => [word, '<='] as const),
  ['>', '>'],
  ['<', '<'],
  ['等于', '='],
  ['=', '='],
  ['为', '='],
];
const RELATION = new Map(COMPARISONS);
const COMPARE = `(${COMPARISONS.map(([word]) => word).join('|')})`;
const SYMBOL = '(<=|≤|≦|⩽|<)';
export const NUMBER = '(\\d{1,6}(?:\\.\\d{1,4})?)';
const UNIT = '(%|次|项|个|篇|件|起|例|人|户|家|份|天|条|处|场|分钟|小时)?';
const WITH = '(\\((?:不)?含[^()]{0,8}\\))?';
/** What is compared, before the sign: 预算完成率, 完成率在. */
const SUBJECT = '[^\\d<>=≤≥≦≧⩽⩾]{0,24}?';
const TO = '(?:-|~|—{1,2}|–|至|到|和|与)';
/** The rest of the clause, after the words that join a condition to its score. */
const REST = '(?:之间|以内)?(?:的|时|者|:)?(.*)$';

const BETWEEN_SIGNS = new RegExp(`^${NUMBER}${UNIT}${SYMBOL}[^\\d<>=≤≥≦≧⩽⩾]{0,24}${SYMBOL}${NUMBER}${UNIT}${REST}`);
const TWO_SIGNS = new RegExp(
  `^${SUBJECT}${COMPARE}${NUMBER}${UNIT}${WITH}(?:且|并且|而|,)?${COMPARE}${NUMBER}${UNIT}${WITH}${REST}`,
);
const RANGE = new RegExp(`^${SUBJECT}${NUMBER}${UNIT}${WITH}${TO}${NUMBER}${UNIT}${WITH}${REST}`);
const SIDE = new RegExp(
  `^${SUBJECT}${NUMBER}${UNIT}${WITH}(及以上|或以上|以上|及以下|或以下|以下|以内)${WITH}(?:的|时|者|:)?(.*)$`,
);
const ONE_SIGN = new RegExp(`^${SUBJECT}${COMPARE}${NUMBER}${UNIT}${WITH}${REST}`);

/** 完成率100%得满分 */
const BARE = new RegExp(`^${SUBJECT}${NUMBER}%${REST}`);

function endOf(mark: string | undefined, otherwise: Bound['end']): Bound['end'] {
  if (mark === undefined) return otherwise;
  return mark.startsWith('(不') ? 'open' : 'closed';
}

function single(relation: string, at: number, unit: string): Condition {
  if (relation === '=') return { low: { at, end: 'closed' }, high: { at, end: 'closed' }, unit };
  const bound: Bound = { at, end: relation.endsWith('=') ? 'closed' : 'open' };
  return relation.startsWith('>') ? { low: bound, high: null, unit } : { low: null, high: bound, unit };
}

/** Units of the two bounds of one condition; `null` where they differ. */
function oneUnit(a: string | undefined, b: string | undefined): string | null {
  if (a === undefined || b === undefined) return a ?? b ?? '';
  return a === b ? a : null;
}

interface Read {
  readonly condition: Condition;
  /** What follows the condition in its clause. */
  readonly rest: string;
}

function readBetweenSigns(clause: string): Read | null {
  const [, low, unit1, sign1, sign2, high, unit2, rest] = BETWEEN_SIGNS.exec(clause) ?? [];
  const unit = oneUnit(unit1, unit2);
  if (low === undefined || high === undefined || unit === null) return null;
  const end = (sign: string | undefined) => (sign === '<' ? 'open' : 'closed') as Bound['end'];
  const condition = { low: { at: Number(low), end: end(sign1) }, high: { at: Number(high), end: end(sign2) }, unit };
  return { condition, rest: rest ?? '' };
}

function readTwoSigns(clause: string): Read | null {
  const [, word1 = '', at1, unit1, , word2 = '', at2, unit2, , rest] = TWO_SIGNS.exec(clause) ?? [];
  const unit = oneUnit(unit1, unit2);
  if (at1 === undefined || at2 === undefined || unit === null) return null;
  const a = single(RELATION.get(word1) ?? '', Number(at1), unit);
  const b = single(RELATION.get(word2) ?? '', Number(at2), unit);
  const [low, high] = [a.low ?? b.low, a.high ?? b.high];
  const opposite = (a.low === null) !== (b.low === null) && (a.high === null) !== (b.high === null);
  return opposite ? { condition: { low, high, unit }, rest: rest ?? '' } : null;
}

function readRange(clause: string): Read | null {
  const [, at1, unit1, with1, at2, unit2, with2, rest] = RANGE.exec(clause) ?? [];
  const unit = oneUnit(unit1, unit2);
  if (at1 === undefined || at2 === undefined || unit === null) return null;
  const first: Bound = { at: Number(at1), end: endOf(with1, 'unsaid') };
  const second: Bound = { at: Number(at2), end: endOf(with2, 'unsaid') };
  const [low, high] = first.at <= second.at ? [first, second] : [second, first];
  return { condition: { low, high, unit }, rest: rest ?? '' };
}

function readSide(clause: string): Read | null {
  const [, at, unit = '', before, side = '', after, rest] = SIDE.exec(clause) ?? [];
  if (at === undefined) return null;
  const said = before ?? after;
  const bound: Bound = { at: Number(at), end: endOf(said, side.length === 3 ? 'closed' : 'unsaid') };
  const condition = side.endsWith('上') ? { low: bound, high: null, unit } : { low: null, high: bound, unit };
  return { condition, rest: rest ?? '' };
}

function readOneSign(clause: string): Read | null {
  const [, word = '', at, unit = '', mark, rest] = ONE_SIGN.exec(clause) ?? [];
  if (at === undefined) return null;
  const read = single(RELATION.get(word) ?? '', Number(at), unit);
  const open = mark?.startsWith('(不') === true;
  const relax = (bound: Bound | null): Bound | null => bound && { ...bound, end: open ? 'open' : 'closed' };
  const condition = mark === undefined ? read : { ...read, low: relax(read.low), high: relax(read.high) };
  return { condition, rest: rest ?? '' };
}

function readBare(clause: string): Read | null {
  const [, at, rest = ''] = BARE.exec(clause) ?? [];
  return at === undefined || rest === '' ? null : { condition: single('=', Number(at), '%'), rest };
}

const READERS = [readBetweenSigns, readTwoSigns, readRange, readSide, readOneSign, readBare];

/** The condition with which a clause begins and what follows it; `null` where it begins with none. */
export function readCondition(clause: string): Read | null {
  for (const reader of READERS) {
    const read = reader(clause);
    if (read !== null) return read;
  }
  return null;
}
