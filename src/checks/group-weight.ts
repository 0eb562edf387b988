import type { GroupMismatch } from './common/groups';
import { instead } from './common/instead';
import { additionText, agreement } from './common/agree';
import { addendsOf, cellsOf } from './common/parts';
import { figureOf } from '../form/cells';
import { reviewWeights } from './common/weights';
import { addition, clean, points } from './common/words';
import { short } from '../sheet/text';
import type { EvaluationForm } from '../form/model';
import type { Check, Outcome, Report } from './finding';
import { groupAgreements } from './common/groups';
import { sum } from '../sheet/lists';

function report({ node, heading, own, sum, ownIsWrong }: GroupMismatch): Report {
  const below = addendsOf(node, 'weight');
  return {
    cell: heading.cell,
    message: ownIsWrong ? 'heading' : 'items',
    data: { name: short(node.group.name), own: points(own), sum: points(sum) },
    related: below.map((weight) => weight.cell),
    ...instead(heading, own, sum, addition(below.flatMap((weight) => figureOf(weight) ?? [])), false),
  };
}

/** 年度绩效目标1（80分） against the weights of its items; where these make the whole, its label is wrong. */
function* targetBlocks({ targetBlocks: blocks }: EvaluationForm, whole: boolean): Iterable<Outcome> {
  for (const { label, weight, indicators } of blocks) {
    const own = figureOf(weight);
    const below = indicators.map((one) => one.weight);
    const figures = below.flatMap((one) => figureOf(one) ?? []);
    if (own === null || figures.length === 0 || figures.length < below.length) continue;
    const added = clean(sum(figures));
    if (added.equals(own)) yield agreement([weight, ...below], () => additionText(figures));
    else if (whole) {
      const data = { name: short(label.value), own: points(own), sum: points(added) };
      const related = cellsOf(below);
      yield {
        cell: weight.cell,
        message: 'items',
        data,
        related,
        ...instead(weight, own, added, addition(figures), false),
      };
    }
  }
}

export const groupWeight: Check = {
  id: 'group-weight',
  mends: 'figures',
  title: '下级分值之和等于上级分值',
  severity: 'error',
  explain: '一级、二级指标写了分值的（在分值栏里，或在名称里，如“产出指标（50分）”），应等于它下面各项分值之和。',
  messages: {
    items: {
      title: '“{name}”分值与下级之和不符',
      message: '“{name}”分值为 {own}，下面各项分值之和为 {sum}，请核对这一部分的分值。',
    },
    heading: {
      title: '“{name}”分值有误',
      message: '“{name}”分值为 {own}，下面各项分值之和为 {sum}，改为 {sum} 后与再上一级也相符，请改正。',
    },
  },
  *run(input) {
    const { groups, agrees, cut } = reviewWeights(input);
    yield* groupAgreements(input.form, 'weight', cut);
    for (const mismatch of groups) yield report(mismatch);
    yield* targetBlocks(input.form, agrees);
  },
};
