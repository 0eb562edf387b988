import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ownFindings } from '../examples/own-check';
import { review } from '../src/review';
import { readRulebook } from '../src/scoring/readRulebook';
import { formatAddress } from '../src/sheet/address';
import { training } from './fixtures/training';

const ROOT = path.resolve(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

test('the check of one’s own finds what it is for, and nothing else', () => {
  expect(ownFindings(training(0, { evidence: '培训人次210，见签到表' }))).toEqual([]);
  const findings = ownFindings(training(0, { evidence: '培训 人次' }));
  expect(findings.map(({ cell, message }) => [formatAddress(cell), message])).toEqual([
    ['H7', '“培训人次”的依据只写了指标名称，请写明完成情况。'],
  ]);
});

test('the rulebook of one’s own is in order and scores a form', () => {
  const parsed = readRulebook(read('examples/own-rulebook.json'));
  if (!('rulebook' in parsed)) throw new Error(JSON.stringify(parsed));
  const [form] = review(training(2, { actual: '70%', stated: 26.3 }), { rulebook: parsed.rulebook }).forms;
  expect(form?.scores.rulebook.id).toBe('my-county-2024');
  // 70 ÷ 80 × 30 = 26.25, to one place; satisfaction is a person's and stays as stated.
  expect(form?.scores.indicators.map(({ origin, value }) => [origin, value?.toNumber()])).toEqual([
    ['computed', 20],
    ['computed', 30],
    ['computed', 26.3],
    ['judged', 10],
  ]);
});

/** Rows of the page of helpers: names in code, and the file they stand in. */
const HELPERS = [...read('docs/helpers.md').matchAll(/^\| ((?:`\w+`(?:, )?)+) \| `(src\/[\w/.]+)` \|/gm)].map(
  ([, names = '', file = '']) => [file, [...names.matchAll(/\w+/g)].map(([name]) => name)] as const,
);

test.each(HELPERS)('what docs/helpers.md says of %s is there', (file, names) => {
  expect(existsSync(path.join(ROOT, file))).toBe(true);
  const exported = [...read(file).matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(
    ([, name]) => name,
  );
  expect(names.filter((name) => !exported.includes(name))).toEqual([]);
});

test('docs/helpers.md names helpers', () => expect(HELPERS.length).toBeGreaterThan(20));
