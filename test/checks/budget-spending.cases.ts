import { budgetSpending } from '../../src/checks/budget-spending';
import { TRAINING, funded, training, trainingIn } from '../fixtures/training';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { sheet, type TestCell } from '../support/sheet';

/** The money row in columns C to H, with what stands in a column 备注 beside it and below the total. */
const noted = (remark: string | null, below: readonly (readonly TestCell[])[] = []) => {
  const { values } = funded({ spent: 108, rate: '108%' });
  const rows = values.map((row, index) => (index === 3 ? [...row, '备注'] : index === 4 ? [...row, remark] : row));
  return sheet([...rows, ...below]);
};

/** A line below the money row. */
const told = (line: string) => {
  const { values } = funded({ spent: 108, rate: '108%' });
  return sheet([...values.slice(0, 5), [line], ...values.slice(5)]);
};

const ROWS = `一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
投入管理|预算管理|制度健全|健全|健全|40|40|
产出指标|数量指标|建设里程|≥120公里|126公里|60|60|
总分||||||100|`;

/** The scale block of a department: money by source and by kind, no total. */
const scale = (spent: number) =>
  trainingIn('L1', {
    budget: {
      lines: [
        { group: '按资金来源', label: '财政拨款', budget: 400, spent },
        { group: '按资金来源', label: '其他资金', budget: 100, spent: 100 },
        { group: '按资金结构', label: '基本支出', budget: 200, spent: 205 },
        { group: '按资金结构', label: '项目支出', budget: 300, spent: spent - 105 },
      ],
    },
    rows: TRAINING,
    total: { weight: 90, stated: 90 },
  });

export default cases(budgetSpending, {
  valid: [
    { name: '没有超出', sheet: funded({ spent: 99.5, rate: '99.5%', stated: 9.95 }) },
    { name: '超出的写明了原因', sheet: noted('年中上级追加资金8万元。') },
    { name: '表下说明了', sheet: noted(null, [['其他需要说明的事项', null, '超出的8万元使用上年结转资金支付。']]) },
    ...[['因上级追加资金超支八万元'], ['其他需要说明的事项', '年中追加八万元']].map((line) => ({
      name: `表下的说明很短：${line.join(' | ')}`,
      sheet: noted(null, [line]),
    })),
    { name: '资金表下面说明了', sheet: told('调整原因：上级追加资金8万元') },
    { name: '年初没有预算、年中下达，写明了', sheet: noted('年中新增项目。') },
    { name: '调整的写明了原因', sheet: adjusted(90, '因任务减少，年中压减预算，其余按期完成。') },
    { name: '一行的原因说的是资金', sheet: adjusted(120, '因新增任务，追加经费20万元。') },
    {
      name: '收入和结余多了不是超支',
      sheet: sheetOf(`社会保险基金绩效自评表
基金收支（亿元）|预算数|执行数|执行率
基金收入|56.8|57.33|100.93%
基金支出|49.2|48.95|99.49%
年末滚存结余|102.35|103.13|
一级指标|三级指标|目标值|完成值|分值|得分
产出|参保人数|≥62万人|63.1万人|100|100`),
    },
    { name: '只差零头的不算调整', sheet: adjusted(99.99, '') },
    {
      name: '表下的说明里有“备注”二字',
      sheet: noted(null, [['其他说明事项，备注：超出的8万元使用上年结转资金支付。']]),
    },
    { name: '末位差一，是取舍', sheet: funded({ initial: 99.995, budget: 99.995, spent: 99.996, rate: '100%' }) },
  ],
  invalid: [
    {
      name: '表下另一张表的标题不是说明',
      sheet: noted(null, [['年度', '追加预算', '年末结转']]),
      findings: [{ cell: 'E5', message: 'over', severity: 'warning' }],
    },
    ...[
      ['是否超支', '未超支'],
      ['有无预算追加', '无追加预算'],
      ['其他需要说明的事项', '没有追加预算'],
      ['主管处室', '经费调剂结转办'],
    ].map((line) => ({
      name: `表下没有说明：${line.join(' | ')}`,
      sheet: noted(null, [line]),
      findings: [{ cell: 'E5', message: 'over', severity: 'warning' as const }],
    })),
    ...['超支情况说明', '注：超支的应说明原因，由填表人填写。', ' 填表说明：超支的应在备注中说明超支的原因。'].map(
      (text) => ({
        name: `表下的只是标题或者填表的要求：${text}`,
        sheet: noted(null, [[text]]),
        findings: [{ cell: 'E5', message: 'over', severity: 'warning' as const }],
      }),
    ),
    {
      name: '末位差二，不是取舍',
      sheet: funded({ initial: 99.995, budget: 99.995, spent: 99.997, rate: '100%' }),
      findings: [{ cell: 'E5', message: 'over', severity: 'warning', found: '99.997' }],
    },
    {
      name: '合计在各行下面，也从合计说起',
      sheet: divided(['60|60|66', '40|40|44'], '100|100|110'),
      findings: [{ cell: 'E5', message: 'over', severity: 'warning', found: '110', related: ['D5', 'E3', 'E4'] }],
    },
    ...[
      { other: 44, whole: 110, cell: 'E5', severity: 'warning' as const },
      { other: 30, whole: 96, cell: 'E3', severity: 'info' as const },
    ].map(({ other, whole, cell, severity }) => ({
      name: `合计 ${whole} 写在各来源下面、名称一栏里`,
      sheet: sheetOf(`部门整体支出绩效自评表
资金情况（万元）||年初预算数|全年预算数|全年执行数
按资金来源|财政拨款|60|60|66
|其他资金|40|40|${other}
|年度资金总额|100|100|${whole}
${ROWS}`),
      findings: [{ cell, message: 'over', severity }],
    })),
    {
      name: '合计在各行下面，调整也从合计说起',
      sheet: divided(['60|60|60', '40|60|60'], '100|120|120'),
      findings: [{ cell: 'D5', message: 'changed', severity: 'info', related: ['C5'] }],
    },
    {
      name: '只有年初预算数，年中也许增加了',
      sheet: initialOnly(108),
      findings: [{ cell: 'C3', message: 'over', severity: 'info', found: '108', related: [] }],
    },
    {
      name: '支出超过计划，到位的够用，作为问题提出',
      sheet: planned(720),
      findings: [{ cell: 'F2', message: 'over', severity: 'info', found: '710' }],
    },
    {
      name: '支出超过计划，到位的也不够',
      sheet: planned(705),
      findings: [{ cell: 'F2', message: 'over', severity: 'warning', found: '710' }],
    },
    {
      name: '支出 110%，没有一句说明',
      sheet: funded({ spent: 110, rate: '110%' }),
      findings: [{ cell: 'E5', message: 'over', severity: 'warning', found: '110', related: ['D5'] }],
    },
    {
      name: '资金表下面只是要求说明',
      sheet: told('注：年中追加或调减预算的应说明原因'),
      findings: [{ cell: 'E5', message: 'over', severity: 'warning' }],
    },
    {
      name: '备注一栏空着',
      sheet: noted('无'),
      findings: [{ cell: 'E5', message: 'over', severity: 'warning' }],
    },
    {
      name: '部门收支 102%，按来源、按结构都超出',
      sheet: scale(410),
      findings: [{ cell: 'C7', message: 'over', severity: 'warning', found: '410' }],
    },
    {
      name: '总额没有超出，只有一部分超出，作为问题提出',
      sheet: scale(400),
      findings: [{ cell: 'E7', message: 'over', severity: 'info', found: '205' }],
    },
    {
      name: '年中调整预算没有说明',
      sheet: adjusted(80, ''),
      findings: [{ cell: 'D5', message: 'changed', severity: 'info', related: ['C5'] }],
    },
    {
      name: '一行的原因说的是别的调整',
      sheet: adjusted(80, '相关政策调整，实施范围缩小。'),
      findings: [{ cell: 'D5', message: 'changed', severity: 'info' }],
    },
    {
      name: '年初没有、年中下达的没有说明',
      sheet: funded({ initial: 0 }),
      findings: [{ cell: 'D5', message: 'changed', severity: 'info' }],
    },
  ],
});

/** The year's budget that was 100 at its beginning, all of it spent, with what a row says. */
function adjusted(budget: number, evidence: string) {
  return training(
    0,
    { evidence },
    {
      budget: {
        lines: [{ label: '年度资金总额', initial: 100, budget, spent: budget, weight: 10, rate: '100%', stated: 10 }],
      },
    },
  );
}

/** Money by where it came from, and the total below. */
function divided([first, second]: readonly [string, string], total: string) {
  return sheetOf(`部门整体支出绩效自评表
资金情况（万元）||年初预算数|全年预算数|全年执行数
资金来源|财政拨款|${first}
|其他资金|${second}
合计||${total}
${ROWS}`);
}

/** Money whose budget is that of the year's beginning, with no other column. */
function initialOnly(spent: number) {
  return sheetOf(`部门整体支出绩效自评表
资金情况（万元）|年初预算数|全年执行数
年度资金总额|100|${spent}
${ROWS}`);
}

/** 710 spent of 700 that were planned. */
function planned(arrived: number) {
  return sheetOf(`项目支出绩效自评表
计划安排资金（万元）|700|实际到位资金（万元）|${arrived}|实际支出（万元）|710
一级指标|三级指标|目标值|完成值|分值|得分
产出|建设桥梁|≥3座|3座|60|60
效益|受益人口|≥9000人|9300人|40|40
合计||||100|100`);
}
