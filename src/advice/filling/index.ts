export { blockFacts, factsInWords, usesBlock, type BlockFact } from './blockFacts';
export { DEBT_WORDS, pointsOf, type DebtKind } from './debts';
export { shortfallOf, type Shortfall } from './measure';
export { nextOwed, owed, rowAt, type OwedGroup, type OwedRow, type Progress, type Totals } from './owed';
export { partedRows } from './parted';
export {
  basisPlan,
  completionPlan,
  draftPlan,
  labelsFor,
  openLines,
  placeDraft,
  scorePlan,
  type OpenLine,
} from './place';
export { cellOf, debtsInWords, promptsFor } from './prompts';
export { acceptedInWords, objection, proposalFor, refusal, type Proposal } from './proposal';
export { fillRows, type FilledForm, type FillRow } from './rows';
