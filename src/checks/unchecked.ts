import { questionText } from '../form/questions';
import type { Rescored, Scores } from '../scoring/scores';
import { quote } from '../sheet/quote';
import type { Check } from './finding';

const NAMED_AT_MOST = 5;

function namesOf(names: readonly string[]): string {
  const quoted = names.slice(0, NAMED_AT_MOST).map((name) => quote(name.slice(0, 30)));
  return `${quoted.join('、')}${names.length > NAMED_AT_MOST ? '等' : ''}`;
}

function rowsOf({ indicators, budget }: Scores) {
  const rows: { name: string; score: Rescored }[] = indicators.map((score) => ({
    name: score.indicator.name.value.trim(),
    score,
  }));
  return budget === null ? rows : [{ name: budget.line.label.value.trim(), score: budget }, ...rows];
}

/**
 * What has a rule and could not be held against anything, in sentences for the officer: 3 项没有可以套用的评分规则，得分请人工判断.
 *
 * @param checks all there are, also those that the rulebook does not ask.
 */
export function uncheckedIn(checks: readonly Check[], scores: Scores): string[] {
  const { form } = scores;
  const rows = rowsOf(scores);
  // What is said to be empty may stand in a column that is asked for.
  const asksFor = form.questions.some(({ role }) => role === 'target' || role === 'actual');
  const unread = rows.flatMap(({ name, score: { unread: why } }) =>
    why === null || (asksFor && why.startsWith('没有填写')) ? [] : [{ name, why }],
  );
  const off = checks.filter(({ id }) => scores.rulebook.unasked?.some((one) => one === id));
  const judged = rows.filter(({ score }) => score.unread === null && ['judged', 'missing'].includes(score.origin));
  const sentences: string[] = [];
  for (const question of form.questions)
    sentences.push(`分不清${questionText(question)}凡与它有关的都没有核对，请指明。`);
  const asked = form.questions.some(({ role }) => role === 'stated' || role === 'convertedScore');
  if (!form.scored && !asked) sentences.push('表内没有得分栏，没有核对得分。');
  if (form.scored && form.total === null) sentences.push('表内没有总分行，没有核对总分。');
  else if (form.scored && form.total?.stated?.state !== 'figure') sentences.push('总分一格没有数字，没有核对总分。');
  if (judged.length > 0 && form.scored) {
    const names = namesOf(judged.map(({ name }) => name));
    sentences.push(`${judged.length} 项没有可以套用的评分规则，得分请人工判断：${names}。`);
  }
  if (off.length > 0) sentences.push(`按所用规则不问：${off.map(({ title }) => title).join('、')}。`);
  for (const { name, why } of unread.slice(0, NAMED_AT_MOST)) {
    sentences.push(`${quote(name.slice(0, 30))}没有按规则核对得分：${why.replace(/。$/, '')}。`);
  }
  if (unread.length > NAMED_AT_MOST) {
    const names = namesOf(unread.slice(NAMED_AT_MOST).map(({ name }) => name));
    sentences.push(`另有 ${unread.length - NAMED_AT_MOST} 项读不懂，没有按规则核对得分：${names}。`);
  }
  return sentences;
}
