import { columnName } from '../sheet/address';
import { quote } from '../sheet/quote';
import type { ColumnAnswer, ColumnQuestion, ColumnRole } from './model';
import { ROLE_NAMES } from './vocabulary/columns';

/** What the forms call a role: 得分. */
export function roleName(role: ColumnRole): string {
  return ROLE_NAMES.find(([own]) => own === role)?.[1] ?? role;
}

/** 得分在哪一列：E 列“部门评分”、F 列“县级评分”？ */
export function questionText({ role, candidates }: ColumnQuestion): string {
  const columns = candidates.map(({ at: cell, value }) => `${columnName(cell.column)} 列${quote(value)}`);
  return `${roleName(role)}在哪一列：${columns.join('、')}？`;
}

/**
 * Reads `得分=H`, a role by the name the forms give it and a column by its letters; `null` where it is neither.
 */
export function readColumnAnswer(text: string): ColumnAnswer | null {
  const [name = '', letters = ''] = text.split('=').map((part) => part.trim());
  const role = ROLE_NAMES.find(([, own]) => own === name)?.[0];
  const address = /^[A-Za-z]{1,3}$/.test(letters) ? letters.toUpperCase() : '';
  if (role === undefined || address === '') return null;
  let column = 0;
  for (const letter of address) column = column * 26 + letter.charCodeAt(0) - 64;
  return { role, column: column - 1 };
}
