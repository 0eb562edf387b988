import { CHECKS } from '../checks';
import type { MappedFigure } from '../checks/coverage';
import { ROLE_WORDS } from '../checks/figures';
import { arithmeticOf, type Comparison } from '../checks/finding';
import { cellAt, type CellRef, type SheetSnapshot } from '../sheet/snapshot';

type Standing = MappedFigure['verdict'];

/** How a figure stands, as the officer reads it. */
export const VERDICT_WORDS: Readonly<Record<Standing, string>> = {
  agrees: '相符',
  differs: '不符',
  asks: '待核实',
  unheld: '无从核对',
};

/** The same as a sign, so that it is not told by colour alone. */
export const VERDICT_SIGNS: Readonly<Record<Standing, string>> = { agrees: '✓', differs: '✗', asks: '?', unheld: '○' };

/** One figure of a form in the words of the officer. */
export interface LedgerLine {
  readonly cell: CellRef;
  /** What it is: 得分. */
  readonly what: string;
  /** As displayed. */
  readonly value: string;
  readonly verdict: Standing;
  /** What it was held with, by the arithmetic or what is right; why it was not, where it is unheld. */
  readonly how: string;
}

const TITLES = new Map(CHECKS.map(({ id, title }) => [id, title]));

/** What was looked at, where no arithmetic tells it; the title of a check says how it should be. */
function ruleOf({ check, verdict }: Comparison): string {
  const title = TITLES.get(check) ?? '';
  return verdict === 'agrees' ? title : `“${title}”一项${VERDICT_WORDS[verdict]}`;
}

function heldWith({ comparisons, verdict, why }: MappedFigure): string {
  const one = comparisons.find((comparison) => comparison.verdict === verdict);
  if (one === undefined) return why;
  const more = comparisons.length > 1 ? `，另有 ${comparisons.length - 1} 次核对` : '';
  return `${arithmeticOf(one) ?? ruleOf(one)}${more}`;
}

/** Every figure of a form with how it stands and why, as the pane lists it, the map tells it and the report prints it. */
export function ledgerOf(figures: readonly MappedFigure[], snapshot: SheetSnapshot): readonly LedgerLine[] {
  return figures.map((figure) => ({
    cell: figure.cell,
    what: ROLE_WORDS[figure.role],
    value: cellAt(snapshot, figure.cell).text.trim(),
    verdict: figure.verdict,
    how: heldWith(figure),
  }));
}
