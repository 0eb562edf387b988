import { periodSum } from '../../src/checks/period-sum';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

/** What was reached in each half of the year, and in the year. */
const halves = (first: string, second: string, actual: string, other = '210人次', aim = '≥300人') =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|上半年完成值|下半年完成值|全年完成值|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|90|120|${other}|60|60|
效益指标|社会效益指标|服务人数|${aim}|${first}|${second}|${actual}|40|40|
总分|||||||100|100|`);

/** What was reached in one half of the year only. */
const half = (first: string, other: string, actual = '350人', aim = '≥300人') =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|上半年完成值|全年完成值|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|${first}|210人次|60|60|
效益指标|社会效益指标|服务人数|${aim}|${other}|${actual}|40|40|
总分||||||100|100|`);

/** What was reached in two places and in all; of the others each adds up. */
const places = (served: string) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|城区|乡镇|实际完成值|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|90|120|210人次|40|40|
产出指标|数量指标|检查次数|≥10次|7|5|12次|20|20|
产出指标|数量指标|服务人次|≥200人次|${served}|20|20|
效益指标|社会效益指标|发放手册|≥300份|100|250|350份|20|20|
总分|||||||100|100|`);

export default cases(periodSum, {
  valid: [
    { name: '上半年、下半年之和是全年', sheet: halves('100', '250', '350人') },
    { name: '各期写着单位', sheet: halves('1.2万人', '2.3万人', '3.5万人') },
    { name: '各期与全年的单位不同，不作比较', sheet: halves('1.2万人', '2.3万人', '36000人') },
    { name: '下半年是累计数', sheet: halves('100', '350', '350人') },
    { name: '全年的率在各期之间', sheet: halves('98.5%', '99.5%', '98.9%', '210人次', '≥98%') },
    { name: '全年是平均数，不是件数人数', sheet: halves('99.1', '98.1', '98.6分', '210人次', '≥98分') },
    { name: '全年是各期的平均人数', sheet: halves('90', '95', '92.5人', '210人', '≥90人') },
    { name: '各期的率相加是全年的率', sheet: halves('45%', '53%', '98%', '210人次', '≥98%') },
    { name: '没有一行各期之和是全年', silent: true, sheet: halves('100', '250', '370人', '230人次') },
    { name: '各期之间单位不同，不作比较', sheet: halves('1.2万人', '250', '350人') },
    { name: '全年在各期之间，单位不是件数人数', sheet: halves('99.1', '97', '98.6分', '210人次', '≥98分') },
    { name: '各期是率，全年不是', sheet: halves('98.5%', '99.5%', '97分', '210人次', '≥95分') },
    { name: '有一期写的不是率', sheet: halves('98.5%', '见附件', '99.9%', '210人次', '≥98%') },
    { name: '只有一期', silent: true, sheet: half('210', '100') },
    { name: '只有一期，是率', silent: true, sheet: half('210', '98.5%', '99.9%', '≥98%') },
  ],
  invalid: [
    {
      name: '哪一期都比全年多',
      sheet: halves('500', '600', '350人'),
      findings: [{ cell: 'G4', message: 'differs', severity: 'warning', expected: '1100', ways: ['G4=1100'] }],
    },
    {
      name: '不是件数人数，和也应是全年',
      sheet: halves('1.2万公里', '2.3万公里', '3.6万公里', '210人次', '≥3万公里'),
      findings: [{ cell: 'G4', message: 'differs', severity: 'warning', expected: '3.5', ways: ['G4=35000'] }],
    },
    {
      name: '一处比全部还多，单位与相加的一行相同',
      sheet: places('1150|80|210人次'),
      findings: [{ cell: 'G5', message: 'differs', severity: 'warning', expected: '1230' }],
    },
    {
      name: '全年的率比哪一期都高',
      sheet: halves('98.5%', '68.9%', '98.9%', '210人次', '≥98%'),
      findings: [{ cell: 'G4', message: 'outside', severity: 'info', found: '98.9%', related: ['E4', 'F4'] }],
    },
    {
      name: '一期比全年还多，单位与相加的一行不同，只作提示',
      sheet: halves('1000', '250', '350人'),
      findings: [{ cell: 'G4', message: 'differs', severity: 'info', expected: '1250' }],
    },
    {
      name: '一期比全年还多，单位与相加的一行相同',
      sheet: halves('1000', '250', '350人', '210人'),
      findings: [{ cell: 'G4', message: 'differs', severity: 'warning', expected: '1250' }],
    },
    {
      name: '各处之和不是全部的',
      sheet: places('150|80|210人次'),
      findings: [{ cell: 'G5', message: 'differs', severity: 'warning', expected: '230' }],
    },
    {
      name: '全年在各期之间，可能是年末数，只作提示',
      sheet: halves('90', '80', '88人', '210人', '≥80人'),
      findings: [{ cell: 'G4', message: 'differs', severity: 'info', expected: '170' }],
    },
    {
      name: '全年只比上半年、下半年各多一点，可能有重复',
      sheet: halves('300', '280', '310人'),
      findings: [{ cell: 'G4', message: 'differs', severity: 'info' }],
    },
    {
      name: '上半年、下半年之和不是全年',
      sheet: halves('100', '250', '370人'),
      findings: [{ cell: 'G4', message: 'differs', severity: 'warning', expected: '350', related: ['E4', 'F4'] }],
    },
  ],
});
