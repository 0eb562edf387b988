import type { Tier } from '../rulebook';
import type { Points } from '../../words/points';
import type { Of } from './clause';
import type { Bound, Condition } from './condition';
import { mismatch, otherSide, pointsOf, ratesFor, sharesTarget, type Assembled, type RowFacts } from './row';
import { quote } from '../../sheet/quote';
import { AIM } from '../../words/vocabulary';

interface Band {
  readonly low: Bound | null;
  readonly high: Bound | null;
  readonly score: Points;
  readonly inProportion?: true;
  readonly evenly?: true;
}

/** The unit that all conditions share; `null` where they differ or it can't be told. */
function unitOf(conditions: readonly Condition[], row: RowFacts): string | null {
  const units = new Set(conditions.map(({ unit }) => unit).filter((unit) => unit !== ''));
  if (units.size > 1) return null;
  const [unit] = units;
  return unit ?? (row.namesRate ? '%' : null);
}

/** The same bound as the end of what lies on its other side. */
function beyond({ at, end }: Bound): Bound {
  return { at, end: end === 'open' ? 'closed' : 'open' };
}

/** 其余不得分: the side of the bands that they leave open. */
function remainder(bands: readonly Band[], score: Points): Band | null {
  const lows = bands.flatMap(({ low }) => low ?? []);
  const highs = bands.flatMap(({ high }) => high ?? []);
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
  const { low, high, score, inProportion, evenly } = band;
  return {
    low: low?.at ?? null,
    ...(low !== null && settle(low, neighbours) === 'open' ? { lowOpen: true } : {}),
    high: high?.at ?? null,
    ...(high !== null && settle(high, neighbours) === 'closed' ? { highClosed: true } : {}),
    ...('share' in score ? { share: score.share } : { points: pointsOf(score, weight) ?? 0 }),
    ...(inProportion && { inProportion }),
    ...(evenly && { evenly }),
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
function missesOwnTarget({ condition: { low, high, unit }, score }: Of<'tier'>, { target, weight }: RowFacts): boolean {
  const bound = low === null ? high : high === null ? low : null;
  const own = bound?.end === 'open' && bound.at === target?.value && unit === target.unit;
  return own && pointsOf(score, weight) === 0;
}

/** 未结题, 无案件发生 beside bands of a count: 0 of them; 未按时完成 and 未达标 are not. */
const NONE = /^(?:全年|年度?内|本年度?)?(?:未|没有|无)[^,，且按及时达规符超满合]{1,10}$/;

/** 达到目标值得满分: from all of the target on. */
const REACHED = new RegExp(`^(?:达到|完成|实现)了?${AIM}的?$`);

/**
 * Whether percentages are shares of the row's target; `null` where it is said of some only, and others have bounds of
 * their own.
 */
function areShares(conditions: readonly Condition[], row: RowFacts): boolean | null {
  const said = conditions.filter(({ ofTarget }) => ofTarget === true);
  const boundsOf = ({ low, high }: Condition) => [low, high].flatMap((bound) => bound?.at ?? []);
  const bounds = said.flatMap(boundsOf);
  if (said.length === 0) return false;
  if (sharesTarget(row)) return true;
  return conditions.every((one) => one.ofTarget === true || boundsOf(one).every((at) => bounds.includes(at)))
    ? true
    : null;
}

/** 100%得满分，90%以上得2分: the best may be passed, where the next begins at a bound below it. */
function fromBest(bands: readonly Band[], weight: number | null): readonly Band[] {
  return bands.map((band) => {
    const { low, high, score } = band;
    const full = pointsOf(score, weight) === weight || ('share' in score && score.share === 1);
    if (!full || low === null || low.at !== high?.at) return band;
    return bands.every((other) => other === band || (other.low?.at ?? -Infinity) < low.at)
      ? { ...band, high: null }
      : band;
  });
}

const OTHER = { low: 'high', high: 'low' } as const;

/** 达95%得满分，达90%得80%: of bounds on one side each ends where the next better one begins. */
function nested(bands: readonly Band[], weight: number | null): readonly Band[] {
  const points = ({ score }: Band) => pointsOf(score, weight) ?? ('share' in score ? score.share : 0);
  return bands.map((band) => {
    const side = band.high === null ? 'low' : 'high';
    const own = band[side];
    if (points(band) === 0 || own === null || band[OTHER[side]] !== null) return band;
    const up = side === 'low' ? 1 : -1;
    const better = bands.filter((other) => points(other) > points(band) && other[OTHER[side]] === null);
    const [next] = better
      .flatMap((other) => other[side] ?? [])
      .filter(({ at }) => (at - own.at) * up > 0)
      .sort((one, other) => (one.at - other.at) * up);
    return next === undefined ? band : { ...band, [OTHER[side]]: beyond(next) };
  });
}

/** ≥90%计5分；80%(含)-90%计4分；…；<60%不得分. */
export function tiersFrom(clauses: readonly Of<'tier'>[], cases: readonly Of<'case'>[], row: RowFacts): Assembled {
  const conditions = clauses.map(({ condition }) => condition);
  const shares = areShares(conditions, row);
  if (shares === null) return { unread: '评分标准里有的界线是目标值的比例，有的不是，请人工判断' };
  const unit = unitOf(conditions, row);
  if (unit === null) return { unread: '评分标准各档的单位不同或没有写明，请人工判断' };
  const [only, second] = clauses;
  if (only !== undefined && second === undefined && cases.length === 0 && missesOwnTarget(only, row)) {
    return { rule: { kind: 'target', below: 'zero', above: 'zero' } };
  }
  const once = only?.condition.low?.at === 1 && 'lost' in only.score && row.target?.value !== 1;
  if (once && second === undefined) return { unread: '评分标准没有写明每多一次都扣分还是只扣一次，请人工判断' };
  const bands: Band[] = clauses.map(({ condition, score, inProportion, evenly }) => ({
    low: condition.low,
    high: condition.high,
    score,
    ...(inProportion && { inProportion }),
    ...(evenly && { evenly }),
  }));
  for (const { words, score } of cases) {
    const reached = (shares || sharesTarget(row)) && REACHED.test(words) && pointsOf(score, row.weight) === row.weight;
    if (reached) {
      bands.push({ low: { at: 100, end: 'closed' }, high: null, score });
      continue;
    }
    const none = unit !== '%' && NONE.test(words) && bands.every(({ low }) => low !== null && low.at > 0);
    const zero: Bound = { at: 0, end: 'closed' };
    const open = isOpenSide(words, bands);
    const rest = open ? remainder(bands, score) : none ? { low: zero, high: zero, score } : null;
    if (rest === null) return { unread: `评分标准里${quote(words.slice(0, 20))}读不懂，请人工判断` };
    bands.push(rest);
  }
  const named = bands.map(({ score }) => pointsOf(score, row.weight));
  if (row.weight === null && bands.some(({ score }) => 'lost' in score)) return { unread: '没有分值，扣分无从算起' };
  const most = Math.max(...named.filter((points) => points !== null));
  // 发生1次及以上不得分 alone says nothing of the rest, nor does what is lost: 违反1次扣2分.
  const best = bands[named.indexOf(most)]?.score;
  if (row.weight !== null && most !== row.weight && most > 0 && !(best && 'lost' in best))
    return mismatch(most, row.weight);
  const closed = nested(fromBest(bands, row.weight), row.weight);
  const tiers = closed.map((band) => toTier(band, closed, row.weight));
  const full = closed.find(({ high }) => high === null)?.low?.at ?? null;
  if (overlap(tiers)) return { unread: '评分标准有两档重叠，请人工判断' };
  return {
    rule: {
      kind: 'tiers',
      rate: shares ? ['completion', 'evidence'] : ratesFor(row, full),
      ...(unit === '%' ? {} : { unit }),
      tiers,
    },
  };
}
