export type { SheetToOpen, WorkbookChange } from './cell';
export { DEFAULT_REQUIREMENT_SETS, type RequirementSets, WebChannel } from './channel/webChannel';
export { DELAY_FOR_CELL_EDIT, RichApiHost } from './richapi/richApiHost';
export type { EventEntry } from './richapi/protocol';
export type { EmulatedSheet } from './sheet';
export { workbookState } from './workbook';
export { EmulatedWorkbook, USER_NAME } from './workbook';
