import { sum } from '../sheet/lists';
import { compact } from '../sheet/text';
import { HUNDRED } from '../words/units';
import { figureInLabel, located } from './cells';
import { type Grid, rowsBetween } from './grid';
import type { FormHeader, Indicator, Located, TargetBlock } from './model';
import type { Stretch } from './stretches';
import { weightInHeading, weightInLabel } from './weightInLabel';

/** 年度绩效目标1（80分） beside the levels of a heading, or first in a row of its own, weighs what stands below it until the next one. */
export function targetBlocks(
  grid: Grid,
  { start, end, headings }: Stretch,
  indicators: readonly Indicator[],
): readonly TargetBlock[] {
  const scored = new Set(indicators.map(({ row }) => row));
  const inRows = rowsBetween(start - 1, end).flatMap((row) => {
    const [first] = scored.has(row) ? [] : grid.filled(row);
    const said = first === undefined ? '' : compact(first.text);
    if (first === undefined || !TASK_LABEL.test(said)) return [];
    // The label may be printed in each row of its block.
    const isPrinted = grid.compact(grid.filledFrom(row, -1, start), first.at.column) === said;
    return isPrinted ? [] : [{ row, label: located(first) }];
  });
  const inHeadings = headings.map(({ columns, lastRow }) => {
    const label = columns.map(({ heading }) => heading).find(({ value }) => BLOCK_LABEL.test(value));
    return { row: lastRow, label };
  });
  const parts = inRows.length > 0 ? inRows : inHeadings;
  return parts.flatMap(({ row, label }, at) => {
    const weight = label === undefined ? undefined : weightInLabel(label.value, true)?.weight;
    if (label === undefined || weight === undefined) return [];
    const below = indicators.filter((one) => one.row > row).map((one) => one.row);
    const next = Math.min(parts[at + 1]?.row ?? Infinity, otherBelow(grid, label, below));
    return [
      {
        label,
        weight: figureInLabel(label, weight),
        indicators: indicators.filter((one) => one.row > row && one.row < next),
      },
    ];
  });
}

/** Blocks weigh most of 100; 任务（1） and 任务（2） are numbered. */
const LEAST_TOGETHER = 50;

/**
 * 共性指标（20） and 个性指标（80） in a column of their own before all levels weigh the rows beside them; none where not
 * all that stands there names its points.
 *
 * @param other a row that counts among them and is no indicator, the execution of the budget.
 */
export function outerBlocks(
  grid: Grid,
  { columns, lastRow }: FormHeader,
  indicators: readonly Indicator[],
  other: number | undefined,
): readonly TargetBlock[] {
  const first = Math.min(...columns.map(({ heading }) => heading.at.column));
  const last = indicators.at(-1)?.row ?? lastRow;
  for (let column = grid.firstColumn; column < first; column++) {
    const labels = rowsBetween(lastRow, last + 1)
      .filter((row) => grid.startsInRow(row, column) && grid.compact(row, column) !== '')
      .map((row) => located(grid.at(row, column)))
      .filter(({ value }, at, all) => value !== all[at - 1]?.value);
    const weights = labels.flatMap(({ value }) => weightInHeading(value)?.weight ?? []);
    if (labels.length < 2 || weights.length < labels.length || sum(weights).lt(LEAST_TOGETHER)) continue;
    const items = sum(indicators.map(({ weight }) => weight?.value));
    // 文化科（35） may be anything, unless all of them make what the items weigh, or a hundred.
    const arePoints =
      labels.every(({ value }) => value.includes('分')) || [HUNDRED, items].some((whole) => whole.eq(sum(weights)));
    if (!arePoints) continue;
    return labels.flatMap((label, at) => {
      const [start, end] = [label.at.row, labels[at + 1]?.at.row ?? Infinity];
      const weight = weights[at];
      if (weight === undefined || (other !== undefined && other >= start && other < end)) return [];
      const below = indicators.filter(({ row }) => row >= start && row < end);
      return [{ label, weight: figureInLabel(label, weight), indicators: below }];
    });
  }
  return [];
}

/** The first of these rows below a label in whose column another one begins, where none does from the start: 预算执行情况. */
function otherBelow(grid: Grid, { at: { column }, text }: Located<string>, rows: readonly number[]): number {
  const begins = rows.filter(
    (row) => grid.startsInRow(row, column) && !['', compact(text)].includes(grid.compact(row, column)),
  );
  return begins[0] === rows[0] ? Infinity : (begins[0] ?? Infinity);
}

/** 年度绩效目标1（80分）, not 分值（100分）. */
const BLOCK_LABEL = /(?:目标|指标)[^()]{0,8}[(（][0-9.]{1,5}分[)）]/;
/** In a row of its own 产出指标（50分） is the heading of a level. */
const TASK_LABEL = /^(?:年度|绩效|总体|工作)*目标[0-9一二三四五六七八九十]{0,2}:?[(][0-9.]{1,5}分[)]/;
