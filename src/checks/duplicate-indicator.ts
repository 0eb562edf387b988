import { Decimal } from 'decimal.js';
import type { Indicator } from '../form/model';
import { duplicatesOf, sameContents } from './common/duplicates';
import { cellsOf } from './common/parts';
import { nameOf } from './common/words';
import type { Check, Way } from './finding';
import { agreement } from './common/agree';

/** An indicator that counts for nothing, as if it were taken out. */
function without({ weight, stated }: Indicator): Way {
  return cellsOf([weight, stated]).map((cell) => [cell, new Decimal(0)]);
}

export const duplicateIndicator: Check = {
  id: 'duplicate-indicator',
  title: '指标没有重复',
  severity: 'warning',
  explain:
    '同一层级下名称、指标值、分值都相同的两行，是同一个指标列了两次；只有分值不同、完成值也相同的，只作提示；名称相同而指标值不同的不算。',
  messages: {
    repeated: {
      title: '“{name}”列了两次',
      message: '“{name}”与上面第 {row} 行的指标名称、指标值和分值都相同，请删去或改正其中一行。',
    },
    same: {
      title: '“{name}”可能列了两次',
      message: '“{name}”与上面第 {row} 行的指标名称、指标值和完成值都相同，只有分值不同，请确认是不是同一个指标。',
    },
  },
  *run({ form }) {
    const repeated = duplicatesOf(form);
    if (form.indicators.length > 1) {
      for (const indicator of form.indicators) if (!repeated.has(indicator)) yield agreement([indicator.name]);
    }
    for (const [indicator, first] of sameContents(form)) {
      if (repeated.has(indicator)) continue;
      const data = { name: nameOf(indicator), row: String(first.row + 1) };
      yield { cell: indicator.name.cell, message: 'same', severity: 'info', data, related: [first.name.cell] };
    }
    const ways = [[...repeated.keys()].flatMap(without)];
    for (const [indicator, first] of repeated) {
      yield {
        cell: indicator.name.cell,
        message: 'repeated',
        data: { name: nameOf(indicator), row: String(first.row + 1) },
        related: [first.name.cell],
        ways,
      };
    }
  },
};
