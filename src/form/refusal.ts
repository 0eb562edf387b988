import { quote } from '../sheet/quote';
import { labelsOf, located } from './cells';
import type { Grid } from './grid';
import { namesMoney } from './budgetWords';
import { columnOf, NAME_ROLES, scoreColumnOf } from './header';
import { usualRole } from './headingWords';
import type { ColumnRole, FormHeader, Located, NotRecognised } from './model';
import { otherTable } from './vocabulary/labels';
import { bare, isOrganisationLabel } from './words';

/** Says that the rows above a heading name a table of another kind; `null` where they do not. */
function otherTitle(grid: Grid, start: number, headerRow: number): NotRecognised | null {
  for (const nearest of labelsOf(grid, start, headerRow)) {
    const other = nearest.value.includes('自评') ? null : otherTable(bare(nearest.text));
    if (other !== null) return { reason: `这张表的标题是${quote(nearest.value)}，是${other}，不是绩效自评表`, nearest };
  }
  return null;
}

/**
 * Why the rows from `start` with a heading are no self-evaluation; `null` when they are one.
 *
 * @param isGiven whether it is asked which columns these are, or they are those of a form: then only the title says what it is.
 */
export function objection(
  grid: Grid,
  start: number,
  title: Located<string> | null,
  header: FormHeader,
  isGiven: boolean,
): NotRecognised | null {
  const heading = header.columns[0]?.heading ?? null;
  const other = title === null ? otherTitle(grid, start, header.row) : null;
  if (other !== null || isGiven) return other;
  if (scoreColumnOf(header) === null && columnOf(header, 'actual') === null) {
    const lacking = '没有认出得分（自评分）列和实际完成值列';
    const titled = title?.value.includes('自评') === true;
    return {
      reason: titled ? `表头里${lacking}，无从核对` : `表头里${lacking}，像是绩效目标表，不是自评表`,
      nearest: heading,
    };
  }
  const hasLevels = columnOf(header, 'level1') !== null || columnOf(header, 'level2') !== null;
  if (title === null && !hasLevels && !(isWhole(header) && namesProject(grid, start, header.row))) {
    return { reason: '没有“绩效自评表”一类的标题，表头里也没有一级、二级指标，不能认定是自评表', nearest: heading };
  }
  return null;
}

/** Whether a heading asks for all that a self-evaluation does; weights may stand in labels. */
const isWhole = (header: FormHeader): boolean =>
  [columnOf(header, 'target'), columnOf(header, 'actual'), scoreColumnOf(header)].every((column) => column !== null);

/** Whether the rows above a heading say whose project it is, or what it cost. */
function namesProject(grid: Grid, start: number, end: number): boolean {
  for (let row = start; row < end; row++) {
    if (namesMoney(grid, row) || grid.filled(row).some(({ text }) => isOrganisationLabel(text))) return true;
  }
  return false;
}

const FIRST_ROWS = 20;

/** The heading over the names of a list with a row for each project: 项目名称 beside money or points, names below it. */
function listOfProjects(grid: Grid): Located<string> | null {
  const last = Math.min(grid.lastRow, grid.firstRow + FIRST_ROWS);
  for (let row = grid.firstRow; row < last; row++) {
    const cells = grid.filled(row);
    const name = cells.find(({ text }) => ['项目名称', '项目', '子项目名称'].includes(bare(text)));
    const told = cells.filter(({ text }) => /预算|支出|执行|金额|资金|[得评总]分|等级/.test(text));
    if (name === undefined || told.length < 2 || cells.some(({ value }) => typeof value === 'number')) continue;
    const below = [row + 1, row + 2].map((at) => grid.compact(at, name.at.column));
    if (below.every((text) => text !== '')) return located(name);
  }
  return null;
}

const MOST_EDGES = 3;

/** The headings of the table where they stand one below the other, an indicator in each column. */
function headingsDown(grid: Grid): Located<string> | null {
  for (let column = grid.firstColumn; column < grid.firstColumn + MOST_EDGES; column++) {
    const found = new Map<ColumnRole, Located<string>>();
    for (let row = grid.firstRow; row <= grid.lastRow; row++) {
      const role = usualRole(grid.compact(row, column));
      if (role !== null && !found.has(role)) found.set(role, located(grid.at(row, column)));
    }
    const names = NAME_ROLES.filter((role) => found.has(role)).length;
    if (names > 0 && DOWN.every((role) => found.has(role))) return [...found.values()][0] ?? null;
  }
  return null;
}

const DOWN: readonly ColumnRole[] = ['target', 'actual', 'stated'];

/** Why a sheet without any heading of an indicator table holds no form. */
export function nothingFound(titles: readonly Located<string>[], grid: Grid): NotRecognised {
  const { rowCount, columnCount } = grid.snapshot;
  if (rowCount === 0 || columnCount === 0)
    return { reason: '这张工作表是空的，请换一张，或者请单位重新报送', nearest: null };
  const projects = listOfProjects(grid);
  if (projects !== null) {
    return {
      reason: '这张表每行是一个项目，是汇总表，没有逐项打分的指标，请核查各个项目自己的自评表',
      nearest: projects,
    };
  }
  const down = headingsDown(grid);
  if (down !== null) {
    return {
      reason: '指标表的表头竖着排在一列里，每列是一项指标，这样的表无从核对，请行列互换（转置）后再核查',
      nearest: down,
    };
  }
  const [title] = titles;
  if (title !== undefined) {
    return {
      reason: '有自评表的标题，但没有找到指标表的表头（一级、二级、三级指标，分值，得分）',
      nearest: title,
    };
  }
  return {
    reason: '没有找到绩效自评表的标题，也没有找到指标表的表头（一级、二级、三级指标，分值，得分）',
    nearest: null,
  };
}
