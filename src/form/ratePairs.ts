import { Decimal } from 'decimal.js';
import { sum } from '../sheet/lists';
import type { Fact } from '../words/facts';
import { isRoundingOf } from '../words/written';
import type { RateFormula } from './formula';
import { sideOf, type QuotientSide } from './sides';
import { IN_TIME, LATE } from '../words/vocabulary';

/** One side of a quotient as the evidence states it. */
export interface RatePart {
  readonly facts: readonly Fact[];
  /** The sum of the facts. */
  readonly value: Decimal;
}

export type RatePair = readonly [RatePart, RatePart];

/** Units of rates, multiples and points: never one side of a quotient of amounts. */
const NO_AMOUNTS = new Set(['%', '倍', '分']);

/** The percentage that a formula gives for two figures, unrounded. */
export function percentOf(kind: RateFormula['kind'], numerator: Decimal, denominator: Decimal): Decimal {
  const quotient = numerator.div(denominator);
  if (kind === 'complement') return new Decimal(1).minus(quotient).times(100);
  return (kind === 'difference' ? quotient.minus(1).abs() : quotient).times(100);
}

/** The figures of a text that may be divided, each on its side. */
export interface Sides {
  readonly numerators: readonly Fact[];
  readonly denominators: readonly Fact[];
}

/** Rates whose name says of what was due how much came of it, whatever words tell the two. */
const OF_DUE = /^(?:覆盖|参与|参加|参会|参训|到会|到课|到岗|出勤|出席)$/;
/** 应急, 应用, 应届毕业生 are other words. */
const DUE = /^应(?![急用对届征聘诉邀])/;
const PLANNED = /^(?:计划|拟)/;
/** 检查出问题5家, 主动公开28项 and 首批发放480人 are others than those that were due. */
const DONE = /^(?:实际|已|实)?(?:完成)?([\u4e00-\u9fff]{2})$/;
/** Behind 其中 others were done later. */
const DONE_IN_TIME = /^(?:[按如]期|按时|及时)/;

/**
 * 应参会60家，实际57家，参与率95%; 计划开工20个，开工18个，开工率90%: of two figures in the sentence of the only rate what
 * was due and what came of it.
 */
function dueAndDone(facts: readonly Fact[], amounts: readonly Fact[], { from, numerator }: RateFormula, name: string) {
  const [rate, another] = facts.filter(({ unit }) => unit === '%');
  const [due, done, ...more] = amounts.filter(({ sentence }) => sentence === (rate ?? amounts[0])?.sentence);
  if (from !== 'stem' || another !== undefined || due === undefined || done === undefined) return null;
  // 其中女性20人 is in the second, and 请假3人 what is left.
  if (!more.every(({ part, value }) => part || value.eq(due.value.minus(done.value)))) return null;
  if (areTwins(due, done, OF_ANY.test(numerator) ? name : numerator)) return { due, done };
  const [, word] = DONE.exec(done.part ? done.label : done.label.replace(DONE_IN_TIME, '')) ?? [];
  const told = word === numerator && due.label.includes(word) && (DUE.test(due.label) || PLANNED.test(due.label));
  return told || (OF_DUE.test(numerator) && DUE.test(due.label) && /^实/.test(done.label)) ? { due, done } : null;
}

/** 应种5620针次，实种5441针次 of a 接种率: the same was due and done, and the rate is of it. */
function areTwins(due: Fact, done: Fact, counted: string): boolean {
  const [, own = ''] = DUE_OF.exec(due.label) ?? [];
  const same = own !== '' && new RegExp(`^实[际有]?${own}$`).test(done.label);
  return same && Array.from(own).some((character) => counted.includes(character));
}
/** What these rates count is said before them: 发放到位率. */
const OF_ANY = /到位|发放|完成/;
const TIMELY = new RegExp(IN_TIME);
const SOME_LATE = new RegExp(`${LATE}|超时`);
const DUE_OF = /^应([\u4e00-\u9fff]{1,4})$/;

/** 培训300人，合格285人: of two figures the one that does not bear the word that is counted is the whole, however it is called. */
function wholeOf(amounts: readonly Fact[], [part]: readonly Fact[], { from }: RateFormula): readonly Fact[] {
  if (from !== 'stem' || part === undefined) return [];
  const others = amounts.filter((fact) => fact !== part);
  // 排查80处，整改76处，剩余4处正在整改: the third is the rest.
  const whole = others.find((one) =>
    others.every((other) => other === one || other.value.eq(one.value.minus(part.value))),
  );
  if (whole === undefined || others.length > 2) return [];
  return sameUnit(part, whole) && part.value.lte(whole.value) && whole.start < part.start ? [whole] : [];
}

const isOwnWhole = ({ label }: Fact, { from, numerator }: RateFormula, name: string): boolean =>
  from === 'stem' && label.length > 2 && name.includes(label) && !label.includes(numerator);

/** Which figures of a text are above and which below, as far as their words say; else the only other one is the whole. */
export function sidesIn(facts: readonly Fact[], formula: RateFormula, name: string): Sides {
  const amounts = facts.filter(({ unit }) => !NO_AMOUNTS.has(unit)).map(withoutShared);
  // 10个项目完工8个: the words between two figures tell of the second.
  const isLed = ({ label, after, start }: Fact) =>
    label === '' && amounts.some((other) => other.start > start && other.label === after);
  // 应验收20个 bears the word that is counted, and is none of what was.
  const isPlanned = ({ label }: Fact) => formula.from === 'stem' && (DUE.test(label) || PLANNED.test(label));
  const told = dueAndDone(facts, amounts, formula, name);
  if (told !== null) return { numerators: [told.done], denominators: [told.due] };
  const sided = (side: QuotientSide) => amounts.filter((fact) => sideOf(fact, formula) === side);
  // 1个延期完工 is none of an 按期完工率.
  const isLate = ({ label, after }: Fact) =>
    TIMELY.test(name) && SOME_LATE.test(label + after) && !SOME_LATE.test(formula.numerator);
  const numerators = sided('numerator').filter((fact) => !isLed(fact) && !isPlanned(fact) && !isLate(fact));
  // 抽检300批次，不合格12批次，处置10批次 of a 不合格产品处置率: what its name says is the whole.
  const own = amounts.filter((fact) => isOwnWhole(fact, formula, name) && !numerators.includes(fact));
  const named = own.length === 1 ? own : sided('denominator');
  const unplanned = amounts.filter((fact) => !isPlanned(fact));
  return { numerators, denominators: named.length === 0 ? wholeOf(unplanned, numerators, formula) : named };
}

/** 12项任务11项按期完成: what both figures count says nothing of the second. */
function withoutShared(fact: Fact, at: number, all: readonly Fact[]): Fact {
  const before = all[at - 1];
  const isShared = before !== undefined && fact.label !== '' && before.after === fact.label && fact.after !== '';
  return isShared && before.unit === fact.unit ? { ...fact, label: '' } : fact;
}

/** The pair of which the stated rate is; else the one that is the only one, all of them, before the rate, or but for parts. */
export function pairAmong(
  pairs: readonly RatePair[],
  sides: Sides,
  formula: RateFormula,
  stated: Fact | null,
): RatePair | undefined {
  const among = (isMeant: (fact: Fact) => boolean) =>
    onlyPair(
      pairsOf({ numerators: sides.numerators.filter(isMeant), denominators: sides.denominators.filter(isMeant) }),
      formula,
    );
  const isNear = (fact: Fact) => stated === null || (fact.sentence === stated.sentence && fact.end <= stated.start);
  const isStated = ([top, bottom]: RatePair) =>
    stated !== null && isRoundingOf(stated, percentOf(formula.kind, top.value, bottom.value));
  return (
    pairs.find(isStated) ??
    onlyPair(pairs, formula) ??
    among(isNear) ??
    among(({ part }) => !part) ??
    listPair(pairs, formula) ??
    surveyPair(pairs, formula)
  );
}

/** The pair, where all that may be divided give the same rate. */
function onlyPair(pairs: readonly RatePair[], { kind }: RateFormula): RatePair | undefined {
  const percents = new Set(pairs.map(([top, bottom]) => percentOf(kind, top.value, bottom.value).toFixed(6)));
  return percents.size === 1 ? pairs[0] : undefined;
}

/** Several parts of one whole that all bear the word that is counted: 非常满意, 满意 and 基本满意 of all answers. */
function listPair(pairs: readonly RatePair[], formula: RateFormula): RatePair | undefined {
  const bottoms = new Set(pairs.map(([, bottom]) => bottom.value.toFixed()));
  return formula.from === 'stem' && bottoms.size === 1 ? pairs.find(([top]) => top.facts.length > 1) : undefined;
}

/** 发放152份，收回150份，满意140份: of two wholes the one told last is what was counted. */
function surveyPair(pairs: readonly RatePair[], formula: RateFormula): RatePair | undefined {
  const tops = new Set(pairs.map(([top]) => top.value.toFixed()));
  return formula.from === 'stem' && tops.size === 1 ? pairs.at(-1) : undefined;
}

/**
 * Pairs that may be divided; a list of several numerators after their whole also as a sum: 共3708460件，其中非常满意…，
 * 满意…，基本满意….
 */
export function pairsOf({ numerators, denominators }: Sides): RatePair[] {
  if (Math.max(numerators.length, denominators.length) > MOST_FIGURES) return [];
  const pairs: RatePair[] = [];
  for (const bottom of denominators) {
    if (bottom.value.lte(0)) continue;
    const fitting = numerators.filter((top) => sameUnit(top, bottom));
    const listed = fitting.filter((top) => top.start > bottom.start);
    const single = fitting.map((top) => [top]);
    for (const facts of listed.length > 1 ? [listed, ...single] : single) {
      pairs.push([
        { facts, value: sum(facts.map(({ value }) => value)) },
        { facts: [bottom], value: bottom.value },
      ]);
    }
  }
  return pairs;
}

/** More figures than this on one side are a list of something else. */
const MOST_FIGURES = 12;

const PEOPLE = /^(?:人|名|人次)$/;

function sameUnit(a: Fact, b: Fact): boolean {
  return a.unit === b.unit || a.unit === '' || b.unit === '' || (PEOPLE.test(a.unit) && PEOPLE.test(b.unit));
}
