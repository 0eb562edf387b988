import { parseArea, parseAddress } from '../sheet/address';
import type { Area, CellValue, SheetSnapshot } from '../sheet/snapshot';
import { BONUS, BUDGET, CORRECTIONS, DUTIES, MANAGEMENT, NARRATIVE, NOTE, PERFORMANCE, UNIT_NAME } from './sampleRows';

const COLUMNS = 10;
const FIRST_ITEM_ROW = 12;
const MONEY = '#,##0.00';
const EVIDENCE_HEADING = '评分依据、未达标原因、改进措施';

/** A sheet of the sample workbook with what a snapshot does not hold. */
export interface SampleSheet {
  readonly snapshot: SheetSnapshot;
  readonly numberFormats: readonly (readonly string[])[];
}

/** Rows written one after another, with the areas that are merged in them. */
class SheetWriter {
  readonly rows: CellValue[][] = [];
  readonly merges: Area[] = [];

  /** Adds a row and gives its number as Excel counts it. */
  row(...cells: CellValue[]): number {
    this.rows.push([...cells, ...Array.from({ length: COLUMNS - cells.length }, () => null)]);
    return this.rows.length;
  }

  merge(...addresses: string[]): void {
    for (const address of addresses) {
      const area = parseArea(address);
      if (area !== null && area.rowCount * area.columnCount > 1) this.merges.push(area);
    }
  }
}

function header(details: readonly [string, string | null]): CellValue[] {
  return ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', ...details, '得分/自评分', EVIDENCE_HEADING];
}

function writeTop(sheet: SheetWriter): void {
  sheet.row('部门整体支出绩效自评表');
  sheet.row('（2021年度）');
  sheet.row('单位基本情况');
  sheet.row('单位名称', UNIT_NAME, null, null, null, null, '单位数', 4);
  const { goals, completion, shortfallReason } = NARRATIVE;
  sheet.row(
    '年度整体绩效目标',
    goals,
    null,
    null,
    '整体绩效目标完成情况',
    completion,
    null,
    null,
    '未能完成原因',
    shortfallReason,
  );
  sheet.row('年度部门整体支出规模（万元）', null, '按资金来源', null, '按资金结构', null, '按预算级次');
  sheet.row(null, null, ...BUDGET.map(([label]) => label));
  sheet.row(null, '全年预算数', ...BUDGET.map(([, budget]) => budget));
  sheet.row(null, '全年执行数', ...BUDGET.map(([, , spent]) => spent));
  sheet.row(null, '完成率', ...BUDGET.map(([, , , rate]) => rate));
  sheet.merge('A1:J1', 'A2:J2', 'A3:J3', 'B4:F4', 'B5:D5', 'F5:H5', 'A6:A10', 'C6:D6', 'E6:F6', 'G6:H6');
}

function writeManagement(sheet: SheetWriter): void {
  const head = sheet.row(...header(['指标解释', null]));
  sheet.merge(`G${head}:H${head}`);
  let last = head;
  for (const block of MANAGEMENT) {
    const first = last + 1;
    for (const [name, weight, definition, score, evidence] of block.rows) {
      const starts = last + 1 === first;
      last = sheet.row(
        last + 1 === FIRST_ITEM_ROW ? '管理效能' : null,
        last + 1 === FIRST_ITEM_ROW ? 45 : null,
        starts ? block.name : null,
        starts ? block.weight : null,
        name,
        weight,
        definition,
        null,
        score,
        evidence,
      );
      sheet.merge(`G${last}:H${last}`);
    }
    sheet.merge(`C${first}:C${last}`, `D${first}:D${last}`);
  }
  sheet.merge(`A${FIRST_ITEM_ROW}:A${last}`, `B${FIRST_ITEM_ROW}:B${last}`);
}

function writePerformance(sheet: SheetWriter): void {
  const head = sheet.row(...header(['年度指标值', '实际完成指标值']));
  let last = head;
  for (const [index, row] of PERFORMANCE.entries()) {
    const labels = index === 0 ? ['履职效能', 50, DUTIES, 50] : [null, null, null, null];
    last = sheet.row(...labels, ...row);
  }
  for (const column of ['A', 'B', 'C', 'D']) sheet.merge(`${column}${head + 1}:${column}${last}`);
}

function writeBottom(sheet: SheetWriter): void {
  const [name, weight, definition, score, evidence] = BONUS;
  const bonus = sheet.row(
    '加减分项',
    weight,
    '工作表现加减分',
    weight,
    name,
    weight,
    definition,
    null,
    score,
    evidence,
  );
  sheet.row('总分', 100, null, null, null, null, null, '自评得分', 94.65);
  const note = sheet.row(NOTE);
  sheet.merge(`G${bonus}:H${bonus}`, `A${note}:J${note}`);
}

function numberFormatOf(value: CellValue, row: number): string {
  return typeof value === 'number' && (row === 7 || row === 8) ? MONEY : 'General';
}

function textOf(value: CellValue, format: string): string {
  if (value === null) return '';
  if (typeof value !== 'number' || format !== MONEY) return String(value);
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function snapshotOf(name: string, rows: readonly (readonly CellValue[])[], merges: readonly Area[]): SampleSheet {
  const numberFormats = rows.map((row, index) => row.map((value) => numberFormatOf(value, index)));
  return {
    numberFormats,
    snapshot: {
      name,
      origin: { row: 0, column: 0 },
      rowCount: rows.length,
      columnCount: rows[0]?.length ?? 0,
      values: rows,
      texts: rows.map((row, i) => row.map((value, j) => textOf(value, numberFormats[i]?.[j] ?? 'General'))),
      formulas: rows.map((row) => row.map(() => '')),
      merges,
    },
  };
}

/**
 * The sample form (部门整体支出绩效自评表, 39 indicators, stated total 94.65) with its errors, or with other values written
 * over some of its cells.
 *
 * @param changes by address: what is to stand there instead
 */
export function sampleForm(changes: ReadonlyMap<string, CellValue> = new Map()): SampleSheet {
  const sheet = new SheetWriter();
  writeTop(sheet);
  writeManagement(sheet);
  writePerformance(sheet);
  writeBottom(sheet);
  for (const [address, value] of changes) {
    const cell = parseAddress(address);
    const row = cell === null ? undefined : sheet.rows[cell.row];
    if (cell === null || row === undefined) throw new Error(`示例表中没有单元格 ${address}`);
    row[cell.column] = value;
  }
  return snapshotOf('自评表', sheet.rows, sheet.merges);
}

/** The sample form with its errors mended: nothing in it is to be found fault with. Its total is 96.63. */
export function mendedSampleForm(): SampleSheet {
  return sampleForm(CORRECTIONS);
}

/** What the workbench opens at start: the sample form and a sheet of notes that holds no form. */
export function sampleWorkbook(): readonly SampleSheet[] {
  const notes: readonly string[] = [
    '填表说明',
    '一、本表是练习用的示例，数字取自一份公开的自评表，表中的差错都保留着。',
    '二、在“自评表”里改动单元格，右侧窗格的核查结果随即更新。',
    '三、双击单元格或按 F2 修改，按 Enter 确认，按 Esc 放弃。',
    '四、可以打开自己的 .xlsx 文件代替示例；文件只在本机读取，不上传。',
  ];
  return [
    sampleForm(),
    snapshotOf(
      '填表说明',
      notes.map((note) => [note]),
      [],
    ),
  ];
}
