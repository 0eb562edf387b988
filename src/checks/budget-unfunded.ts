import type { Decimal } from 'decimal.js';
import { figureOf } from '../form/cells';
import type { BudgetBlock, BudgetLine, FigureCell } from '../form/model';
import { budgetOf } from '../form/money';
import { cellsAcross } from './common/across';
import { agreement, cellsOf, points } from './common/say';
import { linesText, restOf } from './common/blankMoney';
import { isSaidSomewhere } from './common/sentences';
import { sameCell } from '../sheet/snapshot';
import type { Check, CheckInput, Outcome } from './finding';

/** Whether a line says nothing of its budget, or none, though money of it was spent. */
function isUnfunded({ budget, initial, spent }: BudgetLine): boolean {
  const paid = figureOf(spent);
  const none = (cell: FigureCell | null) => cell?.state === 'blank' || figureOf(cell)?.isZero() === true;
  if (paid === null || paid.lte(0)) return false;
  return budget === null ? none(initial) : none(budget) && (initial === null || none(initial) || !isBlank(budget));
}

const isBlank = ({ state }: FigureCell): boolean => state === 'blank';

/** Money that is in no budget of the year: 使用上年结转资金20万元, 单位垫付. */
const OTHER_MONEY =
  /(?:自有|自筹|其他(?:渠道|来源)?|上级|专项|统筹|债券|捐赠|往年|结转|结余|结存)的?[^，。；]{0,4}(?:资金|经费|款)|垫[付支]|自筹/;
/** The same in the evidence of a row, which may speak of other money for its own sake: that it was spent is said too. */
const PAID_OF_OTHER =
  /[由用从在][^，。；]{0,6}(?:自有|自筹|其他|上级|统筹|债券|捐赠|往年|结转|结余|结存)[^，。；]{0,12}(?:解决|支付|列支|垫[付支]|承担|支出)/;

/** Whether the form says, in the row of the money or where it explains itself, what other money was spent. */
function saysOtherMoney(input: CheckInput, { label }: BudgetLine): boolean {
  const beside = cellsAcross(input, label.at.row).filter(({ at }) => !sameCell(at, label.at));
  const texts = [input.form.budget?.evidence?.text ?? '', ...beside.map(({ text }) => text)];
  return texts.some((text) => OTHER_MONEY.test(text)) || isSaidSomewhere(input, OTHER_MONEY, PAID_OF_OTHER);
}

function* unfunded(input: CheckInput, { lines }: BudgetBlock): Iterable<Outcome> {
  // A block in which the budget stands at the total only says nothing of the parts.
  const stands = (line: BudgetLine) => budgetOf(line)?.gt(0) === true;
  const undivided =
    lines.some((line) => line.role === 'total' && stands(line)) &&
    !lines.some((line) => line.role === 'part' && stands(line));
  const open: { line: BudgetLine; cell: FigureCell; spent: Decimal }[] = [];
  // 年初预算 alone stands for the budget only where no other part has one.
  const leftOut = (line: BudgetLine, spent: Decimal) =>
    line.budget?.state === 'blank' &&
    spent.gt(0) &&
    lines.some((one) => one !== line && one.role === 'part' && figureOf(one.budget) !== null);
  for (const line of lines) {
    const cell = line.budget ?? line.initial;
    const spent = figureOf(line.spent);
    if (cell === null || spent === null) continue;
    if (!isUnfunded(line) && !leftOut(line, spent)) {
      if (figureOf(cell) !== null) yield agreement([cell, line.spent]);
    } else if (line.role === 'total' || !isBlank(cell) || !undivided) open.push({ line, cell, spent });
  }
  const [first, ...others] = open;
  if (first === undefined) return;
  const { line, cell } = first;
  const rest = others.length > 0 ? null : restOf({ lines }, line, line.budget === null ? 'initial' : 'budget');
  const told = open.every((one) => saysOtherMoney(input, one.line));
  yield {
    cell: cell.at,
    message: told ? 'told' : 'unfunded',
    ...(told && { severity: 'info' as const }),
    data: {
      ...linesText(open.map((one) => one.line)),
      spent: open
        .slice(0, 3)
        .map((one) => points(one.spent))
        .join('、'),
    },
    related: cellsOf([
      ...others.map((one) => one.cell),
      ...open.flatMap(({ line: { spent, rate } }) => (figureOf(rate) === null ? [spent] : [spent, rate])),
    ]),
    ways: [
      open.map(({ cell: { at: cell }, spent }) => [cell, spent] as const),
      ...(rest === null ? [] : [[[cell.at, rest] as const]]),
    ],
  };
}

export const budgetUnfunded: Check = {
  id: 'budget-unfunded',
  mends: 'money',
  title: '有预算才有支出',
  severity: 'error',
  explain:
    '预算数为 0 或空着、却有执行数的，预算数或执行数必有一个不对；表内写明用的是自有资金、结转资金等别的资金的，只作提示。预算只写在总额一行的，其中各行不作要求。',
  messages: {
    unfunded: {
      title: '“{name}”{more}没有预算却有支出',
      message: '“{name}”{more}执行数为 {spent}，预算数却是空的或为 0，请核对预算数和执行数。',
    },
    told: {
      title: '“{name}”{more}没有预算，用的是别的资金',
      message: '“{name}”{more}没有预算数，执行数为 {spent}，表内写明用的是别的资金，请确认是否应列入预算数。',
    },
  },
  run: (input) => (input.form.budget === null ? [] : unfunded(input, input.form.budget)),
};
