import { chooseRulebook, describeRule, FALLBACK, rescore } from '../../src/scoring';
import type { Rule, Rulebook } from '../../src/scoring/rulebook';
import type { IndicatorScore } from '../../src/scoring/scores';
import { budgetBlock, form, type TestIndicator } from '../support/form';

function score(row: TestIndicator, rule: Rule): IndicatorScore {
  const applied: Rulebook = { ...FALLBACK, indicators: [{ match: {}, rule }] };
  const [first] = rescore(form({ indicators: [{ weight: 10, ...row }] }), applied, '').indicators;
  if (first === undefined) throw new Error('no indicator');
  return first;
}

function steps({ accepted }: IndicatorScore): string[] {
  return accepted.map(({ low, high }) => (low.eq(high) ? low.toString() : `${low.toString()}..${high.toString()}`));
}

const TARGET: Rule = { kind: 'target', below: 'proportion', above: 'either' };
const ZERO: Rule = { kind: 'target', below: 'zero', above: 'zero' };
const DEDUCTION: Rule = { kind: 'deduction', rate: ['actual'], from: 10, better: 'lower', step: 1, points: 1 };
const PURCHASE = {
  name: '政府采购执行率',
  definition: '实际政府采购金额与年度政府采购预算的比率。',
  evidence: '政府采购计划金额为1000元，实际采购金额为889.50元，采购执行率为88.95%。',
};

describe('targets', () => {
  test.each<[string, Rule, TestIndicator, string[], string]>([
    ['a number of months', TARGET, { target: '≤12月', actual: '15个月' }, ['8', '7.5'], '12 ÷ 15 × 10 = 8'],
    [
      'strictly more, not reached',
      ZERO,
      { target: '>10件', actual: '10件', stated: 0 },
      ['10', '0'],
      '10 = 10，没有超过目标值，不得分',
    ],
    [
      'strictly less, not kept',
      ZERO,
      { target: '<10件', actual: '10件', stated: 0 },
      ['10', '0'],
      '10 = 10，没有低于目标值，不得分',
    ],
    ['more than strictly more', ZERO, { target: '>10件', actual: '12件' }, ['10'], '12 > 10，得满分10分'],
    ['as much as at least', ZERO, { target: '≥10件', actual: '10件' }, ['10'], '10 = 10，得满分10分'],
    [
      'far above, where that costs nothing',
      TARGET,
      { target: '≥100个', actual: '135个', stated: 9 },
      ['10'],
      '135 > 100，得满分10分',
    ],
    ['money named less fully', TARGET, { target: '≥500元/户·年', actual: '500元/户' }, ['10'], '500 = 500，得满分10分'],
    ['money named more fully', TARGET, { target: '≥500元/户', actual: '500元/户·年' }, ['10'], '500 = 500，得满分10分'],
    [
      'within a range',
      TARGET,
      { target: '10-20次', actual: '12-15次' },
      ['10'],
      '实际完成值在目标范围之内，得满分10分',
    ],
    [
      'a range above a target',
      TARGET,
      { target: '≥10次', actual: '12-15次' },
      ['10'],
      '实际完成值在目标范围之内，得满分10分',
    ],
    [
      'a range below a limit',
      TARGET,
      { target: '≤20次', actual: '12-15次' },
      ['10'],
      '实际完成值在目标范围之内，得满分10分',
    ],
    [
      'a range without its unit',
      TARGET,
      { target: '10-20', actual: '15次' },
      ['10'],
      '实际完成值在目标范围之内，得满分10分',
    ],
  ])('%s', (_, rule, row, accepted, arithmetic) => {
    const found = score(row, rule);
    expect([steps(found), found.arithmetic]).toEqual([accepted, arithmetic]);
  });

  test.each<[string, TestIndicator, string]>([
    ['a range of other things', { target: '10-20次', actual: '15个' }, '单位'],
    ['a range that passes a limit', { target: '≤20次', actual: '12-25次' }, '目标范围'],
    ['a range beside one figure', { target: '10次', actual: '10-12次' }, '目标范围'],
    ['a range beside an exact figure', { target: '=10次', actual: '10-12次' }, '目标范围'],
    ['a figure beside a date', { target: '2022年12月', actual: '5个' }, '实际完成值“5个”'],
    ['a date beside a figure', { target: '5个', actual: '2022年12月' }, '实际完成值“2022年12月”'],
    ['a date beside a range', { target: '10-20次', actual: '2022年12月' }, '实际完成值“2022年12月”'],
    ['the whole of a date', { target: '2022年12月', actual: '100%' }, '实际完成值“100%”'],
    ['the whole, in another unit', { target: '按计划完成梳理', actual: '100个' }, '实际完成值“100个”'],
    ['no target', { actual: '8个' }, '没有填写年度指标值'],
    ['no target beside the whole', { actual: '100%' }, '没有填写年度指标值'],
    ['a blank target', { target: ' ', actual: '8个' }, '没有填写年度指标值'],
    ['no actual value', { target: '≥10个' }, '没有填写实际完成值'],
    ['a month without any year', { target: '9月前', actual: '2022年8月' }, '不完整'],
    ['a long text', { target: '≥10个', actual: '良'.repeat(40) }, `“${'良'.repeat(30)}”`],
  ])('a person judges: %s', (_, row, unread) => {
    const found = score({ stated: 7, ...row }, TARGET);
    expect([found.origin, found.accepted, found.rule.words]).toEqual(['judged', [], describeRule(TARGET, FALLBACK)]);
    expect(found.unread).toContain(unread);
  });

  test('words that answer no figure are a band, not full marks', () => {
    expect(score({ target: '≥3次', actual: '部分完成' }, TARGET).rule.kind).toBe('qualitative');
    expect(score({ actual: '达成预期指标' }, TARGET).rule.kind).toBe('qualitative');
  });

  test('未完成 beside a figure says that it was missed, and not how far', () => {
    const missed = score({ target: '≥95%', actual: '未完成', stated: 9.8 }, TARGET);
    expect([missed.origin, missed.reached, steps(missed)]).toEqual(['judged', false, ['0..10']]);
  });

  test('without a weight nothing is computed, and what can not be compared has no proportion', () => {
    expect(score({ target: '≥10个月', actual: '95%', weight: null, stated: 7 }, TARGET)).toMatchObject({
      origin: 'judged',
      attainment: null,
    });
  });

  test('a score rounded to fewer places is accepted and stands, and the exact one is given where another stands', () => {
    const { rulebook } = chooseRulebook(
      form({ indicators: [], budget: budgetBlock([{ budget: 1, spent: 1, weight: 10, stated: 10 }]) }),
    );
    const rounded = form({ indicators: [{ weight: 10, target: '≤10件', actual: '12件', stated: 8.3 }] });
    const wrong = form({ indicators: [{ weight: 10, target: '≤10件', actual: '12件', stated: 9 }] });
    const values = [rounded, wrong].map((one) => rescore(one, rulebook, '').indicators[0]?.value?.toString());
    expect(values).toEqual(['8.3', '8.33']);
  });

  test('the end of a band that does not belong to it is not in it', () => {
    expect(score({ target: '农民增收', actual: '部分达成', stated: 8 }, TARGET).value?.toString()).toBe('7.99');
  });
});

describe('without a weight a person judges by any rule, and the rule is said', () => {
  test.each<[Rule, TestIndicator]>([
    [DEDUCTION, { actual: '12%' }],
    [
      { kind: 'count', start: 'weight', each: 0, penalty: 1 },
      { target: '0起', actual: '1起' },
    ],
    [{ kind: 'proportion', rate: ['evidence'] }, PURCHASE],
    [{ kind: 'qualitative' }, { actual: '达成' }],
    [{ kind: 'tiers', rate: ['actual'], tiers: [{ low: 90, high: null, points: 5 }] }, { actual: '95%' }],
  ])('%j', (rule, row) => {
    const found = score({ ...row, weight: null, stated: 1 }, rule);
    expect([found.origin, found.value?.toString(), found.accepted]).toEqual(['judged', '1', []]);
    expect(found.rule.words).toBe(describeRule(rule, FALLBACK));
  });

  test('the proportion is known all the same', () => {
    const found = score({ ...PURCHASE, weight: null }, { kind: 'proportion', rate: ['evidence'] });
    expect(found.attainment?.toString()).toBe('0.8895');
  });
});

describe('rates', () => {
  test('full marks from less than the whole on', () => {
    const found = score(PURCHASE, { kind: 'proportion', rate: ['evidence'], full: 90 });
    expect(found.arithmetic).toBe('889.5 ÷ 1000 ÷ 90% × 10 = 9.88');
  });

  test('a bare figure that may be a fraction is taken both ways', () => {
    expect(steps(score({ name: '预算调整率', actual: '0.15' }, DEDUCTION))).toEqual(['5', '10']);
    expect(steps(score({ name: '预算调整率', actual: '12' }, DEDUCTION))).toEqual(['8']);
    expect(steps(score({ name: '预算调整率', actual: '9' }, { ...DEDUCTION, from: 10 }))).toEqual(['10']);
  });

  test.each([
    ['绝对值', '-8.2%', 5],
    ['', '-8.2%', 10],
  ])('which standard asks for its %s: %s', (word, actual, points) => {
    const standard = `预算调整率${word}不超过5%得满分`;
    const rule: Rule = {
      kind: 'tiers',
      rate: ['actual'],
      tiers: [
        { low: null, high: 5, points: 10 },
        { low: 5, high: null, points: 5 },
      ],
    };
    expect(score({ name: '预算调整率', actual, standard }, rule).accepted[0]?.high.toNumber()).toBe(points);
  });

  test.each<[string, string, string]>([
    ['预算调整情况', '0', 'computed'],
    ['预算调整情况', '0个', 'judged'],
    ['预算调整率', '12个', 'judged'],
    ['预算调整情况', '12', 'judged'],
  ])('%s of %s: %s', (name, actual, origin) => {
    expect(score({ name, actual, stated: 1 }, DEDUCTION).origin).toBe(origin);
  });

  test.each<Rule>([DEDUCTION, { kind: 'proportion', rate: ['actual'] }])(
    'where none is found it is said: %j',
    (rule) => {
      expect(score({ actual: '良好', stated: 1 }, rule)).toMatchObject({
        unread: '依据里没有找到计分所用的比率，请人工判断',
        rule: { words: describeRule(rule, FALLBACK) },
      });
    },
  );
});

describe('bands', () => {
  const tiers: Rule = {
    kind: 'tiers',
    rate: ['actual', 'evidence'],
    tiers: [
      { low: 90, high: null, points: 10 },
      { low: 80, high: 90, points: 5 },
      { low: 70, high: 80, highClosed: true, points: 3 },
    ],
  };

  test.each<[TestIndicator, string[], string | null]>([
    [{ actual: '90%' }, ['10'], '90%，不低于90%，得10分'],
    [{ actual: '80%' }, ['5', '3'], '80%，不低于80%且低于90%，得5分'],
    [PURCHASE, ['5'], '889.5 ÷ 1000 = 88.95%，不低于80%且低于90%，得5分'],
  ])('of %j', (row, accepted, arithmetic) => {
    const found = score(row, tiers);
    expect([steps(found), found.arithmetic, found.rule.words]).toEqual([
      accepted,
      arithmetic,
      describeRule(tiers, FALLBACK),
    ]);
  });

  test('outside of them any score may be right; without a figure only those that the rule names', () => {
    expect(score({ actual: '60%', stated: 1 }, tiers)).toMatchObject({
      accepted: [],
      unread: '计分所用的数值不在任何一档之内，请人工判断',
    });
    expect(steps(score({ actual: '良好', stated: 1 }, tiers))).toEqual(['10', '5', '3']);
    expect(score({ actual: '良好', stated: 1 }, tiers).unread).toBe('依据里没有找到计分所用的数值，请人工判断');
  });

  test('in a counting word, which the actual value may leave out', () => {
    const counted: Rule = { kind: 'tiers', rate: ['actual'], unit: '篇', tiers: [{ low: 10, high: null, share: 1 }] };
    expect(score({ actual: '12' }, counted).arithmetic).toBe('12篇，不低于10篇，得10分');
    expect(score({ actual: '12本', stated: 1 }, counted).origin).toBe('judged');
    expect(score({ actual: '良好', stated: 1 }, counted).origin).toBe('judged');
    expect(score({ stated: 1 }, counted).origin).toBe('judged');
  });
});

describe('counting', () => {
  const count = (more: object): Rule => ({ kind: 'count', start: 'zero', each: 0, penalty: 0, ...more });

  test.each<[string, Rule, string[]]>([
    ['never below nothing without a cap', count({ each: 1, cap: 2, penalty: 1 }), ['0', '1', '2']],
    ['never above the weight', count({ start: 'weight', each: 1, cap: 1, penalty: 9 }), ['0', '1', '2']],
    ['from full marks never below nothing', count({ start: 'weight', penalty: 1, penaltyCap: 5 }), ['0', '1', '2']],
    ['as far as the cap', count({ start: 'weight', penalty: 1, penaltyCap: 1 }), ['1', '2']],
  ])('%s', (_, rule, named) => {
    const found = score({ weight: 2, stated: 1 }, rule);
    expect([steps(found), found.rule.words]).toEqual([named, describeRule(rule, FALLBACK)]);
  });

  test.each<[TestIndicator, Rule, string]>([
    [{ actual: '2项' }, count({ each: 1 }), 'computed'],
    [{ actual: '2%' }, count({ each: 1 }), 'judged'],
    [{ actual: '2元' }, count({ each: 1 }), 'judged'],
    [{ actual: '2分' }, count({ each: 1 }), 'judged'],
    [{ actual: '2' }, count({ each: 1 }), 'judged'],
    [{ actual: '2.5项' }, count({ each: 1 }), 'judged'],
    [{ actual: '2项' }, count({ each: 1, penalty: 1 }), 'judged'],
    [{ target: '有效', actual: '3起' }, count({ start: 'weight', penalty: 1 }), 'judged'],
    [{ actual: '3起' }, count({ start: 'weight', penalty: 1 }), 'judged'],
  ])('%j by %j: %s', (row, rule, origin) => {
    const found = score({ stated: 1, ...row }, rule);
    expect([found.origin, found.rule.words]).toEqual([origin, describeRule(rule, FALLBACK)]);
  });
});

describe('words', () => {
  test.each<[TestIndicator, string, string | null]>([
    [{ actual: '部分达成' }, 'missing', null],
    [{ actual: '情况良好', stated: 2 }, 'judged', '从“情况良好”看不出是否达成，请人工判断'],
    [{ target: '', actual: '', stated: 2 }, 'judged', '没有填写实际完成情况'],
    [{ target: '有效', stated: 2 }, 'judged', '没有填写实际完成情况'],
    [{ actual: '良'.repeat(40), stated: 2 }, 'judged', `从“${'良'.repeat(30)}”看不出是否达成，请人工判断`],
  ])('%j: %s', (row, origin, unread) => {
    const found = score(row, { kind: 'qualitative' });
    expect([found.origin, found.unread]).toEqual([origin, unread]);
  });
});

test('a long printed rule is quoted by its beginning', () => {
  const standard = `完成得10分；${'较好得5分；'.repeat(12)}`;
  expect(score({ standard, stated: 5 }, { kind: 'printed' }).rule.source).toBe(
    `表内评分标准“${standard.replaceAll('；', ';').slice(0, 60)}…”`,
  );
});

describe('a target that only says which way it is to go', () => {
  test.each<[string, string, boolean | null]>([
    ['增加', '增372人次', true],
    ['增加', '减少372人次', false],
    ['超上年度', '增收27万元', true],
    ['超上年度', '减收27万元', false],
    ['下降', '同比下降12.3%', true],
    ['下降', '同比上升2.3%', false],
    ['水电费有所下降', '水电支出减少0.1万元', true],
    ['水电费有所下降', '水电支出增加0.1万元', false],
    ['投诉减少', '满意度提高5%', null],
    ['有所提升', '明显提升', null],
  ])('%s, and the actual value says %s', (target, actual, reached) => {
    expect(score({ target, actual, stated: 10 }, TARGET).reached).toBe(reached);
  });
});
