import type { ColumnRole } from '../form/model';

/**
 * The rules by which a kind of form is scored, as data: places and years differ, so that an office can choose, edit,
 * export and import them. `schema.ts` validates what comes from outside; `docs/rulebooks.md` says how to write one.
 */
export interface Rulebook {
  readonly id: string;
  /** 广州市部门整体支出 */
  readonly name: string;
  /** Where the rules come from: the printed form, a circular, common practice. */
  readonly source: string;
  readonly version: string;
  /** Kinds of form it is for, any of them; a rulebook without one is applied by choice only. */
  readonly fits: readonly RulebookFit[];
  readonly rounding: Rounding;
  /** First match wins; an indicator that none matches is judged. */
  readonly indicators: readonly IndicatorRule[];
  /** How the scored row of the budget block is scored; `null` where the form has none. */
  readonly execution: Rule | null;
  readonly qualitative: QualitativeBands;
  readonly explain: ExplainThresholds;
  /** Best first; `null` where the place has no grades. */
  readonly grades: readonly Grade[] | null;
  /** The most a total may be when little was spent; empty where the place has no such cap. */
  readonly caps: readonly ExecutionCap[];
  /** Weights that blocks must have, or the most that their items may have, by name; empty where the form's own are accepted. */
  readonly blocks: readonly BlockWeight[];
  /** Questions about words that are not to be asked here; all are where it is not given. */
  readonly unasked?: readonly WordsQuestion[];
}

/** The checks that only ask whether words and figures fit; each can be switched off. */
export const WORDS_QUESTIONS = [
  'date-outside-year',
  'full-marks-text',
  'indicator-class',
  'missing-block',
  'narrative-completion',
  'narrative-figures',
  'narrative-sum',
  'stated-grade',
  'stated-total',
  'vague-target',
  'zero-weight',
] as const;

export type WordsQuestion = (typeof WORDS_QUESTIONS)[number];

/** What a form must have; all that is given must hold. */
export interface RulebookFit {
  /** Words of which the title must hold one. */
  readonly title?: readonly string[];
  /** First-level headings of which the form must have all. */
  readonly groups?: readonly string[];
  /** Columns that the form must have. */
  readonly columns?: readonly ColumnRole[];
  /** Columns that the form must not have. */
  readonly lacks?: readonly ColumnRole[];
  /** Whether the form must have a scored budget row, or must have none. */
  readonly scoredBudget?: boolean;
}

export interface Rounding {
  /** Digits after the decimal point. */
  readonly places: number;
  /** Which of the two a recomputed score shows. Both are accepted in a form; `either` shows half up. */
  readonly mode: 'half-up' | 'truncate' | 'either';
  /** The fewest digits to which a score may be rounded; `places` where it is not given. */
  readonly least?: number;
}

/** Which indicators a rule is for: all the given conditions hold. */
export interface IndicatorMatch {
  /** Texts of which the name must contain one. */
  readonly name?: readonly string[];
  /** Texts of which one level of the path must contain one. */
  readonly path?: readonly string[];
  readonly kind?: 'item' | 'bonus';
  /** What the row must have: a target, a rule printed in the sheet, a definition. */
  readonly has?: readonly ('target' | 'printed' | 'definition')[];
}

export interface IndicatorRule {
  readonly match: IndicatorMatch;
  readonly rule: Rule;
}

/**
 * Where a rate is found: in the column of actual values, in the indicator's own evidence, in the budget block
 * (spent ÷ budget), or the share of the target that was reached (actual ÷ target). Several are tried in the order in which they stand; the first that gives one is taken.
 */
export type RateSource = 'actual' | 'evidence' | 'budget' | 'completion';

export type Rule =
  | ProportionRule
  | TargetRule
  | TiersRule
  | DeductionRule
  | CountRule
  | { readonly kind: 'qualitative' }
  | { readonly kind: 'printed' }
  | JudgedRule;

/** Rate × weight, at most the weight. */
export interface ProportionRule {
  readonly kind: 'proportion';
  readonly rate: readonly RateSource[];
  /** The rate in percent that gives full marks; 100 where it is not given. */
  readonly full?: number;
}

/** The actual value held against the target. */
export interface TargetRule {
  readonly kind: 'target';
  /** Below a target that is to be reached: actual ÷ target × weight, or nothing. */
  readonly below: 'proportion' | 'zero';
  /**
   * Above a target that is not to be passed: `inverse` is target ÷ actual × weight, `linear` is
   * (1 − (actual − target) ÷ target) × weight, `either` accepts both, `zero` gives nothing.
   */
  readonly above: 'inverse' | 'linear' | 'either' | 'zero';
  /** From `explain.over` on: full marks, or points may be taken off for a target that was set too low. */
  readonly beyond?: 'full' | 'adjustable';
  /** The percentage of the target below which nothing is given, however much was reached. */
  readonly nothingBelow?: number;
}

/** A score for each band of the rate. Outside all of them the score is judged. */
export interface TiersRule {
  readonly kind: 'tiers';
  readonly rate: readonly RateSource[];
  /** The unit of the bounds where they are no percentages, e.g. 次; then only the actual value is held against them. */
  readonly unit?: string;
  readonly tiers: readonly Tier[];
}

/** Full marks up to (or down to) a figure, then points off for each step beyond it, never below nothing. */
export interface DeductionRule {
  readonly kind: 'deduction';
  readonly rate: readonly RateSource[];
  /** The unit of the figures where they are no percentages, e.g. 次; then only the actual value is held against them. */
  readonly unit?: string;
  /** The figure that gives full marks, in percent or `unit`. */
  readonly from: number;
  /** Which side of it costs nothing; `exact`: neither. */
  readonly better: 'higher' | 'lower' | 'exact';
  /** One step, in percentage points or `unit`. */
  readonly step: number;
  /** Points off for each step. */
  readonly points: number;
  /** The figure beyond which nothing is left. */
  readonly nothingBeyond?: number;
}

/** Points for each thing that is counted. */
export interface CountRule {
  readonly kind: 'count';
  /** What is there before counting: nothing, or the weight. */
  readonly start: 'zero' | 'weight';
  /** Points added for each; 0 where nothing is added. */
  readonly each: number;
  /** The most that is added; the weight where it is not given. */
  readonly cap?: number;
  /** Points taken off for each; 0 where nothing is taken off. */
  readonly penalty: number;
  /** The most that is taken off; down to nothing where it is not given. */
  readonly penaltyCap?: number;
}

/** A person's judgment. `steps` are the only points that the rule names, where it names some. */
export interface JudgedRule {
  readonly kind: 'judged';
  readonly note?: string;
  readonly steps?: readonly number[];
}

/**
 * A band of a rate in percent: from `low` up to `high` (`null`: no bound). The lower bound belongs to it unless
 * `lowOpen`, the upper one only when `highClosed`. It scores `points`, or the fraction `share` of the weight.
 */
export interface Tier {
  readonly low: number | null;
  readonly lowOpen?: boolean;
  readonly high: number | null;
  readonly highClosed?: boolean;
  readonly points?: number;
  readonly share?: number;
}

/** Bands of qualitative indicators as fractions of the weight. */
export interface QualitativeBands {
  /** 达成: from here up to the weight, both included. */
  readonly met: number;
  /** 部分达成: from here up to `met`. */
  readonly partly: number;
  /** 未达成: from 0 up to here; `partly` where it is not given. Above `partly` where places differ. */
  readonly unmet?: number;
}

export interface ExplainThresholds {
  /** Over-completion must be explained from this proportion of the target on: 1.3. */
  readonly over: number;
  /** Whether the place demands it, so that its lack is more than a question. */
  readonly required?: boolean;
  /** Execution below this rate must be explained: 0.9. */
  readonly execution: number | null;
}

export interface Grade {
  readonly name: string;
  /** The least total for it. */
  readonly from: number;
}

export interface ExecutionCap {
  /** Execution rate in percent below which the cap holds. */
  readonly below: number;
  readonly total: number;
}

export interface BlockWeight {
  readonly group: string;
  readonly weight: number;
  /** The most that each item below a heading of that name may weigh, instead of what all of them must. */
  readonly each?: boolean;
}
