import type { Indicator } from '../form/model';
import type { Relation } from '../sheet/quantity';

/**
 * Which side of its target an actual value should be on: `higher` and `lower` are sure; `exact` is a target with `=`;
 * `low-name` a target without a sign whose indicator counts something bad; `cost` one that stands under 成本;
 * `unknown` any other without a sign, which is nearly always to be reached.
 */
export type Direction = 'higher' | 'lower' | 'exact' | 'exact-cost' | 'low-name' | 'cost' | 'unknown';

/** What is better when there is less of it. */
const BAD = [
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
  ...[
    '控制率',
    '变动率',
    '结转结余率',
    '退回',
    '流失',
    '损失',
    '故障',
    '延误',
    '信访',
    '舆情',
    '能耗',
    '发案',
    '返贫',
    '失业',
  ],
];

/** Words that turn it round: 投诉办结率, 事故下降率, 违规查处率. */
const GOOD = [
  ...[
    '下降',
    '降低',
    '减少',
    '节约',
    '查处',
    '处理',
    '办结',
    '整改',
    '回复',
    '答复',
    '化解',
    '满意',
    '处置',
    '达标',
    '及时',
  ],
  ...[
    '调解',
    '救助',
    '覆盖',
    '完成',
    '合格',
    '正常',
    '防控',
    '排查',
    '修复',
    '排除',
    '应对',
    '预防',
    '保障',
    '挽回',
    '治理',
  ],
];

const COST = ['成本', '费用', '投资', '造价', '支出'];

/** Under 成本, and yet more is better: 成本节约率, 补助标准达标率. */
const NO_COST = ['节约', '节省', '压减', '降低', '下降', '减少', '达标', '覆盖', '及时', '合格', '满意'];

function holdsOne(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

function isCost(indicator: Indicator): boolean {
  const name = indicator.name.value;
  if (holdsOne(name, NO_COST)) return false;
  return indicator.path.some((level) => level.includes('成本')) || holdsOne(name, COST);
}

/** The direction of an indicator with a numeric target. A sign decides; without one the name does, where it can. */
export function directionOf(indicator: Indicator, relation: Relation | null): Direction {
  if (relation === '>=' || relation === '>') return 'higher';
  if (relation === '<=' || relation === '<') return 'lower';
  const name = indicator.name.value;
  const bad = holdsOne(name, BAD) && !holdsOne(name, GOOD);
  if (relation === '=') return bad || isCost(indicator) ? 'exact-cost' : 'exact';
  if (bad) return 'low-name';
  return isCost(indicator) ? 'cost' : 'unknown';
}
