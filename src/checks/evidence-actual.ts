import { inTexts } from '../form/tellings';
import { factsOf, isExact, type Fact } from '../words/facts';
import type { EvidenceCell, Indicator, QuantityCell } from '../form/model';
import { factsOfRate, rateIn } from '../form/rates';
import { compact } from '../sheet/text';
import { asWritten, percentText } from './common/evidence';
import { isRoundingOf, cellIsRoundingOf } from '../words/written';
import { namesMeasure } from './common/naming';
import { namesNothingElse } from '../words/remains';
import { nameOf } from './common/words';
import type { Check, Outcome } from './finding';
import { statedAt, compared } from './common/agree';

/** 1-12月 and 截至12月 are the whole year. */
const PART_OF_YEAR = /上半年|下半年|季度|[一二三四1-4]季|(?<!(?:(?<![0-9])1月?[-—–－~～至到]|截[至止]到?)12)月/;
/** Words that make a figure a part of the whole, of another time, or of something planned. */
const PART =
  /其中|新增|分别|上年|去年|同期|较|比上|相比|同比|(?:增长|提高|下降)(?![到至])|(?<!按照?)计划|目标|的.{0,4}任务|应(?!急|用|对)|要求|预计|预期|每|平均|合同|以上|以下/;

/** Whatever else the sentence tells of parts of the year. */
const OF_YEAR = /^全年/;

/** 2022年全年培训800人次，本年有较大增长 */
const ANOTHER_YEAR = /[0-9]年[^，。]*$/;
const THIS_YEAR = /[本今]年/;

/** Words of what was not reached. */
const LACKING = /未|没|取消|减少|剩余|缺|相差|推迟|延|不足|因|受|尚/;

export const evidenceActual: Check = {
  id: 'evidence-actual',
  mends: 'row',
  title: '依据中的完成情况与实际完成值一致',
  severity: 'warning',
  explain:
    '评分依据里写明本指标完成情况的比率或数量（名称、单位与指标相同，且全文只有一个），应与实际完成值一致，按书写的位数认可舍入。分项数、往年数和计划数不作比较。依据、原因里只写“实际完成……”“发生……”、没有写是哪一项的，单位相同也与完成值比较；写了两个数、没有写比率的，按两个数算出来比较。不同的提出来请人核实；说明里还有别的字（“首次”“本科生”）、未必说的是这一项全部的，只作提示。',
  messages: {
    differs: {
      title: '“{name}”的完成值与依据不一致',
      message: '“{name}”实际完成值为{actual}，依据写“{written}”，请核实后改为一致。',
    },
    reached: {
      title: '“{name}”的完成值与说明里的“实际完成”不同',
      message: '“{name}”实际完成值为{actual}，说明写“{written}”，请核实以哪一处为准。',
    },
    counted: {
      title: '“{name}”的完成值与说明里的数不同',
      message: '“{name}”实际完成值为{actual}，按说明里的数 {written}，请核实以哪一处为准。',
    },
  },
  run: ({ form }) => form.indicators.flatMap(inTexts).flatMap((indicator) => againstActual(indicator) ?? []),
};

/** Where a text does not name what was reached, or names more than that, another thing may be meant. */
const ASKED = { message: 'reached', severity: 'info' } as const;

function againstActual(indicator: Indicator): Outcome | null {
  const { actual, evidence } = indicator;
  const quantity = actual?.value ?? null;
  if (actual === null || evidence === null || quantity?.kind !== 'number' || quantity.unit === '') return null;
  const { unit, value } = quantity;
  const facts = factsOf(evidence).filter((fact) => fact.unit === unit && !fact.quoted && !fact.bound && !fact.interim);
  const [only, ...more] = facts;
  const named = only !== undefined && more.length === 0 && isSame(indicator, only, evidence.text) ? only : null;
  const fact = named ?? reachedIn(facts, indicator, evidence.text);
  if (fact === null) return unit === '%' ? againstRate(indicator, actual, evidence) : null;
  // Either of the two may be the rounded one.
  const holds = isRoundingOf(fact, value) || cellIsRoundingOf(actual, value, fact.value);
  const written = asWritten(fact);
  if (!holds && !isExact(evidence.text, fact)) return null;
  const sure = named !== null && namesNothingElse(indicator.name.value, named);
  const said = sure ? { message: 'differs', ways: [[[actual.at, fact.value] as const]] } : ASKED;
  const told = {
    data: { name: nameOf(indicator), actual: actual.text, written: written + (fact.label === '' ? fact.after : '') },
    stated: statedAt(evidence, [fact]),
    expected: value.toFixed(),
    found: fact.value.toFixed(),
  };
  return compared(holds, evidence, [actual], { ...said, ...told }, `${written} = ${actual.text.trim()}`);
}

/** The rate that the figures of a text give without stating it: 抽检50批次，合格46批次. */
function againstRate(indicator: Indicator, actual: QuantityCell, evidence: EvidenceCell): Outcome | null {
  const rate = rateIn(indicator);
  const quantity = actual.value?.kind === 'number' ? actual.value.value : null;
  if (rate === null || rate.stated !== null || quantity === null) return null;
  const { computedPercent: computed, arithmetic } = rate;
  if (computed === null) return null;
  const facts = factsOfRate(rate);
  // Of several figures in their unit others may be meant.
  if (factsOf(evidence).filter(({ unit }) => facts.some((fact) => fact.unit === unit)).length > 2) return null;
  const data = { name: nameOf(indicator), actual: actual.text, written: arithmetic };
  const told = { stated: statedAt(evidence, facts), expected: percentText(computed), found: actual.text };
  const differs = { message: 'counted', severity: 'info', data, ...told } as const;
  return compared(cellIsRoundingOf(actual, quantity, computed), evidence, [actual], differs, arithmetic);
}

/** Words that say what was reached and name nothing, or the row's own item or deed: 实际完成, 完成培训, 发生. */
const REACHED =
  /^(?:全年|按照?计划完成|(?:全年|本年度?|年度|年末|年底)?(?:(?:实际|最终|仅|只|共|累计)(?:仅|只|共|已){0,2}(?:完成|达到|达|实现|([\u4e00-\u9fff]{2,4}))|(?:共|已|累计)?(?:(?:完成|开展|组织|举办|发生|收到|接到)([\u4e00-\u9fff]{2,4})|(举办|发生))))(?:了|为|值为|数为)?$/;

/** The one figure that a text says was reached, without naming what. */
function reachedIn(facts: readonly Fact[], { name, stated, weight }: Indicator, text: string): Fact | null {
  const [fact, ...more] = facts.filter(({ label, part, start, sentence }) => {
    const [reached, word, item, deed] = REACHED.exec(compact(label)) ?? [];
    // 举办5场，参观7场: a deed alone is all of it only where nothing else is; and of a year by its number another may be meant.
    const partly = deed !== undefined && facts.some((other) => other.start !== start && !/目标|计划/.test(other.label));
    const elsewhen = word === undefined && ANOTHER_YEAR.test(text.slice(sentence, start).slice(-REACH));
    return !part && !partly && !elsewhen && reached !== undefined && name.value.includes(word ?? item ?? deed ?? '');
  });
  if (fact === undefined || more.length > 0) return null;
  // Full marks beside 实际仅完成 are reported by full-marks-text.
  const full = weight?.value?.toString() === stated?.value?.toString();
  return full && /[仅只]/.test(fact.label) ? null : fact;
}

/** Whether a fact speaks of the whole of what the indicator measures. */
function isSame({ name }: Indicator, fact: Fact, text: string): boolean {
  const words = compact(`${fact.label}${fact.after}`);
  const start = sentenceStart(text, fact);
  const times = OF_YEAR.test(fact.label) ? words : `${words}，${start}`;
  if (PART.test(words) || LACKING.test(words) || PART.test(start) || PART_OF_YEAR.test(times)) return false;
  if (ANOTHER_YEAR.test(start) && THIS_YEAR.test(text.slice(fact.end, fact.end + REACH))) return false;
  return namesMeasure({ name }, fact);
}

const REACH = 16;

function sentenceStart(text: string, { start, label }: Fact): string {
  const before = text.slice(Math.max(0, start - label.length - REACH), start);
  return before.slice(before.lastIndexOf('。') + 1);
}
