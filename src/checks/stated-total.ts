import { Decimal } from 'decimal.js';
import { compared, points, textOf } from './common/say';
import { figureOf } from '../form/cells';
import { partsOf, statedOf } from './common/parts';
import { statedIn } from './common/sentences';
import { heldAgainstItems } from './common/totals';
import type { Check, CheckInput, Outcome } from './finding';

/** 自评总分为96.5分, 综合得分 96.5 分: the total as a sentence states it. */
const STATED =
  /(?:自评总?得?分|综合得分|总体?得分|总分|评价得分|最终得分|项目得分)(?:合计)?(?:为|是|共|达到?|:)?([0-9]{1,3}(?:\.[0-9]{1,4})?)分/;
/** Points that are no score of this form: the whole, a part, another year's. */
const OTHER = /满分|折算|其中|指标(?:自评)?得分/;

const AROUND = [6, 6] as const;

/** The total that stands above the table against the one that stands below it; 100 above may be what the form is out of. */
function* above({ form }: CheckInput): Iterable<Outcome> {
  const again = form.totalAbove?.stated ?? null;
  const found = figureOf(again);
  const below = form.mixed?.stated ?? form.total?.stated ?? null;
  const total = figureOf(below);
  if (again === null || found === null || below === null || total === null) return;
  if (found.eq(100) && !total.eq(100)) return;
  const figures = { expected: points(total), found: points(found) };
  const data = { name: textOf(form.totalAbove?.label), found: figures.found, total: figures.expected };
  yield compared(found.eq(total), again, [below], { message: 'above', severity: 'warning', data, ...figures });
}

export const statedTotal: Check = {
  id: 'stated-total',
  title: '文字里写的总分与表内总分一致',
  severity: 'info',
  group: 'words',
  explain:
    '完成情况、结论、说明里写明自评总分的（“自评得分为96.5分”），与总分一格比较；表内没有总分的，与各项得分之和比较。不同的请人核实以哪一处为准。表头另有一格自评得分的，应与表内总分相同。',
  messages: {
    above: {
      title: '表头的总分与表内不同',
      message: '表头“{name}”是 {found}，表内总分是 {total}，请改成一致。',
    },
    differs: {
      title: '文字里的总分与表内不同',
      message: '这里写“{text}”，表内总分是{total}分，请核实以哪一处为准。',
    },
    items: {
      title: '文字里的总分与各项得分之和不同',
      message: '这里写“{text}”，表内没有总分，各项得分之和为 {total}，请核实总分和各项得分。',
    },
  },
  *run(input) {
    yield* above(input);
    const cell = input.form.total?.stated ?? null;
    const total = figureOf(cell);
    const places = total === null ? statedOf(partsOf(input.form)) : [cell];
    for (const { said, ...stated } of statedIn(input, STATED, OTHER, AROUND)) {
      const figure = new Decimal(said);
      const held = total === null ? heldAgainstItems(input, figure) : { sum: total, agrees: figure.eq(total) };
      if (held === null) continue;
      const { sum, agrees } = held;
      const [message, expected] = [total === null ? 'items' : 'differs', points(sum)];
      const differs = { message, data: { text: stated.text, total: expected }, expected, found: points(figure) };
      yield compared(agrees, stated, places, differs, `${stated.text} = ${expected}`);
    }
  },
};
