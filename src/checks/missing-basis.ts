import type { EvaluationForm, Indicator } from '../form/model';
import { compact } from '../sheet/text';
import { isPlaceholder } from '../words/figure';
import type { CellRef } from '../sheet/snapshot';
import { scored } from './common/rows';
import { cellsOf, list, nameOf, points, together } from './common/say';
import { figureOf } from '../form/cells';
import { bare } from '../form/words';
import type { Check } from './finding';

/** A heading that asks what a score rests on, full marks too; 偏差原因 asks only where points were lost. */
const BASIS = /依据|评分说明|得分说明|得分情况|佐证/;

/** 评分说明 may be meant for what was taken off alone. */
const ONLY_BASIS = /依据|材料|资料|文件/;

/** What the accounts show for themselves. */
const OF_ACCOUNTS = /^(?:部门|项目)?(?:整体)?(?:预算|资金)执行(?:率|情况|进度)$/;

/** The cell of a row in which the form asks for the basis of the score, and whether it surely does; `null` where it asks for none. */
function basisCell({ headers }: EvaluationForm, { row }: Indicator): { at: CellRef; asks: boolean } | null {
  const header = headers.filter((one) => one.row < row).at(-1);
  const column =
    header?.columns.find(({ role }) => role === 'basis') ??
    header?.columns.find(({ role, heading }) => role === 'evidence' && BASIS.test(compact(heading.text)));
  if (column === undefined) return null;
  const { at, text } = column.heading;
  return { at: { row, column: at.column }, asks: ONLY_BASIS.test(compact(text)) };
}

export const missingBasis: Check = {
  id: 'missing-basis',
  title: '满分指标写明评分依据',
  severity: 'warning',
  explain:
    '表头要求写评分依据（得分说明、佐证材料）的，得满分的指标也应写明依据；只要求写偏差原因的，不在此列。多数行都空着的、表头只写“评分说明”“得分情况”的，合并成一个问题。',
  messages: {
    blank: {
      title: '“{name}”满分没有评分依据',
      message: '“{name}”得满分 {stated}，评分依据一栏是空的，请补充。',
    },
    unused: { title: '评分依据没有填写', message: '{names}得满分，说明评分依据的一栏空着，请确认是否需要填写。' },
  },
  *run(input) {
    const full = scored(input).flatMap(({ indicator, score }) => {
      const [cell, stated] = [basisCell(input.form, indicator), figureOf(indicator.stated)];
      const { evidence, kind } = indicator;
      if (cell === null || stated === null || evidence === null || kind !== 'item') return [];
      if (score.weight === null || score.weight.isZero() || !stated.eq(score.weight)) return [];
      if (OF_ACCOUNTS.test(bare(indicator.name.value)) && evidence.text.trim() === '') return [];
      const text = evidence.text.trim() || evidence.basis.trim();
      return [{ ...cell, indicator, stated, blank: text === '', empty: text === '' || isPlaceholder(compact(text)) }];
    });
    const blank = full.filter((row) => row.blank);
    for (const { blank: isBlank, at } of full) if (!isBlank) yield { agrees: [at] };
    if (full.every(({ asks, empty }) => !asks && empty)) return;
    if (full.some(({ asks }) => !asks) || full.filter(({ empty }) => empty).length * 2 > full.length) {
      const data = { names: list(blank.map(({ indicator }) => nameOf(indicator))) };
      yield* together(blank, { message: 'unused', severity: 'info', data });
      return;
    }
    for (const { indicator, at, stated } of blank) {
      const data = { name: nameOf(indicator), stated: points(stated) };
      yield { cell: at, message: 'blank', data, related: cellsOf([indicator.stated]) };
    }
  },
};
