import * as budget from '../../form/vocabulary/budget';
import * as columns from '../../form/vocabulary/columns';
import * as labels from '../../form/vocabulary/labels';
import { BUILT_IN } from '../../scoring/builtIn';

/** Words of the field that are in none of the program's tables; they say what a figure is, and name nobody. */
const FIELD = `
绩效 自评 评价 评分 标准 依据 佐证 单位 部门 主管 实施 预算 执行 决算 资金 财政 专项 支出 收入 项目 整体 年度 目标 指标 完成 情况
数量 质量 时效 成本 经济 社会 生态 可持续 影响 服务 对象 满意 产出 效益 效果 管理 过程 投入 履职 效能 加分 减分 扣分 满分 得分
原因 分析 改进 措施 偏差 未达 未完成 已完成 基本完成 全部完成 部分达成 达成 较好 良好 优 良 中 差 合格 及时 准确 规范 健全 有效
采购 资产 公开 内控 制度 三公 经费 公用 在职 人员 结转 结余 调整 控制 利用 固定 政府 信息 投诉 合计 总计 小计 其中 预计 实际
不少于 不低于 不超过 不高于 大于 小于 等于 达到 以上 以下 以内 之前 之后 底前 不得 至少 超过 低于 高于 少于 多于 没有 不涉及 无法
提高 下降 增加 减少 增长 降低 提升 同比 比率 比例 比重 占 除以 乘以 平均 累计 截至 全年 当年 上年 本年 月底 季度 上半年 下半年
万元 亿元 千元 百分点 百分比 人次 户次 场次 批次 平方米 公里 千米 公顷 吨 米 个 项 次 件 份 篇 期 场 户 家 人 名 台 套 辆 天 日 月 年
每 计 扣 加 得 含 超 超过 扣完为止 为止 酌情 视情况 全额 上限 下限 最高 最低 满 各占 权重 系数 折算 之和 总额 总数 应 实 使用 下达 到位 资金到位率
起 例 元 分 率 数 额 量 度 不 无 未 没 非 是 否 有 已 因 由于 所致 导致 加强 下一步 将 和 与 及 的 在 为 按 按照 根据 共 各 第
一 二 三 四 五 六 七 八 九 十 百 千 万 亿 两 零 〇 半`;

const HAN = /\p{Script=Han}+/gu;

/** Every run of Chinese characters in tables of words, patterns and rulebooks; of patterns, runs of two and more. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.match(HAN) ?? [];
  if (value instanceof RegExp) return wordsIn(value.source).filter((word) => word.length > 1);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

/** What a rulebook knows indicators and levels by; not where it comes from, which names places. */
const RULES = BUILT_IN.map(({ name: _name, source: _source, fits, ...rules }) => [
  rules,
  fits.map(({ title: _title, ...others }) => others),
]);

const KEPT = [...new Set([budget, columns, labels, RULES, FIELD].flatMap(wordsIn))].sort((a, b) => b.length - a.length);

/** Finds the words that a form is read by, the longest first. */
export const FIELD_WORDS = new RegExp(KEPT.join('|'), 'gu');

/** The places after which rulebooks are chosen: they stay only where another rulebook would be chosen without them. */
export const PLACES: readonly string[] = [
  ...new Set(BUILT_IN.flatMap(({ fits }) => fits.flatMap(({ title = [] }) => wordsIn(title)))),
];
