import type { PlannedComment } from '../../advice/plan';

type Severity = PlannedComment['severity'];

/** How each severity is named in a comment, and the fill of its cell: light, so that black text stays readable. */
const SEVERITIES: Readonly<Record<Severity, { readonly word: string; readonly fill: string }>> = {
  error: { word: '错误', fill: '#FFC7CE' },
  warning: { word: '警告', fill: '#FFEB9C' },
  info: { word: '提示', fill: '#DDEBF7' },
};

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];
const SIGNATURE = '【自评表助手';

/** What is left of a comment of ours that is cleared while people have replied to it. */
export const CLEARED = `${SIGNATURE}】这里的提示已清除，下面的回复予以保留。`;

/** Whether a comment or reply is one of ours. */
export function isOurs(content: string): boolean {
  return content.startsWith(SIGNATURE);
}

/** A comment as it is written: our mark in the first line, then the text. */
export function markedText({ severity, text }: Pick<PlannedComment, 'severity' | 'text'>): string {
  return `${SIGNATURE}·${SEVERITIES[severity].word}】\n${text}`;
}

/** The louder of two severities. */
export function louder(a: Severity, b: Severity): Severity {
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}

/** The formula of our highlights: always true, it names its owner and the severity and reads no cell. */
export function highlightFormula(severity: Severity): string {
  return `=N("zipingbiao-${severity}")=0`;
}

/** The severity of a highlight of ours; `null` for anybody else's conditional format. */
export function highlightSeverity(formula: string): Severity | null {
  return ORDER.find((severity) => formula.includes(`"zipingbiao-${severity}"`)) ?? null;
}

export function highlightFill(severity: Severity): string {
  return SEVERITIES[severity].fill;
}
