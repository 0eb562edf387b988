import { remember } from '../sheet/remember';
import { withoutNames } from '../words/denial';
import type { Fact } from '../words/facts';
import type { RateFormula } from './formula';

export type QuotientSide = 'numerator' | 'denominator';

/** Words that say which side of a quotient a figure is on; those in front of the head decide over the head. */
const NUMERATOR_STRONG = /实际|实有|在用|已|按期|按时|及时|达标|合格|实到|实收|实发|办结/;
const DENOMINATOR_STRONG = /应|需|计划|设计|设定|设立|设置|设有?(?:绩效)?[指目]标|核定|预定|拟/;
const NUMERATOR_HEADS = '执行 支出 决算 完成 支付 使用 拨付 实现 结转 结余 投诉 满意'.split(' ');
const DENOMINATOR_HEADS = '预算 安排 原值 下达 合同'.split(' ');
const DENOMINATOR_WEAK = /总额|总数|总量|总人|总业务|所有|全部|共/;

const REACHED = /完成|达标|达到|实现|合格/;

/** Negated or opposite: 不满意, 未完成, 不合格. */
const isNegated = (label: string): boolean => /[不未非]/.test(withoutNames(label));

/** What is told of a figure: of 20个项目中18个合格 the words before the second are the first one's. */
export const wordsOf = ({ label, after }: Pick<Fact, 'label' | 'after'>): string =>
  label === '' || /(?:[中里]有?|..(?<![现设拥持所实])有)$/.test(label) ? after : label;

/** Which side of the formula a figure is on, by its label; `null` where the label does not say. */
export function sideOf(fact: Fact, formula: RateFormula): QuotientSide | null {
  const label = wordsOf(fact);
  if (label === '' || (isNegated(label) && !isNegated(formula.numerator))) return null;
  // 16个指标均完成了预定目标: what follows a figure says what became of it.
  const became = fact.label !== label && REACHED.test(label) ? 'numerator' : null;
  const cue = became ?? cueOf(label);
  if (formula.from === 'stem') return sideOfStem(fact, label, formula.numerator, cue);
  const cuesHold = cueOf(formula.numerator) !== 'denominator' && cueOf(formula.denominator) !== 'numerator';
  if (cue !== null && cuesHold) return cue === 'numerator' && !sameTopic(label, formula) ? null : cue;
  const near = overlap(label, formula.numerator) - overlap(label, formula.denominator);
  return near > 0 ? 'numerator' : near < 0 ? 'denominator' : null;
}

/** Words of the whole that a count was taken from: 参训120人，合格118人; 发放问卷200份. */
export const WHOLE =
  /问卷|发[放出]|参|受理|新收|收案|接[警报]|收到|收回|回收|报名|申[报请]|抽查|抽检|检查|发现|送检|评价|调查/;

/** Words for the same, so that 达标率 is of what was 合格. */
const ALIKE = [
  ['达标', '合格'],
  ['及时', '按期', '按时', '如期'],
  ['上岗', '持证'],
];

function sideOfStem(fact: Fact, label: string, stem: string, cue: QuotientSide | null): QuotientSide | null {
  const words = ALIKE.find((alike) => alike.includes(stem)) ?? [stem];
  if (words.some((word) => label.includes(word)) && !fact.total) return 'numerator';
  return cue === 'denominator' || fact.total || WHOLE.test(label) ? 'denominator' : null;
}

/** Words whose figure is a numerator only where the formula itself speaks of them. */
const TOPICS = [['结转', '结余'], ['投诉'], ['满意'], ['在用']];

function sameTopic(label: string, formula: RateFormula): boolean {
  const words = formula.numerator + formula.denominator;
  const speaksOf = (text: string, topic: readonly string[]) => topic.some((word) => text.includes(word));
  return TOPICS.every((topic) => !speaksOf(label, topic) || speaksOf(words, topic));
}

const cueOf = remember((label: string): QuotientSide | null => {
  if (isNegated(label)) return null;
  if (NUMERATOR_STRONG.test(label) && !/应/.test(label)) return 'numerator';
  if (DENOMINATOR_STRONG.test(label)) return 'denominator';
  const numerator = Math.max(...NUMERATOR_HEADS.map((word) => label.lastIndexOf(word)));
  const denominator = Math.max(...DENOMINATOR_HEADS.map((word) => label.lastIndexOf(word)));
  if (numerator !== denominator) return numerator > denominator ? 'numerator' : 'denominator';
  return DENOMINATOR_WEAK.test(label) ? 'denominator' : null;
});

/** How many pairs of neighbouring characters two labels share. */
export function overlap(a: string, b: string): number {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < b.length; at++) pairs.add(b.slice(at, at + 2));
  let shared = 0;
  for (let at = 0; at + 1 < a.length; at++) if (pairs.has(a.slice(at, at + 2))) shared++;
  return shared;
}
