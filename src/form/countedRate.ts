import { factsOf, type Fact } from '../words/facts';
import { areRead } from '../words/remains';
import { IN_TIME } from '../words/vocabulary';
import type { EvidenceCell, Indicator } from './model';
import { factsOfRate, type EvidenceRate } from './rates';
import { wordsOf } from './sides';

/** The other figures of a text in the unit of those that a rate divides. */
export function figuresBeside(evidence: EvidenceCell, rate: EvidenceRate): readonly Fact[] {
  const facts = factsOfRate(rate);
  return factsOf(evidence).filter(
    (fact) => facts.some(({ unit }) => fact.unit === unit) && !facts.some(({ start }) => fact.start === start),
  );
}

/**
 * Whether a rate that a text gives by two figures alone is surely meant: by their words, and by what else it counts.
 *
 * @param known other words than those of its name that leave nothing open.
 */
export function isSurelyCounted(indicator: Indicator, rate: EvidenceRate, known = ''): boolean {
  const { evidence } = indicator;
  const others = evidence === null ? [] : figuresBeside(evidence, rate);
  return (
    others.length + factsOfRate(rate).length <= 3 &&
    others.every((fact) => isOpen(fact, rate.formula.numerator)) &&
    isOfAll(indicator, rate, known)
  );
}

/** Why what is left of the whole was not due: 3件未到期限, 20件按规定不归档. */
const NOT_DUE = /期限|到期|未到|跨年|规定|依法|[无不]需|不[予符]/;

/** What is left of the whole, if it was due: 2个断面超标 of 12个断面10个达标. */
export function isRest({ value, label, after }: Fact, { numerator, denominator }: EvidenceRate): boolean {
  if (numerator === null || denominator?.value.minus(numerator.value).eq(value) !== true) return false;
  return !NOT_DUE.test(label + after);
}

/** Whether words say that it is not so, or not yet: 2项不合格, 3件正在整改. */
function isOpen({ label, after }: Fact, counted: string): boolean {
  const words = label + after;
  return /^(?:剩余|其余|余下)|未|正在|没有|推迟|延|[改修建办理]中$/.test(words) || words.includes(`不${counted}`);
}

/** Words that all was done after all, or what was wrong was put right. */
export const AFTER_ALL = /全部|均|圆满|最终|100%|[更纠改]正|修[复好]|返工|重[做测检]|补(?!助|贴|偿)/;

/** Words that leave open neither who nor what. */
const OF_ALL = /^(?:[共有计仅只的]|年内|全年)/;

/** Whether the two figures of a text are those of the rate, and nothing is told of a part: not 当场办结57件. */
function isOfAll({ name, evidence }: Indicator, rate: EvidenceRate, known: string): boolean {
  const { formula, numerator, denominator } = rate;
  const [[part, another], [whole, more]] = [numerator?.facts ?? [], denominator?.facts ?? []];
  if (formula.kind === 'difference' || !part || another || !whole || more) return false;
  // A survey has answers between its two figures.
  if (formula.numerator.includes('满意') || AFTER_ALL.test(evidence?.text ?? '')) return false;
  const inTime = TIMELY.test(name.value) ? IN_TIME : '';
  const own = `${name.value} ${formula.numerator} ${known} ${inTime}`;
  if (formula.kind !== 'complement') return areRead(wordsOf(part), own);
  // 群众逾期领取3件 is not what the office does; 超时50件，多为节假日来件: what was not in time may not count.
  const behind = clausesBehind(evidence?.text ?? '', Math.max(part.end, whole.end));
  return areRead(wordsOf(part), own, OF_ALL) && areRead(behind, own);
}

const TIMELY = new RegExp(IN_TIME);

/** The clauses that follow in the same sentence. */
export function clausesBehind(text: string, end: number): string {
  const [sentence = ''] = text.slice(end).split(/[。；;\n]/);
  return sentence.split(/[,，]/).slice(1).join('');
}
