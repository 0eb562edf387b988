import { pointsBelow } from '../form/budgetBlock';
import { figureOf, figuresOf, withFigure, withFigures } from '../form/cells';
import type { BudgetBlock } from '../form/model';
import { executionOf } from '../form/money';
import { sum } from '../sheet/lists';
import { short } from '../sheet/text';
import { addition, additionText, clean, compared, instead, points } from './common/say';
import type { Check, Outcome } from './finding';

/** The points of a part that is all of the money (其中：财政拨款 below a total of the same): they repeat those of the whole. */
function* repeated({ lines, scored }: BudgetBlock): Iterable<Outcome> {
  const own = scored && executionOf(scored);
  if (scored === null || own === null) return;
  for (const line of lines) {
    const money = executionOf(line);
    if (line === scored || money?.budget.eq(own.budget) !== true || !money.spent.eq(own.spent)) continue;
    for (const [column, label] of POINTS) {
      const [cell, other] = [withFigure(line[column]), withFigure(scored[column])];
      if (cell === null || other === null) continue;
      const texts = { found: points(cell.value), expected: points(other.value) };
      const data = { name: short(line.label.value), whole: short(scored.label.value), points: label, ...texts };
      const differs = { message: 'differs', data, ...texts };
      yield compared(cell.value.eq(other.value), cell, [other], differs, `${texts.found} = ${texts.expected}`);
    }
  }
}

/** The points of a total that are those of the lines below it: 5 and 15. */
function* added(block: BudgetBlock): Iterable<Outcome> {
  const parts = pointsBelow(block);
  const total = block.lines.find(({ role, stated }) => role === 'total' && figureOf(stated) !== null);
  if (total === undefined || parts.length === 0) return;
  for (const [column, label] of POINTS) {
    const [cell, below] = [total[column], withFigures(parts.map((part) => part[column]))];
    const found = figureOf(cell);
    if (cell === null || found === null) continue;
    const figures = figuresOf(below);
    const exact = clean(sum(figures));
    const data = { name: short(total.label.value), points: label, found: points(found), expected: points(exact) };
    const differs = {
      message: 'sum',
      severity: 'error',
      data,
      ...instead(cell, found, exact, addition(figures)),
    } as const;
    yield compared(found.eq(exact), cell, below, differs, additionText(figures));
  }
}

const POINTS = [
  ['weight', '分值'],
  ['stated', '得分'],
] as const;

export const budgetPoints: Check = {
  id: 'budget-points',
  mends: 'money',
  title: '资金表各行的分值、得分一致',
  severity: 'info',
  explain:
    '“其中”一行的金额就是全部资金的，它的分值、得分是把总额一行的照写一遍，应当相同；不同的请人核对。各行分别计分、另有合计的，合计的得分应等于各行之和。',
  messages: {
    sum: {
      title: '“{name}”的{points}不是各行之和',
      message: '“{name}”的{points}为 {found}，各行的{points}之和为 {expected}，请改正。',
    },
    differs: {
      title: '“{name}”的{points}与“{whole}”不一致',
      message: '“{name}”与“{whole}”金额相同，{points}却分别为 {found} 和 {expected}，请核对。',
    },
  },
  run: ({ form: { budget } }) => (budget === null ? [] : [...repeated(budget), ...added(budget)]),
};
