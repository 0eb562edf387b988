import type { Indicator } from '../form/model';
import { tellings } from '../form/tellings';
import { asWritten } from './common/evidence';
import { listedSum, splitSum, sumTold } from './common/sums';
import { nameOf } from './common/words';
import type { Check, Outcome } from './finding';

export const evidenceSum: Check = {
  id: 'evidence-sum',
  title: '依据中的合计等于各项之和',
  severity: 'warning',
  explain:
    '评分依据或完成值逐项列出数量后写“共……”“合计……”的，各项相加应等于合计（按书写的位数认可舍入）。写有“其中”“包括”“等”的，各项未必齐全，不作判断。写明总数和“办结”“未办结”两部分、加起来不是总数的，提出来请人核对。',
  messages: {
    total: {
      title: '“{name}”的合计与各项之和不符',
      message: '“{name}”的文字各项相加为{sum}，合计写{stated}，请核实。',
    },
    split: {
      title: '“{name}”的两部分加起来不是总数',
      message: '“{name}”的文字写{stated}，两部分相加为{sum}，请核对；含上年结转的可以不改。',
    },
  },
  run: ({ form }) => form.indicators.flatMap(tellings).flatMap((indicator) => [...againstTotal(indicator)]),
};

function* againstTotal(indicator: Indicator): Iterable<Outcome> {
  const { evidence } = indicator;
  if (evidence === null) return;
  for (const message of ['total', 'split'] as const) {
    const found = message === 'total' ? listedSum(evidence) : splitSum(evidence);
    if (found === null) continue;
    const split = message === 'split';
    const data = { name: nameOf(indicator), ...(split && { stated: asWritten(found.total) }) };
    yield sumTold(evidence, found, { message, data, ...(split && { severity: 'info' }) });
  }
}
