import type { PlannedComment } from '../../advice/plan';
import type { MappedFigure } from '../../checks/coverage';
import { SIGNATURE } from '../host';

type Severity = PlannedComment['severity'];

/** The fill of a cell by severity: light, so that black text stays readable. */
export const FILLS: Readonly<Record<Severity, string>> = {
  error: '#FFC7CE',
  warning: '#FCE4D6',
  info: '#EDEDED',
};

/** What is left of a comment of ours that is cleared while people have replied to it. */
export const CLEARED = `${SIGNATURE}】这里的提示已清除，下面的回复予以保留。`;

/** The formula of our highlights: always true, it names its owner and the severity and reads no cell. */
export function highlightFormula(severity: Severity): string {
  return `=N("zipingbiao-${severity}")=0`;
}

/** The severity of a highlight of ours; `null` for anybody else's conditional format. */
export function highlightSeverity(formula: string): Severity | null {
  return (
    (['error', 'warning', 'info'] as const).find((severity) => formula.includes(`"zipingbiao-${severity}"`)) ?? null
  );
}

type Verdict = MappedFigure['verdict'];

/** The fill of a mapped figure by how it stands: light, so that black text stays readable. */
export const MAP_FILLS: Readonly<Record<Verdict, string>> = {
  agrees: '#E2F0D9',
  differs: '#FFC7CE',
  asks: '#FCE4D6',
  unheld: '#EDEDED',
};

/** The formula of a colour of our map, by which it is known as ours. */
export function mapFormula(verdict: Verdict): string {
  return `=N("zipingbiao-map-${verdict}")=0`;
}

export function isMapFormula(formula: string): boolean {
  return formula.includes('"zipingbiao-map-');
}
