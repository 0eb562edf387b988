import type { EvaluationForm } from '../form/model';
import type { BlockWeight } from '../scoring/rulebook';
import { groupNodes, sumOfItems } from './common/parts';
import { figureOf, figuresOf, withFigure, withFigures } from '../form/cells';
import { additionText, agreement, clean, compared, nameOf, points } from './common/say';
import { short } from '../sheet/text';
import type { Check, Outcome } from './finding';

export const blockWeight: Check = {
  id: 'block-weight',
  title: '一级指标的分值符合规则',
  severity: 'info',
  explain:
    '所用评分规则规定了一级指标分值（如产出 50、效益 30、满意度 10）的，与表内各部分分值比较；有的地方允许调整，所以只作提示。',
  messages: {
    each: {
      title: '“{name}”分值超过规则的上限',
      message: '“{name}”分值 {own}，规则为每项不超过 {most}，请确认是否经过批准调整。',
    },
    differs: {
      title: '“{name}”分值与规则不同',
      message: '“{name}”各项分值合计 {sum}，规则为 {expected}，请确认是否经过批准调整。',
    },
  },
  *run({ form, scores }) {
    for (const rule of scores.rulebook.blocks) yield* rule.each === true ? itemsBelow(rule, form) : whole(rule, form);
  },
};

function* whole({ group, weight }: BlockWeight, form: EvaluationForm): Iterable<Outcome> {
  for (const node of groupNodes(form)) {
    const first = node.group.weight ?? node.indicators[0]?.weight;
    if (!node.group.name.includes(group) || figureOf(first) === null) continue;
    const sum = clean(sumOfItems(node, 'weight'));
    const data = { name: short(node.group.name), sum: points(sum), expected: String(weight) };
    const differs = { cell: node.group.label.at, message: 'differs', data, expected: data.expected, found: data.sum };
    const weights = withFigures(node.indicators.map((one) => one.weight));
    const steps = additionText(figuresOf(weights));
    yield sum.equals(weight) ? agreement([node.group.label, node.group.weight, ...weights], steps) : differs;
  }
}

/** Items of one kind, none of which may weigh more: cost indicators at most 5. */
function* itemsBelow({ group, weight }: BlockWeight, form: EvaluationForm): Iterable<Outcome> {
  for (const indicator of form.indicators) {
    const own = withFigure(indicator.weight);
    if (own === null || !indicator.path.some((level) => level.includes(group))) continue;
    const data = { name: nameOf(indicator), own: points(own.value), most: String(weight) };
    const differs = { message: 'each', data, expected: data.most, found: data.own };
    yield compared(own.value.lte(weight), own, [], differs, `${data.own} ≤ ${data.most}`);
  }
}
