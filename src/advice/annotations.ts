import { SEVERITY_WORDS, byLoudness } from '../checks/severity';
import type { Finding, Fix, Severity } from '../checks/finding';
import { formatAddress } from '../sheet/address';
import { cellAt, cellKey, compareCells, type SheetSnapshot } from '../sheet/snapshot';
import { withoutItem } from './places';
import type { PlannedComment, WritePlan } from './plan';
import { groupBy } from '../sheet/lists';
import { cut } from '../sheet/text';

// Excel takes 32,767 characters in a cell and no more in a comment; nobody reads a tenth of that in a box.
const LONGEST = 3_000;

/** What a finding says, its item named once: its title, its sentence, and its arithmetic where the sentence has none. */
export function findingWords({ title, message, arithmetic }: Finding): string {
  const [, named = ''] = /^“([^“”]+)”/.exec(title) ?? [];
  const lines = [title, withoutItem(message, named)];
  if (arithmetic !== undefined && !message.includes(arithmetic)) lines.push(`算式：${arithmetic}`);
  return lines.join('\n');
}

/** One finding as a text, its loudness first. */
export const findingText = (finding: Finding): string =>
  `【${SEVERITY_WORDS[finding.severity]}】${findingWords(finding)}`;

const LONGEST_FOUND = 60;

/** What stands in the cell, as far as a list has room for it. */
export const foundText = ({ found = '' }: Finding): string => cut(found, LONGEST_FOUND);

/** The arithmetic of a finding without what stands in the sheet, `''` for none. */
export function reckoning({ arithmetic = '' }: Finding): string {
  return arithmetic.replace(/，(?:表内|文中).*$/, '');
}

/** One comment for each cell: what several say of it joined, each text once, as loud as the loudest of them. */
export function oneForEachCell(comments: readonly PlannedComment[]): PlannedComment[] {
  return [...groupBy(comments, ({ cell }) => cellKey(cell)).values()].map((all) => {
    const [{ cell, severity } = all[0]] = [...all].sort(byLoudness);
    return { cell, severity, text: [...new Set(all.map(({ text }) => text))].join('\n\n') };
  });
}

/**
 * The comments that say what was found: one for each cell, which joins all findings there, the loudest first; in the
 * order of the sheet.
 */
export function commentsFor(findings: readonly Finding[]): PlannedComment[] {
  const each = findings.map((finding) => ({ ...finding, text: findingText(finding) })).sort(byLoudness);
  return oneForEachCell(each)
    .map((comment) => ({ ...comment, text: cut(comment.text, LONGEST - 1) }))
    .sort((a, b) => compareCells(a.cell, b.cell));
}

/** How loud a comment of ours is, by its first word. */
export function severityIn(text: string): Severity {
  if (text.startsWith(`【${SEVERITY_WORDS.error}】`)) return 'error';
  return text.startsWith(`【${SEVERITY_WORDS.warning}】`) ? 'warning' : 'info';
}

/** The plan that enters a fix; it edits nothing where the cell no longer shows what the fix was made from. */
export function fixPlan(snapshot: SheetSnapshot, { cell, before, after, label }: Fix): WritePlan {
  const { value, text } = cellAt(snapshot, cell);
  const edits = text === before ? [{ cell, before: value, after }] : [];
  return { sheet: snapshot.name, label: `${label}（${formatAddress(cell)}）`, edits };
}
