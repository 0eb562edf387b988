import { Decimal } from 'decimal.js';
import { namedMarks, type NamedMarks } from '../scoring/printed';
import type { Check, CheckInput, Outcome } from './finding';
import { groupBy } from '../sheet/lists';
import { cellKey } from '../sheet/snapshot';
import { agreement, nameOf, points } from './common/say';

export const standardWeight: Check = {
  id: 'standard-weight',
  mends: 'row',
  title: '评分标准的满分与分值一致',
  severity: 'warning',
  explain:
    '评分标准写明各档、各项得多少分的（≥95%得5分，80%—95%得3分；①②③各1分），最高一档或各项之和应等于本行分值。全表多数行都不同的，评分标准可能另按一个满分写成，只作提示。用话写的各项分数可能另有所指，只作提示。标准读不全的、另写上限的、几行共用一个标准的不比较。',
  messages: {
    differs: {
      title: '“{name}”评分标准的满分不是分值',
      message: '“{name}”分值为{weight}分，评分标准写明的满分为{named}分，请核实分值和评分标准。',
    },
  },
  run(input) {
    const rows = ruled(input);
    const others = rows.filter(({ weight, marks }) => differs(marks, weight));
    const usual = rows.length - others.length > others.length;
    return rows.flatMap(({ indicator, weight, marks }): Outcome[] => {
      if (indicator.weight === null) return [];
      if (agrees(marks, weight)) return [agreement([indicator.weight, marks])];
      if (!differs(marks, weight)) return [];
      const named = points(new Decimal(marks.together !== null && weight.gt(marks.best) ? marks.together : marks.best));
      const data = { name: nameOf(indicator), weight: points(weight), named };
      const severity = usual && marks.sure ? 'warning' : 'info';
      const figures = { expected: named, found: data.weight };
      return [{ cell: indicator.weight.at, related: [marks.at], message: 'differs', severity, data, ...figures }];
    });
  },
};

/** Rows whose printed rule is their own; a rule of many rows names the marks of all of them, or of none. */
function ruled({ scores }: CheckInput) {
  const all = scores.indicators.flatMap(({ indicator, weight }) => {
    const marks = namedMarks(indicator);
    return marks === null ? [] : [{ indicator, weight, marks }];
  });
  const byRule = groupBy(all, ({ marks }) => cellKey(marks.at));
  return [...byRule.values()].flatMap(([{ indicator, weight, marks }, ...others]) =>
    others.length > 0 || weight === null || indicator.kind === 'bonus' ? [] : [{ indicator, weight, marks }],
  );
}

/** Parts are rounded themselves: ①②③各3.33分 of 10. */
const ROUNDING = '0.05';

const isAbout = (weight: Decimal, named: number) => weight.minus(named).abs().lte(ROUNDING);

function agrees({ best, together }: NamedMarks, weight: Decimal): boolean {
  return isAbout(weight, best) || (together !== null && isAbout(weight, together));
}

/** Whether the marks can't be those of the weight, as bands (the best counts) or as parts (their sum does). */
function differs(marks: NamedMarks, weight: Decimal): boolean {
  const { best, together } = marks;
  return !agrees(marks, weight) && (weight.lt(best) || (together !== null && weight.gt(together)));
}
