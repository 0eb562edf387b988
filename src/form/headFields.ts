import { type Area, type CellRef, compareCells, type SheetSnapshot } from '../sheet/snapshot';
import { compact } from '../sheet/text';
import { namesMoney } from './budgetWords';
import { labelsOf, located } from './cells';
import { Grid } from './grid';
import { answeredBelow, besideIn, besideLabel, valueOf } from './heading';
import type { EvaluationForm, Located } from './model';
import { DEPARTMENT_LABELS, NARRATIVE_LABELS, ORGANISATION_LABELS, PROJECT_LABELS } from './vocabulary/labels';
import { isFieldLabel, labelPart, rankOf, TEXT_LABELS } from './words';

const namedBeside =
  (labels: readonly RegExp[]) =>
  (snapshot: SheetSnapshot, area: Area): Located<string> | null =>
    besideLabel(Grid.of(snapshot, area), area.row, area.row + area.rowCount, labels);

/** The name of the project that a form in this area is about; `null` where it names none. */
export const projectIn = namedBeside(PROJECT_LABELS);

/** The department over the organisation that carries a project out; `null` where the form names none. */
export const departmentIn = namedBeside(DEPARTMENT_LABELS);

/** A field of the head of a form in which nothing stands yet. */
export interface BlankField {
  readonly label: Located<string>;
  readonly cell: CellRef;
}

/** The cell for what a label asks for: beside it; of a text below it, where labels stand side by side. */
function cellFor(grid: Grid, label: Located<string>, end: number): Located<string> | null {
  const { row, column } = label.at;
  const beside = besideIn(grid, label);
  if (beside !== null && rankOf(TEXT_LABELS, label.value) < 0) return beside;
  if (beside?.value === '' && !answeredBelow(grid, label, end)) return beside;
  // 三、目标完成情况 is the heading of a part.
  const heads = /^[一二三四五六七八九十]{1,2}、/.test(label.value);
  const below = row + 1 < end && !heads ? located(grid.at(row + 1, column)) : null;
  return below !== null && below.at.row > row ? below : beside;
}

/** A field by its labels; `null` where any of them has its answer, or none has a blank cell for it. */
function blankField(grid: Grid, labels: readonly Located<string>[], end: number): BlankField | null {
  const fields = labels.map((label) => ({ label, cell: cellFor(grid, label, end) }));
  const isAnswer = (value: Located<string> | null) =>
    value !== null && value.value !== '' && !isFieldLabel(value.value);
  if (fields.some(({ label, cell }) => isAnswer(valueOf(grid, label)) || isAnswer(cell))) return null;
  // 年度总体目标 is a heading over 预期目标, which follows it.
  const blank = fields.flatMap(({ label, cell }) => (cell?.value === '' ? [{ label, cell: cell.at }] : []));
  return blank.at(-1) ?? null;
}

/**
 * The blank cell for the project's name and its label in these rows; `null` where a name stands beside any such label, or
 * another label right beside it: the names then stand below.
 */
export function blankProjectIn(snapshot: SheetSnapshot, area: Area, end: number): BlankField | null {
  const grid = Grid.of(snapshot, area);
  const labels = [...labelsOf(grid, area.row, end)].filter(({ value }) => rankOf(PROJECT_LABELS, value) >= 0);
  return blankField(grid, labels, end);
}

/** （    年度）, XX年 */
const NO_YEAR = /^\(?[_X×*]{0,4}年度?\)?$/i;

/** The fields of a form's head in which nothing stands: year, project, organisation, department, goals and completion. */
export function blankFieldsIn(form: EvaluationForm, snapshot: SheetSnapshot): readonly BlankField[] {
  const { area, headers, year, narrative } = form;
  const end = headers[0]?.row ?? area.row;
  const grid = Grid.of(snapshot, area);
  const labels = [...labelsOf(grid, area.row, end)];
  const dateless = year === null ? labels.find(({ text }) => NO_YEAR.test(compact(text))) : undefined;
  const kinds = [
    ...[PROJECT_LABELS, ...ORGANISATION_LABELS.map((one) => [one])],
    ...(narrative.goals?.value ? [] : [[NARRATIVE_LABELS.goals]]),
    ...(narrative.completion?.value ? [] : [[NARRATIVE_LABELS.completion]]),
  ];
  const fields = kinds.map((kind) => {
    const own = labels.filter(({ value, at }) => rankOf(kind, value) >= 0 && !namesMoney(grid, at.row));
    return blankField(grid, own, end);
  });
  const found = [
    ...(dateless === undefined ? [] : [{ label: { ...dateless, value: '年度' }, cell: dateless.at }]),
    ...fields.filter((field) => field !== null),
  ];
  return found.sort((a, b) => compareCells(a.cell, b.cell));
}

/** What a field is called: its label without the colon. */
export const fieldName = ({ label }: BlankField): string => labelPart(label.value);
