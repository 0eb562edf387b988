import { blockMismatches, type BlockMismatch, blockAgreements } from './common/blocks';
import { instead } from './common/instead';
import { addendsOf, cellsOf } from './common/parts';
import { additionText, agreement } from './common/agree';
import { figureOf } from '../form/cells';
import { addition, clean, points, sum } from './common/words';
import { short } from '../sheet/text';
import type { EvaluationForm } from '../form/model';
import type { Check, Outcome, Report } from './finding';

function report(mismatch: BlockMismatch): Report {
  const { block, cell, own, sum: added } = mismatch;
  const below = addendsOf(block, 'stated');
  return {
    cell: cell.cell,
    message: 'differs',
    data: { name: short(block.group.name), own: points(own), sum: points(added) },
    related: below.map((score) => score.cell),
    ...instead(cell, own, added, addition(below.flatMap((score) => figureOf(score) ?? []))),
  };
}

/** Rows that sum up the whole table, each held against all its indicators. */
function* wholeSums({ sums, indicators }: EvaluationForm): Iterable<Outcome> {
  const added = indicators.map(({ stated }) => stated);
  if (indicators.some(({ kind, stated }) => kind === 'bonus' || (figureOf(stated) ?? null) === null)) return;
  const figures = added.flatMap((one) => figureOf(one) ?? []);
  const all = clean(sum(figures));
  for (const { weight, stated } of sums) {
    const own = clean(figureOf(stated) ?? all);
    if (own.minus(all).abs().lessThanOrEqualTo('0.01')) {
      yield agreement([stated, weight, ...added], () => additionText(figures));
      continue;
    }
    yield {
      cell: stated.cell,
      message: 'whole',
      data: { own: points(own), sum: points(all) },
      related: cellsOf(added),
      ...instead(stated, own, all, additionText(figures)),
    };
  }
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
    whole: {
      title: '各项的小计不对',
      message: '各项的小计得分为 {own}，各项得分之和为 {sum}，请核对小计和各项得分。',
    },
  },
  *run(input) {
    yield* wholeSums(input.form);
    yield* blockAgreements(input.form, 'stated');
    for (const mismatch of blockMismatches(input.form, 'stated', false)) {
      if (mismatch.own.minus(mismatch.sum).abs().lessThanOrEqualTo('0.01')) continue;
      yield report(mismatch);
    }
  },
};
