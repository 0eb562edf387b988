import type { CellValue } from '../../../src/sheet/snapshot';
import { workbookFile } from '../../support/workbook';

/** A name as long as the longest that forms have. */
export const LONG_UNIT =
  '某某市某某区城市管理和综合执法局（某某区城市更新局、某某区住房保障和房屋管理局）下属市政设施维护与应急保障中心';

/** A file name as long as systems take without a break where a line could end. */
export const LONG_FILE = `${'项目支出绩效自评表_'.repeat(8)}final-v2.xlsx`;

/** A form of 320 long-named indicators, each with something wrong. */
export function manyFindings(): Uint8Array {
  const count = 320;
  const weight = 0.25;
  const indicators = Array.from({ length: count }, (_, at): CellValue[] => [
    at === 0 ? '绩效指标' : null,
    at === 0 ? '产出指标' : at === count / 2 ? '效益指标' : null,
    at % 40 === 0 ? `数量指标第${at / 40 + 1}组` : null,
    `第${at + 1}项市政道路、桥梁、排水、照明设施日常巡查养护与应急处置任务按计划时间节点完成的比率`,
    '≥95%',
    at % 2 === 0 ? '80%' : '200%',
    weight,
    at % 2 === 0 ? weight : weight + 0.3,
    null,
  ]);
  const rows: CellValue[][] = [
    ['某某市2023年度市政设施日常维护与应急保障专项资金项目支出绩效自评表'],
    ['项目名称', '市政设施日常维护与应急保障专项资金'],
    ['主管部门', LONG_UNIT, null, null, '实施单位', LONG_UNIT],
    ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', 500, 500, 450, 10, '90%', 9],
    [null, '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ...indicators,
    ['总分', null, null, null, null, null, 90, 80],
  ];
  return workbookFile([{ name: '自评表', rows }]);
}
