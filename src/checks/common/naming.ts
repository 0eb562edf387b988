import { overlap } from '../../form/sides';
import type { Indicator } from '../../form/model';
import { compact, unquoted } from '../../sheet/text';
import type { Fact } from '../../words/facts';

const RATE = /(?:率|比例|比重|占比|满意度|覆盖面)$/;

/** 满意率 and 市民满意度, 接通率 and 热线每月接通率: the same two characters before 率 or 度. */
function sameStem(label: string, name: string): boolean {
  const stem = /([\u4e00-\u9fff]{2})(?:率|度|比例)$/.exec(label)?.[1];
  return stem !== undefined && ['率', '度', '比例'].some((ending) => name.includes(stem + ending));
}

/** Whether the words around a figure name what an indicator measures. */
export function namesMeasure({ name }: Pick<Indicator, 'name'>, fact: Fact): boolean {
  const own = unquoted(name.value);
  const label = unquoted(fact.label).replace(/^[全今当]年/, '');
  if (fact.unit !== '%') {
    const named = own.includes(label) && (label.length >= 3 || (label.length === 2 && own.includes(fact.unit)));
    return overlap(compact(`${fact.label}${fact.after}`), own) >= 3 || named;
  }
  return RATE.test(label) && (own.includes(label) || label.includes(own) || sameStem(label, own));
}

/** Words that leave what is told as it is: 2023年本单位实际完成, 目前已支撑. */
const NEUTRAL =
  /^(?:20[0-9]{2}|[全本当今]?年度?|年[末底]|[我本](?:单位|部门|[局委办院])|[全我本][省市县区镇校]|目前|最终|实际|累计|共计?|合计|总[体计]?|综合|平均|已经?|均|完成|实现|达到?|开展|组织|举办|[的为了是数量率度])/;

/** Whether all words around a figure are the indicator's own or neutral; what is left (首次, 本科生, 上报) may make it another's. */
export function namesNothingElse({ name }: Pick<Indicator, 'name'>, { label, after }: Fact): boolean {
  return areRead(label + after, name.value, NEUTRAL);
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
