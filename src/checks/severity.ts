import type { Severity } from './finding';

/** What officers read for a severity, everywhere: pane, comments, reports, manual. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' };

/** The loudest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Puts the louder first. */
export function byLoudness(one: { readonly severity: Severity }, other: { readonly severity: Severity }): number {
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
}
