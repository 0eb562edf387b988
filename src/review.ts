import { isOwnSheet } from './advice/ownSheets';
import type { ReviewedForm } from './advice/record';
import { CHECKS, runChecks } from './checks';
import { coverageOf, mapFigures, type MappedFigure } from './checks/coverage';
import type { Comparison } from './checks/finding';
import type { ColumnAnswer, EvaluationForm, NotRecognised } from './form/model';
import { recognise } from './form/recognise';
import { chooseRulebook, rescore } from './scoring';
import type { Rulebook } from './scoring/rulebook';
import type { SheetSnapshot } from './sheet/snapshot';

/** What an officer chose; everything has a default. */
export interface ReviewSettings {
  /** Applied to every form instead of the one that fits it best. */
  readonly rulebook?: Rulebook;
  /** Rulebooks to choose from besides the built-in ones. */
  readonly rulebooks?: readonly Rulebook[];
  /** What a person said of columns that words and figures leave open; for every form of the sheet. */
  readonly columns?: readonly ColumnAnswer[];
}

export interface FormReview extends ReviewedForm {
  /** Every comparison that was made: the findings and what agrees. */
  readonly comparisons: readonly Comparison[];
}

/** The review of one sheet: each form found in it, or why there is none. */
export interface SheetReview {
  readonly sheet: string;
  readonly forms: readonly FormReview[];
  readonly none: NotRecognised | null;
}

function reviewForm(form: EvaluationForm, snapshot: SheetSnapshot, settings: ReviewSettings): FormReview {
  const { rulebook, why } =
    settings.rulebook === undefined
      ? chooseRulebook(form, settings.rulebooks)
      : { rulebook: settings.rulebook, why: '由您选定。' };
  const scores = rescore(form, rulebook, why);
  const input = { form, scores, snapshot };
  const { findings, comparisons } = runChecks(input);
  return { form, scores, findings, comparisons, coverage: coverageOf(CHECKS, input, comparisons), snapshot };
}

/** The map of a reviewed form: every figure with its verdict and what it was held against, in the order of the sheet. */
export function figureMap(review: FormReview): MappedFigure[] {
  return mapFigures(review, review.comparisons);
}

const OWN_SHEET = '这是自评表助手写的核查结果，不是自评表';

/**
 * The whole line for one sheet: recognise each form in it, score it by the rulebook that was chosen or fits best, and
 * check it. Pure and deterministic: the same sheet and settings always give the same findings in the same order.
 */
export function review(snapshot: SheetSnapshot, settings: ReviewSettings = {}): SheetReview {
  if (isOwnSheet(snapshot)) return { sheet: snapshot.name, forms: [], none: { reason: OWN_SHEET, nearest: null } };
  const { forms, none } = recognise(snapshot, settings.columns);
  return { sheet: snapshot.name, forms: forms.map((form) => reviewForm(form, snapshot, settings)), none };
}
