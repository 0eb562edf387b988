import { budgetRole, namesMoney } from './budgetWords';
import type { Grid } from './grid';
import { labelIn, labelsOf, located } from './cells';
import type { FormNarrative, Located } from './model';
import { NARRATIVE_LABELS, ORGANISATION_LABELS, otherTable, TITLES, YEAR_LABEL } from './vocabulary/labels';
import { asksReason } from './rowMarks';
import { bare, isOrganisationLabel, labelPart, rankOf, TEXT_LABELS } from './words';
import { readNumeral } from '../words/numerals';
import { sameCell } from '../sheet/snapshot';
import { compact, normalise } from '../sheet/text';

function isTitle(text: string): boolean {
  if (otherTable(text) !== null && !/自评|绩效评|支出绩效/.test(text)) return false;
  return TITLES.some((parts) => parts.every((words) => words.test(text)));
}

/** The title that stands in a row: few cells, and one of them called 自评表 or the like; `null` otherwise. */
export function titleIn(grid: Grid, row: number): Located<string> | null {
  if (grid.filled(row).length > 3) return null;
  for (const label of labelsOf(grid, row, row + 1)) {
    const text = compact(label.text);
    if (!/[。；;]|^注|说明/.test(text) && (isTitle(bare(text)) || isTitle(text))) return label;
  }
  return null;
}

/** 2022年 */
export const YEAR = /(20[0-9]{2})年/;
const YEAR_IN_WORDS = /(二[〇○Ｏ零O0][一二三四五六七八九〇○零]{2})年/;
const FULL_NAME = /[0-9]{4}/;
/** 填报日期：2022年3月8日 is the year after, as a rule. */
const FILLED_IN = /^(?:填[报表写]|报送|编制|评价|自评)(?:日期|时间)/;

/** The year that the form is about: in its title, or in the rows between title and table. */
export function yearIn(grid: Grid, start: number, end: number): Located<number> | null {
  let date: Located<string> | null = null;
  for (const label of labelsOf(grid, start, end)) {
    const text = compact(label.text);
    if (FILLED_IN.test(text)) date = valueOf(grid, label);
    if (FILLED_IN.test(text) || (date !== null && sameCell(date.at, label.at))) continue;
    const words = YEAR_IN_WORDS.exec(text)?.[1];
    const inWords = words === undefined ? null : readNumeral(words.replace(/[○ＯO零0]/g, '〇'));
    const year = YEAR.exec(text)?.[1] ?? inWords?.toString() ?? bareYear(text);
    if (year !== null) return { ...label, value: Number(year) };
    const beside = YEAR_LABEL.test(labelPart(label.value)) ? valueOf(grid, label) : null;
    const own = /^20[0-9]{2}(?=$|年)/.exec(beside?.value ?? '')?.[0];
    if (beside !== null && own !== undefined) return { ...beside, value: Number(own) };
  }
  return null;
}

/** `（2022）` and `年度：2022`. */
function bareYear(text: string): string | null {
  if (!text.includes('年度') && !/^\(?20[0-9]{2}\)?$/.test(text)) return null;
  const year = FULL_NAME.exec(text)?.[0] ?? '';
  return year.startsWith('20') ? year : null;
}

/** What follows a label: the text after its colon, or the next filled cell to its right. */
export function valueOf(grid: Grid, label: Located<string>): Located<string> | null {
  const colon = label.value.indexOf(':');
  if (colon >= 0 && colon < label.value.length - 1) return { ...label, value: label.value.slice(colon + 1).trim() };
  for (let column = label.at.column + 1; column <= grid.lastColumn; column++) {
    const anchor = grid.anchor(label.at.row, column);
    if (anchor.column === label.at.column) continue;
    const value = labelIn(grid, label.at.row, column);
    if (value !== null) return value;
  }
  return null;
}

/** What stands beside the most telling of some labels in these rows; `null` where none has anything beside it. */
export function besideLabel(
  grid: Grid,
  start: number,
  end: number,
  labels: readonly RegExp[],
  accepts: (value: string) => boolean = () => true,
): Located<string> | null {
  let best: { readonly rank: number; readonly value: Located<string> } | null = null;
  for (const label of labelsOf(grid, start, end)) {
    const rank = rankOf(labels, label.value);
    if (rank < 0 || rank >= (best?.rank ?? Infinity)) continue;
    const value = valueOf(grid, label);
    if (value !== null && accepts(value.value)) best = { rank, value };
  }
  return best?.value ?? null;
}

/** Who filled the form in: what stands beside 单位名称, 实施单位, …, or after 填报单位： . */
export function organisationIn(grid: Grid, start: number, end: number): Located<string> | null {
  const isName = (text: string) =>
    !isOrganisationLabel(text) && !/^(?:元|万元|亿元)/.test(text) && Number.isNaN(Number(text));
  return besideLabel(grid, start, end, ORGANISATION_LABELS, isName);
}

/** 年度目标, 完成情况, 未能完成原因: beside their labels, or below them where labels stand side by side. */
export function narrativeIn(grid: Grid, start: number, end: number): FormNarrative {
  const found = new Map<string, Located<string>>();
  for (let row = start; row < end; row++) {
    const cells = grid.filled(row).filter(({ value }) => typeof value === 'string');
    const ofMoney = namesMoney(grid, row);
    for (const cell of cells) {
      const label = located(cell);
      const text = labelPart(label.value);
      for (const [key, names] of Object.entries(NARRATIVE_LABELS)) {
        if (found.has(key) || !names.test(text)) continue;
        // 偏差原因 over a column of the money is why that was not spent; an answer right beside it counts for the form too.
        if (key === 'shortfallReason' && ofMoney && !answeredBeside(grid, label)) continue;
        // 任务名称 | 完成情况 | 预算数 | 执行数 is told of tasks.
        if (key === 'completion' && ofMoney) continue;
        const value = narrativeValue(grid, label, names, end);
        if (value !== null) found.set(key, key === 'shortfallReason' ? value : withRowsBelow(grid, value, end));
      }
    }
  }
  return {
    goals: found.get('goals') ?? null,
    completion: found.get('completion') ?? null,
    shortfallReason: found.get('shortfallReason') ?? null,
  };
}

/** Goals with figures in rows of their own are one text, in the cell of the first: 目标1：改建50公里 over 目标2：安装30公里. */
function withRowsBelow(grid: Grid, value: Located<string>, end: number): Located<string> {
  const { row, column } = value.at;
  const columns = grid.filled(row).flatMap(({ at, text }) => (isLabel(normalise(text)) ? [] : [at.column]));
  const texts = [value];
  for (const below of grid.filledBetween(row, end)) {
    const cells = grid.filled(below);
    const goesOn = cells.every(
      ({ at, text }) =>
        columns.includes(at.column) && /.{4}/u.test(text) && /[0-9]/.test(text) && !isLabel(normalise(text)),
    );
    if (!goesOn || namesMoney(grid, below)) break;
    const own = cells.find(({ at }) => at.column === column);
    if (own !== undefined) texts.push(located(own));
  }
  const [text, joined] = [texts.map((one) => one.text), texts.map((one) => one.value)].map((all) => all.join('\n'));
  return { ...value, text: text ?? value.text, value: joined ?? value.value };
}

const isLabel = (text: string): boolean => TEXT_LABELS.some((words) => words.test(labelPart(text)));

/** The blank cell beside a label is its answer too: an unanswered question has a place. */
function narrativeValue(grid: Grid, label: Located<string>, names: RegExp, end: number): Located<string> | null {
  // 完成情况：一是… below 实际完成情况 says its name again.
  const isOther = (text: string) => isLabel(text) && !(/:./.test(text) && names.test(labelPart(text)));
  const beside = valueOf(grid, label);
  if (beside !== null && !isOther(beside.value)) return beside;
  const { row, column } = label.at;
  // 改进措施 and its text below 未完成原因 alone in its row are no answer to it.
  const isOwn = row + 1 < end && grid.anchor(row + 1, column).row > row;
  const under = isOwn && grid.filled(row + 1).length <= grid.filled(row).length;
  const below = under ? labelIn(grid, row + 1, column) : null;
  if (below !== null && !isOther(below.value) && !asksReason(below.value)) return below;
  // 三、绩效目标完成情况 alone over 年度绩效目标 and 目标完成情况 is the heading of both.
  const isAlone = row + 1 < end && grid.filled(row).length === 1;
  if (isAlone && NARRATIVE_LABELS.goals.test(labelPart(grid.compact(row + 1, column)))) return null;
  if (isOwn && asksBelow(grid, row, end)) return located(grid.at(row + 1, column));
  // 年度总体目标 beside 预期目标 or 中期目标 is a heading over them.
  if (beside !== null && !NARRATIVE_LABELS.completion.test(labelPart(beside.value))) return null;
  if (answeredBelow(grid, label, end)) return located(grid.at(row + 1, column));
  return beside === null ? besideIn(grid, label) : null;
}

/** Whether labels stand side by side in this row and the answer of another one stands below it. */
export function answeredBelow(grid: Grid, { at: { row, column } }: Located<unknown>, end: number): boolean {
  if (row + 1 >= end || grid.compact(row + 1, column) !== '') return false;
  return grid.filled(row).some((other) => {
    if (other.at.column === column || !isLabel(located(other).value)) return false;
    const below = labelIn(grid, row + 1, other.at.column);
    return below !== null && !isLabel(below.value);
  });
}

/** Whether labels of all three stand right beside each other over a row that is not filled in yet. */
function asksBelow(grid: Grid, row: number, end: number): boolean {
  if (row + 1 >= end || grid.filled(row + 1).length > 0) return false;
  const columns = grid.filled(row).flatMap((cell) => (isLabel(located(cell).value) ? [cell.at.column] : []));
  const behind = (column: number) => column + (grid.areaOf(row, column)?.columnCount ?? 1);
  return columns.length >= 3 && columns.slice(1).every((column, at) => column === behind(columns[at] ?? 0));
}

/** Whether words that are no heading of the money stand right beside a label. */
function answeredBeside(grid: Grid, label: Located<string>): boolean {
  const { value } = besideIn(grid, label) ?? { value: '' };
  return value !== '' && budgetRole(value) === null;
}

/** The cell, or merged area, that follows a label in its row; `null` at the end of the sheet. */
export function besideIn(grid: Grid, label: Located<string>): Located<string> | null {
  const { row, column } = label.at;
  const area = grid.areaOf(row, column);
  const next = column + (area?.columnCount ?? 1);
  return next <= grid.lastColumn ? located(grid.at(row, next)) : null;
}
