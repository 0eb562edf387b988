import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';
import { describeWhole, loud, type Whole } from '../support/wholeForms';

const WHOLE: readonly Whole[] = [
  {
    name: 'the money between the table and its total',
    rows: `交通项目绩效自评表（2022年度）
一级指标|三级指标|指标值|完成值|分值|得分|备注
产出指标|养护里程|≥120公里|126公里|50分|50分|
效益指标|货运量|≥260万吨|234万吨|30分|27分|部分航线停航
满意度|船员满意度|≥85%|89%|10分|10分|
资金（万元）|预算|决算|执行率|分值|得分|
市级财政|66|64.4|97.58%|||
县级财政|40|38|95.00%|||
合计|106|102.4|96.60%|10分|9.66分|
总得分||||100分|96.66分|`,
    faults: [
      ['96.66分', '97.66分', 'total-sum'],
      ['9.66分', '9.96分', 'execution-score'],
      ['|96.60%', '|97.60%', 'budget-rate'],
    ],
  },
  {
    name: 'the money below the total, with a 合计 of its own right below the heading',
    rows: `部门预算项目支出绩效自评表
一级指标|三级指标|指标值|完成值|分值|得分
产出指标|培训人次|≥200人次|210人次|60|60
效益指标|知晓率|≥90%|92%|30|30
合计||||90|90
预算执行情况（万元）|年初预算|全年预算数|全年执行数|执行率|得分（10分）
合计|194.6|194.6|194.6|100%|10
其中：财政拨款|36.63|36.63|36.63|100%|—
其他资金|157.97|157.97|157.97|100%|—`,
    faults: [
      ['合计||||90|90', '合计||||90|89', 'total-sum'],
      ['其他资金|157.97|157.97|157.97', '其他资金|157.97|157.97|147.97', 'budget-parts'],
    ],
  },
  {
    name: 'money below a row that numbers its columns, beside a column that numbers its lines',
    rows: `林业项目绩效评价表
资金投入（万元）|行次|全年预算数（A）|全年到位资金（D）|预算到位（D/A）|全年执行资金（E）|预算执行（E/A×100%）|佐证材料
列次|0|1|2|3|4|5|所需材料
年度资金总额|1|52.8|52.8|100%|30.8|58.33%|
其中：中央财政资金|2|40|40|100%|20|50%|支付凭证
地方财政资金|3|12.8|12.8|100%|10.8|84.38%|
其他资金|4|||||
一级指标|三级指标|指标值|完成值|分值|得分|备注|
产出指标|管护面积|≥2万亩|2.2万亩|60|60||
效益指标|群众满意度|≥85%|90%|40|40||
合计||||100|100||`,
    faults: [
      ['|30.8|58.33%', '|30.8|68.33%', 'budget-rate'],
      ['|10.8|84.38%', '|20.8|84.38%', 'budget-'],
      ['合计||||100|100', '合计||||100|98', 'total-sum'],
    ],
  },
  {
    name: 'points left of the names, added up in a row without a label',
    rows: `部门整体支出绩效自评表
满分|自评得分|扣分原因|年度目标值|实际完成值|一级指标|二级指标|三级指标
40|40||≥6000吨|6120吨|产出|数量|节能量
30|27.6|个别企业停产|100%|92%|^|质量|监测达标率
30|30||≥90%|94%|满意度|满意度|企业满意度
100|97.6||||||`,
    faults: [
      ['100|97.6', '100|98.6', 'total-sum'],
      ['30|27.6', '30|28.6', 'score-by-rule'],
    ],
  },
  {
    name: 'target and actual value one below the other',
    rows: `项目支出绩效自评表
一级指标|三级指标|类别|指标值|分值|得分|未完成原因
产出|科普讲座|目标|≥20场|50|50|
^|^|实际|21场|^|^|^
^|科普基地|目标|≥20家|20|19|1家因场地原因未建成
^|^|实际|19家|^|^|^
满意度|公众满意度|目标|≥90%|30|30|
^|^|实际|93%|^|^|^
合计||||100|99|`,
    faults: [
      ['实际|21场', '实际|18场', 'score-by-rule'],
      ['≥90%', '≥95%', 'score-by-rule'],
      ['20|19|', '20|18|', 'score-by-rule'],
    ],
  },
  {
    name: 'the same without merged cells',
    rows: `项目支出绩效自评表
一级指标|三级指标|类别|指标值|分值|得分|未完成原因
产出|科普讲座|年初目标|≥20场|60|60|
||全年完成|21场|||
满意度|公众满意度|年初目标|≥90%|40|40|
||全年完成|93%|||
合计||||100|100|`,
    faults: [['21场', '18场', 'score-by-rule']],
  },
  {
    name: 'bare figures behind the target below a heading that says nothing',
    rows: `小型水利工程维修项目自评表
指标|<|<|目标|结果|分值|得分
产出|数量指标|维修塘坝（处）|15|12|40|32
^|质量指标|验收合格率（%）|98|99|30|30
满意度|<|受益群众满意度（%）|90|96|30|30
总分|<|<|||100|92
未完成原因：3处点位征地受阻，计划2024年完成。`,
    faults: [
      ['98|99', '98|95', 'score-by-rule'],
      ['15|12|40|32', '15|12|40|36', 'score-by-rule'],
    ],
  },
  {
    name: 'each block’s sum above its rows, and what was received and spent of a fund',
    rows: `社会保险基金预算绩效自评表
基金收支（万元）|预算数|决算数|完成率
个人缴费收入|1500|1530|102%
本年收入小计|1500|1530|102%
本年支出小计|1400|1386|99%
一级指标|三级指标|指标值|完成值|分值|得分
小计||||60|60
产出指标|参保人数|≥52万人|52.6万人|30|30
^|发放人数|≥18万人|18.2万人|30|30
小计||||40|40
效益指标|知晓率|≥85%|88%|25|25
^|满意度|≥90%|92%|15|15
总分||||100|100`,
    faults: [
      ['小计||||40|40', '小计||||35|40', 'group-weight'],
      ['小计||||60|60', '小计||||60|58', 'group-score'],
      ['|1386|99%', '|1486|99%', 'budget-rate'],
    ],
  },
  {
    name: 'what was carried over, budgeted and spent, each with its year',
    rows: `政策绩效自评表
一级指标|三级指标|指标值|完成值|分值|得分
产出|享受人数|≥1.2万人|1.25万人|60|60
效益|知晓率|≥85%|88%|40|40
总分||||100|100
政策资金（万元）|2022年结转|2023年预算|调整后预算|2023年支出|执行率
市级|20|800|820|760|92.68%
区级|50|1000|1050|985|93.81%
合计|70|1800|1870|1745|93.32%`,
    faults: [
      ['1745|93.32%', '1845|93.32%', 'budget-parts'],
      ['|92.68%', '|95%', 'budget-rate'],
    ],
  },
  {
    name: 'nothing over the columns of names',
    rows: `项目支出绩效自评表
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|总额|500|500|480|10|96.00%|9.6
|||年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出|数量|培训期数|≥30期|32期|30|30|
||培训人数|≥1500人|1350人|20|18|部分镇未按期开班，已补办
效益|经济|学员增收率|≥8%|9.1%|30|30|
满意度|满意度|学员满意度|≥90%|94%|10|10|
总分|||||100|97.6|`,
    faults: [
      ['|32期', '|22期', 'score-by-rule'],
      ['100|97.6', '100|98.6', 'total-sum'],
      ['部分镇未按期开班，已补办', '', 'missing-reason'],
      ['96.00%|9.6', '96.00%|9.9', 'execution-score'],
    ],
  },
  {
    name: 'names under a blank heading beside their kind, below labels that hold the weights',
    rows: `项目绩效自评表
年度：2023年
指标|||目标|完成|得分|备注
产出指标（50分）||||||
数量|维修面积||≥4000平方米|4100平方米|25|
时效|完工日期||8月31日前|8月25日|25|
效益指标（30分）||||||
社会|受益师生||≥2600人|2700人|30|
满意度指标（20分）||||||
满意度|教师满意度||≥90%|92%|10|
满意度|学生满意度||≥90%|95%|10|
自评总分|100|||||`,
    faults: [
      ['自评总分|100', '自评总分|99', 'total-sum'],
      ['95%|10|', '95%|12|', 'block-score'],
      ['产出指标（50分）', '产出指标（40分）', 'block-score'],
    ],
  },
  {
    name: 'money with a column for each source, and its points in one of their own',
    rows: `中央对地方专项转移支付绩效自评表
资金投入（万元）||中央|省级|县级|合计|得分（10分）
^|预算数|300|100|80|480|9.65
^|执行数|290|95|78|463|^
^|执行率|96.67%|95.00%|97.50%|96.46%|^
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出|数量|治理河长|≥20公里|21公里|50|50
效益|生态|水土保持|改善|改善|30|30
满意度|满意度|群众满意度|≥85%|90%|10|10
总分|<|<|<|<|100|99.65`,
    faults: [
      ['80|480', '80|490', 'budget-parts'],
      ['97.50%|96.46%', '97.50%|97.46%', 'budget-rate'],
      ['480|9.65', '480|9.95', 'execution-score'],
      ['95.00%', '94.00%', 'budget-rate'],
    ],
  },
  {
    name: 'the budget in 万元 and what was spent of it in 元',
    rows: `宣传经费项目绩效自评表
资金|预算（万元）|执行（元）|执行率|得分（10分）|
|125|1185000|94.8%|9.48|
指标类别|指标名称|目标|完成|分值|得分
产出指标|宣传资料|≥3000份|3100份|50|50
效益指标|知晓率|≥80%|84%|30|30
满意度指标|群众满意度|≥90%|95%|10|10
合计||||100|99.48`,
    faults: [
      ['94.8%', '95.8%', 'budget-rate'],
      ['1185000', '1085000', 'budget-rate'],
      ['|9.48', '|9.88', 'execution-score'],
    ],
  },
  {
    name: 'blocks and kinds numbered in one column, beside the names',
    rows: `项目支出绩效自评表
指标分类|指标名称|预期指标值|实际完成值|权重分值|自评得分|未达标原因
一、产出指标||||60|59|
1.数量指标|加装电梯台数|≥120台|115台|25|24|5台因居民意见不一致未开工
2.质量指标|竣工验收合格率|100%|100%|25|25|
3.时效指标|补贴发放时限|≤30日|25日|10|10|
二、效益指标||||30|30|
1.社会效益|受益居民户数|≥1700户|1750户|30|30|
三、满意度指标||||10|10|
1.服务对象满意度|居民满意度|≥90%|94%|10|10|
总分||||100|99|`,
    faults: [
      ['||||60|59|', '||||60|58|', 'group-score'],
      ['二、效益指标||||30|30|', '二、效益指标||||35|30|', 'group-weight'],
      ['5台因居民意见不一致未开工', '', 'missing-reason'],
      ['100|99|', '100|98|', 'total-sum'],
    ],
  },
  {
    name: 'the score of the execution below a heading that names its weight, and the conclusion ticked',
    rows: `专项资金绩效自评表
资金情况（万元）||全年预算数（A）|全年执行数（B）|分值（10分）|执行率（B/A）
|年度资金总额：|5000|4850|9.7|97.0%
|其中：省级财政资金|4500|4365|-|97.0%
|其他资金|500|485|-|97.0%
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出指标|数量指标|建设示范园|50个|52个|60|60
满意度指标|服务对象|果农满意度|≥90%|91%|30|30
总分|||||100|99.7
自评结论|☑优 □良 □中 □差`,
    faults: [
      ['|9.7|', '|9.5|', 'execution-score'],
      ['100|99.7', '100|98.7', 'total-sum'],
      ['☑优 □良', '□优 ☑良', 'grade'],
    ],
  },
  {
    name: 'counties below one heading, beside the whole city’s, in a heading of three rows',
    rows: `2022年度市级专项资金绩效自评表
一级指标|二级指标|三级指标|全年指标值|全年完成值|<|<|<|分值|得分|原因说明
^|^|^|^|各县（区）完成值|<|<|全市完成值|^|^|^
^|^|^|^|甲县|乙县|丙区|^|^|^|^
产出指标|数量指标|新建公厕|≥60座|22座|18座|21座|61座|25|25|
^|^|改建公厕|≥30座|10座|9座|8座|27座|25|22.5|丙区选址争议
^|质量指标|验收合格率|100%|100%|100%|100%|100%|20|20|
效益指标|社会效益|受益人口|≥15万人|6万人|5万人|5.2万人|16.2万人|30|30|
总分|<|<|<|<|<|<|<|100|97.5|`,
    faults: [
      ['21座|61座', '21座|66座', 'period-sum'],
      ['5.2万人|16.2万人', '5.2万人|19.2万人', 'period-sum'],
      ['22.5|丙', '23.5|丙', 'score-by-rule'],
    ],
  },
  {
    name: 'what was taken off below a blank heading between weight and score',
    rows: `部门整体支出绩效自评表
一级指标|三级指标|分值|评分标准||得分
投入|在职人员控制率|10|控制率≤100%，计满分|0|10
过程|预算完成率|20|100%计满分，每低于5个百分点扣2分|2|18
产出|重点工作办结率|40|办结率×40|0|40
效果|社会公众满意度|30|≥90%计30分，每低1%扣1分|3|27
合计||100||5|95`,
    faults: [
      ['|2|18', '|2|19', 'score-deduction'],
      ['100||5|95', '100||4|95', 'column-sum'],
    ],
  },
  {
    name: 'weight and score of each level behind its name',
    rows: `政府投资项目绩效自评评分表
一级指标|分值|得分|二级指标|分值|得分|三级指标|分值|得分|说明
决策|20|20|项目立项|20|20|立项规范性|10|10|
||||||程序完整性|10|10|
过程|30|28|资金管理|15|13|资金到位率|8|8|
||||||资金使用率|7|5|支付71.43%，验收滞后
|||项目管理|15|15|制度健全性|15|15|
产出|50|50|产出数量|50|50|工程量完成率|50|50|
合计|100|98||100|98||100|98|`,
    faults: [
      ['||100|98||100|98|', '||100|98||100|97|', 'total-sum'],
      ['|7|5|', '|7|8|', 'score-range'],
    ],
  },
  {
    name: 'money in numbered lines of two depths, and in a table with rates of its own',
    rows: `部门整体支出绩效自评表
项目|年初预算数|调整预算数|决算数|预算执行率
一、基本支出|500|520|515|99.04%
（一）人员经费|400|415|412|99.28%
（二）公用经费|100|105|103|98.10%
二、项目支出|300|330|310|93.94%
合计|800|850|825|97.06%
“三公”经费（万元）|年初预算|决算|控制率
公务接待费|10|8|80%
公车运行费|20|19|95%
合计|30|27|90%
一级指标|三级指标|目标值|完成值|分值|得分
产出|巡查次数|≥48次|48次|60|60
效益|投诉办结率|100%|100%|40|40
合计||||100|100`,
    faults: [
      ['103|98.10%', '93|98.10%', 'budget-rate'],
      ['850|825', '860|825', 'budget-parts'],
    ],
  },
  {
    name: 'the total before its name, above all items',
    rows: `某县林业局绩效自评表
得分|分值|指标|目标|实际|说明
98.5|100|合计|||
50|50|造林面积|≥1.2万亩|1.3万亩|
18.5|20|造林成活率|≥88%|81.4%|春旱
30|30|林农满意度|≥90%|92%|`,
    faults: [
      ['98.5|100', '99.5|100', 'total-sum'],
      ['98.5|100', '98.5|90', 'total-weight'],
    ],
  },
  {
    name: 'scores copied beside the table',
    rows: `项目支出绩效自评表
一级指标|三级指标|指标值|完成值|分值|得分|原因||
产出|开展巡演|≥60场|62场|40|40||1|40
产出|编排剧目|≥3部|3部|20|20||1|20
效益|观众人次|≥2万人次|1.8万人次|30|27|取消2场|0.9|27
满意度|观众满意度|≥90%|95%|10|10||1|10
总分||||100|97|||97`,
    faults: [
      ['30|27|', '30|28|', 'score-by-rule'],
      ['100|97|', '100|98|', 'total-sum'],
      ['95%|10|10|', '95%|10|11|', 'score-range'],
    ],
  },
];

describeWhole(WHOLE);

test('one wrong line of two depths is told once, and rates add up to nothing', () => {
  const rows = WHOLE.find(({ name }) => name.startsWith('money in numbered lines'))?.rows ?? '';
  expect(loud(rows.replace('103|98.10%', '93|98.10%')).map((said) => said.split(':')[0])).toEqual(['budget-rate']);
  const told = review(sheetOf(rows.replace('27|90%', '27|91%'))).forms.flatMap(({ findings }) => findings);
  expect(told.map(({ message }) => message).filter((message) => message.includes('之和'))).toEqual([]);
});

test.each(['|资金情况（万元）||', '|单位|某局|', '|单位||', '|||'])(
  'money below %s is never told without a name',
  (named) => {
    const money = `${named}\n资金|预算数|100|50\n|执行数|95|40\n|执行率|96%|81%`;
    const table =
      '一级指标|三级指标|目标值|完成值|分值|得分\n产出|巡查次数|≥48次|48次|60|60\n效益|办结率|100%|100%|40|40';
    const told = loud(`项目支出绩效自评表\n${money}\n${table}`);
    expect(told).not.toEqual([]);
    expect(told.filter((message) => message.includes('“”'))).toEqual([]);
  },
);

describe('a row that numbers the columns', () => {
  const HEADING = '指标类型|指标名称|指标值|完成值|分值|得分|未完成原因';
  const below = `产出指标|采购图书|≥5000册|5100册|50|50|
效益指标|借阅量|≥2万册次|1.9万册次|40|38|闭馆装修
满意度指标|读者满意度|≥90%|95%|10|10|
合计||||100|98|`;

  test.each([
    '1|2|3|4|5|6|7',
    '甲|乙|1|2|3|4|5',
    '栏次|1|2|3|4|5|6',
    '（1）|（2）|（3）|（4）|（5）|（6）|（7）',
    'A|B|1|2|3|4|—',
    '甲|乙|(1)|(2)|(3)|(4)=(3)×(2)/(1)|',
  ])('%s', (numbers) => {
    const rows = `项目支出绩效自评表\n${HEADING}\n${numbers}\n${below}`;
    const [form] = review(sheetOf(rows)).forms;
    expect(form?.form.indicators.map(({ name }) => name.value)).toEqual(['采购图书', '借阅量', '读者满意度']);
    expect(form?.coverage.figures.unheld).toEqual([]);
    expect(loud(rows)).toEqual([]);
    expect(loud(rows.replace('40|38', '40|39'))).not.toEqual([]);
  });

  test('one that holds the figures of an item is an item', () => {
    const rows = `项目支出绩效自评表\n${HEADING}\n5|6|7|8|10|9|\n${below.replace('50|50', '40|40').replace('100|98', '100|97')}`;
    expect(review(sheetOf(rows)).forms[0]?.form.indicators.length).toBe(4);
  });
});

describe('a heading left blank', () => {
  const HEADS = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因及改进措施'];
  const below = `产出|数量|培训期数|≥30期|32期|30|30|
||培训人数|≥1500人|1350人|20|18|部分镇未按期开班，改为分批开班
效益|经济|学员增收率|≥8%|9.1%|30|30|
满意度|满意度|学员满意度|≥90%|94%|20|20|
总分|||||100|98|`;
  const without = (at: number) =>
    `项目支出绩效自评表\n${HEADS.map((head, one) => (one === at ? '' : head)).join('|')}\n${below}`;

  test.each(HEADS.map((head, at) => [head, at] as const))('%s: the column is what stands in it', (_, at) => {
    const [form] = review(sheetOf(without(at))).forms;
    expect(form?.form.indicators.map(({ name, stated }) => `${name.value} ${stated?.text}`)).toEqual([
      '培训期数 30',
      '培训人数 18',
      '学员增收率 30',
      '学员满意度 20',
    ]);
    expect(loud(without(at))).toEqual([]);
    if (at < HEADS.length - 1) expect(loud(without(at).replace('|20|18|', '|20|19|'))).not.toEqual([]);
  });
});

describe('what a blank heading may stand over', () => {
  const roles = (rows: string) =>
    review(sheetOf(`项目支出绩效自评表\n${rows}`)).forms.flatMap(({ form }) =>
      form.headers.flatMap(({ columns }) =>
        columns.map(({ role, heading }) => `${role} ${'ABCDEFGHIJ'[heading.at.column] ?? ''}`),
      ),
    );

  test.each<[string, string, string]>([
    [
      'targets in words and figures are no names',
      `指标名称||完成值|分值|得分
一、产出指标|||60|60
演练次数|≥6次|6次|40|40
预警及时率|≥90%|92%|20|20
二、效益指标|||40|40
事故起数|0起|0起|40|40
总分|||100|100`,
      'target B',
    ],
    [
      'the item’s weights where others weigh its levels',
      `一级指标|权重|二级指标|权重|三级指标|目标值|完成值||得分
产出|60|数量|40|培训人数|≥600人|640人|30|30
|||| 人均课时|72课时|80课时|10|10
||质量|20|取证率|≥80%|84%|20|20
效益|40|社会|40|就业率|≥60%|66%|40|40
总分|||||||100|100`,
      'weight H',
    ],
    [
      'the weights beside points for execution that are out of nothing printed',
      `资金（万元）|预算数|执行数|执行率|得分
全年|100|95|95%|9.5
一级指标|三级指标|目标值|完成值||得分
产出|抽检批次|≥500批次|512批次|60|60
效益|满意度|≥90%|81%|30|27
总分||||100|96.5`,
      'weight E',
    ],
    [
      'reasons behind the scores',
      `一级指标|三级指标|目标值|完成值|分值|得分|
产出|抽检批次|≥500批次|512批次|60|60|
效益|满意度|≥90%|81%|40|36|个别投诉处理慢
总分||||100|96|`,
      'evidence G',
    ],
  ])('%s', (_, rows, expected) => {
    expect(roles(rows)).toContain(expected);
    expect(loud(`项目支出绩效自评表\n${rows}`)).toEqual([]);
  });
});
