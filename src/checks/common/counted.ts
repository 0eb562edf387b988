import { cellIsRoundingOf } from '../../words/written';
import { areRead } from '../../words/remains';
import { changeBeside } from '../../words/changes';
import { MORE_OR_LESS } from '../../words/changeWords';
import { factsOf, type Fact } from '../../words/facts';
import { wordsOf } from '../../form/sides';
import type { EvidenceCell, Indicator, QuantityCell } from '../../form/model';
import { percentOf } from '../../form/ratePairs';
import { clausesBehind, figuresBeside, isRest, isSurelyCounted } from '../../form/countedRate';
import { factsOfRate, rateIn } from '../../form/rates';
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
  const others = figuresBeside(evidence, rate);
  const { kind } = formula;
  // 发放500份 of which 486份 came back: neither whole gives what was reached.
  const isOuter = ({ value }: Fact) =>
    numerator !== null &&
    denominator?.value.lt(value) === true &&
    !cellIsRoundingOf(actual, reached, percentOf(kind, numerator.value, value));
  if (!others.every((fact) => isRest(fact, rate) || isOuter(fact)) || others.length > 1) return null;
  const sure = isSurelyCounted(indicator, rate);
  const data = { name: nameOf(indicator), actual: actual.text, written: arithmetic };
  const told = { stated: statedAt(evidence, facts), expected: percentText(computed), found: actual.text };
  const differs = { message: 'counted', ...(!sure && { severity: 'info' as const }), data, ...told };
  // 21 of 20 are all there were to be.
  const isCapped = kind === 'quotient' && reached.eq(100) && computed.gt(100);
  const holds = isCapped || cellIsRoundingOf(actual, reached, computed);
  return compared(holds, evidence, [actual], differs, arithmetic);
}

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
