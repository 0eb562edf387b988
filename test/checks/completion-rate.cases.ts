import { completionRate } from '../../src/checks/completion-rate';
import { cases } from '../support/checkTester';
import { form } from '../support/reckonedForms';

export default cases(completionRate, {
  valid: [
    { name: '完成率', sheet: form('完成率', '115%', '90%') },
    { name: '完成率封顶', sheet: form('完成率（%）', '100', '90') },
    { name: '完成率保留一位小数', sheet: form('完成程度', '115.0%', '90.0%') },
    { name: '越低越好的完成率各有算法', sheet: form('完成率', '115%', '90%', ['≤10件', '11件']) },
    { name: '越低越好的完成率，另一种算法', sheet: form('完成率', '115%', '90.91%', ['≤10件', '11件']) },
    { name: '偏差率带符号', sheet: form('偏差率', '15%', '-10%') },
    { name: '偏差率不带符号', sheet: form('偏离度', '15%', '10%') },
    { name: '完成率写成小数，保留一位', sheet: form('完成率', '1.2', '0.9') },
    { name: '完成值只有文字', sheet: form('完成率', '115%', '85%', ['明显提高', '明显提高']) },
  ],
  invalid: [
    {
      name: '完成率算错',
      sheet: form('完成率', '105%', '90%'),
      findings: [{ cell: 'F3', message: 'completion', severity: 'warning', expected: '115%', found: '105%' }],
    },
    {
      name: '完成率差一点，超出写出的小数位',
      sheet: form('完成率', '116.2%', '90%'),
      findings: [{ cell: 'F3', message: 'completion', severity: 'warning', expected: '115%', found: '116.2%' }],
    },
    {
      name: '达到指标值的完成率不是它的倒数',
      sheet: form('完成率', '115%', '111.1%'),
      findings: [{ cell: 'F4', message: 'completion', severity: 'warning', expected: '90%' }],
    },
    {
      name: '越低越好的完成率与各种算法都不符',
      sheet: form('完成率', '115%', '70%', ['≤10件', '11件']),
      findings: [{ cell: 'F4', message: 'completion', severity: 'info', expected: '110%' }],
    },
    {
      name: '偏差率算错',
      sheet: form('偏差率', '5%', '-10%'),
      findings: [{ cell: 'F3', message: 'deviation', severity: 'warning', expected: '15%' }],
    },
  ],
});
