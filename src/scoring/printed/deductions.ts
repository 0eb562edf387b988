import type { Points } from '../../words/points';
import type { CountRule } from '../rulebook';
import { TIME } from '../../words/units';
import { type Clause, type Of, pick } from './clause';
import type { Bound, Condition } from './condition';
import { type Assembled, isFull, mismatch, pointsOf, ratesFor, type RowFacts, sharesTarget, UNCLEAR } from './row';

/** 达到目标值得满分: the bound is the row's own target. */
const AT_TARGET =
  /目标|指标值|控制(?:值|数|指标)|计划|预期|达标|达到|完成|预算|规定|要求|时限|及时|[按如][时期]|[没未不][有得能]?超/;

/** ≤100%计5分，每超过一个百分点扣0.5分: the bound that gives full marks and what a step beyond it costs. */
export function deductionFrom(clauses: readonly Clause[], row: RowFacts): Assembled {
  const [deduct, second] = pick(clauses, 'deduct');
  const { tiers: full, unclear, ...below } = floorIn(clauses, row);
  const tiers = full.filter((tier) => deduct?.unit !== '%' || !isOwnTarget(tier, row));
  const floor = below.floor && inCount(below.floor, deduct?.unit, row);
  const others = [
    ...pick(clauses, 'each'),
    ...pick(clauses, 'proportion'),
    ...pick(clauses, 'parts'),
    ...pick(clauses, 'case').filter(({ words, score }) => !AT_TARGET.test(words) || !isFull(score, row.weight)),
  ];
  const [gain, another] = pick(clauses, 'gain');
  if (deduct === undefined || (second ?? another) !== undefined) return { unread: UNCLEAR };
  if (gain !== undefined && !isOpposite(gain, deduct)) return { unread: UNCLEAR };
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
  const end = (better === 'lower' ? floor?.low : floor?.high)?.at;
  if (unclear || (floor !== undefined && (end === undefined || better === 'exact'))) {
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
  const band = low !== null && high !== null && low.at !== high.at;
  if (band && better !== 'exact') return { unread: '评分标准得满分的有上下两个界线，请人工判断' };
  const side = (bounds: { low: Bound | null; high: Bound | null } | null | undefined, of: 'low' | 'high') =>
    bounds?.[of]?.at;
  const limit = better === 'lower' ? 'high' : 'low';
  const beyond = better === 'lower' ? 'low' : 'high';
  const [standard] = pick(clauses, 'standard');
  if (standard !== undefined && standard.unit !== unit) return { unread: UNCLEAR };
  // 不少于48场，每少1场扣1分 names the limit itself, 低于48场的，每少1场扣1分 what lies beyond it.
  const own = side(deduct.condition, beyond) ?? side(deduct.condition, limit);
  const stated = [side(condition, limit), own, standard?.at];
  const bounds = band ? [low.at] : [...new Set(stated.filter((bound) => bound !== undefined))];
  const [from = ownBound(row, deduct), different] = bounds;
  const caps = capsIn(clauses, row.weight);
  if (caps === null || (gain === undefined && (caps.加 ?? row.weight) !== row.weight)) return { unread: UNCLEAR };
  const most = caps.扣 === undefined || caps.扣 === row.weight ? {} : { penaltyCap: caps.扣 };
  if (deduct.late === true && row.dated) {
    if (bounds.length > 0) return { unread: UNCLEAR };
    return {
      rule: { kind: 'deduction', rate: ['delay'], unit: '天', from: 0, better: 'lower', step, points, ...most },
    };
  }
  if (from === undefined) return { unread: '评分标准没有写明从多少起扣分，请人工判断' };
  // 未完成项目数 0个，每有1个未完成扣2分: nothing falls short of none.
  if (better === 'higher' && from === 0 && unit !== '%') return { unread: UNCLEAR };
  // 每超1天扣1分，超过10天不得分 beside ≤10天: ten days on top of them; beside ≤5天 it may be either.
  const isOnTop = better === 'lower' && end !== undefined && end <= from;
  if (better === 'lower' && end !== undefined && !isOnTop && bounds.length === 0 && TIME.test(unit))
    return { unread: UNCLEAR };
  const nothingBeyond = isOnTop ? from + end : end;
  if (different !== undefined) return { unread: '评分标准里得满分与开始扣分的界线不同，请人工判断' };
  return {
    rule: {
      kind: 'deduction',
      rate: ratesFor(row, better === 'higher' ? from : null),
      ...(unit === '%' ? {} : { unit }),
      from,
      ...(band && { upTo: high.at }),
      ...(gain && (better === 'higher' ? { most: from } : { least: from })),
      better,
      step,
      points,
      ...(nothingBeyond === undefined ? {} : { nothingBeyond }),
      ...most,
    },
  };
}

/** 每少1篇扣1分，每多1篇加0.5分 */
function isOpposite(gain: Of<'gain'>, { better, unit }: Of<'deduct'>): boolean {
  const turned = { higher: 'lower', lower: 'higher', exact: '' }[better];
  return gain.better === turned && gain.unit === unit && gain.condition === null;
}

/** 达到100个得6分，每增加30个加1分: points off for each step that is missing to full marks, down to those of the base. */
export function gainFrom(clauses: readonly Clause[], row: RowFacts): Assembled {
  const { weight } = row;
  const [gain, another] = pick(clauses, 'gain');
  const { tiers, floor, unclear } = floorIn(clauses, row);
  const [base, second] = tiers;
  const caps = capsIn(clauses, weight);
  const known = ['gain', 'tier', 'cap', 'nothing'];
  if (gain === undefined || base === undefined || weight === null || caps === null) return { unread: UNCLEAR };
  if ((another ?? second ?? floor) !== undefined || unclear || clauses.some(({ kind }) => !known.includes(kind)))
    return { unread: UNCLEAR };
  const [points, each, { low, unit }] = [pointsOf(base.score, weight), pointsOf(gain.cost, weight), base.condition];
  const up = low !== null && (base.condition.high?.at ?? low.at) === low.at;
  if (!up || gain.better !== 'lower' || unit !== gain.unit || gain.condition !== null) return { unread: UNCLEAR };
  if (!points || !each || points >= weight || (caps.加 ?? weight) !== weight) return { unread: UNCLEAR };
  const from = low.at + ((weight - points) / each) * gain.step;
  const rule = { kind: 'deduction', from, least: low.at, better: 'higher', step: gain.step, points: each } as const;
  return { rule: { ...rule, rate: ratesFor(row, from), ...(unit === '%' ? {} : { unit }) } };
}

/** 不超过500元得满分 beside steps in percent: the row's own target, of which these are shares. */
function isOwnTarget({ condition: { low, high, unit }, score }: Of<'tier'>, row: RowFacts): boolean {
  const bound = low === null ? high : high === null ? low : null;
  return bound?.at === row.target?.value && unit === row.target?.unit && isFull(score, row.weight) && sharesTarget(row);
}

/** 每少1处扣0.1分，完成率低于60%不得分: the share of a target of 50处 is 30处. */
function inCount(floor: Condition, unit: string | undefined, row: RowFacts): Condition {
  const { target } = row;
  if (floor.unit !== '%' || target === null || target.unit !== unit || !sharesTarget(row)) return floor;
  const scaled = (bound: Bound | null) => bound && { ...bound, at: (bound.at * target.value) / 100 };
  return { ...floor, low: scaled(floor.low), high: scaled(floor.high), unit };
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
export function floorIn(clauses: readonly Clause[], { weight }: RowFacts) {
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
export function countFrom(clauses: readonly Clause[], row: RowFacts): Assembled {
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
