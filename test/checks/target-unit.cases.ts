import { targetUnit } from '../../src/checks/target-unit';
import { cases } from '../support/checkTester';
import { training } from '../fixtures/training';
import { sheet } from '../support/sheet';

/** 指标性质 beside 指标方向. */
const polar = (nature: string, direction: string) =>
  sheet([
    ['项目支出绩效自评表'],
    ['（2023年度）'],
    ['项目名称', '档案整理'],
    ['项目资金（万元）', '', '', '全年预算数', '全年执行数', '', '', '分值', '执行率', '得分'],
    ['年度资金总额', '', '', 10, 10, '', '', 10, '100%', 10],
    [
      ...['一级指标', '二级指标', '三级指标', '指标性质', '指标方向', '年度指标值', '实际完成值'],
      ...['分值', '得分', '偏差原因分析及改进措施'],
    ],
    ['产出指标', '数量指标', '整理档案数', nature, direction, '100件', '100件', 50, 50, ''],
    ['效益指标', '社会效益指标', '查档便利程度', '正向', '大于等于', '90%', '95%', 40, 40, ''],
    ['总分', '', '', '', '', '', '', 100, 100, ''],
  ]);

/** Far beyond the target, and points lost. */
const passed = (stated: number, evidence: string) =>
  training(0, { target: '≥62人次', actual: '81人次', stated, evidence });
const REASON = '原因：报名踊跃。改进措施：合理安排期次。';

export default cases(targetUnit, {
  valid: [
    { name: '完成值带“≥”，高于指标值', sheet: training(0, { target: '200人次', actual: '≥210人次' }) },
    { name: '正向写大于等于', sheet: polar('正向', '大于等于') },
    { name: '反向写小于等于', sheet: polar('反向', '小于等于') },
    { name: '合格率 96%', sheet: training() },
    { name: '合格率正好 100%', sheet: training(1, { target: '100%', actual: '100%' }) },
    {
      name: '不是成本的金额可以不少于',
      sheet: training(0, { name: '带动投资额', target: '≥500万元', actual: '571.23万元' }),
    },
    {
      name: '成本指标里的比率可以不少于',
      sheet: training(1, { level2: '成本指标', name: '培训成本节约率', target: '≥5%', actual: '6%' }),
    },
    { name: '完成值写的是完成任务的百分之几', sheet: training(0, { actual: '完成全年任务的104.7%' }) },
    { name: '反向写小于', sheet: polar('反向', '小于') },
    { name: '超额太多，酌情扣分', sheet: passed(18, REASON) },
    { name: '写明因超额扣分', sheet: passed(15.31, '原因：超额较多，目标偏低。改进措施：合理设定目标。') },
    { name: '名称像占比，写的是人数', sheet: training(1, { name: '考核合格率', target: '≥200人', actual: '210人' }) },
    { name: '全覆盖就是 100%', sheet: training(1, { name: '检查覆盖面', target: '100%', actual: '35家企业全覆盖' }) },
    { name: '各项均合格就是 100%', sheet: training(1, { target: '100%', actual: '3个项目均合格' }) },
    { name: '目标没有写方向', sheet: polar('正向', '') },
    { name: '增长率可以超过 100%', sheet: training(2, { name: '就业人数增长率', actual: '105%' }) },
    {
      name: '成本不超过',
      sheet: training(1, { level2: '成本指标', name: '人均培训成本', target: '≤500元', actual: '480元' }),
    },
  ],
  invalid: [
    {
      name: '完成值带“≥”，指标值没有，高于完成值',
      sheet: training(0, { target: '200人次', actual: '≥190人次' }),
      findings: [{ cell: 'E7', message: 'turned', severity: 'info', related: ['D7'] }],
    },
    {
      name: '得分正好是指标值除以完成值',
      sheet: passed(15.31, REASON),
      findings: [{ cell: 'E7', message: 'reversed', severity: 'info', related: ['D7', 'G7'] }],
    },
    {
      name: '得分正好是指标值除以完成值，截去尾数',
      sheet: passed(15.3, REASON),
      findings: [{ cell: 'E7', message: 'reversed', severity: 'info' }],
    },
    {
      name: '指标值是人次，完成值是期',
      sheet: training(0, { actual: '3期' }),
      findings: [{ cell: 'E7', message: 'units', severity: 'warning', related: ['D7'] }],
    },
    {
      name: '指标值是比率，完成值是个数',
      sheet: training(1, { actual: '96个' }),
      findings: [{ cell: 'E8', message: 'units', severity: 'warning' }],
    },
    {
      name: '指标值是万元，完成值写成元',
      sheet: training(0, { name: '带动投资额', target: '≥500万元', actual: '571.23元' }),
      findings: [{ cell: 'E7', message: 'scale', severity: 'warning', related: ['D7'] }],
    },
    {
      name: '正向指标写了小于等于，作为问题提出',
      sheet: polar('正向', '小于等于'),
      findings: [{ cell: 'F7', message: 'polarity', severity: 'info', related: ['D7'] }],
    },
    {
      name: '反向指标写了大于等于，作为问题提出',
      sheet: polar('反向', '大于等于'),
      findings: [{ cell: 'F7', message: 'polarity', severity: 'info', related: ['D7'] }],
    },
    {
      name: '合格率的指标值超过 100%',
      sheet: training(1, { target: '≥105%', actual: '96%', stated: 27.43, evidence: REASON }),
      findings: [{ cell: 'D8', message: 'above', severity: 'warning', found: '≥105%' }],
    },
    {
      name: '合格率超过 100%',
      sheet: training(1, { actual: '105%' }),
      findings: [{ cell: 'E8', message: 'above', severity: 'warning', found: '105%' }],
    },
    {
      name: '成本写成不少于',
      sheet: training(1, { level2: '成本指标', name: '人均培训成本', target: '≥500元', actual: '500元' }),
      findings: [{ cell: 'D8', message: 'spending', severity: 'warning' }],
    },
    {
      name: '成本写成大于',
      sheet: training(1, { level2: '成本指标', name: '人均培训成本', target: '>500元', actual: '510元' }),
      findings: [{ cell: 'D8', message: 'spending', severity: 'warning' }],
    },
    {
      name: '指标值是 100 个，不是 100%',
      sheet: training(0, { target: '≥100个', actual: '3期均完成' }),
      findings: [{ cell: 'E7', message: 'units', severity: 'info' }],
    },
    {
      name: '指标值是 100%，完成值是个数，没有说都是',
      sheet: training(1, { target: '100%', actual: '96个' }),
      findings: [{ cell: 'E8', message: 'units', severity: 'warning' }],
    },
    {
      name: '占比的指标写成均若干个，作为问题提出',
      sheet: training(1, { target: '≥95%', actual: '3个项目均合格' }),
      findings: [{ cell: 'E8', message: 'units', severity: 'info' }],
    },
    {
      name: '成本写成不少于，完成值在目标之下：错在方向，不在得分',
      sheet: training(1, { level2: '成本指标', name: '人均培训成本', target: '≥500元', actual: '480元' }),
      findings: [{ cell: 'D8', message: 'spending' }],
    },
    {
      name: '补助标准可以不少于，只作提示',
      sheet: training(1, { level2: '成本指标', name: '学员补助标准', target: '≥500元', actual: '500元' }),
      findings: [{ cell: 'D8', message: 'cost', severity: 'info' }],
    },
    {
      name: '单位不同',
      sheet: training(0, { target: '≥4家', actual: '210人次' }),
      findings: [{ cell: 'E7', message: 'units', severity: 'info', related: ['D7'] }],
    },
  ],
});
