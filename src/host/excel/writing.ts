/** All that writes into the workbook: loaded after what reads it, which is needed first. */
export { annotateSheet, clearSheet } from './annotations';
export { showMap } from './map';
export { addLaidOutSheet } from './newSheet';
export { removePages, writePages } from './report';
export { applyPlan, takeBackEdits } from './write';
