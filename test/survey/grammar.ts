import type { SheetSnapshot } from '../../src/sheet/snapshot';
import type { Oddity } from './draw';
import { FAULTS, withFault } from './faults';
import { drawForm } from './form';

/** A form that was drawn, as far as it is held against what is read of it. */
export interface SurveyForm {
  readonly sheet: SheetSnapshot;
  /** Where something that has a name was printed. */
  readonly at: (tag: string) => string | null;
  readonly facts: {
    readonly items: { readonly length: number };
    readonly money: { readonly lines: readonly unknown[] } | null;
  };
  readonly layout: { readonly weightsAt: string };
  readonly draw: { readonly choices: ReadonlyMap<string, string>; readonly odd: ReadonlyMap<string, string> };
  /** Another form on the same sheet. */
  readonly other: SurveyForm | null;
}

/** A kind of error; `loud` where a reviewer would call it one, not only ask about it. */
export interface Kind {
  readonly id: string;
  readonly loud: boolean;
}

/** A form with one error, and where a finding must stand. */
export interface FaultyDraft {
  readonly kind: Kind;
  readonly form: SurveyForm;
  readonly cells: readonly string[];
}

/** A form in order, and what makes the same with one of some kinds of errors. */
export interface Draft {
  readonly form: SurveyForm;
  readonly faulty: (kinds: readonly string[]) => FaultyDraft | null;
}

/** A way to draw forms. Each was written without a look at the others, so that they differ where their authors do. */
export interface Grammar {
  readonly kinds: readonly Kind[];
  readonly draft: (seed: number, alone: readonly Oddity[] | null) => Draft;
}

export const FIRST: Grammar = {
  kinds: FAULTS,
  draft: (seed, alone) => {
    const form = drawForm(seed, alone);
    const of = (ids: readonly string[]) => FAULTS.filter(({ id }) => ids.includes(id));
    return { form, faulty: (ids) => withFault(form, of(ids)) };
  },
};
