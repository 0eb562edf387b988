import { compact, unquoted } from '../sheet/text';
import { comparisonBefore } from './comparisons';
import type { Fact } from './facts';
import { FORMER_YEAR } from './vocabulary';

/** Words that leave what is told as it is: 2023年本单位实际完成, 目前已支撑, 经调查, 共有…参加. */
const NEUTRAL =
  /^(?:20[0-9]{2}|年[底内]|[全本当今]?年度?|每(?:季度?|[年月周日天])|(?:较|比|同比|相比)(?:上年|去年)?(?:同期)?(?!目|计|预)|(?:任务|目标|计划)数?的|[我本](?:单位|部门|[局委办院])|全[市县区镇乡村校]|[我本][省市县区镇乡村校]|(?:本|该)?项目|按照?计划|目前|最终|实际|累计|共计?|合计|总[体计]?|综合|平均|已经?|均|完成|实现|达到?|开展|组织|举办|召开|提供|办理|实施|进行|获得|领取|享受|参[加与训]|群众|公众|服务对象|各[类项种级]|[的为了是有对仅只使数量率度])/;

/** How a figure was found, before all other words: 问卷调查满意度, but not those who took part in a 调查. */
const FOUND = /^经?(?:抽样|问卷|随机)*(?:调查|测评|统计)(?:显示)?/;

/** What becomes of a thing that was done, right behind the deed: 建成通车, 改造完工, 建成并投入使用, but not 项目已完工. */
const DONE_WITH = /^[并且、]?(?:通车|完工|竣工|完毕|投用|投入使用|到货|交付)/;

const OUTCOME = /^.[成完好](?!成)/;

/** The words of a text, without those that a row has too. */
export interface Remains {
  /** Whether the row has some of them. */
  readonly named: boolean;
  readonly rest: string;
  /** Of the rest what is not neutral. */
  readonly unread: string;
}

/** What is left of a text beside words that `own` has too, two characters or more, and neutral ones. */
export function remainsOf(text: string, own: string, neutral: RegExp = NEUTRAL): Remains {
  const known = unquoted(own);
  const whole = compact(unquoted(text)).replace(FOUND, '');
  let [named, rest, unread, at, deedEnd] = [false, '', '', 0, 0];
  while (at < whole.length) {
    const left = whole.slice(at);
    let taken = 2;
    while (taken <= left.length && known.includes(left.slice(0, taken))) taken++;
    if (taken > 2) {
      [named, rest, at] = [true, `${rest} `, at + taken - 1];
      deedEnd = at;
      continue;
    }
    // 覆盖90%的村 of a 村庄覆盖率
    const last = left.length === 1 && whole.charAt(at - 1) === '的' && known.includes(left);
    // 建成 of what was to be 建设
    const outcome = OUTCOME.test(left) && known.includes(left.charAt(0));
    const plain = neutral.exec(left) ?? (named && at === deedEnd ? DONE_WITH.exec(left) : null);
    const read = last ? 1 : (plain?.[0].length ?? (outcome ? 2 : 0));
    rest += left.slice(0, read || 1);
    if (read === 0) unread += left.charAt(0);
    at += read || 1;
    if (outcome) deedEnd = at;
  }
  return { named, rest, unread };
}

/** The words around a figure, without the comparison before it. */
export function wordsAround({ label, after }: Pick<Fact, 'label' | 'after'>): string {
  return label.slice(0, comparisonBefore(label)?.start) + after;
}

/** Whether all words around a figure are the row's own or neutral; what is left (首次, 本科生, 不合格, 多) may make it another's. */
export function namesNothingElse(own: string, fact: Pick<Fact, 'label' | 'after'>): boolean {
  return areRead(wordsAround(fact), own);
}

/** Whether a text is made of words that `own` has too, two characters or more, and of neutral ones. */
export function areRead(text: string, own: string, neutral?: RegExp): boolean {
  return remainsOf(text, own, neutral).unread === '';
}

/** Characters of words that say more, less, none or another time. */
const NO_DEED = /[超多少不未无没非首初另仅只差缺欠余剩降减退增新拟应]|计划|目标|预计/;
/** The last character of what a measure is called. */
const MEASURE = /[率数量度额值费价期日天积模长]$/;

const BESIDE_A_YEAR = new RegExp(`${FORMER_YEAR}|较|比`);

/** Whether words that nobody knows are a plain deed: 种植 of 种植280亩, not 多种, 故障率 or the 荒漠 of 荒漠面积. */
export const isDeed = ({ named, rest, unread }: Remains): boolean =>
  !named &&
  /^[\u4e00-\u9fff]{2,4}$/.test(unread) &&
  !NO_DEED.test(unread) &&
  !MEASURE.test(rest) &&
  !BESIDE_A_YEAR.test(rest);
