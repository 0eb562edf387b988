import type { Area } from '../sheet/snapshot';
import type { ReceivedForm } from './batch';
import { commonProblems } from './commonProblems';
import { PROBLEM_HEADINGS } from './ownSheets';
import type { ReportRow, ReportSheet } from './reportSheet';

/** As many are drawn. */
const CHARTED = 15;

/** 共性问题: each kind of trouble with how many forms have it, and a chart of the most frequent. */
export function problemSheet(forms: readonly ReceivedForm[]): ReportSheet {
  const problems = commonProblems(forms);
  const row = 3;
  const column = (at: number): Area => ({
    row,
    column: at,
    rowCount: Math.max(1, Math.min(CHARTED, problems.length)),
    columnCount: 1,
  });
  const whole = { row: 0, column: 0, rowCount: problems.length + row, columnCount: PROBLEM_HEADINGS.length };
  return {
    id: 'problems',
    name: '共性问题',
    widths: [44, 8, 10, 8, 10],
    rows: [
      { style: 'title', cells: ['共性问题'] },
      { style: 'note', cells: [`核查 ${forms.length} 份，错误和提醒按类型统计；提示和标为不处理的不计。`] },
      { style: 'heading', cells: PROBLEM_HEADINGS },
      ...problems.map(({ title, forms: count, findings, points: lost }): ReportRow => {
        const share = forms.length === 0 ? 0 : count / forms.length;
        return { style: 'body', cells: [title, count, share, findings, lost.toNumber()] };
      }),
    ],
    formats: [
      { area: { ...column(2), rowCount: Math.max(1, problems.length) }, format: '0%' },
      { area: { ...column(4), rowCount: Math.max(1, problems.length) }, format: '0.00' },
    ],
    links: [],
    highlights: [],
    charts:
      problems.length === 0
        ? []
        : [
            {
              kind: 'bar',
              title: '出现最多的问题（份）',
              categories: column(0),
              series: [{ name: '份数', values: column(1) }],
              at: { row: 2, column: PROBLEM_HEADINGS.length + 1, rowCount: 18, columnCount: 8 },
            },
          ],
    freezeRows: row,
    filter: { ...whole, row: row - 1, rowCount: problems.length + 1 },
    landscape: true,
    print: { areas: [whole], headRow: row - 1 },
  };
}
