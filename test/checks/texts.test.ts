import { evidenceActual } from '../../src/checks/evidence-actual';
import { evidenceAmount } from '../../src/checks/evidence-amount';
import { evidenceEquation } from '../../src/checks/evidence-equation';
import { evidenceLabel } from '../../src/checks/evidence-label';
import { evidenceList } from '../../src/checks/evidence-list';
import { evidenceProduct } from '../../src/checks/evidence-product';
import { evidenceRate } from '../../src/checks/evidence-rate';
import { evidenceScore } from '../../src/checks/evidence-score';
import { evidenceSum } from '../../src/checks/evidence-sum';
import { evidenceTopic } from '../../src/checks/evidence-topic';
import { budgetBlock, type TestIndicator } from '../support/form';
import { saidOf } from '../support/rows';

describe('a total at the end of a sentence', () => {
  const said = (evidence: string) => saidOf(evidenceSum, { evidence });

  test.each<[string, string]>([
    ['会议2次、培训4次，共7次', '6'],
    ['上年3次。会议2次、培训4次，共7次', '6'],
    ['上年3次；会议2次、培训4次，共7次', '6'],
    ['上年3次\n会议2次、培训4次，共7次', '6'],
    ['次数3次：会议2次、培训4次，共7次', '6'],
    ['其中一项。会议2次、培训4次，共7次', '6'],
    ['会议2次、培训4次，共7次，其中重复1次', '6'],
  ])('%s: the parts make %s', (evidence, sum) => expect(said(evidence)).toEqual([`total ${sum}次`]));

  test.each([
    '会议5次，共6次',
    '会议2%、培训4%，共7%',
    '会议2次、培训4次，共不少于7次',
    '会议2次、培训4次，“共7次”',
    '会议2次、培训4次，参加活动的人员共7次',
    '2次、4次，共7次',
    '会议不少于2次、培训4次，共7次',
    '“会议2次”、培训4次，共7次',
    '会议共2次、培训4次，共7次',
    '会议2次、参会4人，共7次',
    '会议8次、培训2次，共7次',
    '会议2次、培训4次，共7次等',
    `会议2次、培训4次，${'情况良好'.repeat(110)}，共7次`,
  ])('%s says nothing of its parts', (evidence) => expect(said(evidence)).toEqual([]));
});

describe('a whole that a sentence divides', () => {
  const said = (evidence: string) => saidOf(evidenceSum, { evidence });

  test.each<[string, string]>([
    ['全年培训12期，其中：线上8期、线下6期。', '14期'],
    ['共培训12期，其中线上8期，线下5期', '13期'],
    ['慰问320人（其中农村220人、城镇120人），得满分', '340人'],
    ['培训200人，其中男120人、女90人', '210人'],
    ['检查企业210家次，其中重点企业280家次。', '280家次'],
    ['支出88万元，其中甲项目60万元、乙项目29万元', '89万元'],
    ['上半年检查120家次，下半年检查110家次，全年检查210家次。', '230家次'],
    ['上半年接待2500人次，下半年2600人次，全年共接待5200人次', '5100人次'],
    ['全年接待群众5200人次，上半年接待2900人次，下半年接待2700人次', '5600人次'],
    ['全年累计接待5200人次，其中上半年2900人次，下半年2700人次', '5600人次'],
  ])('%s: the parts make %s', (evidence, sum) => expect(said(evidence)).toEqual([`split ${sum} info`]));

  test.each([
    '全年培训12期，其中：线上8期、线下4期。',
    '培训12期，其中线上5期、线下4期',
    '慰问320人，其中女性200人、少数民族150人',
    '慰问320人，其中党员320人',
    '培训12期，其中线上8期180人、线下6期120人',
    '培训12期，其中线上约8期、线下6期',
    '培训12期，其中线上8期、线下6期、线上线下结合1期',
    '支出88万元，其中中央资金60万元，项目支出80万元',
    '培训200人，其中党员120人、女性80人、基层60人',
    '服务群众1000人，其中老年人400人、妇女500人、残疾人120人',
    '排查隐患100处，其中电气50处、燃气30处、重大22处',
    '合格率90%，其中城镇95%、农村92%',
    '较上年增加20家，其中新增民企25家',
    '平均每月4次，其中汛期6次',
    '检查40家，其中最多的县50家',
    '计划检查40家，其中重点企业10家，实际检查50家',
    '检查40家，其中重点企业10家，上年检查50家',
    '检查50家。其中甲县20家。乙县60家',
    '检查10家，其中民企检查20次',
    '上半年检查100家次，下半年检查110家次，全年检查210家次。',
    '上半年在校310人，下半年在校315人，全年在校320人',
    '上半年受理30件，下半年办结20件，全年办结45件',
    '上半年计划30件，下半年计划22件，全年办结50件',
    '上半年受理30件，下半年累计受理50件，全年受理50件',
    '上半年检查30家，下半年检查约20家，全年检查52家',
    '上半年检查30家，下半年检查20次，全年检查52家',
    '上半年检查30家，下半年检查20家，上年检查52家',
    '上半年检查30家；下半年检查20家；全年检查52家',
    '上半年合格率90%，下半年合格率95%，全年合格率92%',
    '上半年检查30家，三季度检查10家，全年检查52家',
  ])('%s contradicts nothing', (evidence) => expect(said(evidence)).toEqual([]));
});

describe('a list beside the actual value', () => {
  const said = (evidence: string, actual = '150条') => saidOf(evidenceList, { actual, evidence });

  test.each([
    '甲80条、乙14条、丙30条。',
    '各类数据：甲80条、乙14条、丙30条；',
    '甲80、乙14、丙30',
    '甲80条、乙14条、丙30条 。 ',
  ])('%s makes 124', (evidence) => expect(said(evidence)).toEqual(['actual 124条']));

  test.each([
    ['甲80条、甲14条、丙30条', '150条'],
    ['甲80条、14条、丙30条', '150条'],
    ['甲80条、乙不少于14条、丙30条', '150条'],
    ['甲80条、“乙14条”、丙30条', '150条'],
    ['甲80条、乙14条、共30条', '150条'],
    ['甲80人、乙14人、丙30人', '150条'],
    ['甲160条、乙14条、丙30条', '150条'],
    ['甲80条（另有乙14条）、丙30条、丁6条', '150条'],
    ['情况良好。甲80条、乙14条、丙30条', '150条'],
    ['甲80条、乙14条、丙30条已入库', '150条'],
    ['甲80%、乙14%、丙30%', '150%'],
    ['甲80条、乙14条、丙30条', '达成'],
    ['甲1条、乙2条、丙3条', '150条'],
    ['上半年受理60条，下半年办结50条，全年办结90条', '150条'],
  ])('%s beside %s says nothing', (evidence, actual) => expect(said(evidence, actual)).toEqual([]));
});

describe('a price, a count and a total', () => {
  const said = (evidence: string) => saidOf(evidenceProduct, { evidence });

  test.each<[string, string]>([
    ['每户补助5000元，共补助120户，合计发放资金66万元', '60万元'],
    ['已完成3项。每户补助5000元，共补助120户，合计发放资金66万元', '60万元'],
    ['每户补助5000元，共补助120户，合计发放资金66万元；另有2项', '60万元'],
    ['每人补助5000元，共补助120名，合计发放资金66万元', '60万元'],
    ['户均补助5000元，共补助120户，合计发放资金66万元', '60万元'],
    ['共发放补助12万元，惠及300人，人均380元', '11.4万元'],
    ['全年发放补助12万元，补助300人，人均补助380元', '11.4万元'],
    ['培训300人，培训费支出12万元，人均培训费480元', '14.4万元'],
    ['支付资金12万元，惠及300人，人均补助380元', '11.4万元'],
    ['发放补助15万元，共200人，平均每人补助500元', '10万元'],
    ['公车运行维护费24万元，车辆8辆，平均每辆2.4万元', '19.2万元'],
  ])('%s: they make %s', (evidence, product) => expect(said(evidence)).toEqual([`product ${product}`]));

  test.each([
    '每户补助5000元，补助120户',
    '每户补助5000元，补助120户，补助20户，合计66万元',
    '每户补助不超过5000元，共补助120户，合计发放资金66万元',
    '“每户补助5000元”，共补助120户，合计发放资金66万元',
    '其中每户补助5000元，共补助120户，合计发放资金66万元',
    '每户补助5000元，共补助120人，合计发放资金66万元',
    '每户补助5000元，共补助120户，上年发放66万元',
    '补助5000元，共补助120户，合计发放资金66万元',
    '每户补助5000元，共补助120户，合计发放资金6600万元',
    '每户补助5000元，共补助120，合计发放资金66万元',
    '投入资金12万元，惠及300人，人均补助380元',
    '平均每人补助500元，共200人，投入资金15万元',
    '发放补助12万元，惠及300人，人均400元',
    '公车运行维护费24万元，车辆10辆，平均每辆2.4万元',
    '公车运行维护费24万元，车辆10辆，平均每辆减少2万元',
    '发放补助12.5万元，惠及300人，人均416.67元',
    '共发放补助12万元，惠及300人，标准为人均500元',
    '工资总额12万元，在册300人，人均补助500元',
    '共发放补助12万元，惠及300人，人均标准500元',
    '共发放补助12万元，惠及300人，人均不超过500元',
    '共发放补助12万元，惠及300人，上年人均500元',
    '共发放补助12万元，惠及300人，每月人均50元',
    '共发放补助12万元，惠及300户，人均300元',
    '投入帮扶资金32万元，带动300人，人均增收1000元',
    '培训支出12万元，培训300人，人均节约80元',
  ])('%s says nothing of a product', (evidence) => expect(said(evidence)).toEqual([]));
});

describe('equations and multiples', () => {
  const said = (evidence: string) => saidOf(evidenceEquation, { evidence });

  test.each<[string, string[]]>([
    ['3+4=8', ['equation 7']],
    ['1÷3=0.35', ['equation 0.33']],
    ['1÷3=0.3351', ['equation 0.3333']],
    ['服务量24件，是约定服务量12件的3倍', ['times 2倍 warning']],
    ['服务量24件，比上年12件增长了3倍', ['times 2倍 warning']],
    ['完成3项，服务量24件，是约定服务量12件的3倍', ['times 2倍 warning']],
  ])('%s: %j', (evidence, expected) => expect(said(evidence)).toEqual(expected));

  test.each([
    '服务量24件，是约定服务量12件的不少于3倍',
    '服务量不少于24件，是约定服务量12件的3倍',
    '“服务量24件”，是约定服务量12件的3倍',
    '服务量24，是约定服务量12的3倍',
    '服务量24件，是服务人员12人的3倍',
    '服务量24件，是约定服务量0件的3倍',
    '服务量24件，约定服务量12件，上年3倍',
    '服务量24件，是约定服务量12件的3倍多',
    '服务量24件；是约定服务量12件的3倍',
    '服务量24件，是约定服务量12件的3成',
  ])('%s says nothing of a multiple', (evidence) => expect(said(evidence)).toEqual([]));
});

describe('a fact beside the actual value', () => {
  const row = { name: '热线接通率', target: '≥90%', actual: '95%' };
  const said = (evidence: string, more: TestIndicator = {}) => saidOf(evidenceActual, { ...row, ...more, evidence });
  const accidents = { name: '安全事故发生数', target: '≤5起', actual: '1起' };

  test.each<[string, TestIndicator]>([
    ['热线接通率为93%', {}],
    ['市民满意率为93%', { name: '市民满意度' }],
    ['组织培训班8场', { name: '组织培训班场次', target: '≥5场', actual: '10场' }],
    ['培训8人', { name: '培训人数', target: '≥5人', actual: '10人' }],
    ['1-12月热线接通率为93%', {}],
    ['截至12月热线接通率为93%', {}],
    ['上半年停课，全年培训8人', { name: '培训人数', target: '≥5人', actual: '10人' }],
    ['2022年全年培训8人，效果好', { name: '培训人数', target: '≥5人', actual: '10人' }],
    ['全年发生3起，未超过5起', accidents],
    ['2021年发生3起，未超过5起', accidents],
    ['收到投诉3件，低于5件', { name: '投诉件数', target: '≤5件', actual: '2件' }],
    ['全年举办11场，超过目标10场', { name: '举办活动场次', target: '≥10场', actual: '12场' }],
    // Beside ≥90% the figure alone is a rate.
    ['热线接通率为93%', { actual: '95' }],
    ['热线接通率为93%', { actual: '0.95' }],
  ])('%s contradicts it', (evidence, more) => {
    expect(said(evidence, more)).toHaveLength(1);
  });

  test.each<[string, TestIndicator]>([
    ['热线接通率为95.2%', {}],
    ['“热线接通率为93%”', {}],
    ['热线接通率不低于93%', {}],
    ['截至6月底，热线接通率为93%', {}],
    ['热线接通率为93%，办结率为94%', {}],
    ['12月热线接通率为93%', {}],
    ['11-12月热线接通率为93%', {}],
    ['3至12月热线接通率为93%', {}],
    ['按月测评，热线接通率为93%', {}],
    ['已超额完成全年培训人次8人次的任务', { name: '培训人次', target: '≥5人次', actual: '10人次' }],
    ['已完成全年培训人次8人次的年度任务', { name: '培训人次', target: '≥5人次', actual: '10人次' }],
    ...[
      '12月新开班培训8人',
      '上年同期，全年培训8人，增长50%',
      '其中线上：全年培训8人，另有线下',
      '新增学员方面，全年培训8人',
      '2022年全年培训8人，本年有较大增长',
    ].map((told): [string, TestIndicator] => [told, { name: '培训人数', target: '≥5人', actual: '10人' }]),
    ['投诉办结率为93%', {}],
    ['占比为93%', {}],
    ['全年平均接通率为93%', {}],
    ['热线接通率为93%', { target: '≥90', actual: '95' }],
    ['热线接通率为93%', { actual: '达成' }],
    ['培训8场', { name: '培训人数', target: '≥5人', actual: '10人' }],
    ['会议8人', { name: '培训人数', target: '≥5人', actual: '10人' }],
    ['全年发生1起，未超过5起', accidents],
    ['上年发生3起，本年未超过5起', accidents],
    ['全年发生1起，较上年减少2起', accidents],
    ['上半年发生3起', accidents],
    ['全年未发生3起以上事故', accidents],
    ['举办5场，参观7场', { name: '举办活动场次', target: '≥10场', actual: '12场' }],
    ['线上举办5场，线下举办7场', { name: '举办活动场次', target: '≥10场', actual: '12场' }],
    ['计划举办10场', { name: '举办活动场次', target: '≥10场', actual: '12场' }],
    ['发生3起', { ...accidents, name: '安全隐患处理数' }],
  ])('%s does not, with %j', (evidence, more) => expect(said(evidence, more)).toEqual([]));
});

describe('a rate and its figures', () => {
  const row = {
    name: '政府采购执行率',
    definition: '实际政府采购金额与年度政府采购预算的比率。',
  };
  const said = (evidence: string, more: TestIndicator = {}) => saidOf(evidenceRate, { ...row, ...more, evidence });

  test.each<[string, string[]]>([
    ['采购预算1000元，实际采购金额889.5元，采购执行率88.95%', []],
    ['采购预算1000元，实际采购金额889.5元，采购执行率98.95%', ['wrong 88.95%']],
    ['采购预算889.5元，实际采购金额1000元，采购执行率88.95%', ['swapped']],
    // Other figures of the text give the rate: which were meant can not be told.
    ['采购预算1000元，实际采购金额889.5元，上年预算200元，上年采购190元，采购执行率95%', []],
    ['采购预算1000元，实际采购金额889.5元，上年得95分，满分100分，采购执行率95%', ['wrong 88.95%']],
    ['采购预算1000元，实际采购金额889.5元，采购占比20%，其他19%，采购执行率95%', ['wrong 88.95%']],
  ])('%s: %j', (evidence, expected) => expect(said(evidence)).toEqual(expected));

  test.each<[string, string, string[]]>([
    ['自评覆盖率', '应开展自评32家，实际开展30家，覆盖率100%', ['wrong 93.75% warning']],
    ['会议参与率', '应参会60家，实际参会59家，参与率95%', ['wrong 98.33% warning']],
    ['会议参与率', '应到60人，实到57人，参与率95%，得4分', []],
    ['会议参与率', '应到60人，实到59人，参与率95%，得4分', ['wrong 98.33% warning']],
    ['社区覆盖率', '应覆盖60个，实际覆盖57个，覆盖率95%', []],
    ['社区覆盖率', '应覆盖60个，实际覆盖59个，覆盖率95%', ['wrong 98.33% warning']],
    ['项目开工率', '计划开工项目20个，开工18个，开工率90%。2个项目因用地未批未开工', []],
    ['项目开工率', '计划开工项目20个，开工19个，开工率90%', ['wrong 95% warning']],
    ['项目验收率', '应验收项目20个，完成验收19个，验收率90%', ['wrong 95% warning']],
    ['项目验收率', '应验收项目20个，已验收19个，验收率90%', ['wrong 95% warning']],
    ['信息公开率', '应公开信息30条，实际公开28条，公开率100%', ['wrong 93.33% warning']],
    ['项目验收率', '应验收项目20个，已申请17个，验收率90%', []],
    // What was found, in which way or at what time is another count than that of what was due.
    ['企业检查率', '计划检查企业20家，检查出问题企业5家，检查率100%', []],
    ['项目验收率', '计划验收项目20个，验收发现问题5个，验收率100%', []],
    ['岗位招聘率', '计划招聘20人，招聘报名120人，招聘率100%', []],
    ['信息公开率', '应公开30项，主动公开28项。公开率100%', []],
    ['信息公开率', '应公开信息30条，其中按时公开28条，公开率100%', []],
    ['补贴发放率', '应发放补贴500人，首批发放480人，发放率100%', []],
    ['项目开工率', '计划开工总投资500万元，实际完成开工投资480万元，开工率100%', []],
    // Of what was due by then, of what was left from before, of what is done later.
    ['案件结案率', '受理案件100件，审结90件，结案率100%', ['wrong 90% warning']],
    ['案件结案率', '受理案件100件，审结90件，法定期限内结案率100%', []],
    ['案件结案率', '受理案件100件，审结90件，结案率90%，法定期限内结案率100%', []],
    ['案件结案率', '受理案件100件，审结90件，审限内结案率100%', []],
    ['案件结案率', '受理案件100件，审结90件，按期结案率100%', []],
    ['法定审限内结案率', '收案100件，结案108件，法定审限内结案率100%', []],
    ['案件结案率', '受理案件100件，旧存20件，审结108件，结案率90%', []],
    ['案件结案率', '受理案件100件，旧存20件，审结108件，结案率95%', []],
    ['案件结案率', '受理案件100件，上年结转20件，审结96件，结案率80%', []],
    ['支出进度', '年度预算100万元，实际支出90万元，支出进度100%', ['wrong 90% warning']],
    ['支出进度', '年度预算100万元，实际支出90万元，达到序时支出进度100%', []],
    ['问题整改率', '发现问题40个，整改38个，2个正在整改，整改率100%', ['wrong 95% warning']],
    ['问题整改率', '发现问题40个，整改38个，2个正在整改后完成，整改率100%', []],
    ['项目验收率', '应急项目20个，验收19个，验收率90%', ['wrong 95% warning']],
    ['项目开工率', '计划开工项目20个，计划年内开工19个，开工率90%', []],
    // Another rate than that of what was due, another sentence, another figure beside them, other words with 应.
    ['服务满意率', '应参会60家，实际参会57家，满意率98%', []],
    ['社区覆盖率', '应参会60家，实际参会57家，参与率95%。服务覆盖率100%', []],
    ['社区覆盖率', '应参会60家，实际参会57家。服务覆盖率100%', []],
    ['会议参与率', '应到60人，实到57人，请假2人，参与率98%', []],
    ['演练参与率', '应急演练60人，实到57人，参与率98%', []],
    ['会议参与率', '应到60家，实到57人，参与率98%', []],
    ['会议参与率', '应到60人以上，实到57人，参与率98%', []],
  ])('%s, %s: %j', (name, evidence, expected) => {
    expect(saidOf(evidenceRate, { name, evidence })).toEqual(expected);
  });
});

describe('the money of the year', () => {
  const budget = budgetBlock([{ budget: 1000, spent: 998.9, rate: 0.9989 }]);
  const said = (name: string, evidence: string) => saidOf(evidenceAmount, { name, evidence }, budget);

  test.each<[string, string, string[]]>([
    ['预算完成率', '全年预算1080万元，支出998.9万元', ['amount 10000000']],
    ['预算完成率', '全年预算1000万元，支出990.9万元', ['amount 9989000']],
    ['结转结余率', '年末结转结余为2万元', ['amount 11000']],
    ['支出进度', '全年预算执行进度为100%', ['execution 99.89%']],
    ['支出进度', '全年预算执行进度为98.5%', ['execution 99.89%']],
    ['支出进度', '全年预算执行进度为99.9%', []],
    ['支出进度', '“全年预算执行进度为98.5%”', []],
    ['支出进度', '全年预算执行进度不低于98.5%', []],
    ['支出进度', '累计预算执行进度为98.5%', []],
    ['支出进度', '上半年预算执行进度为48.5%', []],
    ['支出进度', '全年预算执行进度为98.5%的得满分', []],
    ['支出进度', '全年预算执行进度为98.5%，是上年的1.1倍', ['execution 99.89%']],
    ['支出进度', '财政拨款预算执行进度为98.5%', []],
    ['预算完成率', '“全年预算1080万元”', []],
    ['预算完成率', '全年预算不超过1080万元', []],
    ['预算完成率', '年初预算1080万元', []],
    ['预算完成率', '上年支出900万元', []],
    ['预算完成率', '全年预算1080个', []],
    ['预算完成率', '其中全年预算600万元', []],
    ['预算完成率', '基本支出情况良好。全年预算1080万元', ['amount 10000000']],
    ['公用经费预算执行率', '全年预算600万元', []],
    ['培训人数', '全年预算600万元', []],
  ])('%s, %s: %j', (name, evidence, expected) => expect(said(name, evidence)).toEqual(expected));

  test('so many figures are a table, of which nothing is asked', () => {
    expect(said('预算完成率', `${'会议1次，'.repeat(60)}全年预算1080万元`)).toEqual([]);
  });
});

describe('a score that the text names', () => {
  test.each<[TestIndicator, string[]]>([
    [{ stated: 9, evidence: '因此得8分。' }, ['differs 8']],
    [{ stated: 8.01, evidence: '因此得8分。' }, ['differs 8 info']],
    [{ stated: 8, evidence: '因此得8分。' }, []],
    [{ stated: 9, evidence: '因此得5分满分。' }, ['full 10']],
    // The text has the score that the rule gives: then this follows from the wrong score.
    [{ stated: 9, target: '≥10个', actual: '8个', evidence: '因此得8分。' }, ['differs 8']],
    [{ stated: 9, target: '≥10个', actual: '8个', evidence: '因此得7分。' }, ['differs 7']],
    [{ stated: 8, target: '≥10个', actual: '8个', evidence: '因此得9分。' }, ['differs 9']],
  ])('%j: %j', (row, expected) => expect(saidOf(evidenceScore, row)).toEqual(expected));
});

describe('questions of topic', () => {
  test.each<[TestIndicator, string[]]>([
    [{ name: '群众满意度（投诉率）', target: '≤5%', actual: '0' }, ['complaints']],
    [{ name: '群众满意度（投诉率）', target: '<5%', actual: '0' }, ['complaints']],
    [{ name: '群众满意度（投诉率）', target: '≥5%', actual: '0' }, []],
    [{ name: '群众满意度', target: '≤5%', actual: '0' }, []],
    [{ name: '群众投诉率', target: '≤5%', actual: '0' }, []],
    [{ name: '群众满意度（投诉率）', target: '较少', actual: '0' }, []],
  ])('%j: %j', (row, expected) => expect(saidOf(evidenceTopic, row)).toEqual(expected));
});

test('a rate of another row is asked about only where it is named once', () => {
  expect(saidOf(evidenceLabel, { name: '公用经费控制率', evidence: '公用经费控制率44.36%' })).toEqual([]);
});
