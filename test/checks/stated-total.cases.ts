import { statedTotal } from '../../src/checks/stated-total';
import { sheetOf as sheet } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';

const sheetOf = (completion: string) => narrated('做好培训。', completion, [['培训人次', '≥200人次', '210人次']]);

/** No row of the form states the total; what stands below the table does. */
const below = (text: string, weight = '40', score = '36') =>
  sheet(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|230人次|60|60|
效益指标|社会效益指标|知晓率|≥90%|81%|${weight}|${score}|宣传不够。改进措施：多宣传
${text}`);

/** The head of the form states the total, and so does the row below the table. */
const headed = (head: string, total = '96') =>
  sheet(`项目支出绩效自评表
${head}
一级指标|二级指标|三级指标|指标值|完成值|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|230人次|60|60|
效益指标|社会效益指标|知晓率|≥90%|81%|40|36|宣传不够。改进措施：多宣传
总分|||||100|${total}`);

/** 58 of 60 points for what was done and 9.5 of 10 for the money, as a conclusion tells it. */
const divided = (conclusion: string) =>
  sheet(`项目支出绩效自评表
项目资金（万元）||全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|40|38|10|95%|9.5
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|培训人次|≥200人次|190人次|40|38|部分学员请假；加强组织
|质量指标|考核合格率|≥95%|96%|20|20|
效益指标|社会效益指标|知晓率|≥90%|92%|30|30|
总分|||||100|97.5|
自评结论|${conclusion}`);

export default cases(statedTotal, {
  valid: [
    {
      name: '各部分的得分与指标表相同',
      sheet: divided('产出指标得分58分，效益指标得分30分，执行率得分9.5分。'),
    },
    {
      name: '括号里是分值：预算执行得分（10分）',
      silent: true,
      sheet: divided('预算执行得分（10分）：'),
    },
    {
      name: '写的是分值或另一件事的得分',
      silent: true,
      sheet: divided(
        '产出指标60分，效益指标30分，满意度测评得分96分，产出指标得分约58分；上年产出指标得分56分；产出、效益指标得分分别为58分、30分；财政评价得分95分；“综合率”自评得分90分。',
      ),
    },
    { name: '与表内相同', sheet: sheetOf('全年培训任务如期完成，自评得分为100分，等级为优。') },
    { name: '没有写总分', silent: true, sheet: sheetOf('全年培训任务如期完成，学员考试平均86分。') },
    { name: '写的是上年的总分', silent: true, sheet: sheetOf('全年培训任务如期完成，上年自评得分95分。') },
    ...[
      '上一年度自评得分95分，今年有所提高。',
      '在全市绩效考核中总得分为97.8分。',
      '服务对象评价得分为98.5分。',
      '折算后综合得分为9.6分。',
      '综合得分为9.6分（满分10分）。',
    ].map((text) => ({
      name: `不是本表的总分：${text}`,
      silent: true as const,
      sheet: sheetOf(`任务如期完成，${text}`),
    })),
    { name: '写的是满分', silent: true, sheet: sheetOf('全年培训任务如期完成，按满分总分100分评定。') },
    { name: '没有总分一行，结论写的是各项之和', sheet: below('评价结论|本项目得分96分，等级为“优”') },
    { name: '表头写的与总分一行相同', sheet: headed('项目名称|培训||自评得分|96分') },
    { name: '表头写的是满分', silent: true, sheet: headed('项目名称|培训||总分|100') },
    { name: '表头写的是别人评的分', silent: true, sheet: headed('项目名称|培训||财政评价得分|95') },
    { name: '表格只有一部分', silent: true, sheet: below('自评结论|本项目自评得分为96分，等级为优', '5', '4.5') },
  ],
  invalid: [
    {
      name: '各部分的得分与指标表不同',
      sheet: divided('产出指标得分60分，效益指标得分30分，预算执行率自评得分10分。'),
      findings: [
        { cell: 'B9', message: 'block', severity: 'info', expected: '58', found: '60', related: ['G5', 'G6'] },
        { cell: 'B9', message: 'block', severity: 'info', expected: '9.5', found: '10', related: ['G3'] },
      ],
    },
    {
      name: '表头写的与总分一行不同',
      sheet: headed('项目名称|培训||自评总分（分）|98'),
      findings: [{ cell: 'E2', message: 'above', severity: 'warning', expected: '96', found: '98' }],
    },
    {
      name: '没有总分一行，结论写的不是各项之和',
      sheet: below('评价结论：本项目自评得分为97分，等级为“优”。'),
      findings: [{ cell: 'A5', message: 'items', severity: 'info', expected: '96', found: '97' }],
    },
    ...['对照绩效目标，我镇自评得分97分。', '我局预算绩效自评总体得分97分。', '经自评小组评定自评得分97分。'].map(
      (text) => ({
        name: `说的是本表：${text}`,
        sheet: below(text),
        findings: [{ cell: 'A5', message: 'items', severity: 'info' as const, expected: '96', found: '97' }],
      }),
    ),
    {
      name: '写明是哪个单位的',
      sheet: sheetOf('全年培训任务如期完成。经自评，某县档案馆部门整体支出绩效自评得分98分。'),
      findings: [{ cell: 'E3', message: 'differs', severity: 'info', expected: '100', found: '98' }],
    },
    {
      name: '与表内不同',
      sheet: sheetOf('全年培训任务如期完成，自评总分为98.5分，等级为优。'),
      findings: [{ cell: 'E3', message: 'differs', severity: 'info', expected: '100', found: '98.5' }],
    },
  ],
});
