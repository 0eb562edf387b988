import { actualMissing } from './actual-missing';
import { blankScore } from './blank-score';
import { blockScore } from './block-score';
import { blockWeight } from './block-weight';
import { budgetParts } from './budget-parts';
import { budgetPoints } from './budget-points';
import { budgetRate } from './budget-rate';
import { budgetSpending } from './budget-spending';
import { budgetUnfunded } from './budget-unfunded';
import { budgetUnit } from './budget-unit';
import { dateOutsideYear } from './date-outside-year';
import { derivedRate } from './derived-rate';
import { draftBlank } from './draft-blank';
import { duplicateIndicator } from './duplicate-indicator';
import { evidenceActual } from './evidence-actual';
import { evidenceAmount } from './evidence-amount';
import { evidenceDate } from './evidence-date';
import { evidenceDenominator } from './evidence-denominator';
import { evidenceDifference } from './evidence-difference';
import { evidenceEquation } from './evidence-equation';
import { evidenceLabel } from './evidence-label';
import { evidenceList } from './evidence-list';
import { evidencePenalty } from './evidence-penalty';
import { evidencePeriods } from './evidence-periods';
import { evidenceProduct } from './evidence-product';
import { evidenceRate } from './evidence-rate';
import { evidenceRest } from './evidence-rest';
import { evidenceScore } from './evidence-score';
import { evidenceSum } from './evidence-sum';
import { evidenceTopic } from './evidence-topic';
import { withCauses } from './causes';
import { columnSum } from './column-sum';
import { completionRate } from './completion-rate';
import type { Check, CheckInput } from './finding';
import { executionScore } from './execution-score';
import { formulaError } from './formula-error';
import { fullMarksText } from './full-marks-text';
import { grade } from './grade';
import { groupScore } from './group-score';
import { groupWeight } from './group-weight';
import { indicatorClass } from './indicator-class';
import { levelWeight } from './level-weight';
import { lowExecution } from './low-execution';
import { missingBasis } from './missing-basis';
import { missingBlock } from './missing-block';
import { missingReason } from './missing-reason';
import { nameUnit } from './name-unit';
import { narrativeCompletion } from './narrative-completion';
import { narrativeFigures } from './narrative-figures';
import { narrativeSum } from './narrative-sum';
import { overCompletion } from './over-completion';
import { partSum } from './part-sum';
import { periodSum } from './period-sum';
import { qualitativeBand } from './qualitative-band';
import { reasonContradiction } from './reason-contradiction';
import { roundingMixed } from './rounding-mixed';
import { rowVerdict } from './row-verdict';
import { runAll, type Run, withHidden } from './run';
import { scoreAgainstExecution } from './score-against-execution';
import { scoreByRule } from './score-by-rule';
import { scoreCoefficient } from './score-coefficient';
import { scoreDeduction } from './score-deduction';
import { scoreParts } from './score-parts';
import { scoreRange } from './score-range';
import { scoreReview } from './score-review';
import { standardWeight } from './standard-weight';
import { statedExecution } from './stated-execution';
import { statedGrade } from './stated-grade';
import { statedTotal } from './stated-total';
import { statedUnit } from './stated-unit';
import { targetMissed } from './target-missed';
import { targetUnit } from './target-unit';
import { templateLeft } from './template-left';
import { textNumber } from './text-number';
import { totalFormula } from './total-formula';
import { totalSum } from './total-sum';
import { totalWeight } from './total-weight';
import { vagueTarget } from './vague-target';
import { weightMissing } from './weight-missing';
import { weightedScore } from './weighted-score';
import { zeroWeight } from './zero-weight';

/** Every check, in the alphabetical order of the ids. */
export const CHECKS: readonly Check[] = [
  actualMissing,
  blankScore,
  blockScore,
  blockWeight,
  budgetParts,
  budgetPoints,
  budgetRate,
  budgetSpending,
  budgetUnfunded,
  budgetUnit,
  columnSum,
  completionRate,
  dateOutsideYear,
  derivedRate,
  draftBlank,
  duplicateIndicator,
  evidenceActual,
  evidenceAmount,
  evidenceDate,
  evidenceDenominator,
  evidenceDifference,
  evidenceEquation,
  evidenceLabel,
  evidenceList,
  evidencePenalty,
  evidencePeriods,
  evidenceProduct,
  evidenceRate,
  evidenceRest,
  evidenceScore,
  evidenceSum,
  evidenceTopic,
  executionScore,
  formulaError,
  fullMarksText,
  grade,
  groupScore,
  groupWeight,
  indicatorClass,
  levelWeight,
  lowExecution,
  missingBasis,
  missingBlock,
  missingReason,
  nameUnit,
  narrativeCompletion,
  narrativeFigures,
  narrativeSum,
  overCompletion,
  partSum,
  periodSum,
  qualitativeBand,
  reasonContradiction,
  roundingMixed,
  rowVerdict,
  scoreAgainstExecution,
  scoreByRule,
  scoreCoefficient,
  scoreDeduction,
  scoreParts,
  scoreRange,
  scoreReview,
  standardWeight,
  statedExecution,
  statedGrade,
  statedTotal,
  statedUnit,
  targetMissed,
  targetUnit,
  templateLeft,
  textNumber,
  totalFormula,
  totalSum,
  totalWeight,
  vagueTarget,
  weightMissing,
  weightedScore,
  zeroWeight,
];

/** All that the checks hold and say of one form. */
export function runChecks(input: CheckInput): Run {
  const off = input.scores.rulebook.unasked ?? [];
  const checks = off.length === 0 ? CHECKS : CHECKS.filter(({ id }) => !off.some((one) => one === id));
  const { comparisons, findings, ways } = runAll(checks, input);
  const told = withCauses(checks, input, findings, ways).map((finding) => withHidden(input.snapshot, finding));
  return { comparisons, findings: told, ways };
}
