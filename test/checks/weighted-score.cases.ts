import { weightedScore } from '../../src/checks/weighted-score';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

const WHY = '原因：个别乡镇没有参加。改进措施：加强组织。';

/** Targets in words, and of two rows 单项得分 and 折算得分; the weights are 60 and 40. */
const converted = (first: readonly [number, number], second: readonly [number, number], total: number) =>
  sheetOf(`项目绩效自评表
一级指标|二级指标|三级指标|预期指标值|单项指标实际完成值|单项指标完成情况|单项指标得分|权重占比(%)|折算得分|偏差原因
产出指标|数量指标|培训|按年度计划开展培训|按计划开展|完成|${first[0]}|60|${first[1]}|${WHY}
效益指标|社会效益指标|知晓率|知晓率逐步提高|逐步提高|完成|${second[0]}|40|${second[1]}|${WHY}
总分|||||||100|${total}|`);

/** One row alone. */
const single = (before: number, after: number, total: number) =>
  sheetOf(`项目绩效自评表
一级指标|二级指标|三级指标|预期指标值|单项指标实际完成值|单项指标完成情况|单项指标得分|权重占比(%)|折算得分|偏差原因
产出指标|数量指标|培训|按年度计划开展培训|按计划开展|完成|${before}|60|${after}|${WHY}
总分|||||||60|${total}|`);

/** A target of 200, and a second row that is out of 100. */
const reached = (actual: string, before: number, after: number) =>
  sheetOf(`项目绩效自评表
一级指标|二级指标|三级指标|预期指标值|实际完成值|单项指标得分|权重占比(%)|折算得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|${actual}|${before}|60|${after}|${WHY}
效益指标|社会效益指标|知晓率|≥98%|100%|100|40|40|
总分||||||100|${40 + after}|`);

/** All of the points in one row. */
const whole = (actual: string, score: number) =>
  sheetOf(`项目绩效自评表
一级指标|二级指标|三级指标|预期指标值|实际完成值|单项指标得分|权重占比(%)|折算得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|${actual}|${score}|100|${score}|
总分||||||100|${score}|`);

/** 折算分 that says the score again. */
const again = (score: number, after: number) =>
  sheetOf(`项目绩效自评表
三级指标|指标值|完成值|分值|得分|折算分|原因
培训人次|≥200人次|210人次|40|40|40|
培训期数|≥5期|4期|20|${score}|${after}|场地不足，少办1期；下一步提前落实场地。
满意度|≥90%|95%|40|40|40|
总分|||100|${score + 80}|${score + 80}|`);

/** The same of weights 50, 40 and 10: each row's score, and what it came to. */
const of100 = (scores: readonly (readonly [number, number])[], total: number) =>
  sheetOf(`项目绩效自评表
一级指标|二级指标|三级指标|预期指标值|实际完成值|单项指标得分|权重占比(%)|折算得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|${scores[0]?.join('|50|')}|
效益指标|社会效益指标|知晓率|≥80%|92%|${scores[1]?.join('|40|')}|
满意度指标|满意度指标|满意度|满意度逐步提高|逐步提高|${scores[2]?.join('|10|')}|${WHY}
总分||||||100|${total}|`);

const FULL = [
  [50, 50],
  [40, 40],
] as const;
const ALL_100 = [
  [100, 100],
  [100, 100],
  [100, 100],
] as const;

export default cases(weightedScore, {
  valid: [
    { name: '折算得分等于得分乘权重', sheet: converted([100, 60], [90, 36], 96) },
    { name: '折算得分保留一位小数', sheet: converted([82.11, 49.3], [100, 40], 89.3) },
    { name: '百分制得分恰好等于权重', sheet: converted([60, 36], [90, 36], 72) },
    { name: '只有一项，得分恰好等于权重，也是百分制', sheet: single(60, 36, 36) },
    { name: '没有完成的，得分是百分制', sheet: reached('150人次', 75, 45) },
    { name: '权重是100，得分和折算得分相同', sheet: whole('200人次', 100) },
    { name: '折算分只是照抄得分', sheet: again(16, 16) },
    { name: '折算得分只是照抄得分，各项都得满分', sheet: of100([...FULL, [10, 10]], 100) },
  ],
  invalid: [
    {
      name: '照抄得分的折算分，有一行抄错',
      sheet: of100([...FULL, [10, 9]], 99),
      findings: [{ cell: 'H5', message: 'repeated', severity: 'error', found: '9', related: ['F5'] }],
    },
    {
      name: '百分制的得分没有折算，不是照抄',
      sheet: of100(ALL_100, 300),
      findings: ['H3', 'H4', 'H5'].map((cell) => ({ cell, message: 'converted', severity: 'error' as const })),
    },
    {
      name: '两项都算错，各说各的',
      sheet: converted([100, 58], [90, 38], 96),
      findings: [
        { cell: 'I3', message: 'converted', expected: '60', found: '58' },
        { cell: 'I4', message: 'converted', expected: '36', found: '38' },
      ],
    },
    {
      name: '没有完成的一项，得分已经按权重计',
      sheet: reached('150人次', 45, 27),
      findings: [{ cell: 'H3', message: 'twice', expected: '45', found: '27' }],
    },
    {
      name: '折算得分算错',
      sheet: converted([100, 60], [90, 38], 98),
      findings: [
        { cell: 'I4', message: 'converted', severity: 'error', expected: '36', found: '38', related: ['G4', 'H4'] },
      ],
    },
    {
      name: '折算得分符合规则，单项得分不符',
      sheet: sheetOf(`项目绩效自评表
一级指标|二级指标|三级指标|预期指标值|实际完成值|单项指标得分|权重占比(%)|折算得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|50|60|60|
满意度指标|满意度指标|满意度|≥98%|100%|100|40|40|
总分||||||100|100|`),
      findings: [{ cell: 'F3', message: 'unconverted', expected: '100', found: '50', fix: 100 }],
    },
    {
      name: '各项都乘了两次权重',
      sheet: converted([60, 36], [40, 16], 52),
      findings: [
        { cell: 'I3', message: 'twice', expected: '60', found: '36', related: ['G3', 'H3', 'G4', 'H4', 'I4'] },
      ],
    },
    {
      name: '各项都乘了两次权重，目标是数字的也只说一次',
      sheet: sheetOf(`项目绩效自评表
一级指标|二级指标|三级指标|预期指标值|实际完成值|单项指标得分|权重占比(%)|折算得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|60|60|36|
效益指标|社会效益指标|知晓率|≥98%|100%|40|40|16|
总分||||||100|52|`),
      findings: [
        { cell: 'H3', message: 'twice', expected: '60', found: '36', related: ['F3', 'G3', 'F4', 'G4', 'H4'] },
      ],
    },
  ],
});
