import type { Rulebook } from '../../scoring/rulebook';
import { departmentLayout } from './department';
import type { SheetLayout } from './layout';
import { projectLayout } from './project';

export type { LayoutCell, SheetLayout } from './layout';

/** What is known of a form before it is filled in. */
export interface NewForm {
  readonly year?: number | null;
  readonly organisation?: string;
}

type Build = (name: string, year: number | null, organisation: string) => SheetLayout;

/** A rulebook is for the kind of form that it says it fits: a department's with 管理效能, a project's with a scored budget row. */
function builderFor({ fits }: Rulebook): { readonly name: string; readonly build: Build } | null {
  if (fits.some(({ groups }) => groups?.includes('管理效能') === true)) {
    return { name: '部门整体支出自评表', build: departmentLayout };
  }
  if (fits.some(({ scoredBudget }) => scoredBudget === true)) return { name: '项目支出自评表', build: projectLayout };
  return null;
}

/** Whether an empty form can be laid out for a rulebook. */
export function canBegin(rulebook: Rulebook): boolean {
  return builderFor(rulebook) !== null;
}

/**
 * The empty form that a rulebook is for, as it is printed: with its heading rows, merged areas, widths, lines, number
 * formats, print area, and a total that is a formula. `null` for a rulebook that says of no printed form that it fits.
 */
export function newForm(rulebook: Rulebook, { year = null, organisation = '' }: NewForm = {}): SheetLayout | null {
  const found = builderFor(rulebook);
  return found === null ? null : found.build(found.name, year, organisation);
}
