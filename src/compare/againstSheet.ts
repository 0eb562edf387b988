import { AGAINST_HEADINGS } from '../advice/ownSheets';
import type { ReportRow, ReportSheet } from '../advice/reportSheet';
import { heldInWords, PAIR_WORDS, type ComparisonRecord } from './record';

/** A received form and what holding it against another came to; `comparison` is `null` where there was nothing to hold. */
export interface AgainstLine {
  readonly file: string;
  readonly organisation: string;
  readonly project: string;
  readonly other: string;
  readonly comparison: ComparisonRecord | null;
  /** Why there is no comparison. */
  readonly reason: string;
}

const FIRST = 3;

function rowOf({ file, organisation, project, other, comparison, reason }: AgainstLine): ReportRow {
  if (comparison === null) {
    return { style: 'body', cells: [organisation, project, file, '没有核对', other, null, null, null, null, reason] };
  }
  const { kind, held, differences } = comparison;
  const agrees = held.filter(({ verdict }) => verdict === 'agrees').length;
  const loud = differences.filter(({ severity }) => severity === 'warning').length;
  const figures = [held.length, agrees, loud, differences.length - loud];
  return {
    style: 'body',
    cells: [organisation, project, file, PAIR_WORDS[kind], other, ...figures, heldInWords(comparison)],
  };
}

/** 对照核对: which form was held against which, how much of them, and which found no partner. None where there is no line. */
export function againstSheets(lines: readonly AgainstLine[]): readonly ReportSheet[] {
  if (lines.length === 0) return [];
  const held = lines.filter(({ comparison }) => comparison !== null).length;
  const left = lines.length - held;
  const whole = { row: 0, column: 0, rowCount: lines.length + FIRST, columnCount: AGAINST_HEADINGS.length };
  const column = (at: number) => ({ row: FIRST, column: at, rowCount: lines.length, columnCount: 1 });
  const rows: ReportRow[] = [
    { style: 'title', cells: ['与申报表、上年核对'] },
    {
      style: 'note',
      cells: [`核对 ${held} 对${left === 0 ? '' : `，${left} 份没有对应的表`}；不同之处列在“核查问题清单”里。`],
    },
    { style: 'heading', cells: AGAINST_HEADINGS },
    ...lines.map(rowOf),
  ];
  return [
    {
      id: 'against',
      name: '对照核对',
      widths: [26, 26, 30, 22, 30, 10, 8, 8, 8, 50],
      rows,
      formats: [],
      links: [],
      highlights: [{ area: column(7), formula: `=AND(ISNUMBER($H${FIRST + 1}),$H${FIRST + 1}>0)`, tone: 'warn' }],
      charts: [],
      freezeRows: FIRST,
      filter: { ...whole, row: FIRST - 1, rowCount: lines.length + 1 },
      landscape: true,
      print: { areas: [whole], headRow: FIRST - 1 },
    },
  ];
}
