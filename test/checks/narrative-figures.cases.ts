import { narrativeFigures } from '../../src/checks/narrative-figures';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';

const ROWS = [
  ['培训人次', '≥200人次', '210人次'],
  ['考核合格率', '≥95%', '96%'],
] as const;

/** Two rows whose names have little of the texts. */
const AIDED = [
  ['补助人数', '≥240人', '253人'],
  ['宿舍修缮面积', '24000平方米', '24000平方米'],
] as const;
const aided = (goal: string, done: string) =>
  narrated(`为${goal}名村医发放养老补助，修缮学生宿舍2.4万平方米。`, `为${done}名村医发放养老补助。`, AIDED);
const RATES = [
  ['修缮工程验收合格率', '≥95%', '100%'],
  ['设备验收合格率', '≥95%', '98%'],
] as const;

/** What was done, told in the form of an organisation. */
const toldBy = (organisation: string, completion: string) =>
  sheetOf(`项目支出绩效自评表
实施单位|${organisation}
年度总体目标|预期目标|<|<|实际完成情况
|养护农村公路。|<|<|${completion}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|公路养护里程|≥15公里|15.6公里|100|100
总分|||||100|100`);

/** A form whose reasons stand below its table. */
const below = (reasons: string) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人数|≥200人|180人|40|36
产出指标|质量指标|考核合格率|≥95%|96%|60|60
总分|||||100|96
偏差大或目标未完成原因分析|${reasons}`);

/** The same for the year 2023. */
const yearly = (goals: string, completion: string) =>
  sheetOf(`项目支出绩效自评表
（2023年度）
年度总体目标|预期目标|<|<|实际完成情况
|${goals}|<|<|${completion}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|50|50
产出指标|质量指标|考核合格率|≥95%|96%|50|50
总分|||||100|100`);

export default cases(narrativeFigures, {
  valid: [
    {
      name: '县里的表写全省的数',
      silent: true,
      sheet: toldBy('某县公路局', '全省农村公路养护里程1.2万公里。'),
    },
    {
      name: '没有写单位的表写全国的数',
      silent: true,
      sheet: toldBy('', '全国公路养护里程520万公里。'),
    },
    { name: '市里的表写全市的数', sheet: toldBy('某市公路局', '全市公路养护里程15.6公里。') },
    { name: '表下的原因里的数与这一行相同', sheet: below('培训人数目标值200人，实际完成180人，因疫情取消2期。') },
    { name: '表下的原因里的数说的是别的', silent: true, sheet: below('培训人数减少20人，第二期培训人数为60人。') },
    {
      name: '表下的原因里的数说的是往年或下一年',
      silent: true,
      sheet: below('2022年培训人数实际完成250人；拟将培训人数目标值调整为150人；下一年考核合格率目标值98%。'),
    },
    {
      name: '几类共多少台',
      silent: true,
      sheet: narrated('购置装备4类86台。', '购置装备4类86台。', [['购置装备数量', '86台', '86台']]),
    },
    { name: '表下的原因里先写数、后写是目标', sheet: below('培训人数200人的目标偏高，实际完成180人。') },
    {
      name: '表下的原因另起一句，没有写是哪一项',
      silent: true,
      sheet: below('培训人数不足。实际完成60人的是线上培训。'),
    },
    { name: '目标的数就是指标值，完成情况说的是同一件事，名称不同', sheet: aided('240', '253') },
    {
      name: '目标的数与指标值相同，说的是另一件事',
      sheet: narrated('走访企业240人。', '走访企业260人。', AIDED),
    },
    {
      name: '名称说法不同，单位只有一项用、文中只写一个',
      sheet: narrated('养护农村公路15公里。', '养护农村公路15.6公里，参训学员210人次。', [
        ['道路养护里程', '≥15公里', '15.6公里'],
        ...ROWS,
      ]),
    },
    {
      name: '完成率不是合格率',
      sheet: narrated('', '养护农村公路15.6公里，完成率104%。', [['道路养护里程', '≥15公里', '15.6公里'], ...ROWS]),
    },
    {
      name: '完成情况一格开头又写了一遍标题',
      sheet: narrated('培训200人次。', '完成情况：1.培训210人次；2.合格率96%。', ROWS),
    },
    {
      name: '增加、减少的数',
      silent: true,
      sheet: narrated('', '培训人次增加20人次，考核合格率减少2个百分点。', ROWS),
    },
    {
      name: '人做的是另一件事',
      silent: true,
      sheet: narrated('', '达成就业意向560人。', [['新增就业人数', '280人', '285人']]),
    },
    {
      name: '先写计划、要求，再写实际',
      sheet: narrated('', '年度计划培训人次220人次，考核合格率要求98%，实际为96%。', ROWS),
      silent: true,
    },
    {
      name: '完成情况只写到多少以上、约多少',
      sheet: narrated('', '培训人次200人次以上，考核合格率近97%。', ROWS),
    },
    { name: '名称完全相同的一项先算', sheet: narrated('', '设备验收合格率98%。', RATES) },
    {
      name: '目标和完成情况与指标相同',
      sheet: narrated('培训200人次，合格率达到95%。', '培训210人次，合格率96%。', ROWS),
    },
    {
      name: '文字取了整数',
      sheet: narrated('培训200人次。', '合格率约96%。', [ROWS[0], ['考核合格率', '≥95%', '96.2%']]),
    },
    {
      name: '别的单位，说的是另一件事',
      silent: true,
      sheet: narrated('举办培训5期。', '培训5期，发放教材300册。', ROWS),
    },
    {
      name: '完成值没有写单位，名称里有',
      sheet: narrated('抽检食品480批次。', '抽检食品492批次。', [['抽检食品批次', '≥480', '492']]),
    },
    {
      name: '完成值没有写单位，别的单位说的是另一件事',
      silent: true,
      sheet: narrated('举办培训5期。', '培训5期，参训率97%。', [['培训人次', '≥200', '210']]),
    },
    {
      name: '新增的数，名称也是新增',
      sheet: narrated('', '全年城镇新增就业2989人。', [['城镇新增就业人数', '2989人', '2989人']]),
    },
    {
      name: '较上年新增的数，名称也是新增：不作比较',
      silent: true,
      sheet: narrated('', '城镇新增就业较上年增加391人。', [['城镇新增就业人数', '2989人', '2989人']]),
    },
    {
      name: '往年的数和增减不作比较',
      silent: true,
      sheet: narrated('培训人次较上年增长30人次。', '上年培训150人次。', ROWS),
    },
    {
      name: '两项指标都对得上，说不清是哪一项',
      silent: true,
      sheet: narrated('培训500人次。', '培训500人次。', [...ROWS, ['网上培训人次', '≥80人次', '90人次']]),
    },
    {
      name: '分项写了几个数',
      silent: true,
      sheet: narrated('甲班培训120人次，乙班培训80人次。', '甲班培训120人次，乙班培训90人次。', ROWS),
    },
    {
      name: '金额与指标相同，万元与元',
      sheet: narrated('节约财政资金79万元。', '节约财政资金790000元。', [
        ...ROWS,
        ['节约财政资金', '≥79万元', '79万元'],
      ]),
    },
    {
      name: '别的金额',
      silent: true,
      sheet: narrated('项目总投资300万元。', '支付工程款200万元。', [...ROWS, ['节约财政资金', '≥79万元', '82万元']]),
    },
    {
      name: '几年的数不作比较',
      silent: true,
      sheet: narrated('三年内培训600人次。', '自2021年以来培训580人次。', ROWS),
    },
    ...[
      ['到2025年，培训600人次；考核合格率98%。', '2024年计划培训300人次；考核合格率98%。'],
      ['2021—2023年培训600人次。', '下一步，组织培训300人次，考核合格率达到98%。'],
    ].map(([goals = '', completion = '']) => ({
      name: `别的年度的数不作比较：${goals}`,
      silent: true as const,
      sheet: yearly(goals, completion),
    })),
    {
      name: '总数里写明其中有本项目的，或者几个数合起来是这一项',
      silent: true,
      sheet: narrated(
        '新建校舍1万平方米、改建1.4万平方米。',
        '全市新增学位1.2万个，其中本项目3200个；新建校舍15万平方米，其中本项目2.4万平方米。',
        [
          ['新建校舍面积', '2.4万平方米', '2.4万平方米'],
          ['新增学位数', '≥3000个', '3200个'],
        ],
      ),
    },
    {
      name: '名称只有“面积”“里程”相同，或者相差太多',
      silent: true,
      sheet: narrated('播种面积6万亩。', '养护巡查5200公里。', [
        ['高标准农田建设面积', '≥5万亩', '5.2万亩'],
        ['道路养护里程', '≥15公里', '15.6公里'],
      ]),
    },
    {
      name: '不是同一些人的满意度，尚差的数',
      silent: true,
      sheet: narrated('', '用工企业满意度92%，培训人次还差15人次。', [['学员满意度', '≥90%', '96%'], ...ROWS]),
    },
    {
      name: '不是同一些人的管理率',
      silent: true,
      sheet: narrated('', '高血压患者规范管理率71.35%。', [['7岁以下儿童健康管理率', '≥85%', '94.12%'], ...ROWS]),
    },
    {
      name: '几样合起来的数不作比较',
      silent: true,
      sheet: narrated('', '培训干部、教师共310人次。', [['培训教师人次', '≥100人次', '100人次']]),
    },
    {
      name: '没有指标对得上的数，完成的不小于目标',
      sheet: narrated('新增就业岗位50个。', '新增就业岗位52个。', ROWS),
    },
    {
      name: '完成情况和目标说的是不同的事，或越少越好',
      silent: true,
      sheet: narrated(
        '建设示范村5个，投诉控制在3起以内，上门走访。',
        '召开推进会3个，投诉发生2起，发放手册100册。',
        ROWS,
      ),
    },
    {
      name: '春秋两季各做了一半',
      silent: true,
      sheet: narrated('资助学生500人。', '春季资助学生260人、秋季260人。', ROWS),
    },
    { name: '没有数', silent: true, sheet: narrated('按计划完成培训任务。', '全部完成。', ROWS) },
  ],
  invalid: [
    {
      name: '省里的表写全省的数，数不同',
      sheet: toldBy('某省公路局', '全省公路养护里程18.6公里。'),
      findings: [{ cell: 'E4', message: 'completion', severity: 'info' }],
    },
    {
      name: '名称说法不同，单位只有一项用、文中只写一个，数不同',
      sheet: narrated('养护农村公路16公里。', '养护农村公路16.5公里，参加培训人数230人次。', [
        ['道路养护里程', '≥15公里', '15.6公里'],
        ...ROWS,
      ]),
      findings: [
        { cell: 'B3', message: 'goal', severity: 'info' },
        { cell: 'E3', message: 'completion', severity: 'info' },
        { cell: 'E3', message: 'completion', severity: 'info' },
      ],
    },
    {
      name: '完成情况写到多少以上，完成值不到',
      sheet: narrated('', '考核合格率达到97%以上。', ROWS),
      findings: [{ cell: 'E3', message: 'completion', severity: 'info' }],
    },
    {
      name: '目标的数就是指标值，完成情况与完成值不同，名称不同',
      sheet: aided('240', '243'),
      findings: [{ cell: 'E3', message: 'completion', severity: 'info' }],
    },
    {
      name: '完成情况的数就是完成值，目标与指标值不同，名称不同',
      sheet: aided('250', '253'),
      findings: [{ cell: 'B3', message: 'goal', severity: 'info' }],
    },
    {
      name: '名称完全相同的一项不同',
      sheet: narrated('', '设备验收合格率90%。', RATES),
      findings: [{ cell: 'E3', message: 'completion', severity: 'info' }],
    },
    {
      name: '新增的数不同，名称也是新增',
      sheet: narrated('', '全年城镇新增就业2391人。', [['城镇新增就业人数', '2989人', '2989人']]),
      findings: [{ cell: 'E3', message: 'completion', severity: 'info', related: ['E5'] }],
    },
    {
      name: '完成值没有写单位，名称里有或者就是名称',
      sheet: narrated('', '抽检食品592批次，购置记录仪45台。', [
        ['抽检食品批次', '≥480', '492'],
        ['购置记录仪', '40', '40'],
      ]),
      findings: [
        { cell: 'E3', message: 'completion', severity: 'info', related: ['E5'] },
        { cell: 'E3', message: 'completion', severity: 'info', related: ['E6'] },
      ],
    },
    {
      name: '写明是本年的数不同',
      sheet: yearly('2023年培训500人次。', '2022年立项。2023年培训310人次。'),
      findings: [
        { cell: 'B4', message: 'goal', severity: 'info' },
        { cell: 'E4', message: 'completion', severity: 'info' },
      ],
    },
    {
      name: '没有指标对得上的数，完成的小于目标',
      sheet: narrated('带动脱贫户就业50人。', '带动脱贫户就业35人。', ROWS),
      findings: [{ cell: 'E3', message: 'below', severity: 'info', related: ['B3'] }],
    },
    {
      name: '总体目标写的人次与指标值不同',
      sheet: narrated('培训500人次，合格率达到95%。', '培训210人次，合格率96%。', ROWS),
      findings: [{ cell: 'B3', message: 'goal', severity: 'info', related: ['D5'] }],
    },
    {
      name: '完成情况写的人次与完成值不同',
      sheet: narrated('培训200人次。', '共培训150人次，合格率96%。', ROWS),
      findings: [{ cell: 'E3', message: 'completion', severity: 'info', related: ['E5'] }],
    },
    {
      name: '表下的原因里的数与这一行不同',
      sheet: below('1.培训人数目标值300人，实际完成160人；2.考核合格率达到92%，教材更换。'),
      findings: [
        { cell: 'B6', message: 'reason', severity: 'info', related: ['D3'] },
        { cell: 'B6', message: 'reason', severity: 'info', related: ['E3'] },
        { cell: 'B6', message: 'reason', severity: 'info', related: ['E4'] },
      ],
    },
    {
      name: '完成培训多少人次',
      sheet: narrated('完成培训200人次。', '完成培训150人次，合格率96%。', ROWS),
      findings: [{ cell: 'E3', message: 'completion', related: ['E5'] }],
    },
    {
      name: '全年的人次',
      sheet: narrated('培训200人次。', '全年培训150人次，合格率96%。', ROWS),
      findings: [{ cell: 'E3', message: 'completion', related: ['E5'] }],
    },
    {
      name: '金额也比较',
      sheet: narrated('节约财政资金79万元。', '节约财政资金102万元。', [
        ...ROWS,
        ['节约财政资金', '≥79万元', '82万元'],
      ]),
      findings: [{ cell: 'E3', message: 'completion', related: ['E7'] }],
    },
    {
      name: '比率也比较',
      sheet: narrated('合格率达到98%。', '合格率96%。', ROWS),
      findings: [{ cell: 'B3', message: 'goal', related: ['D6'] }],
    },
  ],
});
