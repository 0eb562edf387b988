import { templateLeft } from '../../src/checks/template-left';
import { cases } from '../support/checkTester';
import { sheetOf } from '../fixtures/corpus/read';
import { training } from '../fixtures/training';

export default cases(templateLeft, {
  valid: [
    { name: '都填了', sheet: training() },
    { name: '名称带编号', sheet: training(0, { name: '指标1：培训人次' }) },
    { name: '式样里的字母', sheet: training(0, { name: 'XXL型设备培训人次' }) },
  ],
  invalid: [
    {
      name: '完成值还是模板',
      sheet: training(0, { target: '**', actual: 'xx' }),
      findings: [
        { cell: 'D7', message: 'untouched', severity: 'warning' },
        { cell: 'E7', message: 'untouched' },
      ],
    },
    ...['XX小时', '××天', 'xx元/人', '**%', '≥xx人次'].map((actual) => ({
      name: `单位前没有填数：${actual}`,
      sheet: training(0, { actual }),
      findings: [{ cell: 'E7', message: 'untouched', severity: 'warning' as const }],
    })),
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
