import { missingReason } from '../../src/checks/missing-reason';
import { sheetOf } from '../fixtures/corpus/read';
import { render } from '../fixtures/render';
import type { RowSpec } from '../fixtures/spec';
import { changed } from '../fixtures/training';
import { cases } from '../support/checkTester';
import { departmentForm } from '../support/department';

const below = (evidence: string, heading?: string) =>
  departmentForm({
    managed: [{ name: '预算编制情况', weight: 3, stated: 2.5, evidence }],
    ...(heading !== undefined && { heading }),
  });
const PLAIN = '偏差原因分析及改进措施';

/** A form without scores, its first row changed: target in column D, actual value E, reason F. */
const unscored = (change: Partial<RowSpec>) => render('L10', { rows: changed(new Map([[0, change]])) }).sheet;

/** A form with scores but nothing that says how many points each of its rows is worth. */
const weightless = (actual: string, evidence: string, heading = '偏差原因') =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分|${heading}
产出指标|数量指标|培训人次|≥200人次|${actual}|18|${evidence}
效益指标|社会效益指标|知晓率|≥90%|95%|20|
总分|||||38|`);

export default cases(missingReason, {
  valid: [
    {
      name: '写了原因和已经怎样处理',
      sheet: below('未达标原因：受疫情影响，1个项目跨年实施，已制定推进计划。'),
    },
    ...['已安排补考', '计划更新', '下期补训', '预计明年完成'].map((measure) => ({
      name: `写了原因，“${measure}”是措施`,
      sheet: below(`设备超期服役，${measure}`, PLAIN),
    })),
    {
      name: '将要怎样做写在原因后面，都没有标明',
      sheet: below('评分依据：扣0.5分。主要是年中追加人员经费，将提高预算编制精准度。'),
    },
    { name: '没有分值，没有达到目标的写了原因', sheet: weightless('180人次', '场地改造，少办一期。') },
    {
      name: '加分项没有得到的分',
      silent: true,
      sheet: sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|计算公式|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|80|80|完成数÷计划数|
满意度指标|满意度|学员满意度|≥90%|95%|20|20|问卷调查|
加分项||获得省级表彰|获得|未获得|最多加5分|0|获得次数|
总分|||||100|100`),
    },
    { name: '没有分值，备注里有话的', sheet: weightless('180人次', '场地改造', '备注') },
    { name: '没有分值，达到目标的不要原因', sheet: weightless('210人次', '') },
    { name: '原因和措施都有', sheet: below('评分依据：按要求编制。未达标原因：审核不严。改进措施：加强审核。') },
    { name: '措施写在原因后面，没有另外标明', sheet: below('未达标原因：审核不严。下一步将加强审核。') },
    { name: '原因没有标明但说了', sheet: below('受疫情影响，部分项目未能入库。改进措施：加快立项。') },
    { name: '原因和措施一句话', sheet: below('审核不严，今后加强审核。', PLAIN) },
    ...[
      '部分制度还在修订，下一步加快修订。',
      '人手紧张，拟招录专职人员。',
      '体系有提升空间，继续完善。',
      '审计发现1处票据不规范，扣0.5分。',
      '符合①②，③指标不够细化，扣0.5分。',
      '预算编制执行率93%，扣0.5分。',
      '编制依据不充分。',
      '部分资料未归档。',
      '编制率98%。部分设备老化闲置；下一步及时报废处置。',
      '项目库更新不及时，绩效目标缺少量化。',
      '机房停电。改进措施：双路供电。',
      '执行率93%。1户账户错误。改进措施：核实账户。',
      '缺1份验收资料。改进措施：补齐。',
    ].map((evidence) => ({ name: `依据里说了扣分的原因：${evidence}`, sheet: below(evidence, '评分依据及扣分原因') })),
    { name: '只要原因', sheet: below('审核不严。', '扣分原因') },
    { name: '备注写了', sheet: below('审核不严。', '备注') },
    {
      name: '不打分的表写明了原因',
      sheet: unscored({ actual: '180人次', evidence: '受场地限制，培训期数减少；将提前落实场地。' }),
    },
    {
      name: '满分不要原因',
      silent: true,
      sheet: departmentForm({ managed: [{ name: '预算编制情况', evidence: '按要求编制。' }] }),
    },
    { name: '列入了改造，是措施', sheet: below('因设备老化，已列入更新改造', PLAIN) },
  ],
  invalid: [
    {
      name: '空着',
      sheet: below(''),
      findings: [{ cell: 'J11', message: 'both', severity: 'warning', related: ['I11'] }],
    },
    ...['执行率93%。改进措施：加快支付。', '按要求开展。改进措施：加强管理。', '详见附件。改进措施：加强管理。'].map(
      (evidence) => ({
        name: `有措施，没有原因：${evidence}`,
        sheet: below(evidence, '评分依据及扣分原因'),
        findings: [{ cell: 'J11', message: 'reason', severity: 'warning' as const }],
      }),
    ),
    ...['制度老旧。整改：修订', '个别制度与新规不一致，已督促修订', '2名学员请假'].map((evidence) => ({
      name: `有没读懂的话，可能就是原因：${evidence}`,
      sheet: below(evidence, '评分依据及扣分原因'),
      findings: [{ cell: 'J11', message: 'reason', severity: 'info' as const }],
    })),
    ...['编制率98%，见台账', '按要求编制，资料完整'].map((evidence) => ({
      name: `只有结果，没有原因：${evidence}`,
      sheet: below(evidence, '评分依据及扣分原因'),
      findings: [{ cell: 'J11', message: 'reason', severity: 'warning' as const }],
    })),
    { name: '写“无”', sheet: below('无', PLAIN), findings: [{ cell: 'J11', message: 'both', severity: 'warning' }] },
    { name: '写“0”', sheet: below('0', PLAIN), findings: [{ cell: 'J11', message: 'both' }] },
    {
      name: '没有原因',
      sheet: below('评分依据：按要求编制。改进措施：加强审核。'),
      findings: [{ cell: 'J11', message: 'reason', severity: 'warning' }],
    },
    ...[
      '按要求编制，得2.5分。',
      '全年预算1200万元，支出1116万元，执行率93%。',
      '未发现违规问题。',
      '不存在截留挪用。',
      '按要求编制；下一步加强审核。',
    ].map((evidence) => ({
      name: `依据里没有说扣分的原因：${evidence}`,
      sheet: below(evidence, '评分依据及扣分原因'),
      findings: [{ cell: 'J11', message: 'reason' }],
    })),
    {
      name: '合同里的原因不是原因',
      sheet: below('《合同》“由于不可抗力的除外。” 改进措施：加强审核。'),
      findings: [{ cell: 'J11', message: 'reason' }],
    },
    {
      name: '没有措施',
      sheet: below('评分依据：按要求编制。未达标原因：审核不严。'),
      findings: [{ cell: 'J11', message: 'improvement', severity: 'warning' }],
    },
    {
      name: '原因没有标明，后面写了已经怎样处理：提问',
      sheet: below('评分依据：受疫情影响，1个项目跨年实施，已制定推进计划。'),
      findings: [{ cell: 'J11', message: 'unlabelled', severity: 'info' }],
    },
    {
      name: '原因没有标明，也没有措施',
      sheet: below('评分依据：受疫情影响，部分项目未能入库。'),
      findings: [{ cell: 'J11', message: 'unlabelled', severity: 'warning' }],
    },
    {
      name: '只写了今后怎么做',
      sheet: below('下一步将加强审核，进一步完善内控制度。', PLAIN),
      findings: [{ cell: 'J11', message: 'reason', severity: 'warning' }],
    },
    {
      name: '只有“改进措施”一栏，空着',
      sheet: below('', '改进措施'),
      findings: [{ cell: 'J11', message: 'improvement', severity: 'warning' }],
    },
    {
      name: '几项合用名称里的分值，没有达到目标的一项没有原因',
      sheet: sheetOf(`项目支出绩效自评表
一级指标|三级指标|年度指标值|实际完成值|得分|偏差原因
产出指标（40分）|培训人次|≥100人次|120人次|20|
^|合格率|≥90%|85%|16|
效益指标（60分）|知晓率|≥80%|85%|60|
总分||||96|`),
      findings: [{ cell: 'F4', message: 'unmet', severity: 'warning', related: ['D4', 'C4'] }],
    },
    {
      name: '没有分值，没有达到目标也没有原因',
      sheet: weightless('180人次', ''),
      findings: [{ cell: 'G3', message: 'unmet', severity: 'warning', related: ['E3', 'D3'] }],
    },
    {
      name: '没有分值，没有达到目标，备注空着',
      sheet: weightless('180人次', '', '备注'),
      findings: [{ cell: 'G3', message: 'unmet', severity: 'info', related: ['E3', 'D3'] }],
    },
    {
      name: '不打分的表没有达到目标，没有原因',
      sheet: unscored({ actual: '180人次' }),
      findings: [{ cell: 'F5', message: 'unmet', severity: 'warning', related: ['E5', 'D5'] }],
    },
    {
      name: '不打分的表，完成值里有没读懂的字，数比目标小',
      sheet: unscored({ target: '培训村医352名。', actual: '完成首批培训317名。' }),
      findings: [{ cell: 'F5', message: 'perhaps', severity: 'info' }],
    },
    {
      name: '不打分的表写着未完成，没有原因',
      sheet: unscored({ target: '建立培训档案', actual: '部分完成', evidence: '无' }),
      findings: [{ cell: 'F5', message: 'unmet' }],
    },
    {
      name: '没有列入计划，不是措施',
      sheet: below('因设备老化，未列入改造计划', PLAIN),
      findings: [{ cell: 'J11', message: 'improvement', severity: 'info' }],
    },
    {
      name: '没有标明、看不出措施的，只作提示',
      sheet: below('特困人员实行动态管理', PLAIN),
      findings: [{ cell: 'J11', message: 'improvement', severity: 'info' }],
    },
    ...['98%', '88%'].map((rate) => ({
      name: `指标里的预算执行率 ${rate}`,
      sheet: departmentForm({
        goals: [
          { name: '预算执行率', target: '100%', actual: rate, weight: 10, stated: parseInt(rate) / 10, evidence: '' },
        ],
        heading: PLAIN,
      }),
      findings: [{ cell: 'J11', message: 'both' }],
    })),
    {
      name: '备注空着，只作提示',
      sheet: below('', '备注'),
      findings: [{ cell: 'J11', message: 'unasked', severity: 'info' }],
    },
    {
      name: '按规则应得满分的，错在得分',
      sheet: departmentForm({
        goals: [{ name: '资金到位及时率', target: '100%', actual: '100%', stated: 1.4, evidence: '' }],
      }),
      findings: [{ cell: 'J11', message: 'both', severity: 'info' }],
    },
  ],
});
