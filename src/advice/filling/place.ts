import type { Decimal } from 'decimal.js';
import { isNoAnswer } from '../../form/evidence';
import { formatAddress } from '../../sheet/address';
import { cellAt, type CellRef, type SheetSnapshot } from '../../sheet/snapshot';
import { compact } from '../../sheet/text';
import type { Draft } from '../drafts';
import type { CellEdit, WritePlan } from '../plan';
import type { DebtKind } from './debts';
import type { FillRow } from './rows';

/** Excel takes no more characters in a cell. */
const LONGEST_TEXT = 32_767;

const REASON_LABELS = ['未达标原因', '偏差原因', '扣分原因', '未完成原因', '失分原因', '减分原因'];
const REASON = '未达标原因';
const IMPROVEMENT = '改进措施';
const OVER = '超额完成说明';

/** How the answers in one cell are told apart; `''` where the column asks for nothing else. */
export interface AnswerLabels {
  readonly reason: string;
  readonly improvement: string;
}

/** The labels that a row's column asks for, in its own words. */
export function labelsFor(
  { heading, demand, improvementCell, kind }: FillRow,
  debts: readonly DebtKind[],
): AnswerLabels {
  const improvement = improvementCell === null ? IMPROVEMENT : '';
  const plain = compact(heading);
  const alone = !plain.includes('依据') && !(demand.improvement && improvementCell === null);
  if (kind === 'narrative' || kind === 'budget') return { reason: '', improvement };
  if (!debts.includes('reason') && debts.includes('over')) return { reason: OVER, improvement };
  const own = REASON_LABELS.find((label) => plain.includes(label)) ?? REASON;
  return { reason: alone && demand.reason ? '' : own, improvement };
}

function labelled(label: string, answer: string): string {
  return label === '' ? answer : `${label}：${answer}`;
}

function asksFor(text: string, answer: string, standing: string | undefined): boolean {
  return answer !== '' && !(standing !== undefined && standing !== '' && text.includes(standing));
}

/**
 * A cell's text with a draft placed after what stands there. `standing` are earlier answers of ours which the draft
 * takes the place of, such as one whose blanks were filled by now; everything else stays as it is. Only a bare 无 or /
 * gives way, as an answer after it would contradict it.
 */
export function placeDraft(text: string, draft: Draft, labels: AnswerLabels, standing?: Draft): string {
  let before = isNoAnswer(text) ? '' : text.trimEnd();
  const answers: string[] = [];
  for (const part of ['reason', 'improvement'] as const) {
    const old = standing?.[part];
    if (asksFor(before, draft[part], old)) {
      // A first answer of an empty cell that is asked for nothing else needs no label; behind other text it does.
      const label = labels[part] === '' && part === 'reason' && before !== '' ? REASON : labels[part];
      answers.push(labelled(label, draft[part]));
    } else if (old !== undefined && old !== '' && draft[part] !== '') {
      const at = before.indexOf(old);
      before = before.slice(0, at) + draft[part] + before.slice(at + old.length);
    }
  }
  return [before, ...answers].filter((piece) => piece !== '').join('\n');
}

function edit(snapshot: SheetSnapshot, cell: CellRef, after: CellEdit['after']): CellEdit {
  return { cell, before: cellAt(snapshot, cell).value, after };
}

function plan(snapshot: SheetSnapshot, verb: string, edits: readonly CellEdit[]): WritePlan {
  const cells = edits.map(({ cell }) => formatAddress(cell)).join('、');
  return { sheet: snapshot.name, label: `${verb} ${cells}`, edits, comments: [] };
}

/** Enters a score; `null` where the row has no cell for one. */
export function scorePlan(snapshot: SheetSnapshot, row: FillRow, score: Decimal): WritePlan | null {
  if (row.stated === null) return null;
  return plan(snapshot, `填入得分 ${score.toString()}：`, [edit(snapshot, row.stated.cell, score.toNumber())]);
}

function textAt(snapshot: SheetSnapshot, cell: CellRef): string {
  const { value } = cellAt(snapshot, cell);
  return value === null ? '' : String(value);
}

/**
 * Writes a draft where its answers belong, after what stands there; see `placeDraft`. `null` where there is no such
 * cell, nothing would change or the text would be longer than a cell holds.
 */
export function draftPlan(
  snapshot: SheetSnapshot,
  row: FillRow,
  debts: readonly DebtKind[],
  draft: Draft,
  standing?: Draft,
): WritePlan | null {
  const { evidence, improvementCell } = row;
  if (evidence === null) return null;
  const labels = labelsFor(row, debts);
  const apart = improvementCell !== null;
  const here = apart ? { reason: draft.reason, improvement: '' } : draft;
  const texts: (readonly [CellRef, string])[] = [
    [evidence.cell, placeDraft(textAt(snapshot, evidence.cell), here, labels, standing)],
  ];
  if (apart && draft.improvement !== '') {
    const old = standing === undefined ? undefined : { reason: standing.improvement, improvement: '' };
    const only = { reason: draft.improvement, improvement: '' };
    const before = textAt(snapshot, improvementCell);
    const placed = placeDraft(isNoAnswer(before) ? '' : before, only, { reason: '', improvement: '' }, old);
    texts.push([improvementCell, placed]);
  }
  const changed = texts.filter(([cell, text]) => text !== textAt(snapshot, cell));
  if (changed.length === 0 || changed.some(([, text]) => text.length > LONGEST_TEXT)) return null;
  return plan(
    snapshot,
    '写入说明：',
    changed.map(([cell, text]) => edit(snapshot, cell, text)),
  );
}

/** Writes a sentence of figures as the basis of a score, after what stands there. */
export function basisPlan(snapshot: SheetSnapshot, row: FillRow, sentence: string): WritePlan | null {
  if (row.evidence === null) return null;
  const { cell } = row.evidence;
  const before = textAt(snapshot, cell);
  const answer = labelled(compact(row.heading).includes('依据') ? '评分依据' : '', sentence);
  const after = isNoAnswer(before) ? answer : `${before.trimEnd()}\n${answer}`;
  return after.length > LONGEST_TEXT ? null : plan(snapshot, '写入依据：', [edit(snapshot, cell, after)]);
}
