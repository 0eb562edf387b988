import { Decimal } from 'decimal.js';
import { blocksOf, figureOf, sumOfItems } from './common/parts';
import { clean, points, short } from './common/words';
import type { Check } from './finding';
import { agreement, additionText } from './common/agree';

export const blockWeight: Check = {
  id: 'block-weight',
  title: '一级指标的分值符合规则',
  severity: 'info',
  explain:
    '所用评分规则规定了一级指标分值（如产出 50、效益 30、满意度 10）的，与表内各部分分值比较；有的地方允许调整，所以只作提示。',
  messages: {
    differs: {
      title: '“{name}”分值与规则不同',
      message: '“{name}”各项分值合计 {sum}，规则为 {expected}，请确认是否经过批准调整。',
    },
  },
  *run({ form, scores }) {
    for (const block of blocksOf(form)) {
      const rule = scores.rulebook.blocks.find(({ group }) => block.group.name.includes(group));
      const first = block.group.weight ?? block.indicators[0]?.weight ?? null;
      if (rule === undefined || first === null || figureOf(first) === null) continue;
      const sum = clean(sumOfItems(block, 'weight'));
      if (sum.equals(new Decimal(rule.weight))) {
        const weights = block.indicators.map(({ weight }) => weight).filter((weight) => figureOf(weight) !== null);
        yield agreement(
          [block.group.label, block.group.weight, ...weights],
          additionText(weights.flatMap((weight) => figureOf(weight) ?? [])),
        );
        continue;
      }
      const data = { name: short(block.group.name), sum: points(sum), expected: String(rule.weight) };
      yield { cell: block.group.label.cell, message: 'differs', data, expected: data.expected, found: data.sum };
    }
  },
};
