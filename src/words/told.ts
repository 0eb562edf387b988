import type { Decimal } from 'decimal.js';
import { compact, lastClause } from '../sheet/text';
import { factorBetween } from './comparable';
import { ABOUT_BEFORE } from './comparisons';
import { factsOfProse, type Fact } from './facts';
import type { NumberQuantity } from './quantity';
import { AIM } from './vocabulary';
import { inScale } from './written';

/**
 * What a figure in the text of a row is of the row's target and actual value. `left`: how many were not done, where nothing
 * else says that the target is meant.
 */
export type Told = 'short' | 'left' | 'over' | 'saved' | 'rate' | 'aim';

/** Whether it tells what is left over, of things or of money. */
export const isRest = (told: Told): boolean => told === 'left' || told === 'saved';

const THAN = '(?:[较比与]|距离?|离)';
/** What became of things that were not done: 未开工, 没有到货, 取消, 待次年交付. */
const NOT_DONE =
  /^.{0,8}?(?:未(?!发[现生]|出现|[收接提见超婚来]|成年)|没有|无法|取消|放弃|停办|暂缓|推迟|延[期至后]|正在|待(?!遇)|失访|空缺|(?:因|由于).{1,8}请假)/;
/** What is left over may be told with its cause before what became of it. */
const LEFT = /未|没有|正在|延|待|仍/;

const DONE_SINCE = /已(?:全部|于|完成|补)|均已|后续|后来|随后|目前已/;

/** Whether what was open then is done now: 2台延期到货，已于12月到货. */
export const isDoneSince = (text: string, { end }: Fact): boolean => DONE_SINCE.test(text.slice(end));

/** Words of a part of the year, or of what was made up for. */
const FOR_NOW = /月|季|半年|全部|超额|补[足齐]|最终/;

/** Whether what was lacking may be so at the end of the year too: not in 9月完成目标的90%，年底全部完成. */
export const isLasting = (text: string, { sentence }: Fact): boolean => !FOR_NOW.test(text.slice(sentence));

/** Whose words say so: what stands before the figure, and what behind it, where that is asked too. */
const TOLD: readonly (readonly [Told, label: RegExp, behind?: RegExp])[] = [
  ['short', new RegExp(`(?:${THAN}${AIM}[还仍尚相]?(?:减?少|低|差|缺)|(?:低|少)于${AIM}|未达${AIM},?相?差)了?$`)],
  ['short', /^(?:[还仍尚相]?差|缺口|短收|(?:因[^，]{1,8})?取消(?!了)[\u4e00-\u9fff]{0,3})$/],
  [
    'short',
    /^(?:[因受由].{0,8}[^减])?少(?:完成|开展|组织|举办|召开|开|办|培训|检查|抽检|服务|建设|采购|购置|改造|发放?|招聘?|建|修|做|印)?了?$/,
  ],
  ['left', /^(?:[仍尚还另]?有|导致|造成|[受因由][^，]{1,12}(?:影响|原因))?$/, NOT_DONE],
  ['left', /^(?:剩余|还剩|尚余)$/],
  ['left', /^(?:其余|剩余|余下|尚有|还有|另有)$/, LEFT],
  ['over', /^(?:超额|多)完成了?$/],
  ['over', new RegExp(`(?:超额?|超[出过]|[高多]于)(?:完成)?${AIM}|${THAN}${AIM}(?:多|高|增加)了?$`)],
  ['saved', /^(?:[较比](?:年初)?预算)?(?:节约|节省|结余|压减|压缩)(?:了|资金|经费|成本|费用)*$/],
  ['over', /^(?:超支|超预算|超出预算)(?:了|资金|金额)*$/],
  ['rate', new RegExp(`^(?:${AIM}的?)?完成(?:率|比例|进度)$|^(?:实际|[已仅只])*完成(?:了|率为)?(?:${AIM}的?)?$`)],
  ['rate', new RegExp(`^[仅只]?(?:为|占|达到?)?${AIM}的$`)],
  ['aim', /(?:未|没有)(?:能|完成|实现)?$/, new RegExp(`^的${AIM}`)],
  // 未达到; 未完成20人次任务 may be how many were not.
  ['aim', /(?:未|没有)能?$/, new RegExp(`^${AIM}`)],
];

/** So much of a sentence before or behind a figure may say what it is. */
const TOLD_WITHIN = 24;

function toldOf({ label, end, unit, bound }: Fact, text: string): Told | null {
  const [behind = ''] = compact(text.slice(end, end + TOLD_WITHIN)).split(/[。；;]/, 1);
  const before = compact(label);
  const told = TOLD.find(([, own, next]) => own.test(before) && (next === undefined || next.test(behind)))?.[0] ?? null;
  return told === 'rate' && (unit !== '%' || bound) ? null : told;
}

/** A figure of a text whose words say what it is. */
export interface ToldFact {
  readonly fact: Fact;
  readonly told: Told;
  /** Of several of a kind each may be a part; an amount and what it is of the whole are one. */
  readonly isAlone: boolean;
}

/** The figures of a text whose words say what they are of the row, without those that are quoted, about so much or of a part of the year. */
export function toldIn(cell: { readonly text: string }): readonly ToldFact[] {
  const all = factsOfProse(cell).flatMap((fact) => {
    const isSure = !fact.quoted && !fact.interim && !ABOUT_BEFORE.test(cell.text.slice(0, fact.start));
    const told = isSure ? toldOf(fact, cell.text) : null;
    return told === null ? [] : [{ fact, told, key: `${told} ${fact.unit === '%' ? '%' : ''}` }];
  });
  return all.map((one) => ({ ...one, isAlone: all.filter(({ key }) => key === one.key).length === 1 }));
}

/** What a text says up to a figure, and the words behind it: 满意度未达到90%的预期目标 */
export const clauseUpTo = (text: string, { start, end, after }: Fact): string =>
  lastClause(text.slice(Math.max(0, start - TOLD_WITHIN), end)) + after;

/** What such a figure is by target and actual value, with how it is reckoned; empty where it can't be told of them. */
export function reckoned(
  told: Told,
  { target, actual }: { readonly target: Decimal; readonly actual: Decimal },
  fact: Fact,
  { unit, scale }: NumberQuantity,
): readonly [Decimal, string][] {
  const [t = '', a = ''] = [target, actual].map((value) => inScale(value, scale, ''));
  if (told === 'aim') return fact.unit === unit ? [[target, t]] : [];
  const isShare = fact.unit === '%' && target.gt(0);
  if (told === 'rate') return isShare && unit !== '%' ? [[actual.div(target).times(100), `${a} ÷ ${t}`]] : [];
  const [difference, words] =
    told === 'over' ? [actual.minus(target), `${a} − ${t}`] : [target.minus(actual), `${t} − ${a}`];
  if (difference.lte(0)) return [];
  // 22元 of 元/人.
  const factor = factorBetween(unit, fact.unit) ?? factorBetween(unit.split('/')[0] ?? '', fact.unit);
  const ways: [Decimal, string][] = factor === null ? [] : [[difference.times(factor), words]];
  if (isShare) ways.push([difference.div(target).times(100), `(${words}) ÷ ${t}`]);
  // 剩余10%待验收后拨付: of all, not of the target.
  if (told === 'left' && unit === '%' && fact.unit === '%') ways.push([actual.neg().plus(100), `100 − ${a}`]);
  return ways;
}
