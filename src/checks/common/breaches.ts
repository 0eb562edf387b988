import type { Decimal } from 'decimal.js';
import type { Indicator } from '../../form/model';
import { directionOf } from '../../scoring/direction';
import { once } from '../../sheet/remember';
import type { CheckInput, Report } from '../finding';
import { isShareOfWeight, ruleText, type ScoreDispute, scoreDisputes, waysOf } from './disputes';
import { instead } from './say';
import { deniesShortfall, isChangedByLeave, lacksReason } from './shortfall';

/** A score that is not what its rule gives, with what the rule gives of the weight and how. */
export interface Breach extends ScoreDispute {
  readonly weight: Decimal;
  readonly value: Decimal;
  readonly arithmetic: string;
}

/** Of a row of the table. */
export type RowBreach = Breach & { readonly indicator: Indicator };

/** The scores that are not what their rules give, the budget row's first. */
export const breaches = once((input: CheckInput): readonly Breach[] =>
  scoreDisputes(input).flatMap((dispute) => {
    const { kind, weight, score } = dispute;
    const { value, arithmetic } = score;
    if (weight === null || value === null || arithmetic === null) return [];
    return kind === 'range' || kind === 'band' || kind === 'unnamed' ? [] : [{ ...dispute, weight, value, arithmetic }];
  }),
);

/** What a finding says of a score that is not what its rule gives, whichever row it is of; `doubt` whether that is wrong. */
export function groundsOf(breach: Breach, doubt: 'warning' | 'info' | null = null): Omit<Report, 'cell' | 'message'> {
  const { cell, stated, value, arithmetic, kind, score } = breach;
  const isSure = kind === 'rule' && score.grounds === 'sure' && doubt === null;
  return {
    ...(!isSure && { severity: kind !== 'rule' || doubt === 'info' ? 'info' : 'warning' }),
    ...instead(cell, stated, value, arithmetic, isSure),
    ways: waysOf(breach),
    rule: `${ruleText(score)}${sideTaken(breach)}`,
  };
}

/** How a target without a sign was taken, where a score rests on that. */
function sideTaken({ score, indicator }: Breach): string {
  const { value } = indicator?.target ?? {};
  const isSignless = value?.kind === 'number' && value.relation === null;
  if (indicator === null || !isSignless || score.grounds !== 'presumed' || score.rule.kind !== 'target') return '';
  return `；指标值没有写≥或≤，按越${directionOf(indicator, null) === 'presumed-lower' ? '低' : '高'}越好看`;
}

/** Which sentence fits, by what the score was probably taken from, and what speaks for it. */
export function toldOf(breach: RowBreach): { message: string; doubt: 'warning' | 'info' | null } {
  const { indicator, stated, value } = breach;
  const message = messageOf(breach);
  const isStepped = message === 'surveyed' || (message === 'reasoned' && isSurvey(indicator));
  if (isStepped || (stated.gt(value) && isChangedByLeave(indicator))) return { message, doubt: 'info' };
  return { message, doubt: message === 'reasoned' ? 'warning' : null };
}

function messageOf({ kind, indicator, stated, weight, value, score }: RowBreach): string {
  if (kind !== 'rule') return kind;
  const isHigh = stated.gt(value);
  if (isHigh && isMost(value, score)) return 'at-most';
  if (!indicator.target?.value) return 'by-standard';
  if (isHigh) return stated.equals(weight) ? 'not-reached' : 'too-high';
  const isReasoned = saysWhy(indicator);
  if (score.attainment?.gte(1) !== true) return isReasoned && isSurvey(indicator) ? 'surveyed' : 'too-low';
  if (isShareOfWeight(indicator.actual, stated, weight)) return 'share-of-weight';
  return isReasoned ? 'reasoned' : 'reached';
}

/** Whether a rule gives no more than a score, and does not say how much less. */
const isMost = (value: Decimal, { accepted }: Breach['score']): boolean =>
  value.gt(0) && accepted.every(({ low, high }) => low.isZero() && high.gte(value));

/** 满意度, which many places score by steps that the form does not print. */
const isSurvey = ({ name, path }: Indicator): boolean => [name.value, ...path].some((words) => words.includes('满意'));

/** Whether the row gives a reason for points lost. */
function saysWhy({ evidence, demand, standard }: Indicator): boolean {
  if (evidence === null || standard !== null || deniesShortfall(evidence)) return false;
  return !lacksReason(evidence, { ...demand, reason: true });
}
