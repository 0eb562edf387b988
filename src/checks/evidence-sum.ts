import type { Indicator, Located } from '../form/model';
import { tellings } from '../form/tellings';
import { asWritten } from './common/evidence';
import { listedSum, ofSimilarSize, sumTold, type StatedSum } from './common/sums';
import { NOT } from '../words/denial';
import { factsOf, isExact, MOST_FACTS, type Fact } from '../words/facts';
import { sum } from '../sheet/lists';
import { nameOf } from './common/words';
import type { Check, Outcome } from './finding';

export const evidenceSum: Check = {
  id: 'evidence-sum',
  title: '依据中的合计等于各项之和',
  severity: 'warning',
  explain:
    '评分依据或完成值逐项列出数量后写“共……”“合计……”的，各项相加应等于合计（按书写的位数认可舍入）。写有“其中”“包括”“等”的，各项未必齐全，不作判断。写明总数和“办结”“未办结”两部分、加起来不是总数的，提出来请人核对。',
  messages: {
    total: {
      title: '“{name}”的合计与各项之和不符',
      message: '“{name}”的文字各项相加为{sum}，合计写{stated}，请核实。',
    },
    split: {
      title: '“{name}”的两部分加起来不是总数',
      message: '“{name}”的文字写{stated}，两部分相加为{sum}，请核对；含上年结转的可以不改。',
    },
  },
  run: ({ form }) => form.indicators.flatMap(tellings).flatMap((indicator) => [...againstTotal(indicator)]),
};

const DENIED = new RegExp(`^[尚仍还]?(?:${NOT})(.{2,})$`);

/** Whether one is what the other is not: 办结 and 未办结, 合格 and 不合格. */
function denies(one: Fact, other: Fact): boolean {
  const core = DENIED.exec(other.label)?.[1];
  return core !== undefined && one.label.endsWith(core) && !DENIED.test(one.label);
}

/** Words for what was carried over or may be counted twice: such figures need not add up. */
const FROM_ELSEWHERE = /结转|转入|上年|往年|以前|遗留|累计|重复|同时|或者/;

/** A whole that is divided into what is so and what is not (受理120件，办结118件，未办结4件), and their sum. */
function splitSum(place: Located<unknown>): StatedSum | null {
  const facts = factsOf(place);
  if (facts.length > MOST_FACTS) return null;
  for (const total of facts) {
    const own = facts.filter(({ sentence, unit }) => sentence === total.sentence && unit === total.unit);
    const [first, one, other, more] = own;
    if (first !== total || one === undefined || other === undefined || more !== undefined) continue;
    if (!denies(one, other) && !denies(other, one)) continue;
    const exact = own.every((fact) => isExact(place.text, fact));
    const told = place.text.slice(total.sentence, other.end);
    if (!exact || ['', '%'].includes(total.unit) || total.label === '' || FROM_ELSEWHERE.test(told)) continue;
    const parts = [one.value, other.value];
    const added = sum(parts);
    if (!ofSimilarSize(added, total.value)) continue;
    return { parts, sum: added, total, facts: own, holds: added.eq(total.value) };
  }
  return null;
}

function* againstTotal(indicator: Indicator): Iterable<Outcome> {
  const { evidence } = indicator;
  if (evidence === null) return;
  const name = nameOf(indicator);
  const [listed, split] = [listedSum(evidence), splitSum(evidence)];
  if (listed !== null) yield sumTold(evidence, listed, { message: 'total', data: { name } });
  if (split !== null) {
    const data = { name, stated: asWritten(split.total) };
    yield sumTold(evidence, split, { message: 'split', data, severity: 'info' });
  }
}
