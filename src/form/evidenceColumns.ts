import { located } from './cells';
import { demandOf, isNoAnswer, splitEvidence } from './evidence';
import { compact } from '../sheet/text';
import type { Grid } from './grid';
import type { EvidenceCell, FormColumn, FormHeader } from './model';
import { TICKS } from '../words/ticks';

export const EVIDENCE_ROLES = ['evidence', 'basis', 'improvement'] as const;

/** Whether a column is one of those that say why points are given or lost. */
export const isForEvidence = ({ role }: FormColumn): boolean => EVIDENCE_ROLES.some((evidence) => evidence === role);

/** The headings of the columns for evidence, joined: what the form asks for in them. */
export function evidenceHeadings(header: FormHeader): string {
  return header.columns
    .filter(isForEvidence)
    .map(({ heading }) => heading.value)
    .join('、');
}

/**
 * The columns for evidence, in the order of their roles: a reason before what it rests on and what will be done; 存在问题
 * and 其他说明 behind the one that asks for the reason.
 */
export function evidenceColumns({ columns }: FormHeader): readonly FormColumn[] {
  return EVIDENCE_ROLES.flatMap((role) => {
    const own = columns.filter((column) => column.role === role);
    return [...own.filter(asksWhy), ...own.filter((column) => !asksWhy(column))];
  });
}

/**
 * The evidence of a row. Forms that part it into columns (评分依据, 扣分原因, 改进措施) get one answer whose cell is that
 * of the reason, or of the first such column.
 */
export function evidenceIn(grid: Grid, row: number, columns: readonly FormColumn[]): EvidenceCell | null {
  const [main, ...others] = columns;
  if (main === undefined) return null;
  const cell = grid.at(row, main.heading.at.column);
  const evidence = splitEvidence(cell.at, textUnder(grid, row, main), main.heading.value);
  return others.reduce<EvidenceCell>((all, column) => {
    const text = textUnder(grid, row, column).trim();
    const part = column.role === 'improvement' ? 'improvement' : asksWhy(column) ? 'shortfallReason' : 'basis';
    if (text === '' || (part === 'shortfallReason' && isNoAnswer(text))) return all;
    return { ...all, [part]: all[part] === '' ? text : `${all[part]} ${text}` };
  }, evidence);
}

const asksWhy = ({ role, heading }: FormColumn): boolean => role === 'evidence' && demandOf(heading.value).reason;

/** What a row says in a column for the basis that is not the one for the reason; `null` where it says nothing there. */
export function ownBasisIn(grid: Grid, row: number, columns: readonly FormColumn[]): EvidenceCell | null {
  const column = columns.slice(1).find(({ role }) => role === 'basis');
  if (column === undefined) return null;
  const text = textUnder(grid, row, column);
  const { at } = grid.at(row, column.heading.at.column);
  return text.trim() === '' ? null : splitEvidence(at, text, column.heading.value);
}

const TICK = new RegExp(`^[${TICKS}]$`);

/** What a row says under a heading, which may stand over several columns: 偏差原因分析 over 经费保障, 人员保障, 其他. */
function textUnder(grid: Grid, row: number, { heading }: FormColumn): string {
  const first = heading.at.column;
  const width = grid.areaOf(heading.at.row, first)?.columnCount ?? 1;
  const texts: string[] = [];
  for (let column = first; column < first + width && column <= grid.lastColumn; column++) {
    if (column !== first && grid.anchor(row, column).column !== column) continue;
    const { text } = located(grid.at(row, column));
    // √ below one of several causes means that cause.
    const cause = width > 1 ? grid.text(heading.at.row + 1, column) : heading.text;
    const isCause = width > 1 || heading.value !== compact(heading.text);
    const own = isCause && TICK.test(compact(text)) ? cause : text;
    if (own.trim() !== '') texts.push(own);
  }
  return texts.join('；');
}
