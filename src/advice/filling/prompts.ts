import { compareCells, type CellRef } from '../../sheet/snapshot';
import { cut } from '../../sheet/text';
import type { PlannedComment } from '../plan';
import { blankFigures, DEBT_WORDS, type DebtKind, rateOf } from './debts';
import type { OwedRow, Progress } from './owed';

const AT_SCORE: ReadonlySet<DebtKind> = new Set(['score', 'mismatch']);

/** Where the first of a row's debts is paid. */
export function cellOf({ row, debts }: Pick<OwedRow, 'row' | 'debts'>): CellRef | null {
  const [first] = debts;
  if (first === 'head' || first === 'name') return row.label;
  if (first === 'money') return blankFigures(row)[0] ?? null;
  const score = row.stated?.at ?? null;
  const text = row.evidence?.at ?? null;
  if (first === 'rate') return rateOf(row)?.at ?? null;
  if (first === 'target' || first === 'actual') return row[first]?.at ?? null;
  return first === undefined || AT_SCORE.has(first) ? (score ?? text) : text;
}

/** 得分、未达标原因; a field of the head, and the reason of the form as a whole, is called what its row is. */
export function debtsInWords({ row, debts }: OwedRow): string {
  return debts
    .map((kind) => (kind === 'head' || (kind === 'reason' && row.kind === 'narrative') ? row.name : DEBT_WORDS[kind]))
    .join('、');
}

function promptFor(owed: OwedRow): string {
  const { row } = owed;
  const rule = row.score?.rule;
  const words = rule ? `\n规则：${rule.words}（${cut(rule.source, 60)}）` : '';
  return `【提示】填报：还欠${debtsInWords(owed)}${words}`;
}

/** A comment on each cell where something is owed: what, and the rule. In the order of the sheet. */
export function promptsFor({ groups }: Progress): readonly PlannedComment[] {
  return groups
    .flatMap(({ rows }) => rows)
    .flatMap((owed): PlannedComment[] => {
      const cell = cellOf(owed);
      return cell === null ? [] : [{ cell, severity: 'info', text: promptFor(owed) }];
    })
    .sort((a, b) => compareCells(a.cell, b.cell));
}
