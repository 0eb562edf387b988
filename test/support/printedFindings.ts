import path from 'node:path';
import { arithmeticOf, type Check, type Comparison, type Finding, type StatedRef } from '../../src/checks/finding';
import { formatAddress } from '../../src/sheet/address';
import { groupBy } from '../../src/sheet/lists';
import { cellAt, type SheetSnapshot } from '../../src/sheet/snapshot';
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

/** The figures in sentences that took part: 文中 J11 12、8 */
function statedText(sheet: SheetSnapshot, { stated }: Comparison): string {
  const texts = groupBy(stated, ({ cell }) => formatAddress(cell));
  const figures = ({ cell, start }: StatedRef) =>
    /^[-0-9０-９.,，]*./.exec(String(cellAt(sheet, cell).value).slice(start))?.[0] ?? '';
  return [...texts].map(([cell, all]) => `  文中 ${cell} ${all.map(figures).join('、')}`).join('');
}

/** What a check compared in a sheet in order: the cells, the arithmetic and the figures in sentences. */
function comparisonLines(check: Check, valid: ValidCase): string[] {
  const made = agreementsOf(check, valid);
  const more = made.length - COMPARISONS_SHOWN;
  const line = (of: Comparison) =>
    `  ${of.cells.map(formatAddress).join(' ') || '—'}  ${arithmeticOf(of) ?? ''}`.trimEnd() +
    statedText(valid.sheet, of);
  return [...made.slice(0, COMPARISONS_SHOWN).map(line), ...(more > 0 ? [`  另有 ${more} 处`] : [])];
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
