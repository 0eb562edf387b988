export type {
  Actor,
  EmulatedCell,
  EmulatedComment,
  EmulatedConditionalFormat,
  EmulatedNote,
  EmulatedReply,
  SheetToOpen,
  WorkbookChange,
} from './cell';
export { WebChannel, type WebChannelOptions } from './channel/webChannel';
export { DEFAULT_REQUIREMENT_SETS, supports, type RequirementSets } from './channel/requirementSets';
export { displayText } from './display';
export {
  DELAY_FOR_CELL_EDIT,
  RichApiHost,
  PAYLOAD_LIMIT,
  type FailurePlan,
  type LoggedRequest,
} from './richapi/richApiHost';
export type { EventEntry } from './richapi/protocol';
export type { EmulatedSheet } from './sheet';
export { workbookState } from './state';
export { EmulatedWorkbook, USER_NAME } from './workbook';
