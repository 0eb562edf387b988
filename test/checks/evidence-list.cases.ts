import { evidenceList } from '../../src/checks/evidence-list';
import { cases } from '../support/checkTester';
import { departmentForm } from '../support/department';

const goal = (actual: string, evidence: string, target = '≥100万条') =>
  departmentForm({ goals: [{ name: '基础信息数量', target, actual, evidence }] });

export default cases(evidenceList, {
  valid: [
    { name: '各项之和就是完成值', sheet: goal('150万条', '公安数据80万条、民政数据40万条、人社数据30万条。') },
    { name: '单位没有逐项写', sheet: goal('1500万条', '人口700.4万、房屋（在册）500.1万、单位299.8万。') },
    {
      name: '不是全部',
      silent: true,
      sheet: goal('150万条', '主要包括公安数据80万条、民政数据20万条、人社数据10万条。'),
    },
    {
      name: '不止是清单',
      silent: true,
      sheet: goal('150万条', '公安数据80万条、民政数据20万条、人社数据10万条，均已入库。'),
    },
    { name: '两项不成清单', silent: true, sheet: goal('150万条', '公安数据80万条、民政数据40万条。') },
    { name: '城镇和农村', sheet: goal('412万户', '城镇200万户、农村212万户。') },
    { name: '城镇和别的，不成清单', silent: true, sheet: goal('412万户', '城镇200万户、新区202万户。') },
    { name: '其中城镇和农村，未必齐全', silent: true, sheet: goal('412万户', '其中城镇200万户、农村202万户。') },
    {
      name: '其中另一句是另一种分法',
      silent: true,
      sheet: goal('412万户', '其中城镇200万户、农村212万户；低保户30万户。'),
    },
    {
      name: '大小悬殊，说的不是一件事',
      silent: true,
      sheet: goal('150万条', '公安数据8条、民政数据4条、人社数据3条。'),
    },
    { name: '两个比率不能相加', silent: true, sheet: goal('97%', '城镇50%、农村42%。', '≥90%') },
    {
      name: '两项加起来比完成值多，也不成清单',
      silent: true,
      sheet: goal('110万条', '公安数据80万条、民政数据40万条。'),
    },
    { name: '其中只有一项', silent: true, sheet: goal('412万户', '其中县城500万户。') },
    { name: '单位不同', silent: true, sheet: goal('412万户', '其中县城128.6万人、乡镇132.8万人、村屯251.6万人。') },
    ...[
      '公安数据80万条、民政数据14万人、人社数据30万条。',
      '公安数据180万条、民政数据14万条、人社数据30万条。',
      '公安数据80万条、民政数据不少于14万条、人社数据30万条。',
      '公安数据80万条、公安数据14万条、人社数据30万条。',
      '经核实，公安数据80万条、民政数据14万条、人社数据30万条。',
      '公安数据80万条（已入库）、民政数据14万条、人社数据30万条。',
      '根据信息中心全年汇总的统计数据来源：公安数据80万条、民政数据14万条、人社数据30万条。',
    ].map((text) => ({ name: `不只是各项的清单：${text}`, silent: true as const, sheet: goal('150万条', text) })),
    {
      name: '其中的各项后面还有话',
      silent: true,
      sheet: goal('412万户', '其中县城128.6万户、乡镇132.8万户、村屯251.6万户，均已入户。'),
    },
  ],
  invalid: [
    ...[
      '数据来源：公安数据80万条、民政数据14万条、人社数据30万条。',
      ' 公安数据80万条、民政数据14万条、人社数据30万条',
    ].map((text) => ({
      name: `前面有标题或者空格：${text}`,
      sheet: goal('150万条', text),
      findings: [{ cell: 'J11', message: 'actual', severity: 'info' as const, expected: '124万条', found: '150万条' }],
    })),
    {
      name: '其中的各项加起来比完成值还多',
      sheet: goal('412万户', '其中县城128.6万户、乡镇132.8万户、村屯251.6万户。'),
      findings: [{ cell: 'J11', message: 'actual', severity: 'info', expected: '513万户', found: '412万户' }],
    },
    {
      name: '城镇和农村两项加起来不是完成值',
      sheet: goal('412万户', '城镇200万户、农村202万户。'),
      findings: [{ cell: 'J11', message: 'actual', severity: 'info', expected: '402万户', found: '412万户' }],
    },
    {
      name: '线上和线下两项加起来不是完成值',
      sheet: goal('412人次', '线上200人次、线下202人次'),
      findings: [{ cell: 'J11', message: 'actual', severity: 'info' }],
    },
    ...['春季学期200人次、秋季学期202人次', '第一期200人次、第二期202人次'].map((text) => ({
      name: `两部分加起来不是完成值：${text}`,
      sheet: goal('412人次', text),
      findings: [{ cell: 'J11', message: 'actual', severity: 'info' as const }],
    })),
    {
      name: '前三季度的累计数，也像清单',
      sheet: goal('120万条', '一季度30万条、二季度50万条、三季度80万条'),
      findings: [{ cell: 'J11', message: 'actual', severity: 'info' }],
    },
    {
      name: '有一项写错',
      sheet: goal('150万条', '公安数据80万条、民政数据14万条、人社数据30万条。'),
      findings: [
        {
          cell: 'J11',
          message: 'actual',
          severity: 'info',
          expected: '124万条',
          found: '150万条',
          related: ['H11'],
        },
      ],
    },
  ],
});
