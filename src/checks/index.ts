import { actualMissing } from './actual-missing';
import { evidenceActual } from './evidence-actual';
import { evidenceAmount } from './evidence-amount';
import { evidenceDenominator } from './evidence-denominator';
import { evidenceEquation } from './evidence-equation';
import { evidenceLabel } from './evidence-label';
import { evidenceList } from './evidence-list';
import { evidenceRate } from './evidence-rate';
import { evidenceScore } from './evidence-score';
import { evidenceSum } from './evidence-sum';
import { evidenceTopic } from './evidence-topic';
import type { Check, CheckInput, Finding } from './finding';
import { missingReason } from './missing-reason';
import { reasonContradiction } from './reason-contradiction';
import { runAll } from './run';
import { scoreByRule } from './score-by-rule';
import { totalSum } from './total-sum';

/** Every check, in the alphabetical order of the ids. */
export const CHECKS: readonly Check[] = [
  actualMissing,
  evidenceActual,
  evidenceAmount,
  evidenceDenominator,
  evidenceEquation,
  evidenceLabel,
  evidenceList,
  evidenceRate,
  evidenceScore,
  evidenceSum,
  evidenceTopic,
  missingReason,
  reasonContradiction,
  scoreByRule,
  totalSum,
];

/** All that the checks say of one form, in the order of the sheet; at one cell the louder first. */
export function runChecks(input: CheckInput): Finding[] {
  return runAll(CHECKS, input);
}
