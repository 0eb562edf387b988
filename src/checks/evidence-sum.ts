import { Decimal } from 'decimal.js';
import { factsOf, type Fact } from '../form/facts';
import type { Indicator } from '../form/model';
import { isRounded, stepOf } from './common/evidence';
import { addition, nameOf, points } from './common/words';
import type { Check, Report } from './finding';

/** Words that say that the parts named are not all, or may overlap. */
const NOT_ALL = /其中|包括|包含|等|主要|涉及|部分/;

/** Between two entries of a plain list: 标准地址1629.6万、实有人口2088.8万 */
const JOINT = /^[、，,；;和及\s]{1,3}$/;

export const evidenceSum: Check = {
  id: 'evidence-sum',
  title: '依据中的合计等于各项之和',
  severity: 'warning',
  explain:
    '评分依据逐项列出数量后写“共……”“合计……”的，各项相加应等于合计；依据全文只是各项数量清单的，相加应等于实际完成值（按书写的位数认可舍入）。写有“其中”“包括”“等”的，各项未必齐全，不作判断。',
  messages: {
    total: {
      title: '“{name}”的合计与各项之和不符',
      message: '“{name}”的依据各项相加为{sum}，文中合计写{stated}，请核实。',
    },
    actual: {
      title: '“{name}”的完成值与依据各项之和不符',
      message: '“{name}”的依据所列各项相加为{sum}，实际完成值为{stated}，请核实。',
    },
  },
  *run({ form }) {
    for (const indicator of form.indicators) {
      const report = againstTotal(indicator) ?? againstActual(indicator);
      if (report !== null) yield report;
    }
  },
};

/** Parts of one sentence against the total at its end: 甲3个、乙5个，共8个. */
function againstTotal(indicator: Indicator): Report | null {
  const { evidence } = indicator;
  if (evidence === null) return null;
  const facts = factsOf(evidence);
  for (const [index, total] of facts.entries()) {
    if (!total.total || total.label !== '' || total.bound || total.quoted || total.unit === '%') continue;
    const sentence = sentenceBefore(evidence.text, total.start);
    const parts = partsBefore(facts, index, sentence);
    if (parts.length < 2 || parts.some((part) => !isPart(part, total))) continue;
    if (NOT_ALL.test(evidence.text.slice(sentence, total.end + 2))) continue;
    const sum = sumOf(parts);
    if (isRounded(total.value, stepOf(total), sum) || !comparable(sum, total.value)) continue;
    return {
      cell: evidence.cell,
      message: 'total',
      data: { name: nameOf(indicator), sum: `${points(sum)}${total.unit}`, stated: total.text },
      arithmetic: `${addition(parts.map(({ value }) => value))}，文中${total.text}`,
      expected: points(sum),
      found: total.text,
    };
  }
  return null;
}

/** A text that is nothing but a list of quantities, against the actual value. */
function againstActual(indicator: Indicator): Report | null {
  const { evidence, actual } = indicator;
  const quantity = actual?.value ?? null;
  if (evidence === null || actual === null || quantity?.kind !== 'number' || quantity.unit === '%') return null;
  const parts = factsOf(evidence);
  if (!isPlainList(evidence.text, parts)) return null;
  const fitting = parts.every(({ unit, value }) => (unit === '' || unit === quantity.unit) && value.lt(quantity.value));
  const sum = sumOf(parts);
  if (!fitting || !comparable(sum, quantity.value)) return null;
  const step = stepOf(actual);
  if (isRounded(quantity.value, step, sum)) return null;
  return {
    cell: evidence.cell,
    message: 'actual',
    data: { name: nameOf(indicator), sum: `${points(sum)}${quantity.unit}`, stated: actual.text },
    related: [actual.cell],
    arithmetic: `${addition(parts.map(({ value }) => value))}，完成值${points(quantity.value)}`,
    expected: points(sum),
    found: points(quantity.value),
  };
}

const FEWEST_ENTRIES = 3;

function isPlainList(text: string, parts: readonly Fact[]): boolean {
  if (parts.length < FEWEST_ENTRIES || NOT_ALL.test(text)) return false;
  const labels = new Set(parts.map(({ label }) => label));
  if (
    labels.size < parts.length ||
    labels.has('') ||
    parts.some(({ bound, quoted, total }) => bound || quoted || total)
  )
    return false;
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (first === undefined || last === undefined) return false;
  if (
    text
      .slice(0, first.start)
      .replace(/^[^：:]{0,12}[：:]/, '')
      .trim() !== first.label
  )
    return false;
  const joined = parts.every((part, index) => {
    const next = parts[index + 1];
    if (next === undefined) return true;
    const between = text.slice(part.end, next.start);
    return between.endsWith(next.label) && JOINT.test(between.slice(0, between.length - next.label.length));
  });
  return joined && /^[。.；;\s]*$/.test(text.slice(last.end));
}

/** A sum of another size is of something else. */
function comparable(sum: Decimal, whole: Decimal): boolean {
  return sum.gte(whole.div(2)) && sum.lte(whole.times(2));
}

function isPart(part: Fact, total: Fact): boolean {
  const plain = part.label !== '' && !part.bound && !part.quoted && !part.total;
  return plain && part.unit === total.unit && part.value.lt(total.value);
}

function sumOf(parts: readonly Fact[]): Decimal {
  return parts.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
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
