import { statedExecution } from '../../src/checks/stated-execution';
import { sheetOf } from '../fixtures/corpus/read';
import { project } from '../fixtures/render';
import { changed, TRAINING } from '../fixtures/training';
import { cases } from '../support/checkTester';
import { MOST_FACTS } from '../../src/words/facts';
import { sheet, type TestCell } from '../support/sheet';

/** A project of 240 万元 of which 216 were spent, with what its 完成情况 in E4 says. */
const told = (completion: string) => {
  const lines = [{ label: '年度资金总额', initial: 240, budget: 240, spent: 216, weight: 10, rate: '90%', stated: 9 }];
  const { values } = project({ rows: TRAINING, budget: { lines } });
  const goals: TestCell[][] = [
    ['年度总体目标', '预期目标', null, null, '实际完成情况'],
    [null, '培训200人次。', null, null, completion],
  ];
  return sheet([...values.slice(0, 2), ...goals, ...values.slice(2)]);
};

/** A project whose execution is a row of the table, its actual value in E7. */
const asRow = (actual: TestCell, stated: number, target: TestCell = '100%') =>
  project({
    budget: { lines: [{ label: '年度资金总额', budget: 240, spent: 216 }] },
    rows: [
      {
        level1: '预算执行',
        level2: '预算执行',
        name: '预算执行率',
        target,
        actual,
        weight: 10,
        stated,
        evidence: '尾款未到期，已列入次年预算；将加快支付。',
      },
      ...changed(new Map()),
    ],
    total: { weight: 100, stated: 90 + stated },
  });

/** Tasks with their money, none of which is the whole, and the execution as a row of the table. */
const ofTasks = sheetOf(`部门整体绩效自评表
年度主要任务|对应项目|项目类别|预算金额|执行金额|执行率||
优抚|抚恤补助|履职类|860|842.8|98%||
安置|经济补助|履职类|310|310|100%||
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|发放人数|≥1300人|1320人|90|90|
预算执行|预算执行|预算执行率|100%|96.48%|10|9.65|尾款未付，将加快支付
总分|||||100|99.65|`);

/** What the column beside the money says of 216 out of 240. */
const remarked = (remark: string) => {
  const lines = [{ label: '年度资金总额', initial: 240, budget: 240, spent: 216, weight: 10, rate: '90%', stated: 9 }];
  const { values } = project({ rows: TRAINING, budget: { lines } });
  return sheet(values.map((row, index) => (index === 3 ? [...row, '备注'] : index === 4 ? [...row, remark] : row)));
};

/** A project of which a row below the table says how the year went. */
const concluded = (conclusion: string) => {
  const { values } = told('培训210人次。');
  return sheet([...values, ['说明', conclusion]]);
};

/** A project without a table of money, with what a text says of it in B3. */
const inWords = (text: string) =>
  sheetOf(`项目支出绩效自评表
项目名称|职工培训
资金情况|${text}
一级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|培训人次|≥200人次|210人次|60|60
效益指标|知晓率|≥90%|92%|40|40
总分||||100|100`);

/** A project paid for by the county and from above, with what its 完成情况 in E4 says. */
const shared = (completion: string) =>
  sheetOf(`项目支出绩效自评表
项目名称|法律援助
年度总体目标|预期目标||实际完成情况
|提供法律援助。|||${completion}
资金（万元）|年初预算数|全年预算数|全年执行数|执行率
年度资金总额|20|68.4|60|87.72%
其中：当年财政拨款|20|20|20|100%
上级补助|0|48.4|40|82.64%
一级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|办案件数|≥500件|561件|60|60
效益指标|知晓率|≥85%|86%|40|40
总分||||100|100
未完成原因|尾款次年支付|||||`);

export default cases(statedExecution, {
  valid: [
    { name: '任务清单的第一项不是全年资金', silent: true, sheet: ofTasks },
    ...['共支出216万元。', '累计支出资金216万元，培训200人次。'].map((text) => ({
      name: `合起来说的支出：${text}`,
      sheet: told(text),
    })),
    ...['近三年共支出600万元。', '两个子项目共支出50万元。', '共支出培训费20万元。'].map((text) => ({
      name: `不是本年全部的支出：${text}`,
      sheet: told(text),
      silent: true,
    })),
    { name: '别的事的完成率', silent: true, sheet: told('培训210人次，完成率105%；考核合格率96%。') },
    { name: '支出后面的完成率', sheet: told('支出资金216万元，完成率90%。') },
    { name: '支出后面的结余', sheet: told('预算240万元，支出216万元，结余24万元。') },
    {
      name: '结余里有上年结转的',
      sheet: told('收到240万元，上年结转20万元，支出216万元，结转44万元。'),
    },
    { name: '结余没有写是哪一年的', sheet: told('年初结余30万元，支出216万元。') },
    ...['2022年全年支出200万元，2023年全年支出216万元。', '到位资金216万元，支出216万元，资金使用率100%。'].map(
      (text) => ({
        name: `不都是本年全部的资金：${text}`,
        sheet: told(text),
      }),
    ),
    ...[
      '全年部门预算总额3000万元，其中本项目240万元。',
      '中央资金到位100万元，支出100万元；地方资金116万元全部支出。',
      '“三公”经费预算25万元，支出18万元。',
      '工程总投资1.2亿元，累计支出9800万元，培训进度100%。',
    ].map((text) => ({ name: `不是本年全部的资金：${text}`, silent: true as const, sheet: told(text) })),
    { name: '完成率没有写是什么的', silent: true as const, sheet: told('培训工作完成进度100%。完成率100%。') },
    { name: '资金使用率相符', sheet: told('资金到位率100%，资金使用率90%。') },
    { name: '按来源写到的预算和支出相符', sheet: shared('上级补助48.4万元，支出20万元。') },
    { name: '按来源写到的支出相符', sheet: shared('办案561件；其中上级补助40万元用于办案。') },
    {
      name: '两笔都叫上级补助，可能各是一部分',
      silent: true,
      sheet: shared('上级补助30万元用于办案；上级补助5万元用于宣传。'),
    },
    {
      name: '上年的补助、不超过的补助不比较',
      silent: true,
      sheet: shared('上年上级补助50万元；上级补助不超过60万元。'),
    },
    { name: '没有这一来源', silent: true, sheet: shared('省级补助58.4万元。') },
    { name: '没有资金表，文字里的执行率算得出来', sheet: inWords('预算：100万元　　支出：95万元　　执行率：95%') },
    { name: '没有资金表，写的是项目预算', sheet: inWords('2022年项目预算120万元，实际支出108万元，预算执行率90%。') },
    {
      name: '没有资金表，写了两个项目的预算',
      silent: true,
      sheet: inWords('甲项目预算50万元，乙项目预算70万元，实际支出108万元，预算执行率95%。'),
    },
    {
      name: '没有资金表，其中的支出不算全年的',
      sheet: inWords('全年预算收入1286.4万元，其中基本支出786.4万元；实际支出1247.81万元，预算执行率97%。'),
    },
    {
      name: '没有资金表，写了两笔预算，不知道是哪一笔的',
      silent: true,
      sheet: inWords('部门预算100万元，单位预算95万元，支出95万元，执行率98%。'),
    },
    { name: '没有资金表，只写了执行率', silent: true, sheet: inWords('支出95万元，预算执行率95%。') },
    { name: '资金表自己的说明相符', sheet: remarked('截至年末，预算执行率达到90%。') },
    {
      name: '表下说明里的支出相符，分行写，字间有空格',
      sheet: concluded('一、资 金\n  全年预算240万元，\n  执行 216 万元，执行率90%。'),
    },
    { name: '金额和执行率都相符', sheet: told('培训210人次，全年支出216万元，预算执行率90%。') },
    { name: '只说了其中一部分', silent: true, sheet: told('其中，讲课费支出30万元，场地支出12万元。') },
    { name: '半年的执行率', silent: true, sheet: told('截至6月底，预算执行率为45%。') },
    { name: '执行率一行相符', sheet: asRow('90%', 9) },
    { name: '执行率一行写成小数', sheet: asRow(0.9, 9) },
    { name: '执行率一行写的是文字', silent: true, sheet: asRow('已完成', 10) },
    { name: '结余另有一项核查', silent: true, sheet: told('培训210人次，年末结余20万元。') },
    {
      name: '说得太多，看不出哪个是全年的',
      silent: true,
      sheet: told(`全年支出30万元，${'讲课1万元，'.repeat(MOST_FACTS)}`),
    },
    { name: '执行率一行写的是金额', silent: true, sheet: asRow('216万元', 9, '240万元') },
  ],
  invalid: [
    {
      name: '支出后面的结余不是预算减支出',
      sheet: told('预算240万元，支出216万元，结余26万元。'),
      findings: [{ cell: 'E4', message: 'amount', severity: 'info', expected: '24万元', found: '26万元' }],
    },
    {
      name: '资金使用率不符：可能按到位数算',
      sheet: told('资金到位率100%，资金使用率100%。'),
      findings: [{ cell: 'E4', message: 'rate', severity: 'info', expected: '90%', found: '100%' }],
    },
    {
      name: '追加以后的支出不符',
      sheet: told('年初预算200万元，追加40万元，支出206万元。'),
      findings: [{ cell: 'E4', message: 'amount', severity: 'info' }],
    },
    ...['共支出资金205万元，培训200人次。', '累计支出205万元。'].map((text) => ({
      name: `合起来说的支出：${text}`,
      sheet: told(text),
      findings: [{ cell: 'E4', message: 'amount', severity: 'info' as const, expected: '216万元', found: '205万元' }],
    })),
    {
      name: '执行率一行写成百分之零点几',
      sheet: asRow('0.9%', 0.09),
      findings: [{ cell: 'E7', message: 'row', severity: 'warning', expected: '90%', found: '0.9%' }],
    },
    {
      name: '没有资金表，文字里的执行率与所写金额不符',
      sheet: inWords('年初预算安排100万元，实际支出95万元，预算执行率98%。'),
      findings: [{ cell: 'B3', message: 'own', severity: 'warning', found: '98%', expected: '95%' }],
    },
    {
      name: '没有资金表，项目预算与执行率不符',
      sheet: inWords('2022年项目预算120万元，实际支出108万元，预算执行率94.9%。'),
      findings: [{ cell: 'B3', message: 'own', severity: 'warning', found: '94.9%', expected: '90%' }],
    },
    {
      name: '表下说明里的支出与资金表不同',
      sheet: concluded('全年预算240万元，执行206万元，执行率86%。'),
      findings: [{ cell: 'B14', message: 'amount', severity: 'info', found: '206万元', expected: '216万元' }],
    },
    {
      name: '资金表自己的说明写100%',
      sheet: remarked('截至年末，预算执行率达到100%。'),
      findings: [{ cell: 'I5', message: 'rate', severity: 'warning', found: '100%', expected: '90%' }],
    },
    {
      name: '全年支出与资金表不同，执行率随之不同，只报一次',
      sheet: told('培训210人次，全年支出226万元，预算执行率为94.2%。'),
      findings: [
        { cell: 'E4', message: 'amount', severity: 'warning', expected: '216万元', found: '226万元', related: ['E7'] },
      ],
    },
    {
      name: '全年预算与资金表不同',
      sheet: told('培训210人次，全年预算安排260万元。'),
      findings: [{ cell: 'E4', message: 'amount', severity: 'warning', expected: '240万元', found: '260万元' }],
    },
    {
      name: '执行率与资金表不同',
      sheet: told('培训210人次，预算执行率达到100%。'),
      findings: [{ cell: 'E4', message: 'rate', severity: 'warning', expected: '90%', found: '100%' }],
    },
    {
      name: '按来源写到的金额与资金表的哪一个都不同',
      sheet: shared('上级补助58.4万元。'),
      findings: [{ cell: 'E4', message: 'amount', severity: 'info', expected: '48.4万元、40万元', found: '58.4万元' }],
    },
    {
      name: '看不出是不是全部支出，只作提示',
      sheet: told('聘请讲师15人，支出30万元。'),
      findings: [{ cell: 'E4', message: 'amount', severity: 'info' }],
    },
    {
      name: '执行率一行与资金表不同',
      sheet: asRow('95%', 9.5),
      findings: [{ cell: 'E7', message: 'row', severity: 'warning', expected: '90%', found: '95%' }],
    },
    {
      name: '支出写错，执行率又是另一个数',
      sheet: told('全年预算240万元，全年执行206万元，预算执行率95%。'),
      findings: [
        { cell: 'E4', message: 'amount', expected: '216万元', found: '206万元' },
        { cell: 'E4', message: 'rate', expected: '90%', found: '95%' },
      ],
    },
    {
      name: '支出写错，执行率由它算出',
      sheet: told('全年预算240万元，全年执行204万元，预算执行率85%。'),
      findings: [{ cell: 'E4', message: 'amount', expected: '216万元', found: '204万元' }],
    },
  ],
});
