import { recordOf } from '../../src/advice/record';
import { commonProblems } from '../../src/advice/commonProblems';
import { goesBack, type ReceivedForm } from '../../src/advice/batch';
import { memoFor } from '../../src/advice/memo';
import { summarySheets } from '../../src/advice/summary';
import { recordOfComparison } from '../../src/compare/record';
import { withComparison } from '../../src/compare/received';
import { review } from '../../src/review';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { evaluation, targets } from '../fixtures/targets';
import { changed, TRAINING } from '../fixtures/training';
import { held } from '../support/sides';

const now = evaluation();

function receivedWith(old: SheetSnapshot): ReceivedForm {
  const [form] = review(now).forms;
  if (form === undefined) throw new Error('no form');
  const plain = { file: '自评.xlsx', form: recordOf(form, 0), aside: new Map<string, string>() };
  // What is kept of a comparison can be sent between threads.
  const record = structuredClone(recordOfComparison(held(old, now)));
  return withComparison(plain, record);
}

const lower = targets({ weights: true, rows: changed(new Map([[0, { target: '≥500人次' }]])) });

test('what differs stands among the findings, at its row', () => {
  const { form } = receivedWith(lower);
  expect(form.findings.filter(({ finding }) => finding.check === 'against-approved')).toMatchObject([
    {
      place: '产出指标 › 数量指标',
      item: '培训人次',
      finding: { severity: 'warning', cell: { row: 10, column: 3 }, expected: '≥500人次', found: '≥200人次' },
    },
  ]);
});

test('an indicator that is missing is said at the head of the form', () => {
  const { form } = receivedWith(
    targets({ rows: [...TRAINING, { level2: '时效指标', name: '按期开班率', target: '100%' }] }),
  );
  const [missing] = form.findings.filter(({ finding }) => finding.check === 'against-approved');
  expect(missing).toMatchObject({ finding: { messageId: 'missing', cell: { row: 0, column: 0 } } });
});

test('what was compared is counted in the coverage', () => {
  const alone = review(now).forms[0]?.coverage;
  const { checks, figures } = receivedWith(targets({ weights: true })).form;
  expect(checks.at(-1)).toEqual({
    id: 'against-approved',
    title: '与申报（批复）的目标一致（指标值 4，分值 4，资金 1，指标名称 4，目标和完成情况 1，年度 1）',
    compared: 15,
  });
  expect(figures.total).toBe(alone?.figures.total);
  expect(figures.held).toBeGreaterThanOrEqual(alone?.figures.held ?? Infinity);
  expect(figures.held + figures.unheld.length).toBe(figures.total);
});

test('the memo, the summary and what is common hold it', () => {
  const received = receivedWith(lower);
  expect(goesBack(received)).toBe(true);
  expect(memoFor([received])?.forms[0]?.rows).toMatchObject([
    { cell: 'D11', stated: '≥200人次', expected: '', words: expect.stringContaining('≥500人次') as string },
  ]);
  const [, list] = summarySheets([received], [], '');
  expect(JSON.stringify(list)).toContain('低于绩效目标申报表的');
  expect(commonProblems([received])).toMatchObject([{ title: '指标值降低', forms: 1 }]);
});

test('a pair in order changes nothing but the coverage', () => {
  const received = receivedWith(targets({ weights: true }));
  expect(goesBack(received)).toBe(false);
  expect(received.form.findings.filter(({ finding }) => finding.check.startsWith('against'))).toEqual([]);
});
