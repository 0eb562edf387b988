import { isNoAnswer } from '../../form/evidence';
import { rowsBetween } from '../../form/grid';
import type { EvaluationForm } from '../../form/model';
import { once } from '../../sheet/remember';
import { cellAt, cellsIn } from '../../sheet/snapshot';
import type { CheckInput } from '../finding';
import { reasonsIn } from './across';
import { sentencesIn } from './sentences';

const LABEL_LENGTH = 12;

/** The texts below the table, such as 其他需要说明的事项 or 存在问题, without notes on how to fill in the form. */
function textsBelow({ form, snapshot }: CheckInput): string[] {
  const { area, indicators } = form;
  const row = (indicators.at(-1)?.row ?? area.row) + 1;
  const below = cellsIn({ ...area, row, rowCount: area.row + area.rowCount - row });
  return Array.from(below, (cell) => cellAt(snapshot, cell).text).filter(
    (text) => text.length > LABEL_LENGTH && !/^\s*(?:注|备注|说明|填[表报])/.test(text),
  );
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
