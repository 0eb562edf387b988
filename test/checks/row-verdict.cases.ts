import { rowVerdict } from '../../src/checks/row-verdict';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

const WHY = '原因：个别乡镇没有参加。改进措施：加强组织。';

/** 是否完成 beside the actual value of 培训人次, a count at 15 or all of its 15 points. */
const said = (target: string, actual: string, verdict: string, score = 15, heading = '是否完成') =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|${heading}|分值|得分|偏差原因及改进措施
产出指标|数量指标|培训人次|${target}|${actual}|${verdict}|15|${score}|${score === 15 ? '' : WHY}
效益指标|社会效益指标|知晓率|≥90%|95%|完成|85|85|
总分||||||100|${85 + score}|`);

export default cases(rowVerdict, {
  valid: [
    { name: '写完成，达到了', sheet: said('≥200人次', '210人次', '完成') },
    { name: '写未完成，没有达到', sheet: said('≥200人次', '180人次', '未完成', 13.5) },
    { name: '写基本完成，差一点', sheet: said('≥200人次', '198人次', '基本完成', 14.85) },
    { name: '越低越好，写是', sheet: said('≤10个工作日', '8个工作日', '是') },
    { name: '看不出方向，两种说法都行', sheet: said('10个工作日', '8个工作日', '未完成') },
    ...['是否核心', '是否调整指标', '是否重点'].map((heading) => ({
      name: `说的不是完成没有：${heading}`,
      silent: true as const,
      sheet: said('≥200人次', '210人次', '否', 15, heading),
    })),
    { name: '按期完成', sheet: said('6月底前', '6月20日', '完成') },
  ],
  invalid: [
    {
      name: '写未完成，却远远超过了',
      sheet: said('≥200人次', '600人次', '未完成'),
      findings: [{ cell: 'F3', message: 'unmet', severity: 'warning' }],
    },
    {
      name: '写完成，没有达到',
      sheet: said('≥200人次', '180人次', '完成', 13.5),
      findings: [{ cell: 'F3', message: 'met', severity: 'warning', found: '完成', related: ['E3', 'D3'] }],
    },
    {
      name: '是否达到年度目标',
      sheet: said('≥200人次', '210人次', '否', 15, '是否达到年度目标'),
      findings: [{ cell: 'F3', message: 'unmet', severity: 'warning' }],
    },
    {
      name: '写未完成，达到了',
      sheet: said('≥200人次', '210人次', '未完成'),
      findings: [{ cell: 'F3', message: 'unmet', severity: 'warning' }],
    },
    {
      name: '写完成而超过期限',
      sheet: said('6月底前', '8月', '达标', 13.5),
      findings: [{ cell: 'F3', message: 'met', severity: 'warning' }],
    },
    {
      name: '写部分完成，达到了',
      sheet: said('≥200人次', '210人次', '部分完成'),
      findings: [{ cell: 'F3', message: 'unmet', severity: 'info' }],
    },
    {
      name: '没有达到却记满分，与得分是一处差错',
      sheet: said('≥200人次', '180人次', '完成'),
      findings: [{ cell: 'F3', message: 'met', severity: 'warning' }],
      others: ['score-by-rule'],
    },
  ],
});
