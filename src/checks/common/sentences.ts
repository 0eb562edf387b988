import { Decimal } from 'decimal.js';
import { cellAt, cellsIn, isBlank, type CellRef } from '../../sheet/snapshot';
import { once } from '../../sheet/remember';
import { compact, saysPercent } from '../../sheet/text';
import { readFigure } from '../../words/figure';
import type { CheckInput } from '../finding';
import { cellsAcross } from './across';

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

/** 预算执行率90%，得分9分 */
const EXECUTION_POINTS = /执行[^。;；]{0,60}?得分?(?:为|是|:|：)?([0-9]{1,2}(?:\.[0-9]{1,4})?)分?/;
const EXECUTION = /(?:执行|支出|支付|完成)(?:率|进度|比例)/;
const MOST_POINTS = 20;
/** More candidates than this are not looked at. */
const MOST_TOLD = 12;

interface PointsTold {
  readonly points: Decimal;
  /** Whether the text itself calls the figure points. */
  readonly inWords: boolean;
}

/**
 * Figures that may be the points for the execution of the budget where no row is recognised as scoring it: those named in
 * a text outside the table, and those in a row outside the table that mentions a rate of execution, or in the row below it.
 */
export const executionPointsTold = once((input: CheckInput): readonly PointsTold[] => {
  const told = sentencesIn(input).flatMap(({ text }) => EXECUTION_POINTS.exec(text)?.[1] ?? []);
  const { area } = input.form;
  const rows = new Set([...input.form.indicators.map((one) => one.row), input.form.total?.label.at.row ?? -1]);
  const outside = Array.from({ length: area.rowCount }, (_, at) => area.row + at).filter((at) => !rows.has(at));
  const cellsOf = (row: number) => cellsAcross(input, row);
  const speaks = (row: number) =>
    cellsOf(row).some(({ text }) => text.length < MOST_TEXT && EXECUTION.test(compact(text)));
  const figures = outside
    .filter((row) => speaks(row) || (row > area.row && !rows.has(row - 1) && speaks(row - 1)))
    .flatMap(cellsOf)
    .flatMap((cell) => (saysPercent(cell.text) ? [] : (readFigure(cell).value ?? [])))
    .filter((figure) => figure.gt(0) && figure.lte(MOST_POINTS));
  const inWords = told.map((points) => ({ points: new Decimal(points), inWords: true }));
  return [...inWords, ...figures.map((points) => ({ points, inWords: false }))].slice(0, MOST_TOLD);
});
const MOST_TEXT = 40;

/** Whose they are, where that is said before them in their clause: 经自评，某局2023年度部门整体支出; nobody's in 在全市考核中, 服务对象, 水质. */
const OWN =
  /^(?:[^，。；,;:]{0,30}(?:[局委办厅院校部处站所队室馆会]|中心|单位|部门|项目|专项|资金|工作|支出|[\d.、一二三四五]))?(?:20\d\d年度?|[本该]|年度?|整体|绩效|自我|自评|评价|评分|评定|综合|结果|结论|最终|得分|分|经|的|情况)*$/;

const OTHER_YEAR = /[上去往]一?年/;

/** Whether the clause before some words says that they are of this form (自评 is) and this year, or says nothing. */
function isOwn({ form }: CheckInput, before: string, said: string): boolean {
  const clause = before.slice(1 + Math.max(...Array.from('，。；,;:：!！“', (mark) => before.lastIndexOf(mark))));
  const years = clause.match(/20\d\d(?=年)/g) ?? [];
  const own = !OTHER_YEAR.test(clause) && ((clause + said).includes('自评') || OWN.test(clause));
  return own && years.every((year) => form.year === null || Number(year) === form.year.value);
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
