import { isNoAnswer } from '../../form/evidence';
import { rowsBetween } from '../../form/grid';
import type { EvaluationForm } from '../../form/model';
import { once } from '../../sheet/remember';
import type { CheckInput } from '../finding';
import { cellsAcross, reasonsIn } from './across';
import { sentencesIn } from './sentences';

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
