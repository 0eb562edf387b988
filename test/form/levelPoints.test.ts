import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';
import { describeWhole, loud, type Whole } from '../support/wholeForms';

/** Points and scores of each level behind its name, in merged cells or not. */
const THREE = `部门整体支出绩效自评表
一级指标|分值|得分|二级指标|分值|得分|三级指标|分值|得分|扣分原因及改进措施
投入|20|19.5|目标设定|10|10|绩效目标合理性|5|5|
^|^|^|^|^|^|绩效指标明确性|5|5|
^|^|^|预算配置|10|9.5|在职人员控制率|5|5|
^|^|^|^|^|^|三公经费变动率|5|4.5|公务用车增加，今后从严控制
过程|30|29|预算执行|20|19|预算完成率|10|9|项目结转，今后加快支付
^|^|^|^|^|^|结转结余率|10|10|
^|^|^|预算管理|10|10|制度健全性|10|10|
效果|50|49|履职效益|50|49|社会效益|40|40|
^|^|^|^|^|^|服务对象满意度|10|9|个别村组供水不稳，已改造管网
总分|100|97.5|<|100|97.5|<|100|97.5|`;

const FAULTS: Whole['faults'] = [
  ['投入|20|19.5', '投入|20|19.8', 'group-score: “投入”'],
  ['投入|20|19.5', '投入|25|19.5', 'group-weight: “投入”'],
  ['预算配置|10|9.5', '预算配置|10|9', 'group-score: “预算配置”'],
  ['结转结余率|10|10', '结转结余率|10|9', 'group-score: “预算执行”'],
  ['履职效益|50|49', '履职效益|50|48', 'group-score: “履职效益”'],
  ['总分|100|97.5', '总分|100|96.5', 'level-weight: 各一级指标得分合计 97.5'],
];

const WHOLE: readonly Whole[] = [
  { name: 'points and score of each level behind its name', rows: THREE, faults: FAULTS },
  {
    name: 'the same without merged cells',
    rows: THREE.replaceAll(/[<^]/g, ''),
    faults: [...FAULTS, ['||100|97.5||', '||100|95.7||', 'level-weight: 各二级指标得分合计 97.5']],
  },
  {
    name: 'scores before points, of two levels and the items',
    rows: `绩效自评表
一级指标|得分|分值|二级指标|得分|分值|三级指标|目标值|完成值|得分|分值|说明
产出|59.2|60|数量|40|40|检测样品|≥600份|623份|40|40|
^|^|^|质量|19.2|20|检测准确率|≥99%|95%|19.2|20|设备校准滞后，已更换
效益|40|40|社会|20|20|不合格处置率|100%|100%|20|20|
^|^|^|满意度|20|20|群众满意度|≥85%|91%|20|20|
合计|99.2|100||99.2|100||||99.2|100|`,
    faults: [
      ['产出|59.2', '产出|59.5', 'group-score: “产出”'],
      ['质量|19.2', '质量|19.5', 'group-score: “质量”'],
      ['数量|40|40', '数量|40|45', 'group-weight: “数量”'],
      ['合计|99.2', '合计|99.5', 'level-weight'],
    ],
  },
  {
    name: 'points and score of the first level only',
    rows: `项目支出绩效自评评分表
一级指标|分值|得分|二级指标|三级指标|指标值|完成值|分值|得分|备注
产出指标|50|49.54|数量指标|维修路灯|≥300盏|312盏|20|20|
^|^|^|质量指标|完好率|≥98%|95%|15|14.54|线路老化，已更换
^|^|^|时效指标|完成时间|12月底前|11月20日|15|15|
满意度指标|50|50|服务对象满意度|居民满意度|≥95%|97%|50|50|
合计|100|99.54|||||100|99.54|`,
    faults: [
      ['产出指标|50|49.54', '产出指标|50|50', 'group-score: “产出指标”'],
      ['合计|100|99.54', '合计|100|99', 'level-weight'],
      ['|15|14.54|', '|15|14.94|', 'score-by-rule'],
    ],
  },
  {
    name: 'two levels, the items in the second',
    rows: `单位整体支出绩效自评表
一级指标|分值|自评分|二级指标|分值|自评分|评分说明
预算管理|50|48|预算编制|20|20|编制完整
^|^|^|预算执行|30|28|执行率90%，扣2分；今后加快执行进度
履职成效|50|49.5|重点工作|40|40|完成12项重点工作
^|^|^|满意度|10|9.5|满意度95%，扣0.5分；今后改进服务
总计|100|97.5||100|97.5|`,
    faults: [
      ['预算管理|50|48', '预算管理|50|49', 'group-score: “预算管理”'],
      ['总计|100|97.5', '总计|100|98.5', 'level-weight'],
    ],
  },
  {
    name: 'scores of the levels behind those of the items, by their words',
    rows: `部门整体绩效自评表
一级指标|一级分值|二级指标|二级分值|三级指标|三级分值|目标值|完成值|三级得分|二级得分|一级得分|备注
管理效率|60|预算管理|18|预算完成率|9|100%|95%|8.55|17.55|59.55|结算滞后，今后提前办理
^|^|^|^|决算公开率|9|100%|100%|9|^|^|
^|^|采购管理|42|采购合规率|42|100%|100%|42|42|^|
履职效能|40|重点工作|40|检查企业数|20|≥120家|126家|20|40|40|
^|^|^|^|问题整改率|20|100%|100%|20|^|^|
合计|100||100||100|||99.55|99.55|99.55|`,
    faults: [
      ['17.55|59.55', '17.85|59.55', 'group-score: “预算管理”'],
      ['17.55|59.55', '17.55|59.85', 'group-score: “管理效率”'],
      ['99.55|99.55|99.55', '99.55|98.55|99.55', 'level-weight: 各二级'],
      ['99.55|99.55|99.55', '99.55|99.55|98.55', 'level-weight: 各一级'],
    ],
  },
  ...['小计', '小计得分', '分项得分'].map((heading) => ({
    name: `${heading} of each block in a column behind the scores`,
    rows: `财政项目支出绩效自评表
一级指标|二级指标|三级指标|分值|年度指标值|实际完成值|得分|${heading}|未完成原因
产出指标（50分）|数量指标|举办活动|20|≥24场|25场|20|49.21|
^|质量指标|活动达标率|15|≥95%|90%|14.21|^|两场活动临时变更场地，今后提前备案
^|时效指标|按期举办率|15|100%|100%|15|^|
效益指标（50分）|社会效益指标|参与人次|50|≥1.2万人次|1.3万人次|50|50|
总分|||100|||99.21|99.21|`,
    faults: [
      ['|20|49.21|', '|20|48.21|', 'group-score: “产出指标”'],
      ['99.21|99.21|', '99.21|98.21|', 'level-weight'],
      ['99.21|99.21|', '98.21|99.21|', 'total-sum'],
    ] as const,
  })),
];

describeWhole(WHOLE);

test('a wrong score of a level is told once', () => {
  const ofLevels = FAULTS.filter(([from, , check]) => check.startsWith('group-score') && !from.startsWith('结转'));
  for (const [from, to] of ofLevels) expect(loud(THREE.replace(from, to))).toHaveLength(1);
});

test('every figure of all levels is held where the scores are', () => {
  const rows = THREE.replaceAll('<', '');
  expect(review(sheetOf(rows)).forms[0]?.coverage.figures.unheld).toEqual([]);
});

describe('figures behind the names of levels that are no sums', () => {
  test('rates are asked about at most', () => {
    const rates = THREE.replace('20|19.5', '20|97.5')
      .replace('30|29', '30|96.7')
      .replace('效果|50|49', '效果|50|98')
      .replaceAll(/(目标设定|预算管理)\|10\|10/g, '$1|10|100')
      .replace('预算配置|10|9.5', '预算配置|10|95')
      .replace('预算执行|20|19', '预算执行|20|95')
      .replace('履职效益|50|49', '履职效益|50|98')
      .replace('总分|100|97.5|<|100|97.5', '总分|100|<|<|100|');
    expect(loud(rates)).toEqual([]);
  });

  test('小计 beside the weights is none of scores', () => {
    const rows = `项目支出绩效自评表
一级指标|三级指标|分值|小计|年度指标值|实际完成值|得分
产出指标|举办活动|20|50|≥24场|20场|16.67
^|活动达标率|30|^|≥95%|96%|30
效益指标|参与人次|50|50|≥1.2万人次|1.3万人次|50
总分||100|100|||96.67`;
    expect(loud(rows)).toEqual([]);
  });
});

const TOGETHER = (weight: string) => `项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|50|20|
^|^|发放手册|≥500册|520册|${weight}|20|
^|质量指标|合格率|≥95%|97%|${weight}|10|
效益指标|社会效益指标|知晓率|≥80%|92%|30|30|
满意度指标|满意度指标|学员满意度|≥90%|95%|20|20|
总分|||||100|100|`;

describeWhole([
  {
    name: 'one weight over several rows that have scores of their own',
    rows: TOGETHER('^'),
    faults: [
      ['210人次|50|20', '210人次|50|30', 'block-score: “产出指标”'],
      ['210人次|50|20', '160人次|50|20', 'block-score: “产出指标”'],
      ['210人次|50|20', '210人次|60|20', 'total-weight'],
      ['92%|30|30', '92%|30|28', 'score-by-rule: “知晓率”'],
      ['100|100', '100|98', 'total-sum'],
    ],
  },
]);

const ONE_SCORE = `项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|20|70|
^|^|发放手册|≥500册|520册|30|^|
^|质量指标|合格率|≥95%|97%|20|^|
效益指标|社会效益指标|知晓率|≥80%|92%|20|20|
满意度指标|满意度指标|学员满意度|≥90%|95%|10|10|
总分|||||100|100|`;

describeWhole([
  {
    name: 'one score over several rows that have weights of their own',
    rows: ONE_SCORE,
    faults: [
      ['210人次|20|70', '210人次|20|80', 'score-range: “培训人次、发放手册、合格率”'],
      ['520册|30', '520册|40', 'total-weight'],
      ['92%|20|20', '92%|20|18', 'score-by-rule: “知晓率”'],
      ['100|100', '100|98', 'total-sum'],
    ],
  },
]);
