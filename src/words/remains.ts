import { compact, unquoted } from '../sheet/text';
import { comparisonBefore } from './comparisons';
import type { Fact } from './facts';

/** Words that leave what is told as it is: 2023年本单位实际完成, 目前已支撑. */
const NEUTRAL =
  /^(?:20[0-9]{2}|[全本当今]?年度?|年[末底]|每(?:季度?|[年月周日天])|(?:较|比|同比|相比)(?:上年|去年)?(?:同期)?(?!目|计|预)|(?:任务|目标|计划)数?的|[我本](?:单位|部门|[局委办院])|[全我本][省市县区镇校]|目前|最终|实际|累计|共计?|合计|总[体计]?|综合|平均|已经?|均|完成|实现|达到?|开展|组织|举办|[的为了是数量率度])/;

/** Whether all words around a figure are the row's own or neutral; what is left (首次, 本科生, 不合格, 多) may make it another's. */
export function namesNothingElse(own: string, { label, after }: Pick<Fact, 'label' | 'after'>): boolean {
  const compared = comparisonBefore(label)?.start;
  return areRead(label.slice(0, compared) + after, own, NEUTRAL);
}

/** Whether a text is made of words that `own` has too, two characters or more, and of neutral ones. */
export function areRead(text: string, own: string, neutral: RegExp): boolean {
  const known = unquoted(own);
  let rest = compact(unquoted(text));
  while (rest !== '') {
    let taken = 2;
    while (taken <= rest.length && known.includes(rest.slice(0, taken))) taken++;
    const read = taken > 2 ? taken - 1 : (neutral.exec(rest)?.[0].length ?? 0);
    if (read === 0) return false;
    rest = rest.slice(read);
  }
  return true;
}
