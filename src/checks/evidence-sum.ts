import type { Indicator } from '../form/model';
import { tellings } from '../form/tellings';
import { listedSum } from './common/sums';
import { addition, nameOf, points } from './common/words';
import type { Check, Outcome } from './finding';

export const evidenceSum: Check = {
  id: 'evidence-sum',
  title: '依据中的合计等于各项之和',
  severity: 'warning',
  explain:
    '评分依据或完成值逐项列出数量后写“共……”“合计……”的，各项相加应等于合计（按书写的位数认可舍入）。写有“其中”“包括”“等”的，各项未必齐全，不作判断。',
  messages: {
    total: {
      title: '“{name}”的合计与各项之和不符',
      message: '“{name}”的文字各项相加为{sum}，合计写{stated}，请核实。',
    },
  },
  run: ({ form }) => form.indicators.flatMap(tellings).flatMap((indicator) => againstTotal(indicator) ?? []),
};

function againstTotal(indicator: Indicator): Outcome | null {
  const { evidence } = indicator;
  const found = evidence === null ? null : listedSum(evidence);
  if (evidence === null || found === null) return null;
  if ('agrees' in found) return found;
  const { parts, sum, total, stated } = found;
  return {
    cell: evidence.cell,
    message: 'total',
    data: { name: nameOf(indicator), sum: `${points(sum)}${total.unit}`, stated: total.text },
    stated,
    arithmetic: `${addition(parts)}，文中${total.text}`,
    expected: points(sum),
    found: total.text,
  };
}
