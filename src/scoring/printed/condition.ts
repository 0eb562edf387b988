import { holdsComparison, isDenied } from '../../words/comparisons';
import { NUMBER, UNIT, type Shape } from '../../words/shape';

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
/** What is compared, before the sign: 预算完成率, 完成率在. */
const SUBJECT = `([^\\uE000-\\uEFFF%<>=≤≥↑⇑↓⇓±每扣]{0,24}?)`;
const SIGN = '([<>≤≥=]|为)';
const TO = '(?:-|~|—{1,2}|–|至|到|和|与)';
const JOINED = '(?:之间|内)?(?:完成)?(?:的|时|者|:)?(?:即|则|就)?';

const BETWEEN_SIGNS = new RegExp(`^()${FIGURE}([<≤])[^\\uE000-\\uEFFF<>=≤≥]{0,24}([<≤])${FIGURE}${JOINED}`);
const TWO_SIGNS = new RegExp(`^${SUBJECT}${SIGN}${FIGURE}${WITH}(?:且|并且|而|,)?${SIGN}${FIGURE}${WITH}${JOINED}`);
const RANGE = new RegExp(`^${SUBJECT}[=≥]?${FIGURE}${WITH}${TO}${FIGURE}${WITH}↓?${JOINED}`);
const AROUND = new RegExp(`^${SUBJECT}([<≤])?±${FIGURE}${WITH}[↓⇓]?${JOINED}`);
const SIDE_AND_SIGN = new RegExp(
  `^${SUBJECT}≥?${FIGURE}${WITH}[↑⇑]${WITH}(?:且|但|而|,)*(?:完成率?)?([<≤])${FIGURE}${WITH}${JOINED}`,
);
const SIDE = new RegExp(`^${SUBJECT}${SIGN}?${FIGURE}${WITH}([↑⇑↓⇓])${WITH}${JOINED}`);
const ONE_SIGN = new RegExp(`^${SUBJECT}${SIGN}${FIGURE}${WITH}${JOINED}`);
/** 完成率100%得满分 */
const BARE = new RegExp(`^${SUBJECT}(${NUMBER})(%)${JOINED}(?=.)`);
/** 2次得3分: just so many. */
const JUST = new RegExp(`^${SUBJECT}(${NUMBER})(${UNIT})${JOINED}(?=,?(?:[得计记]|不[得计]))`);
/** 出现1次即不得分: once and more. */
const OCCURS = new RegExp(`^(.{0,12}(?:发生|出现|发现))${FIGURE}${WITH}${JOINED}(?=.)`);

function endOf(mark: string | undefined, otherwise: Bound['end']): Bound['end'] {
  if (mark === undefined) return otherwise;
  return mark.startsWith('(不') ? 'open' : 'closed';
}

function single(sign: string, at: number, unit: string, mark?: string): Condition {
  const bound: Bound = { at, end: endOf(mark, '<>'.includes(sign) ? 'open' : 'closed') };
  if (sign === '>' || sign === '≥') return { low: bound, high: null, unit };
  return { low: '<≤'.includes(sign) ? null : bound, high: bound, unit };
}

interface Found {
  readonly subject: string;
  readonly condition: Condition | null;
  readonly end: number;
  /** Whether a sign stands between the subject and the figure: 目标值≥95%. */
  readonly signed: boolean;
}

type Read = Found | null;

/** Reads figures, units and marks out of the groups of a match. */
class Groups {
  constructor(
    private readonly shape: Shape,
    readonly match: RegExpExecArray,
  ) {}

  at(group: number): number {
    return this.shape.numberOf(this.match[group])?.value.toNumber() ?? 0;
  }

  /** The unit that the figures share; `null` where they differ. */
  unit(...groups: number[]): string | null {
    const units = new Set(
      groups.flatMap((group) => {
        const sign = this.match[group];
        if (sign === undefined) return [];
        return sign === '%' || sign === '分' ? [sign] : [this.shape.numberOf(sign)?.unit ?? ''];
      }),
    );
    const [unit = ''] = units;
    return units.size > 1 ? null : unit;
  }

  read(condition: Condition | null, signed = false): Read {
    return { subject: this.match[1] ?? '', condition, end: this.match[0].length, signed };
  }
}

function matched(pattern: RegExp, shape: Shape): Groups | null {
  const match = pattern.exec(shape.text);
  return match === null ? null : new Groups(shape, match);
}

function readBetweenSigns(shape: Shape): Read {
  const groups = matched(BETWEEN_SIGNS, shape);
  const unit = groups?.unit(3, 7) ?? null;
  if (groups === null || unit === null) return null;
  const end = (sign: string | undefined) => (sign === '<' ? 'open' : 'closed') as Bound['end'];
  const [low, high] = [2, 6].map((at, index) => ({ at: groups.at(at), end: end(groups.match[4 + index]) }));
  return groups.read({ low: low ?? null, high: high ?? null, unit });
}

function readTwoSigns(shape: Shape): Read {
  const groups = matched(TWO_SIGNS, shape);
  const unit = groups?.unit(4, 8) ?? null;
  if (groups === null || unit === null) return null;
  const { match } = groups;
  const a = single(match[2] ?? '', groups.at(3), unit, match[5]);
  const b = single(match[6] ?? '', groups.at(7), unit, match[9]);
  const opposite = (a.low === null) !== (b.low === null) && (a.high === null) !== (b.high === null);
  return opposite ? groups.read({ low: a.low ?? b.low, high: a.high ?? b.high, unit }) : null;
}

function readRange(shape: Shape): Read {
  const groups = matched(RANGE, shape);
  const unit = groups?.unit(3, 6) ?? null;
  if (groups === null || unit === null) return null;
  const first: Bound = { at: groups.at(2), end: endOf(groups.match[4], 'unsaid') };
  const second: Bound = { at: groups.at(5), end: endOf(groups.match[7], 'unsaid') };
  const [low, high] = first.at <= second.at ? [first, second] : [second, first];
  return groups.read({ low, high, unit });
}

/** 90%以上不足100% */
function readSideAndSign(shape: Shape): Read {
  const groups = matched(SIDE_AND_SIGN, shape);
  const unit = groups?.unit(3, 8) ?? null;
  if (groups === null || unit === null) return null;
  const { match } = groups;
  const low: Bound = { at: groups.at(2), end: endOf(match[4] ?? match[5], 'closed') };
  const high: Bound = { at: groups.at(7), end: endOf(match[9], match[6] === '<' ? 'open' : 'closed') };
  return low.at < high.at ? groups.read({ low, high, unit }) : null;
}

function readAround(shape: Shape): Read {
  const groups = matched(AROUND, shape);
  if (groups === null) return null;
  const end = endOf(groups.match[5], groups.match[2] === '<' ? 'open' : 'closed');
  const at = groups.at(3);
  return groups.read({ low: { at: -at, end }, high: { at, end }, unit: groups.unit(4) ?? '' });
}

/** 90%以上; with a sign before it, which the side must not contradict: 未达到90%以上, 控制在5%以内. */
function readSide(shape: Shape): Read {
  const groups = matched(SIDE, shape);
  if (groups === null) return null;
  const { match } = groups;
  const [, , sign, , , before, side = '', after] = match;
  const unit = groups.unit(4) ?? '';
  const up = '↑⇑'.includes(side);
  const included = '⇑⇓'.includes(side) ? 'closed' : 'unsaid';
  const said = endOf(before ?? after, included);
  const bound: Bound = { at: groups.at(3), end: said };
  const condition: Condition = up ? { low: bound, high: null, unit } : { low: null, high: bound, unit };
  if (sign === undefined || sign === '为' || sign === '=') return groups.read(condition);
  const signed = single(sign, groups.at(3), unit, before ?? after);
  if ((signed.low !== null) === up) return groups.read(sign === '≥' || sign === '≤' ? signed : condition);
  // 控制在90%以上 names the side; 低于90%以上 contradicts it.
  return groups.read(null);
}

function readOneSign(shape: Shape): Read {
  const groups = matched(ONE_SIGN, shape);
  if (groups === null) return null;
  const { match } = groups;
  return groups.read(single(match[2] ?? '', groups.at(3), groups.unit(4) ?? '', match[5]), true);
}

function readOccurs(shape: Shape): Read {
  const groups = matched(OCCURS, shape);
  return groups?.read(single('≥', groups.at(2), groups.unit(3) ?? '', groups.match[4])) ?? null;
}

function readBare(shape: Shape): Read {
  const groups = matched(BARE, shape) ?? matched(JUST, shape);
  return groups?.read(single('=', groups.at(2), groups.unit(3) ?? '')) ?? null;
}

const READERS = [
  readBetweenSigns,
  readTwoSigns,
  readSideAndSign,
  readRange,
  readAround,
  readSide,
  readOneSign,
  readOccurs,
  readBare,
];

/** A share of what was aimed at is no bound of the rate itself: 达到目标值的90%. */
const OF_TARGET = /(?:目标|指标|计划|预期|任务)[值数量]?的?$/;
const SHARE_OF_TARGET =
  /^(?:实际)?(?:完成|达到|实现|达)?(?:了)?(?:年度|年初|预期|绩效)?(?:目标|指标|计划|预期|任务)[值数量]?的?$/;

const DEVIATION = /(?:偏差|误差|偏离)(?:率|度|值|幅度|范围|程度)?(?:控制|保持)?在?$/u;

/**
 * The condition with which a clause begins; `null` where it begins with none. Words before it that may turn it round, or
 * that compare themselves, leave it unread.
 */
export function readCondition(shape: Shape): ReadCondition | null {
  for (const reader of READERS) {
    const read = reader(shape);
    if (read === null) continue;
    const { subject, condition, end, signed } = read;
    if (condition?.unit === '%' && !signed && SHARE_OF_TARGET.test(subject)) {
      return { condition: { ...condition, ofTarget: true }, end };
    }
    const unsure = isDenied(subject) || holdsComparison(subject) || (!signed && OF_TARGET.test(subject));
    const off =
      condition?.unit === '%' && DEVIATION.test(subject)
        ? { deviation: true as const }
        : subject === ''
          ? { bare: true as const }
          : {};
    return { condition: unsure || condition === null ? null : { ...condition, ...off }, end };
  }
  return null;
}
