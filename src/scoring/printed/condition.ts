import { holdsComparison } from '../../words/comparisons';
import { mayDeny } from '../../words/denial';
import { NUMBER, UNIT, type Shape } from '../../words/shape';
import { AIM, LATE } from '../../words/vocabulary';

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
  /** Whether it is a share of the row's target: 达到目标值的90%. */
  readonly ofTarget?: true;
  /** Whether it is how far off the target something may be: 偏差在±5%以内. */
  readonly deviation?: true;
  /** Whether it is how much later than the target something was done: 延迟1个月以内. */
  readonly late?: true;
  /** Whether nothing says what is compared: 5%-10%. */
  readonly bare?: true;
}

/** A condition with which a clause begins; `null` for one that begins so and is not understood. */
export interface ReadCondition {
  readonly condition: Condition | null;
  /** Where in the shape the rest of the clause begins. */
  readonly end: number;
}

const FIGURE = `(${NUMBER})(%|分|${UNIT})?`;
const WITH = '(\\(不?含[^()]{0,8}\\))?';
/** A figure with what its side says: 90%(含)以上. */
const BOUND = `${FIGURE}${WITH}([↑⇑↓⇓])?${WITH}`;
/** What is compared, before the sign: 预算完成率, 完成率在. */
const SUBJECT = `([^\\uE000-\\uEFFF%<>=≤≥↑⇑↓⇓±每扣]{0,24}?)`;
const TO = '(-|~|—{1,2}|–|至|到|和|与)';
/** Between two bounds that hold together: 超过3%但不超过5%. */
const AND = `[且并但而,]{0,3}(?:完成率?)?(?=[<>≤≥]|${NUMBER}(?:%|${UNIT})?(?:\\([^()]{1,9}\\))?[↑⇑↓⇓])`;
const JOINED =
  '(?:[^\\uE000-\\uEFFF%<>=≤≥,每扣得不未没无]{0,14}(?:事故|事件))?(?:之间|内)?(?:完成|响应|办结|答复|送达|到[位场达]|处[理置]|修复|出动|出警|反馈|受理|拨付|整改|报送|公开)?(?:[为是属]于?(?:优秀?|良好?|中等?|较?差|合格|一般))?(?:的|时|者|:)?(?:即|则|就)?';

const ONE_BOUND = new RegExp(`^${SUBJECT}([<>≤≥=为])?(±)?${BOUND}${JOINED}`);
const TWO_BOUNDS = new RegExp(`^${SUBJECT}([<>≤≥=为])?${BOUND}(?:${TO}|${AND})([<>≤≥])?${BOUND}${JOINED}`);
/** 90%≤完成率<95%, 95%>完成率≥90% */
const ENCLOSED = '[^\\uE000-\\uEFFF<>=≤≥]{0,24}';
const BETWEEN_SIGNS = new RegExp(`^${FIGURE}(?:([<≤])${ENCLOSED}([<≤])|([>≥])${ENCLOSED}([>≥]))${FIGURE}${JOINED}`);
/** 出现1次即不得分: once and more. */
const OCCURS = /(?:发生|出现|发现)$/;
/** No count of things by which alone a condition may be told. */
const COUNTED = /^[%分]?$/;
/** 2次得3分: just so many. */
const SCORES = /^,?(?:[得计记]|不[得计])/;

function endOf(mark: string | undefined, otherwise: Bound['end']): Bound['end'] {
  if (mark === undefined) return otherwise;
  return mark.startsWith('(不') ? 'open' : 'closed';
}

/** A figure as it is written on one side of a condition. */
interface Written {
  readonly sign: string | undefined;
  readonly at: number;
  readonly scale: number;
  readonly unit: string | undefined;
  readonly side: string | undefined;
  /** (含), (不含) */
  readonly mark: string | undefined;
}

function writtenIn(shape: Shape, sign: string | undefined, groups: readonly (string | undefined)[]): Written {
  const [figure, unit, before, side, after] = groups;
  const number = shape.numberOf(figure);
  const [at, scale] = [number?.value.toNumber() ?? 0, number?.scale.toNumber() ?? 1];
  const name = unit === undefined || '%分'.includes(unit) ? unit : (shape.numberOf(unit)?.unit ?? '');
  return { sign: sign === '为' ? '=' : sign, at, scale, unit: name, side, mark: before ?? after };
}

/** The condition that a sign gives, or a side, which the sign must not contradict: 未达到90%以上, 控制在5%以内. */
function boundOf({ sign, at, unit = '', side, mark }: Written): Condition | null {
  const signed = ends(sign ?? '=', { at, end: endOf(mark, '<>'.includes(sign ?? '=') ? 'open' : 'closed') }, unit);
  if (side === undefined) return signed;
  const up = '↑⇑'.includes(side);
  const own = ends(up ? '≥' : '≤', { at, end: endOf(mark, '⇑⇓'.includes(side) ? 'closed' : 'unsaid') }, unit);
  if (sign === undefined || sign === '=') return own;
  // 控制在90%以上 names the side; 低于90%以上 contradicts it.
  if ((signed.low !== null) !== up) return null;
  return '≥≤'.includes(sign) ? signed : own;
}

function ends(sign: string, bound: Bound, unit: string): Condition {
  return { low: '<≤'.includes(sign) ? null : bound, high: '>≥'.includes(sign) ? null : bound, unit };
}

/** 80%(含)-90%, and 90%以上不足100%; `null` where the two bounds don't enclose anything. */
function between(first: Written, second: Written, ranged: boolean): Condition | null {
  const unit = first.unit ?? second.unit ?? '';
  if (first.unit !== undefined && second.unit !== undefined && first.unit !== second.unit) return null;
  if (ranged) {
    if (second.sign !== undefined || !['=', '≥', undefined].includes(first.sign)) return null;
    // The unit and scale of 4000-5000万元 stand once.
    const scaled = first.unit === undefined ? first.at * second.scale : first.at;
    const [low, high] = [{ ...first, at: scaled > second.at ? first.at : scaled }, second]
      .map(({ at, mark }): Bound => ({ at, end: endOf(mark, 'unsaid') }))
      .sort((a, b) => a.at - b.at);
    return { low: low ?? null, high: high ?? null, unit };
  }
  const [a, b] = [boundOf(first), boundOf(second)];
  const [low, high] = [a?.low ?? b?.low ?? null, a?.high ?? b?.high ?? null];
  const opposite = (a?.low === null) !== (b?.low === null) && (a?.high === null) !== (b?.high === null);
  const enclosing = opposite && (low?.at ?? 0) <= (high?.at ?? 0);
  return a !== null && b !== null && enclosing ? { low, high, unit } : null;
}

/** What stands alone before its score says what it means by that: 完成率100%得满分, 2次得3分, 出现1次即不得分. */
function bare(written: Written, subject: string, rest: string): string | null {
  // 维护工程12处，每少1处扣1分: so many are asked for.
  if (rest === '') return COUNTED.test(written.unit ?? '%') ? null : '=';
  if (OCCURS.test(subject)) return '≥';
  return written.unit === '%' || (written.unit !== undefined && written.unit !== '分' && SCORES.test(rest))
    ? '='
    : null;
}

interface Found {
  readonly subject: string;
  readonly condition: Condition | null;
  readonly end: number;
  /** Whether a sign stands between the subject and the figure: 目标值≥95%. */
  readonly signed: boolean;
}

const TURNED: Readonly<Record<string, string>> = { '<': '>', '≤': '≥', '>': '<', '≥': '≤' };

function twoBounds(shape: Shape): Found | null {
  const [all, subject = '', ...groups] = TWO_BOUNDS.exec(shape.text) ?? [];
  if (all !== undefined) {
    const [sign, , , , , , to, other] = groups;
    const [first, second] = [writtenIn(shape, sign, groups.slice(1)), writtenIn(shape, other, groups.slice(8))];
    const condition = between(first, second, to !== undefined);
    return condition && { subject, condition, end: all.length, signed: false };
  }
  const [enclosed, one, oneUnit, below, above, over, under, other, otherUnit] = BETWEEN_SIGNS.exec(shape.text) ?? [];
  if (enclosed === undefined) return null;
  const first = writtenIn(shape, TURNED[below ?? over ?? ''], [one, oneUnit]);
  const condition = between(first, writtenIn(shape, above ?? under, [other, otherUnit]), false);
  return condition && { subject: '', condition, end: enclosed.length, signed: false };
}

function oneBound(shape: Shape): Found | null {
  const [all, subject = '', sign, around, ...groups] = ONE_BOUND.exec(shape.text) ?? [];
  if (all === undefined) return null;
  const written = writtenIn(shape, sign, groups);
  const { at, unit = '', mark, side } = written;
  const read = (condition: Condition | null, signed = false) => ({ subject, condition, end: all.length, signed });
  if (around !== undefined) {
    // Beyond ±5% lies on either side of it, and is told without a sign.
    if (sign === '>' || sign === '≥') return read(boundOf(written));
    const edge = endOf(mark, sign === '<' ? 'open' : 'closed');
    return read({ low: { at: -at, end: edge }, high: { at, end: edge }, unit });
  }
  if (sign !== undefined || side !== undefined) return read(boundOf(written), side === undefined);
  const meant = bare(written, subject, shape.text.slice(all.length));
  return meant === null ? null : read(boundOf({ ...written, sign: meant }));
}

/** A share of what was aimed at is no bound of the rate itself: 达到目标值的90%. */
const OF_TARGET = new RegExp(`(?:${AIM}|预期)的?$`);
const SHARE_OF_TARGET = new RegExp(`^(?:实际)?(?:完成|达到|实现|达)?了?(?:${AIM}|预期)的?$`);

const DEVIATION = /(?:偏差|误差|偏离)(?:率|度|值|幅度|范围|程度)?(?:控制|保持)?在?$/;

const DELAY = new RegExp(`^(?:${LATE})(?:完成)?(?:时间)?在?$`);

/**
 * The condition with which a clause begins; `null` where it begins with none. Words before it that may turn it round, or
 * that compare themselves, leave it unread.
 */
export function readCondition(shape: Shape): ReadCondition | null {
  const read = twoBounds(shape) ?? oneBound(shape);
  if (read === null) return null;
  const { subject, condition, end, signed } = read;
  if (condition?.unit === '%' && !signed && SHARE_OF_TARGET.test(subject)) {
    return { condition: { ...condition, ofTarget: true }, end };
  }
  const unsure = mayDeny(subject) || holdsComparison(subject) || (!signed && OF_TARGET.test(subject));
  const off =
    condition?.unit === '%' && DEVIATION.test(subject)
      ? { deviation: true as const }
      : DELAY.test(subject)
        ? { late: true as const }
        : subject === ''
          ? { bare: true as const }
          : {};
  return { condition: unsure || condition === null ? null : { ...condition, ...off }, end };
}
