import type { Indicator } from '../form/model';
import type { Relation } from '../words/quantity';

/**
 * Which side of its target an actual value should be on: `higher` and `lower` are sure; `exact` is a target with `=`;
 * `low-name` a target without a sign whose indicator counts something bad; `cost` one that stands under 成本;
 * `unknown` any other without a sign, which is nearly always to be reached.
 */
export type Direction = 'higher' | 'lower' | 'exact' | 'exact-cost' | 'low-name' | 'cost' | 'unknown';

/** What is better when there is less of it, when the name ends with it: 有效投诉件数, 安全事故发生率. */
const BAD = new RegExp(
  `(?:${[
    ...[
      '投诉',
      '差错',
      '死亡',
      '伤亡',
      '违规',
      '违纪',
      '违法',
      '事故',
      '逾期',
      '超支',
      '失误',
      '缺陷',
      '误差',
      '空置',
      '闲置',
    ],
    ...['控制', '变动', '结转结余', '流失', '故障', '延误', '偏差', '差异', '返工', '超标'],
  ].join('|')})(?:发生|案件|事件|事项|问题|人员)?(?:率|数|量|次数|件数|人数|起数|例数|数量|人次|比例|金额)?$`,
);

/** Words that turn it round: 投诉办结率, 事故下降率, 查处违法案件数. */
const GOOD = [
  ...['下降', '降低', '减少', '查处', '处理', '办结', '整改', '化解', '处置', '受理', '调查', '核查', '检查', '审理'],
  ...['调解', '救助', '防控', '排查', '修复', '排除', '应对', '预防', '治理', '整治', '盘活', '清理', '追回', '挽回'],
];

const COST = ['成本', '费用', '投资', '造价', '支出'];

/** Under 成本, and yet more is better: 成本节约率, 补助标准达标率. */
const NO_COST = ['节约', '节省', '压减', '降低', '下降', '减少', '达标', '覆盖', '及时', '合格', '满意'];

function holdsOne(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

/** A name without what stands in brackets behind it: 投诉率（%）. */
function plainName(name: string): string {
  return name
    .slice(-60)
    .replace(/[（(][^（()）]{0,40}[)）]$/, '')
    .replace(/[：:。;；\s]+$/, '');
}

/** How much of the money was spent is no cost: 支出实际完成率. */
const PROGRESS = /(?:完成|执行|支付|支出|拨付|使用)(?:率|进度)$/;

function isCost(indicator: Indicator): boolean {
  const name = indicator.name.value;
  if (holdsOne(name, NO_COST)) return false;
  if (indicator.path.some((level) => level.includes('成本'))) return true;
  return holdsOne(name, COST) && !PROGRESS.test(plainName(name));
}

const SPENDING = /成本|造价|费用|经费|单价|总投资|投资额|支出/;
const WELCOME = /标准|补助|补贴|救助|待遇|发放|保障|节约|节省|压减|降低|下降|减少|带动|撬动|引导|拉动|自筹|率/;

/** An indicator under 成本 that by its name measures what is spent: with ≥ its sign is nearly always the wrong one. */
export function isSpending({ name, path }: Indicator): boolean {
  return path.some((level) => level.includes('成本')) && SPENDING.test(name.value) && !WELCOME.test(name.value);
}

/** The direction of an indicator with a numeric target. A sign decides; without one the name does, where it can. */
export function directionOf(indicator: Indicator, relation: Relation | null): Direction {
  if (relation === '>=' || relation === '>') return isSpending(indicator) ? 'cost' : 'higher';
  if (relation === '<=' || relation === '<') return 'lower';
  const name = indicator.name.value;
  const bad = BAD.test(plainName(name)) && !holdsOne(name, GOOD);
  if (relation === '=') return bad || isCost(indicator) ? 'exact-cost' : 'exact';
  if (bad) return 'low-name';
  return isCost(indicator) ? 'cost' : 'unknown';
}
