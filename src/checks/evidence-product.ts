import { Decimal } from 'decimal.js';
import { type Fact, factsOf, isExact, isPlain } from '../words/facts';
import type { Indicator, Located } from '../form/model';
import { overlap } from '../form/sides';
import { countedAlike, isCount } from '../words/unitKinds';
import { groupBy } from '../sheet/lists';
import { asWritten, nameOf, points, telling } from './common/say';
import { inScale, isRoundingOf } from '../words/written';
import { tellings } from '../form/tellings';
import { areRead } from '../words/remains';
import { ofSimilarSize } from './common/sums';
import type { Check, Outcome } from './finding';

export const evidenceProduct: Check = {
  id: 'evidence-product',
  title: '单价乘数量等于总额',
  severity: 'warning',
  explain:
    '评分依据或完成值同一句里写了单价（每户、人均、元/台等）、数量和总额的（每期50人、6期和350人的只作提示），单价乘数量应等于总额（按书写的位数认可舍入），总额正好差十倍、百倍、万倍的也提出来。按月、按次等还要再乘的，不作判断；单价是标准、上限的，总额写明还有别的（“含运费”“中央资金”）的，只作提示。',
  messages: {
    product: {
      title: '“{name}”的单价乘数量与总额不符',
      message: '“{name}”的文字写{price}、{count}，相乘为{product}，文中写{total}，请核实。',
    },
  },
  *run({ form }) {
    for (const indicator of form.indicators.flatMap(tellings)) yield* inEvidence(indicator);
  },
};

/** What a price is for: 每户5000元, 户均5000元, 5000元/户. */
const COUNTERS = '户人名家村亩台套辆间个座件份批场期班';
const PRICE_BEFORE = new RegExp(`每([${COUNTERS}])[^每]{0,12}$|([户人亩台套])均[^每均]{0,12}$`);
const PRICE_UNIT = new RegExp(`^元/([${COUNTERS}])$`);
/** Words after which the price is to be multiplied once more. */
const MORE_FACTORS = /每[月年天日次季]|[/／][月年天日次]|个月|按月|分[两三四]?[批期]/;
/** An average is the total divided by the count, whatever the total is called. */
const AVERAGE = /[户人亩台套]均|平均每/;
const SPENT = /支出|费用|经费|成本|投入|费$/;
/** What such an average may be of: of what is paid, where it is said; 人均增收1000元, 标准为人均500元 are no share of the total. */
const SHARE =
  /^(?:实际)?(?:[户人亩台套]均|平均每[\u4e00-\u9fff])(?!.*(?:标准|预算|计划|目标))((?:实际)?(?:[补奖支发投费]|成本|资金|..(?:费|成本|支出)).*)?$/;
const TOTAL = /总额|总计|合计|共计|共需|共支|共发|总投|总价|资金|^金额/;
/** Words of an amount that do not say what it was for; what was 投入 or 下达 need not have gone there. */
const FOR_ANYTHING =
  /^(?:总[额计价]?|金额|合计|共[计需支发]?|资金|全年|年度|本年|实际|累计|发放|支付|支出|费用|经费|成本|[需支发])/;
/** Words of a price that not all need have been paid. */
const NOMINAL = /最[高低多少]|标准|上限|控制|限价|市场|预算|计划|原价|左右/;

/** Price, count and total: what a sentence of one product states, and nothing else. */
const FACTORS = 3;

function* inEvidence(indicator: Indicator): Iterable<Outcome | null> {
  const { evidence } = indicator;
  if (evidence === null) return;
  for (const [from, own] of groupBy(factsOf(evidence), ({ sentence }) => sentence)) {
    if (own.length !== FACTORS) continue;
    const [sentence = ''] = evidence.text.slice(from).split(/[。；;\n]/, 1);
    yield inSentence(nameOf(indicator), evidence, sentence, own);
  }
}

/** What a price is for, by its own words, or 单价 by what else is counted. */
function counterOf({ label, unit }: Fact, among: readonly Fact[]): string | null {
  const per = PRICE_UNIT.exec(unit)?.[1];
  if (per !== undefined) return per;
  // 每期50人
  if (unit !== '元') return isCount(unit) ? (/^每([期批场班次])$/.exec(label)?.[1] ?? null) : null;
  if (/单价$/.test(label))
    return among.find((other) => other.unit !== '' && COUNTERS.includes(other.unit))?.unit ?? null;
  const before = PRICE_BEFORE.exec(label);
  return before?.[1] ?? before?.[2] ?? null;
}

const sameCounter = (unit: string, counter: string): boolean =>
  unit === counter || ('人名'.includes(unit) && '人名'.includes(counter));

/** Whether one is the other with its point in another place, or in 万: 25万元 for 2.5万元. */
const isBySlip = (product: Decimal, total: Decimal): boolean =>
  [product.div(total), total.div(product)].some((times) => times.gte(10) && Decimal.log10(times).isInteger());

function inSentence(name: string, place: Located<unknown>, sentence: string, facts: readonly Fact[]): Outcome | null {
  if (MORE_FACTORS.test(sentence) || facts.some((fact) => !isPlain(fact) || fact.part)) {
    return null;
  }
  const price = facts.find((fact) => counterOf(fact, facts) !== null);
  const counter = price === undefined ? null : counterOf(price, facts);
  if (price === undefined || counter === null) return null;
  const count = facts.find(({ unit }) => unit !== '' && sameCounter(unit, counter));
  const average = AVERAGE.test(price.label);
  const share = SHARE.exec(price.label);
  if (average && share === null) return null;
  const named = share?.[1] ?? '';
  const isFor = (label: string, own: string) => areRead(label, own, FOR_ANYTHING);
  // 工资总额 is no total of 人均补助.
  const isTotal = ({ total, label }: Fact) =>
    !label.includes('预算') &&
    (named === '' || overlap(label, named) > 0 || isFor(label, '')) &&
    (total || TOTAL.test(label) || (average && (SPENT.test(label) || (named !== '' && label.includes(named)))));
  const ofMoney = price.unit.startsWith('元');
  const others = facts.filter((fact) => fact !== price && fact !== count);
  const total = others.find((fact) =>
    ofMoney ? fact.unit === '元' && isTotal(fact) : countedAlike(fact.unit, price.unit),
  );
  if (count === undefined || total === undefined) return null;
  const product = price.value.times(count.value);
  const plain = ofMoney && ((average && named === '') || isFor(total.label, price.label + count.label + count.after));
  if (!ofSimilarSize(product, total.value) && !(plain && isBySlip(product, total.value))) return null;
  const shown = inScale(product, product.gte(total.scale) ? total.scale : undefined, ofMoney ? '元' : total.unit);
  const arithmetic = `${inScale(price.value, price.scale, '')} × ${points(count.value)} = ${shown}`;
  const holds = isRoundingOf(total, product) || (average && isRoundingOf(price, total.value.div(count.value)));
  if (!holds && !facts.every((fact) => isExact(place.text, fact))) return null;
  const sure = plain && !NOMINAL.test(price.label);
  const sides = { price: asWritten(price), count: asWritten(count), product: shown, total: asWritten(total) };
  return telling(
    { place, facts, holds, arithmetic, expected: shown, found: total.text },
    { message: 'product', data: { name, ...sides }, ...(!sure && { severity: 'info' as const }) },
  );
}
