import type { Tier } from '../rulebook';
import type { Clause, Score } from './clause';
import type { Bound, Condition } from './condition';
import { mismatch, otherSide, pointsOf, ratesFor, type Assembled, type RowFacts } from './row';
import { quote } from '../../sheet/quote';

type TierClause = Extract<Clause, { kind: 'tier' }>;
type CaseClause = Extract<Clause, { kind: 'case' }>;

interface Band {
  readonly low: Bound | null;
  readonly high: Bound | null;
  readonly score: Score;
}

/** The unit that all conditions share; `null` where they differ or it can't be told. */
function unitOf(conditions: readonly Condition[], row: RowFacts): string | null {
  const units = new Set(conditions.map(({ unit }) => unit).filter((unit) => unit !== ''));
  if (units.size > 1) return null;
  const [unit] = units;
  return unit ?? (row.namesRate ? '%' : null);
}

/** 其余不得分: the side of the bands that they leave open. */
function remainder(bands: readonly Band[], score: Score): Band | null {
  const lows = bands.flatMap(({ low }) => low ?? []);
  const highs = bands.flatMap(({ high }) => high ?? []);
  const beyond = ({ at, end }: Bound): Bound => ({ at, end: end === 'open' ? 'closed' : 'open' });
  if (lows.length === bands.length && highs.length < bands.length) {
    return { low: null, high: beyond(lows.reduce((least, low) => (low.at < least.at ? low : least))), score };
  }
  if (highs.length === bands.length && lows.length < bands.length) {
    return { low: beyond(highs.reduce((most, high) => (high.at > most.at ? high : most))), high: null, score };
  }
  return null;
}

function isOpenSide(words: string, bands: readonly Band[]): boolean {
  const side = otherSide(words);
  if (side === 'above') return bands.every(({ high }) => high !== null);
  return side === 'below' ? bands.every(({ low }) => low !== null) : side === 'either';
}

/** Gives a bound of which nothing is said to its band unless the neighbour claims it; unclaimed ones belong to both. */
function settle(bound: Bound, neighbours: readonly (Bound | null)[]): 'closed' | 'open' {
  if (bound.end !== 'unsaid') return bound.end;
  return neighbours.some((one) => one?.at === bound.at && one.end === 'closed') ? 'open' : 'closed';
}

function toTier(band: Band, bands: readonly Band[], weight: number | null): Tier {
  const neighbours = bands.flatMap(({ low, high }) => [low, high]);
  const { low, high, score } = band;
  return {
    low: low?.at ?? null,
    ...(low !== null && settle(low, neighbours) === 'open' ? { lowOpen: true } : {}),
    high: high?.at ?? null,
    ...(high !== null && settle(high, neighbours) === 'closed' ? { highClosed: true } : {}),
    ...('share' in score ? { share: score.share } : { points: pointsOf(score, weight) ?? 0 }),
  };
}

function overlap(tiers: readonly Tier[]): boolean {
  const sorted = [...tiers].sort((a, b) => (a.low ?? -Infinity) - (b.low ?? -Infinity));
  return sorted.some((tier, at) => {
    const next = sorted[at + 1];
    return next !== undefined && (next.low ?? -Infinity) < (tier.high ?? Infinity);
  });
}

/** 未达到90%以上的不得分 beside ≥90%: the row's own target, and nothing where it is missed. */
function missesOwnTarget({ condition: { low, high, unit }, score }: TierClause, { target, weight }: RowFacts): boolean {
  const bound = low === null ? high : high === null ? low : null;
  const own = bound?.end === 'open' && bound.at === target?.value && unit === target.unit;
  return own && pointsOf(score, weight) === 0;
}

/** ≥90%计5分；80%(含)-90%计4分；…；<60%不得分. */
export function tiersFrom(clauses: readonly TierClause[], cases: readonly CaseClause[], row: RowFacts): Assembled {
  const unit = unitOf(
    clauses.map(({ condition }) => condition),
    row,
  );
  if (unit === null) return { unread: '评分标准各档的单位不同或没有写明，请人工判断' };
  const [only, second] = clauses;
  if (only !== undefined && second === undefined && cases.length === 0 && missesOwnTarget(only, row)) {
    return { rule: { kind: 'target', below: 'zero', above: 'zero' } };
  }
  const bands: Band[] = clauses.map(({ condition: { low, high }, score }) => ({ low, high, score }));
  for (const { words, score } of cases) {
    const rest = isOpenSide(words, bands) ? remainder(bands, score) : null;
    if (rest === null) return { unread: `评分标准里${quote(words.slice(0, 20))}读不懂，请人工判断` };
    bands.push(rest);
  }
  const named = bands.map(({ score }) => pointsOf(score, row.weight));
  if (row.weight === null && bands.some(({ score }) => 'lost' in score)) return { unread: '没有分值，扣分无从算起' };
  const most = Math.max(...named.filter((points) => points !== null));
  if (row.weight !== null && most !== row.weight) return mismatch(most, row.weight);
  const tiers = bands.map((band) => toTier(band, bands, row.weight));
  if (overlap(tiers)) return { unread: '评分标准有两档重叠，请人工判断' };
  return { rule: { kind: 'tiers', rate: ratesFor(row), ...(unit === '%' ? {} : { unit }), tiers } };
}
