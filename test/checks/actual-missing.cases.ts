import { actualMissing } from '../../src/checks/actual-missing';
import { sheetOf } from '../fixtures/corpus/read';
import { render } from '../fixtures/render';
import { changed, training } from '../fixtures/training';
import { cases } from '../support/checkTester';
import { departmentForm, type GoalRow } from '../support/department';

const goals = (...actuals: (string | null)[]) =>
  departmentForm({
    goals: actuals.map((actual, index): GoalRow => ({ name: `第${index + 1}类培训期数`, target: '≥3期', actual })),
  });

const worded = (...targets: string[]) =>
  departmentForm({
    goals: targets.map((target, index): GoalRow => ({ name: `第${index + 1}类任务`, target, actual: '完成' })),
  });

export default cases(actualMissing, {
  valid: [
    { name: '都填了', sheet: goals('3期', '4期') },
    { name: '全表不填', silent: true, sheet: goals(null, null, null) },
    {
      name: '两格都空着，说明里写了情况',
      sheet: training(1, { target: null, actual: null, evidence: '210人参加考核，202人合格。' }),
    },
    {
      name: '两格都空着，下面各行写明构成',
      sheet: sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|分值|年度指标值|实际完成值|得分
产出指标|数量指标|★补助种植面积|50|||50
||其中：桃树||5亩|5亩|
|质量指标|成活率|30|95%|95%|30
满意度指标|满意度指标|农户满意度|20|95%|98%|20
总分|||100|||100`),
    },
    { name: '“完成”对100%、对期限', sheet: worded('100%', '2022年12月底前') },
  ],
  invalid: [
    {
      name: '一个没有填',
      sheet: goals('3期', null, '5期'),
      findings: [{ cell: 'H12', message: 'blank', severity: 'warning', related: ['I12'] }],
    },
    {
      name: '指标值是“达标”的没有填',
      sheet: training(1, { target: '达到预期目标', actual: null }),
      findings: [{ cell: 'E8', message: 'blank', severity: 'warning' }],
    },
    {
      name: '一个打勾，没有数字',
      sheet: goals('3期', '√', '5期'),
      findings: [{ cell: 'H12', message: 'worded', severity: 'info' }],
    },
    {
      name: '不打分的表有一个没有填',
      sheet: render('L10', { rows: changed(new Map([[1, { actual: null }]])) }).sheet,
      findings: [{ cell: 'E6', message: 'unscored', severity: 'warning' }],
    },
    {
      name: '填了完成值，没有指标值',
      sheet: training(1, { target: null }),
      findings: [{ cell: 'D8', message: 'target', severity: 'info' }],
    },
    {
      name: '记了分，指标值和完成值都空着',
      sheet: training(1, { target: null, actual: null }),
      findings: [{ cell: 'D8', message: 'neither', severity: 'info' }],
    },
    {
      name: '指标值是数字，完成值只写“完成”，几项一条',
      sheet: worded('≥3期', '≥90%'),
      findings: [{ cell: 'H11', message: 'worded', severity: 'info', related: ['H12'] }],
    },
  ],
});
