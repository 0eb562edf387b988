import { duplicatesOf } from './common/duplicates';
import { nameOf } from './common/words';
import type { Check } from './finding';

export const duplicateIndicator: Check = {
  id: 'duplicate-indicator',
  title: '指标没有重复',
  severity: 'warning',
  explain: '同一层级下名称、指标值、分值都相同的两行，是同一个指标列了两次；名称相同而指标值不同的不算。',
  messages: {
    repeated: {
      title: '“{name}”列了两次',
      message: '“{name}”与上面第 {row} 行的指标名称、指标值和分值都相同，请删去或改正其中一行。',
    },
  },
  *run({ form }) {
    for (const [indicator, first] of duplicatesOf(form)) {
      yield {
        cell: indicator.name.cell,
        message: 'repeated',
        data: { name: nameOf(indicator), row: String(first.row + 1) },
        related: [first.name.cell],
      };
    }
  },
};
