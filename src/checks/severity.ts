import { compareCells } from '../sheet/snapshot';
import type { Finding, Severity } from './finding';

/** What officers read for a severity, everywhere: pane, comments, reports, manual. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' };

/** The loudest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Puts the louder first. */
export function byLoudness(one: { readonly severity: Severity }, other: { readonly severity: Severity }): number {
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
}

/** Reading order of the sheet; at one cell the louder first. */
export const inOrder = (one: Finding, other: Finding): number =>
  compareCells(one.cell, other.cell) || byLoudness(one, other);
