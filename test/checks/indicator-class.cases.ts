import { indicatorClass } from '../../src/checks/indicator-class';
import { training } from '../fixtures/training';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';

const of = (level2: string, name: string, target: string, actual = target) =>
  narrated('做好培训。', '已完成。', [[name, target, actual]], level2);

export default cases(indicatorClass, {
  valid: [
    { name: '各在其类', sheet: training() },
    { name: '发放给别人的补助是产出', sheet: of('数量指标', '发放补助资金', '≥500万元') },
    { name: '引来的资金是产出', sheet: of('数量指标', '带动社会投入', '≥500万元') },
    { name: '名称里有资金，数的是项目', sheet: of('数量指标', '资金支持项目数', '≥5个') },
    { name: '成本指标', sheet: of('成本指标', '培训经费', '≤50万元') },
    { name: '率不是钱', sheet: of('数量指标', '资金拨付到位率', '≥95%') },
    { name: '效益指标', sheet: of('社会效益指标', '学员满意度', '≥95%') },
    { name: '做出来的结果是效益', sheet: of('社会效益指标', '培训后就业人数', '≥50人') },
    { name: '惠及的人数是效益', sheet: of('社会效益指标', '组织活动受益人数', '≥500人') },
    { name: '率不是次数', sheet: of('社会效益指标', '检查覆盖率', '≥95%') },
  ],
  invalid: [
    {
      name: '花了多少钱列作数量指标',
      sheet: of('数量指标', '培训经费支出总额', '50万元'),
      findings: [{ cell: 'C5', message: 'money', severity: 'info', related: ['D5'] }],
    },
    {
      name: '满意度列作产出指标',
      sheet: of('质量指标', '学员满意度', '≥90%', '93%'),
      findings: [{ cell: 'C5', message: 'satisfaction', severity: 'info' }],
    },
    {
      name: '做了多少次列作效益指标',
      sheet: of('社会效益指标', '举办培训班次数', '≥5次', '6次'),
      findings: [{ cell: 'C5', message: 'output', severity: 'info', related: ['D5'] }],
    },
  ],
});
