import { listedSum, LONGEST_SENTENCE, sumOf, sumTold, type StatedSum } from './common/sums';
import type { Located } from '../form/model';
import { factsOf, isExact, MOST_FACTS } from '../words/facts';
import { isRoundingOf } from '../words/written';
import type { Check } from './finding';

/** What parts may come to beyond their whole by a slip; those that come to more overlap. */
const BY_A_SLIP = 1.05;

/** Money behind its whole (89.97万元。其中30万元用于甲，30万元用于乙，29.99万元用于丙) where it comes to a little more, which parts can't, or just to it. */
function partedSum(place: Located<unknown>): StatedSum | null {
  const facts = factsOf(place);
  if (facts.length > MOST_FACTS) return null;
  for (const total of facts) {
    const [told = '', inner = '', more] = place.text.slice(total.end, total.end + LONGEST_SENTENCE).split('其中');
    // 其中 within a part divides that part.
    if (total.unit !== '元' || more !== undefined || !/^[。，,；;]?$/.test(told)) continue;
    const start = total.end + told.length;
    const end = start + inner.search(/[。\n]|$/);
    const listed = facts.filter((fact) => fact.start > start && fact.start <= end);
    const own = [total, ...listed];
    if (listed.length < 2 || own.some((fact) => fact.unit !== total.unit || fact.total)) continue;
    if (!own.every((fact) => isExact(place.text, fact))) continue;
    const added = sumOf(listed);
    const holds = isRoundingOf(total, added);
    const slip = added.gt(total.value) && added.lte(total.value.times(BY_A_SLIP));
    if (holds || slip) return { parts: listed.map(({ value }) => value), sum: added, total, facts: own, holds };
  }
  return null;
}

export const narrativeSum: Check = {
  id: 'narrative-sum',
  title: '总体目标和完成情况里的合计等于各项之和',
  severity: 'info',
  group: 'words',
  explain:
    '年度总体目标、完成情况里逐项列出数量后写“共……”“合计……”的，各项相加与合计比较（按书写的位数认可舍入）；不同的提出来请人核实。写有“其中”“包括”“等”的，各项未必齐全，不作比较；“其中”各项的金额略多于总额的，提出来核实。',
  messages: {
    goal: {
      title: '总体目标的合计与各项之和不同',
      message: '总体目标各项相加为{sum}，文中合计写“{stated}”，请核实以哪一处为准。',
    },
    completion: {
      title: '完成情况的合计与各项之和不同',
      message: '完成情况各项相加为{sum}，文中合计写“{stated}”，请核实以哪一处为准。',
    },
  },
  *run({ form }) {
    const { goals, completion } = form.narrative;
    for (const [message, text] of [
      ['goal', goals],
      ['completion', completion],
    ] as const) {
      if (text === null) continue;
      for (const found of [listedSum(text), partedSum(text)])
        if (found !== null) yield sumTold(text, found, { message });
    }
  },
};
