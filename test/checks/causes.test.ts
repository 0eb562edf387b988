import { review } from '../../src/review';
import { formatAddress } from '../../src/sheet/address';
import type { Finding } from '../../src/checks/finding';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import duplicateIndicator from './duplicate-indicator.cases';
import evidenceActual from './evidence-actual.cases';
import { sheetOf } from '../fixtures/corpus/read';
import type { RowSpec } from '../fixtures/spec';
import { changed, training } from '../fixtures/training';

const said = ({ check, cell }: Finding) => `${check} ${formatAddress(cell)}`;

function found(snapshot: SheetSnapshot): { loud: string[]; follows: string[]; becomes: string[] } {
  const findings = review(snapshot).forms.flatMap((form) => form.findings);
  return {
    loud: findings.filter(({ severity }) => severity !== 'info').map(said),
    follows: findings.flatMap((cause) => (cause.follows ?? []).map((one) => `${said(cause)} → ${said(one)}`)),
    becomes: findings.flatMap(({ cell, becomes }) =>
      becomes === undefined ? [] : [`${formatAddress(cell)} ${becomes}`],
    ),
  };
}

const missed = { actual: '150人次', evidence: '原因：报名不足；改进措施：提早报名。' };
const total = (stated: number) => ({ total: { weight: 100, stated } });

describe('a finding that only follows from another stands in it', () => {
  test.each([
    ['is left out of the total', '加分|3', 98, []],
    ['is taken off without a sign', '扣分|2', 96, []],
    ['is taken off with a sign', '扣分|-2', 96, ['E3 93']],
    ['is added', '加分|2', 100, ['E3 97']],
  ])('a bonus or penalty that %s: the total is only foretold where it adds up all', (_, more, stated, expected) => {
    const [label, points] = more.split('|');
    const { loud, becomes } = found(
      sheetOf(`项目支出绩效自评表
一级指标|三级指标|年度指标值|实际完成值|得分|分值
产出指标|培训人数|≥100人次|90人次|48|50
满意度指标|群众满意度|≥90%|95%|50|50
合计||||98|100
${label}||||${points}|
最终得分||||${stated}|`),
    );
    expect(loud).toEqual(['score-by-rule E3']);
    expect(becomes).toEqual(expected);
  });

  test('a total that is right once a score is', () => {
    const { loud, follows, becomes } = found(training(0, missed, total(95)));
    expect(loud).toEqual(['score-by-rule G7']);
    expect(follows).toEqual(['score-by-rule G7 → total-sum G11']);
    expect(becomes).toEqual(['G7 95']);
  });

  test('a total that is wrong anyway is a finding of its own, and both say what it becomes', () => {
    const { loud, follows, becomes } = found(training(0, missed, total(97)));
    expect(loud).toEqual(['score-by-rule G7', 'total-sum G11']);
    expect(follows).toEqual([]);
    expect(becomes).toEqual(['G7 95', 'G11 95']);
  });

  test('a total that is right once two scores are follows from both', () => {
    const rows = changed(
      new Map<number, Partial<RowSpec>>([
        [0, missed],
        [1, { actual: '85.5%', stated: 30, evidence: '原因：基础薄弱；改进措施：加强辅导。' }],
      ]),
    );
    const { loud, follows } = found(training(null, {}, { rows, ...total(92) }));
    expect(loud).toEqual(['score-by-rule G7', 'score-by-rule G8']);
    expect(follows).toEqual(['score-by-rule G7 → total-sum G11', 'score-by-rule G8 → total-sum G11']);
  });

  test.each([
    [
      'a text with the right score',
      { actual: '150人次', evidence: '因此得15分。原因：报名不足；改进措施：提早报名。' },
      'evidence-score G7',
    ],
    [
      'a text that denies a shortfall',
      { actual: '200人次', stated: 18, evidence: '无偏差，已全部完成。' },
      'reason-contradiction H7',
    ],
  ])('%s is a consequence of the wrong score', (_, row, consequence) => {
    const { loud, follows } = found(training(0, row, total(100)));
    expect(loud.filter((one) => one.endsWith('7'))).toEqual(['score-by-rule G7']);
    expect(follows).toContain(`score-by-rule G7 → ${consequence}`);
  });

  test.each([
    [
      'a duplicate that upsets the sums',
      duplicateIndicator.invalid.find(({ name }) => name.includes('分值合计和总分都多了')),
      ['duplicate-indicator'],
    ],
    [
      'an actual value that the text and the score contradict',
      evidenceActual.invalid.find(({ name }) => name.includes('完成值写错了')),
      ['evidence-actual'],
    ],
  ])('%s is one finding, as grave as the error that follows from it', (_, given, checks) => {
    if (given === undefined) throw new Error('no such case');
    const loud = review(given.sheet).forms.flatMap(({ findings }) =>
      findings.filter(({ severity }) => severity !== 'info'),
    );
    expect(loud.map(({ check, severity }) => `${check} ${severity}`)).toEqual(checks.map((check) => `${check} error`));
    expect(loud.flatMap(({ follows = [] }) => follows).map(({ severity }) => severity)).toContain('error');
  });

  test('two mistakes of which two ways to mend a third would explain one each are not both hidden by it', () => {
    // The total counts the 13.5 points that the rule gives for 180; 完成 would only be right if it were 200.
    const { loud, follows } = found(
      sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|是否完成|分值|得分|偏差原因及改进措施
产出指标|数量指标|培训人次|≥200人次|180人次|完成|15|15|原因：个别乡镇没有参加。改进措施：加强组织。
效益指标|社会效益指标|知晓率|≥90%|95%|完成|85|85|
总分||||||100|98.5|`),
    );
    expect(loud).toEqual(['row-verdict F3', 'score-by-rule H3']);
    expect(follows).toEqual(['score-by-rule H3 → total-sum H5']);
  });

  test.each([
    [
      'a score above its weight that the total says',
      sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|66
效益指标|社会效益指标|参与情况|积极参与|较为积极|40|37
总分|||||100|97`),
      ['score-range G3'],
      ['score-range G3 → total-sum G5'],
    ],
    [
      'points taken off that the total says',
      sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|扣分|得分|扣分原因
产出指标|数量指标|培训人次|≥200人次|210人次|60|0|60|
效益指标|社会效益指标|参与情况|积极参与|较为积极|40|3|38|个别乡镇没有参加，今后多宣传
总分|||||100|3|97|`),
      ['score-deduction G4'],
      ['score-deduction G4 → total-sum H5'],
    ],
    [
      'a weight that its own row and the sum of the weights contradict',
      sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|扣分|得分|扣分原因
产出指标|数量指标|培训人次|≥200人次|210人次|60|0|60|
效益指标|社会效益指标|参与情况|积极参与|较为积极|44|3|37|个别乡镇没有参加，今后多宣传
总分|||||100|3|97|`),
      ['total-weight F4'],
      ['total-weight F4 → score-deduction G4'],
    ],
    [
      'an actual value that the parts of the year contradict',
      sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|上半年完成值|下半年完成值|全年完成值|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|90|120|210人次|60|60|
效益指标|社会效益指标|服务人数|≥300人|150|120|310人|40|36|宣传不够，今后多宣传
总分|||||||100|96|`),
      ['period-sum G4'],
      ['period-sum G4 → score-by-rule I4'],
    ],
  ])('%s is one finding with what follows from it', (_, sheet, one, consequences) => {
    const { loud, follows } = found(sheet);
    expect(loud).toEqual(one);
    expect(follows).toEqual(consequences);
  });

  test('a score does not explain a wrong weight by leaving it open which of two weights is wrong', () => {
    // 0.3 would be the score of a weight of 8.3: then the weights of both rows could be a point too large.
    const { loud, follows } = found(
      sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因及改进措施
产出指标（50分）|数量指标|冷库面积|≥1290平方米|1290平方米|26|25|
<|质量指标|设备购置|≥550台|20台|9.3|9.3|
<|时效指标|按时完工率|≥95%|96%|15.7|15.7|
效益指标（50分）|社会效益指标|受益人数|≥500人|520人|50|50|
总分|||||100|100|`),
    );
    expect(loud).toEqual(['total-weight F3', 'score-by-rule G4']);
    expect(follows).toEqual(['total-weight F3 → score-by-rule G3', 'total-weight F3 → missing-reason H3']);
  });

  test('a wrong score for execution does not follow from the points that it adds to the whole', () => {
    const { loud } = found(
      sheetOf(`项目支出绩效自评表
项目资金（万元）|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|100|100|10|100%|9
一级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|培训人次|≥200人次|210人次|60|60
效益指标|知晓率|≥90%|95%|40|40
总分||||100|100`),
    );
    expect(loud).toEqual(['execution-score F3', 'total-weight E7']);
  });

  test('mending the total mends no score', () => {
    const { loud } = found(training(0, { ...missed, stated: 18 }, total(99)));
    expect(loud).toEqual(['score-by-rule G7', 'total-sum G11']);
  });
});

describe('a total beside scores that cannot stand', () => {
  const rows = (count: number, row: Partial<RowSpec>): RowSpec[] =>
    Array.from({ length: count }, (_, at) => ({
      name: `第${at + 1}条道路养护完成率`,
      target: '≥95%',
      actual: '96%',
      weight: 0.25,
      stated: 0.25,
      ...(at % 2 === 0 && row),
    }));
  const totalOf = (sheet: SheetSnapshot) =>
    review(sheet)
      .forms.flatMap(({ findings }) => findings)
      .flatMap(({ check, expected, becomes, fix }) => (check === 'total-sum' ? [[expected, becomes, fix?.after]] : []));

  test.each([
    // However many causes were tried before.
    ['of which each has its right one', rows(320, { stated: 0.55 }), ['80', '80', 80]],
    [
      'of which nobody knows the right one',
      rows(4, { target: '按实际发生', actual: '若干', stated: 0.55 }),
      [undefined, undefined, undefined],
    ],
    [
      'of which none is too high',
      rows(4, { target: '规范', actual: '规范', stated: 0.2, evidence: '原因：人手不足；改进措施：补充人员。' }),
      ['0.9', undefined, 0.9],
    ],
  ])('%s', (_, all, expected) => {
    expect(totalOf(training(null, {}, { rows: all, budget: null, total: { weight: 80, stated: 60 } }))).toEqual([
      expected,
    ]);
  });
});

describe('a total beside a wrong amount', () => {
  const withMoney = (budget: number, spent: number, rate: string, score: number) =>
    sheetOf(`项目支出绩效自评表
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|340|${budget}|${spent}|10|${rate}|${score}
|其中：财政拨款|320|320|320||—|—
|其他资金|20|20|20||—|—
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|养护里程|≥420公里|400公里|50|50|
效益指标|社会效益指标|知晓率|≥80%|85%|30|30|
满意度指标|服务对象满意度指标|满意度|≥95%|96%|10|10|
总分|||||100|99`);

  test('counts the score for the execution as it is where rate and score are right once the amount is mended', () => {
    const { follows, becomes } = found(withMoney(340, 170, '100%', 10));
    expect(follows).toContain('budget-parts E3 → execution-score H3');
    // 10 + 47.62 + 30 + 10, not 5 for half of the money.
    expect(becomes).toEqual(['G7 97.62', 'G10 97.62']);
  });

  test('is not told where the score for the execution is wrong both ways, nor is that score mended', () => {
    const sheet = withMoney(350, 340, '97.14%', 9);
    const { loud, becomes } = found(sheet);
    expect(loud).toEqual(expect.arrayContaining(['budget-parts D3', 'execution-score H3']));
    expect(becomes).toEqual([]);
    const [form] = review(sheet).forms;
    const score = form?.findings.find(({ check }) => check === 'execution-score');
    expect(score?.fix).toBeUndefined();
    expect(score?.message).toContain('D3 的金额改正后再算');
  });
});

test.each([
  ['by the first of many scores where the total says nothing', 88, 1],
  ['by the total alone where many scores are wrong, too', 90, 1],
])('what the total becomes is said once: %s', (_, stated, times) => {
  const rows = [1, 2, 3, 4, 5].map((at) => `产出指标|培训第${at}期人数|≥100人次|90人次|${at < 5 ? 19 : 12}|20`);
  const findings = review(
    sheetOf(
      `项目支出绩效自评表\n一级指标|三级指标|年度指标值|实际完成值|得分|分值\n${rows.join('\n')}\n合计||||${stated}|100`,
    ),
  ).forms.flatMap((form) => form.findings);
  expect(findings.filter(({ check }) => check === 'score-by-rule')).toHaveLength(5);
  expect(findings.filter(({ message }) => message.includes('总分应为'))).toHaveLength(times);
});

test('a score rounded to whole points stays a question once another is mended', () => {
  const rows = `一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|养护里程|≥420公里|400公里|20|20|
|数量指标|修复路段|12处|12处|20|20|
|质量指标|合格率|≥95%|97%|20|20|
效益指标|社会效益指标|知晓率|≥80%|85%|30|30|
满意度指标|服务对象满意度指标|满意度|≥95%|90%|10|9|样本少，加强宣传
总分|||||100|100|`;
  // 19.05 + 79 with the 9 as it stands, which 9.47 rounds to.
  expect(found(sheetOf(`项目支出绩效自评表\n${rows}`)).becomes).toEqual(['G3 98.05', 'G8 98.05']);
});
