import type { Decimal } from 'decimal.js';
import { deniesShortfall, explainsExcess, missingIn } from '../../checks/common/shortfall';
import type { Finding } from '../../checks/finding';
import { blanksIn } from '../../form/blanks';
import type { EvidenceCell } from '../../form/model';
import { words } from '../../sheet/lists';
import { sameCell, type CellRef } from '../../sheet/snapshot';
import type { FillRow, FilledForm } from './rows';

/**
 * Something that a row still owes: the name of the `project`; a `target` or an `actual` value; a `score`, or another one
 * in place of a wrong one (`mismatch`); the `reason` and the `improvement` below full marks; why far more was reached than
 * planned (`over`) or why little was spent (`execution`); what a draft left `blank`.
 */
export type DebtKind =
  'project' | 'target' | 'actual' | 'score' | 'mismatch' | 'reason' | 'improvement' | 'over' | 'execution' | 'blank';

export const DEBT_WORDS: Readonly<Record<DebtKind, string>> = {
  project: '项目名称',
  target: '指标值',
  actual: '完成值',
  score: '得分',
  mismatch: '得分不符',
  reason: '未达标原因',
  improvement: '改进措施',
  over: '超额说明',
  execution: '执行率偏低原因',
  blank: '草稿空白',
};

const SCORE_CHECKS: ReadonlySet<string> = new Set(
  words('score-by-rule execution-score score-range qualitative-band total-sum'),
);

function loudAt(findings: readonly Finding[], cell: CellRef | undefined, checks: (id: string) => boolean): boolean {
  return (
    cell !== undefined &&
    findings.some((finding) => finding.severity !== 'info' && checks(finding.check) && sameCell(finding.cell, cell))
  );
}

/** The score as it stands, else as it would be: what decides whether a reason is owed. */
export function pointsOf({ stated, score }: FillRow): Decimal | null {
  if (stated?.state === 'figure') return stated.value;
  return score === null || score.origin === 'judged' || score.origin === 'missing' ? null : score.value;
}

function owesScore(row: FillRow): boolean {
  if (row.stated?.state !== 'blank') return false;
  if (row.kind !== 'bonus') return row.weight === null || row.weight.gt(0);
  // A bonus that nobody earned may stay blank.
  return (row.score?.origin === 'claimed' || row.score?.origin === 'computed') && row.score.value?.isZero() === false;
}

function explanations(row: FillRow, mismatch: boolean): DebtKind[] {
  const { evidence, demand, weight } = row;
  const points = pointsOf(row);
  const below = row.kind === 'item' && weight !== null && points !== null && points.gte(0) && points.lt(weight);
  if (evidence === null || !below || mismatch) return [];
  const missing = missingIn(evidence, demand);
  const owed = missing?.severity === 'warning' ? missing.message : null;
  const denied = deniesShortfall(evidence);
  const kinds: DebtKind[] = [];
  if (demand.reason && (denied || owed === 'both' || owed === 'reason' || owed === 'unlabelled')) kinds.push('reason');
  if (owed === 'both' || owed === 'improvement' || owed === 'unlabelled') kinds.push('improvement');
  return kinds;
}

/** An improvement may stand in a column of its own. */
function hasBlanks(evidence: EvidenceCell | null): boolean {
  return evidence !== null && [evidence.text, evidence.improvement].some((text) => blanksIn(text).length > 0);
}

function owesOver({ score, evidence, target }: FillRow, { scores }: FilledForm): boolean {
  const attainment = score?.origin === 'computed' ? score.attainment : null;
  if (attainment === null || evidence === null || target === null) return false;
  return attainment.gte(scores.rulebook.explain.over) && !explainsExcess(evidence);
}

/** Whether a cell that the row has is empty; an item's target and actual come before its score. */
function isBlankCell<T extends { readonly text: string }>(cell: T | null): cell is T {
  return cell !== null && cell.text.trim() === '';
}

/** The cells of target and actual value, or of the money, that are to be filled before a rule can say anything. */
export function blankFigures({ target, actual, score }: FillRow): readonly CellRef[] {
  const money = score !== null && 'line' in score ? [score.line.budget, score.line.spent] : [];
  return [...money, target, actual].filter(isBlankCell).map(({ at }) => at);
}

/** What a row still owes, in the order in which it is paid. Of a draft with blanks only the blanks are owed. */
export function debtsOf(row: FillRow, filled: FilledForm): readonly DebtKind[] {
  const { findings } = filled;
  if (row.kind === 'project') return ['project'];
  const mismatch = loudAt(findings, row.stated?.at, (id) => SCORE_CHECKS.has(id));
  const scores: DebtKind[] = [
    ...(isBlankCell(row.target) ? ['target' as const] : []),
    ...(isBlankCell(row.actual) ? ['actual' as const] : []),
    ...(owesScore(row) ? ['score' as const] : []),
    ...(mismatch ? ['mismatch' as const] : []),
  ];
  if (hasBlanks(row.evidence)) return [...scores, 'blank'];
  const at = row.evidence?.at;
  const texts: DebtKind[] = [
    ...explanations(row, mismatch),
    ...(row.kind === 'narrative' && loudAt(findings, at, (id) => id === 'reason-contradiction')
      ? ['reason' as const]
      : []),
    ...(row.kind === 'budget' && loudAt(findings, at, (id) => id === 'low-execution') ? ['execution' as const] : []),
    ...(owesOver(row, filled) ? ['over' as const] : []),
  ];
  return [...scores, ...texts];
}
