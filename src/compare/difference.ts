import type { Severity } from '../checks/finding';
import type { CellRef } from '../sheet/snapshot';
import type { Certainty } from './match';

/** What is different between two forms. */
export type DifferenceKind =
  | 'missing'
  | 'added'
  | 'renamed'
  | 'lowered'
  | 'raised'
  | 'target'
  | 'unit'
  | 'weight'
  | 'money'
  | 'goal'
  | 'year'
  | 'copied'
  | 'below-last-year'
  | 'same-shortfall'
  | 'actual'
  | 'score'
  | 'total'
  | 'spent'
  | 'completion'
  | 'projects-budget'
  | 'projects-spent'
  | 'figures'
  | 'no-form'
  | 'not-listed';

/** A cell of one side and what stands in it. */
export interface Place {
  /** Where it is not the one file that is held against. */
  readonly file?: string;
  readonly sheet: string;
  readonly cell: CellRef;
  readonly text: string;
}

/** One thing in which two forms differ. `before` is the form that was held against, `after` the one under review. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** `warning` where the form under review holds less than what was approved or says what can't be; else a question. */
  readonly severity: Exclude<Severity, 'error'>;
  readonly certainty: Certainty;
  /** One sentence for the officer. */
  readonly message: string;
  readonly before: Place | null;
  readonly after: Place | null;
}

/** One look: cells of both sides that were held against each other. */
export interface Held {
  readonly what: 'name' | 'target' | 'actual' | 'weight' | 'score' | 'total' | 'money' | 'text' | 'year' | 'reason';
  readonly verdict: 'agrees' | 'differs' | 'asks';
  /** `null` where it is a sum of several files. */
  readonly before: CellRef | null;
  readonly after: CellRef;
}

/** Two forms held against each other: all that was compared, and of it what differs. */
export interface Contrast {
  readonly held: readonly Held[];
  readonly differences: readonly Difference[];
}

/** Collects what was compared. */
export class Contrasted implements Contrast {
  readonly held: Held[] = [];
  readonly differences: Difference[] = [];

  agree(what: Held['what'], before: CellRef | null, after: CellRef): void {
    this.held.push({ what, verdict: 'agrees', before, after });
  }

  /** Two cells that do not agree. */
  differ(what: Held['what'], difference: Difference & { readonly after: Place }): void {
    const verdict = difference.severity === 'info' ? 'asks' : 'differs';
    this.held.push({ what, verdict, before: difference.before?.cell ?? null, after: difference.after.cell });
    this.differences.push(difference);
  }

  /** What stands on one side only. */
  alone(difference: Difference): void {
    this.differences.push(difference);
  }
}
