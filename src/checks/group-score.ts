import { blockMismatches, type BlockMismatch, blockAgreements } from './common/blocks';
import { instead } from './common/instead';
import { addendsOf } from './common/parts';
import { figureOf } from '../form/cells';
import { addition, points } from './common/words';
import { short } from '../sheet/text';
import type { Check, Report } from './finding';

function report(mismatch: BlockMismatch): Report {
  const { block, cell, own, sum } = mismatch;
  const below = addendsOf(block, 'stated');
  return {
    cell: cell.cell,
    message: 'differs',
    data: { name: short(block.group.name), own: points(own), sum: points(sum) },
    related: below.map((score) => score.cell),
    ...instead(cell, own, sum, addition(below.flatMap((score) => figureOf(score) ?? []))),
  };
}

export const groupScore: Check = {
  id: 'group-score',
  mends: 'figures',
  title: '小计得分等于下级得分之和',
  severity: 'error',
  explain:
    '一级、二级指标写了得分的，应等于它下面各项得分之和；小计不重复计入总分。某项得分本身有误、改正后小计即相符的，只在该项提示。',
  messages: {
    differs: {
      title: '“{name}”小计得分不对',
      message: '“{name}”得分为 {own}，下面各项得分之和为 {sum}，请核对小计和各项得分。',
    },
  },
  *run(input) {
    yield* blockAgreements(input.form, 'stated');
    for (const mismatch of blockMismatches(input.form, 'stated', false)) {
      if (mismatch.own.minus(mismatch.sum).abs().lessThanOrEqualTo('0.01')) continue;
      yield report(mismatch);
    }
  },
};
