import { AGAINST_TITLES, type AgainstCheck } from '../advice/against';
import { placeFindings, type PlacedFinding } from '../advice/places';
import type { Comparison, Finding } from '../checks/finding';
import { byLoudness } from '../checks/severity';
import type { EvaluationForm } from '../form/model';
import { formatAddress } from '../sheet/address';
import { compareCells } from '../sheet/snapshot';
import type { Difference, DifferenceKind, Held, Place } from './difference';
import type { AgainstKind } from './pairing';
import type { ComparisonRecord } from './record';

const CHECK_OF: Readonly<Record<AgainstKind, AgainstCheck>> = {
  approved: 'against-approved',
  'last-year': 'against-last-year',
  version: 'against-version',
  projects: 'against-projects',
};

const TITLES: Readonly<Record<DifferenceKind, string>> = {
  missing: '缺少申报的指标',
  added: '申报表里没有这项指标',
  renamed: '指标名称不同',
  lowered: '指标值降低',
  raised: '指标值提高',
  target: '指标值不同',
  unit: '指标值的单位不同',
  weight: '分值不同',
  money: '资金不同',
  goal: '年度目标不同',
  year: '年度不对',
  copied: '文字与上年相同',
  'below-last-year': '指标值低于上年实绩',
  'same-shortfall': '未完成原因与上年相同',
  actual: '完成值改了',
  score: '得分改了',
  total: '总分改了',
  spent: '执行数改了',
  completion: '完成情况改了',
  figures: '与项目的表不同',
  'no-form': '没有项目的自评表',
  'not-listed': '部门的表里没有这个项目',
  'projects-budget': '项目预算合计与部门不同',
  'projects-spent': '项目执行合计与部门不同',
};

/** As which check what a comparison came to stands among the findings. */
export const checkOf = ({ kind }: Pick<ComparisonRecord, 'kind'>): AgainstCheck => CHECK_OF[kind];

const LONGEST = 120;

function inOther({ file, sheet, cell, text }: Place, name: string): string {
  const where = [file ?? name, `${sheet}!${formatAddress(cell)}`].filter((part) => part !== '').join(' ');
  return `${where}${text === '' ? '' : `：${text.slice(0, LONGEST)}`}`;
}

function findingOf(record: FindingsOf, difference: Difference, name: string): Finding {
  const { kind, severity, message, before, after } = difference;
  return {
    check: checkOf(record),
    severity,
    cell: after?.cell ?? record.now.head,
    related: [],
    messageId: kind,
    // What stands on both sides makes the finding what it is, in whatever words it is told.
    data: { before: before?.text ?? '', after: after?.text ?? '' },
    title: TITLES[kind],
    message,
    ...(before === null ? {} : { rule: inOther(before, name) }),
    // Only what was approved is what it should be.
    ...(kind === 'lowered' && before !== null ? { expected: before.text } : {}),
    ...(after === null ? {} : { found: after.text }),
  };
}

type FindingsOf = Pick<ComparisonRecord, 'kind' | 'now' | 'differences'>;

/** What differs as findings, in the order of the sheet; `name` is what the other form is called. */
function findingsOf(record: FindingsOf, name: string): readonly Finding[] {
  return record.differences
    .map((difference) => findingOf(record, difference, name))
    .sort((a, b) => compareCells(a.cell, b.cell) || byLoudness(a, b));
}

/** What differs as findings with their places and keys; none where there is no form that they could stand in. */
export function placedFindings(
  record: FindingsOf,
  form: EvaluationForm | null,
  index: number,
  name: string,
): readonly PlacedFinding[] {
  return form === null ? [] : placeFindings(form, findingsOf(record, name), index);
}

const WHAT: Readonly<Record<Held['what'], string>> = {
  name: '名称',
  target: '指标值',
  actual: '完成值',
  weight: '分值',
  score: '得分',
  total: '总分',
  money: '资金',
  text: '文字',
  year: '年度',
  reason: '原因',
};

/** All that was held as the ledger has it. */
export function ledgerOf(record: ComparisonRecord): readonly Comparison[] {
  const check = checkOf(record);
  return record.held.map(({ what, verdict, before, after }): Comparison => {
    const other = before === null ? '' : ` ${formatAddress(before)} `;
    return {
      check,
      cells: [after],
      stated: [],
      verdict,
      arithmetic: `${AGAINST_TITLES[check]}：对照${other}的${WHAT[what]}`,
    };
  });
}
