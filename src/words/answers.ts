import { findMentions } from './mentions';
import { compact } from '../sheet/text';

/**
 * What an actual value in words says of a target in words: `contrary` is 不及时, 未及时 or 延迟 for 及时, 有1起 for 无; `hedged`
 * is 基本及时 for 及时, 有所提升 for 显著提升, 暂未验收 for 通过.
 */
export type Answer = 'contrary' | 'hedged';

/** Longer texts describe; whether they deny is a person's to read. */
const LONGEST = 24;

const DENIAL = /(?:未能?|没有|没能?|不(?:够|太|能)?|无法|难以|无)(?:得到|明显|显著|有效|完全|真正)*/g;
/** 不断 and the like deny nothing. */
const NO_DENIAL = /不断|不仅|不少于|不低于|不小于|不超过|不大于|不高于|未来|无偿|无障碍/g;
/** 无投诉 and 未发现问题 say that something did not come up, which is as good as 及时处理. */
const ABSENT = /无|未(?:发|出|收)|没有(?!及时|按|完|达|提|改|通|实)/;
/** 暂未验收, which is not yet, beside 尚未发现问题, which is good. */
const NOT_YET = /^(?:暂|尚|还)未(?!发|出|收|有)/;
const UNDER_WAY = /^正在|^存在.{0,4}(?:差错|错误|问题|不足)$/;
const HEDGE = /大部分|基本|大体|较为|比较|较|部分|有所|略有?|初步/;

/** What is wished for, and what in its place says that it did not come about. */
const OPPOSITES: readonly (readonly [wanted: RegExp, reached: RegExp])[] = [
  [/及时|按[时期]|按计划|按进度|如期|准时/, /^(?!经).{0,4}(?:延[迟期误]|滞后|逾期|超期|推迟|拖延)/],
  [/当年|本年|年内|年底|年末|[0-9]月|[0-9]日/, /^.{0,2}(?:次年|下一?年|第二年|跨年)/],
  [/控制|不超|预算内|≤|<=/, /^(?:略|已)?超(?:预算|支|标|出|过)/],
  [/合[规法]|规范|符合/, /^(?:存在|有|出现|发生)?(?:个别|部分|少量)?违[规法]/],
  [
    /提[升高]|改善|增强|优化|明显|显著|良好|较?好|有效|到位|满意/,
    /^.{0,6}(?:[不未](?:明显|显著|理想|佳|好|到位)|[较很]差|^差)$/,
  ],
];

const plain = (text: string): string =>
  compact(text)
    .replace(/[。.;；]$/, '')
    .replace(NO_DENIAL, '');

/** What was not: 主体工程未完工. */
const DONE = /^(?:完成|完工|竣工|建成|达标|达到|落实|到位|通过|合格|开展|实施)/;

const WHOLE = /全部|全面|全覆盖|应.尽|^(?:按[时期])?完成/;
const PART = /^(?:已?完成|覆盖)?(?:率|了|约)*([0-9.]+)%$/;

/** Whether a share of what was to be done whole is told: 完成80% for 全部完成. */
const isPart = (wanted: string, reached: string): boolean => {
  const share = WHOLE.test(wanted) && !/[0-9]/.test(wanted) ? PART.exec(reached)?.[1] : undefined;
  return share !== undefined && Number(share) < 100;
};

/** Whether a text begins with words of another one: 及时支付 where 及时 is asked for. */
function sharesWords(text: string, other: string): boolean {
  return text.length >= 2 && other.includes(text.slice(0, Math.max(2, Math.min(text.length, 4))));
}

/** 1起, 有1起 or 发生安全事故1起 where none was to be. */
function counts(actual: string, target: string): boolean {
  const [mention, ...more] = findMentions(actual).filter(({ kind }) => kind === 'figure');
  if (mention === undefined || more.length > 0 || mention.value.lte(0)) return false;
  const before = actual.slice(0, mention.start).replace(/^(?:全年|共计?|累计)*(?:有|发生|出现|存在)?/, '');
  return before === '' || target.includes(before);
}

/** What the words of an actual value say of a target in words; `null` where they neither deny nor hedge it. */
export function answerTo(target: string, actual: string): Answer | null {
  const [wanted, reached] = [plain(target), plain(actual)];
  if (wanted === '' || reached === '' || wanted === reached || reached.length > LONGEST) return null;
  const denials = [...reached.matchAll(DENIAL)];
  if (wanted.search(DENIAL) >= 0) {
    return /^[不未无没]/.test(wanted) && denials.length === 0 && counts(reached, wanted) ? 'contrary' : null;
  }
  if (OPPOSITES.some(([good, bad]) => good.test(wanted) && bad.test(reached))) return 'contrary';
  if (isPart(wanted, reached)) return 'contrary';
  if (UNDER_WAY.test(reached)) return 'hedged';
  const [denial, ...more] = denials;
  if (denial !== undefined) {
    const denied = reached.slice(denial.index + denial[0].length);
    if (more.length > 0) return null;
    if (!ABSENT.test(reached) && (DONE.test(denied) || sharesWords(denied, wanted))) return 'contrary';
    return NOT_YET.test(reached) ? 'hedged' : null;
  }
  if (HEDGE.test(wanted)) return null;
  const hedged = reached.replace(HEDGE, '');
  return reached === '一般' || (hedged !== reached && sharesWords(hedged, wanted)) ? 'hedged' : null;
}
