import { anyOf, CHANGES } from '../words/changeWords';

/** Any of the words of a line, each of which may be a small pattern, wherever they stand in a text; */
const within = (line: string): string => `(?:${line.replaceAll(' ', '|')})`;
/** or not behind 未 (查处, not 未查处); */
const undenied = (line: string): string => `(?<!未.{0,3})${within(line)}`;
/** at its beginning; */
const begins = (line: string): string => `^${within(line)}`;
/** at its end; */
const ends = (line: string): string => `${within(line)}$`;
/** there, or before no more than what is counted: 投诉, 投诉件数, 事故发生率. */
const counted = (line: string): string =>
  `${within(line)}(?:发生|案件|事件|事项|问题|人员)?(?:率|数|量|次数|件数|人数|起数|例数|数量|人次|比例|金额|面积|余额|值)?$`;

/** What is paid to people, of which less is short of what was promised. */
const BENEFITS = '补助 补贴 津贴 优待 低保 救助 奖励 待遇 资助 供养 抚恤 慰问';

/** What words say about the direction: the words of a name, but where another text is named. */
const WORDS = {
  /** Of this less is better. */
  bad: counted(
    '投诉 差错 死亡 伤亡 违规 违纪 违法 事故 逾期 超支 失误 问责 责任追究 处分 败诉 曝光 缺陷 误差 空置 闲置 流失 故障 延误 返工 超标 拖欠',
  ),
  /** This may be better or worse: a 控制率 may be the share of patients under control, or of the costs; 感染人数 those who fell ill, or who were treated. */
  undecided: [
    counted(
      '控制 变动 调整 变化 结转结余 偏差 差异 降低 减少 下降 压减 压降 增减 失业 感染 发病 患病 病死 死 受害 成灾 受灾 辍学 返贫 犯罪 发案 警情 复发 贫困 水土流失 漏损 线损 破损 损耗 能耗 电耗 水耗 油耗 排放 浓度 噪声 隐患 信访 上访 纠纷 积案 错案 改判 违约 失信 超期 欠薪 债务 负债 坏账 库存 积压 离职 缺勤 迟到 等候 等待 间隔 中断 错误 漏报 误报 漏检 报废 退货 违建 撂荒 事件 火灾 火点 沉降 虫害 排名 名次 位次 跑动 跑腿 崩溃 宕机 停机',
    ),
    within('未(?!成年|来) 不(?:合格|达标|满意|及格|规范|文明)'),
  ].join('|'),
  /** This is as often to be kept below a figure as to be brought up to it, whatever it is counted in. */
  either: [
    counted(
      '指数 系数 均值 含量 需氧量 存量 存货 账款 结转资金 资金结余 使用量 施用量 用量 用水总量 用[水电气油纸]量 环节 申报材料 申请材料 公务接待 接待批次 团组 编外 用车 僵尸企业 闲置土地 裸土 存量垃圾 不良贷款 问题 舆情',
    ),
    within('剖宫产 抗菌药物 药占 平均住院 再入院'),
  ].join('|'),
  /** So is what has such a unit: how dense or how loud something is. */
  density: [begins('(?:[毫微]克|m?[gμu]g?)[/每] (?:分贝|dB)$'), within('标准煤')].join('|'),
  /** Faults of those who handle something: 案件审理超期数. */
  slip: counted('差错 失误 错误 超期 逾期 延误 漏报 误报 漏检'),
  /** What is done about bad things turns them round: 查处违法案件数. */
  handled: undenied(
    '查处 处理 办结 整改 化解 处置 受理 调查 核查 检查 审理 调解 救助 防控 排查 修复 排除 应对 预防 治理 整治 盘活 清理 追回 挽回',
  ),
  /** So does how much of it was done: 不合格产品处置率. */
  handledShare: ends('(?<!未)(?:查处|整改|化解|处置|修复|治理|整治|清理|追回|盘活|销号)(?:完成|到位|及时)?(?:率|比例)'),
  /** Of little of this there was little to deal with: 投诉处理率 5%. */
  dealt: ends('(?:处理|受理|办结|调解|审理|救助)(?:率|比例)'),
  /** So does this: 拆除违建面积. */
  sought: begins(
    '查办 破获 侦破 打击 扑[救灭] 解决 销号 拆除 复垦 收回 消除 清收 防治 精简 优化 压减 回复 答复 收集 督办 办理(?!环节|时)',
  ),
  /** But not of a part, or of how dense something is: 调查失业率, 治理后排放浓度. */
  remains: ends('率 比例 占比 浓度'),
  lessened: within('下降 降低 减少'),

  cost: [within('成本 费用 投资 造价 支出'), ends('费 开支')].join('|'),
  /** Under 成本, where more is better all the same: 成本节约率, 补助标准达标率. */
  noCost: within('节约 节省 达标 覆盖 及时 合格 满意'),
  /** The share of the money that was spent is progress, not a cost: 支出实际完成率. */
  progress: ends('(?:完成|执行|支付|支出|拨付|使用)(?:率|进度)'),
  /** Under 成本 this measures what is spent, */
  spending: within('成本 造价 费用 经费 单价 总投资 投资额 支出'),
  /** and this what is welcome. */
  welcome: within(`标准 发放 保障 节约 节省 压减 降低 下降 减少 带动 撬动 引导 拉动 自筹 率 ${BENEFITS}`),
  /** A unit of prices and of rates of pay, which are a limit as likely as a promise: 450元/人·天; 500万元/年 is what comes in or out. */
  price: within('元[/每](?!年)'),
  /** Money promised to each: 生均补助标准. */
  entitlement: ends(`${within(BENEFITS)}[^，。；]{0,6}标准`),
  /** Of this money more is better. */
  gain: within(`收入 增收 产值 产出 利润 工资 效益 价值 ${BENEFITS}`),
  /** Time that something takes. */
  term: ends('工期 周期 时限 (?:响应|反应|到场|等候|办理|审批|处置|受理)时间 用时 耗时 (?:实施|完成|建设|办理)期限'),
  /** Time that something was offered, of which less is not better: 窗口服务天数, 供水时长. */
  offered: ends(
    '(?:开放|供[水电暖热气]|值守|值班|营业) (?:服务|开放|供[水电暖热气]|运行|值守|值班|营业|在岗|保障|优良|达标|安全)(?:天数|日数|时长|时间|小时数) 提前(?:量|期|时间|天数)',
  ),
  /** Shares, indices and coefficients of which more is better, however low they are. */
  reached: [
    ends(
      '(?:完成|执行|支付|拨付|到位|办结|通过|参[与加]|普及|知晓|国产化|开工|优[良秀质]|抽[检查样])[^，。；不未差劣]{0,4}(?:率|比例|占比|进度) 进度 (?:感|幸福|信心|景气|营商环境|服务质量|发展|利用)(?:指数|系数)',
    ),
    within('优良 清洁能源 有机肥'),
  ].join('|'),
  /**
   * What is brought about or given, and what there is to be more of by the law of its field: 新增专利, 举办活动. Of things and
   * middling shares only: 服务超时率 5% is as doubtful as any rate so low.
   */
  wanted: [
    within(
      '新[增建] 受益 惠及 服务 带动 吸[纳引] 就业 入学 培[训育养] 宣传 报道 发[表布放] 授权 专利 获 创建 示范 保[护障] 植 造林 绿化 推广 引进 人才 品牌 清洁 绿色 再生 新能源 有机 研发 能力 利用率',
    ),
    begins('举办 开展 改造 制定 提供 出台 形成 签订 扶持 建成 建立 转化 引入 完成'),
  ].join('|'),
  /** What is told in classes of how good it is, so that 3类 is no count: 断面水质类别. */
  classed: within('水质 质量 类别'),
  /** The growth of what costs or weighs: 三公经费增长率, 次均费用增幅; of 教育经费 there is to be more. */
  grown: ends(
    `${within('成本 (?<![消缴经])费用? 支出 (?<!教育|研发|科研|科技)经费 债务 能耗 排放量?')}的?(?:(?:增长|增加|上涨|上升)(?:率|幅度?)|增幅|增速|涨幅)`,
  ),
  growth: within('[提增][高加长升速值幅] [上提]升 扩大 节[约省] 下降 降低 减少 压减'),

  /** A target: something is to become more, */
  raised: within('[提升]高 增[长加] 上升 提升'),
  /** or to be brought about. */
  done: begins('(?:全年|年内)?(?:实现|完成|达)'),
  /** A target or an actual value: by how much something is less, of which more is better: 同比下降1%, 减少20件. */
  less: begins(`[\\u4e00-\\u9fff]{0,6}(?:${anyOf(CHANGES.less)})[0-9.]+(?!.*[至到])`),
  /** A reason: the row itself calls its target missed. */
  missed: within('未能?(?:达到|完成|实现).{0,6}(?:目标|指标|任务|预期)'),
  /** A column for signs: 正向, 反向, */
  positive: [begins('\\s*正'), within('越[大多高长]越好')].join('|'),
  negative: [begins('\\s*[反逆负]'), within('越[小少低短]越好')].join('|'),
  /** and what speaks of less, though nobody can tell whether it is a limit: 逐年下降, ↓; ↑ is what is presumed anyway. */
  lessOrBoth: within('[<〈≤=＝↓小少低减降反逆] [以之]内 上限 限额'),
} as const;

const PATTERNS = new Map(Object.entries(WORDS).map(([name, pattern]) => [name, new RegExp(pattern, 'i')]));

/** Whether a text has words of one of these classes, where they must stand. */
export function says(text: string, ...classes: readonly (keyof typeof WORDS)[]): boolean {
  return classes.some((name) => PATTERNS.get(name)?.test(text) === true);
}
