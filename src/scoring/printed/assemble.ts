import { tiersFrom } from './bands';
import { type Clause, type Of, pick } from './clause';
import type { Bound, Condition } from './condition';
import { countFrom, deductionFrom, floorIn, gainFrom } from './deductions';
import { answerIn, isFull, mismatch, otherSide, pointsOf, ratesFor, sharesTarget, UNCLEAR } from './row';
import type { PrintedAnswer, Assembled, RowFacts } from './row';
import { IN_TIME } from '../../words/vocabulary';

/** More steps than these are no help to a person. */
const MOST_STEPS = 60;

function rounded(points: number): number {
  return Math.round(points * 10_000) / 10_000;
}

/** All sums of some of the parts, lowest first; not all of them where they are too many to name. */
function sumsOf(parts: readonly number[]): number[] {
  const sums = new Set([0]);
  for (const part of parts) {
    if (sums.size > MOST_STEPS) break;
    for (const sum of [...sums]) sums.add(rounded(sum + part));
  }
  return [...sums].sort((a, b) => a - b);
}

const NOTE = '按表内评分标准，由人工判断';

/** ①②③各1分; 无结余3分，有结余…2分: a person says what holds, the rule says which scores there are. */
function stepsFrom(clauses: readonly Clause[], row: RowFacts): Assembled {
  const parts = pick(clauses, 'parts').flatMap(({ count, points }) => Array.from({ length: count }, () => points));
  const cases = pick(clauses, 'case');
  const scores = cases.map(({ score }) => pointsOf(score, row.weight));
  const known = scores.filter((score) => score !== null);
  if (known.length < scores.length) return { rule: { kind: 'judged', note: NOTE } };
  const numbered = cases.length > 1 && cases.every((one) => one.numbered);
  if (row.hasTarget && parts.length === 0 && !numbered && isAllOrNothing(cases, row.weight)) {
    return { rule: { kind: 'target', below: 'zero', above: 'zero' } };
  }
  const answers = parts.length > 0 || numbered ? [] : answersOf(cases, row.weight);
  const all = [...parts, ...known];
  const sums = numbered || parts.length > 0 ? sumsOf(all) : null;
  const most = sums === null ? Math.max(...known) : rounded(all.reduce((sum, points) => sum + points, 0));
  if (row.weight !== null && most !== row.weight) return mismatch(most, row.weight);
  const steps = sums ?? [...new Set(known)].sort((a, b) => a - b);
  const few = steps.length > 1 && steps.length <= MOST_STEPS;
  return { rule: { kind: 'judged', note: NOTE, ...(few ? { steps } : {}) }, answers };
}

/** What each answer in words gives: 良得80%, 较及时得3分, 持平得1分. */
function answersOf(cases: readonly Of<'case'>[], weight: number | null): readonly PrintedAnswer[] {
  return cases.flatMap(({ words, score }) => {
    const [points, answer] = [pointsOf(score, weight), answerIn(words)];
    return points === null || answer === '' ? [] : [{ words: answer, points }];
  });
}

const NEGATION = /[不未没无非]/;

/** 完成得满分，未完成不得分; 未发生得满分，发生不得分; 超出不得分 alone. */
function isAllOrNothing(cases: readonly Of<'case'>[], weight: number | null): boolean {
  const [nothing, full, third] = [...cases].reverse();
  if (nothing === undefined || third !== undefined || pointsOf(nothing.score, weight) !== 0) return false;
  const side = otherSide(nothing.words);
  if (full === undefined) return side !== null && side !== 'either';
  if (!isFull(full.score, weight)) return false;
  if (NEGATION.test(full.words)) return side === 'above';
  return /完成|达到|达标|实现/.test(full.words) && (NEGATION.test(nothing.words) || side !== null);
}

/** 100%, or the row's own target: what full marks are given from and parts are taken of. */
function isBase({ low, high, unit }: Condition, { target, hasTarget }: RowFacts): boolean {
  if (low?.at === 100 && unit === '%') return true;
  return hasTarget && high === null && low?.at === target?.value && unit === target?.unit;
}

/** Whether a percentage may be held against actual ÷ target: the target is the whole, or in another unit. */
function isShare(row: RowFacts): boolean {
  return sharesTarget(row) || (row.target?.unit === '%' && row.target.value === 100);
}

/** Whether a clause is a band, what is taken in proportion, or says nothing of the score. */
const isOfBands = ({ kind }: Clause): boolean => ['tier', 'proportion', 'nothing'].includes(kind);

/** ≥300条得2分，不足的按比例: parts of a count are taken of it; `null` where it is a rate, of which 100% may be the whole. */
function byCount(clauses: readonly Clause[], row: RowFacts): Assembled | null {
  const [tier, other] = pick(clauses, 'tier');
  const alone = other === undefined && clauses.every(isOfBands);
  const whole = pick(clauses, 'proportion').every(({ where, base }) => where === undefined && base === undefined);
  if (!alone || !whole || tier === undefined || row.target !== null || !isFull(tier.score, row.weight)) return null;
  const { low, high, unit } = tier.condition;
  if (low === null || low.at <= 0 || high !== null || ['', '%'].includes(unit)) return null;
  return { rule: { kind: 'proportion', rate: ['actual'], unit, full: low.at } };
}

/** 90%以上得满分，60%-90%按比例，60%以下不得分: of what the parts are taken is not said but by 插值; no way gives more than a percent of the weight for each. */
function byBands(clauses: readonly Clause[], row: RowFacts): Assembled | null {
  const [proportion, another] = pick(clauses, 'proportion');
  const { where, base, evenly } = proportion ?? {};
  const tiers = pick(clauses, 'tier');
  const up = where?.high ?? null;
  if (where === undefined || up === null || up.at > 100 || where.unit !== '%') return null;
  if (another !== undefined || base !== undefined || !clauses.every(isOfBands)) return null;
  const full = tiers.filter(({ condition, score }) => isFull(score, row.weight) && condition.low?.at === up.at);
  const nothing = tiers.filter(({ score }) => pointsOf(score, row.weight) === 0);
  if (full.length !== 1 || full.length + nothing.length !== tiers.length) return null;
  if (evenly === true && !nothing.some(({ condition }) => condition.high?.at === where.low?.at)) return null;
  const part = { inProportion: true, ...(evenly && { evenly }) } as const;
  return tiersFrom([...tiers, { kind: 'tier', condition: where, score: { share: 1 }, ...part }], [], row);
}

/** 按完成率×分值计分; with 达到100%得满分 before it. */
function proportionFrom(clauses: readonly Clause[], row: RowFacts): Assembled {
  const parts = pick(clauses, 'proportion');
  const other = parts.find(({ of }) => of !== null && of !== row.weight)?.of ?? null;
  if (other !== null && row.weight !== null) return mismatch(other, row.weight);
  const { tiers, floor, unclear } = floorIn(clauses, row);
  const cases = pick(clauses, 'case');
  // 按完成率计分 beside ≥90%: the rate may be the actual value itself or its share of the target.
  const either = row.target?.unit === '%' && row.target.value !== 100 && parts.some(({ rate }) => rate);
  const nothingBelow = floor?.high?.at;
  // 负增长不得分: no part of less than nothing is taken anyway.
  const floored =
    floor === undefined || (nothingBelow !== undefined && floor.unit === '%' && (nothingBelow === 0 || isShare(row)));
  const inverse = parts.some((one) => one.inverse);
  const fromBase = tiers.every(({ condition, score }) => isFull(score, row.weight) && isBase(condition, row));
  const within = parts.every(
    ({ where }) =>
      where === undefined ||
      (where.low === null ? isBase({ ...where, low: where.high, high: null }, row) : where.low.at === nothingBelow),
  );
  const full = cases.every(({ score }) => isFull(score, row.weight)) && pick(clauses, 'parts').length === 0;
  // ≥92%得满分，未达到的按实际值/目标值: in a row without a target its bound is that.
  const goal = row.hasTarget ? undefined : tiers[0]?.condition.low?.at;
  const [base = 100, another] = new Set(parts.map((one) => one.base ?? (one.ofGoal ? goal : undefined) ?? 100));
  const isClear = another === undefined && floor === undefined && full;
  if (
    base !== 100 &&
    isClear &&
    tiers.every(({ condition: { unit, low, high } }) => unit === '%' && low?.at === base && high === null)
  )
    return { rule: { kind: 'proportion', rate: ratesFor(row, null), full: base } };
  const evenly = parts.some((one) => one.evenly);
  if (base !== 100 || evenly || !fromBase || !within || !floored || !full || unclear) {
    return byCount(clauses, row) ?? byBands(clauses, row) ?? { unread: '评分标准没有写明按比例计分的基数，请人工判断' };
  }
  if (inverse && row.target?.relation?.startsWith('<') !== true) return { unread: UNCLEAR };
  if (row.hasTarget) {
    const sides = { below: either ? 'either' : 'proportion', above: inverse ? 'inverse' : 'either' } as const;
    return { rule: { kind: 'target', ...sides, ...(nothingBelow && { nothingBelow }) } };
  }
  return { rule: { kind: 'proportion', rate: ratesFor(row, null) } };
}

/** 偏差在±5%以内: a percentage off the row's own target, where that is a figure of which a share can only be meant so. */
function fromDeviation(clauses: readonly Clause[], row: RowFacts): Assembled {
  const clear = row.target !== null && row.target.unit !== '%' && ['=', null].includes(row.target.relation);
  const off = clauses.map((clause) => {
    if (!('condition' in clause) || clause.condition === null) return clause;
    const { condition } = clause;
    // Beyond ±5% on either side.
    const { deviation, bare, ...bounds } = { ...condition, low: (condition.low?.at ?? 0) < 0 ? null : condition.low };
    return deviation === true || bare === true ? { ...clause, condition: bounds } : null;
  });
  const known = off.filter((clause) => clause !== null);
  if (!clear || known.length < off.length) return { unread: '评分标准里的偏差怎么算没有写明，请人工判断' };
  return assemble(known, { ...row, ofDeviation: true });
}

/** 小于或等于1得满分 of a rate that is told in percent: 1 for 100% and 0.95 for 95%, where no bound says that percent are meant. */
function inPercent(clauses: readonly Clause[]): readonly Clause[] {
  const bounds = clauses.flatMap((clause) => ('condition' in clause ? (clause.condition ?? []) : []));
  const figures = bounds.flatMap(({ low, high }) => [low, high].flatMap((bound) => bound?.at ?? []));
  const areShares = figures.some((at) => at >= 0.5) && figures.every((at) => at >= 0 && at <= 1);
  if (bounds.some(({ unit }) => unit !== '') || !areShares) return clauses;
  const scaled = (bound: Bound | null) => bound && { ...bound, at: bound.at * 100 };
  return clauses.map((clause) =>
    withCondition(clause, (one) => ({ ...one, low: scaled(one.low), high: scaled(one.high), unit: '%' })),
  );
}

/** A clause with its condition changed, where it has one. */
function withCondition(clause: Clause, change: (condition: Condition) => Condition): Clause {
  if (!('condition' in clause) || clause.condition === null) return clause;
  return { ...clause, condition: change(clause.condition) };
}

/** Within ±5% of a deviation: no more than 5% of it, whichever sign it has. */
function oneSided(clause: Clause): Clause {
  return withCondition(clause, (condition) => {
    const { low, high } = condition;
    const around = low !== null && low.at < 0 && low.at === -(high?.at ?? 0);
    return around ? { ...condition, low: null } : condition;
  });
}

/** 发生1起扣2分，发生2起及以上不得分: what one costs, where others say what more of them do. */
function bandsOfOccurrence(clauses: readonly Clause[], weight: number | null): readonly Clause[] {
  const more = new Set(
    pick(clauses, 'tier').flatMap(({ condition: { low, unit } }) => (low !== null && low.at > 1 ? unit : [])),
  );
  return clauses.map((clause) => {
    if (clause.kind !== 'each' || clause.sign === '加' || !clause.one || !clause.unit || !more.has(clause.unit))
      return clause;
    const [one, lost] = [{ at: 1, end: 'closed' } satisfies Bound, pointsOf(clause.cost, weight)];
    return lost === null
      ? clause
      : { kind: 'tier', condition: { low: one, high: one, unit: clause.unit }, score: { lost } };
  });
}

const DONE_IN_TIME = new RegExp(`^(?:${IN_TIME})(?:完成)?$`);
/** The fewest and the most days that a unit of so many of it is. */
const DAYS: Readonly<Record<string, (at: number) => readonly [least: number, most: number]>> = {
  天: (at) => [at, at],
  日: (at) => [at, at],
  个月: (at) => [30 * at - 2, 31 * at],
};

/**
 * A band of lateness in days; which side of it a day belongs to that only some months have is not said.
 *
 * @param least where a band begins that says nothing of it.
 */
function inDays({ low, high, unit }: Condition, least: Bound | null): Condition | null {
  const days = DAYS[unit];
  if (days === undefined) return null;
  const bound = ({ at, end }: Bound, side: 0 | 1): Bound => {
    const [least, most] = days(at);
    return { at: side === 0 ? least : most, end: least === most ? end : 'open' };
  };
  const from = low === null ? least : bound(low, 1);
  const to = high && bound(high, 0);
  return to !== null && from !== null && to.at < from.at ? null : { low: from, high: to, unit: '天' };
}

/** 按期完成得满分，延迟1个月以内扣1分，延迟1个月以上不得分. */
function byLateness(clauses: readonly Clause[], row: RowFacts): Assembled {
  const inTime: Condition = { low: null, high: { at: 0, end: 'closed' }, unit: '天' };
  // What is in time stands apart, and each band ends where a better one begins.
  const isApart = pick(clauses, 'case').some(({ words }) => DONE_IN_TIME.test(words));
  const least: Bound | null = isApart ? null : { at: 0, end: 'open' };
  const inDaysLate = (clause: Clause): Of<'tier'> | null => {
    if (clause.kind === 'case')
      return DONE_IN_TIME.test(clause.words) ? { ...clause, kind: 'tier', condition: inTime } : null;
    const condition =
      clause.kind === 'tier' && (clause.condition.late ?? clause.condition.bare)
        ? inDays(clause.condition, least)
        : null;
    return clause.kind === 'tier' && condition !== null ? { ...clause, condition } : null;
  };
  const tiers = clauses.flatMap((clause) => inDaysLate(clause) ?? []);
  const cases = pick(clauses, 'case').filter(({ words }) => !DONE_IN_TIME.test(words));
  const assembled: Assembled =
    tiers.length + cases.length < clauses.length ? { unread: UNCLEAR } : tiersFrom(tiers, cases, row);
  if ('unread' in assembled || assembled.rule.kind !== 'tiers') return assembled;
  return { rule: { ...assembled.rule, rate: ['delay'] } };
}

/** 超10元扣1分 beside ≤400元: what comes on top of the limit, of which it is not said whether each ten cost as much. */
function isBeyondGoal({ condition: { low, high, unit }, score }: Of<'tier'>, { target }: RowFacts): boolean {
  const isLimit = target !== null && target.unit === unit && target.relation?.startsWith('>') !== true;
  return isLimit && 'lost' in score && low !== null && high === null && low.at < target.value;
}

/** 完成1篇得1分 beside 4篇 of four points: each brings one, though no 每 says so. */
function eachOf([only, another]: readonly Clause[], { target, weight }: RowFacts): Of<'each'> | null {
  if (only?.kind !== 'tier' || another !== undefined || !('points' in only.score)) return null;
  const { low, high, unit } = only.condition;
  const isOne = low?.at === 1 && high?.at === 1 && unit === target?.unit && unit !== '%';
  const isAll = target !== null && target.value > 1 && weight === target.value * only.score.points;
  return isOne && isAll ? { kind: 'each', sign: '加', cost: only.score, unit } : null;
}

/** 每增加1项加1分 without a bound from which it is more: each brings points. */
function eachGained(clauses: readonly Clause[]): readonly Clause[] {
  if (clauses.some(({ kind }) => ['deduct', 'tier'].includes(kind))) return clauses;
  return clauses.map((clause) =>
    clause.kind === 'gain' && clause.step === 1 && clause.condition === null
      ? { kind: 'each', sign: '加', cost: clause.cost, unit: clause.unit }
      : clause,
  );
}

/** Makes one rule of what the clauses of a printed rule say. */
export function assemble(all: readonly Clause[], row: RowFacts): Assembled {
  const gained = eachGained(all);
  const sided = row.namesDeviation ? gained.map(oneSided) : gained;
  const clauses = bandsOfOccurrence(row.inPercent ? inPercent(sided) : sided, row.weight);
  const whole = pick(clauses, 'whole')[0]?.points;
  if (whole !== undefined && row.weight !== null && whole !== row.weight) return mismatch(whole, row.weight);
  const off = clauses.some((clause) => 'condition' in clause && clause.condition?.deviation === true);
  if (off && row.target !== null && !row.namesDeviation) return fromDeviation(clauses, row);
  const said = clauses.filter(({ kind }) => kind !== 'nothing');
  const late = said.some((clause) => clause.kind === 'tier' && clause.condition.late === true);
  if (late && row.dated) return byLateness(said, row);
  if (pick(said, 'tier').some((tier) => isBeyondGoal(tier, row))) return { unread: UNCLEAR };
  if (pick(clauses, 'deduct').length > 0) return deductionFrom(clauses, row);
  if (pick(clauses, 'gain').length > 0) return gainFrom(clauses, row);
  if (pick(clauses, 'each').length > 0) return countFrom(clauses, row);
  if (pick(clauses, 'least').length > 0) return { unread: UNCLEAR };
  const inParts = pick(clauses, 'proportion').length > 0;
  // 实际值/目标值×8分，最高8分: no more than the weight in any case.
  if (pick(clauses, 'cap').some(({ points }) => !inParts || points !== row.weight)) return { unread: UNCLEAR };
  if (inParts) return proportionFrom(clauses, row);
  const each = eachOf(said, row);
  if (each !== null) return countFrom([each], row);
  if (pick(clauses, 'tier').length > 0) return tiersFrom(pick(clauses, 'tier'), pick(clauses, 'case'), row);
  if (pick(clauses, 'parts').length + pick(clauses, 'case').length > 0) return stepsFrom(clauses, row);
  return { unread: '评分标准里没有读出计分的办法，请人工判断' };
}
