import { listed } from './places';
import { SEVERITY_WORDS } from '../checks/severity';
import { columnName, formatAddress } from '../sheet/address';
import type { Area } from '../sheet/snapshot';
import {
  differenceOf,
  doubtsAmong,
  filesBelow,
  goesBack,
  gradeText,
  openCount,
  type ReceivedForm,
  type UnreadFile,
} from './batch';
import { commonProblems } from './commonProblems';
import { LIST_HEADINGS, OWN_NAMES, PROBLEM_HEADINGS, SUMMARY_HEADINGS } from './ownSheets';
import {
  BARE_SHEET,
  columnArea,
  FIRST_ROW,
  linesOf,
  listPage,
  markedBy,
  rowOf,
  type ReportChart,
  type ReportHighlight,
  type ReportRow,
  type ReportSheet,
  type ReportValue,
} from './reportSheet';
import { foundText, reckoning } from './annotations';
import { settledValue } from './stakes';

/** As many are drawn. */
const CHARTED = 15;

/** 共性问题: each kind of trouble with how many forms have it, and a chart of the most frequent. */
export function problemSheet(forms: readonly ReceivedForm[]): ReportSheet {
  const problems = commonProblems(forms);
  const column = (at: number, rowCount: number) => columnArea(FIRST_ROW, at, rowCount);
  const drawn = Math.min(CHARTED, problems.length);
  const chart: ReportChart = {
    kind: 'bar',
    title: '出现最多的问题（份）',
    categories: column(0, drawn),
    series: [{ name: '份数', values: column(1, drawn) }],
    at: { row: 2, column: PROBLEM_HEADINGS.length + 1, rowCount: 18, columnCount: 8 },
  };
  return listPage({
    id: 'problems',
    name: OWN_NAMES.problems,
    widths: [44, 8, 10, 8, 10],
    title: '共性问题',
    note: `核查 ${forms.length} 份，错误和提醒按类型统计；提示和标为不处理的不计。`,
    headings: PROBLEM_HEADINGS,
    lines: problems.map(({ title, forms: count, findings, points: lost }) => {
      const share = forms.length === 0 ? 0 : count / forms.length;
      return [title, count, share, findings, lost.toNumber()];
    }),
    formats: [
      { area: column(2, problems.length), format: '0%' },
      { area: column(4, problems.length), format: '0.00' },
    ],
    charts: problems.length === 0 ? [] : [chart],
  });
}

const WIDTHS = [6, 30, 30, 24, 7, 10, 10, 11, 15, 7, 7, 7, 8, 22, 36];
const HEAD_ROW = 3;
/** The little tables that the charts are drawn from stand beside the list. */
const SIDE = SUMMARY_HEADINGS.length;
const SIDE_WIDTHS = [3, 26, 10, 3, 10, 10];
const BARS = 15;
const CHART_COLUMN = SIDE + SIDE_WIDTHS.length + 1;
/** Characters of a line across the list; a little less than there is room for. */
const ACROSS = 215;
/** Rows of the list of findings: more are no help to a reader, and the file keeps a usual size. */
const MOST_FINDINGS = 20_000;

function points(value: string | null): ReportValue {
  return value === null ? null : Number(value);
}

function cellsFor(received: ReceivedForm, number: number, below: (file: string) => string): ReportValue[] {
  const { form, file } = received;
  return [
    number,
    form.organisation === '' ? '（表内没有写明）' : form.organisation,
    form.project,
    form.kind,
    form.year,
    points(form.stated),
    points(form.sumOfStated),
    points(form.recomputed),
    differenceOf(form)?.toNumber() ?? null,
    gradeText(form),
    openCount(received, 'error'),
    openCount(received, 'warning'),
    goesBack(received) ? '退回' : '通过',
    form.rulebook.name,
    below(file),
  ];
}

/** The largest differences, the largest first. */
function barsOf(forms: readonly ReceivedForm[]) {
  return forms
    .flatMap(({ form, file }) => {
      const difference = differenceOf(form);
      if (difference === null || difference.isZero()) return [];
      return [{ organisation: form.organisation === '' ? file : form.organisation, difference: difference.toNumber() }];
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, BARS);
}

const GRADE_ORDER = ['优', '良', '中', '差'];

/** How many forms have each grade, in the order of grades; others after them. */
export function gradesOf(forms: readonly ReceivedForm[]): { readonly grade: string; readonly count: number }[] {
  const counts = new Map<string, number>(GRADE_ORDER.map((grade) => [grade, 0]));
  for (const { form } of forms) {
    const grade = form.grade === '' ? '未定' : form.grade;
    counts.set(grade, (counts.get(grade) ?? 0) + 1);
  }
  return [...counts].map(([grade, count]) => ({ grade, count }));
}

/** Cells beside the list, put into its rows; rows are added where the list is shorter. */
function beside(rows: ReportRow[], at: number, column: number, cells: readonly (readonly ReportValue[])[]): void {
  cells.forEach((values, index) => {
    const row = rows[at + index] ?? rowOf('body');
    const wide: ReportValue[] = Array.from(
      { length: Math.max(row.cells.length, column + values.length) },
      (_, i) => row.cells[i] ?? null,
    );
    values.forEach((value, offset) => (wide[column + offset] = value));
    rows[at + index] = { ...row, cells: wide };
  });
}

type SummaryHeading = (typeof SUMMARY_HEADINGS)[number];

/** Cells below a heading of the list. */
function below(heading: SummaryHeading, rowCount: number, columnCount = 1): Area {
  return columnArea(HEAD_ROW + 1, SUMMARY_HEADINGS.indexOf(heading), rowCount, columnCount);
}

function highlightsOf(count: number): ReportHighlight[] {
  if (count === 0) return [];
  const marked = (
    heading: SummaryHeading,
    tone: ReportHighlight['tone'],
    formula: (cell: string) => string,
  ): ReportHighlight => {
    const area = below(heading, count);
    return { area, formula: `=${formula(`$${columnName(area.column)}${area.row + 1}`)}`, tone };
  };
  return [
    marked('差（自评－复算）', 'bad', (cell) => `AND(ISNUMBER(${cell}),ABS(${cell})>=0.005)`),
    marked('错误', 'bad', (cell) => `AND(ISNUMBER(${cell}),${cell}>0)`),
    marked('提醒', 'warn', (cell) => `AND(ISNUMBER(${cell}),${cell}>0)`),
    marked('处理', 'bad', (cell) => `${cell}="退回"`),
    marked('处理', 'warn', (cell) => `${cell}="读不了"`),
    marked('处理', 'good', (cell) => `${cell}="通过"`),
  ];
}

function formatsOf(rowCount: number, bars: number): ReportSheet['formats'] {
  return [
    { area: below('年度', rowCount), format: '0' },
    { area: below('自评总分', rowCount, 3), format: '0.00' },
    { area: below('差（自评－复算）', rowCount), format: '+0.00;-0.00;0.00' },
    { area: columnArea(HEAD_ROW + 1, SIDE + 2, bars), format: '+0.00;-0.00;0.00' },
  ];
}

function chartsOf(bars: number, grades: number): ReportChart[] {
  const column = (at: number, rowCount: number) => columnArea(HEAD_ROW + 1, at, rowCount);
  return [
    ...(bars === 0
      ? []
      : [
          {
            kind: 'bar' as const,
            title: '自评与复算相差最大的单位（分）',
            categories: column(SIDE + 1, bars),
            series: [{ name: '差（自评－复算）', values: column(SIDE + 2, bars) }],
            at: { row: HEAD_ROW, column: CHART_COLUMN, rowCount: 17, columnCount: 8 },
          },
        ]),
    {
      kind: 'column',
      title: '等级分布（份）',
      categories: column(SIDE + 4, grades),
      series: [{ name: '份数', values: column(SIDE + 5, grades) }],
      at: { row: HEAD_ROW + (bars === 0 ? 0 : 18), column: CHART_COLUMN, rowCount: 12, columnCount: 8 },
    },
  ];
}

/** What became of a file that is not checked. */
const stateOf = ({ read, unused = false }: UnreadFile): string => (unused ? '不用' : read ? '没有自评表' : '读不了');

/** 没有核查成 is what the table on the page and the command line say too. */
function noteOn(forms: readonly ReceivedForm[], unread: readonly UnreadFile[], date: string): string {
  const files = new Set([...forms, ...unread].map(({ file }) => file)).size;
  const back = forms.filter(goesBack).length;
  const unused = unread.filter((one) => one.unused === true).length;
  const parts = [
    ...(unused > 0 ? [`不用 ${unused} 份`] : []),
    ...(unread.length > unused ? [`${unread.length - unused} 个文件没有核查成`] : []),
  ];
  return `${date}共 ${files} 个文件，核查 ${forms.length} 份自评表：要退回 ${back} 份，通过 ${forms.length - back} 份${parts.map((part) => `；${part}`).join('')}。`;
}

function summarySheet(
  forms: readonly ReceivedForm[],
  unread: readonly UnreadFile[],
  date: string,
  below: (file: string) => string,
): ReportSheet {
  const bars = barsOf(forms);
  const grades = gradesOf(forms);
  const list: ReportRow[] = [
    ...forms.map((form, at) => rowOf('body', ...cellsFor(form, at + 1, below))),
    ...unread.map((one, at) => {
      const cells = [forms.length + at + 1, one.reason, ...Array.from({ length: 10 }, () => null)];
      return rowOf('body', ...cells, stateOf(one), null, below(one.file));
    }),
  ];
  const rows: ReportRow[] = [
    rowOf('title', '绩效自评表核查汇总'),
    rowOf('note', noteOn(forms, unread, date)),
    rowOf('blank'),
    rowOf('heading', ...SUMMARY_HEADINGS),
    ...list,
  ];
  const doubts = doubtsAmong(forms);
  if (doubts.length > 0) {
    rows.push(rowOf('blank'), rowOf('section', '请确认'));
    const lines = doubts.flatMap(({ sentence }) => linesOf(sentence, ACROSS));
    rows.push(...lines.map((line) => rowOf('note', line)));
  }
  const listed = { row: 0, column: 0, rowCount: rows.length, columnCount: SUMMARY_HEADINGS.length };
  beside(rows, HEAD_ROW, SIDE + 1, [
    ['单位', '差'],
    ...bars.map(({ organisation, difference }) => [organisation, difference]),
  ]);
  beside(rows, HEAD_ROW, SIDE + 4, [['等级', '份数'], ...grades.map(({ grade, count }) => [grade, count])]);
  const charts = chartsOf(bars.length, grades.length);
  const last = charts.reduce((most, { at }) => Math.max(most, at.row + at.rowCount), HEAD_ROW + BARS + 1);
  const drawn = { row: HEAD_ROW, column: SIDE + 1, rowCount: last - HEAD_ROW, columnCount: CHART_COLUMN + 7 - SIDE };
  return {
    ...BARE_SHEET,
    id: 'summary',
    name: OWN_NAMES.summary,
    widths: [...WIDTHS, ...SIDE_WIDTHS],
    rows,
    formats: formatsOf(list.length, bars.length),
    highlights: highlightsOf(list.length),
    charts,
    freezeRows: HEAD_ROW + 1,
    filter: { row: HEAD_ROW, column: 0, rowCount: list.length + 1, columnCount: SUMMARY_HEADINGS.length },
    landscape: true,
    print: { areas: [listed, drawn], headRow: HEAD_ROW },
  };
}

function listSheet(forms: readonly ReceivedForm[], below: (file: string) => string): ReportSheet {
  const all = forms.flatMap(({ form, file, aside }) =>
    listed(form.findings, aside).map(({ key, place, finding }) => {
      const { severity, cell, title, message } = finding;
      const where = [form.organisation, below(file), form.sheet, SEVERITY_WORDS[severity], formatAddress(cell), place];
      return [
        ...where,
        title,
        message,
        foundText(finding),
        settledValue(finding),
        reckoning(finding),
        aside.get(key) ?? '',
      ];
    }),
  );
  const lines = all.slice(0, MOST_FINDINGS);
  return listPage({
    id: 'list',
    name: OWN_NAMES.list,
    widths: [26, 30, 14, 7, 9, 24, 30, 56, 20, 20, 34, 20],
    title: '核查问题清单',
    note: lines.length < all.length ? `共 ${all.length} 条，列出前 ${lines.length} 条。` : `共 ${all.length} 条。`,
    headings: LIST_HEADINGS,
    lines,
    highlights: markedBy(columnArea(FIRST_ROW, 3, lines.length), SEVERITY_WORDS.error, SEVERITY_WORDS.warning),
  });
}

/**
 * 汇总 of received forms: a page with one row for each and charts of differences and grades, a list of all findings,
 * and what is wrong in many of them.
 * `date` is printed as given, `''` for none.
 */
export function summarySheets(
  forms: readonly ReceivedForm[],
  unread: readonly UnreadFile[],
  date: string,
): readonly ReportSheet[] {
  const below = filesBelow([...forms, ...unread].map(({ file }) => file));
  return [summarySheet(forms, unread, date, below), listSheet(forms, below), problemSheet(forms)];
}
