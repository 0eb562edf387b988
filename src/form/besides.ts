import type { Decimal } from 'decimal.js';
import { sum } from '../sheet/lists';
import { partOf, type SheetSnapshot } from '../sheet/snapshot';
import { isForEvidence } from './evidenceColumns';
import type { Grid } from './grid';
import type { Heading } from './header';
import type { EvaluationForm } from './model';
import { LEAST_WHOLE } from './stretches';

/**
 * The forms that stand side by side on a sheet, part by part: from where the headings begin again, in their words or
 * with all that they say, or else behind columns in which nothing stands; else none.
 *
 * @param read finds the forms of some columns; `goesOn`: of a table that is known to be a part of one.
 */
export function sideBySide(
  grid: Grid,
  [heading]: readonly Heading[],
  read: (part: SheetSnapshot, goesOn: boolean) => readonly EvaluationForm[],
): readonly (readonly EvaluationForm[])[] {
  const { snapshot, firstRow, firstColumn, lastColumn } = grid;
  const behind = behindGaps(snapshot);
  const again = heading === undefined ? [] : beginningsAgain(grid, heading);
  const starts = again.length > 0 ? again : behind;
  if (starts.length === 0) return [];
  const goesOn = !starts.every((start) => behind.includes(start));
  const parts = [firstColumn, ...starts].map((start, at) => {
    const columnCount = (starts[at] ?? lastColumn + 1) - start;
    const area = { row: firstRow, column: start, rowCount: snapshot.rowCount, columnCount };
    return { forms: read(partOf(snapshot, area), goesOn), start, end: start + columnCount };
  });
  const whole = parts.filter(({ forms }) => forms.some(isComplete));
  const [only] = whole;
  const isAlone =
    whole.length === 1 &&
    only !== undefined &&
    parts.every(({ forms }) => forms.length === 0 || forms === only.forms) &&
    heading?.columns.every(({ column, said }) => said === null || (column >= only.start && column < only.end)) !==
      false;
  return (isAlone ? whole : parts).map(({ forms }) => forms);
}

/** Whether a form lacks nothing: what stands behind empty columns beside it is another table. */
const isComplete = ({ total, title, indicators }: EvaluationForm) =>
  total !== null &&
  title !== null &&
  sum(indicators.map(({ weight }) => weight?.value)).gte(LEAST_WHOLE) &&
  indicators.every(({ stated }) => stated !== null);

/** The columns from which a heading says again what it said; 序号 in front of the first part need not come again. */
function beginningsAgain(grid: Grid, { columns }: Heading): readonly number[] {
  // 产出指标 over a whole block says once what it says.
  const named = columns.filter(
    ({ column, heading: { at, value } }) => value !== '' && grid.anchor(at.row, column).column === column,
  );
  const words = named.map(({ heading: { value } }) => value);
  const says = named.map(({ said }) => said?.[0]?.[0]);
  const beginsAgain = (from: number, at: number) =>
    startsAlike(words, from, at, LEAST_COLUMNS) || (at - from > 1 && startsAlike(says, from, at, at - from));
  for (const from of named.keys()) {
    const again = named.filter((_, at) => at > from && beginsAgain(from, at));
    if (again.length > 0) return again.map(({ column }) => column);
  }
  return [];
}

/** The fewest columns of a table: a name, its points and its score. */
const LEAST_COLUMNS = 3;

/** Whether so many entries of a list come again, in the same order, from another place on. */
const startsAlike = (list: readonly unknown[], from: number, at: number, count: number): boolean =>
  at + count <= list.length && list.slice(at, at + count).every((one, by) => one === list[from + by]);

/** The columns behind empty ones that no merged area reaches into. */
function behindGaps({ values, origin, columnCount, merges }: SheetSnapshot): readonly number[] {
  const isGap = (at: number) =>
    values.every((row) => row[at] === null) &&
    merges.every(
      ({ column, columnCount: width }) => column + width <= origin.column + at || column > origin.column + at,
    );
  const gaps = new Set(Array.from(values[0] ?? [], (_, at) => at).filter(isGap));
  return Array.from({ length: columnCount }, (_, at) => at)
    .filter((at) => at > 1 && gaps.has(at - 1) && !gaps.has(at))
    .map((at) => origin.column + at);
}

const weightOf = ({ indicators }: EvaluationForm) => sum(indicators.map(({ weight }) => weight?.value));

/** Whether forms make the whole only together. */
export function isWholeTogether(forms: readonly EvaluationForm[]): boolean {
  const weights = forms.map(weightOf);
  return sum(weights).equals(100) && weights.every((own) => own.lt(LEAST_WHOLE));
}

/** A form whose table goes on beside itself, under the same headings: with the rows of all its parts. */
export function asOneTable(
  forms: readonly EvaluationForm[],
  beside: readonly (readonly EvaluationForm[])[],
): readonly EvaluationForm[] {
  const [whole, ...more] = forms;
  const parts = beside.flat();
  // 备注 may stand at the right of the last part alone.
  const rolesOf = ({ headers }: EvaluationForm) =>
    headers
      .map(({ columns }) => columns.flatMap((column) => (isForEvidence(column) ? [] : column.role)).join(' '))
      .join('\n');
  const isOne = parts.length > 1 && parts.length === beside.length && new Set(parts.map(rolesOf)).size === 1;
  if (whole === undefined || more.length > 0 || !isOne) return forms;
  // The total of the whole may stand below one of its parts.
  const all = sum(parts.map(weightOf));
  const totalOf = (weight: Decimal) => parts.find((part) => part.total?.weight?.value?.equals(weight) === true)?.total;
  // 合计 60 and 合计 40 are of the parts.
  const areOfParts = parts.every((part) => part.total?.weight?.value?.equals(weightOf(part)) === true);
  const total = totalOf(all) ?? (areOfParts ? null : whole.total);
  return [
    {
      ...whole,
      total,
      questions: parts.flatMap(({ questions }) => questions),
      headers: parts.flatMap(({ headers }) => headers),
      groups: parts.flatMap(({ groups }) => groups),
      indicators: parts.flatMap(({ indicators }) => indicators),
      sums: parts.flatMap(({ sums }) => sums.filter(({ stated }) => stated.at.row !== total?.label.at.row)),
    },
  ];
}
