import type { CellLook } from '../reportSheet';
import type { SheetLayout } from './layout';

/** An empty form as it is printed. */
export interface PrintedForm extends Pick<SheetLayout, 'name' | 'widths' | 'landscape'> {
  /** What it is called, and for whom it is, in a line. */
  readonly title: string;
  readonly about: string;
  /**
   * A row a line, its cells parted by `|`. A cell of `<` is merged with the one on its left, a cell of `^` with the one
   * above it.
   */
  readonly rows: string;
  /** The heading row that is printed on each page, by its number in the sheet. */
  readonly titleRow: number;
  /** How cells look, by their address; a later one adds to those before it. */
  readonly looks: readonly (readonly [area: string, look: CellLook])[];
}

const TITLE: CellLook = { bold: true, size: 16, align: 'center', vertical: 'center' };
const CENTER: CellLook = { align: 'center', vertical: 'center' };
const LEFT: CellLook = { align: 'left' };
const TABLE: CellLook = { lined: 'around', wrap: true, align: 'center', vertical: 'center' };
const HEADING: CellLook = { bold: true, align: 'center' };
const AMOUNT: CellLook = { numberFormat: '#,##0.00' };
const PERCENT: CellLook = { numberFormat: '0.00%' };
const POINTS: CellLook = { numberFormat: '0.00' };

/** The Guangzhou form for a whole department: 管理效能 45, 履职效能 50, parted evenly until the office sets them, 加减分项 5. */
export const DEPARTMENT: PrintedForm = {
  title: '部门整体支出绩效自评表',
  about: '一个部门全年一张，广州市的表式：管理效能45分、履职效能50分、加减分项5分。',
  name: '部门整体支出自评表',
  landscape: true,
  widths: [10, 7, 12, 9, 24, 9, 16, 16, 12, 44],
  titleRow: 10,
  rows: `
部门整体支出绩效自评表|<|<|<|<|<|<|<|<|<
（    年度）|<|<|<|<|<|<|<|<|<
单位名称||<|<|<|<|单位数||<|<
年度整体绩效目标||<|<|整体绩效目标完成情况||<|<|未能完成原因|
年度部门整体支出规模（元）||按资金来源|<|按资金结构|<|按预算级次|<||
^||财政拨款|其他资金|基本支出|项目支出|市本级支出|转移支付||
^|全年预算数||||||||
^|全年执行数||||||||
^|完成率|=IF(C7>0,C8/C7,"")|=IF(D7>0,D8/D7,"")|=IF(E7>0,E8/E7,"")|=IF(F7>0,F8/F7,"")|=IF(G7>0,G8/G7,"")|=IF(H7>0,H8/H7,"")||
一级指标|分值|二级指标|分值|三级指标|分值|指标解释|<|得分/自评分|评分依据、未达标原因、改进措施
管理效能|45|资金管理|16|部门预算及财务管理制度健全性|3|预算和财务管理制度是否健全、完整。|<||
^|^|^|^|预算完成率|2|预算完成数÷预算数×100%。|<||
^|^|^|^|部门预算编制情况|3|预算编制是否准确、及时，新增项目是否经过评估。|<||
^|^|^|^|专项资金管理情况|2|专项资金的设立、分配和使用是否合规。|<||
^|^|^|^|财政拨款收入预决算差异率|2|财政拨款收入决算数与预算数之差÷预算数×100%。|<||
^|^|^|^|一般公共预算支出年度平均执行率|2|各考核时点支出进度的平均值。|<||
^|^|^|^|结转结余率|2|年末结转结余÷年度预算总额×100%。|<||
^|^|绩效管理|15|绩效监控和绩效评价开展情况|4|绩效监控和绩效自评是否按要求开展。|<||
^|^|^|^|绩效管理制度建设|3|绩效管理制度是否建立并执行。|<||
^|^|^|^|绩效目标合理性|2|整体绩效目标是否依据充分、符合实际。|<||
^|^|^|^|绩效指标明确性|2|绩效指标是否清晰、细化、可衡量。|<||
^|^|^|^|绩效目标完成率|2|完成的绩效指标数÷绩效指标总数×100%。|<||
^|^|^|^|绩效结果应用|2|监控和评价结果是否用于改进管理、安排预算。|<||
^|^|信息公开管理|4|预决算信息公开合规性|2|预决算信息是否按规定的内容和时限公开。|<||
^|^|^|^|绩效信息公开情况|2|绩效目标和自评结果是否按要求公开。|<||
^|^|采购管理|2|政府采购执行率|2|实际政府采购金额÷政府采购预算×100%。|<||
^|^|资产管理|4|资产管理制度健全性|1|资产管理制度是否健全并执行。|<||
^|^|^|^|资产账务核对情况|1|资产账与财务账、实物是否核对相符。|<||
^|^|^|^|固定资产利用率|2|在用固定资产÷全部固定资产×100%。|<||
^|^|成本管理|4|公用经费控制率|2|实际支出公用经费÷预算安排公用经费×100%。|<||
^|^|^|^|“三公经费”控制率|2|“三公经费”实际支出数÷预算安排数×100%。|<||
一级指标|分值|二级指标|分值|三级指标|分值|年度指标值|实际完成指标值|得分/自评分|评分依据、未达标原因、改进措施
履职效能|50|年度重点工作任务|50|指标1：|5||||
^|^|^|^|指标2：|5||||
^|^|^|^|指标3：|5||||
^|^|^|^|指标4：|5||||
^|^|^|^|指标5：|5||||
^|^|^|^|指标6：|5||||
^|^|^|^|指标7：|5||||
^|^|^|^|指标8：|5||||
^|^|^|^|指标9：|5||||
^|^|^|^|指标10：|5||||
加减分项|5|工作表现加减分|5|工作受表彰或批评|5|每项加或减2.5分，最多5分。|<||
总分|100||||||自评得分|=SUM(I11:I31,I33:I43)|`,
  looks: [
    ['C7:H8', AMOUNT],
    ['C9:H9', PERCENT],
    ['A1:J1', TITLE],
    ['A2:J2', CENTER],
    ['A3:J44', TABLE],
    ['G11:H44', LEFT],
    ['J11:J44', LEFT],
    ['A10:J10', HEADING],
    ['A32:J32', HEADING],
    ['A44:J44', HEADING],
    ['I10:I44', POINTS],
  ],
};

/** The national form for a project: 预算执行率 10, 产出 50, 效益 30, 满意度 10, parted in the usual way until the office sets them. */
export const PROJECT: PrintedForm = {
  title: '项目支出绩效自评表',
  about: '一个项目一张，全国通行的表式：预算执行率10分、产出50分、效益30分、满意度10分，各项分值可以改。',
  name: '项目支出自评表',
  landscape: false,
  widths: [12, 18, 24, 14, 14, 9, 10, 32],
  titleRow: 12,
  rows: `
项目支出绩效自评表|<|<|<|<|<|<|<
（    年度）|<|<|<|<|<|<|<
项目名称||<|<|<|<|<|<
主管部门||<|<|实施单位||<|<
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
^|年度资金总额||||10|=IF(D6>0,E6/D6,"")|
^|其中：当年财政拨款||||—|=IF(D7>0,E7/D7,"")|—
^|上年结转资金||||—|=IF(D8>0,E8/D8,"")|—
^|其他资金||||—|=IF(D9>0,E9/D9,"")|—
年度总体目标|预期目标|<|<|实际完成情况|<|<|<
^||<|<||<|<|<
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标（50分）|数量指标|指标1：|||10||
^|^|指标2：|||10||
^|质量指标|指标1：|||10||
^|时效指标|指标1：|||10||
^|成本指标|指标1：|||10||
效益指标（30分）|经济效益指标|指标1：|||10||
^|社会效益指标|指标1：|||10||
^|生态效益指标|指标1：|||5||
^|可持续影响指标|指标1：|||5||
满意度指标（10分）|服务对象满意度指标|指标1：|||10||
总分|<|<|<|<|100|=SUM(H6,G13:G22)|`,
  looks: [
    ['C6:E9', AMOUNT],
    ['G6:G9', PERCENT],
    ['H6', POINTS],
    ['A1:H1', TITLE],
    ['A2:H2', CENTER],
    ['A3:H23', TABLE],
    ['B11:H11', LEFT],
    ['H13:H23', LEFT],
    ['A12:H12', HEADING],
    ['A23:H23', HEADING],
    ['G12:G23', POINTS],
  ],
};
