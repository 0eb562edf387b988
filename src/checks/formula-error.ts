import type { BudgetLine, FigureCell } from '../form/model';
import { partsOf } from './common/parts';
import { figureOf } from '../form/cells';
import { waysToFill } from './common/totals';
import { agreement, nameOf } from './common/say';
import { short } from '../sheet/text';
import type { Check, CheckInput } from './finding';

const ERROR = /^#(?:REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NUM!|NULL!|SPILL!|CALC!)/;

/** The rate of a line without money divides by nothing; that is untidy, not wrong. */
function isEmptyRate({ budget, spent }: BudgetLine): boolean {
  return [budget, spent].every((cell) => figureOf(cell)?.isZero() ?? true);
}

type Place = Pick<FigureCell, 'at' | 'text' | 'formula'>;

function* cellsOf({ form }: CheckInput): Iterable<readonly [string, Place | null]> {
  for (const line of form.budget?.lines ?? []) {
    const label = short(line.label.value);
    for (const cell of [line.initial, line.budget, line.spent, isEmptyRate(line) ? null : line.rate])
      yield [label, cell];
  }
  for (const { label, weight, stated } of partsOf(form)) {
    yield [label, weight];
    yield [label, stated];
  }
  for (const indicator of form.indicators)
    for (const cell of [indicator.target, indicator.actual])
      yield [nameOf(indicator), cell && { ...cell, formula: '' }];
  yield ['总分', form.total?.weight ?? null];
  yield ['总分', form.total?.stated ?? null];
}

export const formulaError: Check = {
  id: 'formula-error',
  title: '单元格没有公式错误',
  severity: 'error',
  explain:
    '分值、得分、指标值、完成值、金额、执行率和总分里出现 #REF!、#DIV/0!、#VALUE! 等错误值的，公式已经失效，应改正。没有资金的行执行率为 #DIV/0! 的不算。',
  messages: {
    error: { title: '“{name}”的公式出错', message: '“{name}”这一格显示 {text}，公式已经失效，请改正公式或改填数字。' },
  },
  *run(input) {
    for (const [name, cell] of cellsOf(input)) {
      if (cell === null) continue;
      if (!ERROR.test(cell.text)) {
        // A working formula is an agreement, but does not confirm its figure.
        if (cell.formula !== '') yield agreement([]);
        continue;
      }
      const ways = waysToFill(input, cell.at);
      yield { cell: cell.at, message: 'error', data: { name, text: cell.text }, found: cell.text, ways };
    }
  },
};
