import { Decimal } from 'decimal.js';
import type { Rule } from '../../src/scoring/rulebook';
import { hasPrintedRule, printedRule } from '../../src/scoring/printed';
import { indicator, type TestIndicator } from '../support/form';

const RATE = ['actual', 'evidence'] as const;

function read(standard: string, weight: number, row: TestIndicator = {}) {
  return printedRule(indicator({ name: '预算调整率', standard, weight, ...row }), new Decimal(weight));
}

describe('a rule printed under 评分标准 becomes a rule', () => {
  const deduction = (from: number, better: 'higher' | 'lower', points: number, step = 1): Rule => ({
    kind: 'deduction',
    rate: RATE,
    from,
    better,
    step,
    points,
  });
  const down = [
    { low: 90, high: null, points: 5 },
    { low: 80, high: 90, points: 4 },
    { low: 70, high: 80, points: 3 },
    { low: 60, high: 70, points: 2 },
    { low: null, high: 60, points: 0 },
  ];
  const steps = (...points: number[]): Rule => ({ kind: 'judged', note: '按表内评分标准，由人工判断', steps: points });
  const penalty = (points: number): Rule => ({ kind: 'count', start: 'weight', each: 0, penalty: points });

  test.each<[string, number, Rule]>([
    ['≦100%计5分；每超过一个百分点扣0.5分，扣完为止', 5, deduction(100, 'lower', 0.5)],
    ['以100%为标准。控制率≤100%计5分，每超过一个百分点扣0.5分，扣完为止。', 5, deduction(100, 'lower', 0.5)],
    ['≦0计5分;>0每超过一个百分点扣0.5分,扣完为止', 5, deduction(0, 'lower', 0.5)],
    ['达到100%得满分，每降低1个百分点扣0.2分，扣完为止', 4, deduction(100, 'higher', 0.2)],
    ['完成率100%得满分，每低2%扣0.1分', 2, deduction(100, 'higher', 0.1, 2)],
    ['调整率小于等于10%得3分；大于10%的，每增加1个百分点扣0.3分，扣完为止。', 3, deduction(10, 'lower', 0.3)],
    [
      '≥90%得5分；80%-90%得3分；其余不得分',
      5,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: 90, high: null, points: 5 },
          { low: 80, high: 90, points: 3 },
          { low: null, high: 80, points: 0 },
        ],
      },
    ],
    [
      '≤5%得5分；5%-10%得3分；其余不得分',
      5,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: null, high: 5, highClosed: true, points: 5 },
          { low: 5, lowOpen: true, high: 10, highClosed: true, points: 3 },
          { low: 10, lowOpen: true, high: null, points: 0 },
        ],
      },
    ],
    [
      '>10%不得分；5%-10%得3分；其余得满分',
      5,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: 10, lowOpen: true, high: null, points: 0 },
          { low: 5, high: 10, highClosed: true, points: 3 },
          { low: null, high: 5, share: 1 },
        ],
      },
    ],
    ['≥90%计5;80%(含)-90%计4;70%(含)-80%计3;60%(含)-70%计2;<60%不得分', 5, { kind: 'tiers', rate: RATE, tiers: down }],
    [
      'A.≥90%（5分）B.≥80%（4分）C.≥70%（3分）D.≥60%（2分）E.<60%（0分）',
      5,
      { kind: 'tiers', rate: RATE, tiers: down },
    ],
    [
      'A.90%（含）以上得5分 B.80%（含）-90%得4分 C.70%（含）-80%得3分 D.60%（含）-70%得2分 E.60%以下得0分',
      5,
      { kind: 'tiers', rate: RATE, tiers: down },
    ],
    [
      '比率≥９０％的，得５分；80%（含）至90%之间的，得4分；70%≤比率＜80%，得3分；60%以上（含）70%以下（不含），得2分；其余不得分',
      5,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: 90, high: null, points: 5 },
          { low: 80, high: 90, points: 4 },
          { low: 70, high: 80, points: 3 },
          { low: 60, high: 70, points: 2 },
          { low: null, high: 60, points: 0 },
        ],
      },
    ],
    [
      '=0计3;0-10%(含)计2;10-20%(含)计1;20-30%(含)计0.5;>30%不得分',
      3,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: 0, high: 0, highClosed: true, points: 3 },
          { low: 0, lowOpen: true, high: 10, highClosed: true, points: 2 },
          { low: 10, lowOpen: true, high: 20, highClosed: true, points: 1 },
          { low: 20, lowOpen: true, high: 30, highClosed: true, points: 0.5 },
          { low: 30, lowOpen: true, high: null, points: 0 },
        ],
      },
    ],
    [
      '完成率=（完成数/预算数）×100%。\n完成率≥95%，得5分；90%≤完成率<95%，得3分；其余不得分',
      5,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: 95, high: null, points: 5 },
          { low: 90, high: 95, points: 3 },
          { low: null, high: 90, points: 0 },
        ],
      },
    ],
    [
      '≥95%得100%分值；80%-95%得60%的分值；不足80%不得分',
      10,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: 95, high: null, share: 1 },
          { low: 80, high: 95, share: 0.6 },
          { low: null, high: 80, points: 0 },
        ],
      },
    ],
    [
      '≤10%得满分，10%-20%得1分，超过20%不得分',
      2,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: null, high: 10, highClosed: true, share: 1 },
          { low: 10, lowOpen: true, high: 20, highClosed: true, points: 1 },
          { low: 20, lowOpen: true, high: null, points: 0 },
        ],
      },
    ],
    [
      '≤10%得2分，其余不得分',
      2,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: null, high: 10, highClosed: true, points: 2 },
          { low: 10, lowOpen: true, high: null, points: 0 },
        ],
      },
    ],
    [
      '本项满分2分。≥90%得2分；≥60%且<90%得1分；不足60%不得分',
      2,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: 90, high: null, points: 2 },
          { low: 60, high: 90, points: 1 },
          { low: null, high: 60, points: 0 },
        ],
      },
    ],
    ['每项加2.5分，最多不超过5分', 5, { kind: 'count', start: 'zero', each: 2.5, penalty: 0, cap: 5 }],
    ['每出现一例扣1分，扣完为止', 3, penalty(1)],
    ['每出现一个专项未按进度完成资金下达扣0.5分，扣完为止', 3, penalty(0.5)],
    ['未发现问题得满分，每发现一个问题扣1分，扣完为止', 4, penalty(1)],
    ['每少一项扣1分', 3, penalty(1)],
    ['每少1场扣1分', 3, penalty(1)],
    ['每缺一期扣1分，扣完为止', 3, penalty(1)],
    ['每延期一个工作日扣1分', 3, penalty(1)],
    ['一个加1分，最多加2分', 2, { kind: 'count', start: 'zero', each: 1, penalty: 0, cap: 2 }],
    ['100%得满分，每超过（降低）5%扣2分', 5, { ...deduction(100, 'higher', 2, 5), better: 'exact' } as Rule],
    [
      '≥90%不扣分，否则扣5分',
      5,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: 90, high: null, share: 1 },
          { low: null, high: 90, points: 0 },
        ],
      },
    ],
    ['符合要求得5分，发现一项不符合的扣1分，扣完为止', 5, penalty(1)],
    ['按要求编报，实现全覆盖（8分）；一个项目没有编报扣2分，扣完为止。', 8, penalty(2)],
    ['及时完整得10分，每延迟1天扣1分，扣完为止', 10, penalty(1)],
    ['≥90%得20分，每降1个百分点扣1分', 20, deduction(90, 'higher', 1)],
    ['100%以下（含）计5分，每超出5%扣2分，扣完为止。没有该类项目的按满分计算。', 5, deduction(100, 'lower', 2, 5)],
    ['得分=预算执行率×20分，超过100%的按满分计', 20, { kind: 'proportion', rate: RATE }],
    ['按完成比例计算得分，满分为止。', 20, { kind: 'proportion', rate: RATE }],
    ['得分=实际完成数/计划完成数×8分，超过8分按8分计', 8, { kind: 'proportion', rate: RATE }],
    ['达到计划得10分，未达到按比例扣分', 10, { kind: 'proportion', rate: RATE }],
    [
      '1.满意度≥95%的，得20分；2.90%≤满意度＜95%的，得16分；3.满意度＜90%的，得0分。',
      20,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: 95, high: null, points: 20 },
          { low: 90, high: 95, points: 16 },
          { low: null, high: 90, points: 0 },
        ],
      },
    ],
    [
      '结余率≤5%不扣分；5%-10%（含）扣2分；>10%不得分',
      5,
      {
        kind: 'tiers',
        rate: RATE,
        tiers: [
          { low: null, high: 5, highClosed: true, share: 1 },
          { low: 5, lowOpen: true, high: 10, highClosed: true, points: 3 },
          { low: 10, lowOpen: true, high: null, points: 0 },
        ],
      },
    ],
    ['①②③各1分', 3, steps(0, 1, 2, 3)],
    ['①有管理制度（1分）；②有会计制度（1分）；③制度得到执行（1分）', 3, steps(0, 1, 2, 3)],
    ['1、制度健全得1分；2、制度执行有效得2分。', 3, steps(0, 1, 2, 3)],
    ['无结余3;有结余但不超过上年结转2;结余超过上年结转不得分', 3, steps(0, 2, 3)],
    ['制度健全，执行有效，得3分；较好的得2分；差的不得分', 3, steps(0, 2, 3)],
    ['完成得满分，未完成不得分', 3, steps(0, 3)],
    ['按完成率×分值计分', 3, { kind: 'proportion', rate: RATE }],
    ['得分=执行率×3分', 3, { kind: 'proportion', rate: RATE }],
    ['达到100%得满分，未达到的，按实际完成率×分值计分', 5, { kind: 'proportion', rate: RATE }],
  ])('%s', (standard, weight, rule) => {
    const found = read(standard, weight);
    if (rule.kind === 'judged' && rule.note === undefined) {
      expect(found?.rule ?? null).toBeNull();
      expect(found?.unread).toMatch(/读不懂/);
    } else {
      expect(found?.rule).toEqual(rule);
    }
  });

  test.each<[string, Rule]>([
    ['得分=实际完成值/目标值×分值', { kind: 'target', below: 'proportion', above: 'either' }],
    ['达到目标值得满分，未达到的按比例得分', { kind: 'target', below: 'proportion', above: 'either' }],
    ['完成得满分，未完成不得分', { kind: 'target', below: 'zero', above: 'zero' }],
  ])('with target and actual value in the row: %s', (standard, rule) => {
    expect(read(standard, 5, { target: '10个', actual: '8个' })?.rule).toEqual(rule);
  });

  test.each<[string, string, Rule]>([
    ['每低于目标值1个百分点扣0.5分，扣完为止', '≥98%', deduction(98, 'higher', 0.5)],
    ['达到目标值得满分，每低1个百分点扣0.5分', '≥98%', deduction(98, 'higher', 0.5)],
    ['不高于目标得满分，每高1个百分点扣1分', '9%', deduction(9, 'lower', 1)],
  ])('steps from the row’s own target: %s', (standard, target, rule) => {
    expect(read(standard, 5, { target, actual: '95%' })?.rule).toEqual(rule);
  });

  test('bounds in a counting word are held against the actual value', () => {
    expect(read('发表10篇及以上得5分，5-9篇得3分，不足5篇得0分', 5)?.rule).toMatchObject({ kind: 'tiers', unit: '篇' });
  });

  test('the rate of the budget may come out of the budget block', () => {
    const found = read('按完成率×分值计分', 5, { name: '预算完成率' });
    expect(found?.rule).toEqual({ kind: 'proportion', rate: ['actual', 'evidence', 'budget'] });
  });
});

describe('what is not understood wholly is never guessed', () => {
  test.each<[string, number, string]>([
    ['根据实际情况酌情扣分', 3, '酌情扣分'],
    ['≥90%计5分，80%-90%视情况计分', 5, '视情况计分'],
    ['≥90%计5分；其他情况由专家评定后折算', 5, '折算'],
    ['支付进度≥时间进度得满分', 3, '时间进度'],
    ['≥90%计5分', 4, '满分5分与分值4分不同'],
    ['≤100%计3分，每超过1个百分点扣0.5分', 5, '满分3分与分值5分不同'],
    ['得分=执行率×3分', 5, '满分3分与分值5分不同'],
    ['①②③各1分', 5, '满分3分与分值5分不同'],
    ['每超过一个百分点扣0.5分', 5, '没有写明从多少起扣分'],
    ['编制率在95%-105%之间得满分，每超出1%扣0.5分', 5, '上下两个界线'],
    ['制度健全得3分，发现一处问题扣1分', 5, '合不成一条规则'],
    ['≥90%得满分，否则酌情扣分', 3, '没有定出分数'],
    ['效果显著得13-15分；效果一般得6-12分', 15, '没有定出分数'],
    ['≤90%计5分，超过100%每超过一个百分点扣0.5分', 5, '界线不同'],
    ['≥90%计5分；80%-95%计4分；<80%不得分', 5, '两档重叠'],
    ['每发现一项扣1分；≥90%计5分', 5, '合不成一条规则'],
    ['≥90%计5分；最多不超过5分', 5, '合不成一条规则'],
    ['≥90%计5分；其余得3分；否则不得分', 5, '读不懂'],
    ['本项满分3分。≥90%得5分', 5, '满分3分与分值5分不同'],
    ['每项加1分，每项加2分', 5, '不止一种'],
    ['≥3次计5分；<50%不得分', 5, '单位不同'],
    ['反映部门预算管理情况', 5, '没有读出计分的办法'],
    ['不得明显高于5%的得满分，否则不得分', 5, '读不懂'],
    ['达到目标值的90%以上得5分，80%-85%得3分，否则不得分', 5, '有的不是'],
    ['≥90%计3分；≥80%计5分', 5, '两档重叠'],
    ['超过目标5%以上得满分，否则不得分', 5, '读不懂'],
    ['每少10人次扣1分', 5, '没有写明从多少起扣分'],
    ['≥90%得满分，每低1个百分点扣1分，最多扣3分，最低得1分', 5, '合不成一条规则'],
    ['≥90%计5分；最低得2分', 5, '合不成一条规则'],
    ['每超支1万元扣1分', 5, '没有写明从多少起扣分'],
  ])('%s', (standard, weight, reason) => {
    const found = read(standard, weight);
    expect(found?.rule).toBeNull();
    expect(found?.unread).toContain(reason);
  });
});

describe('where a rule is looked for', () => {
  const bonus =
    '1.加分项：部门工作较好，受到表扬的，每项加2.5分，加分最多不超过5分。 2.减分项：审计时发现存在违规行为的，每发现一起扣2.5分，扣分合计不超过5分。';

  test('a bonus whose rule stands under another heading', () => {
    const row = indicator({
      kind: 'bonus',
      name: '工作受表彰或批评',
      target: '反映表彰情况。',
      actual: bonus,
      weight: 5,
    });
    expect(printedRule(row, new Decimal(5))).toMatchObject({
      cell: row.actual?.at,
      rule: { kind: 'count', start: 'zero', each: 2.5, cap: 5, penalty: 2.5, penaltyCap: 5 },
    });
  });

  test('a definition only when it holds points', () => {
    expect(hasPrintedRule(indicator({ definition: '反映部门预算完成程度。' }))).toBe(false);
    expect(hasPrintedRule(indicator({ definition: '完成得3分，未完成不得分' }))).toBe(true);
    expect(hasPrintedRule(indicator({ standard: ' ' }))).toBe(false);
    expect(hasPrintedRule(indicator({ target: '完成得3分', actual: '完成得3分' }))).toBe(false);
  });

  test('a row without one has no printed rule', () => {
    expect(printedRule(indicator({}), null)).toBeNull();
  });
});

test.each([
  ['two units', '≥90%得5分；80次-90次得3分', /单位不同/],
  ['the rest on neither side', '80%-90%得3分；其余不得分', /其余/],
  ['the rest in the middle', '≥90%得5分；<60%不得分；其余得3分', /其余/],
  ['two bands that overlap', '≥90%得5分；80%-95%得4分', /重叠/],
  ['two caps', '每发现一处扣1分，最多扣3分；每发现一处扣1分，最多扣2分', /合不成一条规则/],
])('%s: a person judges, and the reason is said', (_, standard, reason) => {
  expect(read(standard, 5)).toMatchObject({ rule: null, unread: expect.stringMatching(reason) as string });
});
