export { blockFacts, factsInWords, usesBlock, type BlockFact } from './blockFacts';
export { blankFigures, blanksLeft, DEBT_WORDS, type DebtKind, draftedOf } from './debts';
export { shortfallOf } from './measure';
export { nextOwed, owed, rowAt, type OwedRow, type Progress } from './owed';
export { partedRows } from './parted';
export { basisPlan, completionPlan, draftPlan, openLines, placeDraft, scorePlan, type OpenLine } from './place';
export { cellOf, debtsInWords, promptsFor } from './prompts';
export { acceptedInWords, objection, proposalFor, refusal, type Proposal } from './proposal';
export { fillRows, type FillRow } from './rows';
