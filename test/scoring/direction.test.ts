import { directionOf } from '../../src/scoring/direction';
import { inOneUnit } from '../../src/scoring/sameUnit';
import { unitsDiffer } from '../../src/words/unitKinds';
import type { Relation } from '../../src/words/quantity';
import { form, quantity } from '../support/form';

function direction(name: string, relation: Relation | null = null, level2 = '数量指标'): string {
  const [indicator] = form({ indicators: [{ name, path: ['产出指标', level2] }] }).indicators;
  if (indicator === undefined) throw new Error('no indicator');
  return directionOf(indicator, relation);
}

test.each<[string, Relation, string]>([
  ['投诉率', '>=', 'higher'],
  ['投诉率', '>', 'higher'],
  ['培训人数', '<', 'lower'],
  ['培训人数', '<=', 'lower'],
  ['培训人数', '=', 'exact'],
  ['安全事故发生率', '=', 'open'],
  ['农药使用量', '=', 'open'],
  ['存在问题数', '=', 'open'],
  ['整改问题数', '=', 'exact'],
  ['单位成本', '=', 'open'],
  ['成本节约率', '=', 'exact'],
])('%s with the sign %s: %s', (name, relation, expected) => expect(direction(name, relation)).toBe(expected));

test.each([
  ['投诉率', 'presumed-lower'],
  ['被问责人数', 'presumed-lower'],
  ['责任追究', 'presumed-lower'],
  ['投诉率（%）', 'presumed-lower'],
  ['（年度）投诉率', 'presumed-lower'],
  ['投诉率：', 'presumed-lower'],
  ['违法案件数', 'presumed-lower'],
  ['查处违法案件数', 'presumed-higher'],
  ['投诉办结率', 'presumed-higher'],
  ['事故演练次数', 'presumed-higher'],
  ['单位成本', 'open'],
  ['宣传片制作费', 'open'],
  ['实验费用（万元）', 'open'],
  ['成本节约率', 'presumed-higher'],
  ['支出实际完成率', 'presumed-higher'],
  ['项目支出金额', 'open'],
  ['培训人数', 'presumed-higher'],
])('%s without a sign: %s', (name, expected) => expect(direction(name)).toBe(expected));

test.each([
  '血糖控制率',
  '预算调整率',
  '能耗变动率',
  '结转结余率',
  '高血压随访控制数',
  '办件量降低比例',
  '登记失业率',
  '院内感染率',
  '重复信访量',
  '管网漏损率',
  '森林火灾受害率',
  '劳动纠纷数',
  '群体性事件数',
  '未验收项目数',
  '不合格批次',
  '抽检不合格率',
  '未完成整改问题数',
  '城镇调查失业率',
  '治理后污染物排放浓度',
  '管网整治漏损率',
  '案件审理超期数',
])('without a sign %s may be either way', (name) =>
  expect([direction(name), direction(name, '='), direction(name, '<=')]).toEqual(['open', 'open', 'lower']),
);

test.each([
  ['化解劳动纠纷数', '10起', 'presumed-higher'],
  ['排查隐患数', '10处', 'presumed-higher'],
  ['未成年人帮扶人数', '10人', 'presumed-higher'],
  ['不良贷款率', '2%', 'doubtful'],
  ['物价涨幅', '3%', 'doubtful'],
  ['病床使用率', '85%', 'presumed-higher'],
  ['游客人数增长率', '5%', 'presumed-higher'],
  ['游客人数', '增长5%', 'presumed-higher'],
  ['整改率', '20%', 'presumed-higher'],
  ['产值利润率', '8%', 'presumed-higher'],
  ['入海口水质', '3‰', 'doubtful'],
  ['溢油', '3起', 'doubtful'],
  ['氨氮', '1.5mg/L', 'doubtful'],
  ['空气质量综合指数', '4.5', 'doubtful'],
  ['满意度指数', '90', 'presumed-higher'],
  ['农药使用量', '100吨', 'doubtful'],
  ['公务接待批次', '50批', 'doubtful'],
  ['接待游客人次', '50万人次', 'presumed-higher'],
  ['办事环节数', '5个', 'doubtful'],
  ['全市位次', '10位', 'open'],
  ['群众跑腿次数', '1次', 'open'],
  ['受灾面积', '100亩', 'open'],
  ['火灾隐患整改', '3起', 'presumed-higher'],
  ['巡查发现问题数', '50个', 'doubtful'],
  ['监测舆情', '50条', 'doubtful'],
  ['解决问题数', '50个', 'presumed-higher'],
  ['查办案件', '30起', 'presumed-higher'],
  ['拆除违建面积', '500平方米', 'presumed-higher'],
  ['查处不合格产品批次', '50批', 'presumed-higher'],
  ['办理环节', '5个', 'doubtful'],
  ['群众参与率', '20%', 'presumed-higher'],
  ['采购国产化率', '25%', 'presumed-higher'],
  ['农产品抽检比例', '10%', 'presumed-higher'],
  ['优良天数比例', '28%', 'presumed-higher'],
  ['工程形象进度', '25%', 'presumed-higher'],
  ['逾期未完成率', '5%', 'open'],
  ['参保人员流失率', '5%', 'presumed-lower'],
  ['业务处理差错率', '5%', 'presumed-lower'],
  ['药占比', '28%', 'doubtful'],
  ['就业率', '20%', 'presumed-higher'],
  ['就业率（%）', '20%', 'presumed-higher'],
  ['抽检比例（%）', '5%', 'presumed-higher'],
  ['公众安全感指数', '95%', 'presumed-higher'],
  ['案件', '查处50起', 'presumed-higher'],
  ['纠纷', '调解纠纷50起', 'presumed-higher'],
  ['违建', '拆除500平方米', 'presumed-higher'],
  ['违建', '500平方米', 'open'],
  ['失业', '调查失业率5.5%', 'open'],
  ['清洁能源占比', '实现20%', 'presumed-higher'],
  ['灌溉水有效利用系数', '0.65', 'presumed-higher'],
  ['不良率', '9%', 'doubtful'],
  ['流标率', '10%', 'doubtful'],
  ['参与率', '15%', 'presumed-higher'],
  ['剖宫产率', '35%', 'doubtful'],
  ['剖宫产率', '35', 'doubtful'],
  ['抗菌药物使用率', '50%', 'doubtful'],
  ['设备使用率', '90%', 'presumed-higher'],
  ['再生水利用率', '25%', 'presumed-higher'],
  ['清洁能源占比', '25%', 'presumed-higher'],
  ['有机肥使用量', '500吨', 'presumed-higher'],
  ['三公经费增长率', '5%', 'open'],
  ['次均门诊费用增幅', '5%', 'open'],
  ['财政收入增长率', '5%', 'presumed-higher'],
  ['厂界噪声值', '60', 'open'],
  ['应急响应时间', '30', 'open'],
  ['志愿服务时间', '2000', 'presumed-higher'],
  ['平均审批时间', '30', 'open'],
  ['接受教育时间', '30', 'presumed-higher'],
  ['受训时间', '30', 'presumed-higher'],
  ['办学时间', '30', 'presumed-higher'],
  ['服务超时率', '5%', 'doubtful'],
  ['社会保障资金冒领率', '2%', 'doubtful'],
  ['保护地侵占率', '2%', 'doubtful'],
  ['挥发性有机物占比', '5%', 'doubtful'],
  ['绿色建筑占比', '40%', 'presumed-higher'],
  ['大班额比例', '40%', 'doubtful'],
  ['新增传染病疫情', '5起', 'doubtful'],
  ['有机磷农药使用量', '50吨', 'doubtful'],
  ['绿化用水量', '50吨', 'doubtful'],
  ['服务事项办理环节', '5个', 'doubtful'],
  ['接种率', '50%', 'presumed-higher'],
  ['参保率', '50%', 'presumed-higher'],
  ['成活率', '40%', 'presumed-higher'],
  ['机械化率', '40', 'presumed-higher'],
  ['患者再入院率', '15%', 'doubtful'],
  ['参保缴费率', '95%', 'presumed-higher'],
  ['居民消费率', '95%', 'presumed-higher'],
  ['居民消费增长率', '8%', 'presumed-higher'],
  ['资金支出率', '95%', 'presumed-higher'],
  ['开支合规率', '100%', 'presumed-higher'],
  ['一般性开支', '100', 'open'],
  ['教育经费增长率', '10%', 'presumed-higher'],
  ['公用经费增长率', '10%', 'open'],
  ['断面水质类别', '4类', 'open'],
  ['监测环境质量', '3类', 'open'],
  ['编印宣传品', '3类', 'presumed-higher'],
  ['空气优良天数', '320天', 'presumed-higher'],
])('what few per cent, an index or a count in 起 are is not known: %s %s', (name, target, expected) => {
  const [indicator] = form({ indicators: [{ name, target }] }).indicators;
  expect(indicator && directionOf(indicator, null)).toBe(expected);
});

test.each([
  ['生态效益指标', '黑臭水体', '2条', 'doubtful'],
  ['质量指标', '入河直排口数量', '3个', 'doubtful'],
  ['社会效益指标', '断头路', '6条', 'doubtful'],
  ['可持续影响指标', '烂尾项目', '2个', 'doubtful'],
  ['数量指标', '监控点位', '60个', 'presumed-higher'],
  ['社会效益指标', '受益村', '20个', 'presumed-higher'],
  ['社会效益指标', '新增市场主体', '300户', 'presumed-higher'],
  ['社会效益指标', '举办公益活动次数', '20次', 'presumed-higher'],
  ['社会效益指标', '扶持企业数', '50家', 'presumed-higher'],
  ['可持续影响指标', '出台制度数', '10项', 'presumed-higher'],
  ['社会效益指标', '治理黑臭水体', '2条', 'presumed-higher'],
  ['社会效益指标', '参保人数', '800人', 'presumed-higher'],
  ['生态效益指标', '绿地面积', '5公顷', 'presumed-higher'],
])('things that are no output may be to become fewer: %s, %s %s', (level, name, target, expected) => {
  const [indicator] = form({ indicators: [{ name, target, path: ['指标', level] }] }).indicators;
  expect(indicator && directionOf(indicator, null)).toBe(expected);
});

test.each([
  ['采购金额', '100万元', '110万元', '数量指标', 'open'],
  ['采购金额', '100万元', '90万元', '数量指标', 'presumed-higher'],
  ['税收收入', '100万元', '110万元', '数量指标', 'presumed-higher'],
  ['旅游消费额', '100万元', '110万元', '经济效益指标', 'presumed-higher'],
  ['采购数量', '100台', '110台', '数量指标', 'presumed-higher'],
])('of money more than its target may be too much: %s %s %s', (name, target, actual, level2, expected) => {
  const [indicator] = form({ indicators: [{ name, target, actual, path: ['指标', level2] }] }).indicators;
  expect(indicator && directionOf(indicator, null)).toBe(expected);
});

describe('正向 and 反向 in a column of their own', () => {
  const said = (polarity: string, target: string): string => {
    const [built] = form({ indicators: [{ target }] }).indicators;
    if (built === undefined) throw new Error('no indicator');
    const relation = built.target?.value?.kind === 'number' ? built.target.value.relation : null;
    return directionOf(
      { ...built, polarity: { at: { row: 1, column: 9 }, text: polarity, value: polarity } },
      relation,
    );
  };

  test.each([
    ['正向', '100', 'higher'],
    ['反向', '100', 'lower'],
    ['逆向指标', '100', 'lower'],
    ['正向', '≤100', 'open'],
    ['反向', '≥100', 'open'],
    ['反向', '≤100', 'lower'],
    ['定量', '100', 'presumed-higher'],
    ['正向', '=100', 'exact'],
    ['越小越好', '100', 'lower'],
    ['越高越好', '100', 'higher'],
    ['逐年下降', '100', 'open'],
    ['↓', '100', 'open'],
    ['增减', '100', 'open'],
    ['↑', '100', 'presumed-higher'],
    ['逐年增长', '100', 'presumed-higher'],
    ['内部管理', '100', 'presumed-higher'],
    ['高质量发展', '100', 'presumed-higher'],
    ['/', '100', 'presumed-higher'],
  ])('%s and %s: %s', (polarity, target, expected) => expect(said(polarity, target)).toBe(expected));
});

test.each([
  ['200人次', '3期', 'kinds'],
  ['3期', '3人', 'kinds'],
  ['90%', '96个', 'kinds'],
  ['200人', '96%', 'kinds'],
  ['10公里', '3期', 'kinds'],
  ['5万元', '3个', 'kinds'],
  ['500万元', '471.23元', 'scale'],
  ['500元', '471.23万元', 'scale'],
  ['500万元', '4712300元', null],
  ['5万元', '0.5万元', null],
  ['352个', '100%', 'unclear'],
  ['3个', '3次', 'unclear'],
  ['100人', '100人次', 'unclear'],
  ['22个工作日', '21天', 'unclear'],
  ['10坛', '10桶', 'unclear'],
  ['200人次', '200', null],
  ['12个月', '1年', null],
  ['5项', '5件', null],
  ['良好', '5件', null],
])('the units of %s and %s differ: %s', (target, actual, expected) => {
  const [wanted, reached] = [quantity(target).value, quantity(actual).value];
  expect(wanted && reached && unitsDiffer(wanted, reached)).toBe(expected);
});

test.each<[string, Relation | null, string]>([
  ['补助标准', null, 'open'],
  ['补助标准', '=', 'open'],
  ['补助标准达标率', null, 'presumed-higher'],
  ['补助标准', '>=', 'higher'],
  ['成本节约额', '>=', 'higher'],
  ['项目总成本', '>=', 'open'],
  ['设备采购费用', '>', 'open'],
])('%s among the costs, sign %s: %s', (name, relation, expected) =>
  expect(direction(name, relation, '成本指标')).toBe(expected),
);

describe('a target and an actual value in one unit', () => {
  const pair = (target: string, actual: string): string => {
    const found = inOneUnit(quantity(target), quantity(actual));
    return found === null ? 'none' : `${found.target.toFixed()} ${found.actual.toFixed()}`;
  };

  test.each([
    ['100人次', '100次', '100 100'],
    ['3期', '3场', '3 3'],
    ['4次/年', '4次', '4 4'],
    ['200人次', '3期', 'none'],
    ['3个', '3项', '3 3'],
    ['10公里', '9000米', '10 9'],
    ['5000元/户·年', '4800元/户', '5000 4800'],
    ['4800元/户', '5000元/户·年', '4800 5000'],
    ['每人5元', '5元', '5 5'],
    ['100人', '100次', 'none'],
    ['3个', '3次', 'none'],
    ['5000元/户', '48元/人', 'none'],
    ['5个', '5元', 'none'],
    ['5户次', '5户', 'none'],
    ['2022年12月', '5个', 'none'],
    ['5个', '很好', 'none'],
    ['', '5个', 'none'],
    ['5个', '', 'none'],
  ])('%s and %s: %s', (target, actual, expected) => expect(pair(target, actual)).toBe(expected));

  // A bare figure is taken in the other's 万 or as it stands, whichever is nearer.
  test.each([
    ['5万元', '5', '50000 50000'],
    ['5', '5万元', '50000 50000'],
    ['5万元', '50000', '50000 50000'],
    ['5万元', '0', '50000 0'],
    ['0万元', '5', '0 5'],
    ['5亿元', '5', '500000000 500000000'],
    ['5千元', '5', '5000 5000'],
    ['5千元', '5000', '5000 5000'],
    ['700万次', '805', '7000000 8050000'],
    ['700万次', '8050000', '7000000 8050000'],
  ])('%s beside %s: %s', (target, actual, expected) => expect(pair(target, actual)).toBe(expected));
});

test.each([
  ['窗口服务天数', 'exact'],
  ['全年供水时长', 'exact'],
  ['业务办理天数', 'open'],
  ['平均响应时间', 'open'],
])('%s counted in days with the sign =: %s', (name, expected) => {
  const [indicator] = form({
    indicators: [{ name, path: ['产出指标', '数量指标'], target: '=365天' }],
  }).indicators;
  if (indicator === undefined) throw new Error('no indicator');
  expect(directionOf(indicator, '=')).toBe(expected);
});
