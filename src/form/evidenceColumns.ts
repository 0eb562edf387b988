import { located } from './cells';
import { splitEvidence } from './evidence';
import type { Grid } from './grid';
import type { EvidenceCell, FormHeader } from './model';

const ROLES = ['evidence', 'basis', 'improvement'] as const;

/** The headings of the columns for evidence, joined: what the form asks for in them. */
export function evidenceHeadings(header: FormHeader): string {
  return header.columns
    .filter(({ role }) => ROLES.some((evidence) => evidence === role))
    .map(({ heading }) => heading.value)
    .join('、');
}

/**
 * The evidence of a row. Forms that part it into columns (评分依据, 扣分原因, 改进措施) get one answer whose cell is that
 * of the reason, or of the first such column.
 */
export function evidenceIn(grid: Grid, row: number, header: FormHeader): EvidenceCell | null {
  const columns = ROLES.flatMap((role) => header.columns.filter((column) => column.role === role));
  const [main, ...others] = columns;
  if (main === undefined) return null;
  const cell = grid.at(row, main.heading.cell.column);
  const evidence = splitEvidence(cell.cell, located(cell).text, main.heading.value);
  return others.reduce<EvidenceCell>((all, { role, heading }) => {
    const text = located(grid.at(row, heading.cell.column)).value;
    if (text === '') return all;
    if (role === 'improvement') return { ...all, improvement: all.improvement === '' ? text : all.improvement };
    return { ...all, basis: [all.basis, text].filter((part) => part !== '').join(' ') };
  }, evidence);
}
