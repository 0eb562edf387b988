import type { Decimal } from 'decimal.js';
import type { EvaluationForm, Indicator } from '../form/model';
import type { CellRef } from '../sheet/snapshot';
import type { RateSource, Rule, Rulebook } from './rulebook';
import type { Rescored } from './scores';

/** A figure that a rule holds against its bounds. */
export interface RuleFigure {
  /** Of a rate its percent: 99.89 for 99.89%. */
  readonly figure: Decimal;
  /** How it came about: `392533097.08 ÷ 392951003.55`, or `99.89%` where only the rate itself is stated. */
  readonly words: string;
  /** Whether it was taken from a text that only seems to speak of it. */
  readonly presumed?: true;
}

/** All that a rule may look at when it scores one row. */
export interface RuleContext extends RowContext {
  /** The rule in words for the officer. */
  readonly words: string;
}

/** What there is to look at in a row, whatever its rule. */
export interface RowContext {
  readonly form: EvaluationForm;
  readonly rulebook: Rulebook;
  /** `null` for the scored row of the budget block. */
  readonly indicator: Indicator | null;
  /** A figure above or equal to nothing; `null` where the form has none. */
  readonly weight: Decimal | null;
  /** The score in the form; `null` where none stands there. */
  readonly stated: Decimal | null;
  /** The row's own text about its score. */
  readonly evidence: string;
  /** The rate that a rule asks for: none, one, or several where the row contradicts itself. */
  rates(sources: readonly RateSource[]): readonly RuleFigure[];
}

/** What a rule gives for one row. */
export interface RuleResult extends Omit<Rescored, 'rule'> {
  /** The kind of rule that was applied, where it is not the one that was asked for. */
  readonly kind?: Rule['kind'];
  /** The rule in words for the officer. */
  readonly words: string;
  /** Where the rule stands, when it is printed in the sheet. */
  readonly printed?: { readonly text: string; readonly cell: CellRef };
}
