import { targetMissed } from '../../src/checks/target-missed';
import { sheetOf } from '../fixtures/corpus/read';
import type { RowSpec } from '../fixtures/spec';
import { standards } from '../fixtures/render';
import { changed, training } from '../fixtures/training';
import { cases } from '../support/checkTester';

const why: Partial<RowSpec> = { stated: 18, evidence: '原因：设备到货晚；改进措施：提前采购。' };
const late = { target: '2023年6月底前', actual: '2023年8月' };
const narrow = { target: '200-250人次', actual: '180人次' };
const grades = { target: '优', actual: '良' };
const plain = { target: '办班≥200人次，≥4期' };
const several = { target: '理论课10期、实操课6期', actual: '理论课10期、实操课4期' };

/** An item of 40 points told in two rows below it, the second marked as given. */
const detailed = (mark: string, part: string, score = 40, whole = '68公里') =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因及改进措施
产出指标|数量指标|改造道路|≥61公里|${whole}|40|${score}|${score === 40 ? '' : '原因：征地慢。改进措施：提前征地。'}
||${mark}城区|≥32公里|${part}|||
||${mark}乡镇|≥29公里|32公里|||
效益指标|社会效益指标|知晓率|≥90%|95%|60|60|
总分|||||100|${60 + score}|`);

/** One score merged over two rows, in a form without weights; the second reached as given. */
const shared = (second: string) =>
  sheetOf(`2022年度项目绩效自评表
年度绩效目标1（100分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
|产出指标（60分）|数量指标|存储备份器|≥25台|25台|60
|||服务时长|≥360天|${second}|^
|满意度指标（40分）|读者|读者满意度|≥90%|95%|40
总分||||||100`);

/** The same without weights and reasons. */
const undetailed = sheetOf(`项目绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分
产出指标|数量指标|改造道路|≥61公里|68公里|40
||其中：城区|≥32公里|19公里|
||其中：乡镇|≥29公里|32公里|
效益指标|社会效益指标|知晓率|≥80%|85%|60
总分|||||100`);

/** Points stand at the whole block only; nobody knows how many each item is worth. */
const weightless = (reached: string, score: number) =>
  sheetOf(`2022年度项目绩效自评表
预算执行情况（万元）（20分）|||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）
|||10|10|100%|20
年度绩效目标1（80分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
|产出指标|数量指标|培训人次|≥100人|${reached}|${score}
|满意度指标|满意度|学员满意度|≥90%|95%|40
总分||||||${60 + score}`);

/** A form with room for neither scores nor reasons. */
const unscored = (reached: string) =>
  sheetOf(`项目绩效目标完成情况自评表
一级指标|二级指标|三级指标|年度指标值|全年完成值
产出指标|数量指标|培训人次|≥200人次|${reached}
产出指标|质量指标|合格率|≥95%|96%
效益指标|社会效益指标|知晓率|≥80%|85%`);

/** Reasons beside a row that was missed, but no scores or no weights. */
const reasoned = (score: '|18' | '') =>
  sheetOf(`项目绩效目标自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值${score && '|得分'}|偏差原因及改进措施
产出指标|数量指标|培训人次|≥200人次|150人次${score}|原因：场地紧张。改进措施：提前安排。
效益指标|社会效益指标|知晓率|≥80%|85%${score && '|20'}|`);

/** A row whose score was reckoned, and one whose target and actual value can't be held against each other. */
const reckoned = sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因及改进措施
产出指标|数量指标|培训人次|≥200人次|190人次|60|57|原因：场地紧张。改进措施：提前安排。
满意度指标|质量指标|培训材料|2套|210页|40|40|
总分|||||100|97|`);

/** A row without target value, whose standard says what full marks are for. */
const untargeted = sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|评分标准|分值|实际完成值|得分
产出指标|数量指标|服务群众人次|≥3万人次得满分|40|2.8万人次|40
满意度指标|社会效益指标|知晓率|达到90%得满分|60|95%|60
总分||||100||100`);

/** Scores, but neither weights nor a column for reasons. */
const unweighted = (reached: string) =>
  sheetOf(`项目绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分
产出指标|数量指标|培训人次|≥200人次|${reached}|18
效益指标|社会效益指标|知晓率|≥80%|85%|20
总分|||||38`);

/** Two penalties in one standard, which names 8人 as enough for full marks where it is told so. */
const penalised = (stated: number, enough = '') =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|评分标准|分值|实际完成值|得分|偏差原因及改进措施
产出指标|数量指标|巡查人员|≥10人|${enough}每少1人扣1分，每延迟一天扣0.5分，扣完为止|40|8人|${stated}|${stated < 40 ? '原因：招聘晚。改进措施：提前招聘。' : ''}
效益指标|社会效益指标|知晓率|≥90%|达到目标值得满分|60|95%|60|
总分|||||100||${60 + stated}|`);

/** A ceiling of each month, with what each step above it costs. */
const monthly = (actual: string) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|评分标准|分值|实际完成值|得分|偏差原因及改进措施
产出指标|数量指标|用水量|≤30吨/月|每超1吨扣1分|40|${actual}|40|
效益指标|社会效益指标|知晓率|≥90%|达到目标值得满分|60|95%|60|
总分||||||100||100`);

/** A range, which a standard says once more in words that are not read. */
const ranged = sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|评分标准|分值|实际完成值|得分|偏差原因及改进措施
产出指标|质量指标|病床使用率|80%-93%|在80%至93%之间得满分，否则不得分|40|85%|40|
效益指标|社会效益指标|知晓率|≥90%|达到目标值得满分|60|95%|60|
总分||||||100||100`);

/** A row without target and actual value, with one bound in its standard and its figure in the evidence. */
const served = (evidence: string) =>
  standards({
    rows: [
      {
        level1: '效益',
        level2: '社会效益',
        name: '服务群众人次',
        standard: '≥3万人次得满分',
        weight: 15,
        stated: 15,
        evidence,
      },
      { name: '制度健全', standard: '制度健全得85分', weight: 85, stated: 85, evidence: '制度健全。' },
    ],
  });

export default cases(targetMissed, {
  valid: [
    { name: '每月的上限，完成值像是全年的', sheet: monthly('300吨'), silent: true },
    { name: '没有分值，目标都达到了', sheet: weightless('120人', 40) },
    { name: '没有分值，没有达到的在所在部分核对', sheet: weightless('90人', 36) },
    { name: '没有分值，没有达到，写了原因', sheet: reasoned('|18') },
    { name: '没有得分，没有达到，写了原因', sheet: reasoned(''), silent: true },
    { name: '没有得分，完成值还不知道', sheet: unscored('正在统计') },
    { name: '按比例算出得分的、不能比较的，不算核对过', sheet: reckoned, silent: true },
    {
      name: '分值是 0 的一项，得 0 分不是满分',
      sheet: training(
        null,
        {},
        {
          rows: changed(
            new Map<number, Partial<RowSpec>>([
              [0, { ...late, weight: 0, stated: 0 }],
              [1, { weight: 50, stated: 50 }],
            ]),
          ),
        },
      ),
    },
    { name: '没有分值和原因栏，目标都达到了', sheet: unweighted('200人次') },
    { name: '没有得分和原因栏，目标都达到了', sheet: unscored('210人次') },
    { name: '按期完成', sheet: training(0, { ...late, actual: '2023年6月20日' }) },
    { name: '晚了，也扣了分', sheet: training(0, { ...late, ...why }) },
    { name: '在目标范围之内', sheet: training(0, { ...narrow, actual: '230人次' }) },
    { name: '在目标范围之内，评分标准没有读懂', sheet: ranged, silent: true },
    { name: '评价高于目标等次', sheet: training(0, { target: '良好', actual: '优秀' }) },
    { name: '几个数都达到了', sheet: training(0, { ...several, actual: '理论课12期、实操课6期' }) },
    { name: '下降得比目标多', sheet: training(0, { target: '下降5%', actual: '较上年下降8%' }) },
    { name: '几个数各有单位，都达到了', sheet: training(0, { ...plain, actual: '办班210人次，4期' }) },
    { name: '其中各行都达到了', sheet: detailed('其中：', '36公里') },
    { name: '几行合一个得分，都达到了', sheet: shared('365天') },
    { name: '其中一行不能比较', sheet: detailed('其中：', '19个') },
    { name: '其中一行没有达到，也扣了分', sheet: detailed('其中：', '19公里', 33.44, '51公里') },
    { name: '用话说明达到了', sheet: training(0, { target: '及时', actual: '已及时足额发放' }) },
    { name: '打了折扣，也扣了分', sheet: training(0, { target: '及时', actual: '基本及时', ...why }) },
    { name: '写明是上限，没有超过', sheet: training(0, { name: '培训工期', target: '≤180天', actual: '175天' }) },
    { name: '没有写明上限，也没有超过', sheet: training(0, { name: '培训工期', target: '180天', actual: '180天' }) },
    { name: '时间长的好', sheet: training(0, { name: '窗口服务天数', target: '240天', actual: '250天' }) },
    { name: '多的好', sheet: training(0, { name: '培训人次', target: '180人次', actual: '200人次' }) },
    { name: '两种扣分都可能扣了', sheet: penalised(37) },
    { name: '几个数对不上号', sheet: training(0, { ...several, actual: '共办班14期，其中实操课4期' }) },
  ],
  invalid: [
    {
      name: '每月的上限，完成值像是一个月的',
      sheet: monthly('35吨'),
      findings: [{ cell: 'H3', message: 'hedged', severity: 'info', found: '40' }],
    },
    {
      name: '没有分值和原因栏，没有达到目标',
      sheet: unweighted('150人次'),
      findings: [{ cell: 'E3', message: 'weightless', severity: 'info', related: ['D3'] }],
    },
    {
      name: '依据里的数没有达到评分标准得满分的界线',
      sheet: served('全年服务群众2.8万人次。'),
      findings: [{ cell: 'F5', message: 'standard', severity: 'warning', found: '15' }],
    },
    {
      name: '没有指标值，完成值没有达到评分标准得满分的界线',
      sheet: untargeted,
      findings: [{ cell: 'G3', message: 'standard', severity: 'warning', found: '40', related: ['F3'] }],
    },
    {
      name: '评分标准写了几种扣分，没有达到却记满分',
      sheet: penalised(40),
      findings: [{ cell: 'H3', message: 'full', severity: 'warning', related: ['G3', 'D3'] }],
    },
    {
      name: '评分标准另有得满分的界线',
      sheet: penalised(40, '8人及以上得满分，'),
      findings: [{ cell: 'H3', message: 'full', severity: 'info' }],
    },
    {
      name: '晚于目标时间',
      sheet: training(0, late),
      findings: [{ cell: 'G7', message: 'full', severity: 'warning', found: '20', related: ['E7', 'D7'] }],
    },
    {
      name: '没有得分和原因栏，没有达到目标',
      sheet: unscored('187人次'),
      findings: [{ cell: 'E3', message: 'unscored', severity: 'info', found: '187人次', related: ['D3'] }],
    },
    { name: '低于目标范围', sheet: training(0, narrow), findings: [{ cell: 'G7', message: 'full' }] },
    { name: '评价低于目标等次', sheet: training(0, grades), findings: [{ cell: 'G7', message: 'full' }] },
    { name: '几个数里有一个没有达到', sheet: training(0, several), findings: [{ cell: 'G7', message: 'full' }] },
    {
      name: '目标是下降，实际上升',
      sheet: training(0, { target: '下降5%', actual: '上升8%' }),
      findings: [{ cell: 'G7', message: 'full', severity: 'warning' }],
    },
    {
      name: '目标是提升，实际下降',
      sheet: training(0, { target: '明显提升', actual: '有所下降' }),
      findings: [{ cell: 'G7', message: 'full', severity: 'warning' }],
    },
    {
      name: '完成情况与目标相反',
      sheet: training(0, { target: '及时', actual: '不及时' }),
      findings: [{ cell: 'G7', message: 'full', severity: 'warning' }],
    },
    {
      name: '水质低于目标类别',
      sheet: training(0, { target: '达到Ⅲ类', actual: 'Ⅳ类' }),
      findings: [{ cell: 'G7', message: 'full', severity: 'warning' }],
    },
    {
      name: '差一点，四舍五入才是满分',
      sheet: training(0, { target: '≥2500人次', actual: '2499人次' }),
      findings: [{ cell: 'G7', message: 'nearly', severity: 'info', found: '20', related: ['E7', 'D7'] }],
    },
    {
      name: '差一点的一项提问，差得多的一项在得分里核对',
      sheet: training(
        null,
        {},
        {
          rows: changed(
            new Map<number, Partial<RowSpec>>([
              [0, { target: '≥2500人次', actual: '2499人次' }],
              [1, { actual: '90%' }],
            ]),
          ),
        },
      ),
      findings: [{ cell: 'G7', message: 'nearly', severity: 'info' }],
    },
    ...[
      { actual: '2023年8月（经批准延期）' },
      { evidence: '因疫情影响，主管部门批复同意延期至8月底。' },
      { evidence: '延期申请已获批复。' },
    ].map((row) => ({
      name: `写明经批准延期，只问：${row.actual ?? row.evidence}`,
      sheet: training(0, { ...late, ...row }),
      findings: [{ cell: 'G7', message: 'full', severity: 'info' as const }],
    })),
    ...['未经批准延期。', '因施工延期。'].map((evidence) => ({
      name: `延期没有批准：${evidence}`,
      sheet: training(0, { ...late, evidence }),
      findings: [{ cell: 'G7', message: 'full', severity: 'warning' as const }],
    })),
    {
      name: '工期没有写明是不是上限',
      sheet: training(0, { name: '培训工期', target: '180天', actual: '200天' }),
      findings: [{ cell: 'G7', message: 'limit', severity: 'info', found: '20', related: ['E7', 'D7'] }],
    },
    ...[
      { name: '设备返修率', target: '5%', actual: '4%' },
      { name: '溢油', target: '3起', actual: '2起' },
    ].map((row) => ({
      name: `没有写明是不是上限，完成值小：${row.name}`,
      sheet: training(0, row),
      findings: [{ cell: 'G7', message: 'limit', severity: 'info' as const, found: '20', related: ['E7', 'D7'] }],
    })),
    {
      name: '完成值里有没读懂的字，数比目标小',
      sheet: training(0, { target: '开展活动12场', actual: '完成首批课程10场' }),
      findings: [{ cell: 'G7', message: 'hedged', severity: 'info', found: '20', related: ['E7', 'D7'] }],
    },
    {
      name: '完成情况打了折扣却记满分',
      sheet: training(0, { target: '显著提升', actual: '有所提升' }),
      findings: [{ cell: 'G7', message: 'hedged', severity: 'info', found: '20', related: ['E7', 'D7'] }],
    },
    {
      name: '几个数各有单位，其中一个没有达到',
      sheet: training(0, { ...plain, actual: '办班210人次，3期' }),
      findings: [{ cell: 'G7', message: 'full', severity: 'warning' }],
    },
    {
      name: '其中一行没有达到却记满分',
      sheet: detailed('其中：', '19公里'),
      findings: [{ cell: 'E4', message: 'part', severity: 'info', found: '19公里', related: ['D4', 'G3'] }],
    },
    {
      name: '几行合一个得分，下面一行没有达到',
      sheet: shared('252天'),
      findings: [{ cell: 'F4', message: 'part', severity: 'info', found: '252天', related: ['E4', 'G3'] }],
    },
    {
      name: '其中一行没有达到，没有分值，不知是不是满分',
      sheet: undetailed,
      findings: [{ cell: 'E4', message: 'part', severity: 'info', related: ['D4', 'F3'] }],
    },
    {
      name: '“其中”后面没有冒号',
      sheet: detailed('其中', '19公里'),
      findings: [{ cell: 'E4', message: 'part', severity: 'info' }],
    },
    {
      name: '★ 一行没有达到却记满分',
      sheet: detailed('★', '19公里'),
      findings: [{ cell: 'E4', message: 'part', severity: 'info' }],
    },
  ],
});
