import { SEVERITY_WORDS } from '../../src/checks/severity';
import path from 'node:path';
import { formatAddress } from '../../src/sheet/address';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { reviewOf, type CheckCaseFile, type InvalidCase } from './checkTester';

/** Where the printed page stands. */
export const CHECKS_PAGE = path.join(__dirname, '..', '..', 'docs', 'checks.md');

const INTRODUCTION = `# 核查项目

本页由 \`npm run docs:checks\` 从程序和测试用例印出，请不要手工修改。

- **错误**：算术或者表格自己的规则不成立，不需要判断。
- **提醒**：缺了应填的内容，或者文字与数字互相矛盾。
- **提示**：需要人来回答的问题，或者一个说明。

一个原因只提示一次，放在应当改正的单元格；没有把握的不提示为错误或提醒。每一项下面的例子都是测试中真实运行的表。
`;

/** A text that can stand in a cell of a table. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('*', '\\*');
}

/** The row in which a finding stands, as its cells read. */
function rowText(sheet: SheetSnapshot, row: number): string {
  const texts = sheet.texts[row - sheet.origin.row] ?? [];
  return texts.filter((text) => text !== '').join('｜');
}

function examples({ check }: CheckCaseFile, one: InvalidCase): string[] {
  const findings = reviewOf(one).flatMap((form) => form.findings);
  return findings
    .filter((finding) => finding.check === check.id)
    .map(({ cell: at, severity, message }) =>
      [one.name, SEVERITY_WORDS[severity], formatAddress(at), rowText(one.sheet, at.row), message]
        .map(cell)
        .join(' | '),
    )
    .map((row) => `| ${row} |`);
}

function section(file: CheckCaseFile): string {
  const { check, valid, invalid } = file;
  return [
    `## ${check.title}`,
    '',
    `\`${check.id}\` · ${SEVERITY_WORDS[check.severity]}`,
    '',
    check.explain,
    '',
    `不提示：${valid.map(({ name }) => cell(name)).join('；')}。`,
    '',
    '| 例子 | 程度 | 单元格 | 所在行 | 提示 |',
    '| --- | --- | --- | --- | --- |',
    ...invalid.flatMap((one) => examples(file, one)),
    '',
  ].join('\n');
}

/** The manual's list of checks: what each holds against what, with the examples of its cases. */
export function checksPage(files: readonly CheckCaseFile[]): string {
  const contents = files.map(({ check }) => `- ${check.title}（\`${check.id}\`，${SEVERITY_WORDS[check.severity]}）`);
  return [INTRODUCTION, ...contents, '', ...files.map(section)].join('\n');
}
