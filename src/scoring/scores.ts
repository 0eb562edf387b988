import type { Decimal } from 'decimal.js';
import type { BudgetLine, EvaluationForm, Indicator } from '../form/model';
import type { CellRef } from '../sheet/snapshot';
import type { Rulebook } from './rulebook';

/**
 * Where a recomputed score comes from: `computed` by a rule, `claimed` by the indicator's own text, `judged` by a
 * person because no rule is known, `missing` when neither a rule nor the form gives one.
 */
export type ScoreOrigin = 'computed' | 'claimed' | 'judged' | 'missing';

/** The rule that was applied to one indicator, in words for the officer. */
export interface AppliedRule {
  /** The kind of rule by which it was scored; of a printed rule that was read, the kind that it was read into. */
  readonly kind: string;
  /** 达到得满分，未达到按完成比例得分 */
  readonly words: string;
  /** Where the rule stands: the rulebook's name, or the sheet's 评分标准 with the sentence that was read. */
  readonly source: string;
  /** The cell in which the rule is printed, where it came out of the sheet. */
  readonly cell: CellRef | null;
}

/**
 * How surely a computed score follows: `sure` by a rule and what the form says, `presumed` where only the name tells
 * which side of the target is the good one, `open` where it may be either side.
 */
export type Grounds = 'sure' | 'presumed' | 'open';

/** A score by the rulebook. */
export interface Rescored {
  readonly origin: ScoreOrigin;
  /**
   * Points, rounded as the rulebook says; the stated score where that is one of the accepted, claimed or judged; `null`
   * when missing.
   */
  readonly value: Decimal | null;
  /**
   * Scores that the rule allows: both usual roundings, both formulas where places differ, a whole band for a
   * qualitative indicator. Of a claimed score that one; of a judged one the points that its rule names, if it names
   * any, and anything below the weight where the target was missed. Empty where any score from 0 to the weight may be given.
   */
  readonly accepted: readonly ScoreRange[];
  /** `94.07 ÷ 95 × 2.96 = 2.93`; `null` when nothing was computed. */
  readonly arithmetic: string | null;
  /** Actual in proportion to target, 1 = reached; `null` where there is no such proportion. */
  readonly attainment: Decimal | null;
  /** Whether the target was reached, also where no proportion says how far; `null` where that can't be told. */
  readonly reached: boolean | null;
  /** How surely the score was computed; of one that was not `open` where words that were not read may excuse a miss, else `sure`. */
  readonly grounds: Grounds;
  readonly rule: AppliedRule;
  /** What could not be understood, in words for the officer, e.g. 年度指标值“若干”读不出数字; `null` when all was. */
  readonly unread: string | null;
}

/** Scores from `low` to `high`, both included unless `openHigh`. */
export interface ScoreRange {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly openHigh?: boolean;
}

/** A row by its target and actual value alone, by whatever rule it is scored and whatever it weighs. */
export interface AgainstTarget {
  /** `null` where that can't be told: units differ, words for figures, or it depends on which side is the good one. */
  readonly reached: boolean | null;
  /** The share of the target that was reached; `null` where they are no figures to compare. */
  readonly attainment: Decimal | null;
}

export interface IndicatorScore extends Rescored {
  readonly indicator: Indicator;
  /** The weight it was scored by; `null` where it has none that can be multiplied with. */
  readonly weight: Decimal | null;
  readonly againstTarget: AgainstTarget;
  /** Whether each of the indicator's parts (其中, ★) reached its own target. */
  readonly partsReached: readonly (boolean | null)[];
}

export interface BudgetScore extends Rescored {
  readonly line: BudgetLine;
  /** The weight it was scored by: the printed one, else what the indicators leave of the printed whole. */
  readonly weight: Decimal | null;
}

/** The total, both ways. Points; `null` where the form states none or nothing can be added. */
export interface TotalScore {
  readonly stated: Decimal | null;
  readonly sumOfStated: Decimal | null;
  readonly recomputed: Decimal | null;
  /** 优, 良, 中, 差 of the recomputed total by the rulebook's bands; `null` without bands or while a score is missing. */
  readonly grade: string | null;
  /** The most that execution allows in rulebooks that cap the total by it; `null` otherwise. */
  readonly cap: Decimal | null;
}

export interface Scores {
  readonly form: EvaluationForm;
  readonly rulebook: Rulebook;
  /** Why this rulebook and not another, in words for the officer. */
  readonly why: string;
  /** One for each of `form.indicators`, in the same order. */
  readonly indicators: readonly IndicatorScore[];
  readonly budget: BudgetScore | null;
  /** Of its other lines that are scored of their own. */
  readonly otherBudgets: readonly BudgetScore[];
  readonly total: TotalScore;
}
