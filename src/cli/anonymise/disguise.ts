import * as budget from '../../form/vocabulary/budget';
import * as columns from '../../form/vocabulary/columns';
import * as labels from '../../form/vocabulary/labels';
import { BUILT_IN } from '../../scoring/builtIn';
import { UNITS } from '../../words/units';

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

/** Alternatives of a pattern, the longest first; words of Chinese characters need no escapes. */
const anyOf = (words: readonly string[]): string => [...new Set(words)].sort((a, b) => b.length - a.length).join('|');

/** Finds the words that a form is read by. A unit says what a figure counts; elsewhere its character may be a name's. */
const FIELD_WORDS = new RegExp(
  `(?<=[0-9])(?:${anyOf(UNITS.flatMap(wordsIn))})|${anyOf([budget, columns, labels, RULES, FIELD].flatMap(wordsIn))}`,
  'gu',
);

/** The places after which rulebooks are chosen: they stay only where another rulebook would be chosen without them. */
const PLACES: readonly string[] = [
  ...new Set(BUILT_IN.flatMap(({ fits }) => fits.flatMap(({ title = [] }) => wordsIn(title)))),
];

/** Characters that mean nothing to a reader of forms; several characters become the same one, so none can be traced back. */
const NEUTRAL = '柏桦枫榆槐桐梓楠杉松柳桑梅兰菊荷莲芸芷茗岚峦岭溪涧汀沐澄瀚晴岑昕晨暮霁霏虹皓珂珺瑾瑶琪';

/** Units and signs in Latin letters, which stay; any other letters become x. */
const LATIN_UNIT =
  /^(?:k?m|cm|mm|km2|m[23]|k?g|mg|t|kwh|kw|mw|gb|tb|mb|ph|pm|cod|nh|so|no|co|gdp|ppm|db|h|a|b|c|l|ml|%)$/i;

/** Digits that lead to a person or an account: telephones, identity numbers, accounts. */
const NUMBERS = /(?<![\d.])(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{15,19}[\dXx]?)(?![\d.])/g;

/** How much of a cell's words stays: the field's words; also names of places; all. */
export type Level = 'words' | 'places' | 'all';

/**
 * Gives texts without names: what a form is read by stays (the field's words, figures, units, signs, line breaks), every
 * other character becomes another, the same one everywhere, so that a name that is repeated stays a name that is
 * repeated. @param salt decides which; with another one the same texts become others.
 */
export function disguiser(salt: string): (text: string, level: Level) => string {
  const neutral = (character: string): string => {
    let hash = 0x811c9dc5;
    for (const unit of `${salt}${character}`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return NEUTRAL[((hash ^ (hash >>> 15)) >>> 0) % NEUTRAL.length] ?? '某';
  };
  const between = (text: string): string =>
    text
      .replace(/\p{Script=Han}/gu, neutral)
      .replace(/\p{Script=Latin}+/gu, (run) => (LATIN_UNIT.test(run) ? run : 'x'.repeat(run.length)));
  const keeping = (text: string, kept: RegExp): string => {
    let written = '';
    let from = 0;
    for (const { 0: word, index } of text.matchAll(kept)) {
      written += between(text.slice(from, index)) + word;
      from = index + word.length;
    }
    return written + between(text.slice(from));
  };
  const withPlaces = new RegExp([...PLACES, FIELD_WORDS.source].join('|'), 'gu');
  return (text, level) => {
    if (level === 'all') return text;
    const anonymous = text.replace(NUMBERS, (digits) => digits.replace(/\d/g, '0'));
    return keeping(anonymous, level === 'places' ? withPlaces : FIELD_WORDS);
  };
}
