import { Decimal } from 'decimal.js';
import type { Indicator } from '../form/model';
import { namedMarks, type NamedMarks } from '../scoring/printed';
import type { Check, CheckInput, Outcome } from './finding';
import { groupBy } from '../sheet/lists';
import { cellKey } from '../sheet/snapshot';
import { agreement } from './common/agree';
import { nameOf, points } from './common/words';

/** A row with the full marks that the rule printed in it names. */
interface Ruled {
  readonly indicator: Indicator;
  readonly weight: Decimal;
  readonly marks: NamedMarks;
}

export const standardWeight: Check = {
  id: 'standard-weight',
  mends: 'row',
  title: '评分标准的满分与分值一致',
  severity: 'warning',
  explain:
    '评分标准写明各档、各项得多少分的（≥95%得5分，80%—95%得3分；①②③各1分），最高一档或各项之和应等于本行分值。全表多数行都不同的，评分标准可能另按一个满分写成，只作提示。标准读不全的、几行共用一个标准的不比较。',
  messages: {
    differs: {
      title: '“{name}”评分标准的满分不是分值',
      message: '“{name}”分值为{weight}分，评分标准写明的满分为{named}分，请核实分值和评分标准。',
    },
  },
  run(input) {
    const rows = ruled(input);
    const others = rows.filter(({ weight, marks }) => !agrees(marks, weight) && differs(marks, weight));
    const usual = rows.length - others.length > others.length;
    return rows.flatMap(({ indicator, weight, marks }): Outcome[] => {
      const named = marks.listed && marks.together !== null ? marks.together : marks.best;
      if (agrees(marks, weight))
        return [agreement([indicator.weight, marks], () => `${points(weight)} = ${points(weight)}`)];
      if (!differs(marks, weight) || indicator.weight === null) return [];
      const data = { name: nameOf(indicator), weight: points(weight), named: points(new Decimal(named)) };
      return [
        {
          cell: indicator.weight.at,
          related: [marks.at],
          message: 'differs',
          data,
          expected: data.named,
          found: data.weight,
          ...(usual ? {} : { severity: 'info' }),
        },
      ];
    });
  },
};

/** Rows whose printed rule is their own; a rule of many rows names the marks of all of them, or of none. */
function ruled({ scores }: CheckInput): Ruled[] {
  const rows = scores.indicators.flatMap(({ indicator, weight }): Ruled[] => {
    const marks = weight === null || indicator.kind === 'bonus' ? null : namedMarks(indicator);
    return marks === null || weight === null ? [] : [{ indicator, weight, marks }];
  });
  return [...groupBy(rows, ({ marks }) => cellKey(marks.at)).values()].flatMap((of) => (of.length > 1 ? [] : of));
}

function agrees({ best, together }: NamedMarks, weight: Decimal): boolean {
  return weight.eq(best) || (together !== null && weight.eq(together));
}

/** Whether the marks can't be those of the weight, as bands (the best counts) or as parts (their sum does). */
function differs({ best, together, listed }: NamedMarks, weight: Decimal): boolean {
  return weight.lt(best) || (together !== null && (listed || weight.gt(together)));
}
