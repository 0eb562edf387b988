import { sheetOf } from '../fixtures/corpus/read';
import { scoreRange } from '../../src/checks/score-range';
import { sheet } from '../support/sheet';
import { cases } from '../support/checkTester';
import { TRAINING, funded, training, trainingIn } from '../fixtures/training';

const bonus = (stated: number) =>
  trainingIn('L1', {
    budget: null,
    rows: [
      ...TRAINING,
      {
        level1: '加减分项',
        level2: '工作表现加减分',
        name: '工作受表彰或批评',
        weight: 10,
        stated,
        bonus: true,
        evidence: '受到批评。',
      },
    ],
    total: { weight: 100, stated: 90 + stated },
  });

/** An item of 10 points whose standard allows two more. */
const rewarded = (stated: number) =>
  sheet([
    ['部门整体支出绩效自评表'],
    ['（2023年度）'],
    ['单位名称', '某县档案馆'],
    ['一级指标', '二级指标', '三级指标', '评分标准', '分值', '得分', '扣分原因'],
    ['产出指标', '质量指标', '获奖情况', '基础分10分；每获一个奖加1分，最多加2分', 10, stated, ''],
    ['效益指标', '社会效益指标', '制度健全', '制度健全得90分', 90, 90, ''],
    ['总分', '', '', '', 100, 90 + stated, ''],
  ]);

/** A row with a target whose standard lets up to two points be added to its 20. */
const targeted = (stated: number, standard = '达到目标得满分；每多一场加1分，最多加2分') =>
  sheet([
    ['部门整体支出绩效自评表'],
    ['（2023年度）'],
    ['单位名称', '某县档案馆'],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分', '评分标准'],
    ['产出指标', '数量指标', '举办展览', '≥10场', '12场', 20, stated, standard],
    ['效益指标', '社会效益指标', '参观人次', '≥8000人次', '8600人次', 80, 80, '达到目标得满分'],
    ['总分', '', '', '', '', 100, 80 + stated, ''],
  ]);

/** Marks out of a hundred beside weights, or points of which one is too high. */
const marked = (marks: readonly [number, number, number], total: number) =>
  sheet([
    ['项目支出绩效自评表'],
    ['（2023年度）'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '权重', '得分', '偏差原因'],
    ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 50, marks[0], ''],
    ['产出指标', '质量指标', '合格率', '≥95%', '96%', 30, marks[1], ''],
    ['效益指标', '社会效益指标', '知晓率', '≥90%', '82.8%', 20, marks[2], '宣传不够，加强宣传。'],
    ['总分', null, null, null, null, 100, total],
  ]);

/** Two items that only a person can score, with what the form states as their sum, if it does. */
const judged = (first: number | string, total: number | null, weight: number | string = 20) =>
  sheet([
    ['部门整体支出绩效自评表'],
    ['（2023年度）'],
    ['单位名称', '某县档案馆'],
    ['一级指标', '二级指标', '三级指标', '分值', '得分', '扣分原因'],
    ['产出指标', '质量指标', '整理质量', weight, first, ''],
    ['效益指标', '社会效益指标', '制度健全', 80, 80, ''],
    ...(total === null ? [] : [['总分', '', '', typeof weight === 'number' ? 100 : 80, total, '']]),
  ]);

/** Two items, each with its weight and its score. */
const two = ([one, first]: readonly [number, number], [other, second]: readonly [number, number], total: number) =>
  sheetOf(`项目支出绩效自评表
一级指标|三级指标|年度指标值|分值|得分
产出指标|培训人次|≥200人次|${one}|${first}
效益指标|知晓率|≥90%|${other}|${second}
总分|||100|${total}`);

export default cases(scoreRange, {
  valid: [
    { name: '评分标准写明可以加分', sheet: rewarded(12) },
    { name: '目标之外按标准加分', sheet: targeted(22) },
    { name: '目标之外加分，没有写最多几分', sheet: targeted(23, '达到目标得满分；每多一场加1分') },
    { name: '目标之外加分，几场加一分写错了', sheet: targeted(23, '达到目标得满分；每多.场加1分') },
    { name: '得分等于分值', sheet: training() },
    {
      name: '得分为零',
      sheet: training(0, { actual: '0人次', stated: 0, evidence: '原因：场地停用；改进措施：另选场地。' }),
    },
    { name: '一格里两项的得分，合计就是分值', sheet: judged('12\n8', 100) },
    { name: '减分项为负', sheet: bonus(-2.5) },
    { name: '没有分值栏', silent: true, sheet: trainingIn('L7', { budget: null }) },
    { name: '没有分值和得分栏', silent: true, sheet: trainingIn('L10', { budget: null }) },
    { name: '只作判断、不计分的一项', sheet: judged('符合', 80, '—') },
  ],
  invalid: [
    {
      name: '目标之外加分，几场加几分都写错了',
      sheet: targeted(23, '达到目标得满分；每多1..场加1..分'),
      findings: [{ cell: 'G5', message: 'above', found: '23' }],
    },
    ...(['210人次', '200人次'] as const).map((actual) => ({
      name: `按所写的每一步加不了这么多：完成${actual}`,
      sheet: training(0, { actual, stated: 23, standard: '达到200人次得满分，每少5人次扣1分，每多5人次加1分' }),
      findings: [{ cell: 'G7', message: 'above', severity: 'error' as const }],
    })),
    {
      name: '超过分值，改成 18 总分就对',
      sheet: judged(81, 98),
      findings: [{ cell: 'E5', message: 'above', found: '81', fix: null, ways: ['E5=20', 'E5=20', 'E5=18'] }],
    },
    {
      name: '超过分值，改成什么总分也不对',
      sheet: judged(21, 102),
      findings: [{ cell: 'E5', message: 'above', found: '21', ways: ['E5=20', 'E5=20'] }],
      others: ['total-sum'],
    },
    {
      name: '超过分值，总分比另一项还低',
      sheet: judged(21, 78),
      findings: [{ cell: 'E5', message: 'above', found: '21', ways: ['E5=20', 'E5=20'] }],
      others: ['total-sum'],
    },
    {
      name: '目标之外加分，最高分已经写明',
      sheet: targeted(21, '达到目标得满分；每多一场加1分，最高不超过20分'),
      findings: [{ cell: 'G5', message: 'above', found: '21', ways: ['G5=20', 'G5=20'] }],
    },
    {
      name: '一格里有自评和复核两个得分',
      sheet: judged('20\n18', 100),
      findings: [{ cell: 'E5', message: 'several', severity: 'info', found: '20\n18', ways: ['E5=20'] }],
    },
    {
      name: '一格里有两个得分，合计也不是分值',
      sheet: judged('10\n8', 98),
      findings: [{ cell: 'E5', message: 'several', severity: 'info', found: '10\n8', ways: ['E5=18'] }],
    },
    {
      name: '一格里有自评和复核两个得分，隔着空格写的',
      sheet: judged('自评20 复核18', 98),
      findings: [{ cell: 'E5', message: 'several', severity: 'info', found: '自评20 复核18', ways: ['E5=18'] }],
    },
    {
      name: '超过分值，没有总分',
      sheet: judged(21, null),
      findings: [{ cell: 'E5', message: 'above', found: '21', ways: ['E5=20', 'E5=20'] }],
    },
    {
      name: '一项超过分值，另一项的得分与完成值不符',
      sheet: training(
        3,
        { stated: 12 },
        {
          rows: [
            ...TRAINING.slice(0, 2),
            { ...TRAINING[2], name: '学员就业率', stated: 25 },
            { ...TRAINING[3], name: '学员满意度', stated: 12 },
          ],
          total: { stated: 97 },
        },
      ),
      findings: [{ cell: 'G10', message: 'above', found: '12' }],
      others: ['score-by-rule'],
    },
    {
      name: '执行率得分为负数',
      sheet: funded({ stated: -1 }, [], { total: { stated: 89 } }),
      findings: [{ cell: 'H5', message: 'negative', found: '-1' }],
    },
    {
      name: '只能由人判断的一项写成文字',
      sheet: judged('良好', 80),
      findings: [{ cell: 'E5', message: 'text', found: '良好' }],
    },
    {
      name: '得分都高于分值，像是百分制，折算后等于总分',
      sheet: marked([100, 100, 92], 98.4),
      findings: [{ cell: 'G4', message: 'marks', severity: 'info', related: ['G5', 'G6'] }],
    },
    {
      name: '得分都高于分值，像是百分制，折算后加上预算执行率的得分等于总分',
      sheet: sheetOf(`项目支出绩效自评表
资金（万元）|预算数|执行数|执行率|分值|得分
年度资金总额|100|98|98%|10|9.8
一级指标|二级指标|三级指标|年度指标值|实际完成值|权重|得分
产出指标|数量指标|培训人次|≥200人次|210人次|50|100
^|质量指标|合格率|≥95%|96%|20|100
效益指标|社会效益指标|知晓率|≥90%|82.8%|20|92
总分|||||100|98.2`),
      findings: [{ cell: 'G5', message: 'marks', severity: 'info', related: ['G6', 'G7'] }],
    },
    {
      name: '得分都高于分值，像是百分制，总分不等于折算后的合计',
      sheet: marked([100, 100, 92], 95),
      findings: [{ cell: 'G4', message: 'marks-off', severity: 'error', related: ['G5', 'G6'] }],
    },
    {
      name: '得分都高于分值，像是百分制，总分是各项的平均',
      sheet: marked([100, 100, 70], 90),
      findings: [{ cell: 'G4', message: 'marks', severity: 'info', related: ['G5', 'G6'] }],
    },
    {
      name: '得分都高于分值，像是百分制，总分是取整的',
      sheet: marked([100, 100, 92], 98),
      findings: [{ cell: 'G4', message: 'marks', severity: 'info', related: ['G5', 'G6'] }],
    },
    {
      name: '得分都高于分值，像是百分制，总分里可能有没有列出的执行率得分',
      sheet: two([50, 100], [40, 95], 98),
      findings: [{ cell: 'E3', message: 'marks', severity: 'info', related: ['E4'] }],
    },
    {
      name: '只有两项，总分不等于折算后的合计，只说一处',
      sheet: two([60, 100], [40, 95], 95),
      findings: [{ cell: 'E3', message: 'marks-off', severity: 'error', related: ['E4'] }],
    },
    {
      name: '只有两项，各超过分值一点，不是百分制',
      sheet: two([10, 12], [90, 95], 100),
      findings: [
        { cell: 'E3', message: 'above', severity: 'error' },
        { cell: 'E4', message: 'above', severity: 'error' },
      ],
    },
    {
      name: '只有一项高于分值',
      sheet: marked([50, 35, 18.4], 98.4),
      findings: [{ cell: 'G5', message: 'above', severity: 'error', found: '35' }],
    },
    {
      name: '评分标准写明最多加2分，得分多出3分',
      sheet: rewarded(13),
      findings: [{ cell: 'F5', message: 'above-bonus', found: '13', fix: null }],
    },
    {
      name: '可以加分的超过上限，目标算得出满分也不知道该加几分',
      sheet: targeted(24),
      findings: [{ cell: 'G5', message: 'above-bonus', found: '24', fix: null }],
    },
    {
      name: '得分超过分值',
      sheet: training(3, { stated: 12 }, { total: { stated: 100 } }),
      findings: [{ cell: 'G10', message: 'above', severity: 'error', expected: '10', found: '12', fix: 10 }],
    },
    {
      name: '执行率得分超过分值',
      sheet: funded({ stated: 11 }, [], { total: { stated: 100 } }),
      findings: [{ cell: 'H5', message: 'above', expected: '10', found: '11' }],
    },
    {
      name: '负分',
      sheet: training(
        3,
        { actual: '45%', stated: -5, evidence: '原因：宣传不够；改进措施：加强宣传。' },
        { total: { stated: 95 } },
      ),
      findings: [{ cell: 'G10', message: 'negative', found: '-5', fix: 5 }],
    },
    {
      name: '扣分超过上限',
      sheet: bonus(-12),
      findings: [{ cell: 'I9', message: 'penalty', found: '-12' }],
    },
    {
      name: '得分写成文字',
      sheet: training(3, { stated: '良好' }, { total: { stated: 100 } }),
      findings: [{ cell: 'G10', message: 'text', found: '良好' }],
    },
  ],
});
