import { Decimal } from 'decimal.js';
import type { Finding } from '../checks/finding';
import type { EvaluationForm } from '../form/model';
import { allGroups } from '../form/groups';
import { separatedLike } from '../sheet/format';
import { cellKey } from '../sheet/snapshot';

const PLAIN_FIGURE = /^(-?\d{1,20}(?:\.\d{1,20})?)(%?)$/;

/** The parts of a plain figure, whether its thousands are separated or not. */
function plain(text = ''): readonly (string | undefined)[] {
  return PLAIN_FIGURE.exec(text.replace(/,(?=\d{3})/g, '')) ?? [];
}

/** A difference between what a cell holds and what should stand there, in the cell's own unit. */
export interface CellDifference {
  /** What stands there minus what should. */
  readonly amount: Decimal;
  readonly percent: boolean;
  /** Its size, with as many decimals as the figures have: 0.30. */
  readonly text: string;
}

/** Whether it follows from the sheet what should stand there; else what it is held against may be what is wrong. */
export function isSettled({ severity, fix }: Pick<Finding, 'severity' | 'fix'>): boolean {
  return severity === 'error' || (severity === 'warning' && fix !== undefined);
}

/** What should stand in the cell, where that follows from the sheet; `''` elsewhere. */
export const settledValue = (finding: Finding): string =>
  isSettled(finding) ? (finding.expected ?? finding.fix?.after.toString() ?? '') : '';

/** How far what stands in the cell is from what should; `null` where one of the two is no plain figure or they agree. */
export function differenceOf({ expected, found }: Pick<Finding, 'expected' | 'found'>): CellDifference | null {
  const [, should, percent] = plain(expected);
  const [, is, percentToo] = plain(found);
  if (should === undefined || is === undefined || percent !== percentToo) return null;
  const amount = new Decimal(is).minus(should);
  const decimals = Math.max(...[should, is].map((figure) => figure.split('.')[1]?.length ?? 0));
  const text = separatedLike(amount.abs().toFixed(decimals), `${expected ?? ''} ${found ?? ''}`);
  return amount.isZero() ? null : { amount, percent: percent === '%', text };
}

/** Gives the points that a finding of this form is about: a score, a weight or a total that is off; `null` for others. */
export function stakesOf(form: EvaluationForm): (finding: Finding) => Decimal | null {
  const rows = [...form.indicators, ...allGroups(form.groups), form.budget?.scored ?? null, form.total];
  const figures = rows.flatMap((row) => (row === null ? [] : [row.weight, row.stated]));
  const cells = new Set(figures.flatMap((figure) => (figure === null ? [] : [cellKey(figure.at)])));
  return (finding) => (cells.has(cellKey(finding.cell)) ? (differenceOf(finding)?.amount.abs() ?? null) : null);
}
