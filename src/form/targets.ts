import type { Decimal } from 'decimal.js';
import { compact } from '../sheet/text';
import { moneyUnitIn } from '../words/money';
import { ONE } from '../words/units';
import { readLooseFigure } from '../words/figure';
import type { Area, SheetSnapshot } from '../sheet/snapshot';
import { assignmentsOf } from './assign';
import { moneyUnitAbove } from './budgetBlock';
import { figureCell, labelIn, labelsOf, located, textsIn, holdsFigure } from './cells';
import { Grid } from './grid';
import { targetHeadingAt, type Heading, type HeadingColumn } from './header';
import { besideLabel, narrativeIn, organisationIn, yearIn } from './heading';
import type { EvaluationForm, FigureCell, FormNarrative, Indicator, Located } from './model';
import { readTables } from './tables';
import { LONGER } from './together';
import { NARRATIVE_LABELS, otherTable, PLANNED_MONEY, PROJECT_LABELS } from './vocabulary/labels';
import { bare, rankOf } from './words';

/** The money that a table of targets asks for. */
export interface PlannedMoney {
  readonly label: Located<string>;
  readonly amount: FigureCell;
  /** Yuan in one unit of the amount; `null` where none is named. */
  readonly moneyUnit: Decimal | null;
}

/** A 绩效目标申报表 or 批复表: what is to be reached, without what was reached and scored. */
export interface TargetTable
  extends Pick<EvaluationForm, 'sheet' | 'title' | 'year' | 'organisation'>, Pick<FormNarrative, 'goals'> {
  /** 绩效目标申报表, 绩效目标批复表, … */
  readonly kind: string;
  readonly project: Located<string> | null;
  readonly money: PlannedMoney | null;
  /** In the order of the sheet; none has an actual value or a score. */
  readonly indicators: readonly Indicator[];
}

const LONGEST_LABEL = 40;

function titleOf(grid: Grid, start: number, end: number): { title: Located<string>; kind: string } | null {
  for (const title of labelsOf(grid, start, end)) {
    const kind = otherTable(bare(title.text));
    if (kind?.includes('绩效目标') === true) return { title, kind };
  }
  return null;
}

/** The figure right of a label of money; the unit is named by the label, by one in its row, or above. */
function moneyIn(grid: Grid, start: number, end: number): PlannedMoney | null {
  let unit: Decimal | null = null;
  let best: { rank: number; money: PlannedMoney } | null = null;
  for (const [cell, behind] of textsIn(grid, start, end)) {
    if (cell.text.length > LONGEST_LABEL) continue;
    unit = moneyUnitIn(cell.text) ?? unit;
    const rank = rankOf(PLANNED_MONEY, located(cell).value);
    // 实施期资金总额：300万元 stands before the year's own.
    const next = behind.find(({ text }) => !LONGER.test(compact(text)));
    if (rank < 0 || next === undefined || (best !== null && best.rank <= rank)) continue;
    const amount = amountIn(next);
    if (amount === null) continue;
    const own = moneyUnitIn(next.text.replace(/[0-9.,\s]/g, ''));
    // A figure read out of words is in yuan already where they name a unit.
    const inWords = own !== null && !holdsFigure(next) ? ONE : null;
    best = { rank, money: { label: located(cell), amount, moneyUnit: inWords ?? own ?? unit } };
  }
  return best?.money ?? null;
}

function amountIn(cell: Parameters<typeof figureCell>[0]): FigureCell | null {
  const plain = figureCell(cell);
  if (plain.state === 'figure') return plain;
  const loose = typeof cell.value === 'string' && cell.text.length <= LONGEST_LABEL ? readLooseFigure(cell.text) : null;
  return loose === null ? null : { ...plain, state: 'figure', value: loose };
}

const GOALS = [NARRATIVE_LABELS.goals];

/** Headings that are about as sure as one another. */
const CLOSE = 3;

/** Of columns that say the same the last is the year's behind 长期, and what was approved behind what was asked. */
function lastOfAlike(heading: Heading): Heading {
  const isLater = ({ column, said }: HeadingColumn) => {
    const [role, sureness] = said?.[0] ?? [];
    return heading.columns.some(({ column: at, said: other, heading: { value } }) => {
      const [same, assure = 0] = other?.[0] ?? [];
      return at > column && same === role && assure >= (sureness ?? 0) - CLOSE && rankOf(GOALS, value) < 0;
    });
  };
  return { ...heading, columns: heading.columns.map((one) => (isLater(one) ? { ...one, said: [] } : one)) };
}

/** One project of a table that lists several, with what its columns say of it. */
interface ListedProject extends Pick<TargetTable, 'goals' | 'money' | 'indicators'> {
  readonly project: Located<string>;
}

/**
 * The projects of a table with a column for their names, as budgets are published, in the order of the sheet; `null` where
 * the table has no such column. A project is named in its first row or in each.
 */
function projectsListed(grid: Grid, heading: Heading, indicators: readonly Indicator[], from: number) {
  const columnFor = (labels: readonly RegExp[]) =>
    heading.columns.find(({ heading: { value } }) => rankOf(labels, value) >= 0) ?? null;
  const names = columnFor(PROJECT_LABELS);
  if (names === null) return null;
  const goals = columnFor(GOALS);
  const amounts = columnFor(PLANNED_MONEY);
  const unit =
    amounts === null ? null : (moneyUnitIn(amounts.heading.value) ?? moneyUnitAbove(grid, heading.row, from));
  const rows = new Map(indicators.map((indicator) => [indicator.row, indicator]));
  const found = new Map<string, ListedProject & { readonly indicators: Indicator[] }>();
  let current: Indicator[] | null = null;
  for (let row = heading.lastRow + 1; row <= (indicators.at(-1)?.row ?? 0); row++) {
    const project = labelIn(grid, row, names.column);
    if (project !== null) {
      const amount = amounts && amountIn(grid.at(row, amounts.column));
      const known = found.get(project.value) ?? {
        project,
        goals: labelIn(grid, row, goals?.column ?? null),
        money: amounts && amount && { label: amounts.heading, amount, moneyUnit: unit },
        indicators: [],
      };
      found.set(project.value, known);
      current = known.indicators;
    }
    const own = rows.get(row);
    if (own !== undefined) current?.push(own);
  }
  return [...found.values()].filter((listed) => listed.indicators.length > 0);
}

const YEARLY = /^(?:本?年度?|当年)/;

/** Of a table for the whole period and one for the year below it, the year's; what stands above both is about it. */
function ofTheYear(grid: Grid, headings: readonly Heading[]): readonly Heading[] {
  const title = ({ row }: Heading) => bare(grid.filled(row)[0]?.text ?? '');
  return headings.filter(
    (heading, at) => !LONGER.test(title(heading)) || !headings.slice(at + 1).some((one) => YEARLY.test(title(one))),
  );
}

/** Finds the tables of targets in the rows of a sheet that are no self-evaluation (`taken`). */
export function recogniseTargets(snapshot: SheetSnapshot, taken: readonly Area[] = []): readonly TargetTable[] {
  const grid = new Grid(snapshot);
  const headings: Heading[] = [];
  let titled = false;
  for (let row = grid.firstRow; row <= grid.lastRow; row++) {
    const inside = taken.find((area) => row >= area.row && row < area.row + area.rowCount);
    if (inside !== undefined) {
      row = inside.row + inside.rowCount - 1;
      continue;
    }
    titled ||= titleOf(grid, row, row + 1) !== null;
    const heading = targetHeadingAt(grid, row, titled);
    if (heading === null) continue;
    headings.push(heading);
    row = heading.lastRow;
  }
  let start = grid.firstRow;
  return ofTheYear(grid, headings).flatMap((heading, at, kept): TargetTable[] => {
    const end = kept[at + 1]?.row ?? grid.lastRow + 1;
    const columns = assignmentsOf(grid, start, lastOfAlike(heading), [])[0]?.columns ?? [];
    const { tree } = readTables(grid, [{ row: heading.row, lastRow: heading.lastRow, columns }], end);
    const from = start;
    const last = tree.indicators.at(-1)?.row;
    if (last === undefined) return [];
    start = last + 1;
    const titled = titleOf(grid, from, heading.row);
    const table = {
      sheet: snapshot.name,
      kind: titled?.kind ?? '绩效目标表',
      title: titled?.title ?? null,
      year: yearIn(grid, from, heading.row),
      organisation: organisationIn(grid, from, heading.row),
    };
    const listed = projectsListed(grid, heading, tree.indicators, from);
    if (listed !== null && listed.length > 0) return listed.map((project) => ({ ...table, ...project }));
    return [
      {
        ...table,
        project: besideLabel(grid, from, heading.row, PROJECT_LABELS),
        goals: narrativeIn(grid, from, heading.row).goals,
        money: moneyIn(grid, from, heading.row),
        indicators: tree.indicators,
      },
    ];
  });
}
