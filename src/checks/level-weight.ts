import { figureOf } from '../form/cells';
import type { EvaluationForm, LevelWeight } from '../form/model';
import { additionText, agreement } from './common/agree';
import { cellsOf, groupNodes, sumOfItems } from './common/parts';
import { points } from './common/words';
import { sum } from '../sheet/lists';
import type { Check, Outcome } from './finding';

/** The weights of a level against their sum, where each of its headings has one and is the sum of what stands below it. */
function ofLevel(form: EvaluationForm, { level, weight }: LevelWeight): Outcome | null {
  const nodes = groupNodes(form).flatMap((node) => (level === 1 ? [node] : node.inner));
  const cells = nodes.map(({ group }) => group.weight);
  const [own, weights] = [figureOf(weight), cells.flatMap((cell) => figureOf(cell) ?? [])];
  if (own === null || weights.length === 0 || weights.length < cells.length) return null;
  const total = sum(weights);
  if (total.equals(own)) return agreement([weight, ...cells], additionText(weights));
  const closed = nodes.every((node) => sumOfItems(node, 'weight').equals(figureOf(node.group.weight) ?? NaN));
  const below = nodes.flatMap(({ indicators }) => indicators);
  // What stands below no heading of this level, or in the budget block, may be added in.
  const whole = below.length === form.indicators.length && (form.budget?.scored ?? null) === null;
  if (!closed || !whole) return null;
  return {
    cell: weight.cell,
    message: 'differs',
    data: { level: level === 1 ? '一' : '二', sum: points(total), stated: points(own) },
    related: cellsOf(cells),
    arithmetic: `${additionText(weights)}，表内 ${points(own)}`,
    expected: points(total),
    found: points(own),
  };
}

export const levelWeight: Check = {
  id: 'level-weight',
  mends: 'figures',
  title: '各级指标的分值合计相符',
  severity: 'error',
  explain: '合计一行给一级、二级指标各写了分值合计的，应等于该级各项分值之和。',
  messages: {
    differs: {
      title: '{level}级指标分值合计不对',
      message: '各{level}级指标分值合计 {sum}，合计一行写的是 {stated}，请改正。',
    },
  },
  run: ({ form }) =>
    (form.total?.levelWeights ?? []).map((one) => ofLevel(form, one)).filter((outcome) => outcome !== null),
};
