import type { ColumnAnswer, ColumnRole, EvaluationForm } from '../../src/form/model';
import { questionText, readColumnAnswer } from '../../src/form/questions';
import { recognise } from '../../src/form/recognise';
import { review } from '../../src/review';
import { columnName } from '../../src/sheet/address';
import { sheetOf } from '../fixtures/corpus/read';

const TITLE = '项目支出绩效自评表\n';
const snapshotOf = (rows: string) => sheetOf(TITLE + rows);

function read(rows: string, answers: readonly ColumnAnswer[] = []): EvaluationForm {
  const { forms, none } = recognise(snapshotOf(rows), answers);
  const [form] = forms;
  if (form === undefined) throw new Error(none?.reason);
  return form;
}

/** Each role with its column: `weight F`. */
const roles = ({ headers }: EvaluationForm) =>
  headers[0]?.columns.map(({ role, heading }) => `${role} ${columnName(heading.at.column)}`);

const loud = (rows: string) =>
  review(snapshotOf(rows)).forms.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity !== 'info').map(({ check, message }) => `${check} ${message}`),
  );

const LEVELS = ['level1 A', 'level2 B', 'level3 C'];

describe('what a column holds, by its words, by what stands in it and by the sheet’s arithmetic', () => {
  test.each<[string, string, string[]]>([
    [
      'the actual value beside the verdict on it',
      `一级指标|二级指标|三级指标|预期指标值|单项指标实际完成值|单项指标完成情况|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|完成|50|50
效益指标|社会效益指标|知晓率|≥95%|93.1%|未完成|50|49
总分||||||100|99`,
      [...LEVELS, 'target D', 'actual E', 'verdict F', 'weight G', 'stated H'],
    ],
    [
      'what was reached beside how it came about',
      `一级指标|二级指标|三级指标|分值|年度指标值|完成情况|完成情况说明|得分|扣分原因
投入|目标设定|目标合理性|50|合理|合理|依据“三定”方案设定，符合实际。|50|
过程|预算执行|执行率|50|100%|96%|全年预算100万元，支出96万元。|48|个别项目未结算
总分|||100||||98`,
      [...LEVELS, 'weight D', 'target E', 'actual F', 'basis G', 'stated H', 'evidence I'],
    ],
    [
      'targets under a heading that might name items, behind names that might explain them',
      `二级指标|指标内容|标准分|符号|年度绩效目标|单位|完成值|得分
数量指标|培训人次|50|≥|260|人次|208|40
满意度指标|学员满意度|50|≥|90|%|92%|50
总分||100|||||90`,
      ['level2 A', 'level3 B', 'weight C', 'nature D', 'target E', 'unit F', 'actual G', 'stated H'],
    ],
    [
      'a level of unknown name with one item each and its own weight behind it, and the items’ weights',
      `一级指标|自评权重|指标小类|自评权重|指标名称|年度指标值|分数|实际完成值|自评得分
产出指标|60|数量指标|40|培训人次|≥200人次|40|210人次|40
|^|质量指标|20|合格率|≥95%|20|96%|20
效益指标|40|社会效益指标|40|知晓率|≥90%|40|92%|40`,
      [
        ...['level1 A', 'level1Weight B', 'level2 C', 'level2Weight D', 'level3 E'],
        ...['target F', 'weight G', 'actual H', 'stated I'],
      ],
    ],
    [
      'the verdict first, under a heading that says the same',
      `一级指标|二级指标|三级指标|年度指标值|目标完成情况|年度实际完成值|分值|得分
产出指标|质量指标|合格率|≥95%|已达标|97%|60|60
效益指标|社会效益指标|知晓率|≥90%|未达标|89.6%|40|39.82
总分||||||100|99.82`,
      [...LEVELS, 'target D', 'verdict E', 'actual F', 'weight G', 'stated H'],
    ],
    [
      'words alone for the actual value, where no column holds figures',
      `一级指标|二级指标|三级指标|年度指标值|指标完成情况|分值|得分
产出指标|质量指标|验收|验收合格|完成|60|60
效益指标|社会效益指标|影响|有所提升|完成|40|40
总分|||||100|100`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G'],
    ],
    [
      'places below one heading, and what they come to',
      `一级指标|二级指标|三级指标|年度指标值|全年实际完成值|<|<|分值|得分
^|^|^|^|青川县|平武县|全市合计|^|^
产出指标|数量指标|新建里程|≥25公里|10|15|25公里|60|60
效益指标|社会效益指标|受益人口|≥5万人|2|3|5万人|40|40
总分|||||||100|100`,
      [...LEVELS, 'target D', 'period E', 'period F', 'actual G', 'weight H', 'stated I'],
    ],
    [
      'the year’s beside those of the whole time',
      `一级指标|二级指标|三级指标|指标值|<|完成值|<|分值|得分
^|^|^|实施期|2023年|累计|2023年|^|^
产出指标|数量指标|演出场次|≥150场|≥50场|100场|50场|60|60
效益指标|社会效益指标|观众|≥6万人|≥2万人|4万人|2万人|40|40
总分|||||||100|100`,
      [...LEVELS, 'target E', 'actual G', 'weight H', 'stated I'],
    ],
    [
      'names under 明细指标, 年度计划值, 实际完成指标',
      `一级指标|二级指标|明细指标|年度计划值|实际完成指标|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|92%|40|40
总分|||||100|100`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G'],
    ],
    [
      'a heading for the names that nobody knows',
      `一级指标|二级指标|测评要素|年度指标值|自评完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|92%|40|40
总分|||||100|100`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G'],
    ],
    [
      'what 指标内容 means said in the row below, without scores',
      `指标内容|指标完成情况|计量单位|指标完成情况|偏差原因分析及改进措施
|年度指标值||实际完成值|
监督抽检批次|≥850|批次|897|
人工造林面积|≥1800|亩|1872|
政策知晓率|≥90|%|92|`,
      ['level3 A', 'target B', 'unit C', 'actual D', 'evidence E'],
    ],
    [
      'the names behind 指标内容, which says nothing of one item',
      `绩效维度|指标内容|指标项|计划完成值|完成值|基础分|自评打分
产出指标|数量指标|新建管网长度|12公里|14公里|30|30
|质量指标|培训合格率|95%|95%|30|30
||设备完好率|90%|95%|40|40
总分|||||100|100`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G'],
    ],
    [
      'items under 项目内容, beside nothing that names a level',
      `编号|项目内容|批复目标值|截至12月底完成值|权重（%）|考评得分
1|培训人次|200人次|220人次|60|60
2|验收合格率|100%|100%|40|40
总计||||100|100`,
      ['level3 B', 'target C', 'actual D', 'weight E', 'stated F'],
    ],
    [
      'last year’s value beside one that names no year',
      `一级指标|二级指标|三级指标|2022年完成值|年度指标值|执行结果|分值|得分
产出指标|数量指标|培训人次|180人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|86%|≥90%|92%|40|40
总分||||||100|100`,
      [...LEVELS, 'target E', 'actual F', 'weight G', 'stated H'],
    ],
    [
      'the score under 赋分结果, beside the weight under 赋分',
      `一级指标|二级指标|三级指标|目标值|完成值|赋分|赋分结果
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|92%|40|40
总分|||||100|100`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G'],
    ],
    [
      'signs under a heading that nobody knows',
      `一级指标|二级指标|三级指标|逻辑|目标值|计量单位|完成值|分值|得分
产出指标|数量指标|培训人次|≥|200|人次|210|60|60
产出指标|成本指标|人均费用|≤|400|元|360|40|40
总分|||||||100|100`,
      [...LEVELS, 'nature D', 'target E', 'unit F', 'actual G', 'weight H', 'stated I'],
    ],
    [
      '绩效指标 at the edge, over levels and names',
      `绩效指标|一级指标|二级指标|指标名称|权重|年度绩效目标值|全年完成值|自评得分
绩效指标|产出指标|时效指标|项目开工时间|30|2023年12月底前|2023年12月|30
||时效指标|项目完成时间|30|2023年12月底前|2023年11月|30
|效益指标|社会效益指标|知晓率|40|≥90%|92%|40
总分||||100|||100`,
      ['level1 B', 'level2 C', 'level3 D', 'weight E', 'target F', 'actual G', 'stated H'],
    ],
    [
      'a total beside points taken off, and one called a result',
      `一级指标|二级指标|三级指标|指标值|完成值|分值|扣分|扣分原因|自评结果
产出指标|数量指标|培训人次|≥200人次|210人次|60|0||98
|质量指标|合格率|≥90%|92%|20|0||
效益指标|社会效益指标|知晓率|≥90%|81%|20|2|宣传不够|`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'deduction G', 'evidence H'],
    ],
    [
      'as many first levels as second ones',
      `评价维度|评价内容|三级指标|满分值|评分细则|自评得分
过程|预算执行|预算完成率|30|100%得满分|30
||预算调整率|20|0%得满分|20
产出|履职产出|重点工作完成率|50|完成率×分值|50
总分|||100||100`,
      ['level1 A', 'level2 B', 'level3 C', 'weight D', 'standard E', 'stated F'],
    ],
    [
      'items whose points are texts, one of them of money',
      `一级指标|三级指标|分值|指标解释|评分标准|自评得分|自评说明
过程|预算完成率|50分|预算完成数与预算数的比率。|100%得满分|50分|预算完成率100%。
过程|政府采购执行率|50分|实际采购金额与采购预算的比率。|100%得满分|50分|执行率100%。
总分||100|||100|`,
      ['level1 A', 'level3 B', 'weight C', 'definition D', 'standard E', 'stated F', 'basis G'],
    ],
    [
      'what proves a score, beside a rule and no targets',
      `考核内容|考核指标|分值|评分标准|自评分|佐证材料
事前评估|评估开展|50|应评估的均开展得50分，每少1个扣2分|48|应评估12个，少1个
绩效目标|目标覆盖|50|覆盖率100%得50分，每低5个百分点扣2分|50|覆盖率100%
合计||100||98|`,
      ['level2 A', 'level3 B', 'weight C', 'standard D', 'stated E', 'basis F'],
    ],
    [
      'types behind the names, another one in each row',
      `指标名称|指标类型|目标值|实际值|权重|得分
处理生猪头数|数量|>=12000头|12340头|40|40
处理规范率|质量|100%|100%|30|30
兑付时间|时效|12月底前|12月20日|30|30
合计||||100|100`,
      ['level3 A', 'target C', 'actual D', 'weight E', 'stated F'],
    ],
    [
      'labels under 项目权重 are no weights',
      `一级指标|项目权重|二级指标|三级指标|分值|自评得分
投入|项目决策20分|项目决策|决策程序|10|10
||目标设定|目标明确|10|10
产出|项目产出80分|数量|任务完成|80|80
合计||||100|100`,
      ['level1 A', 'level2 C', 'level3 D', 'weight E', 'stated F'],
    ],
    [
      'a weight that spans its rows is that of the heading',
      `一级指标|二级指标|三级指标|权重|分值|指标值|完成值|得分
产出指标|数量指标|培训人次|60|30|≥200人次|210人次|30
^|质量指标|合格率|^|30|≥95%|96%|30
效益指标|社会效益指标|知晓率|40|40|≥90%|92%|40
总分|||100|100|||100`,
      [...LEVELS, 'level1Weight D', 'weight E', 'target F', 'actual G', 'stated H'],
    ],
    [
      'places without a merged heading over them, told of few rows, before what they come to',
      `一级指标|三级指标|年度指标值|全年完成值|||分值|得分
|||城区|乡镇|全县合计||
产出指标|补助人数|≥200人|100|110|210人|40|40
^|合格率|≥95%|||96%|30|30
效益指标|知晓率|≥90%|||92%|30|30
总分||||||100|100`,
      ['level1 A', 'level3 B', 'target C', 'period D', 'period E', 'actual F', 'weight G', 'stated H'],
    ],
    [
      'places below a merged heading, beside a heading of the names told twice',
      `绩效指标|分值|年度指标值|全年完成值|<|<|得分
绩效指标内容|^|^|城区|乡镇|全县合计|^
补助人数|40|≥200人|100|110|210人|40
合格率|30|≥95%|||96%|30
知晓率|30|≥90%|||92%|30
总分|100|||||100`,
      ['level3 A', 'weight B', 'target C', 'period D', 'period E', 'actual F', 'stated G'],
    ],
    [
      'places without a heading over them, which add up to 小计',
      `一级指标|三级指标|年度指标值|城区|乡镇|小计|分值|得分
产出指标|补助人数|≥200人|100|110|210人|40|40
^|改造小区|≥10个|4|6|10个|20|20
^|合格率|≥95%|||96%|20|20
效益指标|带动就业|≥30人|20|13|33人|20|20
总分||||||100|100`,
      ['level1 A', 'level3 B', 'target C', 'period D', 'period E', 'actual F', 'weight G', 'stated H'],
    ],
    [
      'figures under headings that nobody knows, which do not add up to the last of them',
      `一级指标|三级指标|年度指标值|城区|乡镇|小计|分值|得分
产出指标|补助人数|≥200人|200人|110|90|40|40
^|改造小区|≥10个|11个|6|9|20|20
效益指标|带动就业|≥30人|33人|13|3|40|40
总分||||||100|100`,
      ['level1 A', 'level3 B', 'target C', 'actual D', 'weight G', 'stated H'],
    ],
    [
      '偏差值 in percents beside the difference of two scores',
      `一级指标|二级指标|三级指标|指标值|完成值|偏差值|分值|自评得分|复核得分|得分差异
产出指标|数量指标|培训人次|≥200人次|220人次|10%|60|60|60|0
效益指标|社会效益指标|知晓率|≥90%|99%|10%|40|40|39|-1
总分||||||100|100|99|-1`,
      [...LEVELS, 'target D', 'actual E', 'deviation F', 'weight G', 'stated H', 'reviewed I', 'difference J'],
    ],
    [
      '差异 in percents beside the reasons',
      `一级指标|二级指标|三级指标|指标值|完成值|差异|分值|自评得分|扣分原因
产出指标|数量指标|培训人次|≥200人次|200人次|0%|60|60|无
效益指标|社会效益指标|知晓率|90%|88.2%|-2%|40|39.2|宣传不足，今后加强宣传。
总分||||||100|99.2|`,
      [...LEVELS, 'target D', 'actual E', 'deviation F', 'weight G', 'stated H', 'evidence I'],
    ],
    [
      '偏差 that holds 0, and the reason where something was missed',
      `一级指标|二级指标|三级指标|指标值|完成值|分值|自评得分|偏差
产出指标|数量指标|培训人次|≥200人次|200人次|40|40|0
产出指标|质量指标|合格率|90%|90%|20|20|0
效益指标|社会效益指标|知晓率|90%|88.2%|40|39.2|宣传不足，今后加强宣传。
总分|||||100|99.2|`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G', 'evidence H'],
    ],
    [
      'converted scores under a heading that nobody knows',
      `一级指标|二级指标|三级指标|指标值|完成值|单项得分|权重（%）|其他内容
产出指标|数量指标|培训人次|≥200人次|210人次|100|40|40
^|质量指标|合格率|≥95%|96%|100|20|20
效益指标|社会效益指标|知晓率|≥90%|88.2%|98|40|39.2
总分||||||100|99.2`,
      [...LEVELS, 'target D', 'actual E', 'stated F', 'weight G', 'convertedScore H'],
    ],
    [
      'weights before the names that are the items’ own',
      `一级指标|二级指标|分值|三级指标|指标值|完成值|得分
产出指标|数量指标|20|培训人次|≥200人次|210人次|20
^|^|10|培训期数|≥3期|3期|10
^|质量指标|30|合格率|≥95%|96%|30
效益指标|社会效益指标|40|知晓率|≥90%|92%|40
总分||100||||100`,
      ['level1 A', 'level2 B', 'weight C', 'level3 D', 'target E', 'actual F', 'stated G'],
    ],
    [
      'the same where nothing adds them up',
      `一级指标|二级指标|分值|三级指标|指标值|完成值|得分
产出指标|数量指标|20|培训人次|≥200人次|210人次|20
||10|培训期数|≥3期|3期|10
|质量指标|30|合格率|≥95%|96%|30`,
      ['level1 A', 'level2 B', 'weight C', 'level3 D', 'target E', 'actual F', 'stated G'],
    ],
    [
      'weights before the names that are the level’s',
      `一级指标|二级指标|分值|三级指标|指标值|完成值|得分
产出指标|数量指标|30|培训人次|≥200人次|210人次|20
^|^|^|培训期数|≥3期|3期|10
^|质量指标|30|合格率|≥95%|96%|30
效益指标|社会效益指标|40|知晓率|≥90%|92%|40
总分||100||||100`,
      ['level1 A', 'level2 B', 'level2Weight C', 'level3 D', 'target E', 'actual F', 'stated G'],
    ],
    [
      'operator, figure and unit under one heading',
      `一级指标|二级指标|三级指标|年度指标值|<|<|实际完成值|分值|得分
产出指标|数量指标|培训期数|≥|3|期|3|60|60分
效益指标|社会效益指标|知晓率|=|3|%|3|40|40分
总分|||||||100|100`,
      [...LEVELS, 'nature D', 'target E', 'unit F', 'actual G', 'weight H', 'stated I'],
    ],
    [
      '正向 and 反向 beside the operators',
      `一级指标|二级指标|三级指标|指标性质|指标方向|指标值|实际值|分值|得分
产出指标|数量指标|培训期数|正向|大于等于|3|3|60|60
效益指标|成本指标|费用|反向|小于等于|3|3|40|40
总分|||||||100|100`,
      [...LEVELS, 'polarity D', 'nature E', 'target F', 'actual G', 'weight H', 'stated I'],
    ],
    [
      'prose under 自评情况 beside the scores is their basis',
      `一级指标|二级指标|三级指标|分值|自评得分|自评情况
产出指标|数量指标|培训人次|60|60|培训了210人次，见签到表
效益指标|社会效益指标|知晓率|40|40|问卷显示知晓率为92%
总分|||100|100|`,
      [...LEVELS, 'weight D', 'stated E', 'basis F'],
    ],
    ...['县级评分', '区级评分', '单位评分', '部门评分', '自评情况', '考核结果分', '甲'].map(
      (heading): [string, string, string[]] => [
        `scores under ${heading}`,
        `一级指标|二级指标|三级指标|指标值|完成值|分值|${heading}
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|89.55%|40|39.8
总分|||||100|99.8`,
        [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G'],
      ],
    ),
    ...(
      [
        ['标杆值', '截至十二月底'],
        ['参考值', '实际'],
        ['应完成值', '本年完成'],
        ['计划完成情况', '实际完成情况'],
        ['年度绩效指标', '自评情况'],
        ['甲', '乙'],
      ] as const
    ).map(([target, actual]): [string, string, string[]] => [
      `quantities under ${target} and ${actual}`,
      `一级指标|二级指标|三级指标|${target}|${actual}|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|81%|40|36
总分|||||100|96`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G'],
    ]),
    ...(
      [
        ['绩效目标', 'level3 C'],
        ['工作任务', 'level3 C'],
        ['指标内容', 'level3 C'],
        ['评分内容', 'level3 C'],
      ] as const
    ).map(([heading, role]): [string, string, string[]] => [
      `names under ${heading}`,
      `一级指标|二级指标|${heading}|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|92%|40|40
总分|||||100|100`,
      ['level1 A', 'level2 B', role, 'target D', 'actual E', 'weight F', 'stated G'],
    ]),
    ...(
      [
        ['扣分', 'deduction', '0', '4'],
        ['失分值', 'deduction', '', '-4'],
        ['完成率', 'completion', '105%', '90%'],
        ['完成程度', 'completion', '105%', '90%'],
        ['偏差率', 'deviation', '5%', '-10%'],
        ['偏离度', 'deviation', '5', '-10'],
        ['偏差', 'deviation', '10人次', '-5户'],
        ['得分率', 'coefficient', '100%', '90%'],
      ] as const
    ).map(([heading, role, first, second]): [string, string, string[]] => [
      `${heading}, which follows from the others`,
      `一级指标|二级指标|三级指标|年度指标值|实际完成值|${heading}|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|${first}|60|60
效益指标|社会效益指标|知晓率|≥90%|81%|${second}|40|36
总分||||||100|96`,
      [...LEVELS, 'target D', 'actual E', `${role} F`, 'weight G', 'stated H'],
    ]),
    [
      'a rate of completion where nothing else was reached',
      `一级指标|二级指标|三级指标|年度指标值|完成程度|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|81%|40|36
总分|||||100|96`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G'],
    ],
    ...['得分值', '自评分值', '评分值'].map((heading): [string, string, string[]] => [
      `${heading} beside 分值`,
      `一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|${heading}
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|81%|40|36
总分|||||100|96`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G'],
    ]),
    [
      '权重系数 are the weights',
      `一级指标|二级指标|三级指标|权重系数|年度指标值|实际完成值|得分
产出指标|数量指标|培训人次|60|≥200人次|210人次|60
效益指标|社会效益指标|知晓率|40|≥90%|81%|36
总分|||100|||96`,
      [...LEVELS, 'weight D', 'target E', 'actual F', 'stated G'],
    ],
    [
      'the years before say nothing of this one',
      `一级指标|二级指标|三级指标|2021年实际值|2022年实际值|2023年目标值|2023年完成值|分值|得分
产出指标|数量指标|培训人次|180|190|200|210|60|60
效益指标|社会效益指标|知晓率|80|85|90|81|40|36
总分|||||||100|96`,
      [...LEVELS, 'target F', 'actual G', 'weight H', 'stated I'],
    ],
    [
      'another year in a form of 2023, beside a heading that says nothing',
      `2023年度项目绩效自评表
得分|指标|类别|目标|结果|满分|2021年实际值
60|培训人次|数量指标|≥200人次|210人次|60|180人次
36|知晓率|社会效益指标|≥90%|81%|40|80%
96|合计||||100`,
      ['stated A', 'level3 B', 'target D', 'actual E', 'weight F'],
    ],
    [
      'the year after has targets only',
      `一级指标|二级指标|三级指标|上年实际值|2023年目标值|2023年完成值|2024年目标值|分值|得分
产出指标|数量指标|培训人次|190|200|210|220|60|60
效益指标|社会效益指标|知晓率|85|90|81|90|40|36
总分|||||||100|96`,
      [...LEVELS, 'target E', 'actual F', 'weight H', 'stated I'],
    ],
    [
      'three levels below one heading',
      `绩效指标|<|<|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|30|30
|质量指标|合格率|≥95%|96%|30|30
效益指标|社会效益指标|知晓率|≥90%|81%|40|36
总分|||||100|96`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G'],
    ],
    [
      '定量 in each row is no level',
      `指标类别|二级指标|绩效指标内容|指标类型|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|定量|≥200人次|210人次|30|30
|质量指标|合格率|定量|≥95%|96%|30|30
效益指标|社会效益指标|知晓率|定量|≥90%|81%|40|36
总分||||||100|96`,
      [...LEVELS, 'target E', 'actual F', 'weight G', 'stated H'],
    ],
    [
      'one item under each of the second level',
      `指标分类|指标类型|评价内容|年度指标值|实际完成值|分值|得分
产出指标[40]|数量指标|培训人次|≥200人次|210人次|20|20
|质量指标|合格率|≥95%|96%|20|20
效益指标[60]|社会效益指标|知晓率|≥90%|81%|60|54
总分|||||100|94`,
      [...LEVELS, 'target D', 'actual E', 'weight F', 'stated G'],
    ],
    [
      'how a figure is reckoned is no figure',
      `一级指标|二级指标|三级指标|计算公式|标准值|实际值|分值|得分
投入|预算配置|人员控制率|在职人数÷编制数×100%|≤100%|92%|60|60
产出|职责履行|办结率|办结数÷交办数×100%|≥90%|81%|40|36
总分||||||100|96`,
      [...LEVELS, 'definition D', 'target E', 'actual F', 'weight G', 'stated H'],
    ],
    [
      'bare figures beside their sign and unit, and whose work it is',
      `一级指标|二级指标|三级指标|责任单位|符号|标杆|单位|完成值|分值|得分
产出指标|数量指标|培训人次|人事科|≥|200|人次|210|60|60
效益指标|社会效益指标|知晓率|宣传科|≥|90|%|81|40|36
总分||||||||100|96`,
      [...LEVELS, 'nature E', 'target F', 'unit G', 'actual H', 'weight I', 'stated J'],
    ],
    [
      'what a reviewer says is no reason of the unit’s',
      `一级指标|二级指标|三级指标|分值|自评得分|复核得分|复核扣分原因
产出指标|数量指标|培训人次|60|60|55|资料不全
效益指标|社会效益指标|知晓率|40|38|38|
总分|||100|98|93|`,
      [...LEVELS, 'weight D', 'stated E', 'reviewed F'],
    ],
    [
      'items named by what else says what they are about',
      `指标内容|满分|扣分|得分|扣分原因
预算编制|60|2|58|编报晚了
信息公开|40|0|40|
总计|100|2|98|`,
      ['level3 A', 'weight B', 'deduction C', 'stated D', 'evidence E'],
    ],
    [
      'items named by a word that says nothing, beside points that are taken off',
      `项目|分值|扣分|得分|扣分原因
预算编制|60|2|58|编报晚了
信息公开|40|0|40|
总计|100|2|98|`,
      ['level3 A', 'weight B', 'deduction C', 'stated D', 'evidence E'],
    ],
    [
      'scores beside the levels only, whose labels weigh them',
      `一级|二级|三级|得分
投入（40分）|目标（20分）|相关性（10分）|10
||明确性（10分）|10
|配置（20分）|控制率（20分）|20
产出（60分）|职责（60分）|完成率（60分）|60
合计|||100`,
      [...LEVELS, 'stated D'],
    ],
    [
      'one column of names',
      `指标|指标值|完成值|分值|得分
培训人次|≥200人次|210人次|60|60
知晓率|≥90%|92%|40|40
总分|||100|100`,
      ['level3 A', 'target B', 'actual C', 'weight D', 'stated E'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(roles(read(rows))).toEqual(expected);
    expect(read(rows).questions).toEqual([]);
    expect(loud(rows).filter((finding) => !finding.startsWith('missing-reason'))).toEqual([]);
  });

  test('an item whose name speaks of indicators is no heading', () => {
    const rows = `一级指标|二级指标|三级指标|分值|指标解释|计分标准|自评得分
预算编制|目标设定|绩效指标明确性|40|绩效指标是否清晰|清晰得满分|得满分
^|^|预算完成率|60|完成数与预算数的比率|完成率×60分|60
合计|||100|||100`;
    expect(read(rows).indicators).toHaveLength(2);
  });
});

test('the year of a form is its own, not that of the one above it on the sheet', () => {
  const head = '一级指标|二级指标|三级指标|分值';
  const forms = `2023年度项目支出绩效自评表
项目名称|甲项目
${head}|指标值|完成值|得分
产出指标|数量指标|培训场次|100|≥5场|5场|100
总分|||100|||100
2022年度项目支出绩效自评表
项目名称|乙项目
${head}|年度指标值|2022年完成值|中期指标值|完成值|得分
产出指标|数量指标|培训场次|100|≥5场|5场|≥20场|3场|100
总分|||100|||||100`;
  const [, second] = recognise(sheetOf(forms)).forms;
  expect(second?.indicators.map(({ actual }) => actual?.text)).toEqual(['5场']);
  expect(
    review(sheetOf(forms)).forms.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info')),
  ).toEqual([]);
});

describe('columns that can not be told apart', () => {
  const TWO = `一级指标|二级指标|三级指标|指标值|完成值|分值|甲|乙
产出指标|数量指标|培训人次|≥200人次|210人次|60|60|60
效益指标|社会效益指标|知晓率|≥90%|88%|40|39.8|39
总分|||||100|99.8|99`;

  test('are asked about, and what depends on them is not claimed', () => {
    const form = read(TWO);
    expect(form.scored).toBe(false);
    expect(form.questions.map(questionText)).toEqual(['得分在哪一列：G 列“甲”、H 列“乙”？']);
    expect(loud(TWO)).toEqual([]);
    const [reviewed] = review(snapshotOf(TWO)).forms;
    expect(reviewed?.coverage.unchecked[0]).toContain('分不清得分在哪一列：G 列“甲”、H 列“乙”？');
    expect(reviewed?.coverage.unchecked.join()).not.toContain('没有得分栏');
  });

  test('and what stands in one of them is not said to be missing', () => {
    const [reviewed] = review(
      snapshotOf(`一级指标|二级指标|三级指标|年度指标值|完成情况1|完成情况2|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|205人次|60|60
效益指标|社会效益指标|知晓率|≥90%|92%|93%|40|40
总分||||||100|100`),
    ).forms;
    expect(reviewed?.form.questions.map(({ role }) => role)).toEqual(['actual']);
    expect(reviewed?.coverage.unchecked.join()).not.toContain('没有填写');
  });

  test.each<[string, number, number[]]>([
    ['得分=G', 6, [60, 39.8]],
    ['得分=h', 7, [60, 39]],
  ])('%s answers', (text, column, scores) => {
    const answer = readColumnAnswer(text);
    expect(answer).toEqual({ role: 'stated' satisfies ColumnRole, column });
    const form = read(TWO, answer === null ? [] : [answer]);
    expect(form.questions).toEqual([]);
    expect(form.indicators.map(({ stated }) => stated?.value?.toNumber())).toEqual(scores);
  });

  test('an answer goes before what words say', () => {
    const rows = `一级指标|三级指标|分值|自评得分|复核得分\n产出|次数|100|100|90\n总分||100|100|90`;
    const form = read(rows, [{ role: 'stated', column: 4 }]);
    expect(form.indicators[0]?.stated?.value?.toNumber()).toBe(90);
  });

  test.each(['得分', '得分=', '得分=7', '总分=H', '=H'])('%s is no answer', (text) => {
    expect(readColumnAnswer(text)).toBeNull();
  });
});

test('a sheet that calls itself 自评表 is never said to be none', () => {
  const { forms, none } = recognise(snapshotOf('一级指标|三级指标|指标值|分值\n产出|次数|10次|10'));
  expect(forms).toEqual([]);
  expect(none?.reason).toBe('表头里没有认出得分（自评分）列和实际完成值列，无从核对');
});

test.each<[string, string]>([
  [
    'without a title, below the project and its money',
    `项目名称|综合服务项目||||
主管部门|县农业农村局|实施单位|县推广中心||
具体指标|年初计划数|完成指标值|权重（分）|实得分|原因分析及改进建议
改造老旧小区|≥13个|13个|60|60|
群众满意度|≥90%|92%|40|40|
总计|||100|100|`,
  ],
  [
    'under a long heading for the reason, with names that nobody knows',
    `绩效目标完成情况自评表|||||
指标事项|设定分值|单位自评|预期目标值|全年完成值|存在的问题及原因分析、下一步改进措施
改造老旧小区|60|60|≥13个|13个|
群众满意度|40|40|≥90%|92%|`,
  ],
])('a form %s', (_, rows) => {
  const [form] = recognise(sheetOf(rows)).forms;
  expect(form?.indicators.map(({ name, stated }) => [name.value, stated?.value?.toNumber()])).toEqual([
    ['改造老旧小区', 60],
    ['群众满意度', 40],
  ]);
});
