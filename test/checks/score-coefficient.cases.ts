import { scoreCoefficient } from '../../src/checks/score-coefficient';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

/** 得分系数 of a row of 60 and one of 40 points, both at full marks. */
const factored = (first: string, second: string) =>
  sheetOf(`部门整体绩效自评表
指标名称|指标值|完成值|得分系数（%）|指标权重|指标得分
培训人次|≥200人次|210人次|${first}|60|60
知晓率|≥90%|90%|${second}|40|40
总分||||100|100`);

/** The second of them missed its target, and its score is rounded. */
const missed = (score: number) =>
  sheetOf(`部门整体绩效自评表
指标名称|指标值|完成值|得分系数（%）|指标权重|指标得分|扣分原因
培训人次|≥200人次|210人次|100|60|60|
知晓率|≥90%|86.95%|96.61|40|${score}|宣传不够，下一步加强宣传
总分||||100|${60 + score}|`);

/** 得分率 beside a score whose sum is printed too: it says whether the rate or the score is wrong. */
const summed = (score: number) =>
  sheetOf(`部门整体绩效自评表
一级指标|分值|得分|三级指标|分值|得分|得分率|扣分原因
过程|60|59|采购合规性|30|${score}|96.67%|一笔采购手续不全，已整改
|||制度健全性|30|30|100%|
产出|40|40|任务完成率|40|40|100%|
合计|100|99||100|99||`);

/** A coefficient of one decimal, out of 10 points. */
const oneDigit = (coefficient: string, score: number) =>
  sheetOf(`部门整体绩效自评表
指标名称|指标值|完成值|得分系数|指标权重|指标得分|扣分原因
档案整理|有效|部分完成|${coefficient}|10|${score}|人手不够，下一步增加人员
知晓率|≥90%|95%|1|90|90|
总分||||100|${90 + score}|`);

export default cases(scoreCoefficient, {
  valid: [
    { name: '系数写作百分数', sheet: factored('100', '100') },
    { name: '系数写作小数', sheet: factored('1', '1') },
    { name: '得分保留一位小数', sheet: missed(38.6) },
    { name: '系数超过 1，得分到满分为止', sheet: factored('1.05', '1') },
    { name: '系数只写一位小数，0.67舍去尾数', sheet: oneDigit('0.6', 6.7) },
  ],
  invalid: [
    {
      name: '没有目标和完成值，系数也不超过 1',
      sheet: sheetOf(`部门整体绩效自评表
指标名称|得分系数|指标权重|指标得分|扣分原因
档案整理|1.05|60|60|
制度建设|1|40|40|
总分||100|100|`),
      findings: [{ cell: 'B3', message: 'differs', severity: 'error' }],
    },
    {
      name: '系数差了整整一位',
      sheet: oneDigit('0.5', 6),
      findings: [{ cell: 'D3', message: 'differs' }],
    },
    {
      name: '得分与得分率不符，小计和总分说明是得分错了',
      sheet: summed(28),
      findings: [{ cell: 'G3', message: 'differs' }],
    },
    {
      name: '全角的百分数也是百分数',
      sheet: factored('１１０％', '１００％'),
      findings: [{ cell: 'D3', message: 'differs' }],
    },
    {
      name: '系数比超额完成的程度还大',
      sheet: factored('1.5', '1'),
      findings: [{ cell: 'D3', message: 'differs' }],
    },
    {
      name: '得分率多写一个零',
      sheet: factored('100', '1000'),
      findings: [{ cell: 'D4', message: 'differs' }],
    },
    {
      name: '得分系数与得分不符',
      sheet: factored('100', '73'),
      findings: [{ cell: 'D4', message: 'differs' }],
    },
  ],
});
