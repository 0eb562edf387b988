import type { Decimal } from 'decimal.js';
import { acrossMoney } from './common/acrossMoney';
import { AMOUNTS, isDivided, sumsIn, type AmountMismatch } from './common/moneySums';
import { looseMoney } from './common/looseMoney';
import { moneyInLabels, moneyInRow } from './common/moneyAbove';
import { addition, amountLike, cellsOf } from './common/say';
import { figureOf } from '../form/cells';
import type { AmountColumn } from '../form/model';
import { short } from '../sheet/text';
import type { Check, Report, Severity, Way } from './finding';
import { isAgreement } from './run';

/** More parts than these are not tried one by one. */
const MOST_PARTS = 6;

/** The cell itself, or else any one of the amounts that it adds up. */
function waysOf({ cell, right, found, expected, related, kind }: AmountMismatch): Way[] {
  const off = found.minus(expected);
  const parts = kind === 'total' ? related.slice(0, MOST_PARTS) : [];
  return [[cell, right] as const, ...parts.map((part) => [part, figureOf(part)?.plus(off)] as const)].flatMap(
    ([place, value]) => (value === undefined || value.isNegative() ? [] : [[[place.at, value]]]),
  );
}

const labelOf = (column: AmountColumn): string => AMOUNTS.find((one) => one.column === column)?.label ?? '';

/** @param amount what stands over a column that recognition does not name. */
function report(mismatch: AmountMismatch, severity: Severity, amount = labelOf(mismatch.column)): Report {
  const { line, cell, own, right, found, expected, parts, related, kind, open = false } = mismatch;
  const shown = (figure: Decimal) => amountLike(figure, cell);
  const [is, due] = [shown(found), shown(expected)];
  return {
    cell: cell.at,
    message: kind,
    severity,
    data: { name: short(line.label.value), group: line.group ?? '', amount, found: is, expected: due },
    related: cellsOf(related),
    arithmetic: `${addition(parts, shown)}，${kind === 'total' ? `表内 ${is}` : `另一种分法合计 ${due}`}`,
    ...(!open && { expected: shown(right), found: shown(own) }),
    ways: waysOf(mismatch),
  };
}

/** A total left at 0 in several columns over parts that are filled: one slip. */
function emptied(first: AmountMismatch, all: readonly AmountMismatch[]): Report {
  const listed = (text: (one: AmountMismatch) => string) => all.map(text).join('、');
  const amounts = listed(({ column }) => labelOf(column));
  const sums = listed(({ expected, cell }) => amountLike(expected, cell));
  return {
    ...report(first, 'error'),
    message: 'empty',
    data: { name: short(first.line.label.value), amounts, sums },
    related: cellsOf([...all.slice(1).map(({ cell }) => cell), ...all.flatMap(({ related }) => related)]),
    ways: [all.map(({ cell, right }) => [cell.at, right] as const)],
  };
}

export const budgetParts: Check = {
  id: 'budget-parts',
  mends: 'money',
  title: '资金总额等于各部分之和',
  severity: 'error',
  explain:
    '资金总额应等于下面各来源之和；同一笔资金按来源、按结构、按级次分别列示的，各合计应相等。“其中”只列了一部分的不核对，但部分不能超过总额。结余、调整数、到位率等多半的行是本行两个金额之差或之商的，其余的行也应如此；只有一行的，结余与预算数减执行数不同时只作提示。另有子项目、年度任务等资金表的，有一栏的合计与年度资金相等，其余各栏也应相等，不等的请人核实。写在资金表外的基本支出、项目支出，两者之和应等于总额；写在“按收入性质分”等下面标签里的金额也一样。',
  messages: {
    total: {
      title: '{amount}总额与各部分之和不符',
      message: '“{name}”的{amount}为 {found}，各部分之和为 {expected}，请核对。',
    },
    empty: {
      title: '“{name}”是 0，各部分却有金额',
      message: '“{name}”的{amounts}都是 0，各部分之和却是 {sums}，请补填或核对。',
    },
    line: {
      title: '“{name}”与本行各部分之和不符',
      message: '“{name}”为 {found}，本行各部分之和为 {expected}，请核对。',
    },
    reckoned: {
      title: '“{name}”的{heading}不对',
      message: '“{name}”的{heading}应为 {right}，表内为 {found}，请核对。',
    },
    apart: {
      title: '分项的{amount}合计与“{name}”不符',
      message: '另一张表里各项的{amount}合计 {found}，“{name}”为 {expected}，请核实以哪一处为准。',
    },
    kinds: {
      title: '基本支出与项目支出之和不是“{name}”',
      message: '基本支出与项目支出之和为 {found}，“{name}”为 {expected}，请核对。',
    },
    labels: {
      title: '{group}的各部分之和不是“{name}”',
      message: '{group}的各部分之和为 {found}，“{name}”为 {expected}，请核对。',
    },
    dimensions: {
      title: '{group}的{amount}与其他分法不符',
      message: '{group}的{amount}合计 {found}，其他分法合计 {expected}，请核对“{name}”等各格。',
    },
  },
  *run(input) {
    const { budget, otherMoney } = input.form;
    yield* moneyInRow(input);
    yield* moneyInLabels(input);
    for (const other of otherMoney) yield* acrossMoney(budget, other);
    for (const block of [...(budget === null ? [] : [budget]), ...otherMoney]) {
      const sums = sumsIn(block);
      // What another table says is known where a column of it does add up.
      const severity = block === budget ? 'error' : isDivided(block) ? 'warning' : 'info';
      yield* sums.filter(isAgreement);
      const off = sums.flatMap((one) => (isAgreement(one) ? [] : [one]));
      const zeros = off.filter(({ kind, found }) => severity === 'error' && kind === 'total' && found.isZero());
      for (const one of off) {
        if (zeros.length < 2 || !zeros.includes(one)) yield report(one, severity);
        else if (one === zeros[0]) yield emptied(one, zeros);
      }
      yield* looseMoney(input, block, severity, (column, heading) =>
        report(column, 'info', heading.replace(/总额$/, '') || '金额'),
      );
    }
  },
};
