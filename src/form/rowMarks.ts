import { once, remember } from '../sheet/remember';
import { located, holdsFigure } from './cells';
import type { SheetCell } from '../sheet/snapshot';
import { compact } from '../sheet/text';
import type { Grid } from './grid';
import type { Located } from './model';
import { GRADE_LABEL, NOTE_BEGINNING } from './vocabulary/labels';
import { bare, isTotalRowLabel, labelPart } from './words';
import { withoutItemNumber } from '../words/readQuantity';

/** Whether a row explains or signs the form. */
export const isNoteRow = (grid: Grid, row: number): boolean => isNote(grid.filled(row));

const isNote = once(([first]: readonly SheetCell[]): boolean => {
  const text = compact(first?.text ?? '');
  return NOTE_BEGINNING.test(text) || asksReason(text);
});

/** 未完成原因及改进措施, 改进措施及结果应用方案 as the label of a row. */
export const asksReason = (label: string): boolean => ASKS_REASON.test(bare(label));
const ASKS_REASON = /^[^0-9]{0,16}(?:原因|措施)(?:分析|说明)?(?:及[^0-9]{1,8})?$/;

const EXAMPLE =
  /^[(（【[]?(?:填报|填写|参考)?(?:示例|样例|范例|举例)(?:$|[:：)）】\]])|^例如?[:：]|[(（【[](?:填报|填写|参考)?(?:示例|样例|举例)[)）】\]]$/;

/** Whether a label says that its row shows how the form is to be filled in: 示例, 填报示例：产出指标, 培训班次（示例）. */
export const isExample = ({ text }: { readonly text: string }): boolean => EXAMPLE.test(compact(text));

const LONGEST_TOTAL = 24;

/** Whether a cell only counts its row: tables with a column 序号 may count those of sums too. */
export const countsRow = ({ text }: Pick<SheetCell, 'text'>): boolean => /^[0-9]{1,3}$/.test(bare(text));

/** The label of a total's row: 总分, 合计, 自评得分：96分; `null` where the row is none. */
export const totalLabel = (grid: Grid, row: number): Located<string> | null => totalIn(grid.filled(row));

const totalIn = once((filled: readonly SheetCell[]): Located<string> | null => {
  if (!filled.some(({ text }) => saysTotal(text))) return null;
  const own = filled.filter((cell, at) => (at > 0 || !countsRow(cell)) && !GRADE_LABEL.test(labelPart(cell.text)));
  const labels = own.filter((cell) => typeof cell.value === 'string' && !holdsFigure(cell));
  // Points may stand before their names: 98.5分 | 100 | 合计, with no other word in the row.
  const label = labels.length > 1 ? own[0] : labels[0];
  return label !== undefined && labels.includes(label) && saysTotal(label.text) ? located(label) : null;
});

const saysTotal = remember((label: string): boolean => {
  const text = withoutItemNumber(bare(label));
  const [clause = ''] = text.length < LONGEST_TOTAL ? text.split(/[,;]/) : [];
  const [word = ''] = clause.replace(POINTS_BEHIND, '').split(':');
  return isTotalRowLabel(word) || RESULT_WITH_POINTS.test(text);
});

/** 总分 96.5 分 */
export const POINTS_BEHIND = /(?<=^[^0-9:=]+)=?[0-9]{1,3}(?:\.[0-9]+)?分?$/;

/** 自评结果：96.37分 is the total; 自评结果：优 is a grade. */
const RESULT_WITH_POINTS = /^(?:自评|评价|绩效|自评价)结果:[0-9.]{1,6}分?$/;

const COLUMN_NUMBER = /^[(（]?([0-9]{1,2})[)）]?(?:=[0-9()（）÷×/*%-]{1,20})?$/;
const UNNUMBERED = /^(?:[甲乙丙丁戊己庚辛壬癸A-Z]|序号|-+|—+)$/;
const NUMBERING = /^[栏行项列]次$/;

/** Whether a row numbers the columns: 栏次 | 1 | 2 | 3, 甲 | 乙 | 1 | 2 and (1) | (2) | (3)=(2)÷(1); 栏次 says it whatever else stands there. */
export function numbersColumns(grid: Grid, row: number): boolean {
  const texts = grid.filled(row).map(({ at }) => grid.compact(row, at.column));
  const says = texts.some((text) => NUMBERING.test(text));
  const numbers: number[] = [];
  for (const text of texts) {
    const number = COLUMN_NUMBER.exec(text)?.[1];
    if (number !== undefined) numbers.push(Number(number));
    else if (!says && !UNNUMBERED.test(text)) return false;
  }
  return numbers.length > 2 && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
}
