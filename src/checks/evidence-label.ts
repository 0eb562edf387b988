import { RATE_LABEL } from '../form/rates';
import { inTexts } from '../form/tellings';
import { factsOf } from '../words/facts';
import type { Indicator } from '../form/model';
import { compact, short, unquoted } from '../sheet/text';
import { agreement, asWritten, nameOf } from './common/say';
import type { Check, Report } from './finding';

export const evidenceLabel: Check = {
  id: 'evidence-label',
  title: '依据中的比率是本指标的比率',
  severity: 'warning',
  explain:
    '评分依据里写的比率名称恰好是本表另一个指标的名称、而全文没有提到本指标的，多半是从另一行复制后忘了修改（写的正是那一行的数字的，只作提示）；带数字的依据与另一行一字不差的，提出来请人核实。',
  messages: {
    same: {
      title: '“{name}”的依据与另一行一字不差',
      message: '“{name}”的依据与“{other}”的一字不差（{text}），请核实是否从该行复制而未修改。',
    },
    copied: {
      title: '“{name}”的依据写的是另一指标',
      message: '“{name}”的依据写“{written}”，这是另一指标“{other}”的名称，请核实是否从该行复制而未修改。',
    },
  },
  *run({ form }) {
    const told = form.indicators.flatMap(inTexts);
    yield* repeated(told);
    const names = new Map<string, Indicator>();
    for (const indicator of form.indicators) {
      const name = unquoted(indicator.name.value);
      if (RATE_LABEL.test(name) && name.length >= 4) names.set(name, indicator);
    }
    for (const indicator of told) {
      const { evidence } = indicator;
      if (evidence === null) continue;
      const own = unquoted(indicator.name.value);
      if (!RATE_LABEL.test(own)) continue;
      if (unquoted(evidence.text).includes(own)) {
        yield agreement([evidence, indicator.name]);
        continue;
      }
      const rates = factsOf(evidence).filter(
        ({ unit, label, quoted }) => unit === '%' && !quoted && RATE_LABEL.test(label),
      );
      const [fact] = rates;
      const other = fact === undefined || rates.length > 1 ? undefined : names.get(unquoted(fact.label));
      if (fact === undefined || other === undefined) continue;
      // What is true of the other indicator may be why this one has its score: 预算完成率100%，没有结转.
      const isTrue = [other.evidence, other.actual].some((place) =>
        factsOf(place).some(({ unit, value }) => unit === fact.unit && value.eq(fact.value)),
      );
      yield {
        cell: evidence.at,
        message: 'copied',
        ...(isTrue && { severity: 'info' as const }),
        data: { name: nameOf(indicator), written: asWritten(fact), other: nameOf(other) },
        related: [other.name.at],
        expected: indicator.name.value,
        found: other.name.value,
      };
    }
  },
};

/** Shorter texts, and those without two figures of their own, are said of many rows. */
const SHORTEST_COPY = 12;
const FEWEST_FIGURES = 2;

/** Rows whose evidence, figures and all, is that of another row. */
function* repeated(indicators: readonly Indicator[]): Iterable<Report> {
  const known = new Map<string, Indicator>();
  for (const indicator of indicators) {
    const { evidence, name } = indicator;
    const text = compact(evidence?.text ?? '');
    if (evidence === null || text.length < SHORTEST_COPY || factsOf(evidence).length < FEWEST_FIGURES) continue;
    const other = known.get(text);
    if (other === undefined) known.set(text, indicator);
    else if (unquoted(other.name.value) !== unquoted(name.value) && other.evidence?.at.row !== evidence.at.row) {
      const data = { name: nameOf(indicator), other: nameOf(other), text: short(evidence.text) };
      yield { cell: evidence.at, message: 'same', severity: 'info', data, related: [other.name.at] };
    }
  }
}
