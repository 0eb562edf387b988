import { cellAt, cellsIn, isBlank, type CellRef } from '../../sheet/snapshot';
import { once } from '../../sheet/remember';
import { compact } from '../../sheet/text';
import type { CheckInput } from '../finding';
import { isOfAnotherYear } from '../../words/vocabulary';

export interface Sentence {
  readonly at: CellRef;
  readonly text: string;
}

/** Shorter texts are labels, longer ones are not sentences. */
const SHORTEST = 8;
const LONGEST = 4_000;

/** The texts of a form outside its table of indicators, without white space: goals, conclusions, notes. */
export const sentencesIn = once(({ form, snapshot }: CheckInput): readonly Sentence[] => {
  const inTable = new Set(form.indicators.map((indicator) => indicator.row));
  return Array.from(cellsIn(form.area)).flatMap((at) => {
    const cell = cellAt(snapshot, at);
    if (inTable.has(at.row) || isBlank(cell) || typeof cell.value !== 'string') return [];
    const sentence = cell.text.length >= SHORTEST && cell.text.length <= LONGEST;
    return sentence ? [{ at, text: compact(cell.text) }] : [];
  });
});

/** What a sentence states: `text` is the words that do, `said` what stands in their first group. */
export interface StatedInWords extends Sentence {
  readonly said: string;
}

/** Whose they are, where that is said before them in their clause: 经自评，某局2023年度部门整体支出; nobody's in 在全市考核中, 服务对象, 水质. */
const OWN =
  /^(?:[^，。；,;:]{0,30}(?:[局委办厅院校部处站所队室馆会]|中心|单位|部门|项目|专项|资金|工作|支出|[\d.、一二三四五]))?(?:20\d\d年度?|[本该]|年度?|整体|绩效|自我|自评|评价|评分|评定|综合|结果|结论|最终|得分|分|经|的|情况)*$/;

/** Whether the clause before some words says that they are of this form (自评 is) and this year, or says nothing. */
function isOwn({ form }: CheckInput, before: string, said: string): boolean {
  const clause = before.slice(1 + Math.max(...Array.from('，。；,;:：!！“', (mark) => before.lastIndexOf(mark))));
  const own = (clause + said).includes('自评') || OWN.test(clause);
  // Where the form names no year the one of the clause is its own.
  return own && !isOfAnotherYear(clause, form.year?.value ?? Number(/20\d\d/.exec(clause)?.[0]));
}

/**
 * What those texts state of the form in such words, the first place in each. It is left out where `other` fits what stands
 * around it, since another thing is meant then; the last argument says how many characters before and behind it are looked at.
 */
export function* statedIn(
  input: CheckInput,
  words: RegExp,
  other: RegExp,
  [before, behind]: readonly [number, number],
): Iterable<StatedInWords> {
  for (const { at: cell, text } of sentencesIn(input)) {
    const found = words.exec(text);
    if (found?.[1] === undefined) continue;
    const around = text.slice(Math.max(0, found.index - before), found.index + found[0].length + behind);
    if (!other.test(around) && isOwn(input, text.slice(0, found.index), found[0]))
      yield { at: cell, text: found[0], said: found[1] };
  }
}
