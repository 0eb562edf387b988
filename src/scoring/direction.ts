import { numberOf } from '../form/cells';
import type { Indicator, QuantityCell } from '../form/model';
import { anyOf, CHANGES } from '../words/changeWords';
import { TIME } from '../words/units';
import type { Relation } from '../words/quantity';

/**
 * Which side of its target an actual value should be on. `higher` and `lower` are said by the form (a sign, 正向, 反向);
 * `exact` is a target with `=`; `presumed-higher` and `presumed-lower` follow from nothing but the name; `open` may be
 * either, by the name; `doubtful` may be too, by what is counted (few per cent, 起, an index), so that it is asked about.
 */
export type Direction = 'higher' | 'lower' | 'exact' | 'presumed-higher' | 'presumed-lower' | 'open' | 'doubtful';

const COUNT_OF =
  '(?:发生|案件|事件|事项|问题|人员)?(?:率|数|量|次数|件数|人数|起数|例数|数量|人次|比例|金额|面积|余额)?$';
const endingIn = (words: string): RegExp => new RegExp(`(?:${words.replaceAll(' ', '|')})${COUNT_OF}`);

/** What is better when there is less of it, when the name ends with it: 有效投诉件数, 安全事故发生率. */
const BAD = endingIn(
  '投诉 差错 死亡 伤亡 违规 违纪 违法 事故 逾期 超支 失误 问责 责任追究 处分 败诉 曝光 缺陷 误差 空置 闲置 流失 故障 延误 返工 超标 拖欠',
);

/**
 * Names that leave the direction open: a 控制率 may be the share of patients under control, or of the costs; a change may be
 * either way; 感染人数 may be those who fell ill, or those who were found and treated.
 */
const UNDECIDED = endingIn(
  '控制 变动 调整 变化 结转结余 偏差 差异 降低 减少 下降 压减 压降 增减 失业 感染 发病 患病 病死 死 受害 成灾 受灾 辍学 返贫 犯罪 发案 警情 复发 贫困 水土流失 漏损 线损 破损 损耗 能耗 电耗 水耗 油耗 排放 浓度 噪声 隐患 信访 上访 纠纷 积案 错案 改判 违约 失信 超期 欠薪 债务 负债 坏账 库存 积压 离职 缺勤 迟到 等候 等待 间隔 中断 错误 漏报 误报 漏检 报废 退货 违建 撂荒 事件 火灾 火点 沉降 虫害 排名 名次 位次 跑动 跑腿 崩溃 宕机 停机',
);

/** What is done about bad things, which turns them round: 投诉办结率, 查处违法案件数. */
const HANDLED =
  /(?<!未.{0,3})(?:查处|处理|办结|整改|化解|处置|受理|调查|核查|检查|审理|调解|救助|防控|排查|修复|排除|应对|预防|治理|整治|盘活|清理|追回|挽回)/;
/** So do these where the name begins with them: 拆除违建面积. */
const SOUGHT =
  /^(?:查办|破获|侦破|打击|扑[救灭]|解决|销号|拆除|复垦|收回|消除|清收|防治|精简|优化|压减|回复|答复|收集|督办|办理(?!环节|时))/;
/** What is true of a part, or how dense it is, though something is done about it: 调查失业率, 治理后排放浓度. */
const REMAINS = /(?:率|比例|占比|浓度)$/;
/** Faults of those who handle: 案件审理超期数. */
const SLIP = endingIn('差错 失误 错误 超期 逾期 延误 漏报 误报 漏检');
const LESSENED = /下降|降低|减少/;
/** 未完工项目数, 不合格批次 */
const UNDONE = /未(?!成年|来)|不(?:合格|达标|满意|及格|规范|文明)/;

const COST = /成本|费用|投资|造价|支出|费$/;
/** A price or a rate of pay, which is a limit as likely as a promise: 450元/人·天; 500万元/年 is what comes in or out. */
const PRICE = /元[/每](?!年)/;
/** What is paid to people, of which less is short of what was promised. */
const BENEFITS = '补助|补贴|津贴|优待|低保|救助|奖励|待遇|资助|供养|抚恤|慰问';
const GAIN = new RegExp(`收入|增收|产值|产出|利润|工资|效益|价值|${BENEFITS}`);
/** Cost indicators where more is better all the same: 成本节约率, 补助标准达标率. */
const NO_COST = /节约|节省|达标|覆盖|及时|合格|满意/;
/** The share of the money that was spent is progress, not a cost: 支出实际完成率. */
const PROGRESS = /(?:完成|执行|支付|支出|拨付|使用)(?:率|进度)$/;
/** Time that something was offered, of which less is not better, unlike of time taken: 窗口服务天数, 供水时长. */
const OFFERED =
  /(?:开放|供[水电暖热气]|值守|值班|营业)$|(?:服务|开放|供[水电暖热气]|运行|值守|值班|营业|在岗|保障)(?:天数|日数|时长|时间|小时数)$|提前(?:量|期|时间|天数)$/;

/** A name without what stands in brackets behind it: 投诉率（%）. */
function plainName(name: string): string {
  return name
    .slice(-60)
    .replace(/[（(][^（()）]{0,40}[)）]$/, '')
    .replace(/[：:。;；\s]+$/, '');
}

function isCost({ name: { value: name }, path }: Indicator): boolean {
  if (NO_COST.test(name)) return false;
  return (
    path.some((level) => level.includes('成本')) || (COST.test(plainName(name)) && !PROGRESS.test(plainName(name)))
  );
}

/** Whether a target without a sign is more likely a limit: of costs, or of time taken. */
export function isLimit(indicator: Indicator): boolean {
  const { target, name } = indicator;
  const signless =
    target?.value?.kind === 'number' &&
    signed(target.value.relation) === null &&
    !tellsLess(indicator) &&
    !/[提升]高|增[长加]|上升|提升/.test(target.text);
  return (
    signless && polarityOf(indicator) === null && (isCost(indicator) || takesTime(indicator, plainName(name.value)))
  );
}

const TERM = /(?:工期|周期|时限|(?:实施|完成|建设|办理)期限)$/;

const takesTime = (indicator: Indicator, name: string): boolean =>
  (TIME.test(unitOf(indicator)) || TERM.test(name)) && !OFFERED.test(name);

const SPENDING = /成本|造价|费用|经费|单价|总投资|投资额|支出/;
const WELCOME = new RegExp(`标准|发放|保障|节约|节省|压减|降低|下降|减少|带动|撬动|引导|拉动|自筹|率|${BENEFITS}`);

const ENTITLEMENT = new RegExp(`(?:${BENEFITS})[^，。；]{0,6}标准$`);

/** An indicator under 成本 that by its name measures what is spent: with ≥ its sign is nearly always the wrong one. */
export function isSpending({ name, path }: Indicator): boolean {
  return path.some((level) => level.includes('成本')) && SPENDING.test(name.value) && !WELCOME.test(name.value);
}

/** More classes than this are counted. */
const MOST_CLASSES = 6;

/** 二级, which may be better or worse than 一级. */
export function isGrade(target: QuantityCell | null): boolean {
  const { unit = '', value } = numberOf(target) ?? {};
  return /^[级等档]$/.test(unit) || (unit === '类' && value?.lte(MOST_CLASSES) === true);
}

/** Money promised to each, of which less was paid than promised: 生均补助标准. */
export function isEntitlement({ name: { value } }: Indicator): boolean {
  return ENTITLEMENT.test(plainName(value));
}

/** What the form's column for the direction says, or a name in brackets: 差错率（反向）; `null` where neither does. */
function polarityOf({ polarity, name }: Indicator): 'higher' | 'lower' | null {
  const said = polarity?.text ?? /[（(]([正反逆负](?:向|指标){1,2})[)）]/.exec(name.value)?.[1] ?? '';
  if (/^\s*[反逆负]|越[小少低短]越好/.test(said)) return 'lower';
  return /^\s*正|越[大多高长]越好/.test(said) ? 'higher' : null;
}

/** What speaks of less in a column for signs, though nobody can tell whether it is a limit: 逐年下降, ↓; ↑ is what is presumed anyway. */
const LESS_OR_BOTH = /[<〈≤=＝↓小少低减降反逆]|[以之]内|上限|限额/;

function signed(relation: Relation | null): 'higher' | 'lower' | null {
  if (relation === null || relation === '=') return null;
  return relation.startsWith('>') ? 'higher' : 'lower';
}

/** Whether something is done about the bad things that a name ends with, by it or by the target: 查处违法案件数, 查处50起, not 案件处理差错率. */
const isHandled = ({ name, target }: Indicator): boolean =>
  [plainName(name.value), target?.text ?? ''].some(
    (words) => !REMAINS.test(words.replace(/[0-9.]+%.*/, '')) && (HANDLED.test(words) || SOUGHT.test(words)),
  );

/** Whether the name is of something of which less is better: 投诉件数. */
export function isBad({ name: { value } }: Indicator): boolean {
  const name = plainName(value);
  return BAD.test(name) && !LESSENED.test(name) && (REMAINS.test(name) || !HANDLED.test(name));
}

/** By how much there was to be less of something, and was, of which more is better: 同比下降1%, 减少20件. */
function tellsLess({ target, actual }: Indicator): boolean {
  return [target, actual].every((cell) => LESS.test(cell?.text ?? ''));
}

const LESS = new RegExp(`^[\\u4e00-\\u9fff]{0,6}(?:${anyOf(CHANGES.less)})[0-9.]+(?!.*[至到])`);

/** Whether the sign of a target says the opposite of 正向 or 反向 beside it. */
export function contradictsPolarity(indicator: Indicator, relation: Relation | null): boolean {
  const [polarity, sign] = [polarityOf(indicator), signed(relation)];
  return polarity !== null && sign !== null && polarity !== sign;
}

/**
 * The direction of an indicator with a numeric target. A sign decides, or 正向 and 反向; where they contradict each other,
 * or there are neither, the name does as far as it can.
 */
export function directionOf(indicator: Indicator, relation: Relation | null): Direction {
  const sign = signed(relation);
  if (contradictsPolarity(indicator, relation)) return 'open';
  // 一级 is above 二级以上 by some scales.
  const isAbove = isGrade(indicator.target) && /以上/.test(indicator.target?.text ?? '');
  if (sign !== null) return isAbove || (sign === 'higher' && isSpending(indicator)) ? 'open' : sign;
  const name = plainName(indicator.name.value);
  const bad = isBad(indicator);
  const less = tellsLess(indicator);
  const isGain = GAIN.test(name) || indicator.path.some((level) => level.includes('效益'));
  const isPrice = PRICE.test(unitOf(indicator)) && !isGain;
  const undecided =
    !less &&
    (((UNDECIDED.test(name) || UNDONE.test(name)) && !isHandled(indicator)) ||
      (!bad && SLIP.test(name) && HANDLED.test(name)) ||
      isCost(indicator) ||
      isPrice ||
      (isPassedMoney(indicator) && !isGain) ||
      takesTime(indicator, name) ||
      isGrade(indicator.target));
  if (relation === '=') return bad || undecided || (EITHER.test(name) && !isHandled(indicator)) ? 'open' : 'exact';
  const polarity = polarityOf(indicator);
  if (polarity !== null) return less && polarity === 'lower' ? 'open' : polarity;
  if (undecided || LESS_OR_BOTH.test(indicator.polarity?.text ?? '')) return 'open';
  if (mayBeLimit(indicator) && !bad) return 'doubtful';
  return bad && !less ? 'presumed-lower' : 'presumed-higher';
}

/** Of no more per cent than this a share is as often to be kept down as to be brought up to it: 大班额比例 5%, 药占比 28%; */
const SMALL_SHARE = 30;
/** so is a rate of no more than this: 不良率 2%, 流标率 10%; 就业率 20% is to be reached. */
const SMALL_RATE = 10;

/** What is as often to be kept below a figure as to be brought up to it, whatever it is counted in. */
const EITHER = endingIn(
  '指数 系数 均值 含量 需氧量 存量 存货 账款 结转资金 资金结余 使用量 施用量 用量 用水总量 用[水电气油纸]量 环节 申报材料 申请材料 公务接待 接待批次 团组 编外 用车 僵尸企业 闲置土地 裸土 存量垃圾 不良贷款 问题 舆情',
);
/** Units of how dense or how loud something is. */
const DENSITY = /^(?:[毫微]克|m?[gμu]g?)[/每]|^分贝$|^dB$|标准煤/i;

/** Whether a target without a sign may be a limit for what is counted: few per cent of a whole that are no growth, or a count in 起. */
function mayBeLimit(indicator: Indicator): boolean {
  const { target, evidence } = indicator;
  const name = plainName(indicator.name.value);
  const { unit = '', value: due } = numberOf(target) ?? {};
  if (DONE.test(target?.text ?? '') || MISSED.test(evidence?.text ?? '') || isHandled(indicator)) return false;
  if ([HANDLED, LESSENED, GAIN, NO_COST, REACHED].some((good) => good.test(name))) return false;
  const isShare = unit === '‰' || (unit === '%' && due?.lte(/率$/.test(name) ? SMALL_RATE : SMALL_SHARE) === true);
  const isSmall = isShare && !GROWTH.test(`${target?.text}${name}`);
  return isSmall || unit === '起' || DENSITY.test(unit) || EITHER.test(name);
}

/** What is to be brought about, and what the row itself calls missed. */
const DONE = /^(?:全年|年内)?(?:实现|完成|达)/;
const MISSED = /未能?(?:达到|完成|实现).{0,6}(?:目标|指标|任务|预期)/;
/** Shares, indices and coefficients of which more is better, however low they are. */
const REACHED =
  /(?:完成|执行|支付|拨付|到位|办结|通过|参[与加]|普及|知晓|国产化|开工|优[良秀质]|抽[检查样])[^，。；不未差劣]{0,4}(?:率|比例|占比|进度)$|优良|进度$|(?:感|幸福|信心|景气|营商环境|服务质量|发展|利用)(?:指数|系数)$/;
const GROWTH = /[提增][高加长升速值幅]|[上提]升|扩大|节[约省]|下降|降低|减少|压减/;

/** More money than its target may be more done, or more spent than was to be. */
function isPassedMoney({ target, actual }: Indicator): boolean {
  const [due, done] = [numberOf(target), numberOf(actual)];
  return due?.unit === '元' && done?.unit === '元' && done.value.gt(due.value);
}

function unitOf({ target }: Indicator): string {
  return target?.value?.kind === 'number' || target?.value?.kind === 'range' ? target.value.unit : '';
}
