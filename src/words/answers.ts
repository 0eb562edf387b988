import { anyOf, CHANGES } from './changeWords';
import { comparisonAt } from './comparisons';
import { Decimal } from 'decimal.js';
import { affirmedIn, withoutNames } from './denial';
import { findMentions } from './mentions';
import { readNumeral } from './numerals';
import { compact } from '../sheet/text';
import { FORMER_YEAR, IN_TIME, LATE } from './vocabulary';

/**
 * What an actual value in words says of a target in words: `met` is 优秀 for 良好; `contrary` is 不及时, 未及时 or 延迟 for 及时,
 * 有1起 for 无, 合格 for 优秀, 上升8% for 下降5%; `hedged` is 基本及时 for 及时, 有所提升 for 显著提升, 暂未验收 for 通过.
 */
export type Answer = 'met' | 'contrary' | 'hedged';

/** Longer texts are descriptions; a person has to judge whether they deny anything. */
const LONGEST = 24;

const DENIAL = /(?:未能?|没有|没能?|不(?:够|太|能)?|无法|难以|无)(?:得到|明显|显著|有效|完全|真正)*/g;
/** What is not to be done, and nothing else, which a denial says was not: 严禁违规发放. */
const FORBIDS = /^[^,，;；]*(?:严禁|禁止|杜绝|防止|避免)[^,，;；]*$/;
/** Bounds with 不 in them are no denial. */
const BOUND = /不(?:少于|低于|小于|超过|大于|高于)/g;
/** In 无投诉 and 未发现问题 something bad did not happen: this denies no target. */
const ABSENT = /无|未(?:发(?![放布])|出|收)|没有(?!及时|按|完|达|提|改|通|实)/;
/** 暂未验收, which is not yet, beside 尚未发现问题, which is good. */
const NOT_YET = /^(?:暂|尚|还)未(?!发|出|收|有)/;
/** Words for what is not finished yet or only expected, and for what is true of a part only. */
const UNDER_WAY =
  /(?:提交|报送|提出).{0,8}申请$|(?:初稿|草案|送审|征求意见稿?)(?:$|[,，;；])|(?:进行|推进|建设|施工|审批|办理|采购|招标|实施|编制|印刷)中$|^[0-9]+个?[村户家项人乡镇校所].{0,4}未(?:达|完成|按)|^(?:正在|[尚仍还]在|在建|待(?!遇)|有待|[尚仍还][需待]|未统计|暂无|不详|待定|无法统计)|^(?:存在|有).{0,4}(?:差错|错误|问题|不足|损坏|破损|缺失|故障)$|^(?:个别|少数|部分)(?!.{0,4}未发).{0,10}(?:不全|不规范|不到位|不及时|滞后|未.{2,6})$|^(?:预计|计划|拟|将|力争|争取)[^,，;；]{0,4}[0-9年月底][^,，;；]{0,10}(?:完成|完工|竣工|建成|验收|实施|达到)$/;
/** 基本按时 is hedged whatever words were asked for. */
const HEDGED = /^(?:基本|大体)(?:上)?(?:覆盖|及时|满意|合格|达标|到位|完善|健全|规范|符合|落实)/;
const HEDGE = /大部分|基本|大体|较为|比较|较|部分|有所|略有?|初步|欠(?![款薪费])/;

/** Words of a target, words of an actual value that say the opposite unless they are denied, and how far in they may stand. */
const OPPOSITES: readonly (readonly [wanted: RegExp, reached: RegExp, within?: number])[] = [
  [
    new RegExp(`${IN_TIME}|按计划|按进度|[时期]间?内|[日月底末]前`),
    new RegExp(
      `(?<!^经.{0,3}|(?:处理|化解|解决|催[收缴]|清[理收缴欠]|消除|防止)(?:.{1,4}|(?=[逾超]期))|(?<![0-9.])0[项个件起次].{0,2})(?:未能?(?:${IN_TIME})(?!发现|.{0,12}问题)|滞后|${LATE}|超[过出]?(?:计划|规定|合同)*(?:时间|[期时]限|工期))`,
      'g',
    ),
    4,
  ],
  [/当年|本年|年内|年底|年末|季度|[0-9][月日]/, /次年|下一?年|翌年|第二年|跨年/g, 2],
  [/控制(?!率)|不超|预算内|按.{0,4}标准|≤|<=/, /^(?:略|已)?超(?:预算|支|标|出|过|期|时)/g],
  // What inspectors find is their work: 检查发现违规商户12家.
  [
    /合[规法]|规范|符合|严格/,
    /^(?:存在|有|出现|发生)?(?:个别|部分|少量)?违[规法](?!.{0,4}(?<![0-9.])0[起项个件次例处])|^(?:审计|巡[察视])(?:发现|查出).{0,4}违[规法](?:问题|现象|行为|情况)?$/g,
  ],
  [/^(?!.*(?:取消|停))/, /^(?:因.{1,12})?(?:已|被|全部)*(?:取消|停办|终止|暂停)$/g],
  [/一次性?(?:通过|合格|验收)/, /^经?(?:(?:第?二|再)次|复[验检]|整改)(?:验收)?[后才]?(?:验收)?(?:通过|合格)$/g],
  [/达标|合格|水质|[ⅠⅡⅢⅣIV]类/, /超标$/g, 6],
  [/健全|完[善整备]|齐[全备]|到位|落实/, /缺[失位少项]|遗漏|不[齐全]/g, 6],
  [/长[期效]|持续|稳定/, /^(?:短期|不可持续|不稳定|难以(?:为继|持续)|(?:已|全部)?(?:中断|停用|闲置|报废)$)/g],
  [
    /提[升高]|改善|增[强长加]|优化|明显|显著|良好|较?好|有效|到位|满意|带动|促进/,
    /(?:[不未](?:明显|显著|理想|佳|好|到位)|[较很]差|^差|有限|相同|不变|(?:没有|无)(?:明显)?变化|持平|负增长|恶化)$/g,
    6,
  ],
];

/** 未见延误 is 未延误, 无明显提升 is 未明显提升. */
const withPlainDenials = (text: string): string =>
  compact(text)
    .replace(/未见/g, '未')
    .replace(/(?:无|没有)(?=(?:明显|显著)[提改增好上])/g, '未');

const WHEN_DUE = new RegExp(IN_TIME, 'g');

const plain = (text: string): string =>
  withoutNames(withPlainDenials(text))
    .replace(/[。.;；]$/, '')
    .replace(/^零(?=[发事投违差信返死伤泄案延拖失误缺感举]|上访)/, '无')
    .replace(WHEN_DUE, '及时')
    .replace(BOUND, '');

/** What is denied where the work itself was not done: 主体工程未完工. */
const DONE =
  /^(?:完成|完工|竣工|建成|达标|达到|落实|到位|通过|合格|开展|实施|(?:发放|拨付|支付|兑[付现])(?:到位|完[成毕])?$)/;

/** Only the main part is finished; the whole only where 主体 was asked for. */
const MAIN_PART = /^主体(?:工程)?(?:已?完工|封顶|完成)$/;

/** A figure and what is denied of the things that it counts, once: 1个标段未验收, 第2-3期未能及时考核; not 未出现不合格. */
const FELL_SHORT =
  /^[^0-9,，。;；]{0,6}[0-9.]+(?:[-~～至—][0-9.]+)?[^0-9,，。;；不未没无]{1,10}(?:未能?(?!发|出|收|受)|没有?能?(?!发|出|收)|不)([^0-9,，。;；不未没无]{2,12})$/;

/**
 * Whether the figure of an actual value counts those that fell short of the target: `short` where the target says what they
 * fell short of (1个标段未验收 for 5个标段均验收合格) or the work itself was not done, `other` where they are a quality's.
 */
export function fallsShort(target: string, actual: string): 'short' | 'other' | null {
  const [wanted, reached] = [plain(target), plain(actual)];
  const denied = FELL_SHORT.exec(reached)?.[1];
  if (denied === undefined || wanted.includes('%') || wanted.search(DENIAL) >= 0) return null;
  if (sharesWords(denied, wanted)) return 'short';
  return !DONE.test(denied) ? null : /^(?:合格|达标|通过)/.test(denied) ? 'other' : 'short';
}

const WHOLE = /全部|全面|全覆盖|应.尽|^(?:按(?:[时期]|计划))?完成/;
const PART = /^(?:已?完成|覆盖)?(?:率|了|约|全?年度?|总?[任目计][务标划]|的)*([0-9.]+)%$/;
/** What was due and what was done of it: 应补3000户，实补2980户; 计划5场，实际完成4场. Less time or less money than planned may be all of it. */
const DUE =
  /(?:应(?![在于])|计划(?![^0-9,，。；;]{0,6}[0-9.]+(?:个?[年月日号天时周]|个?小时|分钟|[个日历工作]{2,3}[天日]|[百千万亿]*元)))[^0-9,，。；;]{0,6}([0-9]+(?:\.[0-9]+)?)([^0-9,，。；;]{0,4})[,，;；]\D{0,2}(?:实际?|已)[^0-9,，。；;]{0,6}([0-9]+(?:\.[0-9]+)?)\2/;

/** How many were lacking of what was due, and of what; `null` where a text tells no such pair. */
export function lackingIn(text: string): { readonly count: Decimal; readonly unit: string } | null {
  const [, due, unit = '', done] = DUE.exec(text) ?? [];
  return due === undefined || done === undefined ? null : { count: new Decimal(due).minus(done), unit };
}

/** Whether the actual value states a part of what was to be done completely: 完成80% for 全部完成. */
function isPart(wanted: string, reached: string): boolean {
  if (lackingIn(reached)?.count.gt(0) === true) return true;
  if (!WHOLE.test(wanted) || /[0-9]/.test(wanted)) return false;
  // 60% of a task of several years may be what was planned for this one.
  if (/按.{0,2}计划|按[时期]/.test(wanted) && /总[任目计]/.test(reached)) return false;
  return Number(PART.exec(reached)?.[1] ?? 100) < 100 || (/尽/.test(wanted) && /[0-9].{0,3}未/.test(reached));
}

/** Whether a text begins with words of another one: 及时支付 where 及时 is asked for. */
function sharesWords(text: string, other: string): boolean {
  return text.length >= 2 && other.includes(text.slice(0, Math.max(2, Math.min(text.length, 4))));
}

/** 1起, 有1起 or 发生安全事故1起 where none was to be. */
function counts(actual: string, target: string): boolean {
  const told = actual.replace(/^(?:全年|共计?|累计)*(?:有|发生|出现|存在)?了?/, '');
  const [mention, ...more] = findMentions(told).filter(({ kind }) => kind === 'figure');
  if (mention === undefined || more.length > 0 || mention.value.lte(0)) return false;
  return mention.start === 0 || target.includes(told.slice(0, mention.start));
}

/** Scales from the lowest grade up; words of one scale say nothing of another's. */
const SCALES: readonly (readonly (readonly string[])[])[] = [
  [
    ['差', '较差', '不合格', '不及格'],
    ['中', '中等', '一般', '合格', '及格'],
    ['良', '良好'],
    ['优', '优秀'],
  ],
  [['差'], ['一般'], ['较好'], ['好', '很好']],
  [['劣V类'], ['V类'], ['IV类'], ['III类'], ['II类'], ['I类']],
  [['低', '较低'], ['一般'], ['较高'], ['高', '很高']],
  [['D级'], ['C级'], ['B级'], ['A级']],
  [['丙等'], ['乙等'], ['甲等']],
  [['二级丙等'], ['二级乙等', '二乙'], ['二级甲等', '二甲'], ['三级丙等'], ['三级乙等', '三乙'], ['三级甲等', '三甲']],
  [
    ['三等', '三等奖'],
    ['二等', '二等奖'],
    ['一等', '一等奖'],
  ],
];

const plainGrade = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^(?:达到(?:或[优好]于)?|[优好]于或达到|不低于|≥|>=)|(?:及?以上|等次|等级|[。.])$/g, '');

function byGrade(target: string, actual: string): Answer | null {
  // 优良 asks for one of the two, and as an answer doesn't say which.
  const [wanted, reached] = [plainGrade(target).replace(/^优[或、/]?良$/, '良'), plainGrade(actual)];
  for (const scale of SCALES) {
    const rank = (grade: string) => scale.findIndex((words) => words.includes(grade));
    if (rank(wanted) >= 0 && rank(reached) >= 0) return rank(reached) >= rank(wanted) ? 'met' : 'contrary';
  }
  return null;
}

const CODE = /^([A-Z]{1,3})([0-9.]{1,4})(?:级|以上)?$/;
const EACH = /^([^各均]{2,20})各/;

/**
 * Whether the actual value differs from the target, perhaps for the worse: another grade of one code (C25 for C30), only
 * some of several occasions, or 持平 where there was to be less.
 */
function differs(wanted: string, reached: string): boolean {
  const [code, other] = [CODE.exec(wanted), CODE.exec(reached)];
  if (code !== null && other !== null) return code[1] === other[1] && code[2] !== other[2];
  // 0 complaints can't become fewer.
  if (/减少|下降|降低|稳中有[升降]/.test(wanted) && /持平$/.test(reached)) return true;
  const occasions = EACH.exec(wanted)?.[1]?.split(/[、和及与]/) ?? [];
  const told = occasions.filter((one) => reached.includes(one));
  return told.length > 0 && told.length < occasions.length && !/[各均]/.test(reached);
}

const RANK = /^(?:[^第前]{0,6})[第前]([0-9一二三四五六七八九十]{1,3})(?:[名位]|$|([等档%]|方阵|梯队))/;

/** Compares ranks (第五名 for 前三名, 前40% for 前30%) and the two sides of one bound (低于上年 for 不低于上年). */
function byRank(target: string, actual: string): Answer | null {
  const rank = (text: string) => {
    const [, digits = '', of] = RANK.exec(text) ?? [];
    return { of, place: /^[0-9]+$/.test(digits) ? new Decimal(digits) : readNumeral(digits) };
  };
  const [wanted, reached] = [rank(target), rank(actual)];
  // 第5名 may or may not be among 前30%.
  if (wanted.place !== null && reached.place !== null)
    return wanted.of !== reached.of ? null : reached.place.lte(wanted.place) ? 'met' : 'contrary';
  const [limit, side] = [comparisonAt(target, 0), comparisonAt(actual, 0)];
  if (limit === null || side === null || target.slice(limit.end) !== actual.slice(side.end)) return null;
  return limit.relation.charAt(0) === side.relation.charAt(0) ? null : 'contrary';
}

/** A change and at most how far it goes: 较上年下降5%, 明显提升, 增收27万元, 水电费有所下降. */
const CHANGE = new RegExp(
  `^([\\u4e00-\\u9fff、]{0,8}?)(?:[较比](?:${FORMER_YEAR})|同比|实现|明显|显著|稳中有?|有所?|逐[步年]|稳步|持续|不断|进一步|得到|大幅|小幅|略微?){0,3}(?<![零负])(?:(超上年度?|(?<=有)升|${anyOf(CHANGES.more)})|${anyOf(CHANGES.less)})[了收支]?(?:约?([0-9.]+)[^\\d，。；,;]{0,6})?[。.]?$`,
);

/** Targets that forbid one way of changing: 只减不增, 不超过上年. */
const ONE_WAY: readonly (readonly [change: string, target: RegExp])[] = [
  ['减少', new RegExp(`^(?:只减不增|(?:≤|<=|不[超高多大][过出于])(?:${FORMER_YEAR})(?:度|同期|水平|支出|数)*)$`)],
  ['增加', new RegExp(`^(?:只增不减|(?:≥|>=|不[低少小]于)(?:${FORMER_YEAR})(?:度|同期|水平|收入|数)*)$`)],
];

/**
 * Whether an actual change goes the way that was wanted; `null` where either is none or of another subject, or the target
 * says how far.
 */
function byChange(target: string, actual: string): 'met' | 'contrary' | null {
  const way = ONE_WAY.find(([, only]) => only.test(target))?.[0];
  const [wanted, reached] = [CHANGE.exec(way ?? target), CHANGE.exec(actual)];
  if (wanted === null || reached === null) return null;
  const [[, of = '', more, asked], [, other = '', grown, far]] = [wanted, reached];
  if (of !== '' && other !== '' && of.slice(0, 2) !== other.slice(0, 2)) return null;
  // What is compressed is time, steps or costs: 压缩60% is no less of what was to be raised.
  if ((more === undefined) !== (grown === undefined))
    return more !== undefined && /压|缩/.test(actual) ? null : 'contrary';
  return asked === undefined && far !== undefined ? 'met' : null;
}

/** Which way a text says that something changed: 下降6%, 增收27万元; `null` where it tells no change alone. */
export function wayOf(text: string): 'more' | 'less' | null {
  const change = CHANGE.exec(compact(text));
  return change === null ? null : change[2] === undefined ? 'less' : 'more';
}

/** A change told by its two figures: 由4.2%升至6.1%, 用时从5天减到3天. */
const MOVED =
  /^([^，,。；;]{0,12}?)[由从][^0-9，,。；;]{0,6}([0-9]{1,12}(?:\.[0-9]{1,6})?)([^0-9，,。；;至到为]{0,12})[至到为][^0-9，,。；;]{0,2}([0-9]{1,12}(?:\.[0-9]{1,6})?)([^0-9，,。；;]{0,8})[。.]?$/;

/** What changed, `of` nothing where a text names none, which way, and from what. */
export interface Movement {
  readonly of: string;
  readonly way: 'more' | 'less';
  readonly from: Decimal;
  readonly unit: string;
}

/** How a thing changed by a text that tells nothing else; `null` where the words speak against the figures: 由8等提升至6等. */
export function movementIn(text: string): Movement | null {
  const [, of = '', first = '', between = '', last = '0', unit = ''] = MOVED.exec(compact(text)) ?? [];
  if (first === '') return null;
  const [from, to] = [new Decimal(first), new Decimal(last)];
  if (from.eq(to)) return null;
  const way = to.gt(from) ? 'more' : 'less';
  const against = way === 'more' ? /[降减缩压]/ : /[升增涨提延扩]/;
  return against.test(between) ? null : { of, way, from, unit };
}

const LEVEL = /^.{0,8}(?:持平|(?:保持|基本)(?:稳定|不变)|零增长)$/;
const BETTER = /改善|优化|好转|向好/;

/** Which way a thing was to go by a target in words: 提高, 同比下降, 保持稳定, 改善; `null` where that is not asked for. */
export function wayWanted(target: string): 'more' | 'less' | 'level' | 'better' | null {
  return LEVEL.test(target) ? 'level' : (wayOf(target) ?? (BETTER.test(target) ? 'better' : null));
}

const COMPARED_TO = /^(?:[较比]|同比)/;

/** By how much, not to what: 缩短11天. */
const BY = new RegExp(`^[^0-9]{0,4}(?:${anyOf(CHANGES.more, CHANGES.less)})了?[0-9]`);
const FROM_TO = /[由从][^0-9]{0,6}([0-9]{1,12}(?:\.[0-9]{1,6})?).*[至到为]([0-9]{1,12}(?:\.[0-9]{1,6})?)/;
const ONLY = /^([0-9]{1,12}(?:\.[0-9]{1,6})?)[^0-9]{0,4}$/;

/** Whether the actual value is by how much a level was to be changed: 缩短11天 for 由20天缩短至10天, 100张 for 由200张增加至300张. */
function isChangeOf(target: string, actual: string): boolean {
  const [, from, to] = FROM_TO.exec(target) ?? [];
  if (from === undefined || to === undefined) return false;
  const more = new Decimal(to).minus(from);
  const only = ONLY.exec(actual)?.[1];
  return BY.test(actual) || (only !== undefined && more.eq(only) && more.lt(from));
}

/** Whether the actual value states a change where the target is a level: 较上年提升2% for ≥95%. */
export function tellsChange(target: string, actual: string, name: string): boolean {
  return (
    isChangeOf(compact(target), compact(actual)) ||
    (!/[增降减涨升高变节]/.test(name) &&
      COMPARED_TO.test(actual) &&
      CHANGE.test(compact(actual)) &&
      !CHANGE.test(compact(target)))
  );
}

/**
 * Whether what was reached is, whatever the figures, the opposite of what was to be: 上升8% where 下降5% was asked for, 超支2万元
 * for ≤100万元, 次年1月 for 12月底前.
 *
 * @param name what the row is about: 超支3% is no overrun in one about 超支率.
 */
export function opposes(target: string, actual: string, name = ''): boolean {
  const [wanted, reached] = [compact(target), withPlainDenials(actual)];
  if (wanted === '' || reached.length > LONGEST) return false;
  if (byChange(wanted, reached) === 'contrary') return true;
  return OPPOSITES.some(([good, bad, within = 0]) => {
    const found = affirmedIn(reached, bad);
    if (found === null || found.index > within || !good.test(wanted)) return false;
    return wanted.search(bad) < 0 && !name.includes(found[0].slice(-2));
  });
}

/** What the words of an actual value say of a target in words; `null` where they neither deny nor hedge it. */
export function answerTo(target: string, actual: string): Answer | null {
  if (opposes(target, actual)) return 'contrary';
  const [wanted, reached] = [plain(target), plain(actual)];
  if (wanted === '' || reached === '' || wanted === reached || reached.length > LONGEST) return null;
  const answer = byGrade(target, actual) ?? byRank(compact(target), compact(actual)) ?? byChange(wanted, reached);
  if (answer !== null) return answer;
  const denials = [...reached.matchAll(DENIAL)];
  if (FORBIDS.test(wanted) && denials.length > 0) return null;
  if (wanted.search(DENIAL) >= 0) {
    return /^(?:全年|年内|本年度?|实现)?[不未无没]/.test(wanted) && denials.length === 0 && counts(reached, wanted)
      ? 'contrary'
      : null;
  }
  if (isPart(wanted, reached)) return 'contrary';
  if (MAIN_PART.test(reached) && !wanted.includes('主体')) return 'hedged';
  if (UNDER_WAY.test(reached) || differs(wanted, reached)) return 'hedged';
  const [denial, ...more] = denials;
  if (denial !== undefined) {
    const denied = reached.slice(denial.index + denial[0].length);
    // 不合格4人 may be few enough for ≥95%.
    if (more.length > 0 || (/[0-9]/.test(denied) && /[0-9]/.test(wanted))) return null;
    if (!ABSENT.test(reached) && (DONE.test(denied) || sharesWords(denied, wanted))) return 'contrary';
    return NOT_YET.test(reached) ? 'hedged' : null;
  }
  if (HEDGE.test(wanted)) return null;
  const hedged = reached.replace(HEDGE, '');
  return /(?:^|[度果性况])一般$/.test(reached) ||
    HEDGED.test(reached) ||
    (hedged !== reached && sharesWords(hedged, wanted))
    ? 'hedged'
    : null;
}
