import { totalWeight } from '../../src/checks/total-weight';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { changed, funded, TRAINING, training, trainingIn } from '../fixtures/training';
import { department, FULL_EXECUTION, project } from '../fixtures/render';

/** A form whose execution of the budget weighs and scores so much, over items of these weights and scores. */
const executed = (execution: string, items: readonly string[], total: string) =>
  sheetOf(`项目支出绩效自评表
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|287|287|${execution}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|${items[0] ?? ''}|
产出指标|成本指标|计划完成率|90%|60%|${items[1] ?? ''}|部分项目延续至下年，加快进度
满意度指标|满意度指标|满意度|≥90%|92%|${items[2] ?? ''}|
总分|||||${total}|`);

/** Items of 90 beside a budget whose points no cell weighs; `total` is what the form prints in the end. */
const besidePoints = (total: string) =>
  sheetOf(`项目支出绩效自评表
年度资金（万元）|预算数|执行数|执行率|得分
^|100|98|98%|9.8
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|满意度|学员满意度|≥90%|95%|30|30
总分|||||${total}`);

/** Items with a bonus of 5 at most, which the whole leaves out. */
const rewarded = (first: number, whole: number, total: number) =>
  department({
    rows: [
      ...changed(new Map([[0, { weight: first, stated: first }]])),
      { level1: '加减分项', level2: '加减分项', name: '工作受表彰', weight: 5, stated: 2, bonus: true },
    ],
    budget: null,
    total: { weight: whole, stated: total },
  });

/** Items of 100 or more, with a bonus whose cell of weight says how much it may add. */
const saidBonus = (first: string) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|${first}
满意度指标|满意度指标|满意度|≥90%|92%|50|50
加分项||获得省级表彰|获得|未获得|最多加5分|0
总分|||||100|100`);

const EXTRA = changed(new Map([[0, { weight: 30, stated: 30 }]]));

/** Two items of each kind share the points of its label; the budget's own stand in its heading. */
const labelled = (block: string, output: number, effect: number, total = '总分||||||98') =>
  sheetOf(`2022年度项目绩效自评表
预算执行情况（万元）（20分）|||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）
|||10|10|100%|20
${block}|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
|产出指标（${output}分）|数量指标|培训人次|≥100人|120人|20
|^|质量指标|考核合格率|≥90%|95%|20
|效益指标（${effect}分）|社会效益指标|学员就业率|≥90%|92%|20
|^|满意度|学员满意度|≥90%|95%|18
${total}`);

/** Blocks of goals have points, what stands in them has none. */
const blocks = (first: number) =>
  sheetOf(`2022年度项目绩效自评表
预算执行情况（万元）（20分）|||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）
|||10|10|100%|20
年度绩效目标1（${first}分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
|产出指标|数量指标|培训人次|≥100人|120人|20
|^|质量指标|考核合格率|≥90%|95%|20
年度绩效目标2（40分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
|产出指标|数量指标|培训班|≥10期|10期|40
总分||||||100`);

export default cases(totalWeight, {
  valid: [
    { name: '加分项的分值写成最多加几分', sheet: saidBonus('50|50') },
    { name: '加分项的分值不在合计之内', sheet: rewarded(30, 100, 102) },
    { name: '总分值只有指标的分，总分因加分比它高', sheet: rewarded(20, 90, 92) },
    { name: '总分值和总分都不算预算执行率', sheet: besidePoints('90|90') },
    { name: '预算执行率没有写分值，总分值比各项多的正是它', sheet: besidePoints('100|99.8') },
    { name: '预算执行率没有写分值，总分值比各项多的不是它', silent: true, sheet: besidePoints('95|99.8') },
    { name: '合计 100', sheet: training() },
    { name: '没有总分行也合计 100', sheet: training(null, {}, { total: null }) },
    { name: '分值写在名称里', sheet: trainingIn('L3') },
    { name: '合计只计指标，不含执行率', sheet: training(null, {}, { total: { weight: 90, stated: 90 } }) },
    { name: '几项合用名称里的分值', sheet: labelled('年度绩效目标1（80分）', 40, 40) },
    { name: '名称里的分值合计 100，再按 80% 折算', sheet: labelled('年度绩效目标1（80分）', 60, 40) },
    {
      name: '名称里的分值合计 100，总分按 80% 折算，名称里没有写',
      silent: true,
      sheet: labelled('年度绩效目标', 60, 40, '总分||||||82.4'),
    },
    { name: '名称里的分值不足，表没有总分行', silent: true, sheet: labelled('年度绩效目标', 40, 38, '') },
    { name: '只有各个目标有分值', sheet: blocks(40) },
    { name: '没有分值栏', silent: true, sheet: trainingIn('L7', { budget: null }) },
    {
      name: '每项都按 100 分打分，取平均',
      silent: true,
      sheet: sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|100|100
效益指标|社会效益指标|知晓率|≥90%|92%|100|100
平均分|||||100|100`),
    },
  ],
  invalid: [
    {
      name: '加分项的分值写成最多加几分，各项仍应合计为 100',
      sheet: saidBonus('52|50'),
      findings: [{ cell: 'F3', message: 'misprint', severity: 'error', expected: '50', found: '52' }],
    },
    {
      name: '一项分值少 5 分，总分值随着少了 5 分',
      sheet: training(0, { weight: 15, stated: 15 }, { total: { weight: 95, stated: 95 } }),
      findings: [{ cell: 'F11', message: 'whole', severity: 'info', found: '95' }],
    },
    {
      name: '几项合用的分值已有 100 分，另有执行率 20 分',
      sheet: labelled('年度绩效目标', 60, 40),
      findings: [{ cell: 'A2', message: 'budget-extra', expected: '100', found: '120', related: ['A2', 'G9'] }],
    },
    {
      name: '几项合用的分值印错',
      sheet: labelled('年度绩效目标', 40, 41),
      findings: [{ cell: 'A2', message: 'differs', expected: '100', found: '101', related: ['A2', 'B5', 'B7'] }],
    },
    {
      name: '一个目标的分值印错',
      sheet: blocks(45),
      findings: [{ cell: 'A2', message: 'differs', expected: '100', found: '105', related: ['A2', 'A4', 'A7'] }],
    },
    {
      name: '满分的一项分值印错，小计说明是哪一部分',
      sheet: sheetOf(`部门整体支出绩效自评评分表
评价项目|评价内容|标准分|自评分|扣分原因
预算管理|预算编制|30|30|
<|执行管理|20|19|年中追加，支付较晚，已加快。
小计||50|49|
履职产出|重点任务|20|20|
<|物资储备|11|10|
履职效果|服务满意度|20|20|
小计||50|50|
合计||100|99|`),
      findings: [{ cell: 'C7', message: 'misprint', severity: 'error', expected: '10', found: '11', fix: 10 }],
    },
    {
      name: '满分的一项分值印错',
      sheet: training(2, { weight: 32, stated: 30 }, { total: { weight: 100, stated: 100 } }),
      findings: [{ cell: 'F9', message: 'misprint', severity: 'error', expected: '30', found: '32', fix: 30 }],
    },
    {
      name: '未完成的一项分值印错，得分按对的算',
      sheet: training(
        2,
        { weight: 32, stated: 28.5, actual: '76%', evidence: '原因：岗位减少；改进措施：拓展岗位。' },
        { total: { weight: 100, stated: 98.5 } },
      ),
      findings: [{ cell: 'F9', message: 'misprint', severity: 'error', expected: '30', found: '32', fix: 30 }],
    },
    {
      name: '一项分值多 10 分，正好等于执行率的分值',
      sheet: training(0, { weight: 30, stated: 20 }, { total: { weight: 100, stated: 100 } }),
      findings: [{ cell: 'F7', message: 'misprint', severity: 'error', expected: '20', found: '30', fix: 20 }],
    },
    {
      name: '总分值印错',
      sheet: training(null, {}, { total: { weight: 99 } }),
      findings: [{ cell: 'F11', message: 'printed', expected: '100', found: '99' }],
    },
    {
      name: '总分值漏了执行率的 10 分',
      sheet: training(null, {}, { total: { weight: 90 } }),
      findings: [{ cell: 'F11', message: 'printed', expected: '100', found: '90' }],
    },
    {
      name: '几项分值加起来不对',
      sheet: project({
        rows: changed(
          new Map([
            [0, { weight: 21, stated: 21 }],
            [1, { weight: 32, stated: 32 }],
          ]),
        ),
        total: { weight: 100, stated: 103 },
      }),
      findings: [{ cell: 'F11', message: 'differs', expected: '100', found: '103' }],
    },
    {
      name: '一项分值多 5 分，总分值随着多了 5 分',
      sheet: training(0, { weight: 25, stated: 25 }, { total: { weight: 105, stated: 105 } }),
      findings: [{ cell: 'F11', message: 'whole', severity: 'info', found: '105' }],
    },
    {
      name: '指标已有 100 分，总分值加了执行率 10 分',
      sheet: project({ rows: EXTRA, total: { weight: 110, stated: 110 } }),
      findings: [{ cell: 'F11', message: 'whole', severity: 'info', found: '110' }],
    },
    {
      name: '总分值只有指标的分，总分却算进了预算执行率：提问',
      sheet: besidePoints('90|99.8'),
      findings: [{ cell: 'F7', message: 'exceeded', severity: 'info', found: '90' }],
    },
    {
      name: '指标已有 100 分，另有执行率 10 分',
      sheet: project({ rows: EXTRA, total: { weight: 100, stated: 100 } }),
      findings: [
        {
          cell: 'F11',
          message: 'budget-extra',
          ...{ expected: '100', found: '110', related: ['F5', 'G11'], ways: ['F5=0 H5=0'] },
        },
      ],
    },
    {
      name: '指标已有 100 分，另有执行率 10 分，执行率得分也不对',
      sheet: funded({ stated: 8 }, [], { rows: EXTRA, total: { weight: 100, stated: 100 } }),
      findings: [{ cell: 'F11', message: 'budget-extra', ways: [] }],
      others: ['execution-score'],
    },
    {
      name: '没有总分行，只有一项，看不出是分值印错',
      sheet: project({
        rows: changed(new Map([[0, { weight: 90, stated: 90 }]])).slice(0, 1),
        total: null,
        budget: null,
      }),
      findings: [{ cell: 'F4', message: 'short', severity: 'info', found: '90' }],
    },
    {
      name: '资金表的分值写成 100，得分按 10 分算',
      sheet: executed('287|100|100%|10', ['50|50', '30|20', '10|10'], '100|90'),
      findings: [{ cell: 'F3', message: 'misprint', expected: '10', found: '100', fix: 10 }],
    },
    {
      name: '总分的分值和得分都只计指标：没有一项的分值印错',
      sheet: executed('171|10|59.58%|6', ['50|50', '20|10', '30|30'], '100|90'),
      findings: [{ cell: 'F8', message: 'budget-extra', expected: '100', found: '110', related: ['F3', 'G8'] }],
    },
    {
      name: '一项没有填分值',
      sheet: training(2, { weight: null }, { total: { weight: 100, stated: 100 } }),
      findings: [{ cell: 'F11', message: 'blank', expected: '100', found: '70' }],
    },
    {
      name: '没有总分行，缺行',
      sheet: project({ rows: TRAINING.slice(0, 3), total: null }),
      findings: [{ cell: 'F6', message: 'short', severity: 'info', expected: '100', found: '90' }],
    },
    {
      name: '没有总分行，差额小于任何一项',
      sheet: project({
        rows: changed(new Map([[2, { weight: 28, stated: 28 }]])),
        total: null,
        budget: FULL_EXECUTION,
      }),
      findings: [{ cell: 'F6', message: 'short', severity: 'warning', found: '98' }],
    },
  ],
});
