import type { CountRule } from '../rulebook';
import type { Points } from '../../words/points';
import type { Clause } from './clause';
import type { Bound, Condition } from './condition';
import { tiersFrom } from './bands';
import { answerIn, mismatch, otherSide, pointsOf, ratesFor, sharesTarget } from './row';
import type { Answer, Assembled, RowFacts } from './row';

type Of<K extends Clause['kind']> = Extract<Clause, { kind: K }>;

function pick<K extends Clause['kind']>(clauses: readonly Clause[], kind: K): Of<K>[] {
  return clauses.filter((clause): clause is Of<K> => clause.kind === kind);
}

const UNCLEAR = '评分标准的几个部分合不成一条规则，请人工判断';

function isFull(score: Points, weight: number | null): boolean {
  if ('lost' in score) return score.lost === 0;
  return 'share' in score ? score.share === 1 : weight === null || score.points === weight;
}

/** 达到目标值得满分: the bound is the row's own target. */
const AT_TARGET =
  /目标|指标值|控制(?:值|数|指标)|计划|预期|达标|达到|完成|预算|规定|要求|时限|及时|[按如][时期]|[没未不][有得能]?超/;

/** ≤100%计5分，每超过一个百分点扣0.5分: the bound that gives full marks and what a step beyond it costs. */
function deductionFrom(clauses: readonly Clause[], row: RowFacts): Assembled {
  const [deduct, second] = pick(clauses, 'deduct');
  const { tiers, floor, unclear } = floorIn(clauses, row);
  const others = [
    ...pick(clauses, 'each'),
    ...pick(clauses, 'proportion'),
    ...pick(clauses, 'parts'),
    ...pick(clauses, 'case').filter(({ words, score }) => !AT_TARGET.test(words) || !isFull(score, row.weight)),
  ];
  if (deduct === undefined || second !== undefined) return { unread: UNCLEAR };
  const counted = countOf(deduct, clauses, row);
  if (counted !== null) return counted;
  if (tiers.length > 1 || others.length > 0) return { unread: UNCLEAR };
  const [tier] = tiers;
  if (tier !== undefined && !isFull(tier.score, row.weight)) {
    const named = 'lost' in tier.score ? null : pointsOf(tier.score, row.weight);
    return named === null || row.weight === null ? { unread: UNCLEAR } : mismatch(named, row.weight);
  }
  const { better, unit, step } = deduct;
  const against = ({ higher: 'high', lower: 'low', exact: null } as const)[better];
  // ≥0得满分，每超1%扣1分: one of the two is turned round.
  if (against !== null && isOnly(tier?.condition, against)) return { unread: UNCLEAR };
  const points = pointsOf(deduct.cost, row.weight);
  if (points === null) return { unread: '没有分值，扣分无从算起' };
  const nothingBeyond = (better === 'lower' ? floor?.low : floor?.high)?.at;
  if (unclear || (floor !== undefined && (nothingBeyond === undefined || better === 'exact'))) {
    return { unread: UNCLEAR };
  }
  const conditions = [tier, deduct, ...pick(clauses, 'condition'), { condition: floor }].flatMap(
    (one) => one?.condition ?? [],
  );
  if (conditions.some((one) => one.unit !== '' && one.unit !== unit)) return { unread: UNCLEAR };
  // ≤1得满分，每超过1个百分点扣1分: all of something, or one percent.
  if (unit === '%' && conditions.some((one) => one.unit === '' && [one.low, one.high].some((bound) => bound?.at === 1)))
    return { unread: '评分标准里的1是全部还是1%没有写明，请人工判断' };
  const condition = tier?.condition ?? pick(clauses, 'condition')[0]?.condition ?? null;
  // 95%至105%得满分: a step may lead out of it on either side.
  const [low, high] = [condition?.low ?? null, condition?.high ?? null];
  if (low !== null && high !== null && low.at !== high.at)
    return { unread: '评分标准得满分的有上下两个界线，请人工判断' };
  const side = (bounds: { low: Bound | null; high: Bound | null } | null | undefined, of: 'low' | 'high') =>
    bounds?.[of]?.at;
  const limit = better === 'lower' ? 'high' : 'low';
  const beyond = better === 'lower' ? 'low' : 'high';
  const [standard] = pick(clauses, 'standard');
  if (standard !== undefined && standard.unit !== unit) return { unread: UNCLEAR };
  // 不少于48场，每少1场扣1分 names the limit itself, 低于48场的，每少1场扣1分 what lies beyond it.
  const own = side(deduct.condition, beyond) ?? side(deduct.condition, limit);
  const stated = [side(condition, limit), own, standard?.at];
  const bounds = [...new Set(stated.filter((bound) => bound !== undefined))];
  const [from = ownBound(row, deduct), different] = bounds;
  const caps = capsIn(clauses, row.weight);
  if (caps === null || (caps.加 ?? row.weight) !== row.weight) return { unread: UNCLEAR };
  const most = caps.扣 === undefined || caps.扣 === row.weight ? {} : { penaltyCap: caps.扣 };
  if (deduct.late === true && row.dated) {
    if (bounds.length > 0) return { unread: UNCLEAR };
    return {
      rule: { kind: 'deduction', rate: ['delay'], unit: '天', from: 0, better: 'lower', step, points, ...most },
    };
  }
  if (from === undefined) return { unread: '评分标准没有写明从多少起扣分，请人工判断' };
  if (different !== undefined) return { unread: '评分标准里得满分与开始扣分的界线不同，请人工判断' };
  return {
    rule: {
      kind: 'deduction',
      rate: ratesFor(row, better === 'higher' ? from : null),
      ...(unit === '%' ? {} : { unit }),
      from,
      better,
      step,
      points,
      ...(nothingBeyond === undefined ? {} : { nothingBeyond }),
      ...most,
    },
  };
}

/** 资料齐全得2分，每缺1份扣0.5分 counts what is missing; `null` where a figure says from how many on. */
function countOf(deduct: Of<'deduct'>, clauses: readonly Clause[], row: RowFacts): Assembled | null {
  const inUnit = ({ unit }: { readonly unit: string }) => unit === deduct.unit || unit === '';
  const bounds = [...pick(clauses, 'tier'), ...pick(clauses, 'condition'), deduct].flatMap(
    (one) => one.condition ?? [],
  );
  const bounded = [...bounds, ...pick(clauses, 'standard')].some(inUnit) || ownBound(row, deduct) !== undefined;
  const dated = deduct.late === true && row.dated;
  if (bounded || dated || deduct.unit === '%' || deduct.step !== 1) return null;
  return countFrom([...clauses.filter((one) => one !== deduct), { kind: 'each', sign: '扣', cost: deduct.cost }], row);
}

/** Whether a condition ends on one side only. */
function isOnly(condition: Condition | undefined, side: 'low' | 'high'): boolean {
  return condition !== undefined && condition[side] !== null && condition[side === 'low' ? 'high' : 'low'] === null;
}

/** 低于60%不得分 apart from the other bands; `unclear` where several give nothing. */
function floorIn(clauses: readonly Clause[], { weight }: RowFacts) {
  const all = pick(clauses, 'tier');
  const isNothing = ({ score }: Of<'tier'>) => pointsOf(score, weight) === 0;
  const [first, second] = all.filter(isNothing);
  return { tiers: all.filter((one) => !isNothing(one)), floor: first?.condition, unclear: second !== undefined };
}

/** Where steps begin when the rule does not say it: at the row's own target, of which a step may be a share. */
function ownBound(row: RowFacts, { unit, better }: Of<'deduct'>): number | undefined {
  // 每超出1% beside ≥500元: one of the two is wrong.
  const against = { higher: '<', lower: '>', exact: '' }[better];
  if (against !== '' && row.target?.relation?.startsWith(against) === true) return undefined;
  if (unit === '%' && sharesTarget(row)) return 100;
  return row.target !== null && row.target.unit === unit ? row.target.value : undefined;
}

/** 每项加2.5分，最多不超过5分; 每出现一例扣1分，扣完为止. */
function countFrom(clauses: readonly Clause[], row: RowFacts): Assembled {
  const each = pick(clauses, 'each');
  const gain = each.filter(({ sign }) => sign !== '扣');
  const loss = each.filter(({ sign }) => sign === '扣');
  const cases = pick(clauses, 'case');
  // 有效投诉为0得满分，每发生1起扣1分; 整改率100%得满分，每有1项未整改扣1分
  const isWhole = ({ low, high, unit }: Condition) => high?.at === 0 || (low?.at === 100 && unit === '%');
  const tiers = pick(clauses, 'tier').filter(
    ({ condition, score }) => !isWhole(condition) || !isFull(score, row.weight),
  );
  const mixed = [...tiers, ...pick(clauses, 'proportion'), ...pick(clauses, 'parts')].length > 0;
  const full = cases.every(({ score }) => isFull(score, row.weight));
  const fromFull = gain.length === 0;
  if (mixed || !full || (!fromFull && cases.length > 0)) return { unread: UNCLEAR };
  const [plus, minus] = [oneFigure(gain, row.weight), oneFigure(loss, row.weight)];
  if (plus === null || minus === null) return { unread: '评分标准里每项的分数不止一种，请人工判断' };
  const caps = capsIn(clauses, row.weight);
  if (caps === null) return { unread: UNCLEAR };
  const start: CountRule['start'] = fromFull ? 'weight' : 'zero';
  return {
    rule: {
      kind: 'count',
      start,
      each: plus,
      penalty: minus,
      ...(caps.加 === undefined ? {} : { cap: caps.加 }),
      ...(caps.扣 === undefined ? {} : { penaltyCap: caps.扣 }),
    },
  };
}

/** The points that all share; 0 for none, `null` where they differ or can't be told. */
function oneFigure(each: readonly { readonly cost: Points }[], weight: number | null): number | null {
  const [figure = 0, ...others] = new Set(each.map(({ cost }) => pointsOf(cost, weight)));
  return others.length > 0 ? null : figure;
}

/** What a clause lets be added or taken off at most; `null` where it says what is left of an unknown weight. */
function capFrom(clause: Of<'cap'> | Of<'least'>, last: '加' | '扣', weight: number | null) {
  if (clause.kind === 'cap') return [clause.sign ?? last, clause.points] as const;
  return weight === null ? null : (['扣', weight - clause.points] as const);
}

/** Each cap belongs to what it names, else to what was counted last before it. */
function capsIn(
  clauses: readonly Clause[],
  weight: number | null,
): { readonly 加?: number; readonly 扣?: number } | null {
  const caps: { 加?: number; 扣?: number } = {};
  let last: '加' | '扣' = '加';
  for (const clause of clauses) {
    if (clause.kind === 'each') last = clause.sign;
    if (clause.kind !== 'cap' && clause.kind !== 'least') continue;
    const cap = capFrom(clause, last, weight);
    if (cap === null) return null;
    const [sign, points] = cap;
    if ((caps[sign] ?? points) !== points) return null;
    caps[sign] = points;
  }
  return caps;
}

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
function answersOf(cases: readonly Of<'case'>[], weight: number | null): readonly Answer[] {
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

/** Whether a band begins at a percentage and is open above. */
function isFrom({ low, high, unit }: Condition, percent: number): boolean {
  return unit === '%' && low?.at === percent && high === null;
}

/** Whether a percentage may be held against actual ÷ target: the target is the whole, or in another unit. */
function isShare(row: RowFacts): boolean {
  return sharesTarget(row) || (row.target?.unit === '%' && row.target.value === 100);
}

/** 按完成率×分值计分; with 达到100%得满分 before it. */
function proportionFrom(clauses: readonly Clause[], row: RowFacts): Assembled {
  for (const { of } of pick(clauses, 'proportion')) {
    if (of !== null && row.weight !== null && of !== row.weight) return mismatch(of, row.weight);
  }
  const { tiers, floor, unclear } = floorIn(clauses, row);
  const cases = pick(clauses, 'case');
  // 按完成率计分 beside ≥90%: the rate may be the actual value itself or its share of the target.
  const either =
    row.target?.unit === '%' && row.target.value !== 100 && pick(clauses, 'proportion').some(({ rate }) => rate);
  const nothingBelow = floor?.high?.at;
  const floored = floor === undefined || (nothingBelow !== undefined && floor.unit === '%' && isShare(row));
  const fromBase = tiers.every(({ condition, score }) => isFull(score, row.weight) && isBase(condition, row));
  const within = pick(clauses, 'proportion').every(
    ({ where }) =>
      where === undefined ||
      (where.low === null ? isBase({ ...where, low: where.high, high: null }, row) : where.low.at === nothingBelow),
  );
  const full = cases.every(({ score }) => isFull(score, row.weight)) && pick(clauses, 'parts').length === 0;
  const [base = 100, another] = new Set(pick(clauses, 'proportion').map((one) => one.base ?? 100));
  if (
    base !== 100 &&
    another === undefined &&
    floor === undefined &&
    full &&
    tiers.every(({ condition }) => isFrom(condition, base))
  ) {
    return { rule: { kind: 'proportion', rate: ratesFor(row, null), full: base } };
  }
  if (base !== 100 || !fromBase || !within || !floored || !full || unclear) {
    return { unread: '评分标准没有写明按比例计分的基数，请人工判断' };
  }
  if (row.hasTarget) {
    const least = nothingBelow === undefined ? {} : { nothingBelow };
    return { rule: { kind: 'target', below: either ? 'either' : 'proportion', above: 'either', ...least } };
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
  const bounds = clauses.flatMap((clause) =>
    'condition' in clause && clause.condition !== null ? [clause.condition] : [],
  );
  const figures = bounds.flatMap(({ low, high }) => [low, high].flatMap((bound) => bound?.at ?? []));
  if (
    bounds.some(({ unit }) => unit !== '') ||
    !figures.some((at) => at >= 0.5) ||
    figures.some((at) => at < 0 || at > 1)
  )
    return clauses;
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
    if (clause.kind !== 'each' || clause.sign === '加' || clause.unit === undefined || !more.has(clause.unit))
      return clause;
    const [one, lost] = [{ at: 1, end: 'closed' } satisfies Bound, pointsOf(clause.cost, weight)];
    return lost === null
      ? clause
      : { kind: 'tier', condition: { low: one, high: one, unit: clause.unit }, score: { lost } };
  });
}

/** Makes one rule of what the clauses of a printed rule say. */
export function assemble(all: readonly Clause[], row: RowFacts): Assembled {
  const sided = row.namesDeviation ? all.map(oneSided) : all;
  const clauses = bandsOfOccurrence(row.inPercent ? inPercent(sided) : sided, row.weight);
  const whole = pick(clauses, 'whole')[0]?.points;
  if (whole !== undefined && row.weight !== null && whole !== row.weight) return mismatch(whole, row.weight);
  const off = clauses.some((clause) => 'condition' in clause && clause.condition?.deviation === true);
  if (off && row.target !== null && !row.namesDeviation) return fromDeviation(clauses, row);
  if (pick(clauses, 'deduct').length > 0) return deductionFrom(clauses, row);
  if (pick(clauses, 'each').length > 0) return countFrom(clauses, row);
  if (pick(clauses, 'least').length > 0) return { unread: UNCLEAR };
  const inParts = pick(clauses, 'proportion').length > 0;
  // 实际值/目标值×8分，最高8分: no more than the weight in any case.
  if (pick(clauses, 'cap').some(({ points }) => !inParts || points !== row.weight)) return { unread: UNCLEAR };
  if (inParts) return proportionFrom(clauses, row);
  if (pick(clauses, 'tier').length > 0) return tiersFrom(pick(clauses, 'tier'), pick(clauses, 'case'), row);
  if (pick(clauses, 'parts').length + pick(clauses, 'case').length > 0) return stepsFrom(clauses, row);
  return { unread: '评分标准里没有读出计分的办法，请人工判断' };
}
