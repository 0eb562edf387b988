import { isNoAnswer } from '../../form/evidence';
import { rowsBetween } from '../../form/grid';
import { asksReason } from '../../form/rowMarks';
import type { EvaluationForm } from '../../form/model';
import { cellAt, cellsIn } from '../../sheet/snapshot';
import type { CheckInput } from '../finding';
import { cellsAcross } from './across';
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

/** What stands beside a label that asks for a reason above the table: 预算执行偏差原因 | 年中追加预算. */
function reasonsAbove(input: CheckInput): string[] {
  const { area, indicators } = input.form;
  return rowsBetween(area.row - 1, Math.max(area.row, indicators[0]?.row ?? 0)).flatMap((row) => {
    const [label = '', ...texts] = cellsAcross(input, row).flatMap(({ text }) => (text.trim() === '' ? [] : [text]));
    return asksReason(label) ? texts : [];
  });
}

/** 调整原因：…, wherever it stands; 应说明调整原因 asks for one. */
const NAMED_REASON = /(?:调[整增减剂]|追加|压减|超支|超出|变[更动])(?:的?(?:原因|理由|情况))?(?:说明)?:./;

/** Whether the cell for explanations beside the money says something. */
export function isMoneyExplained({ budget }: EvaluationForm): boolean {
  return !isNoAnswer(budget?.evidence?.text ?? '');
}

/**
 * Whether the form gives an explanation with such words: in 未能完成原因, in a text that is called a reason, below the
 * table, or in a row's evidence. Evidence is about its own row first, so clearer words may be asked of it (`inRow`).
 */
export function isSaidSomewhere(input: CheckInput, words: RegExp, inRow = words): boolean {
  const { narrative, indicators } = input.form;
  const named = sentencesIn(input).filter(({ text }) => NAMED_REASON.test(text));
  const beside = [narrative.shortfallReason?.text ?? '', ...reasonsAbove(input)];
  const texts = [...beside, ...textsBelow(input), ...named.map(({ text }) => text)];
  return texts.some((text) => words.test(text)) || indicators.some(({ evidence }) => inRow.test(evidence?.text ?? ''));
}
