import { factsOf, type Fact } from '../words/facts';
import type { Indicator } from '../form/model';
import { isRounded, stepOf } from './common/evidence';
import { comparable, NOT_ALL, sumOf } from './common/sums';
import { addition, nameOf, points } from './common/words';
import type { Check, Outcome, Agreement } from './finding';
import { agreement, statedAt, additionText } from './common/agree';

export const evidenceSum: Check = {
  id: 'evidence-sum',
  title: '依据中的合计等于各项之和',
  severity: 'warning',
  explain:
    '评分依据逐项列出数量后写“共……”“合计……”的，各项相加应等于合计（按书写的位数认可舍入）。写有“其中”“包括”“等”的，各项未必齐全，不作判断。',
  messages: {
    total: {
      title: '“{name}”的合计与各项之和不符',
      message: '“{name}”的依据各项相加为{sum}，文中合计写{stated}，请核实。',
    },
  },
  *run({ form }) {
    for (const indicator of form.indicators) {
      const outcome = againstTotal(indicator);
      if (outcome !== null) yield outcome;
    }
  },
};

/** Parts of one sentence against the total at its end: 甲3个、乙5个，共8个. */
function againstTotal(indicator: Indicator): Outcome | null {
  const { evidence } = indicator;
  if (evidence === null) return null;
  const facts = factsOf(evidence);
  let agreed: Agreement | null = null;
  for (const [index, total] of facts.entries()) {
    if (!total.total || total.label !== '' || total.bound || total.quoted || total.unit === '%') continue;
    const sentence = sentenceBefore(evidence.text, total.start);
    const parts = partsBefore(facts, index, sentence);
    if (parts.length < 2 || parts.some((part) => !isPart(part, total))) continue;
    if (NOT_ALL.test(evidence.text.slice(sentence, total.end + 2))) continue;
    const sum = sumOf(parts);
    if (!comparable(sum, total.value)) continue;
    const stated = statedAt(evidence, [...parts, total]);
    if (isRounded(total.value, stepOf(total), sum)) {
      agreed ??= agreement([evidence], additionText(parts.map(({ value }) => value)), stated);
      continue;
    }
    return {
      cell: evidence.cell,
      message: 'total',
      data: { name: nameOf(indicator), sum: `${points(sum)}${total.unit}`, stated: total.text },
      stated,
      arithmetic: `${addition(parts.map(({ value }) => value))}，文中${total.text}`,
      expected: points(sum),
      found: total.text,
    };
  }
  return agreed;
}

function isPart(part: Fact, total: Fact): boolean {
  const plain = part.label !== '' && !part.bound && !part.quoted && !part.total;
  return plain && part.unit === total.unit && part.value.lt(total.value);
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
