import { located } from '../../form/cells';
import { isNoAnswer } from '../../form/evidence';
import { rowsBetween } from '../../form/grid';
import type { EvaluationForm, Located } from '../../form/model';
import { once } from '../../sheet/remember';
import { cellAt, cellsIn, isBlank } from '../../sheet/snapshot';
import { compact } from '../../sheet/text';
import { isOfAnotherYear } from '../../words/vocabulary';
import type { CheckInput } from '../finding';
import { cellsAcross, reasonsIn } from './across';

/** Shorter texts are labels, longer ones are not sentences. */
const SHORTEST = 8;
const LONGEST = 4_000;

/** The texts of a form outside its table of indicators, without white space: goals, conclusions, notes. */
export const sentencesIn = once(({ form, snapshot }: CheckInput) => {
  const inTable = new Set(form.indicators.map((indicator) => indicator.row));
  return Array.from(cellsIn(form.area)).flatMap((at) => {
    const cell = cellAt(snapshot, at);
    if (inTable.has(at.row) || isBlank(cell) || typeof cell.value !== 'string') return [];
    const sentence = cell.text.length >= SHORTEST && cell.text.length <= LONGEST;
    return sentence ? [{ at, text: compact(cell.text) }] : [];
  });
});

/** The same as they stand in their cells. */
export const textsOutside = once((input: CheckInput): readonly Located<string>[] =>
  sentencesIn(input).map(({ at }) => located(cellAt(input.snapshot, at))),
);

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
 * What those texts state of the form in such words, the first place in each: `text` is the words that do, `said` what
 * stands in their first group. It is left out where `other` fits what stands
 * around it, since another thing is meant then; the last argument says how many characters before and behind it are looked at.
 */
export function* statedIn(
  input: CheckInput,
  words: RegExp,
  other: RegExp,
  [before, behind]: readonly [number, number],
) {
  for (const { at: cell, text } of sentencesIn(input)) {
    const found = words.exec(text);
    if (found?.[1] === undefined) continue;
    const around = text.slice(Math.max(0, found.index - before), found.index + found[0].length + behind);
    if (!other.test(around) && isOwn(input, text.slice(0, found.index), found[0]))
      yield { at: cell, text: found[0], said: found[1] };
  }
}

/** What is longer is no label; 因上级追加资金超支八万元 is none either. */
const LABEL_LENGTH = 12;
const GIVES_CAUSE = /^\s*(?:因(?![此素而果])|由于)/;
/** Labels of an answer that may be short, not 主管处室 or 是否超支, and answers that say that there is nothing. */
const ASKS = /原因|说明|问题|事项/;
const DENIES = /^\s*(?:[未无否]|没有?|不存在)/;

/**
 * The texts below the table, such as what stands beside 其他需要说明的事项 or 存在问题, without labels and notes on how to
 * fill in the form.
 */
function textsBelow(input: CheckInput): string[] {
  const { area, indicators } = input.form;
  const row = (indicators.at(-1)?.row ?? area.row) + 1;
  return rowsBetween(row - 1, area.row + area.rowCount).flatMap((below) => {
    const texts = cellsAcross(input, below).flatMap(({ text }) => (text.trim() === '' ? [] : text));
    // Of several short ones each may be the heading of a column.
    const [label, answer] = texts.length === 2 ? texts : [];
    const answers = ASKS.test(label ?? '') && !DENIES.test(answer ?? '') ? [answer] : [];
    const isSaid = (text: string) => text.length > LABEL_LENGTH || GIVES_CAUSE.test(text) || answers.includes(text);
    return texts.filter((text) => isSaid(text) && !/^\s*(?:注|备注|说明|填[表报])/.test(text));
  });
}

/** 调整原因：…, wherever it stands; 应说明调整原因 asks for one. */
const NAMED_REASON = /(?:调[整增减剂]|追加|压减|超支|超出|变[更动])(?:的?(?:原因|理由|情况))?(?:说明)?:./;

/** Whether the cell for explanations beside the money says something. */
export function isMoneyExplained({ budget }: EvaluationForm): boolean {
  return !isNoAnswer(budget?.evidence?.text ?? '');
}

/** The texts outside the rows in which a form explains itself: 未能完成原因, what is called a reason, and what stands below the table. */
const explanations = once((input: CheckInput): readonly string[] => {
  const { area, indicators, narrative } = input.form;
  const above = rowsBetween(area.row - 1, Math.max(area.row, indicators[0]?.row ?? 0));
  const named = sentencesIn(input).filter(({ text }) => NAMED_REASON.test(text));
  const beside = [...reasonsIn(input, above), ...named].map(({ text }) => text);
  return [narrative.shortfallReason?.text ?? '', ...beside, ...textsBelow(input)];
});

/**
 * Whether the form gives an explanation with such words: in 未能完成原因, in a text that is called a reason, below the
 * table, or in a row's evidence. Evidence is about its own row first, so clearer words may be asked of it (`inRow`).
 */
export function isSaidSomewhere(input: CheckInput, words: RegExp, inRow = words): boolean {
  const { indicators } = input.form;
  return (
    explanations(input).some((text) => words.test(text)) ||
    indicators.some(({ evidence }) => inRow.test(evidence?.text ?? ''))
  );
}
