import type { Decimal } from 'decimal.js';
import type { EvaluationForm } from '../form/model';
import type { Scores } from '../scoring/scores';
import type { CellRef, SheetSnapshot } from '../sheet/snapshot';

/**
 * `error`: arithmetic or the form's own rule is broken. `warning`: something required is missing, or text and figures
 * contradict each other. `info`: a question for a person, or a note.
 */
export type Severity = 'error' | 'warning' | 'info';

/** A figure or a text as data: figures as decimal strings in the cell's own unit, so that nothing is rounded. */
export type FindingValue = string;

/** A change that follows from the sheet itself; applied only at the officer's click, after a preview. */
export interface Fix {
  readonly cell: CellRef;
  /** What stood there when the sheet was read, as displayed; the fix is void when it changed. */
  readonly before: string;
  /** What is to stand there: a number for a figure, text otherwise. */
  readonly after: number | string;
  /** The figure that the cell then states, where `after` is a text around it: 60 of 培训人次（60分）. */
  readonly figure?: FindingValue;
  /** 改为 2.93 */
  readonly label: string;
}

/** What a person can follow and mend a finding by. */
interface Grounds {
  /** `94.07 ÷ 95 × 2.96 = 2.93` */
  readonly arithmetic?: string;
  readonly expected?: FindingValue;
  readonly found?: FindingValue;
  /** The rule in words and where it comes from. */
  readonly rule?: string;
  readonly fix?: Fix;
}

/** What a check says of one place in the form. */
export interface Finding extends Grounds {
  readonly check: string;
  /** Never quieter than what follows from it. */
  readonly severity: Severity;
  /** The cell where it is to be mended. */
  readonly cell: CellRef;
  readonly related: readonly CellRef[];
  /** Key of the check's `messages`: what is said, whatever words a release says it in. */
  readonly messageId: string;
  /** What fills the placeholders of title and message. */
  readonly data: Readonly<Record<string, string>>;
  /** A few words that name it: 热线接通率得分与完成值不符. */
  readonly title: string;
  /** One sentence. */
  readonly message: string;
  /** Why nobody sees its cell; the message says so too. */
  readonly hidden?: '隐藏行' | '隐藏列';
  /** What the total is once this and every other score that can be mended is; points. */
  readonly becomes?: FindingValue;
  /** What is only wrong because this is, and disappears when this is mended; shown with this, never beside it. */
  readonly follows?: readonly Finding[];
}

/**
 * What some cells would hold: figures, amounts, actual values and points in the unit of their cell and rates as fractions;
 * or the text of an evidence cell.
 */
export type Way = readonly (readonly [cell: CellRef, value: Decimal | string])[];

/** What a check yields: the finding without the parts that its metadata gives. */
export interface Report extends Grounds {
  readonly cell: CellRef;
  /** Key of the check's `messages`. */
  readonly message: string;
  /** Fills the `{placeholders}` of title and message. */
  readonly data?: Readonly<Record<string, string>>;
  readonly related?: readonly CellRef[];
  /** Lowers or raises the check's own severity for this report. */
  readonly severity?: Severity;
  /** The figures in sentences that took part in the comparison. */
  readonly stated?: readonly StatedRef[];
  /** Ways in which it may be mended besides its fix, the likeliest first; what is gone then follows from it. */
  readonly ways?: readonly Way[];
}

/** A figure that a sentence states: the cell of the sentence and the place in its text where the figure begins. */
export interface StatedRef {
  readonly cell: CellRef;
  readonly start: number;
}

/** `392533097.08 ÷ 392951003.55 = 99.89%`; a function where it is only written when someone looks: see `arithmeticOf`. */
export type Arithmetic = string | (() => string);

/**
 * What a check yields where it held figures or texts against each other and they agree. Only what was really compared:
 * all that is claimed to have been checked comes from here.
 */
export interface Agreement {
  /** Every cell that took part. */
  readonly agrees: readonly CellRef[];
  readonly arithmetic?: Arithmetic | undefined;
  /** The figures in sentences that took part. */
  readonly stated?: readonly StatedRef[] | undefined;
}

/** `asks` is a question for a person. */
export type Verdict = 'agrees' | 'differs' | 'asks';

/** One look of one check: which cells it held against each other and how they stand. */
export interface Comparison {
  /** Id of the check. */
  readonly check: string;
  readonly cells: readonly CellRef[];
  readonly stated: readonly StatedRef[];
  readonly verdict: Verdict;
  readonly arithmetic?: Arithmetic | undefined;
}

/** The arithmetic of a comparison as a person follows it; `null` where it has none. */
export function arithmeticOf({ arithmetic }: Comparison): string | null {
  return typeof arithmetic === 'function' ? arithmetic() : (arithmetic ?? null);
}

/** The two texts of a message, with `{placeholders}`. */
export interface MessageText {
  readonly title: string;
  readonly message: string;
}

/** What a check may see. The snapshot is there for what the form does not hold, such as the cells of a formula. */
export interface CheckInput {
  readonly form: EvaluationForm;
  readonly scores: Scores;
  readonly snapshot: SheetSnapshot;
}

/** What a check found of one place: `Report` where it does not agree, `Agreement` where it does. */
export type Outcome = Report | Agreement;

/** One check of a form. Pure: the same input always gives the same outcomes in the same order; `null` says nothing. */
export interface Check {
  /** Also the name of its file: `total-sum`. */
  readonly id: string;
  /** 总分等于各项之和 */
  readonly title: string;
  readonly severity: Severity;
  /** What is checked and why it matters, for the officer, in a few sentences. */
  readonly explain: string;
  /** `words`: it asks whether words and figures fit; such questions are listed apart from what is wrong. */
  readonly group?: 'words';
  readonly messages: Readonly<Record<string, MessageText>>;
  /**
   * Where a figure that is mended can make what it says be gone: any weight, score or amount, one of the same row or of
   * the money, or of the money only. Left out where no figure can; see `withCauses`.
   */
  readonly mends?: 'figures' | 'row' | 'money';
  run(input: CheckInput): Iterable<Outcome | null>;
}
