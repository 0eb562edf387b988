import { scoreEntry } from '../../form/shares';
import type { Decimal } from 'decimal.js';
import { blanksIn } from '../../form/blanks';
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

/** The labels that a row's column asks for, in its own words. */
function labelsFor({ heading, demand, improvementCell, kind }: FillRow, debts: readonly DebtKind[]) {
  const improvement = improvementCell === null ? IMPROVEMENT : '';
  const plain = compact(heading);
  const alone = !plain.includes('依据') && !(demand.improvement && improvementCell === null);
  if (kind === 'narrative' || kind === 'budget') return { reason: '', improvement };
  if (!debts.includes('reason') && debts.includes('over')) return { reason: OVER, improvement };
  const own = REASON_LABELS.find((label) => plain.includes(label)) ?? REASON;
  return { reason: alone && demand.reason ? '' : own, improvement };
}

function labelled(label: string, answer: string): string {
  return label === '' || answer === '' ? answer : `${label}：${answer}`;
}

/**
 * A cell's text with a draft placed after what stands there. Only a bare 无 or / gives way, as an answer after it would
 * contradict it.
 */
export function placeDraft(text: string, draft: Draft, labels: Draft): string {
  // A first answer of an empty cell that is asked for nothing else needs no label; behind other text it does.
  const reason = labels.reason === '' && !isNoAnswer(text) ? REASON : labels.reason;
  return behind(text, [labelled(reason, draft.reason), labelled(labels.improvement, draft.improvement)]);
}

/** A cell's text with answers behind it, each in a line. */
const behind = (text: string, answers: readonly string[]): string =>
  [isNoAnswer(text) ? '' : text.trimEnd(), ...answers].filter((piece) => piece !== '').join('\n');

function edit(snapshot: SheetSnapshot, cell: CellRef, after: CellEdit['after']): CellEdit {
  return { cell, before: cellAt(snapshot, cell).value, after };
}

/** The row's name must still stand where it stood: rows that somebody moved are not written into. */
function plan(snapshot: SheetSnapshot, row: FillRow, verb: string, edits: readonly CellEdit[]): WritePlan {
  const cells = edits.map(({ cell }) => formatAddress(cell)).join('、');
  const guards = row.label === null ? [] : [{ cell: row.label, value: cellAt(snapshot, row.label).value }];
  return { sheet: snapshot.name, label: `${verb}${cells}`, edits, guards };
}

/** Enters a score; `null` where the row has no cell for one. */
export function scorePlan(snapshot: SheetSnapshot, row: FillRow, score: Decimal): WritePlan | null {
  const after = row.stated === null ? null : scoreEntry(row.stated, score);
  if (row.stated === null || after === null) return null;
  return plan(snapshot, row, `填入得分 ${score.toString()}：`, [edit(snapshot, row.stated.at, after)]);
}

function textAt(snapshot: SheetSnapshot, cell: CellRef): string {
  const { value } = cellAt(snapshot, cell);
  return value === null ? '' : String(value);
}

function textPlan(
  snapshot: SheetSnapshot,
  row: FillRow,
  verb: string,
  texts: readonly (readonly [CellRef, string])[],
): WritePlan | null {
  const changed = texts.filter(([cell, text]) => text !== textAt(snapshot, cell));
  if (changed.length === 0 || changed.some(([, text]) => text.length > LONGEST_TEXT)) return null;
  return plan(
    snapshot,
    row,
    verb,
    changed.map(([cell, text]) => edit(snapshot, cell, text)),
  );
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
): WritePlan | null {
  const { evidence, improvementCell } = row;
  if (evidence === null) return null;
  const labels = labelsFor(row, debts);
  const here = improvementCell === null ? draft : { ...draft, improvement: '' };
  const texts: [CellRef, string][] = [];
  if (here.reason !== '' || here.improvement !== '') {
    texts.push([evidence.at, placeDraft(textAt(snapshot, evidence.at), here, labels)]);
  }
  if (improvementCell !== null && draft.improvement !== '') {
    texts.push([improvementCell, behind(textAt(snapshot, improvementCell), [draft.improvement])]);
  }
  return textPlan(snapshot, row, '写入说明：', texts);
}

/** A line of a row's text that still holds blanks. */
export interface OpenLine {
  readonly cell: CellRef;
  readonly index: number;
  readonly text: string;
}

/** The lines of a row's answers in which a draft left blanks. */
export function openLines(snapshot: SheetSnapshot, { evidence, improvementCell }: FillRow): readonly OpenLine[] {
  const cells = [evidence?.at ?? null, improvementCell].filter((cell) => cell !== null);
  return cells.flatMap((cell) =>
    textAt(snapshot, cell)
      .split('\n')
      .flatMap((text, index) => (blanksIn(text).length > 0 ? [{ cell, index, text }] : [])),
  );
}

/** Puts completed lines in the place of those with blanks; `null` where nothing would change. */
export function completionPlan(
  snapshot: SheetSnapshot,
  row: FillRow,
  completed: readonly (readonly [line: OpenLine, text: string])[],
): WritePlan | null {
  const texts = new Map<string, [CellRef, string[]]>();
  for (const [{ cell, index }, text] of completed) {
    const key = formatAddress(cell);
    const [, lines] = texts.get(key) ?? [cell, textAt(snapshot, cell).split('\n')];
    lines[index] = text;
    texts.set(key, [cell, lines]);
  }
  return textPlan(
    snapshot,
    row,
    '补全说明：',
    [...texts.values()].map(([cell, lines]) => [cell, lines.join('\n')]),
  );
}

/** Writes a sentence of figures as the basis of a score, after what stands there. */
export function basisPlan(snapshot: SheetSnapshot, row: FillRow, sentence: string): WritePlan | null {
  if (row.evidence === null) return null;
  const { at: cell } = row.evidence;
  const answer = labelled(compact(row.heading).includes('依据') ? '评分依据' : '', sentence);
  const after = behind(textAt(snapshot, cell), [answer]);
  return after.length > LONGEST_TEXT ? null : plan(snapshot, row, '写入依据：', [edit(snapshot, cell, after)]);
}
