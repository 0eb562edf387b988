import { readLooseFigure, readRate } from '../words/figure';
import { type GradeBand, gradeScaleIn } from '../words/gradeScale';
import { tickedIn, TICKS } from '../words/ticks';
import { sameCell, type SheetCell } from '../sheet/snapshot';
import { sum } from '../sheet/lists';
import { compact } from '../sheet/text';
import { figureCell, figuresOf, located, textsIn, holdsFigure } from './cells';
import { type Grid, rowsBetween } from './grid';
import { contentOf, tableRows } from './content';
import type { Heading } from './header';
import { reckonedSums } from './indicatorRow';
import type { FigureCell, FormHeader, FormTotal, LevelSum, Located, MixedTotal } from './model';
import { bothPointsIn } from './shares';
import type { TableRows } from './tableRows';
import { GRADE, GRADE_LABEL, REVIEWER, SCORE_LABEL } from './vocabulary/labels';
import { POINTS_BEHIND } from './rowMarks';
import { bare, isTotalRowLabel, labelPart } from './words';

/** 自评得分：98分 in one cell. */
const FIGURE_BEHIND = /:[0-9]/;

const isScoreLabel = (text: string): boolean => {
  const [first = '', ...others] = labelPart(text).split('/');
  const own = SCORE_LABEL.test(first) || isTotalRowLabel(first);
  return own && others.every((other) => REVIEWER.test(other));
};

/** 自评97.5分，复核96.5分, and 97.5/96.5 beside 自评总分/复评总分: the unit's own stands first. */
const OWN_FIRST = new RegExp(
  `^(?:[^0-9复核]{0,8}自评|自评)[^0-9复核]{0,6}([0-9]{1,3}(?:\\.[0-9]{1,2})?)分?[^0-9]{0,4}(?:${REVIEWER.source})[^0-9]{0,6}[0-9.]{1,6}分?$`,
);

/** 满分100分，得分99分 */
const OF_WHOLE = /^(?:满分|总分|分值)[0-9]{1,3}分?[,;、](?:自评|实际)?得分?(?:为|:)?([0-9]{1,3}(?:\.[0-9]{1,2})?)分?$/;

/** The unit's own of two totals in one cell; `null` where there are not two. */
function ownOfTwo(cell: SheetCell, label: string): FigureCell | null {
  const text = typeof cell.value === 'string' && cell.text.length <= LONGEST_TWO ? bare(cell.text) : '';
  const pair = REVIEWER.test(label) ? /^([0-9.]{1,6})分?\/[0-9.]{1,6}分?$/.exec(text)?.[1] : undefined;
  const own = pair ?? OWN_FIRST.exec(text)?.[1] ?? OF_WHOLE.exec(text)?.[1];
  const value = own === undefined ? null : readLooseFigure(own);
  return value === null ? null : { ...figureCell(cell), state: 'figure', value, storedAsText: true };
}

const LONGEST_TWO = 40;

const BEHIND_SCORE = /(?<=[0-9]分?)\/?(?=[优良中差])/;

/** A total as forms write it: a figure, or a text that holds exactly one outside brackets: 总分（满分100分）：96.63分. */
function totalFigure(cell: SheetCell, label = ''): FigureCell {
  const figure = figureCell(cell);
  if (figure.state !== 'unreadable') return figure;
  const own = ownOfTwo(cell, label);
  if (own !== null) return own;
  const points = bothPointsIn(cell);
  if (points !== null) return points.score;
  const [plain = ''] = bare(cell.text).split(BEHIND_SCORE);
  const value = readLooseFigure(plain) ?? readLooseFigure(cell.text);
  return value === null ? figure : { ...figure, value, state: 'figure', storedAsText: true };
}

/** 自评结果：良 has no number. */
const isGradeLabel = (label: string): boolean =>
  GRADE_LABEL.test(label) || /^(?:自评|评价|综合|绩效)+结果$/.test(label);
const SHORT = 6;

const gradeOf = (cell: SheetCell, text: string): Located<string> | null =>
  GRADE.test(bare(text)) ? { ...located(cell), value: bare(text) } : null;

function gradeIn(cells: readonly SheetCell[]): Located<string> | null {
  for (const cell of cells) {
    if (typeof cell.value !== 'string') continue;
    const ticked = tickedIn(cell.text);
    // 98.5（良）, where no other place tells it.
    for (const text of ticked === null ? [bare(cell.text), compact(cell.text)] : [ticked]) {
      const grades = text.split(BEFORE_GRADE).flatMap((clause) => {
        const labelled = isGradeLabel(labelPart(clause)) ? clause.replace(/^[^:]*:/, '') : clause;
        return gradeOf(cell, labelled.replace(/^(?:自评|评价)?(?:等级|等次|结果|级别)[:为是]?/, '')) ?? [];
      });
      const [grade, ...others] = grades;
      // 优、良、中、差 are all there are.
      if (grade !== undefined && others.every(({ value }) => value === grade.value)) return grade;
    }
  }
  return null;
}

/** What stands between a score and its grade in one cell: 98.5分/优, 98.5（优）, 98.5 优. */
const BEFORE_GRADE = /[,;/()、]|(?<=[0-9]分?)(?=[优良中差])/;

/** What only the total's row in the table has. */
const NO_MORE = { weight: null, levelSums: [], reckoned: [], scale: [] } as const;

/** Reads the total's row below the table. */
export function readTotalRow(rows: TableRows, row: number, label: Located<string>): FormTotal {
  const { grid } = rows;
  const cells = grid.filled(row).filter(({ at }) => at.column !== label.at.column);
  const labelled = cells.find((cell) => typeof cell.value === 'string' && isScoreLabel(cell.text));
  // 得分 | 97 below 合计 | 100 | 3, where the column holds what is taken off.
  if (rows.takesOff && SCORE_LABEL.test(labelPart(label.value))) {
    const [stated = null, another] = cells.map((cell) => totalFigure(cell)).filter(({ state }) => state === 'figure');
    if (another === undefined) return { ...NO_MORE, label, stated, grade: gradeIn(cells) };
  }
  const weight = weightOf(rows, row, label, labelled) ?? rows.weightBesideScore(row);
  const stated = statedOf(rows, row, label, labelled, weight);
  const others = [label, weight, stated].map((one) => one?.at.column);
  const levelSums = ([1, 2] as const).flatMap((level) =>
    LEVEL_POINTS.flatMap(([column, role]): LevelSum[] => {
      const figure = rows.weight(row, `level${level}${role}`);
      return figure?.state === 'figure' && !others.includes(figure.at.column) ? [{ level, column, figure }] : [];
    }),
  );
  const besides = [label.at.column, weight?.at.column ?? -1, labelled === undefined ? -1 : (stated?.at.column ?? -1)];
  const reckoned = reckonedSums(rows, row, besides);
  return { label, weight, levelSums, reckoned, stated, grade: gradeIn(grid.filled(row)), scale: [] };
}

const LEVEL_POINTS = [
  ['weight', 'Weight'],
  ['stated', 'Score'],
] as const;

function hasScoreAbove({ grid, header, scoreColumn: column }: TableRows, row: number): boolean {
  for (let above = row - 1; column !== null && above > header.row; above--) {
    if (holdsFigure(grid.at(above, column))) return true;
  }
  return false;
}

const WEIGHT_ROLES = ['weight', 'level2Weight', 'level1Weight'] as const;

function weightOf(
  rows: TableRows,
  row: number,
  label: Located<string>,
  labelled: SheetCell | undefined,
): FigureCell | null {
  // 总分 | 98 in the column of a level's weights, and nothing else, below items that have scores: the score.
  const alone = rows.grid.filled(row).filter((cell) => totalFigure(cell).state === 'figure').length === 1;
  const score = alone && label.text.includes('分') && hasScoreAbove(rows, row);
  for (const role of score ? (['weight'] as const) : WEIGHT_ROLES) {
    const cell = rows.weight(row, role);
    if (cell?.state === 'figure' && cell.at.column !== label.at.column) return cell;
  }
  if (labelled === undefined) return null;
  const before = rows.grid
    .filled(row)
    .map((cell) => totalFigure(cell))
    .find((cell) => cell.state === 'figure' && cell.at.column > label.at.column);
  return before !== undefined && before.at.column < labelled.at.column ? before : null;
}

/** 自评总分 in a row of its own, and 99.6分 alone in the next; the small figure of a page's number is no total. */
function belowLabel(rows: TableRows, row: number, label: Located<string>): FigureCell | null {
  const { grid, header, scoreColumn } = rows;
  const [cell, another] = grid.filled(grid.filledFrom(row, 1, rows.formEnd - 1));
  if (cell === undefined || another !== undefined || !/^[0-9.]+分?$/.test(compact(cell.text))) return null;
  const under = totalFigure(cell);
  if (under.value === null || ![label.at.column, scoreColumn].includes(cell.at.column)) return null;
  const scores = rowsBetween(header.lastRow, row).map((above) => rows.score(above));
  const added = sum(figuresOf(scores.filter((score, at) => score?.at.row === header.lastRow + 1 + at)));
  // Groups may be among them too.
  return added.isZero() || under.value.times(4).lt(added) ? null : under;
}

function statedOf(
  rows: TableRows,
  row: number,
  label: Located<string>,
  labelled: SheetCell | undefined,
  weight: FigureCell | null,
): FigureCell | null {
  const { grid, scoreColumn: column } = rows;
  const own = grid.at(row, label.at.column);
  const holding = [own, labelled].find(
    (cell) => cell !== undefined && isScoreLabel(cell.text) && FIGURE_BEHIND.test(compact(cell.text)),
  );
  if (holding !== undefined) return totalFigure(holding);
  if (rows.takesOff && labelled === undefined) return rows.score(row);
  const inColumn = column === null ? null : grid.at(row, column);
  if (inColumn !== null && inColumn.at.column !== label.at.column && inColumn.at.column !== weight?.at.column) {
    if (labelled === undefined || inColumn.at.column !== labelled.at.column) {
      const cell = totalFigure(inColumn);
      if (cell.state !== 'blank') return cell;
    }
  }
  const after = labelled?.at.column ?? weight?.at.column ?? label.at.column;
  const next = grid
    .filled(row)
    .filter(({ at }) => at.column > after && at.column !== weight?.at.column)
    .map((cell) => totalFigure(cell))
    .find((cell) => cell.state === 'figure');
  if (next !== undefined) return next;
  if (POINTS_BEHIND.test(bare(own.text).split(/[,;]/)[0] ?? '')) {
    const inside = totalFigure(own);
    // 总分100分 may be what the table is out of.
    if (inside.value?.equals(100) === false) return inside;
  }
  const under = grid.filled(row).length === 1 ? belowLabel(rows, row, label) : null;
  if (under !== null) return under;
  return inColumn === null || inColumn.at.column === label.at.column ? null : totalFigure(inColumn);
}

const SHARE = /[×xX*](0\.[1-9]|[1-9][0-9]%)/;

/** The total of which a row says that it takes the items as a share beside the points for the execution (`apart`). */
export function readMixed(grid: Grid, start: number, end: number, apart: FigureCell | null): MixedTotal | null {
  for (const [cell, behind] of textsIn(grid, start, end)) {
    const text = compact(cell.text);
    const rate = SHARE.exec(text)?.[1] ?? '';
    const share = readRate({ ...cell, text: rate, value: rate }).value;
    const isSum = /[分计].{0,4}[×xX*]/.test(text) && text.includes('+') && text.includes('执行');
    if (!isSum || share === null) continue;
    if (apart?.value && !apart.value.div(100).plus(share).eq(1)) continue;
    const stated = behind
      .map((one) => totalFigure(one))
      .filter(({ state }) => state === 'figure')
      .at(-1);
    return { label: located(cell), share, stated: stated ?? null };
  }
  return null;
}

const TICK = new RegExp(`[${TICKS}]`);

/** A grade that stands in a row of its own or above the table, beside or behind its label: 自评等级 | 优, 评价等次：良. */
export function readGrade(grid: Grid, start: number, end: number): Located<string> | null {
  for (let row = start; row < end; row++) {
    const cells = grid.filled(row);
    const at = cells.findIndex(({ value, text }) => typeof value === 'string' && isGradeLabel(labelPart(text)));
    if (at < 0) continue;
    // 优 | 良√ | 中 | 差
    const ticked = cells.slice(at + 1).find(({ text }) => text.length < SHORT && TICK.test(text));
    const grade = ticked ? gradeOf(ticked, ticked.text.replace(TICK, '')) : gradeIn(cells.slice(at, at + 2));
    if (grade !== null) return grade;
  }
  return null;
}

/** The scale of grades that a note in these rows prints; `null` where none does. */
export function readGradeScale(grid: Grid, start: number, end: number): readonly GradeBand[] | null {
  for (const [{ text }] of textsIn(grid, start, end)) {
    const scale = gradeScaleIn(text);
    if (scale.length > 0) return scale;
  }
  return null;
}

/** Finds a total that stands above the table: 自评总分 and its figure to the right, but for points `ofMoney`; `null` where there is none. */
export function readTotalAbove(
  grid: Grid,
  start: number,
  end: number,
  ofMoney: readonly (FigureCell | null)[],
): FormTotal | null {
  for (const [cell, [next]] of textsIn(grid, start, end)) {
    if (cell.text.length > 24) continue;
    const name = labelPart(cell.text);
    // 合计 and 总计 above the table are of money, and so is 得分, but for 自评97.5分，复核96.5分.
    const two = next !== undefined && ownOfTwo(next, name) !== null;
    if ((name === '得分' && !two) || !name.includes('分') || !isScoreLabel(name)) continue;
    const inside = FIGURE_BEHIND.test(compact(cell.text)) ? totalFigure(cell) : null;
    const stated = inside ?? (next === undefined ? null : totalFigure(next, name));
    if (stated?.state !== 'figure' || ofMoney.some((own) => own !== null && sameCell(own.at, stated.at))) continue;
    const grade = gradeIn(grid.filled(cell.at.row));
    return { ...NO_MORE, label: located(cell), stated, grade };
  }
  return null;
}

/** A total that stands in a column of its own beside the first row of the table, below its label; `null` where none does. */
export function readTotalBeside(grid: Grid, own: Heading, header: FormHeader): FormTotal | null {
  const rows = tableRows(grid, own);
  for (const { column, heading } of own.columns) {
    if (!isScoreLabel(heading.value) || header.columns.some((one) => one.heading.at.column === column)) continue;
    if (contentOf(grid, column, rows).filled > 1) continue;
    const stated = rows
      .slice(0, MOST_ROWS_TO_TOTAL)
      .map((row) => totalFigure(grid.at(row, column)))
      .find(({ state }) => state === 'figure');
    if (stated !== undefined) return { ...NO_MORE, label: heading, stated, grade: null };
  }
  return null;
}

/** A total beside the table stands in one of its first rows. */
const MOST_ROWS_TO_TOTAL = 6;
