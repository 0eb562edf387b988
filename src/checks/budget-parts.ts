import type { Decimal } from 'decimal.js';
import { AMOUNTS, reviewBudget, reviewOtherMoney, type AmountMismatch } from './common/budget';
import { addition, amountLike } from './common/words';
import { short } from '../sheet/text';
import type { Check, Report } from './finding';

function report({ column, line, cell, own, right, found, expected, parts, related, kind }: AmountMismatch): Report {
  const shown = (figure: Decimal) => amountLike(figure, cell);
  const amount = AMOUNTS.find((one) => one.column === column)?.label ?? '';
  return {
    cell: cell.cell,
    message: kind,
    data: {
      name: short(line.label.value),
      group: line.group ?? '',
      amount,
      found: shown(found),
      expected: shown(expected),
    },
    related: related.map((place) => place.cell),
    arithmetic: `${addition(parts, shown)}，${kind === 'total' ? '表内' : '另一种分法合计'} ${shown(kind === 'total' ? found : expected)}`,
    expected: shown(right),
    found: shown(own),
  };
}

export const budgetParts: Check = {
  id: 'budget-parts',
  mends: 'money',
  title: '资金总额等于各部分之和',
  severity: 'error',
  explain:
    '资金总额应等于下面各来源之和；同一笔资金按来源、按结构、按级次分别列示的，各合计应相等。“其中”只列了一部分的不核对，但部分不能超过总额。',
  messages: {
    total: {
      title: '{amount}总额与各部分之和不符',
      message: '“{name}”的{amount}为 {found}，各部分之和为 {expected}，请核对。',
    },
    dimensions: {
      title: '{group}的{amount}与其他分法不符',
      message: '{group}的{amount}合计 {found}，其他分法合计 {expected}，请核对“{name}”等各格。',
    },
  },
  *run(input) {
    const { amounts, sums } = reviewBudget(input);
    yield* sums;
    for (const mismatch of amounts) yield report(mismatch);
    for (const other of reviewOtherMoney(input)) {
      yield* other.sums;
      for (const mismatch of other.amounts) yield { ...report(mismatch), severity: 'info' };
    }
  },
};
