import { words } from '../sheet/lists';
import { anyOf } from './changeWords';

/** Words that deny what is done or so: 未完成, 没有延误, 无法达到. */
export const NOT = anyOf(
  words('没有 没能 没 未能 未有 未曾 未见 未 从未 并未 尚未 暂未 不能 不会 不曾 不存在 不是 不 并非 无法 难以 难于'),
);
/** These, and words that deny a thing: 无延误, 零投诉, 非法定. */
export const NEGATIONS = `${NOT}|无|零|勿|莫|非|杜绝|避免`;
/** What may stand between a negation and a comparison: 不得高于, 不应当超过, 没有再低于. */
export const MODALS = anyOf(words('应当 应该 可以 允许 能够 曾经 得 应 能 可 会 该 要 许 宜 准 曾 再 必'));
/** What may stand between a negation and any other word: 未能按期完成, 未因资金问题延误. */
const BETWEEN = `${MODALS}|${anyOf(words('够 太 被 有 过 存在 发生 出现 发现 产生 造成 导致 任何 明显 显著 重大 得到 得以 做到 实现 有效 真正 全部 全面 完全 圆满 按期 按时 按质 按量 按计划 按要求 按规定 按进度 如期 及时 足额 一项 一例 一次'))}|因[^,，。;；、]{1,10}`;

const BEFORE = new RegExp(`(?:${NEGATIONS})(?:${BETWEEN}){0,3}$`);
/** These deny all that they lead to: 不存在质量不达标情况. */
const NONE_OF = /(?:不存在|未(?:发[生现]|出现|收到))[^,，.。;；:：、！]{1,10}$/;
const REACH = 24;

/** Where the words begin that deny what stands at a place: 0 for 完成 in 未能按期完成; `null` where none do. */
function denialBefore(text: string, at: number): number | null {
  const from = Math.max(0, at - REACH);
  const near = text.slice(from, at);
  const match = BEFORE.exec(near) ?? NONE_OF.exec(near);
  return match === null ? null : from + match.index;
}

/** Whether the word at a place is denied, and not by a denial that is itself denied: 未达标, but not the 达标 of 无未达标项目. */
export function isDenied(text: string, at: number): boolean {
  const start = denialBefore(text, at);
  return start !== null && denialBefore(text, start) === null;
}

/** Where some words stand in a text; to look whether they do costs far less. */
const placesOf = (text: string, wanted: RegExp): readonly RegExpExecArray[] =>
  text.search(wanted) < 0 ? [] : [...text.matchAll(wanted)];

/** The first of some words in a text that is not denied there. @param wanted with the flag `g`. */
export function affirmedIn(text: string, wanted: RegExp): RegExpExecArray | null {
  return placesOf(text, wanted).find(({ index }) => !isDenied(text, index)) ?? null;
}

/** The first of some words in a text that is denied there, with its denial: 未能按期完成. @param wanted with the flag `g`. */
export function deniedIn(text: string, wanted: RegExp): string | null {
  const found = placesOf(text, wanted).find(({ index }) => isDenied(text, index));
  return found === undefined ? null : text.slice(denialBefore(text, found.index) ?? 0, found.index + found[0].length);
}

/** Words in which a negation denies nothing. */
const NAMES = '不(?:断|仅|动产)|未(?:成年|来)|非(?:税|遗|常|公|农)|无(?:障碍|偿|线|烟|害化|人[机车])|没收';

/** Takes the words out of a text in which a negation denies nothing: 不断, 未成年, 非税, 无偿. */
export const withoutNames = (text: string): string => text.replace(EVERY_NAME, '');
const EVERY_NAME = new RegExp(NAMES, 'g');

/** Words with a negation in them that deny nothing of what follows. */
const WHOLE_WORDS = new RegExp(
  `${NAMES}|不(?:合格|良|满意|达标|规范|及时|符合|同|含|变|明|利|当|安全|文明)|未(?:达标|完成|参保|就业|整改|办结)|非(?:法|正常|财政)|无(?:害|人|土|故|效)`,
  'g',
);
const NEGATION_LEFT = /[不未没无勿莫非]/;
/** What a quantity is called ends with one of these: a negation before it belongs to the name (未完成率, 不合格数). */
const NAME_OF_QUANTITY = /(?:[率度数量值额比重例次]|比例|金额|情况)[为是在:：,，]?$/;
const CLAUSE_REACH = 24;

/** Whether a negation is left in the words before a comparison that may turn it round: 不得明显(高于5%), 没有一项(低于60分). */
export function mayDeny(before: string): boolean {
  const near = before.slice(-CLAUSE_REACH);
  const clause = near.slice(1 + Math.max(...Array.from('，,。；;：:\n（(', (mark) => near.lastIndexOf(mark)))).trim();
  return !NAME_OF_QUANTITY.test(clause) && NEGATION_LEFT.test(clause.replace(WHOLE_WORDS, ''));
}
