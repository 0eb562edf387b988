import { factsOf, type Fact } from '../words/facts';
import type { RateFormula } from '../form/formula';
import type { Indicator } from '../form/model';
import { givenOtherwise, otherRatesIn } from '../form/otherRates';
import { percentOf, type RatePart } from '../form/ratePairs';
import { factsOfRate, rateIn, type EvidenceRate, type Stated } from '../form/rates';
import { asWritten, nameOf, percentText, telling } from './common/say';
import { tellings } from '../form/tellings';
import { namesNothingElse } from '../words/remains';
import type { Check, Severity, Outcome } from './finding';
import { isRoundingOf, slackOf, stepOf } from '../words/written';

export const evidenceRate: Check = {
  id: 'evidence-rate',
  mends: 'row',
  title: '依据中的比率与其数字相符',
  severity: 'error',
  explain:
    '指标解释（或指标名称）说明了比率由哪两个数相除，评分依据（或者写成句子的完成值）写出了这两个数和比率。本项按该公式用文中数字重新计算比率，四舍五入或截尾均认可；能分辨两数是否写颠倒。数字的含义不能确定时不作判断；同一句里还有别的数（“撤回20件”）、比率前还有别的字（“补植后”）的，只作提示。',
  messages: {
    swapped: {
      title: '“{name}”的两个数写颠倒了',
      message:
        '“{name}”按文中数字应为{computed}，文中写{stated}；只有把“{top}”与“{bottom}”对调才得{stated}，请核实两数。',
    },
    wrong: {
      title: '“{name}”的比率算错了',
      message: '“{name}”按文中“{top}”和“{bottom}”计算应为{computed}，文中写{stated}，请核实数字和比率。',
    },
  },
  *run({ form }) {
    for (const indicator of form.indicators.flatMap(tellings)) {
      const rate = rateIn(indicator);
      if (rate !== null) yield* againstFigures(indicator, rate);
      for (const other of otherRatesIn(indicator)) yield* againstFigures(indicator, other, 'warning');
    }
  },
};

/** The stated rate against the two figures in the text. */
function* againstFigures(indicator: Indicator, rate: EvidenceRate, severity?: Severity): Iterable<Outcome> {
  const { stated, numerator, denominator, computedPercent, formula, arithmetic } = rate;
  const { evidence } = indicator;
  if (stated === null || computedPercent === null || evidence === null) return;
  const facts = factsOfRate(rate);
  const [expected, found] = [percentText(computedPercent), stated.text];
  const told = { place: evidence, facts, arithmetic, expected, found };
  // Amounts in 万元 or 亿元 were rounded themselves; counts were not.
  const sides = [numerator, denominator].flatMap((side) => side?.facts ?? []).filter(({ scale }) => scale.gt(1));
  const slack = slackOf(
    computedPercent,
    sides.map((fact) => [fact.value, stepOf(fact)]),
  );
  if (isRoundingOf(stated, computedPercent, slack)) {
    yield telling({ ...told, holds: true }, { message: 'wrong' });
    return;
  }
  if (numerator === null || denominator === null) return;
  const named = { top: written(numerator), bottom: written(denominator) };
  const data = { name: nameOf(indicator), computed: expected, stated: found, ...named };
  const { value } = numerator;
  const unread = hasMore(factsOf(evidence), facts, denominator) || !isOwn(indicator, stated, severity);
  const differs = { ...told, holds: false, beside: [indicator.stated] };
  // It is the figures that are to be mended then, not the rate: the one they give as they stand is no rate to write.
  if (
    formula.kind === 'quotient' &&
    !value.isZero() &&
    isRoundingOf(stated, percentOf('quotient', denominator.value, value))
  )
    yield telling({ ...differs, expected: undefined }, { message: 'swapped', data, severity: severity ?? 'error' });
  // The figures of the text may stand in another relation than the one that was read: then nothing is certain.
  else {
    // What a name alone says may be meant the other way round: 投诉率 and its complement.
    const kinds = formula.from === 'stem' ? KINDS : [formula.kind];
    const other = (some: readonly RateFormula['kind'][]) =>
      givenOtherwise(factsOf(evidence), stated, numerator, denominator, some);
    const byRest = kinds.length > 1 && !isRoundingOf(stated, percentOf('complement', value, denominator.value));
    const loud = severity ?? (formula.from === 'form' ? 'error' : 'warning');
    const sure = unread ? 'info' : loud;
    if (!other(kinds)) yield telling(differs, { message: 'wrong', data, severity: sure });
    // 计划20期，按期开班17期，按期开班率90%，2期推迟: only what is left of the whole gives it.
    else if (byRest && !other(['quotient'])) yield telling(differs, { message: 'wrong', data, severity: 'info' });
  }
}

/** What is not so, or not yet, belongs to the whole that the rate was taken of; what was not taken up need not. */
const COMPLEMENT = /[不未](?!予|符)|一般|正在|待|其余|余下/;

/** Whether the sentences of a rate tell of more than the two figures: 撤回20件, 移交2起 may have been left out of the whole. */
function hasMore(all: readonly Fact[], own: readonly { readonly start: number }[], whole: RatePart): boolean {
  const isOwn = ({ start }: Fact) => own.some((fact) => fact.start === start);
  const sentences = all.filter(isOwn).map(({ sentence }) => sentence);
  const units = all.filter(isOwn).map(({ unit }) => unit);
  return all.some(
    (fact) =>
      !isOwn(fact) &&
      sentences.includes(fact.sentence) &&
      (fact.unit === '分' ? /均/.test(fact.label) : fact.unit !== '%' && units.includes(fact.unit)) &&
      fact.value.lt(whole.value) &&
      !COMPLEMENT.test(fact.label + fact.after),
  );
}

/** Whether the rate is called as the row is: not 补植后成活率. */
function isOwn(indicator: Indicator, { start }: Stated, severity: Severity | undefined): boolean {
  const fact = factsOf(indicator.evidence).find((one) => one.start === start);
  return fact === undefined || severity !== undefined || namesNothingElse(indicator.name.value, { ...fact, after: '' });
}

const KINDS = ['quotient', 'complement', 'difference'] as const;

function written({ facts }: RatePart): string {
  return facts.map(asWritten).join('、');
}
