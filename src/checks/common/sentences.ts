import { Decimal } from 'decimal.js';
import { cellAt, isBlank, type CellRef } from '../../sheet/snapshot';
import { once } from '../../sheet/remember';
import { compact } from '../../sheet/text';
import type { CheckInput } from '../finding';

export interface Sentence {
  readonly cell: CellRef;
  readonly text: string;
}

/** A sentence, not a label beside its figure. */
const SHORTEST = 8;
const LONGEST = 4_000;

/** The texts of a form outside its table of indicators, without white space: goals, conclusions, notes. */
export const sentencesIn = once(({ form, snapshot }: CheckInput): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  const { row, column, rowCount, columnCount } = form.area;
  const inTable = new Set(form.indicators.map((indicator) => indicator.row));
  for (let at = row; at < row + rowCount; at++) {
    if (inTable.has(at)) continue;
    for (let beside = column; beside < column + columnCount; beside++) {
      const cell = cellAt(snapshot, { row: at, column: beside });
      if (isBlank(cell) || typeof cell.value !== 'string') continue;
      if (cell.text.length < SHORTEST || cell.text.length > LONGEST) continue;
      sentences.push({ cell: cell.at, text: compact(cell.text) });
    }
  }
  return sentences;
});

/** What a sentence states: `text` is the words that do, `said` what stands in their first group. */
export interface StatedInWords extends Sentence {
  readonly said: string;
}

/** 预算执行率90%，得分9分 */
const EXECUTION_POINTS = /执行[^。;；]{0,60}?得分?(?:为|是|:|：)?([0-9]{1,2}(?:\.[0-9]{1,4})?)分?/;

/** The points for the execution of the budget as a text outside the table tells them; `null` where none does. */
export const executionPointsTold = once((input: CheckInput): Decimal | null => {
  for (const { text } of sentencesIn(input)) {
    const [, points] = EXECUTION_POINTS.exec(text) ?? [];
    if (points !== undefined) return new Decimal(points);
  }
  return null;
});

/**
 * What those texts state in such words, the first in each; left out where something around it says that another thing is
 * meant: so many characters before it and behind it are looked at.
 */
export function* statedIn(
  input: CheckInput,
  words: RegExp,
  other: RegExp,
  [before, behind]: readonly [number, number],
): Iterable<StatedInWords> {
  for (const { cell, text } of sentencesIn(input)) {
    const found = words.exec(text);
    if (found?.[1] === undefined) continue;
    const around = text.slice(Math.max(0, found.index - before), found.index + found[0].length + behind);
    if (!other.test(around)) yield { cell, text: found[0], said: found[1] };
  }
}
