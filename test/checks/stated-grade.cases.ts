import { statedGrade } from '../../src/checks/stated-grade';
import { sheetOf as sheetOfRows } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';

const sheetOf = (completion: string) => narrated('做好培训。', completion, [['培训人次', '≥200人次', '210人次']]);

const withGrade = (mark: string, completion: string, total = '总分|||||100|100') =>
  sheetOfRows(`部门整体支出绩效自评表
部门名称|某局|||自评等级|${mark}
年度总体目标|预期目标|||实际完成情况
|做好培训服务各项工作。|||${completion}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|服务场次|≥5场|5场|100|100
${total}`);

export default cases(statedGrade, {
  valid: [
    { name: '等级与总分相符', sheet: sheetOf('全年培训任务如期完成，自评等级为优。') },
    { name: '与表内等级相同', sheet: withGrade('优', '全年培训任务如期完成，自评结果等级为优。') },
    {
      name: '写等级的一格不与自己比较',
      silent: true,
      sheet: sheetOfRows(`部门整体支出绩效自评表
自评结果等级：评价等级为优
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|服务场次|≥5场|5场|100|100
总分|||||100|100`),
    },
    ...['总分|||||100|另附', ''].map((total) => ({
      name: total === '' ? '没有总分一行' : '总分一格不是数字',
      silent: true as const,
      sheet: withGrade('', '全年培训任务如期完成，自评结果等级为良。', total),
    })),
    { name: '没有写等级', silent: true, sheet: sheetOf('全年培训任务如期完成，学员反映优良。') },
    { name: '上年的等级', silent: true, sheet: sheetOf('全年培训任务如期完成，上年评价等级为良。') },
    ...['水质评价等级为良。', '财务管理综合评价等级为中。', '上一年度绩效评价等级为良。'].map((text) => ({
      name: `不是本表的等级：${text}`,
      silent: true as const,
      sheet: sheetOf(`全年培训任务如期完成，${text}`),
    })),
    { name: '说的是怎样分等级', silent: true, sheet: sheetOf('评价等级为优、良、中、差四档，按总分确定等级。') },
  ],
  invalid: [
    {
      name: '等级与总分不符',
      sheet: sheetOf('全年培训任务如期完成，综合评价等级为“良”。'),
      findings: [{ cell: 'E3', message: 'total', severity: 'info', related: ['G6'], found: '良' }],
    },
    {
      name: '表内等级读不出，与总分比较；引号之外的字照写',
      sheet: withGrade('合格', '经自评，100分，等级为“良”。'),
      findings: [{ cell: 'E4', message: 'total', severity: 'info', related: ['G7'], found: '良' }],
    },
    {
      name: '写明是哪个单位、哪一年的',
      sheet: sheetOf('某县档案馆部门整体支出绩效评价等级为良。'),
      findings: [{ cell: 'E3', message: 'total', severity: 'info', found: '良' }],
    },
    {
      name: '写在得分后面的等级与总分不符',
      sheet: sheetOf('自评得分100分，等级为良。'),
      findings: [{ cell: 'E3', message: 'total', severity: 'info', found: '良' }],
    },
    {
      name: '等级与表内写的不同',
      sheet: withGrade('优', '全年培训任务如期完成，自评结果等级为良。'),
      findings: [{ cell: 'E4', message: 'grade', severity: 'info', expected: '优', found: '良' }],
    },
  ],
});
