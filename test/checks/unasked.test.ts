import { CHECKS } from '../../src/checks';
import { review } from '../../src/review';
import { FALLBACK } from '../../src/scoring';
import { WORDS_QUESTIONS } from '../../src/scoring/rulebook';
import { narrated } from '../support/narrative';

const sheet = narrated('培训管理人员80人、技术人员120人，共220人。', '已完成。', [
  ['培训人次', '有所增加', '有所增加'],
]);

function asked(unasked?: (typeof WORDS_QUESTIONS)[number][]): string[] {
  const rulebook = unasked === undefined ? FALLBACK : { ...FALLBACK, unasked };
  const [form] = review(sheet, { rulebook }).forms;
  return (form?.findings ?? []).map(({ check }) => check);
}

test('every question about words can be named in a rulebook, and nothing else', () => {
  const words = CHECKS.filter(({ group }) => group === 'words').map(({ id }) => id);
  expect([...WORDS_QUESTIONS]).toEqual(words.sort());
});

test('what the rulebook does not ask is not asked, and that is said', () => {
  expect(asked()).toEqual(expect.arrayContaining(['narrative-sum', 'vague-target']));
  const left = asked(['vague-target']);
  expect(left).toContain('narrative-sum');
  expect(left).not.toContain('vague-target');
  const [form] = review(sheet, { rulebook: { ...FALLBACK, unasked: ['vague-target'] } }).forms;
  expect(form?.coverage.checks.map(({ id }) => id)).not.toContain('vague-target');
  expect(form?.coverage.unchecked.join()).toContain('按所用规则不问：');
});
