import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';
import { describeWhole, loud, type Whole } from '../support/wholeForms';

/** Weights of all levels as shares of the level above, the scores as points. */
const SHARES = `项目支出绩效自评表
一级指标|权重|二级指标|权重|三级指标|权重|年度指标值|实际完成值|得分|偏差原因及改进措施
产出指标|50%|数量指标|60%|培训人次|50%|≥200人次|210人次|15|
^|^|^|^|培训期数|50%|≥5期|4期|12|场地不足，少办1期；下一步提前落实场地
^|^|质量指标|40%|合格率|100%|≥95%|98%|20|
效益指标|30%|社会效益指标|100%|知晓率|100%|≥80%|92%|30|
满意度指标|20%|服务对象满意度指标|100%|满意度|100%|≥90%|95%|20|
总分|100%||100%||100%|||97|`;

const FAULTS: Whole['faults'] = [
  ['培训期数|50%', '培训期数|40%', 'group-weight: “数量指标”下面各项的权重是占它的比例，之和为 90%'],
  ['质量指标|40%', '质量指标|50%', 'group-weight: “产出指标”下面各项的权重是占它的比例，之和为 110%'],
  ['效益指标|30%', '效益指标|40%', 'total-weight: 各项分值合计 110'],
  ['|12|场地', '|11|场地', 'score-by-rule: “培训期数”'],
  ['|||97|', '|||98|', 'total-sum'],
];

const WHOLE: readonly Whole[] = [
  { name: 'shares in percent', rows: SHARES, faults: FAULTS },
  {
    name: 'points of the first level, shares below it',
    rows: SHARES.replaceAll(/(产出|效益|满意度)指标\|(\d+)%/g, '$1指标|$2'),
    faults: FAULTS.slice(3),
  },
  {
    name: 'shares of two levels, as fractions',
    rows: `项目支出绩效自评表
一级指标|权重|三级指标|权重|年度指标值|实际完成值|得分|偏差原因
产出指标|0.5|培训人次|0.3|≥200人次|210人次|15|
^|^|培训期数|0.3|≥5期|4期|12|场地不足，少办1期；下一步提前落实场地
^|^|合格率|0.4|≥95%|98%|20|
效益指标|0.3|知晓率|0.4|≥80%|92%|12|
^|^|提升率|0.6|≥80%|92%|18|
满意度指标|0.2|满意度|1|≥90%|95%|20|
总分||||||97|`,
    faults: [
      ['培训期数|0.3', '培训期数|0.2', 'group-weight: “产出指标”下面各项的权重是占它的比例，之和为 90%'],
      ['|97|', '|96|', 'total-sum'],
    ],
  },
  {
    name: 'shares that do not come out even, the scores in whole cents',
    rows: `项目支出绩效自评表
一级指标|权重|三级指标|权重|年度指标值|实际完成值|得分|偏差原因
产出指标|60%|培训人次|33.33%|≥200人次|210人次|20|
^|^|培训期数|33.33%|≥5期|5期|20|
^|^|合格率|33.34%|≥95%|98%|20|
效益指标|40%|知晓率|100%|≥80%|92%|40|
总分|100%|||||100|`,
    faults: [
      ['5期|20|', '5期|21|', 'score-range: “培训期数”'],
      ['|33.34%', '|33%', 'group-weight: “产出指标”下面各项的权重是占它的比例，之和为 99.66%'],
    ],
  },
  {
    name: 'marks out of 100',
    rows: SHARES.replace('|15|', '|100|')
      .replace('|12|', '|80|')
      .replace('98%|20|', '98%|100|')
      .replace('|30|', '|100|')
      .replace('95%|20|', '95%|100|'),
    faults: FAULTS.slice(1, 2),
  },
  {
    name: 'the points of the items beside their shares',
    rows: `项目支出绩效自评表
一级指标|权重（%）|二级指标|权重（%）|三级指标|权重（%）|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|50|数量指标|60|培训人次|50|≥200人次|210人次|15|15|
^|^|^|^|培训期数|50|≥5期|4期|15|12|场地不足，少办1期；下一步提前落实场地
^|^|质量指标|40|合格率|100|≥95%|98%|20|20|
效益指标|30|社会效益指标|100|知晓率|100|≥80%|92%|30|30|
满意度指标|20|服务对象满意度指标|100|满意度|100|≥90%|95%|20|20|
总分||||||||100|97|`,
    faults: [['|15|12|', '|15|11|', 'score-by-rule']],
  },
  {
    name: 'shares of the first level, a hundred points below each, all marked by these',
    rows: `项目绩效评价表
一级指标|权重|二级指标|分值|三级指标|指标值|完成值|分值|得分|未完成原因
预算绩效|50|预算管理|75|预算执行进度|≥95%|95%|45|45|
^|^|^|^|预算完成率|100%|98%|30|29.4|部分资金未支付，下一步加快支付
^|^|预算效果|25|结转结余率|≤10%|5%|25|25|
业务绩效|50|业务完成|60|抽检批次|≥1000批|1200批|60|60|
^|^|业务质量|40|检出率|≥90%|90%|40|40|
总分||||||||99.7|`,
    faults: [
      ['预算效果|25', '预算效果|20', 'group-weight: “预算效果”分值为 20'],
      ['30|29.4', '30|28.4', 'score-by-rule'],
      ['|99.7|', '|98.7|', 'total-sum'],
    ],
  },
  {
    name: 'scores out of 100 beside their weights, with a column that says out of what',
    rows: `部门绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|权重|满分|得分|偏差原因
产出指标|数量指标|检查次数|≥20次|22次|50|100|100|
^|质量指标|合格率|≥95%|96%|20|100|100|
效益指标|社会效益指标|知晓率|≥80%|76%|30|100|95|宣传不足，今后加强宣传
总分|||||100||98.5|`,
    faults: [['|20|100|100', '|30|100|100', 'total-weight']],
  },
];

describeWhole(WHOLE);

test('a share that is wrong is told once, and not as a score or a total', () => {
  for (const [from, to] of FAULTS.slice(0, 2)) expect(loud(SHARES.replace(from, to))).toHaveLength(1);
});

test('two columns that weigh the items alike are no question', () => {
  expect(review(sheetOf(WHOLE.at(-1)?.rows ?? '')).forms[0]?.form.questions).toEqual([]);
});
