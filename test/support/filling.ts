import type { OwedRow, Progress } from '../../src/advice/filling';
import { review, type FormReview } from '../../src/review';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { departmentForm } from './department';

/** The only form in a sheet, reviewed. */
export function reviewed(snapshot: SheetSnapshot): FormReview {
  const [form] = review(snapshot).forms;
  if (form === undefined) throw new Error('no form');
  return form;
}

/** The row whose name has these words. */
export function rowNamed(progress: Progress, words: string): OwedRow {
  const found = progress.rows.find(({ row }) => row.name.includes(words));
  if (found === undefined) throw new Error(`no row ${words}`);
  return found;
}

/** A form with one target in question. */
export function goal(
  name: string,
  target: string,
  actual: string,
  more: Partial<{ stated: number; evidence: string }> = {},
): SheetSnapshot {
  return departmentForm({ goals: [{ name, target, actual, weight: 10, ...more }], shortfall: '窗口搬迁较晚。' });
}
