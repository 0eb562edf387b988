import type { SheetLayout } from './layout';
import { DUTY_ROWS, MANAGEMENT } from './templates';
import { type Content, LayoutWriter, rateOf, sumOf } from './writer';

const EVIDENCE = '评分依据、未达标原因、改进措施';
const LEVELS: readonly Content[] = ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值'];
const SCORE = 8;
const AMOUNT = '#,##0.00';
const PERCENT = '0.00%';
const LABELS = ['财政拨款', '其他资金', '基本支出', '项目支出', '市本级支出', '转移支付'];

function writeTop(sheet: LayoutWriter, year: number | null, organisation: string): void {
  sheet.row(['部门整体支出绩效自评表']);
  sheet.row([`（${year === null ? '    ' : String(year)}年度）`]);
  sheet.row(['单位名称', organisation, null, null, null, null, '单位数']);
  sheet.row(['年度整体绩效目标', null, null, null, '整体绩效目标完成情况', null, null, null, '未能完成原因']);
  sheet.merge(0, 0, 0, 9);
  sheet.merge(1, 0, 1, 9);
  sheet.merge(2, 1, 2, 5);
  sheet.merge(2, 7, 2, 9);
  sheet.merge(3, 1, 3, 3);
  sheet.merge(3, 5, 3, 7);
}

function writeMoney(sheet: LayoutWriter): void {
  const head = sheet.row(['年度部门整体支出规模（元）', null, '按资金来源', null, '按资金结构', null, '按预算级次']);
  sheet.row([null, null, ...LABELS]);
  const budget = sheet.row([null, '全年预算数']);
  const spent = sheet.row([null, '全年执行数']);
  const rates = LABELS.map((_, index) => {
    const column = index + 2;
    return rateOf({ row: spent, column }, { row: budget, column });
  });
  const rate = sheet.row([null, '完成率', ...rates]);
  sheet.merge(head, 0, rate, 0);
  for (const column of [2, 4, 6]) sheet.merge(head, column, head, column + 1);
  sheet.style({ row: budget, column: 2, rowCount: 2, columnCount: 6 }, { numberFormat: AMOUNT });
  sheet.style({ row: rate, column: 2, rowCount: 1, columnCount: 6 }, { numberFormat: PERCENT });
}

/** Gives the rows that are scored. */
function writeManagement(sheet: LayoutWriter): number[] {
  const head = sheet.row([...LEVELS, '指标解释', null, '得分/自评分', EVIDENCE]);
  sheet.merge(head, 6, head, 7);
  const scored: number[] = [];
  const all = MANAGEMENT.flatMap(({ rows }) => rows);
  const whole = all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const { name, rows } of MANAGEMENT) {
    const points = rows.reduce((sum, [, weight]) => sum + weight, 0);
    rows.forEach(([indicator, weight, definition], index) => {
      const first = scored.length === 0;
      const block: Content[] = index === 0 ? [name, points] : [null, null];
      const level: Content[] = first ? ['管理效能', whole] : [null, null];
      const row = sheet.row([...level, ...block, indicator, weight, definition]);
      sheet.merge(row, 6, row, 7);
      scored.push(row);
    });
    for (const column of [2, 3]) sheet.merge(sheet.rows.length - rows.length, column, sheet.rows.length - 1, column);
  }
  for (const column of [0, 1]) sheet.merge(head + 1, column, sheet.rows.length - 1, column);
  return scored;
}

function writeDuties(sheet: LayoutWriter): number[] {
  const head = sheet.row([...LEVELS, '年度指标值', '实际完成指标值', '得分/自评分', EVIDENCE]);
  const scored = Array.from({ length: DUTY_ROWS }, (_, index) =>
    sheet.row([
      ...(index === 0 ? ['履职效能', 50, '年度重点工作任务', 50] : [null, null, null, null]),
      `指标${index + 1}：`,
      50 / DUTY_ROWS,
    ]),
  );
  for (const column of [0, 1, 2, 3]) sheet.merge(head + 1, column, head + DUTY_ROWS, column);
  return scored;
}

/** The Guangzhou form for a whole department, empty: 管理效能 45, 履职效能 50, 加减分项 5. */
export function departmentLayout(name: string, year: number | null, organisation: string): SheetLayout {
  const sheet = new LayoutWriter(10);
  writeTop(sheet, year, organisation);
  writeMoney(sheet);
  const head = sheet.rows.length;
  const scored = [...writeManagement(sheet), ...writeDuties(sheet)];
  const bonus = sheet.row(['加减分项', 5, '工作表现加减分', 5, '工作受表彰或批评', 5, '每项加或减2.5分，最多5分。']);
  sheet.merge(bonus, 6, bonus, 7);
  const rows = [...scored, bonus];
  const total = sheet.row(['总分', 100, null, null, null, null, null, '自评得分', { formula: sumOf(SCORE, rows) }]);
  sheet.style(sheet.across(0, 0), { bold: true, size: 16, align: 'center', vertical: 'center' });
  sheet.style(sheet.across(1, 1), { align: 'center', vertical: 'center' });
  sheet.style(sheet.across(2, total), { lined: 'around', wrap: true, align: 'center', vertical: 'center' });
  sheet.style({ row: head + 1, column: 6, rowCount: total - head, columnCount: 2 }, { align: 'left' });
  sheet.style({ row: head + 1, column: 9, rowCount: total - head, columnCount: 1 }, { align: 'left' });
  for (const row of [head, head + 1 + MANAGEMENT.flatMap((block) => block.rows).length, total]) {
    sheet.style(sheet.across(row, row), { bold: true, align: 'center' });
  }
  sheet.style({ row: head, column: SCORE, rowCount: total - head + 1, columnCount: 1 }, { numberFormat: '0.00' });
  return {
    ...{ name, rows: sheet.rows, merges: sheet.merges, styles: sheet.styles, landscape: true },
    widths: [10, 7, 12, 9, 24, 9, 16, 16, 12, 44],
    printArea: sheet.across(0, total),
    titleRows: { first: head, last: head },
  };
}
