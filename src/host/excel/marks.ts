import type { PlannedComment } from '../../advice/plan';
import type { MappedFigure } from '../../checks/coverage';
import type { CellRef } from '../../sheet/snapshot';
import { SIGNATURE } from '../host';

/** Of which kind a highlight of ours is: how loud a finding is, or how a figure of the map stands. */
export type Highlight = PlannedComment['severity'] | `map-${MappedFigure['verdict']}`;

/** The fill of a cell by its highlight: light, so that black text stays readable. */
const FILLS: Readonly<Record<Highlight, string>> = {
  error: '#FFC7CE',
  warning: '#FCE4D6',
  info: '#EDEDED',
  'map-agrees': '#E2F0D9',
  'map-differs': '#FFC7CE',
  'map-asks': '#FCE4D6',
  'map-unheld': '#EDEDED',
};

const KINDS = Object.keys(FILLS) as Highlight[];

/** Which highlight of ours a formula makes; `null` for anybody else's conditional format. */
export function highlightIn(formula: string): Highlight | null {
  return KINDS.find((kind) => formula.includes(`"zipingbiao-${kind}"`)) ?? null;
}

export const isOfMap = (kind: Highlight | null): boolean => kind?.startsWith('map-') === true;

/**
 * Highlights a cell. The formula is always true: it names its owner and the kind and reads no cell. It is the last, as it
 * says that all of the format is there.
 */
export function highlight(sheet: Excel.Worksheet, { row, column }: CellRef, kind: Highlight): void {
  const format = sheet.getCell(row, column).conditionalFormats.add(Excel.ConditionalFormatType.custom);
  format.custom.format.fill.color = FILLS[kind];
  format.custom.rule.formula = `=N("zipingbiao-${kind}")=0`;
}

/** What is left of a comment of ours that is cleared while people have replied to it. */
export const CLEARED = `${SIGNATURE}】这里的提示已清除，下面的回复予以保留。`;
