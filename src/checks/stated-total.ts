import { Decimal } from 'decimal.js';
import type { CellRef } from '../sheet/snapshot';
import { agreement } from './common/agree';
import { figureOf } from '../form/cells';
import { sentencesIn } from './common/sentences';
import { points } from './common/words';
import type { Check, CheckInput } from './finding';

/** 自评总分为96.5分, 综合得分 96.5 分: the total as a sentence states it. */
const STATED =
  /(?:自评总?得?分|综合得分|总得分|总分|评价得分)(?:合计)?(?:为|是|共|达到?|:)?([0-9]{1,3}(?:\.[0-9]{1,4})?)分/;
/** Points that are no score of this form: the whole, a part, another year's. */
const OTHER = /满分|上年|去年|其中|指标(?:自评)?得分/;

interface Stated {
  readonly cell: CellRef;
  readonly text: string;
  readonly points: Decimal;
}

function* totalsIn(input: CheckInput): Iterable<Stated> {
  for (const { cell, text } of sentencesIn(input)) {
    const found = STATED.exec(text);
    if (found?.[1] === undefined) continue;
    if (OTHER.test(text.slice(Math.max(0, found.index - 6), found.index + found[0].length))) continue;
    yield { cell, text: found[0], points: new Decimal(found[1]) };
  }
}

export const statedTotal: Check = {
  id: 'stated-total',
  title: '文字里写的总分与表内总分一致',
  severity: 'info',
  group: 'words',
  explain: '完成情况、结论、说明里写明自评总分的（“自评得分为96.5分”），与总分一格比较；不同的请人核实以哪一处为准。',
  messages: {
    differs: {
      title: '文字里的总分与表内不同',
      message: '这里写“{text}”，表内总分是{total}分，请核实以哪一处为准。',
    },
  },
  *run(input) {
    const total = figureOf(input.form.total?.stated ?? null);
    const cell = input.form.total?.stated?.cell;
    if (total === null || cell === undefined) return;
    for (const stated of totalsIn(input)) {
      if (stated.points.eq(total)) yield agreement([stated, { cell }], () => `${stated.text} = ${points(total)}`);
      else {
        const data = { text: stated.text, total: points(total) };
        yield {
          cell: stated.cell,
          message: 'differs',
          data,
          related: [cell],
          expected: points(total),
          found: points(stated.points),
        };
      }
    }
  },
};
