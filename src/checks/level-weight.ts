import { figureOf, figuresOf } from '../form/cells';
import type { EvaluationForm, LevelSum } from '../form/model';
import { additionText, points, reckoning } from './common/say';
import { groupNodes, sumOfItems } from './common/parts';
import { sum } from '../sheet/lists';
import type { Check, Outcome } from './finding';

/** The points of a level against their sum, where each of its headings has some and is the sum of what stands below it. */
function ofLevel(form: EvaluationForm, { level, column, figure }: LevelSum): Outcome | null {
  const nodes = groupNodes(form).flatMap((node) => (level === 1 ? [node] : node.inner));
  const cells = nodes.map(({ group }) => group[column]);
  const [own, addends] = [figureOf(figure), figuresOf(cells)];
  if (own === null || addends.length < cells.length) return null;
  const total = sum(addends);
  const closed = nodes.every((node) => sumOfItems(node, column).equals(figureOf(node.group[column]) ?? NaN));
  const below = nodes.flatMap(({ indicators }) => indicators);
  // What stands below no heading of this level, or in the budget block, may be added in.
  const whole = below.length === form.indicators.length && (form.budget?.scored ?? null) === null;
  const holds = total.equals(own);
  if (!holds && (!closed || !whole)) return null;
  const [levelName, kind] = [level === 1 ? '一' : '二', column === 'weight' ? '分值' : '得分'];
  const data = { level: levelName, kind, sum: points(total), stated: points(own) };
  const reckoned = { place: figure, found: own, exact: total, from: cells, arithmetic: additionText(addends) };
  return reckoning(reckoned, { message: 'differs', data });
}

export const levelWeight: Check = {
  id: 'level-weight',
  mends: 'figures',
  title: '各级指标的分值、得分合计相符',
  severity: 'error',
  explain: '合计一行给一级、二级指标各写了分值或得分合计的，应等于该级各项之和。',
  messages: {
    differs: {
      title: '{level}级指标{kind}合计不对',
      message: '各{level}级指标{kind}合计 {sum}，合计一行写的是 {stated}，请改正。',
    },
  },
  run: ({ form }) => (form.total?.levelSums ?? []).map((one) => ofLevel(form, one)),
};
