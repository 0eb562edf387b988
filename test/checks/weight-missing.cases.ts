import { weightMissing } from '../../src/checks/weight-missing';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { training, trainingIn } from '../fixtures/training';

export default cases(weightMissing, {
  valid: [
    { name: '都有分值', sheet: training() },
    { name: '没有分值栏', silent: true, sheet: trainingIn('L7', { budget: null }) },
  ],
  invalid: [
    {
      name: '分值写成文字',
      sheet: training(2, { weight: '三十分左右' }, { total: { weight: 100, stated: 100 } }),
      findings: [{ cell: 'F9', message: 'text', severity: 'error', found: '三十分左右' }],
    },
    {
      name: '分值都没有填',
      sheet: sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次||60
效益指标|社会效益指标|知晓率|≥90%|92%||40
总分||||||100`),
      findings: [{ cell: 'F3', message: 'none', severity: 'info', related: ['F4'] }],
    },
  ],
});
