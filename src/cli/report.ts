import { SEVERITY_WORDS } from '../checks/severity';
import type { Decimal } from 'decimal.js';
import { coverageLine } from '../checks/coverage';
import type { Finding } from '../checks/finding';
import { formKind } from '../form/kind';
import type { FormReview } from '../review';
import { formatAddress } from '../sheet/address';
import { countFindings, HIDDEN, type CheckedFile, type CheckedSheet } from './checkFile';
import { oneLine } from './printable';

function figure(value: Decimal | null): string {
  return value === null ? '无' : value.toString();
}

function heading({ form }: FormReview): string {
  const year = form.year === null ? '' : `，${form.year.value} 年度`;
  const organisation =
    form.organisation === null || form.organisation.value === '' ? '' : `，${form.organisation.value}`;
  return `${formKind(form)}${year}${organisation}`;
}

function findingLines({ cell, severity, message, arithmetic, follows = [] }: Finding): string[] {
  const lines = [`    ${SEVERITY_WORDS[severity]} ${formatAddress(cell)}：${message}`];
  if (arithmetic !== undefined && !message.includes(arithmetic)) lines.push(`         算式：${arithmetic}`);
  for (const one of follows) lines.push(`         由此引起：${formatAddress(one.cell)} ${one.title}`);
  return lines;
}

function formLines(review: FormReview): string[] {
  const { scores, findings, coverage } = review;
  const { stated, sumOfStated, recomputed, grade } = scores.total;
  const totals = `总分：表内 ${figure(stated)}，各项之和 ${figure(sumOfStated)}，复算 ${figure(recomputed)}`;
  return [
    `    ${heading(review)}`,
    `    规则：${scores.rulebook.name}（${scores.why}）`,
    `    ${totals}${grade === null ? '' : `，等级 ${grade}`}`,
    ...(findings.length === 0 ? ['    没有发现问题'] : findings.flatMap(findingLines)),
    `    ${coverageLine(coverage)}`,
    ...coverage.unchecked.map((sentence) => `    未核查：${sentence}`),
  ];
}

function sheetLines({ name, review, notes }: CheckedSheet): string[] {
  const lines = [`  工作表“${name}”`, ...notes.map((note) => `    ${note}`)];
  if (review === null) return [...lines, `    ${HIDDEN}`];
  if (review.forms.length > 0) return [...lines, ...review.forms.flatMap(formLines)];
  return [...lines, `    没有认出自评表：${review.none?.reason ?? '没有找到指标表'}`];
}

function counts({ error, warning, info }: ReturnType<typeof countFindings>): string {
  return `错误 ${error}，提醒 ${warning}，提示 ${info}`;
}

/** What was found in one file, for people. */
export function fileReport(checked: CheckedFile): string {
  const { file, error, noCopy, sheets } = checked;
  const lines = [
    file.file,
    ...(error === null ? [] : [`  没有核查：${error}`]),
    ...(noCopy === null ? [] : [`  没有写批注副本：${noCopy}`]),
  ].concat(sheets.flatMap(sheetLines), sheets.length > 0 ? [`  合计：${counts(countFindings(checked))}`] : []);
  return `${lines.map(oneLine).join('\n')}\n`;
}
