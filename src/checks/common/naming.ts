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

/** Whether words hold what a rate is the share of: 覆盖 of a 村庄覆盖率. */
export function isOfStem(name: string, words: string): boolean {
  const stem = /([\u4e00-\u9fff]{2})(?:率|度|面|比例)$/.exec(unquoted(name))?.[1];
  return stem !== undefined && compact(words).includes(stem);
}
