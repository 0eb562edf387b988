import { formatAddress } from '../../sheet/address';
import type { SheetLayout } from './layout';
import { PROJECT } from './templates';
import { LayoutWriter, rateOf, sumOf } from './writer';

const SCORE = 6;
const AMOUNT = '#,##0.00';
const PERCENT = '0.00%';
const HEADINGS = [
  ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
];

function writeTop(sheet: LayoutWriter, year: number | null, organisation: string): void {
  sheet.row(['项目支出绩效自评表']);
  sheet.row([`（${year === null ? '    ' : String(year)}年度）`]);
  const name = sheet.row(['项目名称']);
  const office = sheet.row(['主管部门', null, null, null, '实施单位', organisation]);
  sheet.merge(0, 0, 0, 7);
  sheet.merge(1, 0, 1, 7);
  sheet.merge(name, 1, name, 7);
  sheet.merge(office, 1, office, 3);
  sheet.merge(office, 5, office, 7);
}

/** Gives the row of the year's whole money, whose execution is scored. */
function writeMoney(sheet: LayoutWriter): number {
  const head = sheet.row([
    '项目资金（万元）',
    null,
    '年初预算数',
    '全年预算数',
    '全年执行数',
    '分值',
    '执行率',
    '得分',
  ]);
  const rate = (row: number) => rateOf({ row, column: 4 }, { row, column: 3 });
  const total = sheet.row([null, '年度资金总额', null, null, null, 10, rate(head + 1)]);
  const parts = ['其中：当年财政拨款', '上年结转资金', '其他资金'];
  parts.forEach((label, index) => sheet.row([null, label, null, null, null, '—', rate(total + 1 + index), '—']));
  const last = total + parts.length;
  sheet.merge(head, 0, last, 0);
  sheet.style({ row: total, column: 2, rowCount: 4, columnCount: 3 }, { numberFormat: AMOUNT });
  sheet.style({ row: total, column: 6, rowCount: 4, columnCount: 1 }, { numberFormat: PERCENT });
  sheet.style({ row: total, column: 7, rowCount: 1, columnCount: 1 }, { numberFormat: '0.00' });
  return total;
}

/** Gives the rows that are scored. */
function writeIndicators(sheet: LayoutWriter): number[] {
  const scored: number[] = [];
  for (const { name, blocks } of PROJECT) {
    const first = sheet.rows.length;
    for (const block of blocks) {
      const start = sheet.rows.length;
      block.rows.forEach(([indicator, weight], index) => {
        const level = sheet.rows.length === first ? name : null;
        const row = sheet.row([level, index === 0 ? block.name : null, indicator, null, null, weight]);
        scored.push(row);
      });
      sheet.merge(start, 1, sheet.rows.length - 1, 1);
    }
    sheet.merge(first, 0, sheet.rows.length - 1, 0);
  }
  return scored;
}

/** The national form for a project, empty: 预算执行率 10, 产出 50, 效益 30, 满意度 10. */
export function projectLayout(name: string, year: number | null, organisation: string): SheetLayout {
  const sheet = new LayoutWriter(8);
  writeTop(sheet, year, organisation);
  const money = writeMoney(sheet);
  const goals = sheet.row(['年度总体目标', '预期目标', null, null, '实际完成情况']);
  const answers = sheet.row([]);
  sheet.merge(goals, 0, answers, 0);
  for (const row of [goals, answers]) {
    sheet.merge(row, 1, row, 3);
    sheet.merge(row, 4, row, 7);
  }
  const head = sheet.row(HEADINGS);
  const scored = writeIndicators(sheet);
  const execution = formatAddress({ row: money, column: 7 });
  const scores = sumOf(SCORE, scored).replace('(', `(${execution},`);
  const total = sheet.row(['总分', null, null, null, null, 100, { formula: scores }]);
  sheet.merge(total, 0, total, 4);
  sheet.style(sheet.across(0, 0), { bold: true, size: 16, align: 'center', vertical: 'center' });
  sheet.style(sheet.across(1, 1), { align: 'center', vertical: 'center' });
  sheet.style(sheet.across(2, total), { lined: 'around', wrap: true, align: 'center', vertical: 'center' });
  sheet.style({ row: answers, column: 1, rowCount: 1, columnCount: 7 }, { align: 'left' });
  sheet.style({ row: head + 1, column: 7, rowCount: total - head, columnCount: 1 }, { align: 'left' });
  for (const row of [head, total]) sheet.style(sheet.across(row, row), { bold: true, align: 'center' });
  sheet.style({ row: head, column: SCORE, rowCount: total - head + 1, columnCount: 1 }, { numberFormat: '0.00' });
  return {
    ...{ name, rows: sheet.rows, merges: sheet.merges, styles: sheet.styles, landscape: false },
    widths: [12, 18, 24, 14, 14, 9, 10, 32],
    printArea: sheet.across(0, total),
    titleRows: { first: head, last: head },
  };
}
