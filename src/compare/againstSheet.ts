import { AGAINST_HEADINGS, OWN_NAMES } from '../advice/ownSheets';
import { FIRST_ROW, listPage, type ReportSheet, type ReportValue } from '../advice/reportSheet';
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

function cellsOf({ file, organisation, project, other, comparison, reason }: AgainstLine): readonly ReportValue[] {
  if (comparison === null) return [organisation, project, file, '没有核对', other, null, null, null, null, reason];
  const { kind, held, differences } = comparison;
  const agrees = held.filter(({ verdict }) => verdict === 'agrees').length;
  const loud = differences.filter(({ severity }) => severity === 'warning').length;
  const figures = [held.length, agrees, loud, differences.length - loud];
  return [organisation, project, file, PAIR_WORDS[kind], other, ...figures, heldInWords(comparison)];
}

/** 对照核对: which form was held against which, how much of them, and which found no partner. None where there is no line. */
export function againstSheets(lines: readonly AgainstLine[]): readonly ReportSheet[] {
  if (lines.length === 0) return [];
  const held = lines.filter(({ comparison }) => comparison !== null).length;
  const left = lines.length - held;
  const area = { row: FIRST_ROW, column: 7, rowCount: lines.length, columnCount: 1 };
  const first = `$H${FIRST_ROW + 1}`;
  return [
    listPage({
      id: 'against',
      name: OWN_NAMES.against,
      widths: [26, 26, 30, 22, 30, 10, 8, 8, 8, 50],
      title: '与申报表、上年核对',
      note: `核对 ${held} 对${left === 0 ? '' : `，${left} 份没有对应的表`}；不同之处列在“核查问题清单”里。`,
      headings: AGAINST_HEADINGS,
      lines: lines.map(cellsOf),
      highlights: [{ area, formula: `=AND(ISNUMBER(${first}),${first}>0)`, tone: 'warn' }],
    }),
  ];
}
