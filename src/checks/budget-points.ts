import { figureOf } from '../form/cells';
import type { BudgetBlock } from '../form/model';
import { executionOf } from '../form/money';
import { short } from '../sheet/text';
import { compared, points } from './common/say';
import type { Check, Outcome } from './finding';

/** The points of a part that is all of the money (其中：财政拨款 below a total of the same): they repeat those of the whole. */
function* repeated({ lines, scored }: BudgetBlock): Iterable<Outcome> {
  const own = scored && executionOf(scored);
  if (scored === null || own === null) return;
  for (const line of lines) {
    const money = executionOf(line);
    if (line === scored || money?.budget.eq(own.budget) !== true || !money.spent.eq(own.spent)) continue;
    for (const [column, label] of POINTS) {
      const [cell, other] = [line[column], scored[column]];
      const [found, expected] = [figureOf(cell), figureOf(other)];
      if (cell === null || found === null || other === null || expected === null) continue;
      const texts = { found: points(found), expected: points(expected) };
      const data = { name: short(line.label.value), whole: short(scored.label.value), points: label, ...texts };
      const differs = { message: 'differs', data, ...texts };
      yield compared(found.eq(expected), cell, [other], differs, `${texts.found} = ${texts.expected}`);
    }
  }
}

const POINTS = [
  ['weight', '分值'],
  ['stated', '得分'],
] as const;

export const budgetPoints: Check = {
  id: 'budget-points',
  mends: 'money',
  title: '资金表各行重复写的分值、得分一致',
  severity: 'info',
  explain: '“其中”一行的金额就是全部资金的，它的分值、得分是把总额一行的照写一遍，应当相同；不同的请人核对。',
  messages: {
    differs: {
      title: '“{name}”的{points}与“{whole}”不一致',
      message: '“{name}”与“{whole}”金额相同，{points}却分别为 {found} 和 {expected}，请核对。',
    },
  },
  run: ({ form: { budget } }) => (budget === null ? [] : repeated(budget)),
};
