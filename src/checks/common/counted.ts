import { cellIsRoundingOf } from '../../words/written';
import { areRead } from '../../words/remains';
import { changeBeside } from '../../words/changes';
import { MORE_OR_LESS } from '../../words/changeWords';
import { factsOf, type Fact } from '../../words/facts';
import { wordsOf } from '../../form/sides';
import type { EvidenceCell, Indicator, QuantityCell } from '../../form/model';
import { percentOf } from '../../form/ratePairs';
import { factsOfRate, rateIn, type EvidenceRate } from '../../form/rates';
import { reachedQuantity } from '../../scoring/sameUnit';
import type { Outcome } from '../finding';
import { compared, nameOf, percentText, statedAt } from './say';

/** A rate that was reached against the figures of a text that give it without stating it; `null` where none do. */
export const countedAgainst = (indicator: Indicator, actual: QuantityCell, evidence: EvidenceCell): Outcome | null =>
  rateAgainst(indicator, actual, evidence) ?? changeAgainst(indicator, actual, evidence);

/** The rate that the figures of a text give without stating it: 抽检50批次，合格46批次. */
function rateAgainst(indicator: Indicator, actual: QuantityCell, evidence: EvidenceCell): Outcome | null {
  const rate = rateIn(indicator);
  const reached = reachedQuantity(indicator)?.value;
  if (rate === null || rate.stated !== null || reached === undefined) return null;
  const { computedPercent: computed, arithmetic, formula, numerator, denominator } = rate;
  if (computed === null) return null;
  const facts = factsOfRate(rate);
  // Of several figures in their unit others may be meant, but not what is left of the whole.
  const others = factsOf(evidence).filter(
    (fact) => facts.some(({ unit }) => fact.unit === unit) && !facts.some(({ start }) => fact.start === start),
  );
  const { kind } = formula;
  // 发放500份 of which 486份 came back: neither whole gives what was reached.
  const isOuter = ({ value }: Fact) =>
    numerator !== null &&
    denominator?.value.lt(value) === true &&
    !cellIsRoundingOf(actual, reached, percentOf(kind, numerator.value, value));
  if (!others.every((fact) => isRest(fact, rate) || isOuter(fact)) || others.length > 1) return null;
  const sure =
    others.length + facts.length <= 3 &&
    others.every((fact) => isOpen(fact, formula.numerator)) &&
    isOfAll(indicator, rate);
  const data = { name: nameOf(indicator), actual: actual.text, written: arithmetic };
  const told = { stated: statedAt(evidence, facts), expected: percentText(computed), found: actual.text };
  const differs = { message: 'counted', ...(!sure && { severity: 'info' as const }), data, ...told };
  // 21 of 20 are all there were to be.
  const isCapped = kind === 'quotient' && reached.eq(100) && computed.gt(100);
  const holds = isCapped || cellIsRoundingOf(actual, reached, computed);
  return compared(holds, evidence, [actual], differs, arithmetic);
}

/** Why what is left of the whole was not due: 3件未到期限, 20件按规定不归档. */
const NOT_DUE = /期限|到期|未到|跨年|规定|依法|[无不]需|不[予符]/;

/** The change that the figures of a text give without stating it: 由80件降至76件. */
function changeAgainst(indicator: Indicator, actual: QuantityCell, evidence: EvidenceCell): Outcome | null {
  const { name } = indicator;
  const [stated, more] = factsOf(actual);
  const word = MORE_OR_LESS.exec(`${actual.text}${name.value}`)?.[0];
  if (word === undefined || stated === undefined || more !== undefined) return null;
  const change = changeBeside(evidence.text, stated, word);
  if (change === null) return null;
  const { holds, sure, arithmetic, from, to, computed } = change;
  // 死亡由25人降至24人 is no 死亡率下降.
  const ofRate = /率|比例|比重/.test(name.value.split(MORE_OR_LESS)[0] ?? '');
  // 由20000元增长到21200元，扣除价格因素: what stands behind may change it.
  const isPlain = areRead(clausesBehind(evidence.text, Math.max(from.end, to.end)), name.value);
  const isOwn = !ofRate && isPlain && areRead(wordsOf(from).replace(/[由从]$/, ''), name.value);
  const data = { name: nameOf(indicator), actual: actual.text, written: arithmetic };
  const told = { stated: statedAt(evidence, [from, to]), expected: computed, found: actual.text };
  const differs = { message: 'counted', ...(!(sure && isOwn) && { severity: 'info' as const }), data, ...told };
  return compared(holds, evidence, [actual], differs, arithmetic);
}

/** What is left of the whole, if it was due: 2个断面超标 of 12个断面10个达标. */
function isRest({ value, label, after }: Fact, { numerator, denominator }: EvidenceRate): boolean {
  if (numerator === null || denominator?.value.minus(numerator.value).eq(value) !== true) return false;
  return !NOT_DUE.test(label + after);
}

/** Whether words say that it is not so, or not yet: 2项不合格, 3件正在整改. */
function isOpen({ label, after }: Fact, counted: string): boolean {
  const words = label + after;
  return /^(?:剩余|其余|余下)|未|正在|没有|推迟|延|[改修建办理]中$/.test(words) || words.includes(`不${counted}`);
}

/** Words that all was done after all, or what was wrong was put right. */
const AFTER_ALL = /全部|均|圆满|最终|100%|[更纠改]正|修[复好]|返工|重[做测检]|补(?!助|贴|偿)/;

/** Words that leave open neither who nor what. */
const OF_ALL = /^(?:[共有计仅只的]|年内|全年)/;

/** Whether the two figures of a text are those of the rate, and nothing is told of a part: not 当场办结57件. */
function isOfAll({ name, evidence }: Indicator, { formula, numerator, denominator }: EvidenceRate): boolean {
  const [[part, another], [whole, more]] = [numerator?.facts ?? [], denominator?.facts ?? []];
  if (formula.kind === 'difference' || !part || another || !whole || more) return false;
  // A survey has answers between its two figures.
  if (formula.numerator.includes('满意') || AFTER_ALL.test(evidence?.text ?? '')) return false;
  const own = `${name.value} ${formula.numerator}`;
  if (formula.kind !== 'complement') return areRead(wordsOf(part), own);
  // 群众逾期领取3件 is not what the office does; 超时50件，多为节假日来件: what was not in time may not count.
  const behind = clausesBehind(evidence?.text ?? '', Math.max(part.end, whole.end));
  return areRead(wordsOf(part), own, OF_ALL) && areRead(behind, own);
}

/** The clauses that follow in the same sentence. */
function clausesBehind(text: string, end: number): string {
  const [sentence = ''] = text.slice(end).split(/[。；;\n]/);
  return sentence.split(/[,，]/).slice(1).join('');
}
