/**
 * The rules by which a kind of form is scored, as data: places and years differ, so that an office can choose, edit,
 * export and import them. `schema.ts` validates what comes from outside.
 */
export interface Rulebook {
  readonly id: string;
  /** 广州市部门整体支出 */
  readonly name: string;
  /** Where the rules come from: the printed form, a circular, common practice. */
  readonly source: string;
  readonly version: string;
  readonly fits: RulebookFit;
  readonly rounding: Rounding;
  /** First match wins; an indicator that none matches is judged. */
  readonly indicators: readonly IndicatorRule[];
  /** How the scored row of the budget block is scored; `null` where the form has none. */
  readonly execution: Rule | null;
  /** Bands of qualitative indicators as fractions of the weight. */
  readonly qualitative: QualitativeBands;
  readonly explain: ExplainThresholds;
  /** Best first; `null` where the place has no grades. */
  readonly grades: readonly Grade[] | null;
  /** The most a total may be when little was spent; empty where the place has no such cap. */
  readonly caps: readonly ExecutionCap[];
  /** Weights that first-level blocks must have, by name; empty where the form's own are accepted. */
  readonly blocks: readonly BlockWeight[];
}

export interface RulebookFit {
  /** Words of which the title must hold one; empty for any. */
  readonly title: readonly string[];
  /** First-level headings of which the form must have all. */
  readonly groups: readonly string[];
  /** Column roles of `ColumnRole` that the form must have. */
  readonly columns: readonly string[];
  /** Whether the form must have a scored budget row. */
  readonly scoredBudget?: boolean;
}

export interface Rounding {
  /** Digits after the decimal point. */
  readonly places: number;
  /** `either` accepts half up and truncated. */
  readonly mode: 'half-up' | 'truncate' | 'either';
}

/** Which indicators a rule is for: all the given conditions hold. */
export interface IndicatorMatch {
  /** Texts of which the name must contain one. */
  readonly name?: readonly string[];
  /** Texts of which one level of the path must contain one. */
  readonly path?: readonly string[];
  readonly kind?: 'item' | 'bonus';
  readonly has?: readonly ('target' | 'standard' | 'definition')[];
}

export interface IndicatorRule {
  readonly match: IndicatorMatch;
  readonly rule: Rule;
}

/** A quotient whose parts are found in evidence or in the budget block. */
export type RateSource =
  | { readonly from: 'evidence' }
  | { readonly from: 'budget'; readonly numerator: 'spent'; readonly denominator: 'budget' };

export type Rule =
  | {
      readonly kind: 'proportion';
      readonly rate: RateSource;
      readonly better: 'higher' | 'lower';
      readonly full?: number;
    }
  | {
      readonly kind: 'target';
      readonly below: 'proportion' | 'zero';
      readonly above: 'inverse' | 'linear' | 'either' | 'zero';
    }
  | { readonly kind: 'tiers'; readonly rate: RateSource; readonly tiers: readonly Tier[] }
  | {
      readonly kind: 'deduction';
      readonly rate: RateSource;
      readonly from: number;
      readonly better: 'higher' | 'lower';
      readonly step: number;
      readonly points: number;
    }
  | { readonly kind: 'count'; readonly each: number; readonly cap: number; readonly penalty: number }
  | { readonly kind: 'qualitative' }
  | { readonly kind: 'printed' }
  | { readonly kind: 'judged'; readonly note?: string };

/** `low` ≤ rate < `high` in percent (`null`: no bound) scores `points`, or that fraction of the weight when `share` is given. */
export interface Tier {
  readonly low: number | null;
  readonly lowOpen?: boolean;
  readonly high: number | null;
  readonly highClosed?: boolean;
  readonly points?: number;
  readonly share?: number;
}

export interface QualitativeBands {
  /** 达成: from here up to the weight, both included. */
  readonly met: number;
  /** 部分达成: from here up to `met`; 未达成: from 0 up to here. */
  readonly partly: number;
}

export interface ExplainThresholds {
  /** Over-completion must be explained from this proportion of the target on: 1.3. */
  readonly over: number;
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
}
