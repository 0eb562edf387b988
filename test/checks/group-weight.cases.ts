import { groupWeight } from '../../src/checks/group-weight';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { changed, trainingIn } from '../fixtures/training';

const printed = (weight: number) => new Map([['产出指标', weight]]);
const TWO_WRONG = changed(new Map([[0, { weight: 18, stated: 18 }]]));

/** A block of 80 points whose label says so, with the points of its items in the labels below. */
const labelled = (points: number) =>
  sheetOf(`2022年度项目绩效自评表
预算执行情况（万元）（20分）|||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）
|||10|10|100%|20
年度绩效目标1（${points}分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
|产出指标（40分）|数量指标|培训人次|≥100人|120人|40
|满意度指标（40分）|满意度|学员满意度|≥90%|95%|40
总分||||||100`);

/** Two kinds of indicators before all levels, of 20 and 80 points. */
const outer = (first: number, second: number) =>
  sheetOf(`部门整体支出绩效自评表
类别|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
共性指标（20）|投入|预算管理|制度健全性|健全|健全|${first}|${first}
个性指标（80）|产出指标|数量指标|培训人次|≥100人|120人|${second}|${second}
|满意度指标|满意度|学员满意度|≥90%|95%|30|30
总分||||||100|100`);

/** A block of points over two labels, of which each weighs two items together. */
const shared = (block: number, output: number, effect: number) =>
  sheetOf(`2022年度项目绩效自评表
预算执行情况（万元）（20分）|||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）
|||10|10|100%|20
年度绩效目标1（${block}分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
|产出指标（${output}分）|数量指标|培训人次|≥100人|120人|20
|^|质量指标|考核合格率|≥90%|95%|20
|效益指标（${effect}分）|社会效益指标|学员就业率|≥90%|92%|20
|^|满意度|学员满意度|≥90%|95%|18
总分||||||98`);

/** A block of 90 points over items that weigh a hundred. */
const hundred = (score: number, total: number) =>
  sheetOf(`2022年度项目绩效自评表
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|150|150|150|10|100%|10
年度绩效目标（90分）|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
|产出指标|数量指标|培训人次|≥200人次|210人次|60|60|
|效益指标|社会效益指标|知晓率|≥90%|${score < 40 ? '81%' : '92%'}|40|${String(score)}|宣传不够
总分|||||||${String(total)}|`);

/** Rows that sum up the items above them, whatever heading these have. */
const subtotals = (second: number, items: readonly number[] = [20, 10, 20]) =>
  sheetOf(`部门整体支出绩效自评评分表
评价项目|评价内容|标准分|自评分|扣分原因
预算管理|预算编制|30|30|
<|执行管理|20|18|年中追加，支付较晚，已加快。
小计||50|48|
履职产出|重点任务|${String(items[0])}|20|
<|物资储备|${String(items[1])}|10|
履职效果|服务满意度|${String(items[2])}|20|
小计||${second}|50|
合计||100|98|`);

/** A heading for bonus and penalties in a table with points in a column of each level. */
const bonus = (heading: number, ...items: readonly number[]) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|分值|二级指标|分值|三级指标|分值|得分
履职效能|100|数量指标|100|培训人次|100|98
${items.map((weight, at) => `${at === 0 ? `加减分项|${heading}|工作表现加减分|${heading}` : '^|^|^|^'}|受表彰或批评之${String(at + 1)}|${weight}|${Math.sign(weight)}`).join('\n')}
总分|100|||||${98 + items.reduce((all, weight) => all + Math.sign(weight), 0)}`);

/** A table that ends after the first of its rows, as in an excerpt. */
const excerpt = sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标（50分）|数量指标|清扫道路|≥20条|20条|12.5|12.5`);

/** A table without a column for points: they stand behind all names, without 分. */
const bracketed = (output: number, brackets = '()') =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分
产出指标${brackets.charAt(0)}${output}${brackets.charAt(1)}|数量指标|清扫道路(30)|≥20条|20条|30
|质量指标|清扫合格率(30)|≥95%|96%|30
效益指标(40)|社会效益指标|居民满意率(40)|≥90%|95%|40
总分|||||100`);

/** Weights of 二级指标 that are shares of 一级指标, over those of the items, which are not. */
const shares = (second: number) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|权重|二级指标|权重|三级指标|权重|得分
产出|60%|数量|50%|培训人次|30%|30
^|^|质量|${second}%|合格率|30%|30
效益|40%|社会效益|100%|知晓率|40%|40
合计|100%||||100%|100`);

/** 60 and 40 of the 80 points of 个性指标 over items of 48 and 32, beside headings that are not divided so. */
const ofParent = (item: number) =>
  sheetOf(`2023年度部门整体支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
预算执行（10）|执行|执行率|100%|100%|10|10
个性指标（80）|产出（60）|培训人次|≥550人次|600人次|${item}|${item}
||合格率|≥95%|96%|20|20
|效益（40）|受益人数|≥1000人|1250人|32|32
满意度（10）|满意度（10）|群众满意度|≥90%|93%|10|10
总分|||||${72 + item}|${72 + item}`);

/** One heading of 100 below one of 50, over items that make 50. */
const overOne = sheetOf(`2023年度部门整体支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
效益指标（50）|效益（50）|受益人数|≥1000人|1250人|50|50
履职指标（50）|产出（100）|培训人次|≥550人次|600人次|30|30
||合格率|≥95%|96%|20|20
总分|||||100|100`);

export default cases(groupWeight, {
  valid: [
    { name: '年度绩效目标后面的分值等于下面各项之和', sheet: labelled(80) },
    { name: '几项合用名称里的分值，合计等于上面的', sheet: shared(80, 40, 40) },
    { name: '名称里的分值合计 100，按 80% 折算', silent: true, sheet: shared(80, 60, 40) },
    { name: '下面的分值合计 100，总分是按 90% 折算的', silent: true, sheet: hundred(36, 96.4) },
    { name: '小计分值等于几项之和', sheet: subtotals(50) },
    { name: '加减分项的分值等于上级', sheet: bonus(5, 5) },
    { name: '加分和减分各有上限', sheet: bonus(5, 5, -5) },
    { name: '几项加分各不超过上限', sheet: bonus(5, 3, 4) },
    { name: '二级指标的分值是一级指标的份额', sheet: shares(50) },
    { name: '只有一个一级指标下面是份额', sheet: ofParent(28) },
    { name: '节选的表，已有各项没有超过上级分值', sheet: excerpt },
    { name: '名称里的分值等于下级之和', sheet: trainingIn('L3') },
    { name: '名称里的分值没有“分”字', sheet: bracketed(60) },
    { name: '名称里的分值在六角括号里', sheet: bracketed(60, '〔〕') },
    { name: '分值栏里的上级分值', sheet: trainingIn('L1', { budget: null, total: { weight: 90 } }) },
    { name: '各级以前的一列写明的分值等于各项之和', sheet: outer(20, 50) },
  ],
  invalid: [
    {
      name: '各级以前的一列写明的分值与各项之和不符',
      sheet: outer(25, 45),
      findings: [
        { cell: 'A3', message: 'items', expected: '25', found: '20' },
        { cell: 'A4', message: 'items', expected: '75', found: '80' },
      ],
    },
    {
      name: '只有一个一级指标下面是份额，其中一份与各项不符',
      sheet: ofParent(25),
      findings: [{ cell: 'B4', message: 'share', severity: 'error', found: '60' }],
    },
    {
      name: '上级 50 分下面只有一个 100 分的，不是份额',
      sheet: overOne,
      findings: [{ cell: 'B4', message: 'heading', severity: 'error', expected: '50', found: '100' }],
    },
    {
      name: '二级指标的分值不是一级指标的份额',
      sheet: shares(40),
      findings: [{ cell: 'B3', message: 'shares', severity: 'error', related: ['D3', 'D4'], ways: ['D3=36', 'D4=30'] }],
    },
    {
      name: '下面的分值合计 100，都是满分，看不出折算没有',
      sheet: hundred(40, 100),
      findings: [{ cell: 'A4', message: 'open', severity: 'info' }],
    },
    {
      name: '小计分值写错',
      sheet: subtotals(51),
      findings: [{ cell: 'C9', message: 'loose', expected: '50', found: '51', related: ['C6', 'C7', 'C8'] }],
    },
    {
      name: '加分项的分值超过上限',
      sheet: bonus(5, 6),
      findings: [{ cell: 'D4', message: 'bonus', severity: 'warning', found: '5', related: ['F4'] }],
    },
    {
      name: '几项加分中有一项超过上限',
      sheet: bonus(5, 3, 7),
      findings: [{ cell: 'D4', message: 'bonus', severity: 'warning', found: '5', related: ['F5'] }],
    },
    {
      name: '只有一项加分，分值不到上限',
      sheet: bonus(5, 3),
      findings: [{ cell: 'D4', message: 'bonus', severity: 'info', found: '5', related: ['F4'] }],
    },
    {
      name: '几项合用的分值与上面的不符',
      sheet: shared(80, 40, 41),
      findings: [{ cell: 'A4', message: 'items', expected: '81', found: '80', related: ['B5', 'B7'] }],
    },
    {
      name: '上面的分值印错，下面的合计相符',
      sheet: shared(85, 40, 40),
      findings: [{ cell: 'A4', message: 'items', expected: '80', found: '85', related: ['B5', 'B7'] }],
    },
    {
      name: '年度绩效目标后面的分值写错，总分值相符',
      sheet: labelled(70),
      findings: [{ cell: 'A4', message: 'items', expected: '80', found: '70', related: ['B5', 'B6'] }],
    },
    {
      name: '一级指标的分值印错',
      sheet: trainingIn('L3', { groupWeights: printed(60) }),
      findings: [
        { cell: 'A7', message: 'items', severity: 'error', expected: '50', found: '60', related: ['D7', 'D8'] },
      ],
    },
    {
      name: '名称里没有“分”字的分值印错',
      sheet: bracketed(65),
      findings: [{ cell: 'A3', message: 'items', expected: '60', found: '65', related: ['C3', 'C4'] }],
    },
    {
      name: '名称里的分值在六角括号里，与下级不符',
      sheet: bracketed(65, '〔〕'),
      findings: [{ cell: 'A3', message: 'items', expected: '60', found: '65' }],
    },
    {
      name: '二级指标的分值印错，一级相符',
      sheet: trainingIn('L1', { budget: null, total: { weight: 90 }, groupWeights: new Map([['质量指标', 28]]) }),
      findings: [{ cell: 'D6', message: 'heading', expected: '30', found: '28' }],
    },
    {
      name: '下级分值少了，总分值按上级',
      sheet: trainingIn('L3', { rows: TWO_WRONG, groupWeights: printed(50), total: { weight: 100, stated: 98 } }),
      findings: [{ cell: 'A7', message: 'items', expected: '48', found: '50' }],
    },
  ],
});
