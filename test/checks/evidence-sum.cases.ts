import { evidenceSum } from '../../src/checks/evidence-sum';
import { cases } from '../support/checkTester';
import { training } from '../fixtures/training';
import { departmentForm } from '../support/department';

const written = (evidence: string) => departmentForm({ managed: [{ name: '会议管理情况', evidence }] });

export default cases(evidenceSum, {
  valid: [
    { name: '合计等于各项之和', sheet: written('召开二类会议2次、三类会议4次，共6次。') },
    { name: '完成值里的合计', sheet: training(0, { actual: '第一期100人次，第二期110人次，共210人次' }) },
    { name: '按万元舍入', sheet: written('会议费1.24万元、培训费2.13万元，合计3.4万元。') },
    { name: '其中只是一部分', silent: true, sheet: written('采购项目5个，其中公开招标3个、询价1个，共5个。') },
    { name: '其中男女各若干，就是全部', sheet: written('服务对象中，其中男620人、女506人，合计1126人。') },
    { name: '各多少次，要乘', silent: true, sheet: written('甲镇3次、乙镇4次，其他乡镇各1次，共12次。') },
    { name: '括号里含的是一部分', silent: true, sheet: written('东区检查60次（含复查5次）、西区45次，共105次。') },
    { name: '列举未尽', silent: true, sheet: written('接待二类会议2次、三类会议4次等，共9次。') },
    { name: '合计的是别的东西', silent: true, sheet: written('召开二类会议2次、三类会议4次，共节约经费3次。') },
    { name: '单位不同', silent: true, sheet: written('召开会议2次、参会120人，共2次。') },
    { name: '只有一项', silent: true, sheet: written('召开会议2次，共6次。') },
    { name: '大小悬殊，说的不是一件事', silent: true, sheet: written('召开二类会议2次、三类会议4次，合计600次。') },
    { name: '办结和未办结的就是受理的', sheet: written('共受理投诉120件，办结118件，未办结2件，办结率98.33%。') },
    { name: '合格和不合格的就是抽检的', sheet: written('抽检100批次，合格95批次，不合格5批次。') },
    { name: '有上年结转的', silent: true, sheet: written('受理120件，办结118件（含上年结转2件），未办结4件。') },
    { name: '结转没有写几件', silent: true, sheet: written('受理120件，含结转办结118件，未办结4件。') },
    { name: '还有别的结果', silent: true, sheet: written('受理120件，办结112件，不予受理4件，未办结2件。') },
    { name: '两部分里有约数', silent: true, sheet: written('受理120件，办结约118件，未办结4件。') },
    { name: '其中线上和线下合起来是总数', sheet: written('全年培训12期，其中：线上8期、线下4期。') },
    { name: '其中的各项可能重叠', silent: true, sheet: written('慰问320人，其中女性200人、少数民族150人。') },
    { name: '上半年和下半年合起来是全年', sheet: written('上半年检查100家次，下半年检查110家次，全年检查210家次。') },
    { name: '未办结的是别的事', silent: true, sheet: written('受理120件，立案118件，未办结4件。') },
    ...[
      '一季度检查100家次，下半年检查110家次，全年检查250家次。',
      '上半年检查100家次，三季度检查50家次，全年检查220家次。',
      '上半年检查100家次，下半年检查110家次，本期检查250家次。',
      '上半年培训100人，下半年考核50人，全年培训200人。',
      '上半年培训100人，下半年培训50人，全年考核200人。',
      '上半年计划检查100家次，下半年检查110家次，全年检查250家次。',
      '上半年检查120家次，下半年检查210家次，全年检查210家次。',
      '受理120件，办结118件，未办结4件，退件3件。',
      '总体评价100%，满意92%，不满意9%。',
      '120件，办结118件，未办结4件。',
      '受理1200件，办结118件，未办结4件。',
    ].map((text) => ({ name: `不是一个总数的两部分：${text}`, silent: true as const, sheet: written(text) })),
  ],
  invalid: [
    {
      name: '前面一句里的上年',
      sheet: written('上年受理5件。受理120件，办结118件，未办结4件。'),
      findings: [{ cell: 'J11', message: 'split', severity: 'info', expected: '122件', found: '120件' }],
    },
    {
      name: '合计等于哪一种分法都不对，只说一次',
      sheet: written('甲区8期、乙区6期，共12期，其中：线上8期、线下6期。'),
      findings: [{ cell: 'J11', message: 'total', severity: 'warning', expected: '14期', found: '12期' }],
    },
    ...[
      '上半年100家次，下半年120家次，年度检查210家次。',
      '全年检查210家次，上半年检查110家次，下半年检查110家次。',
    ].map((text) => ({
      name: `上半年和下半年合起来不是全年：${text}`,
      sheet: written(text),
      findings: [{ cell: 'J11', message: 'split', severity: 'info' as const, expected: '220家次', found: '210家次' }],
    })),
    ...['受理120件，办结118件，未办结4件。', '共受理投诉120件，已办结118件，尚未办结4件，下步加快办理。'].map(
      (text) => ({
        name: `办结和未办结的不是受理的：${text}`,
        sheet: written(text),
        findings: [{ cell: 'J11', message: 'split', severity: 'info' as const, expected: '122件', found: '120件' }],
      }),
    ),
    {
      name: '其中线上和线下多于总数',
      sheet: written('全年培训12期，其中：线上8期、线下6期。'),
      findings: [{ cell: 'J11', message: 'split', severity: 'info', expected: '14期', found: '12期' }],
    },
    {
      name: '上半年和下半年合起来不是全年',
      sheet: written('上半年检查120家次，下半年检查110家次，全年检查210家次。'),
      findings: [{ cell: 'J11', message: 'split', severity: 'info', expected: '230家次', found: '210家次' }],
    },
    {
      name: '合格和不合格的不是抽检的',
      sheet: written('抽检100批次，合格95批次，不合格6批次。'),
      findings: [{ cell: 'J11', message: 'split', severity: 'info', expected: '101批次', found: '100批次' }],
    },
    {
      name: '男女相加不等于合计',
      sheet: written('服务对象中，其中男620人、女516人，合计1126人。'),
      findings: [{ cell: 'J11', message: 'total', expected: '1136人', found: '1126人' }],
    },
    {
      name: '完成值里的合计算错',
      sheet: training(0, { actual: '第一期100人次，第二期100人次，共210人次' }),
      findings: [{ cell: 'E7', message: 'total', severity: 'warning', expected: '200人次', found: '210人次' }],
    },
    ...[
      '印刷费20.3万元、劳务费35.2万元，退回多付款2万元，合计53.5万元。',
      '召开二类会议2次、三类会议4次，两类合并召开，共5次。',
      '第一期100次培训、第二期80次培训，共150次。',
    ].map((text) => ({
      name: `还有别的字，或者是减去的：${text}`,
      sheet: written(text),
      findings: [{ cell: 'J11', message: 'total', severity: 'info' as const }],
    })),
    {
      name: '合计算错',
      sheet: written('召开二类会议2次、三类会议4次，共7次。'),
      findings: [{ cell: 'J11', message: 'total', severity: 'warning', expected: '6次', found: '7次' }],
    },
  ],
});
