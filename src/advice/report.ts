import { CHECKED_SECTION, FINDING_HEADINGS, OWN_NAMES, UNCHECKED_SECTION } from './ownSheets';
import { Decimal } from 'decimal.js';
import { SEVERITIES, SEVERITY_WORDS } from '../checks/severity';
import { formatAddress } from '../sheet/address';
import { coverageLine } from '../checks/coverage';
import type { Area } from '../sheet/snapshot';
import type { ReceivedForm } from './batch';
import { splitAside, type PlacedFinding, type SetAside } from './places';
import {
  BARE_SHEET,
  columnArea,
  linesOf,
  markedBy,
  rowOf,
  type ReportChart,
  type ReportHighlight,
  type ReportLink,
  type ReportRow,
  type ReportSheet,
  type ReportValue,
} from './reportSheet';
import { VERDICT_SIGNS, VERDICT_WORDS, type LedgerLine } from './ledger';
import { findingWords, foundText } from './annotations';
import { settledValue } from './stakes';
import { groupBy, sumOfKnown } from '../sheet/lists';

const WIDTHS = [7, 9, 12, 24, 44, 26, 22];
const COLUMNS = WIDTHS.length;
/** Characters of a line across the page, and beside a label; a little less than there is room for. */
const ACROSS = 146;
const BESIDE = 120;

const decimal = (value: string | null): Decimal | null => (value === null ? null : new Decimal(value));

function full(style: ReportRow['style'], cells: readonly ReportValue[]): ReportRow {
  return { style, cells: [...cells, ...Array.from({ length: COLUMNS - cells.length }, () => null)] };
}

function field(label: string, value: string): ReportRow[] {
  return linesOf(value, BESIDE).map((line, at) => rowOf('field', at === 0 ? label : null, null, line));
}

function note(text: string): ReportRow[] {
  return linesOf(text, ACROSS).map((line) => full('note', [line]));
}

/** The last cell says why it was set aside, else what stands in the form. */
function findingRow({ finding, place, reason }: PlacedFinding & Partial<SetAside>, number: number): ReportRow {
  return full('body', [
    number,
    SEVERITY_WORDS[finding.severity],
    formatAddress(finding.cell),
    place,
    findingWords(finding),
    settledValue(finding),
    reason ?? foundText(finding),
  ]);
}

/** Of a longer form only what does not agree is listed: nobody reads the rest, and Excel on the web takes no more at once. */
const MOST_LINES = 5000;
/** Lines of the annex that lead to their cell; each is an action of Excel's own. */
const MOST_LINKS = 1000;
const LEDGER_SECTION = '附：每个数字怎样核对的';
const LEDGER_HEADINGS = ['序号', '结果', '单元格', '是什么', '与什么核对，或为何无从核对', '表内'];

/** ✗ 不符 */
function standing(verdict: LedgerLine['verdict']): string {
  return `${VERDICT_SIGNS[verdict]} ${VERDICT_WORDS[verdict]}`;
}

/** Puts a page together row by row and knows where the next one comes. */
class Page {
  readonly rows: ReportRow[] = [];
  readonly links: ReportLink[] = [];
  readonly highlights: ReportHighlight[] = [];

  /** The heading of the last list: Excel repeats it on the pages after it. */
  lastHeading: number | null = null;

  constructor(private readonly sheet: string) {}

  add(...rows: readonly ReportRow[]): number {
    this.rows.push(...rows);
    return this.rows.length;
  }

  findings(heading: string, list: readonly (PlacedFinding & Partial<SetAside>)[], lastHeading: string): void {
    this.add(full('section', [heading]));
    if (list.length === 0) {
      this.add(full('note', ['无。']), full('blank', []));
      return;
    }
    const first = this.heading([...FINDING_HEADINGS, lastHeading]);
    list.forEach((placed, at) => {
      this.add(findingRow(placed, at + 1));
      this.links.push({ cell: { row: first + at, column: 2 }, sheet: this.sheet, target: placed.finding.cell });
    });
    this.highlight(first, list.length, SEVERITY_WORDS.error, SEVERITY_WORDS.warning);
    this.add(full('blank', []));
  }

  /** Every figure of the form with what it was held against. */
  ledger(lines: readonly LedgerLine[]): void {
    this.add(full('section', [LEDGER_SECTION]));
    const all = lines.length <= MOST_LINES;
    const shown = all ? lines : lines.filter(({ verdict }) => verdict !== 'agrees').slice(0, MOST_LINES);
    if (!all) this.add(...note(`共 ${lines.length} 个数字，这里只列不符、待核实和无从核对的 ${shown.length} 个。`));
    const first = this.heading(LEDGER_HEADINGS);
    for (const [at, { cell, what, value, verdict, how }] of shown.entries()) {
      this.add(full('body', [at + 1, standing(verdict), formatAddress(cell), what, how, value]));
      if (at < MOST_LINKS) this.links.push({ cell: { row: first + at, column: 2 }, sheet: this.sheet, target: cell });
    }
    this.highlight(first, shown.length, standing('differs'), standing('asks'));
  }

  /** The row below it. */
  private heading(columns: readonly string[]): number {
    const first = this.add(full('heading', columns));
    this.lastHeading = first - 1;
    return first;
  }

  /** Marks the rows of a list that say something in their second column. */
  private highlight(row: number, rowCount: number, bad: string, warn: string): void {
    this.highlights.push(...markedBy(columnArea(row, 1, rowCount), bad, warn));
  }
}

function head({ form, file }: ReceivedForm, { open, aside }: ReturnType<typeof splitAside>, date: string): ReportRow[] {
  const counts = SEVERITIES.map((severity) => {
    const count = open.filter(({ finding }) => finding.severity === severity).length;
    return `${SEVERITY_WORDS[severity]} ${count} 处`;
  });
  const total = [
    `自评 ${form.stated ?? '无'}`,
    `各项之和 ${form.sumOfStated ?? '无'}`,
    `按规则复算 ${form.recomputed ?? '无'}`,
    ...(form.grade === '' ? [] : [`等级 ${form.grade}`]),
  ];
  return [
    full('title', ['绩效自评表核查报告']),
    full('note', [form.title === '' ? form.kind : form.title]),
    ...field('单位', form.organisation === '' ? '表内没有写明' : form.organisation),
    ...field('年度', String(form.year ?? '表内没有写明')),
    ...field('被核查的表', `${file}，工作表“${form.sheet}”`),
    ...field('核查日期', date),
    ...field('评分规则', `${form.rulebook.name}。${form.rulebook.why}`),
    ...field('规则出处', form.rulebook.source),
    ...field('总分', total.join('，')),
    ...field('发现', `${counts.join('，')}；不处理 ${aside.length} 处`),
    full('blank', []),
  ];
}

/** How the stated points of a part stand to the recomputed ones. */
function apart(stated: Decimal | null, recomputed: Decimal | null): string {
  if (stated === null || recomputed === null) return '无从比较';
  const off = stated.minus(recomputed);
  return off.isZero() ? '一致' : `自评${off.gt(0) ? '多' : '少'} ${off.abs().toString()}`;
}

/** That, and both of them. */
function beside(stated: Decimal | null, recomputed: Decimal | null, none: '无' | null): ReportValue[] {
  return [apart(stated, recomputed), ...[stated, recomputed].map((figure) => figure?.toNumber() ?? none)];
}

/**
 * 核查报告 of one form: what was checked with which rulebook, each finding with a link to its cell, what was set aside
 * and why, what could not be checked, where to sign, and as its annex every figure of the form with what it was held
 * against. `date` is printed as given.
 */
export function reportSheet(received: ReceivedForm, ledger: readonly LedgerLine[], date: string): ReportSheet {
  const { form } = received;
  const split = splitAside(form.findings, received.aside);
  const page = new Page(form.sheet);
  page.add(...head(received, split, date));
  const formats: { area: Area; format: string }[] = [];
  const charts: ReportChart[] = [];
  const blocks = [...groupBy(form.items, ({ path }) => path[0] ?? '指标')].map(([name, items]) => ({ name, items }));
  if (form.scored && blocks.length > 0) {
    page.add(full('section', ['一、得分情况']));
    const first = page.add(
      full('heading', ['序号', '项数', '分值', '一级指标', '自评与复算', '自评得分', '按规则复算']),
    );
    for (const [index, { name, items }] of blocks.entries()) {
      const of = (column: 'weight' | 'stated' | 'recomputed') => sumOfKnown(items.map((item) => decimal(item[column])));
      const scores = beside(of('stated'), of('recomputed'), null);
      page.add(full('body', [index + 1, items.length, of('weight')?.toNumber() ?? null, name, ...scores]));
    }
    const scores = beside(decimal(form.sumOfStated), decimal(form.recomputed), '无');
    page.add(full('body', [null, form.items.length, null, '合计', ...scores]));
    formats.push(
      { area: columnArea(first, 2, blocks.length + 1), format: '0.00' },
      { area: columnArea(first, 5, blocks.length + 1, 2), format: '0.00' },
    );
    page.add(full('blank', []));
    const column = (at: number) => columnArea(first, at, blocks.length);
    charts.push({
      kind: 'column',
      title: '各部分得分：自评与复算',
      categories: column(3),
      series: [
        { name: '自评得分', values: column(5) },
        { name: '按规则复算', values: column(6) },
      ],
      at: { row: page.rows.length, column: 0, rowCount: 14, columnCount: COLUMNS },
    });
    page.add(...Array.from({ length: 15 }, () => full('blank', [])));
  }
  page.findings('二、发现的问题', split.open, '表内');
  page.findings('三、不处理的事项', split.aside, '理由');
  page.add(full('section', [UNCHECKED_SECTION]));
  if (form.unchecked.length === 0) page.add(full('note', ['无。']));
  page.add(...form.unchecked.flatMap(note), full('blank', []));
  page.add(full('section', [`${CHECKED_SECTION}（${form.checks.length} 项）`]));
  page.add(...note(`${coverageLine(form)}。`));
  page.add(...note(form.checks.map(({ title, compared }) => `${title}：查过 ${compared} 处`).join('；')));
  page.add(full('blank', []), full('field', ['核查人：', null, null, '复核人：', null, '日期：']));
  if (ledger.length > 0) {
    page.add(full('blank', []));
    page.ledger(ledger);
  }
  return {
    ...BARE_SHEET,
    id: `report:${form.index}:${form.sheet}`,
    name: OWN_NAMES.report,
    widths: WIDTHS,
    rows: page.rows,
    formats,
    links: page.links,
    highlights: page.highlights,
    charts,
    landscape: true,
    print: {
      areas: [{ row: 0, column: 0, rowCount: page.rows.length, columnCount: COLUMNS }],
      headRow: page.lastHeading,
    },
  };
}
