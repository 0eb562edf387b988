import type { Decimal } from 'decimal.js';
import type { Located } from '../../form/model';
import { factsOf, factsOfProse, isExact, isPlain, type Fact } from '../../words/facts';
import type { Outcome } from '../finding';
import { addition, additionText, telling } from './say';
import { inScale, isRoundingOf } from '../../words/written';
import { sum } from '../../sheet/lists';
import { FORMER_YEAR } from '../../words/vocabulary';

/** Words that say that the parts named are not all, or may overlap. */
export const NOT_ALL = /其中|包括|包含|[（(]含|等|主要|涉及|部分/;

/** Pairs of labels that always make up the whole, even behind 其中: 其中男120人、女90人. */
const PAIRED = [[/男[性生]?$/, /女[性生]?$/]];
/** Pairs of labels that make up the whole in most texts. */
const MOSTLY_PAIRED = [
  [/^城[镇市]/, /^[农乡]村/],
  [/^线上/, /^线下/],
  [/^上半年/, /^下半年/],
  [/^春/, /^秋/],
  [/^第?一期/, /^第?二期/],
  [/^新建/, /^续建/],
  [/^公办/, /^民办/],
];

function arePaired(parts: readonly Fact[], pairs: readonly (readonly RegExp[])[]): boolean {
  return parts.length === 2 && pairs.some((pair) => pair.every((half) => parts.some(({ label }) => half.test(label))));
}

/** Whether figures are the two halves of a whole. */
export function areHalves(parts: readonly Fact[]): boolean {
  return arePaired(parts, PAIRED);
}

/** Whether figures are most likely the two halves of a whole: 城镇200户、农村212户. */
export function mayBeHalves(parts: readonly Fact[]): boolean {
  return arePaired(parts, MOSTLY_PAIRED);
}

/** Whether a sum is near enough to the stated whole, half to twice of it, to be about the same thing. */
export function ofSimilarSize(sum: Decimal, whole: Decimal): boolean {
  return sum.gte(whole.div(2)) && sum.lte(whole.times(2));
}

/** The figures of several facts added up. */
export function sumOf(parts: readonly Fact[]): Decimal {
  return sum(parts.map(({ value }) => value));
}

/** A total in a text, and the sum of what the text lists with it. */
export interface StatedSum {
  readonly parts: readonly Decimal[];
  readonly sum: Decimal;
  readonly total: Fact;
  readonly facts: readonly Fact[];
  readonly holds: boolean;
  /** Whether something stands among the parts that was not read, or one may have been taken off. */
  readonly unsure: boolean;
}

/** What is told of a total in a text. */
export function sumTold(
  place: Located<unknown>,
  { parts, sum, total, facts, holds, unsure }: StatedSum,
  differs: Parameters<typeof telling>[1],
): Outcome {
  // In the scale of the total: 89.99万元, not 899900元.
  const scaled = parts.map((part) => part.div(total.scale));
  const arithmetic = holds ? additionText(scaled) : addition(scaled);
  const right = inScale(sum, total.scale, total.unit);
  const told = { place, facts, holds, arithmetic, expected: right, found: total.text };
  const data = { sum: right, stated: total.text, ...differs.data };
  return telling(told, { ...differs, ...(unsure && { severity: 'info' as const }), data });
}

/** Parts of one sentence against the total at its end (甲3个、乙5个，共8个): the first that is off, else that one agrees. */
export function listedSum(place: Located<unknown>): StatedSum | null {
  const facts = factsOf(place);
  let agreed: StatedSum | null = null;
  for (const [index, total] of facts.entries()) {
    if (!total.total || total.label !== '' || !isPlain(total) || total.unit === '%') continue;
    const sentence = sentenceBefore(place.text, total.start);
    const listed = partsBefore(facts, index, sentence);
    if (listed.length < 2 || listed.some((part) => !isPart(part, total))) continue;
    if (!areHalves(listed) && NOT_ALL.test(place.text.slice(sentence, total.end + 2))) continue;
    const sum = sumOf(listed);
    if (!ofSimilarSize(sum, total.value)) continue;
    const parts = listed.map(({ value }) => value);
    const joined = areJoined(place.text, listed) && TO_TOTAL.test(place.text.slice(listed.at(-1)?.end, total.start));
    const unsure = !joined || listed.some(({ label }) => LESS.test(label));
    const found = { parts, sum, total, facts: [...listed, total], holds: isRoundingOf(total, sum), unsure };
    if (!found.holds) return found;
    agreed ??= found;
  }
  return agreed;
}

/** What parts of money may come to beyond their whole by a slip; those that come to more overlap. */
const BY_A_SLIP = 1.15;
/** Units of which a part may be more than its whole. */
const NO_WHOLE = ['', '%', '分'];
/** Words of a change, a mean, a bound or another time: what stands behind 其中 is no part of it. */
const NO_PART = new RegExp(`[较比增减降净均每最差超节余]|目标|计划|实际|累计|${FORMER_YEAR}|结转`);

/** Whether parts that come to more than their whole can't overlap. */
function contradicts(listed: readonly Fact[], total: Fact, added: Decimal): boolean {
  const [first] = listed;
  if ([total, ...listed].some(({ label }) => NO_PART.test(label))) return false;
  if (listed.length === 1) return first !== undefined && first.label !== '';
  if (areHalves(listed) || mayBeHalves(listed)) return true;
  return total.unit === '元' && added.lte(total.value.times(BY_A_SLIP));
}

/**
 * A whole and what stands behind it in brackets, or behind 其中 (89.97万元。其中30万元用于甲，30万元用于乙，29.99万元用于丙) where that comes to just the
 * whole, or to more, which parts can't: halves, money by a slip, a part alone.
 */
export function partedSum(place: Located<unknown>): StatedSum | null {
  const facts = /其中|[(（]/.test(place.text) ? factsOfProse(place) : [];
  for (const total of facts) {
    const behind = place.text.slice(total.end, total.end + LONGEST_SENTENCE);
    // 2300万元（中央2000万元、地方300万元）
    const isBracket = /^[(（](?!其中)/.test(behind);
    const [told = '', inner = '', more] = isBracket ? [behind.slice(0, 1), behind.slice(1)] : behind.split('其中');
    // 其中 within a part divides that part.
    if (NO_WHOLE.includes(total.unit) || more !== undefined || !/^[。，,；;（(]?$/.test(told)) continue;
    const start = total.end + told.length;
    const end = start + inner.search(/[（(]/.test(told) ? /[）)]|$/ : /[。\n]|$/);
    const listed = facts.filter((fact) => fact.start > start && fact.start <= end);
    const own = [total, ...listed];
    if (listed.length === 0 || own.some((fact) => fact.unit !== total.unit) || listed.some((part) => part.total))
      continue;
    if (isBracket && !(listed.length > 1 && listed.every(isAddend) && areJoined(place.text, listed))) continue;
    if (!own.every((fact) => isExact(place.text, fact))) continue;
    const added = sumOf(listed);
    const holds = listed.length > 1 && isRoundingOf(total, added);
    if (holds || (added.gt(total.value) && contradicts(listed, total, added)))
      return { parts: listed.map(({ value }) => value), sum: added, total, facts: own, holds, unsure: true };
  }
  return null;
}

/** Whether a figure may be one of several that are added up: it has a name and is neither a bound nor a total, of all the year or of each. */
export const isAddend = (fact: Fact): boolean =>
  fact.label !== '' && isPlain(fact) && !fact.total && !/^全年|[各均]$/.test(fact.label);

/** Between two entries of a plain list: 标准地址1629.6万、实有人口2088.8万 */
const JOINT = /^[、，,；;和及\s]{1,3}$/;
/** Between the last of them and the total. */
const TO_TOTAL = /^[、，,；;\s]{0,3}[\u4e00-\u9fff]{0,2}[共合总累][计有]?[为是]?[:：]?$/;
/** Words of what is taken off a sum. */
const LESS = /[退扣减返核]|收回|调出|取消|重复|结转/;

/** Whether nothing stands between the figures but their names: nothing that was not read. */
export function areJoined(text: string, parts: readonly Fact[]): boolean {
  return parts.every((part, index) => {
    const next = parts[index + 1];
    if (next === undefined) return true;
    const between = text.slice(part.end, next.start);
    return between.endsWith(next.label) && JOINT.test(between.slice(0, between.length - next.label.length));
  });
}

function isPart(part: Fact, total: Fact): boolean {
  return isAddend(part) && part.unit === total.unit && part.value.lt(total.value);
}

/** The figures of the sentence before a fact; more than thirty are no enumeration. */
function partsBefore(facts: readonly Fact[], index: number, sentence: number): readonly Fact[] {
  return facts.slice(Math.max(0, index - 30), index).filter(({ start }) => start >= sentence);
}

/** No sentence that enumerates is longer. */
const LONGEST_SENTENCE = 400;

function sentenceBefore(text: string, place: number): number {
  const from = Math.max(0, place - LONGEST_SENTENCE);
  const before = text.slice(from, place);
  return from + 1 + Math.max(...['。', '；', ';', '\n', '：', ':'].map((mark) => before.lastIndexOf(mark)));
}
