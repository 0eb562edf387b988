import { sheetOf } from '../fixtures/corpus/read';

/** Two rows of 60 and 40 points with one column that is reckoned from the others. */
export const form = (
  heading: string,
  first: string,
  second: string,
  [target, actual]: readonly [string, string] = ['≥90%', '81%'],
) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|${heading}|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|230人次|${first}|60|60|
效益指标|社会效益指标|知晓率|${target}|${actual}|${second}|40|36|宣传不够。改进措施：多宣传
总分||||||100|96|`);

/** Points taken off, summed in the rows that are given. */
export const taken = (row: string) =>
  sheetOf(`绩效自评表
指标名称|目标值|完成值|分值|扣分|扣分原因
培训人次|≥200人次|210人次|60|0|
知晓率|≥90%|81%|40|4|宣传不够
${row}`);

/** A reviewer’s scores beside the unit’s own. */
export const reviewed = (difference: string, total: string, first = '-1') =>
  sheetOf(`绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|自评得分|复核得分|差异|未完成原因
产出指标|数量指标|培训人次|≥200人次|210人次|40|40|39|${first}|
产出指标|质量指标|合格率|≥90%|81%|20|18|18|0|设备老化
效益指标|社会效益指标|知晓率|≥90%|81%|40|36|35.5|${difference}|宣传不够
总分|||||100|94|${total}|`);

/** The score as what two offices gave; the first row is in order whatever the others hold. */
export const assessed = (sum: string, second: string, total: string) =>
  sheetOf(`绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|一处得分|二处得分|${sum}|未完成原因
产出指标|数量指标|培训人次|≥200人次|210人次|40|${total.startsWith('平均') ? '40|40|40' : '20|20|40'}|
产出指标|质量指标|合格率|≥90%|81%|20|${second}|设备老化
效益指标|社会效益指标|知晓率|≥90%|90%|40|${total.startsWith('平均') ? '40|39|39.5|个别村组未走访' : '20|20|40|'}
总分|||||100|${total.replace('平均', '')}|`);
