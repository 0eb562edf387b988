import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { sheet, type TestCell } from './sheet';

/** A row of the indicator table: name, target, actual value. */
export type NarratedRow = readonly [name: string, target: TestCell, actual: TestCell];

/**
 * A project form with 年度总体目标 in B3, 实际完成情况 in E3 and one indicator of 产出指标, or of 效益指标 where `level2` says so, in each row from row 5 on (目标 D,
 * 完成 E), all at full marks.
 */
export function narrated(
  goals: string,
  completion: string,
  rows: readonly NarratedRow[],
  level2 = '数量指标',
): SheetSnapshot {
  const weight = 100 / rows.length;
  return sheet([
    ['项目支出绩效自评表'],
    ['年度总体目标', '预期目标', null, null, '实际完成情况'],
    [null, goals, null, null, completion],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ...rows.map(([name, target, actual], at): TestCell[] => [
      at === 0 ? (level2.includes('效益') ? '效益指标' : '产出指标') : null,
      at === 0 ? level2 : null,
      name,
      target,
      actual,
      weight,
      weight,
      null,
    ]),
    ['总分', null, null, null, null, 100, 100],
  ]);
}
