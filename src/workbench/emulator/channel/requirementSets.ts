/** The requirement sets that a host declares, each with its highest version: `isSetSupported` is this table alone. */
export type RequirementSets = Readonly<Record<string, string>>;

/** What the emulated Excel declares unless it is told otherwise. */
export const DEFAULT_REQUIREMENT_SETS: RequirementSets = {
  ExcelApi: '1.15',
  ExcelApiOnline: '1.1',
  SharedRuntime: '1.1',
  AddinCommands: '1.1',
  Settings: '1.1',
  RichApiRuntime: '1.2',
  RichApiRuntimeFlag: '1.2',
  DocumentEvents: '1.1',
  Selection: '1.1',
  DelayForCellEdit: '1.1',
};
