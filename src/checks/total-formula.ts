import type { FigureCell } from '../form/model';
import { allGroups } from '../form/groups';
import { summedParts } from './common/formulas';
import { partsOf, statedOf, sumParts } from './common/parts';
import { figureOf } from '../form/cells';
import { reviewTotal } from './common/totals';
import { agreement, list, points } from './common/say';
import { short } from '../sheet/text';
import type { Check, CheckInput } from './finding';

function labelOf(input: CheckInput, cell: FigureCell): string {
  const part = partsOf(input.form).find(({ stated }) => stated === cell);
  return part?.label ?? short(allGroups(input.form.groups).find(({ stated }) => stated === cell)?.name ?? '小计');
}

export const totalFormula: Check = {
  id: 'total-formula',
  mends: 'figures',
  title: '总分公式覆盖各项得分',
  severity: 'error',
  explain:
    '总分用公式相加的，公式应包含每一项得分，各加一次，不把小计再加一遍；总分值是公式而总分是手工填写、又与各项之和不等的，提示改用公式。',
  messages: {
    missing: { title: '总分公式漏了行', message: '总分的公式没有包含{names}的得分，请改正公式。' },
    twice: { title: '总分公式重复相加', message: '总分的公式把{names}重复加了一次，请改正公式。' },
    typed: {
      title: '总分是手工填写的',
      message: '同一行的总分值是公式，总分 {total} 却是手工填写的，与各项之和不等，建议改用公式。',
    },
  },
  *run(input) {
    const total = input.form.total;
    const stated = total?.stated ?? null;
    if (total === null || stated === null) return;
    const summed = summedParts(input);
    if (summed !== null && summed.missing.length + summed.twice.length === 0) {
      yield agreement([stated, ...statedOf(partsOf(input.form))], stated.formula.slice(0, 200));
    }
    for (const [message, cells] of [
      ['missing', summed?.missing ?? []],
      ['twice', summed?.twice ?? []],
    ] as const) {
      if (cells.length === 0) continue;
      const names = list(cells.map((cell) => labelOf(input, cell)));
      yield {
        cell: stated.at,
        message,
        data: { names },
        related: cells.map(({ at }) => at),
        found: stated.formula,
        ways: [[[stated.at, sumParts(partsOf(input.form), 'stated')]]],
      };
    }
    const value = figureOf(stated);
    if (stated.formula !== '' || value === null || (total.weight?.formula ?? '') === '') return;
    if (reviewTotal(input)?.kind !== 'differs') return;
    yield { cell: stated.at, message: 'typed', severity: 'info', data: { total: points(value) } };
  },
};
