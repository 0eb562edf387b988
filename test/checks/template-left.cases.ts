import { templateLeft } from '../../src/checks/template-left';
import { cases } from '../support/checkTester';
import { sheetOf } from '../fixtures/corpus/read';
import { training } from '../fixtures/training';

/** A form with questions of its own below the table. */
const asking = (conclusion: string, problems: string) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训次数|≥5场|5场|50|50
||培训人次|≥200人次|210人次|50|50
总分|||||100|100
评价结论|${conclusion}|||||
存在问题|${problems}|||||`);
const PROMPT = '结合自评情况,说明项目自评总分和取得的成效。(200字以内)';

export default cases(templateLeft, {
  valid: [
    { name: '都填了', sheet: training() },
    { name: '名称带编号', sheet: training(0, { name: '指标1：培训人次' }) },
    { name: '结论写了', sheet: asking('自评100分，培训5场，学员结业后都通过了考试。', '无') },
    { name: '填表提示是标签，答案在旁边', sheet: asking(`${PROMPT}|自评100分，培训5场，学员都结业了。`, '无') },
    { name: '结论写在提示后面', sheet: asking(`${PROMPT}自评100分，培训5场。`, '无') },
    ...['说明会', '填报人员培训', '请填写人员培训表'].map((name) => ({
      name: `名称里的字：${name}`,
      sheet: training(0, { name }),
    })),
    { name: '式样里的字母', sheet: training(0, { name: 'XXL型设备培训人次' }) },
  ],
  invalid: [
    {
      name: '完成值还是模板',
      sheet: training(0, { target: '……', actual: 'xx' }),
      findings: [
        { cell: 'D7', message: 'untouched', severity: 'warning' },
        { cell: 'E7', message: 'untouched' },
      ],
    },
    ...[
      ['***', '***'],
      ['≥XX台', 'XX台'],
      ['××', '××'],
    ].map(([target = '', actual = '']) => ({
      name: `指标值和完成值都隐去了，只问：${target}`,
      sheet: training(0, { target, actual }),
      findings: [{ cell: 'C7', message: 'blanks', severity: 'info' as const }],
    })),
    {
      name: '原因一栏还是填表提示',
      sheet: training(0, { evidence: '（请填写偏差原因）' }),
      findings: [{ cell: 'H7', message: 'untouched', severity: 'warning', found: '（请填写偏差原因）' }],
    },
    ...['XX小时', '××天', 'xx元/人', '**%', '≥xx人次'].map((actual) => ({
      name: `单位前没有填数：${actual}`,
      sheet: training(0, { actual }),
      findings: [{ cell: 'E7', message: 'untouched', severity: 'warning' as const }],
    })),
    ...['请填写完成值', '（填写实际完成值）', '说明'].map((actual) => ({
      name: `只有填表提示：${actual}`,
      sheet: training(0, { actual }),
      findings: [{ cell: 'E7', message: 'untouched', severity: 'warning' as const }],
    })),
    {
      name: '结论还是填表提示',
      sheet: asking(PROMPT, '无'),
      findings: [{ cell: 'B6', message: 'prompt', severity: 'warning' }],
    },
    {
      name: '几格都还是填表提示',
      sheet: asking(PROMPT, '结合自评情况，分析存在的问题及原因。（200字以内）'),
      findings: [{ cell: 'B6', message: 'prompts', severity: 'warning', related: ['B7'] }],
    },
    {
      name: '没有分值栏的，名称里夹着模板空格',
      sheet: sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年初目标值|实际完成值|得分
产出指标|数量指标|猪舍（≥**平方米）|180|180|40
||仓库（≥**平方米）|104|104|60
总分|||||100`),
      findings: [{ cell: 'C3', message: 'blanks', severity: 'info', related: ['C4'] }],
    },
    {
      name: '指标名称空着',
      sheet: sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标||≥5场|5场|50|50
||培训人次|≥200人次|210人次|50|50
总分|||||100|100`),
      findings: [{ cell: 'C3', message: 'unnamed', severity: 'info' }],
    },
    {
      name: '名称里夹着模板空格',
      sheet: training(0, { name: '培训人次（≥**人次）' }),
      findings: [{ cell: 'C7', message: 'blanks', severity: 'info' }],
    },
  ],
});
