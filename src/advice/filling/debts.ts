import { figureOf } from '../../form/cells';
import type { Decimal } from 'decimal.js';
import { deniesShortfall, explainsExcess, type Missing, missingIn } from '../../checks/common/shortfall';
import type { Finding } from '../../checks/finding';
import { blanksIn } from '../../form/blanks';
import type { FigureCell } from '../../form/model';
import { words } from '../../sheet/lists';
import { sameCell, type CellRef } from '../../sheet/snapshot';
import type { FillRow, FilledForm } from './rows';

/**
 * Something that a row still owes: what is asked for in a field of the `head`; the `name` of the item, where the
 * template's stands there still; the year's `money`; a `target` or an `actual` value; the execution `rate` of the money; a `score`, or another one in place
 * of a wrong one (`mismatch`); the `reason` and the `improvement` below full marks; why far more was reached than planned
 * (`over`) or why little was spent (`execution`); what a draft left `blank`.
 */
export const DEBT_WORDS = {
  head: '基本情况',
  name: '指标名称',
  money: '预算数、执行数',
  target: '指标值',
  actual: '完成值',
  rate: '执行率',
  score: '得分',
  mismatch: '正确的得分',
  reason: '未达标原因',
  improvement: '改进措施',
  over: '超额说明',
  execution: '执行率偏低原因',
  blank: '草稿里的空白',
} as const;

export type DebtKind = keyof typeof DEBT_WORDS;

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

/** What each message of a missing explanation asks for. */
const LACKED: Readonly<Record<Missing['message'], readonly DebtKind[]>> = {
  both: ['reason', 'improvement'],
  unlabelled: ['reason', 'improvement'],
  reason: ['reason'],
  improvement: ['improvement'],
  unasked: ['reason'],
};

/** What is lacking below full marks; whether a person is only asked about it. */
function explanations(row: FillRow): { readonly kinds: readonly DebtKind[]; readonly asked: boolean } {
  const { evidence, demand, weight } = row;
  const points = pointsOf(row);
  const below = row.kind === 'item' && weight !== null && points !== null && points.gte(0) && points.lt(weight);
  if (evidence === null || !below) return { kinds: [], asked: false };
  const missing = missingIn(evidence, demand);
  const kinds = missing === null ? [] : LACKED[missing.message];
  const denied = demand.reason && !kinds.includes('reason') && deniesShortfall(evidence);
  return { kinds: denied ? ['reason', ...kinds] : kinds, asked: !denied && missing?.severity === 'info' };
}

/** How many blanks a draft left; an improvement may stand in a column of its own. */
export function blanksLeft({ evidence, improvementCell }: FillRow): number {
  if (evidence === null) return 0;
  const texts = improvementCell === null ? [evidence.text] : [evidence.text, evidence.improvement];
  return texts.flatMap(blanksIn).length;
}

function owesOver({ score, weight, stated, evidence, target }: FillRow, { scores }: FilledForm): boolean {
  const unweighed = score !== null && weight === null && 'againstTarget' in score;
  const attainment = unweighed
    ? (score.attainment ?? score.againstTarget.attainment)
    : score?.origin === 'computed'
      ? score.attainment
      : null;
  if (attainment === null || evidence === null || target === null) return false;
  return (
    attainment.gte(scores.rulebook.explain.over) &&
    !explainsExcess(evidence, figureOf(stated)?.lt(weight ?? 0) === true)
  );
}

/** Whether a cell that the row has is empty; an item's target and actual come before its score. */
function isBlankCell<T extends { readonly text: string }>(cell: T | null): cell is T {
  return cell !== null && cell.text.trim() === '';
}

/** The rate of the line of money that is scored; `null` where there is none, and in forms without such a column. */
export function rateOf({ score }: FillRow): FigureCell | null {
  return score !== null && 'line' in score ? score.line.rate : null;
}

/** The cells of target and actual value, or of the money, that are to be filled before a rule can say anything. */
export function blankFigures({ target, actual, score }: FillRow): readonly CellRef[] {
  const money = score !== null && 'line' in score ? [score.line.budget, score.line.spent] : [];
  return [...money, target, actual].filter(isBlankCell).map(({ at }) => at);
}

/** Where a check asks for words that no score of the row tells of. */
const ASKED_BY: Readonly<Partial<Record<FillRow['kind'], readonly [check: string, debt: DebtKind]>>> = {
  item: ['missing-reason', 'reason'],
  narrative: ['reason-contradiction', 'reason'],
  budget: ['low-execution', 'execution'],
};

/** What a row owes, and what it is only asked about: for that there is a draft, and without it nothing is unfinished. */
export interface Owing {
  /** In the order in which they are paid. */
  readonly debts: readonly DebtKind[];
  readonly offers: readonly DebtKind[];
}

/** All that a row has a draft of. */
export function draftedOf({ debts, offers }: Owing): readonly DebtKind[] {
  return [...debts, ...offers];
}

function textsOf(row: FillRow, filled: FilledForm): Owing {
  const { kinds, asked } = explanations(row);
  const [check, debt] = ASKED_BY[row.kind] ?? [];
  const found = loudAt(filled.findings, row.evidence?.at, (id) => id === check);
  const owed = asked ? [] : kinds.length === 0 && found && debt !== undefined ? [debt] : kinds;
  return { debts: owed, offers: asked ? kinds : [] };
}

/** What a row still owes. Of a draft with blanks only the blanks are owed, of a wrong score no reason. */
export function owingOf(row: FillRow, filled: FilledForm): Owing {
  if (row.kind === 'head') return { debts: ['head'], offers: [] };
  const mismatch = loudAt(filled.findings, row.stated?.at, (id) => SCORE_CHECKS.has(id));
  const money = blankFigures({ ...row, target: null, actual: null }).length > 0;
  const scores: DebtKind[] = [
    ...(loudAt(filled.findings, row.label ?? undefined, (id) => id === 'template-left') ? ['name' as const] : []),
    ...(money ? ['money' as const] : []),
    ...(isBlankCell(row.target) ? ['target' as const] : []),
    ...(isBlankCell(row.actual) ? ['actual' as const] : []),
    ...(!money && isBlankCell(rateOf(row)) ? ['rate' as const] : []),
    ...(owesScore(row) ? ['score' as const] : []),
    ...(mismatch ? ['mismatch' as const] : []),
  ];
  if (blanksLeft(row) > 0) return { debts: [...scores, 'blank'], offers: [] };
  const texts = textsOf(row, filled);
  // Whether the right score needs one is seen when it stands there; where it is below full marks, too, a draft is at hand.
  const stillBelow = row.weight !== null && row.score?.value?.lt(row.weight) === true;
  const { debts, offers } =
    !mismatch || row.kind !== 'item' ? texts : { debts: [], offers: stillBelow ? draftedOf(texts) : [] };
  if (!owesOver(row, filled)) return { debts: [...scores, ...debts], offers };
  return filled.scores.rulebook.explain.required === true
    ? { debts: [...scores, ...debts, 'over'], offers }
    : { debts: [...scores, ...debts], offers: [...offers, 'over'] };
}
