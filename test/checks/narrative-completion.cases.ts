import { narrativeCompletion } from '../../src/checks/narrative-completion';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';
import { sheet, type TestCell } from '../support/sheet';

const sheetOf = (goals: string, completion: string) =>
  narrated(goals, completion, [['培训人次', '≥200人次', '210人次']]);
const GOAL = '培训二百人次以上，按期结束。';

/** A form with these rows at its head, filled in or not. */
const headed = (head: readonly TestCell[][], title = '项目支出绩效自评表', filled = true) =>
  sheet([
    [title],
    ...head,
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ['产出指标', '数量指标', '培训人次', '≥200人次', ...(filled ? ['210人次', 60, 60] : ['', '', ''])],
    ['效益指标', '社会效益指标', '学员就业率', '≥80%', ...(filled ? ['85%', 40, 40] : ['', '', ''])],
    ['总分', '', '', '', '', 100, filled ? 100 : ''],
  ]);
const BESIDE = ['主管部门', '市人社局'];

export default cases(narrativeCompletion, {
  valid: [
    { name: '写了完成情况', sheet: sheetOf(GOAL, '培训了二百一十人次，已按期结束。') },
    { name: '目标太短，完成情况相同', silent: true, sheet: sheetOf('做好培训', '做好培训') },
    { name: '没有未完成的任务', sheet: sheetOf(GOAL, '培训210人次，不存在未完成的任务。') },
    { name: '写了项目名称', silent: true, sheet: headed([['项目名称', '职业培训', ...BESIDE]]) },
    { name: '项目名称写在冒号后面', silent: true, sheet: headed([['项目名称：职业培训', '', ...BESIDE]]) },
    { name: '项目名称写在隔一格处', silent: true, sheet: headed([['项目名称', '', '职业培训']]) },
    {
      name: '项目名称写在下一行',
      silent: true,
      sheet: headed([
        ['项目名称', '主管部门'],
        ['职业培训', '市人社局'],
      ]),
    },
    {
      name: '两个名称填了一个',
      silent: true,
      sheet: headed([
        ['专项资金名称', '', ''],
        ['项目名称', '职业培训'],
      ]),
    },
    {
      name: '“完成情况”是目标和完成情况两行的标题',
      sheet: headed([['三、绩效目标完成情况'], ['年度绩效目标', GOAL], ['目标完成情况', '培训了二百一十人次。']]),
    },
    { name: '没有项目名称一格', silent: true, sheet: headed([BESIDE]) },
    {
      name: '部门的表不问项目名称',
      silent: true,
      sheet: headed([['项目名称', '', ...BESIDE]], '部门整体支出绩效自评表'),
    },
    { name: '整张表还没有填', silent: true, sheet: headed([['项目名称', '', ...BESIDE]], undefined, false) },
  ],
  invalid: [
    {
      name: '项目名称空着',
      sheet: headed([['项目名称', '', ...BESIDE]]),
      findings: [{ cell: 'B2', message: 'project', severity: 'info' }],
    },
    {
      name: '项目名称空着，后面没有别的',
      sheet: headed([BESIDE, ['项目名称：', '']]),
      findings: [{ cell: 'B3', message: 'project', severity: 'info' }],
    },
    {
      name: '专项资金名称空着',
      sheet: headed([['专项资金名称', '', ...BESIDE]], '专项资金绩效自评表'),
      findings: [{ cell: 'B2', message: 'project', severity: 'info' }],
    },
    {
      name: '总体目标空着',
      sheet: sheetOf('', '培训210人次。'),
      findings: [{ cell: 'B3', message: 'goals', severity: 'info' }],
    },
    {
      name: '写明没有完成，各项都记满分',
      sheet: sheetOf(GOAL, '因场地原因未完成培训任务。'),
      findings: [{ cell: 'E3', message: 'unmet', severity: 'info' }],
    },
    {
      name: '完成情况空着',
      sheet: sheetOf(GOAL, ''),
      findings: [{ cell: 'E3', message: 'blank', severity: 'info', related: ['B3'] }],
    },
    {
      name: '照抄目标，只改了标点',
      sheet: sheetOf(GOAL, '培训二百人次以上,按期结束'),
      findings: [{ cell: 'E3', message: 'copied', related: ['B3'] }],
    },
  ],
});
