import { commentsFor, fixPlan, severityIn } from '../../src/advice/annotations';
import type { Finding } from '../../src/checks/finding';
import { sheet } from '../support/sheet';

function finding(row: number, column: number, more: Partial<Finding> = {}): Finding {
  return {
    check: 'score-by-rule',
    severity: 'warning',
    cell: { row, column },
    related: [],
    messageId: 'too-high',
    data: {},
    title: '得分不符',
    message: '按规则应得 2.93 分，请改正。',
    ...more,
  };
}

describe('comments for findings', () => {
  test('one for each cell in the order of the sheet, its findings joined, the loudest first', () => {
    const comments = commentsFor([
      finding(3, 1, { title: '缺改进措施', message: '请补充。' }),
      finding(1, 2),
      finding(3, 1, { severity: 'error', arithmetic: '94.07 ÷ 95 × 2.96 = 2.93' }),
      finding(3, 0, { severity: 'info' }),
    ]);
    expect(comments.map(({ cell, severity }) => [cell.row, cell.column, severity])).toEqual([
      [1, 2, 'warning'],
      [3, 0, 'info'],
      [3, 1, 'error'],
    ]);
    expect(comments[2]?.text).toBe(
      '【错误】得分不符\n按规则应得 2.93 分，请改正。\n算式：94.07 ÷ 95 × 2.96 = 2.93\n\n【提醒】缺改进措施\n请补充。',
    );
  });

  test('do not repeat an arithmetic that the message has', () => {
    const [comment] = commentsFor([finding(0, 0, { message: '1 + 1 = 2，表内 3', arithmetic: '1 + 1 = 2' })]);
    expect(comment?.text).not.toContain('算式');
  });

  test.each([
    ['“接通率”得分不符', '“接通率”按规则应得 2.93 分。', '按规则应得 2.93 分。'],
    ['“热线每月接通率不低于…”得分不符', '“热线每月接通率不低于…”的得分偏低。', '得分偏低。'],
    ['“接通率”得分不符', '“接通率”和“办结率”对不上。', '“接通率”和“办结率”对不上。'],
    ['“接通率”得分不符', '“办结率”也对不上。', '“办结率”也对不上。'],
  ])('name an item once: %s, %s', (title, message, said) => {
    const [comment] = commentsFor([finding(0, 0, { title, message })]);
    expect(comment?.text).toBe(`【提醒】${title}\n${said}`);
  });

  test('stay short enough to be read', () => {
    const [comment] = commentsFor([finding(0, 0, { message: '长'.repeat(32_767) })]);
    expect(comment?.text.length).toBe(3_000);
    expect(comment?.text.endsWith('…')).toBe(true);
  });

  test('say how loud they are by their first word', () => {
    const severities = ['error', 'warning', 'info'] as const;
    const texts = severities.map((severity) => commentsFor([finding(0, 0, { severity })])[0]?.text ?? '');
    expect(texts.map(severityIn)).toEqual(severities);
  });
});

describe('the plan of a fix', () => {
  const snapshot = sheet([['接通率', { value: 2.66, text: '2.66' }, null]]);
  const fix = (column: number, before: string, after: number | string) => ({
    cell: { row: 0, column },
    before,
    after,
    label: `改为 ${after}`,
  });

  test('enters it where the cell shows what it was made from', () => {
    expect(fixPlan(snapshot, fix(1, '2.66', 2.93))).toEqual({
      sheet: '自评表',
      label: '改为 2.93（B1）',
      edits: [{ cell: { row: 0, column: 1 }, before: 2.66, after: 2.93 }],
    });
  });

  test('leaves out what changed since, and fills a blank', () => {
    expect(fixPlan(snapshot, fix(0, '办结率', '接通率')).edits).toEqual([]);
    expect(fixPlan(snapshot, fix(2, '', '无')).edits).toEqual([
      { cell: { row: 0, column: 2 }, before: null, after: '无' },
    ]);
  });
});
