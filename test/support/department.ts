import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { sheet, type TestCell } from './sheet';

/** A row of 管理效能: it stands in row 11 and the following ones, its score in I, its evidence in J. */
export interface ManagedRow {
  readonly name: string;
  readonly definition?: string;
  readonly weight?: number;
  readonly stated?: number;
  readonly evidence?: string;
}

/** A row of 履职效能: below the second header, its target in G, its actual value in H. */
export interface GoalRow {
  readonly name: string;
  readonly target: TestCell;
  readonly actual: TestCell;
  readonly weight?: number;
  readonly stated?: number;
  readonly evidence?: string;
}

export interface DepartmentForm {
  readonly managed?: readonly ManagedRow[];
  readonly goals?: readonly GoalRow[];
  /** 全年预算数 and 全年执行数 of the one source of money, in yuan. */
  readonly budget?: readonly [number, number];
  /** 未能完成原因 */
  readonly shortfall?: string;
  /** Heading of the evidence column. */
  readonly heading?: string;
}

const HEADING = '评分依据、未达标原因、改进措施';
const LEVELS: TestCell[] = ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值'];

function block(budget: readonly [number, number] | undefined): TestCell[][] {
  if (budget === undefined) return [[], [], [], [], []];
  const [planned, spent] = budget;
  const rate = { value: spent / planned, text: `${((spent / planned) * 100).toFixed(2)}%` };
  return [
    ['年度部门整体支出规模（元）', null, '按资金来源'],
    [null, null, '财政拨款', '其他资金'],
    [null, '全年预算数', planned],
    [null, '全年执行数', spent],
    [null, '完成率', rate],
  ];
}

const total = (rows: readonly { readonly value: number }[]) =>
  Math.round(rows.reduce((sum, { value }) => sum + value, 0) * 100) / 100;

/**
 * A form of the Guangzhou kind that is in order but for what a case puts in: weights add to 100 by a last goal that is
 * reached, the total to the scores.
 */
export function departmentForm(given: DepartmentForm): SheetSnapshot {
  const heading = given.heading ?? HEADING;
  const managed = given.managed ?? [];
  const goals = given.goals ?? [];
  const weightOf = ({ weight = 2 }: { weight?: number }) => ({ value: weight });
  const managedWeight = total(managed.map(weightOf));
  const last = 100 - managedWeight - total(goals.map(weightOf));
  const scores = [...managed, ...goals].map(({ weight = 2, stated = weight }) => ({ value: stated }));
  const rest: GoalRow = { name: '服务窗口建设数量', target: '≥5个', actual: '5个', weight: last };
  const allGoals = [...goals, rest];
  return sheet([
    ['部门整体支出绩效自评表'],
    ['（2021年度）'],
    ['单位名称', '某市某局'],
    ['年度整体绩效目标', '做好全年工作。', null, null, null, null, null, null, '未能完成原因', given.shortfall ?? ''],
    ...block(given.budget),
    ...(managed.length === 0 ? [] : [[...LEVELS, '指标解释', null, '得分/自评分', heading]]),
    ...managed.map(({ name, definition, weight = 2, stated = weight, evidence }, index): TestCell[] => [
      ...(index === 0 ? ['管理效能', managedWeight, '资金管理', managedWeight] : [null, null, null, null]),
      ...[name, weight, definition ?? '反映相关工作的开展情况。', null, stated, evidence ?? '已按要求开展。'],
    ]),
    [...LEVELS, '年度指标值', '实际完成指标值', '得分/自评分', heading],
    ...allGoals.map(({ name, target, actual, weight = 2, stated = weight, evidence }, index): TestCell[] => [
      ...(index === 0
        ? ['履职效能', 100 - managedWeight, '年度重点工作', 100 - managedWeight]
        : [null, null, null, null]),
      ...[name, weight, target, actual, stated, evidence ?? '完成目标'],
    ]),
    ['总分', 100, null, null, null, null, null, '自评得分', total([...scores, { value: last }])],
  ]);
}
