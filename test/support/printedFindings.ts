import path from 'node:path';
import { arithmeticOf, type Check, type Finding } from '../../src/checks/finding';
import { formatAddress } from '../../src/sheet/address';
import { agreementsOf, reviewOf, type CheckCaseFile, type ValidCase } from './checkTester';

/** Where all that an officer sees of the findings of the cases stands, to be read when it changes. */
export const PRINTED_FINDINGS = path.join(__dirname, '..', 'checks', 'findings.txt');

function lines(finding: Finding): string[] {
  const { severity, cell, related, title, message, arithmetic, expected, found, rule, fix, follows } = finding;
  const details: readonly (readonly [string, string | undefined])[] = [
    ['相关', related.map(formatAddress).join(' ') || undefined],
    ['算式', arithmetic],
    ['应为', expected],
    ['现为', found],
    ['规则', rule],
    ['随之', follows?.map((one) => `${formatAddress(one.cell)} ${one.title}`).join('；')],
    ['改正', fix && `${formatAddress(fix.cell)} ${fix.before} → ${String(fix.after)}（${fix.label}）`],
  ];
  return [
    `  ${formatAddress(cell)} ${severity} ${title}`,
    `    ${message}`,
    ...details.flatMap(([label, text]) => (text === undefined ? [] : [`    ${label}：${text}`])),
  ];
}

/** More of a kind tell nothing new. */
const COMPARISONS_SHOWN = 6;

/** What a check compared in a sheet in order: the cells and the arithmetic. */
function comparisonLines(check: Check, one: ValidCase): string[] {
  const made = agreementsOf(check, one);
  const more = made.length - COMPARISONS_SHOWN;
  return [
    ...made
      .slice(0, COMPARISONS_SHOWN)
      .map((one) => `  ${one.cells.map(formatAddress).join(' ') || '—'}  ${arithmeticOf(one) ?? ''}`.trimEnd()),
    ...(more > 0 ? [`  另有 ${more} 处`] : []),
  ];
}

function print({ check, valid, invalid }: CheckCaseFile): string {
  const cases = invalid.flatMap((one) => {
    const findings = reviewOf(one).flatMap((form) => form.findings);
    return [one.name, ...findings.filter((finding) => finding.check === check.id).flatMap(lines)];
  });
  const compared = valid.flatMap((one) => [`对：${one.name}`, ...comparisonLines(check, one)]);
  return [`# ${check.id}`, ...compared, ...cases].map((line) => line.replaceAll('\n', '↵')).join('\n');
}

const printed = new Map<CheckCaseFile, string>();

/** What the cases of a check make it say, in full, and what it compares in the sheets in order. */
export function printedFindings(file: CheckCaseFile): string {
  const text = printed.get(file) ?? print(file);
  printed.set(file, text);
  return text;
}

/** The whole file. */
export function allPrintedFindings(files: readonly CheckCaseFile[]): string {
  return `${files.map(printedFindings).join('\n\n')}\n`;
}
