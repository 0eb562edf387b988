import type { Severity } from '../checks/finding';
import type { CellRef } from '../sheet/snapshot';
import type { Certainty } from './match';
import type { Side } from './side';

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

/** A cell with what it holds; without a sheet of its own it stands in that of its side. */
type Spot = Pick<Place, 'cell' | 'text'> & Partial<Place>;

/** What is said of a difference: a question, and sure, unless it says otherwise. */
type Said = Pick<Difference, 'kind' | 'message'> & Partial<Pick<Difference, 'severity' | 'certainty'>>;

function placeOf(side: { readonly sheet: string }, { file, sheet = side.sheet, cell, text }: Spot): Place {
  return { ...(file === undefined ? {} : { file }), sheet, cell, text: text.trim() };
}

/** Collects what was compared of two sides: `old`, which `now` is held against. */
export class Contrasted<S extends { readonly sheet: string } = Side> implements Contrast {
  readonly held: Held[] = [];
  readonly differences: Difference[] = [];

  constructor(
    readonly old: S,
    readonly now: S,
  ) {}

  /** Two cells, whether they agree, and what is said where they do not; without `was` it is held against a sum of files. */
  hold(what: Held['what'], was: Spot | null, is: Spot, same: boolean, said: Said): void {
    const { severity = 'info', certainty = 'sure' } = said;
    const verdict = same ? 'agrees' : severity === 'info' ? 'asks' : 'differs';
    this.held.push({ what, verdict, before: was?.cell ?? null, after: is.cell });
    if (!same) this.differences.push({ ...said, severity, certainty, ...this.places(was, is) });
  }

  /** What stands on one side only. */
  alone(was: Spot | null, is: Spot | null, said: Said): void {
    this.differences.push({ severity: 'info', certainty: 'likely', ...said, ...this.places(was, is) });
  }

  private places(was: Spot | null, is: Spot | null): Pick<Difference, 'before' | 'after'> {
    return { before: was && placeOf(this.old, was), after: is && placeOf(this.now, is) };
  }
}
