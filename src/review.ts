import type { Finding } from './checks/finding';
import type { EvaluationForm, NotRecognised } from './form/model';
import type { Rulebook } from './scoring/rulebook';
import type { Scores } from './scoring/scores';

/** What an officer chose; everything has a default. */
export interface ReviewSettings {
  /** Applied to every form instead of the one that fits it best. */
  readonly rulebook?: Rulebook;
  /** Rulebooks to choose from besides the built-in ones. */
  readonly rulebooks?: readonly Rulebook[];
}

/** What was held against what, and what could not be. */
export interface Coverage {
  /** Titles of the checks that ran over the form. */
  readonly checked: readonly string[];
  /** Sentences that say what was not checked and why, e.g. 3 个指标没有公开的评分规则，请人工判断. */
  readonly unchecked: readonly string[];
}

export interface FormReview {
  readonly form: EvaluationForm;
  readonly scores: Scores;
  /** In the order of the sheet; at one cell the louder first. */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

/** The review of one sheet: each form found in it, or why there is none. */
export interface SheetReview {
  readonly sheet: string;
  readonly forms: readonly FormReview[];
  readonly none: NotRecognised | null;
}
