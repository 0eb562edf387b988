import { listedSum, partedSum, sumTold } from './common/sums';
import type { Check } from './finding';

export const narrativeSum: Check = {
  id: 'narrative-sum',
  title: '总体目标和完成情况里的合计等于各项之和',
  severity: 'info',
  group: 'words',
  explain:
    '年度总体目标、完成情况里逐项列出数量后写“共……”“合计……”的，各项相加与合计比较（按书写的位数认可舍入）；不同的提出来请人核实。写有“其中”“包括”“等”的，各项未必齐全，不作比较；“其中”各项的金额略多于总额、两半（线上和线下等）或一项多于总数的，提出来核实。',
  messages: {
    goal: {
      title: '总体目标的合计与各项之和不同',
      message: '总体目标各项相加为{sum}，文中合计写“{stated}”，请核实以哪一处为准。',
    },
    completion: {
      title: '完成情况的合计与各项之和不同',
      message: '完成情况各项相加为{sum}，文中合计写“{stated}”，请核实以哪一处为准。',
    },
  },
  *run({ form }) {
    const { goals, completion } = form.narrative;
    for (const [message, text] of [
      ['goal', goals],
      ['completion', completion],
    ] as const) {
      if (text === null) continue;
      for (const found of [listedSum(text), partedSum(text)])
        if (found !== null) yield sumTold(text, found, { message });
    }
  },
};
