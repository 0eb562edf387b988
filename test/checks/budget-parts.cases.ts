import { budgetParts } from '../../src/checks/budget-parts';
import { cases } from '../support/checkTester';
import { sheetOf } from '../fixtures/corpus/read';
import { TRAINING, funded, trainingIn } from '../fixtures/training';
import type { MoneySpec } from '../fixtures/spec';

const part = (label: string, amount: number | null): MoneySpec => ({
  label,
  initial: amount,
  budget: amount,
  spent: amount,
});
/** Money divided in two ways, with a rate in each column; the second part by structure as given. */
const dividedWithRates = (budget: number) =>
  sheetOf(`项目支出绩效自评表
预算情况（万元）|按资金来源|<|<|按资金结构|<|<
^|合计|中央资金|市级资金|合计|人员经费|公用经费
全年预算数|200|120.5|79.5|200|150.25|${budget}
全年执行数|180|110.4|69.6|180|140.1|39.9
执行率|90%|91.62%|87.55%|90%|93.24%|80.2%
一级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|培训人次|≥200人次|210人次|60|60
效益指标|知晓率|≥90%|95%|40|40
总分||||100|100`);
const divided = (basic: number, project: number | null = 500) =>
  trainingIn('L1', {
    budget: {
      lines: [
        { group: '按资金来源', label: '财政拨款', budget: 800, spent: 800, rate: '100%' },
        { group: '按资金结构', label: '基本支出', budget: basic, spent: basic, rate: '100%' },
        {
          group: '按资金结构',
          label: '项目支出',
          budget: project,
          spent: project,
          rate: project === null ? '' : '100%',
        },
        { group: '按预算级次', label: '市本级支出', budget: 800, spent: 800, rate: '100%' },
      ],
    },
    rows: TRAINING,
    total: { weight: 90, stated: 90 },
  });

/** Money by its sources, with the whole in the column of their names below them; where given, by kinds with one too. */
const belowSources = (whole: string, kinds: readonly string[] = []) =>
  sheetOf(`部门整体支出绩效自评表
资金情况（万元）||全年预算数|全年执行数
按资金来源|财政拨款|60|56
|其他资金|40|30
|年度资金总额|${whole}
${kinds.map((line) => `${line}\n`).join('')}一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|建设里程|≥120公里|126公里|100|100
总分|||||100|100`);
const KINDS = ['按资金结构|基本支出|60|56', '|项目支出|40|30'];

/** Money divided in two ways, each with the whole beside its name. */
const namedWholes = (whole: string, basic = '36') =>
  sheetOf(`部门整体支出绩效自评表
年度预算（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
^|按收入性质分：|100|100|95|10|95%|9.5
^|其中：一般公共预算|60|60|56||93.33%|
^|政府性基金拨款|40|40|39||97.5%|
^|按支出性质分：|100|${whole}|95||95%|
^|其中：基本支出|36|${basic}|36||100%|
^|项目支出|64|64|59||92.19%|
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|建设里程|≥120公里|126公里|90|90|
总分|||||100|99.5|`);

const tasks = (total: number) =>
  sheetOf(`部门整体支出绩效自评表
年度主要任务|任务名称|完成情况|预算数（万元）|<|执行数（万元）|<|分值|执行率|得分
^|^|^|总额|财政拨款|总额|财政拨款|^|^|^
^|保障运转|已完成|400|400|400|400|—|100%|—
^|开展服务|已完成|200|200|200|200|—|100%|—
^|金额合计|<|${total}|600|600|600|10|100%|10
一级指标|二级指标|三级指标|<|年度指标值|实际完成值|<|分值|得分|偏差原因
产出指标|数量指标|服务场次|<|≥5场|5场|<|90|90|
总分|<|<|<|<|<|<|100|100|`);

/** Every source with its amount in every column, most of them 0; one of 年初预算数 as given, and one of 全年执行数. */
const listed = (initial: number, spent: string) =>
  sheetOf(`项目支出绩效自评表
资金构成（元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分
资金总额|120000|120000|90000|10|75%|7.5
其中：财政资金|0|0|0|||
单位资金|${initial}|120000|90000||75%|
财政专户管理资金|0|0|${spent}|||
一级指标|三级指标|年度指标值|实际完成值|分值|得分|未完成原因
产出指标|培训人次|≥200人次|210人次|60|60|
效益指标|知晓率|≥90%|95%|30|30|
总分||||100|97.5|`);

/** Projects with their amounts below the table of indicators; the first spent as given. */
const withProjects = (budget: number, spent: number, rate: string) =>
  sheetOf(`专项资金绩效自评表
资金（万元）|<|预算数|执行数|执行率|分值|得分
年度资金总额|<|900|873|97%|10|9.7
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出指标|数量指标|创建示范村|≥9个|9个|60|60
满意度指标|满意度指标|村民满意度|≥90%|91%|30|30
总分|||||100|99.7
附：子项目资金情况
序号|子项目名称|预算数（万元）|执行数（万元）|执行率||
1|东山片区|300|${spent}|97%||
2|南湖片区|350|341|97.43%||
3|西岭片区|250|241|96.4%||
合计||${budget}|${spent + 582}|${rate}||`);

/** The year's tasks with their amounts, which no line sums up. */
const withTasks = (budget: number) =>
  sheetOf(`部门整体绩效自评表
整体支出（万元）|全年预算|4350|全年执行|4263|执行率|98%|得分|9.8
年度主要任务|任务名称|预算|执行|执行率||||
|全民健身|1800|1782|99%||||
|竞技体育|1950|1891.5|97%||||
|机关运行|${budget}|589.5|||||
一级指标|二级指标|三级指标|指标值|完成值|分值|得分||
产出指标|数量指标|举办赛事|≥120场|126场|60|60||
满意度指标|满意度指标|群众满意度|≥85%|87%|30|30||
总分|||||100|99.8||`);

/** The year's tasks, counted from 1, each with what of its money is the budget's own. */
const numberedTasks = sheetOf(`部门整体绩效自评表
序号|任务名称|主要内容|年初预算数|全年预算数|其中：财政拨款|全年执行数|其中：财政拨款|执行率
1|全民健身|按计划完成|900|600|400|570|380|95%
2|竞技体育|按计划完成|600|400|300|380|285|95%
合计|||1500|1000|700|950|665|95%
一级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|举办赛事|≥120场|126场|100|100
总分||||100|100`);

/** What was taken in above what was spent, and one total below both. */
const incomeAbove = (spent: number, last = '') =>
  sheetOf(`部门整体支出绩效自评表
预算执行情况（万元）|预算数|执行数|执行率
财政拨款收入|950|950|100%
事业收入|50|40|80%
基本支出|600|590|98.33%
项目支出|400|380|95%
支出合计|1000|${spent}|97%${last}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|服务场次|≥5场|5场|100|100|
总分|||||100|100|`);

/** 财政拨款 with its own sources below it, of which the first is as large as 其他资金 was to be. */
const nestedAlike = (other: number) =>
  sheetOf(`项目支出绩效自评表
预算执行情况（万元）|年初预算数|全年预算数|全年执行数|执行率
年度资金总额|500|520|520|100%
其中：财政拨款|400|420|420|100%
其中：中央|100|120|120|100%
省级|300|300|300|100%
其他资金|100|${other}|100|100%
一级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|服务场次|≥5场|5场|100|100
总分||||100|100`);

/** Money that arrived beside what was planned and spent, in a column that no heading of ours names. */
const arrived = (whole: number, other: number, heading = '到位数') =>
  sheetOf(`预算项目绩效自评表
预算安排情况（万元）||预算数|${heading}|执行数|执行率
|年度资金总额|100|${whole}|90|90%
|其中：财政资金|80|80|72|90%
|其他资金|20|${other}|18|90%
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|服务场次|≥5场|5场|100|100|
总分|||||100|100|`);

/** The parts of budget and spending in one row, each before its sum. */
const beforeSums = (amounts: string) =>
  sheetOf(`部门整体支出绩效自评表
预算执行情况（万元）|预算数|<|<|<|执行数|<|<|<|执行率
^|基本支出|项目支出|其他|合计|基本支出|项目支出|其他|合计|^
^|${amounts}|298|190|0|488|97.6%
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|50|50|
效益指标|社会效益指标|知晓率|≥80%|92%|50|50|
总分|||||100|100|`);

/** Each amount with its parts behind it in the same line. */
const inLines = (whole: number) =>
  sheetOf(`部门整体支出绩效自评表
年度主要任务|任务名称|完成情况|预算数（万元）|<|<|执行数（万元）|<|<|分值|执行率|得分
^|^|^|总额|财政拨款|其他资金|总额|财政拨款|其他资金|^|^|^
^|保障运转|已完成|${whole}|350|50|400|350|50|—|100%|—
^|开展服务|已完成|200|180|20|200|180|20|—|100%|—
^|金额合计|<|600|530|70|600|530|70|10|100%|10
一级指标|二级指标|三级指标|<|年度指标值|<|实际完成值|<|<|分值|得分|偏差原因
产出指标|数量指标|服务场次|<|≥5场|<|5场|<|<|90|90|
总分|<|<|<|<|<|<|<|<|100|100|`);

const across = (row: string) =>
  sheetOf(`绩效自评表
项目资金（万元）|全年预算数|其中：财政拨款|其他资金|全年执行数|其中：财政拨款|其他资金|执行率
|${row}|90%
一级指标|二级指标|三级指标|指标值|完成值|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|210人次|60|60|
效益指标|社会效益指标|知晓率|≥90%|92%|40|40|
总分|||||100|100|`);

/** A budget that was changed by nothing, or is called 0 beside parts that are not. */
const changedBy = (heading: string, whole: number, parts: readonly [number, number]) =>
  sheetOf(`项目支出绩效自评表
项目资金（万元）||年初预算数|${heading}|全年执行数|执行率
|年度资金总额|100|${whole}|100|100%
|其中：财政拨款|60|${parts[0]}|60|
|其他资金|40|${parts[1]}|40|
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|服务场次|≥5场|5场|100|100
总分|||||100|100`);

/** What the budget was, by how much it was changed, and what it was then. */
const adjusted = (change: number, after = 1150, other = 0) =>
  sheetOf(`项目支出绩效自评表
资金来源|年初预算|年度预算调整|调整后的预算|全年执行数|预算执行率
年度资金总额|1200|${change}|${after}|1092.5|95%
财政拨款|1000|-50|950|912|96%
其他资金|200|${other}|200|180.5|90.25%
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|服务场次|≥5场|5场|100|100
总分|||||100|100`);

/** Ways to divide the money beside each other, with a row between names and amounts. */
const beside = (between: string) =>
  sheetOf(`部门整体支出绩效自评表
年度部门整体支出规模（元）||按资金来源|<|按资金结构|<|按预算级次|<
||财政拨款|其他资金|基本支出|项目支出|市本级支出|转移支付
${between}|全年预算数|800||300|500|800|0
|全年执行数|800||300|500|800|0
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|未达标原因
产出指标|数量指标|服务场次|≥5场|5场|100|100|
总分|||||100|100|`);

/** 结余 of each line behind what was spent. */
const left = (total: number) =>
  sheetOf(`项目支出绩效自评表
资金（万元）|全年预算数|全年执行数|年末结余|执行率
年度资金总额|1100|1045|${total}|95%
其中：基本支出|620|620|0|100%
项目支出|480|425|55|88.54%
一级指标|三级指标|目标值|完成值|分值|得分
产出|建设桥梁|≥3座|3座|60|60
效益|受益人口|≥9000人|9300人|40|40
合计||||100|100`);

/** 结余 of the only line, in a column of this name. */
const leftOf = (amounts: string, name = '结余') =>
  sheetOf(`项目支出绩效自评表
资金（万元）|年初预算|调整后预算|实际支出|${name}|执行率
|${amounts}|98%
一级指标|三级指标|目标值|完成值|分值|得分
产出|建设桥梁|≥3座|3座|60|60
效益|受益人口|≥9000人|9300人|40|40
合计||||100|100`);

/** 到位率 of each line behind what arrived, and 结余 behind what was spent. */
const arrivals = (total: string) =>
  sheetOf(`项目支出绩效自评表
资金（万元）|全年预算数|到位数|到位率|全年执行数|结余|执行率
年度资金总额|${total}|95%
其中：基本支出|620|620|100%|620|0|100%
项目支出|480|380|79.17%|425|55|88.54%
一级指标|三级指标|目标值|完成值|分值|得分
产出|建设桥梁|≥3座|3座|60|60
效益|受益人口|≥9000人|9300人|40|40
合计||||100|100`);

/** All of the money arrived, of the whole and of its parts. */
const allArrived = (rate: string) =>
  sheetOf(`项目支出绩效自评表
资金（万元）|全年预算数|实际到位|实际支出|到位率|执行率
合计|1200|1200|1137.6|100%|94.8%
市级|400|400|379.2|${rate}|94.8%
区级|800|800|758.4|100%|94.8%
一级指标|三级指标|目标值|完成值|分值|得分
产出|建设桥梁|≥3座|3座|60|60
效益|受益人口|≥9000人|9300人|40|40
合计||||100|100`);

/** The money that was planned, arrived and was spent, and what is left, in pairs. */
const arrivedOf = (rest: number) =>
  sheetOf(`项目支出绩效自评表
计划安排资金（万元）|700|实际到位资金（万元）|500|实际支出（万元）|490|结余（万元）|${rest}
一级指标|三级指标|目标值|完成值|分值|得分||
产出|建设桥梁|≥3座|3座|60|60||
效益|受益人口|≥9000人|9300人|40|40||
合计||||100|100||`);

/** Whose money it is, beside 资金使用单位, right over the headings of the money. */
const ofRegion = (local: number) =>
  sheetOf(`转移支付区域绩效目标自评表
转移支付（项目）名称|<|<|重大传染病防治|<|<|<
中央主管部门|<|<|国家卫生健康委|<|<|<
地方主管部门|<|<|某州卫生健康委|资金使用单位|某县卫生健康局|<
项目资金|<|<||全年预算数|全年执行数|预算执行率
^|^|^|年度资金总额：|811.54|811.54|100%
^|^|^|其中：中央财政资金|730.4|730.4|100.00%
^|^|^|地方资金|81.14|${local}|100%
^|^|^|其他资金|||
绩效指标|一级指标|二级指标|三级指标|指标值|全年实际完成值|未完成原因和改进措施
^|产出指标|数量指标|筛查人数|≥10000人|10563人|
^|效益指标|社会效益指标|知晓率|≥80%|85%|
^|满意度指标|服务对象满意度指标|服务对象满意度|≥85%|90%|`);

/** What a department spends on both, above the table of its money. */
const kinds = (basic: string, year = '') =>
  sheetOf(`部门整体支出绩效自评表
${year}基本支出总额|${basic}||${year}项目支出总额|96.5|
预算执行情况（万元）（20分）||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）
^|部门整体支出总额|314.86|308.56|98%|19.6
年度绩效目标（80分）|一级指标|三级指标|年初目标值|实际完成值|得分
^|产出指标|治理水土流失面积|≥28平方公里|30.2平方公里|50
^|满意度指标|群众满意度|≥90%|93%|30
总分|||||99.6`);

/** What there was and what was spent, each with its sources behind it in the same row. */
const withSources = (total: string, spent: string) =>
  sheetOf(`专项资金绩效自评表
资金总额（万元）|${total}
实际支出（万元）|${spent}
绩效指标|年度目标|完成情况|分值|得分|
产出指标|≥80家|83家|60|60|
效益指标|≥5亿元|6.2亿元|40|40|
合计|||100|100|`);

/** The money by its source and by its kind, behind labels below the year's whole. */
const labelled = (kinds: string, sources = '其中：一般公共预算：2405.61') =>
  sheetOf(`部门整体支出绩效自评表
年度预算申请（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|2588.73|2588.73|2307.45|10|89.13%|8.91
|按收入性质分：|||按支出性质分：2588.73|||
|${sources}|||其中：基本支出：2307.45万元|||
|非税收入拨款：183.12|||${kinds}|||
|其他资金：||||||
年度总体目标|预期目标|||实际完成情况|||
|完成教学任务|||学生2390人毕业。|||
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|在校学生人数|2390人|2390人|50|50|
效益指标|社会效益|认可度|较高|较高|30|30|
满意度指标|满意度|满意度|≥95%|95%|10|10|
总分|||||100|98.91|`);

/** The same above a table without lines of money, whose whole stands with it; each amount in a cell of its own or not. */
const besideWhole = (money: string) =>
  sheetOf(`部门整体支出绩效自评表
${money}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|在校学生人数|2390人|2390人|60|60
满意度指标|满意度|满意度|≥95%|95%|40|40
总分|||||100|100`);
const inCells = (fund: string) => `预算申请（万元）|资金总额：|按照收入性质分：||按照支出性质分：||
|1286.35|其中：一般公共预算：|1250.35|其中：基本支出：|986.35|
||政府性基金拨款：|${fund}|项目支出：|300|`;
const inLabels = (fund: string) => `预算申请（万元）|按照收入性质分||按照支出性质分|||
资金总额：1286.35|其中：一般公共预算拨款：1250.35||其中：基本支出：986.35|||
|政府性基金拨款：${fund}||项目支出：300|||`;

/** Both ways of dividing the money side by side, each with what was to be spent, what was, and their sums. */
const bothWays = (project: string) => `预算情况（万元）|按收入性质分|预算数|执行数|按支出性质分|预算数|执行数
|一般公共预算|1000|900|基本支出|600|550
|政府性基金|286.35|250|项目支出|${project}|600
|合计|1286.35|1150|合计|1286.35|1150`;

/** What was to be spent and what was, each in all and of which source, below one heading over both. */
const partedAmounts = (task: number) =>
  sheetOf(`部门整体支出绩效自评表
年度主要任务|任务名称|主要内容|预算数（万元）|||执行数（万元）|||分值|得分
|||全部|其中：财政拨款|其他资金|全部|其中：财政拨款|其他资金||
|任务1|饮水安全|650|600|50|632|582|50||
|任务2|水库加固|${task}|400|20|420|400|20||
|金额合计||1070|1000|70|1052|982|70|10|9.83
一级指标|二级指标|三级指标||年度指标值||实际完成值|||分值|得分
产出指标|数量指标|维修处数||≥36处||38处|||50|50
满意度指标|满意度|满意度||≥95%||95%|||40|40
总分||||||||||99.83`);

/** The sources of the money before their sum, in one row. */
const sources = `项目支出绩效自评表
项目资金来源|中央（万元）|省（万元）|本级（万元）|合计（万元）|执行数（万元）|执行率
|1|1.5|2.5|5|5|100%
一级指标|三级指标|年度指标值|实际完成值|分值|得分|
产出指标|培训场次|≥5场|5场|60|60|
满意度指标|满意度|≥90%|95%|40|40|
总分||||100|100|`;

export default cases(budgetParts, {
  valid: [
    { name: '按收入性质分、按支出性质分的后面写着合计', sheet: namedWholes('100') },
    { name: '每项任务前有序号', sheet: numberedTasks },
    { name: '合计写在各来源下面、名称一栏里', sheet: belowSources('100|86') },
    { name: '每种分法下面各有合计', sheet: belowSources('100|86', [...KINDS, '|年度资金总额|100|86']) },
    { name: '资金表上面的基本支出、项目支出合起来是总额', sheet: kinds('218.36') },
    { name: '资金表上面的是上年的基本支出、项目支出', silent: true, sheet: kinds('208.36', '上年') },
    { name: '资金表上面的基本支出、项目支出合起来是执行数', sheet: kinds('212.06') },
    { name: '写在标签里的金额合起来是总额', sheet: labelled('项目支出：281.28万元') },
    {
      name: '两种分法上下相接，各部分写在右边',
      sheet: besideWhole(`年度资金总额：|2588.73
按收入性质分|一般公共预算：2405.61|政府性基金：183.12
按支出性质分|基本支出：2000|项目支出：588.73`),
    },
    { name: '写在标签里的金额是元', sheet: labelled('项目支出：2812800元') },
    { name: '没有资金表，按照收入、支出性质分的金额在标签后面的格里', sheet: besideWhole(inCells('36')) },
    { name: '没有资金表，按照收入、支出性质分的金额写在标签里', sheet: besideWhole(inLabels('36')) },
    { name: '按收入、支出性质分的并排，各有预算数、执行数和合计', sheet: besideWhole(bothWays('686.35')) },
    { name: '预算数、执行数各分全部、财政拨款和其他资金', sheet: partedAmounts(420) },
    {
      name: '同一行里“其中”各项合起来是前面的金额',
      sheet: withSources('3000|其中：省级|1000|市级|2000', '2876|其中：省级|1000|市级|1876'),
    },
    {
      name: '同一行里“其中”只写了一部分',
      silent: true,
      sheet: withSources('3000|其中：省级|1000|市级|500', '2876|其中：省级|900|市级|500'),
    },
    { name: '同一行里各来源在合计前面', sheet: sheetOf(sources) },
    { name: '只有一行，结余是到位数减支出', sheet: arrivedOf(10) },
    { name: '资金表上面一行是资金使用单位', sheet: ofRegion(81.14) },
    { name: '各来源都写了数，多半为 0', sheet: listed(120000, '0') },
    { name: '有一个来源没有写执行数，年初预算可能另有来源', sheet: listed(84000, '') },
    { name: '表后子项目的合计与年度资金相等', sheet: withProjects(900, 291, '97%') },
    { name: '表前各项任务合计与年度资金相等，第一项不是总额', sheet: withTasks(600) },
    { name: '调整数都是0，预算就是年初预算', sheet: changedBy('调整预算数', 0, [0, 0]) },
    { name: '年初预算、调整和调整后的预算', sheet: adjusted(-50) },
    { name: '按来源和按结构分的各合计相等，各有执行率', sheet: dividedWithRates(49.75) },
    { name: '只有一行，结余是预算数减执行数', sheet: leftOf('2000|1800|1764|36') },
    { name: '只有一行，结余是年初预算减执行数', sheet: leftOf('2000|1800|1764|236') },
    { name: '上年结转不是剩下的', silent: true, sheet: leftOf('2000|1800|1764|46', '上年结转') },
    { name: '各行的结余都是预算数减执行数', sheet: left(55) },
    { name: '各行都全部到位', sheet: allArrived('100%') },
    { name: '各行的到位率、结余都算得出来', sheet: arrivals('1100|1000|90.91%|1045|55') },
    { name: '三种分法各在自己的列里', sheet: beside('') },
    { name: '列名与金额之间空一行', sheet: beside('|||||||\n') },
    { name: '收入各行列在支出各行之上，只有支出合计', sheet: incomeAbove(970) },
    { name: '下一级的第一项与其他资金恰好相等', sheet: nestedAlike(100) },
    { name: '到位数一栏的各部分之和', sheet: arrived(100, 20) },
    { name: '每行的总额等于后面各来源之和', sheet: inLines(400) },
    {
      name: '总额等于各来源之和',
      sheet: funded({}, [part('其中：财政拨款', 60), part('上年结转资金', 30), part('其他资金', 10)]),
    },
    { name: '只列了其中一部分', sheet: funded({}, [part('其中：财政拨款', 60)]) },
    {
      name: '部分下面再分',
      sheet: funded({}, [part('其中：财政拨款', 90), part('中央补助', 50), part('省级补助', 40), part('其他资金', 10)]),
    },
    { name: '各部分都空着', silent: true, sheet: funded({}, [part('其中：财政拨款', null), part('其他资金', null)]) },
    { name: '三种分法相等', sheet: divided(300) },
    { name: '合计在各行之下', sheet: tasks(600) },
    { name: '各来源列在金额右边', sheet: across('600|400|200|540|360|180') },
    { name: '各部分列在合计左边', sheet: beforeSums('300|200|0|500') },
    { name: '右边只有一处相加为总额，另一处标题不同', sheet: across('600|400|200|540|360|') },
  ],
  invalid: [
    {
      name: '按支出性质分后面写的合计与按收入性质分的不同',
      sheet: namedWholes('110'),
      findings: [{ cell: 'D6', message: 'dimensions', expected: '100', found: '110' }],
    },
    {
      name: '一种分法的各项加起来与合计不同',
      sheet: namedWholes('100', '38'),
      findings: [{ cell: 'D7', message: 'dimensions', expected: '36', found: '38' }],
    },
    {
      name: '写在各来源下面、名称一栏里的合计不对',
      sheet: belowSources('100|96'),
      findings: [{ cell: 'D5', message: 'total', expected: '86', found: '96', related: ['D3', 'D4'] }],
    },
    {
      name: '各种分法相等，只有合计不对',
      sheet: belowSources('100|96', KINDS),
      findings: [{ cell: 'D5', message: 'total', expected: '86', found: '96' }],
    },
    {
      name: '第二种分法下面的合计不对',
      sheet: belowSources('100|86', [...KINDS, '|年度资金总额|100|96']),
      findings: [{ cell: 'D8', message: 'dimensions', expected: '86', found: '96' }],
    },
    {
      name: '各行都全部到位，一行的到位率写错',
      sheet: allArrived('90%'),
      findings: [{ cell: 'E4', message: 'reckoned', severity: 'error', expected: '100%', found: '90%' }],
    },
    ...[inCells('46'), inLabels('46')].map((money, at) => ({
      name: `没有资金表，按照收入性质分的金额${at === 0 ? '在标签后面的格里' : '写在标签里'}，少不了总额`,
      sheet: besideWhole(money),
      findings: [
        {
          cell: at === 0 ? 'D3' : 'B3',
          message: 'labels' as const,
          severity: 'info' as const,
          found: '1296.35',
          expected: '1286.35',
        },
      ],
    })),
    {
      name: '按收入、支出性质分的并排，项目支出与合计不符',
      sheet: besideWhole(bothWays('676.35')),
      findings: [
        { cell: 'F3', message: 'labels', severity: 'info', found: '1276.35', expected: '1286.35、1150' },
        { cell: 'F5', message: 'total', severity: 'info', found: '1286.35', expected: '1276.35' },
      ],
    },
    {
      name: '预算数各分全部、财政拨款和其他资金，任务的全部与合计不符',
      sheet: partedAmounts(430),
      findings: [
        { cell: 'D6', message: 'total', severity: 'error', found: '1070', expected: '1080' },
        { cell: 'D5', message: 'line' },
      ],
    },
    {
      name: '另两栏各来源都写了数、正好相加',
      sheet: listed(84000, '0'),
      findings: [{ cell: 'B3', message: 'total', severity: 'error', expected: '84000', found: '120000' }],
    },
    {
      name: '子项目的合计不是各项之和',
      sheet: withProjects(930, 291, '93.87%'),
      findings: [
        { cell: 'C13', message: 'apart', severity: 'info', expected: '900', found: '930' },
        { cell: 'C13', message: 'total', severity: 'warning', expected: '900', found: '930' },
      ],
    },
    {
      name: '子项目的执行数与年度执行数不符',
      sheet: withProjects(900, 290, '96.89%'),
      findings: [{ cell: 'D13', message: 'apart', severity: 'info', expected: '873', found: '872' }],
    },
    {
      name: '各项任务的预算数与年度预算不符',
      sheet: withTasks(650),
      findings: [{ cell: 'C4', message: 'apart', severity: 'info', expected: '4350', found: '4400' }],
    },
    {
      name: '下一级的第一项与其他资金恰好相等，全年预算数不符',
      sheet: nestedAlike(110),
      findings: [
        {
          cell: 'C3',
          message: 'total',
          severity: 'error',
          expected: '530',
          found: '520',
          related: ['C4', 'C5', 'C6', 'C7'],
        },
      ],
    },
    {
      name: '收入各行列在支出各行之上，支出合计不是支出各行之和',
      sheet: incomeAbove(975),
      findings: [
        { cell: 'C7', message: 'total', severity: 'error', expected: '970', found: '975', related: ['C5', 'C6'] },
      ],
    },
    {
      name: '调整数不是调整前后的差',
      sheet: adjusted(-45),
      findings: [{ cell: 'C3', message: 'reckoned', severity: 'error', expected: '-50', found: '-45' }],
    },
    {
      name: '没有调整的一行写了调整数',
      sheet: adjusted(-50, 1150, 3),
      findings: [{ cell: 'C5', message: 'reckoned', severity: 'error', expected: '0', found: '3' }],
    },
    {
      name: '调整后的预算总额写错',
      sheet: adjusted(-50, 1105),
      findings: [
        { cell: 'D3', message: 'total', severity: 'error', expected: '1150', found: '1105' },
        { cell: 'C3', message: 'reckoned', expected: '-95', found: '-50' },
      ],
    },
    {
      name: '总额填了0：不把年初预算加进去',
      sheet: changedBy('全年预算数', 0, [60, 40]),
      findings: [{ cell: 'D3', message: 'total', expected: '100', found: '0' }],
    },
    {
      name: '到位率与到位数除以预算数不符，别的行都相符',
      sheet: arrivals('1100|1000|95%|1045|55'),
      findings: [{ cell: 'D3', message: 'reckoned', severity: 'error', expected: '90.91%', found: '95%' }],
    },
    {
      name: '一行的预算数写错，到位率和结余随之不符，只有一处按错误报',
      sheet: arrivals('1200|1000|90.91%|1045|55'),
      findings: [
        { cell: 'B3', message: 'total', severity: 'error', expected: '1100', found: '1200' },
        { cell: 'D3', message: 'reckoned', severity: 'error', expected: '83.33%' },
        { cell: 'F3', message: 'reckoned', severity: 'info', expected: '155' },
      ],
    },
    {
      name: '总额有两栏是 0，只提示一次',
      sheet: funded({ initial: 0, spent: 0, rate: '0%', stated: 0 }, [
        part('其中：财政拨款', 60),
        part('其他资金', 40),
      ]),
      findings: [{ cell: 'C5', message: 'empty', severity: 'error', ways: ['C5=100 E5=100'] }],
      others: ['low-execution', 'total-sum', 'score-against-execution'],
    },
    {
      name: '总额只有一栏是 0，部分减去差额是负数，不会是部分错了',
      sheet: funded({ initial: 0 }, [part('其中：财政拨款', 60), part('其他资金', 40)]),
      findings: [{ cell: 'C5', message: 'total', severity: 'error', expected: '100', found: '0', ways: ['C5=100'] }],
    },
    {
      name: '资金表上面一行是资金使用单位，各部分之和不符',
      sheet: ofRegion(85.14),
      findings: [{ cell: 'F6', message: 'total', severity: 'error', expected: '815.54', found: '811.54' }],
    },
    {
      name: '只有一行，结余既不是计划数、也不是到位数减支出',
      sheet: arrivedOf(30),
      findings: [{ cell: 'H2', message: 'reckoned', severity: 'info', expected: '210', found: '30' }],
    },
    {
      name: '资金表上面的基本支出、项目支出合起来不是总额，只提示',
      sheet: kinds('208.36'),
      findings: [{ cell: 'B2', message: 'kinds', severity: 'info', expected: '314.86、308.56', found: '304.86' }],
    },
    {
      name: '写在标签里的金额合起来不是总额，只提示',
      sheet: labelled('项目支出：381.28万元'),
      findings: [{ cell: 'E5', message: 'labels', severity: 'info', expected: '2588.73', found: '2688.73' }],
    },
    {
      name: '写在标签里的金额，两种分法都不是总额',
      sheet: labelled('项目支出：181.28', '其中：一般公共预算：2450'),
      findings: [
        { cell: 'B5', message: 'labels', severity: 'info', expected: '2588.73、2307.45', found: '2633.12' },
        { cell: 'E5', message: 'labels', severity: 'info', expected: '2588.73', found: '2488.73' },
      ],
    },
    {
      name: '同一行里“其中”各项合起来不是前面的金额，另一行是',
      sheet: withSources('3000|其中：省级|1000|市级|2000', '2876|其中：省级|1000|市级|1776'),
      findings: [{ cell: 'B3', message: 'line', severity: 'info', expected: '2776', found: '2876' }],
    },
    {
      name: '同一行里“其中”各项超过前面的金额',
      sheet: withSources('3000|其中：省级|1000|市级|2500', '2876|其中：省级|900|市级|500'),
      findings: [{ cell: 'B2', message: 'line', severity: 'info', expected: '3500', found: '3000' }],
    },
    {
      name: '只有一行，结余不是预算数减执行数，只提示',
      sheet: leftOf('2000|1800|1764|46'),
      findings: [{ cell: 'E3', message: 'reckoned', severity: 'info', expected: '36', found: '46' }],
    },
    {
      name: '结余与预算数减执行数不符，别的行都相符',
      sheet: left(65),
      findings: [
        {
          cell: 'D3',
          message: 'reckoned',
          severity: 'error',
          expected: '55',
          found: '65',
          ways: ['B3=1110', 'C3=1035'],
        },
      ],
    },
    {
      name: '总额各栏都是0，各部分却有金额，只提示一次',
      sheet: funded({ initial: 0, budget: 0, spent: 0 }, [part('其中：财政拨款', 60), part('其他资金', 40)]),
      findings: [
        {
          cell: 'C5',
          message: 'empty',
          severity: 'error',
          related: ['D5', 'E5', 'C6', 'C7', 'D6', 'D7', 'E6', 'E7'],
          ...{ expected: '100', found: '0', ways: ['C5=100 D5=100 E5=100'] },
        },
      ],
    },
    {
      name: '执行数右边的来源相加为执行数，预算数的却不是',
      sheet: across('600|450|200|540|360|180'),
      findings: [{ cell: 'B3', message: 'line', severity: 'error', expected: '650', found: '600' }],
    },
    {
      name: '合计左边的各部分加起来不是合计，另一处相符',
      sheet: beforeSums('300|210|0|500'),
      findings: [{ cell: 'E4', message: 'line', severity: 'error', expected: '510', found: '500' }],
    },
    {
      name: '到位数一栏各部分之和不是总额',
      sheet: arrived(95, 20),
      findings: [
        { cell: 'D3', message: 'total', severity: 'info', expected: '100', found: '95', related: ['D4', 'D5'] },
      ],
    },
    {
      name: '总额一栏与各部分之和不符，不说“总额总额”',
      sheet: arrived(94, 20, '总额'),
      findings: [{ cell: 'D3', message: 'total', severity: 'info', expected: '100', found: '94' }],
    },
    {
      name: '一行的总额不等于本行各来源之和，其他行相等',
      sheet: inLines(410),
      findings: [
        { cell: 'D6', message: 'total', severity: 'error', expected: '610', found: '600' },
        { cell: 'D4', message: 'line', severity: 'error', expected: '400', found: '410', related: ['E4', 'F4'] },
      ],
    },
    {
      name: '合计在各行之下，就是各行之和',
      sheet: tasks(620),
      findings: [{ cell: 'D6', message: 'total', severity: 'error', expected: '600', found: '620' }],
    },
    {
      name: '各来源之和少于总额',
      sheet: funded({}, [part('其中：财政拨款', 60), { ...part('其他资金', 40), budget: 30 }]),
      findings: [
        {
          cell: 'D5',
          message: 'total',
          severity: 'error',
          ...{ expected: '90', found: '100', related: ['D6', 'D7'], ways: ['D5=90', 'D6=70', 'D7=40'] },
        },
      ],
    },
    {
      name: '总额写错，执行率和得分按对的算',
      sheet: funded({ budget: 110, spent: 100, rate: '100%', stated: 10 }, [
        part('其中：财政拨款', 60),
        part('其他资金', 40),
      ]),
      findings: [{ cell: 'D5', message: 'total', expected: '100', found: '110' }],
    },
    {
      name: '部分超过总额',
      sheet: funded({}, [part('其中：财政拨款', 120)]),
      findings: [
        { cell: 'C5', message: 'total', expected: '120' },
        { cell: 'D5', message: 'total', expected: '120' },
        { cell: 'E5', message: 'total', expected: '120' },
      ],
    },
    {
      name: '按结构分的与其他分法不等',
      sheet: divided(310),
      findings: [
        { cell: 'D6', message: 'dimensions', expected: '300', found: '310', ways: ['D6=300'] },
        { cell: 'D7', message: 'dimensions', expected: '300', found: '310' },
      ],
    },
    {
      name: '按结构分的另一格还空着，说不出是哪一格',
      sheet: divided(310, null),
      findings: [
        { cell: 'D6', message: 'dimensions', related: ['E6'] },
        { cell: 'D7', message: 'dimensions', related: ['E7'] },
      ],
    },
    {
      name: '按结构分的不等，执行率指出是哪一格',
      sheet: dividedWithRates(59.75),
      findings: [{ cell: 'G4', message: 'dimensions', expected: '49.75', found: '59.75' }],
    },
  ],
});
