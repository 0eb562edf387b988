import { groupMismatches, type GroupMismatch, groupAgreements } from './common/groups';
import { additionText, cellsOf, instead, points } from './common/say';
import { groupNodes, withInner } from './common/parts';
import { figureOf, figuresOf } from '../form/cells';
import { short } from '../sheet/text';
import type { Check, Report } from './finding';

function report({ node, heading, own, sum: added, below }: GroupMismatch): Report {
  return {
    cell: heading.at,
    message: node === null ? 'loose' : 'differs',
    data: { name: short(node?.group.name ?? ''), own: points(own), sum: points(added), count: String(below.length) },
    related: cellsOf(below),
    ...instead(heading, own, added, additionText(figuresOf(below))),
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
    loose: {
      title: '小计得分不对',
      message: '小计得分为 {own}，它合计的 {count} 项得分之和为 {sum}，请核对小计和各项得分。',
    },
  },
  *run(input) {
    yield* groupAgreements(input.form, 'stated');
    const off = groupMismatches(input.form, 'stated', false).filter(({ own, sum: added }) =>
      own.minus(added).abs().greaterThan('0.01'),
    );
    const all = withInner(groupNodes(input.form)).filter(({ group }) => figureOf(group.stated) !== null);
    // Where most are no sums, they are something else.
    const doubtful = off.length > 2 && off.length * 2 > all.length;
    for (const mismatch of off) yield { ...report(mismatch), ...(doubtful && { severity: 'info' }) };
  },
};
