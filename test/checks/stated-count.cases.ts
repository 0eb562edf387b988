import { statedCount } from '../../src/checks/stated-count';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

/** Four items of which one fell short, and the execution of the budget at 9.5 of 10 points. */
const told = (conclusion: string, execution = '95%|9.5') =>
  sheetOf(`项目支出绩效自评表
项目资金（万元）||全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|40|38|10|${execution}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|培训期数|≥12期|12期|20|20|
产出指标|数量指标|培训人次|≥200人次|210人次|30|30|
效益指标|社会效益指标|新增就业人数|≥300人|285人|30|28.5|企业用工减少；加强岗位对接
满意度指标|满意度指标|学员满意度|≥90%|96%|10|10|
总分|||||100|98|
自评结论|${conclusion}`);

export default cases(statedCount, {
  valid: [
    { name: '不算预算执行率', sheet: told('共设4个绩效指标，其中3个达到预期目标，1个未达到。') },
    { name: '算上预算执行率', sheet: told('共设5个三级指标，其中3个完成，2个未完成。') },
    { name: '项数写在后面', sheet: told('三级指标共4个，已完成3个。') },
    { name: '只写项数', sheet: told('2023年度项目设置4项绩效指标。') },
    ...[
      '共设置产出指标6个、效益指标2个。',
      '设置定量指标7个、定性指标2个。',
      '9个项目均设置了绩效目标。',
      '下达任务8项，完成9项。',
      '设置约6个绩效指标。',
      '我局共有3个项目，合计设置绩效指标27个。',
      '全市考核指标15项，我单位全部完成。',
      '下达用地指标120个。',
      '本部门纳入自评项目6个，指标48个，完成46个。',
      '下属3家单位，共设绩效指标45项，完成43项。',
      '共考核13个乡镇、26项指标。',
    ].map((text) => ({ name: `不是全部指标的项数：${text}`, silent: true as const, sheet: told(text) })),
    ...['共设绩效指标4项。全年承担重点任务12项，完成12项。', '绩效指标4项，其中产出指标2项，完成2项。'].map((text) => ({
      name: `后面说的是别的项数：${text}`,
      sheet: told(text),
    })),
    {
      name: '各项没有分值，看不出哪些没有记满',
      silent: true,
      sheet: sheetOf(`项目支出绩效自评表
一级指标|三级指标|年度指标值|实际完成值|得分
产出指标（50分）|培训期数|≥12期|12期|50
效益指标（50分）|知晓率|≥90%|92%|30
|就业率|≥90%|92%|20
总分||||100
自评结论|共设4个绩效指标。`),
    },
  ],
  invalid: [
    {
      name: '项数不同',
      sheet: told('绩效指标共设7个，其中6个达到预期目标，1个未达到。'),
      findings: [{ cell: 'B10', message: 'all', severity: 'info', expected: '4', found: '7个' }],
    },
    {
      name: '达到和没有达到的项数不同',
      sheet: told('共设4个绩效指标，其中4个达到预期目标，0个未达到。'),
      findings: [
        { cell: 'B10', message: 'done', severity: 'info', expected: '3', found: '4个' },
        { cell: 'B10', message: 'undone', severity: 'info', expected: '1', found: '0个' },
      ],
    },
  ],
});
