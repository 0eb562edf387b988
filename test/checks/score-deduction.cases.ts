import { scoreDeduction } from '../../src/checks/score-deduction';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { form } from '../support/reckonedForms';

/** The score is above its weight, of which its own check tells. */
const above = sheetOf(`绩效自评表
指标名称|目标值|完成值|分值|扣分|得分|扣分原因
培训人次|≥200人次|200人次|60|3|60|
知晓率|≥90%|91%|40|-4|44|
总分|||100||104|`);

/** Points off what the rule gives: 36 and 18 by it, 16 to 20 for the word. */
const further = (off: string, stated: string, others = ['0', '18'], word = '0') =>
  sheetOf(`项目支出绩效自评表
指标名称|指标值|实际完成值|分值|扣减分数|得分|偏差原因
知晓率|≥90%|81%|40|${off}|${stated}|宣传不够，下一步多宣传
合格率|≥90%|81%|20|${others.join('|')}|设备老化，下一步更新
影响程度|明显|达成年度指标|20|${word}|18|覆盖面不足，下一步扩大
培训人次|≥200人次|210人次|20|0|20|
总分|||100||${Number(stated) + Number(others[1]) + 38}|`);

export default cases(scoreDeduction, {
  valid: [
    { name: '扣分是分值减得分', sheet: form('扣分', '0', '4') },
    { name: '扣分写成负数', sheet: form('扣分值', '0', '-4') },
    { name: '按规则计分以后没有再扣', sheet: further('0', '36') },
    { name: '按规则计分以后再扣', sheet: further('4', '32') },
    { name: '没有扣分的不写', sheet: form('失分', '', '4') },
  ],
  invalid: [
    {
      name: '按规则计分以后再扣，扣分与得分不符',
      sheet: further('3', '32'),
      findings: [{ cell: 'E3', message: 'differs', severity: 'error', expected: '8', found: '3' }],
      others: ['score-by-rule'],
    },
    {
      name: '只有一项的扣分写成0，别的都是分值减得分',
      sheet: further('0', '36', ['2', '18'], '2'),
      findings: [{ cell: 'E3', message: 'differs', severity: 'error', expected: '4', found: '0' }],
    },
    {
      name: '扣分算错',
      sheet: form('扣分', '0', '3'),
      findings: [
        {
          cell: 'F4',
          message: 'differs',
          severity: 'error',
          expected: '4',
          found: '3',
          related: ['G4', 'H4'],
          ways: ['H4=37', 'G4=39'],
        },
      ],
    },
    {
      name: '一项扣分算错，另一项得分超过分值',
      sheet: above,
      findings: [{ cell: 'E3', message: 'differs', severity: 'error', expected: '0', found: '3' }],
      others: ['score-range'],
    },
  ],
});
