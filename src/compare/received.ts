import { AGAINST_TITLES, type AgainstCheck } from '../advice/against';
import type { ReceivedForm } from '../advice/batch';
import type { PlacedFinding } from '../advice/places';
import type { FormRecord } from '../advice/record';
import { cellKey } from '../sheet/snapshot';
import type { Difference, DifferenceKind } from './difference';
import { heldInWords, type ComparisonRecord } from './record';

const CHECK_OF = {
  approved: 'against-approved',
  'last-year': 'against-last-year',
  version: 'against-version',
} as const satisfies Readonly<Record<ComparisonRecord['kind'], AgainstCheck>>;

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
  figures: '与部门的表不同',
  'no-form': '没有项目的自评表',
  'not-listed': '部门的表里没有这个项目',
};

function findingOf({ kind, now }: ComparisonRecord, form: FormRecord, difference: Difference): PlacedFinding {
  const { severity, message, before, after } = difference;
  const cell = after?.cell ?? now.head;
  const item = after === null ? undefined : form.items.find((one) => one.cell.row === after.cell.row);
  const check = CHECK_OF[kind];
  const key = [check, difference.kind, message].join('\u001f');
  return {
    key,
    formerKey: key,
    place: item?.path.join(' › ') ?? AGAINST_TITLES[check],
    item: item?.name ?? '',
    points: null,
    finding: {
      check,
      severity,
      cell,
      related: [],
      messageId: difference.kind,
      data: {},
      title: TITLES[difference.kind],
      message,
      ...(before === null || after === null ? {} : { expected: before.text, found: after.text }),
    },
  };
}

/**
 * A received form with what holding it against another came to: its differences stand among the findings, and what was
 * compared is counted in its coverage.
 */
export function withComparison(received: ReceivedForm, comparison: ComparisonRecord): ReceivedForm {
  const { form } = received;
  const check = CHECK_OF[comparison.kind];
  const held = new Set(comparison.held.map(({ after }) => cellKey(after)));
  const unheld = form.figures.unheld.filter(({ cell }) => !held.has(cellKey(cell)));
  const findings = comparison.differences.map((difference) => findingOf(comparison, form, difference));
  const title = `${AGAINST_TITLES[check]}（${heldInWords(comparison)}）`;
  return {
    ...received,
    form: {
      ...form,
      findings: [...form.findings, ...findings],
      checks: [...form.checks, { id: check, title, compared: comparison.held.length }],
      figures: { ...form.figures, held: form.figures.total - unheld.length, unheld },
    },
  };
}
