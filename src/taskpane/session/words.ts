import { SEVERITIES, SEVERITY_WORDS } from '../../checks/severity';
import type { Severity } from '../../checks/finding';
import {
  type AnnotateOutcome,
  type ApplyOutcome,
  HostError,
  type RefusedComment,
  type RemovalOutcome,
} from '../../host/host';
import { formatAddress } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import type { FormView } from './state';

/** How many of some findings are of a severity. */
export function countOf(findings: FormView['open'], severity: Severity): number {
  return findings.filter(({ finding }) => finding.severity === severity).length;
}

/** How many findings of some forms are open. */
export function openIn(forms: readonly FormView[]): number {
  return forms.reduce((sum, { open }) => sum + open.length, 0);
}

/** What a screen reader says after a 核查. */
export function announcementOf(forms: readonly FormView[]): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: forms.reduce((sum, form) => sum + countOf(form.open, severity), 0),
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) {
    const asks = forms.some(({ review }) => review.form.questions.length > 0);
    return asks ? '还没有查完，请先选择列。' : '核查完成，没有发现问题。';
  }
  return `核查完成：${counts.map(({ severity, count }) => `${SEVERITY_WORDS[severity]} ${count} 项`).join('，')}。`;
}

/** `F10 等 3 格`: the first cell, and how many there are. */
export function cellsInWords(cells: readonly CellRef[]): string {
  const [first] = cells;
  if (first === undefined) return '';
  return cells.length === 1 ? formatAddress(first) : `${formatAddress(first)} 等 ${cells.length} 格`;
}

/** The same before a word that goes on: `F10 的`, `F10 等 3 格的`. */
function cellsBefore(cells: readonly CellRef[], words: string): string {
  return `${cellsInWords(cells)}${cells.length === 1 ? ' ' : ''}${words}`;
}

/** The sentence for the officer; what no host foresaw is named, so that it can be reported. */
export function sentenceOf(error: unknown): string {
  if (error instanceof HostError) return error.message;
  if (error instanceof Error && error.name === 'ChunkLoadError') {
    return '需要的脚本没有载入，可能是网络断开，或服务器上的文件刚刚更新；请稍后再试一次。';
  }
  const detail = error instanceof Error ? error.message : String(error);
  return `出现意外错误（${detail}）。请再试一次；仍不行时请关闭窗格后重新打开。`;
}

/** The same where a plain error is one of ours, whose message is a sentence. */
export function ownSentenceOf(error: unknown): string {
  return error instanceof Error && error.name === 'Error' ? error.message : sentenceOf(error);
}

/** `已写入 I42。`, and what was left alone. */
export function outcomeInWords(verb: '写入' | '撤回', { written, skipped }: ApplyOutcome): string {
  if (verb === '撤回' && written.length === 0) {
    const left = cellsBefore(skipped, '已不是写入时的内容');
    return `没有撤回：${left}（也可能插入、删去过行列）。改回原样后可以再撤回。`;
  }
  const cells = verb === '撤回' ? cellsBefore(written, '的改动') : cellsInWords(written);
  const done = written.length > 0 ? `已${verb} ${cells}。` : `没有${verb}任何单元格。`;
  return skipped.length === 0 ? done : `${done}${cellsBefore(skipped, '的内容已经变化，没有改动。')}`;
}

/** What became of sheets of ours that were taken away again. */
export function removalInWords({ removed, kept }: RemovalOutcome): string {
  const named = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、');
  const done = removed.length > 0 ? `已撤回，删去工作表${named(removed)}。` : '已撤回。';
  return kept.length === 0 ? done : `${done}${named(kept)}里有写入以后改过的内容，没有删去。`;
}

/** `已批注 12 格，删去过时的 1 格。`, and the cells that Excel refused. */
export function annotationsInWords({ added, updated, removed, refused = [] }: AnnotateOutcome): string {
  const changed = added + updated + removed;
  const parts = [
    ...(added > 0 ? [`批注 ${added} 格`] : []),
    ...(updated > 0 ? [`更新 ${updated} 格`] : []),
    ...(removed > 0 ? [`删去过时的 ${removed} 格`] : []),
  ];
  const done = changed > 0 ? `已${parts.join('，')}。` : '批注已是最新，没有改动。';
  return refused.length === 0 ? done : `${done}没有写入批注：${refusalsInWords(refused)}`;
}

/** Which cells took no comment, and why as far as Excel says. */
export function refusalsInWords(refused: readonly RefusedComment[]): string {
  const noted = refused.filter(({ why }) => why === 'note').map(({ cell }) => cell);
  const others = refused.filter(({ why }) => why === 'other');
  const codes = [...new Set(others.map(({ code }) => code))].join('、');
  const parts = [
    ...(noted.length > 0 ? [`${cellsInWords(noted)}多半已有旧式批注，只标了色`] : []),
    ...(others.length > 0
      ? [`${cellsInWords(others.map(({ cell }) => cell))} Excel 没有接受（${codes}），也没有标色，请稍后再试`]
      : []),
  ];
  return `${parts.join('；')}。`;
}
