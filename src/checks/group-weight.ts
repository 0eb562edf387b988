import type { BlockMismatch } from './common/blocks';
import { instead } from './common/instead';
import { addendsOf } from './common/parts';
import { figureOf } from '../form/cells';
import { reviewWeights } from './common/weights';
import { addition, points } from './common/words';
import { short } from '../sheet/text';
import type { Check, Report } from './finding';
import { blockAgreements } from './common/blocks';

function report({ block, cell, own, sum, ownIsWrong }: BlockMismatch): Report {
  const below = addendsOf(block, 'weight');
  return {
    cell: cell.cell,
    message: ownIsWrong ? 'heading' : 'items',
    data: { name: short(block.group.name), own: points(own), sum: points(sum) },
    related: below.map((weight) => weight.cell),
    ...instead(cell, own, sum, addition(below.flatMap((weight) => figureOf(weight) ?? [])), false),
  };
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
    yield* blockAgreements(input.form, 'weight');
    for (const mismatch of reviewWeights(input).blocks) yield report(mismatch);
  },
};
