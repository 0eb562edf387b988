import { grade } from '../../src/checks/grade';
import { cases } from '../support/checkTester';
import { sheetOf } from '../fixtures/corpus/read';
import { TRAINING, changed, trainingIn } from '../fixtures/training';

const graded = (stated: number, grade: string) =>
  trainingIn('L4', {
    rows: changed(new Map([[2, { actual: '80%', stated: 30 }]]), TRAINING),
    total: { stated, grade },
  });
const scored = (mark: string) =>
  trainingIn('L4', {
    rows: changed(
      new Map([
        [1, { actual: '76%', stated: 24, evidence: '原因：题目偏难；改进措施：调整题目。' }],
        [2, { actual: '64%', stated: 24, evidence: '原因：岗位减少；改进措施：拓展岗位。' }],
      ]),
    ),
    total: { grade: mark },
  });

const above = (mark: string) =>
  sheetOf(`部门整体支出绩效自评表
部门名称|某局|||自评等级|${mark}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|服务场次|≥5场|5场|100|100
总分|||||100|100`);
const below = (mark: string) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|服务场次|≥5场|5场|100|100
总分|||||100|100
评价等次：${mark}`);

const noted = (mark: string, note: string) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因及改进措施
产出指标|数量指标|服务场次|≥5场|5场|50|50|
效益指标|社会效益指标|知晓率|≥100%|84%|50|42|原因：宣传少；改进措施：多宣传。
总分|||||100|92
自评等级：${mark}
${note}`);
const OWN_SCALE = '注：95分以上为优，85-95分为良，75-85分为中，75分以下为差';

export default cases(grade, {
  valid: [
    { name: '表内自己印了怎样分等级', sheet: noted('良', OWN_SCALE) },
    { name: '等级后面写了它的分数段', sheet: noted('良（90分≤得分＜95分）', '') },
    { name: '满分为优', sheet: graded(100, '优') },
    { name: '88 分为良', sheet: scored('良') },
    { name: '88 分为良好', sheet: scored('良好') },
    { name: '等级在表的上方，是优', sheet: above('优') },
    { name: '在方框里打勾，是优', sheet: above('☑优 □良 □中 □差') },
    { name: '标签和方框在一格里', sheet: below('优（√）良（ ）中（ ）差（ ）') },
    { name: '一个也没有勾', silent: true, sheet: above('□优 □良 □中 □差') },
    { name: '不认得的写法', silent: true, sheet: scored('达标') },
  ],
  invalid: [
    {
      name: '与表内自己印的分法不符',
      sheet: noted('优', OWN_SCALE),
      findings: [{ cell: 'A6', message: 'differs', expected: '良', found: '优' }],
    },
    {
      name: '等级在表的上方',
      sheet: above('良'),
      findings: [{ cell: 'F2', message: 'differs', expected: '优', found: '良' }],
    },
    {
      name: '四格里勾了一格',
      sheet: below('|优|良√|中|差'),
      findings: [{ cell: 'C5', message: 'differs', found: '良' }],
    },
    { name: '没有方框', sheet: above('优 良√ 中 差'), findings: [{ cell: 'F2', message: 'differs', found: '良' }] },
    {
      name: '自评结果写的是等级',
      sheet: sheetOf(`部门整体支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|服务场次|≥5场|5场|100|100
总分|||||100|100
自评结果：良`),
      findings: [{ cell: 'A5', message: 'differs', expected: '优', found: '良' }],
    },
    {
      name: '在方框里打勾，是良',
      sheet: above('□优 ☑良 □中 □差'),
      findings: [{ cell: 'F2', message: 'differs', expected: '优', found: '良' }],
    },
    {
      name: '勾在后面',
      sheet: below('优□ 良☑ 中□ 差□'),
      findings: [{ cell: 'A5', message: 'differs', expected: '优', found: '良' }],
    },
    {
      name: '等级在总分之下',
      sheet: below('良好'),
      findings: [{ cell: 'A5', message: 'differs', expected: '优', found: '良' }],
    },
    {
      name: '88 分写成优',
      sheet: scored('优'),
      findings: [{ cell: 'J11', message: 'differs', severity: 'error', expected: '良', found: '优', related: ['I11'] }],
    },
    { name: '满分写成良', sheet: graded(100, '良'), findings: [{ cell: 'J11', message: 'differs', expected: '优' }] },
  ],
});
