import { Decimal } from 'decimal.js';
import { chooseRulebook, claimedScore, describeRule, FALLBACK, rescore } from '../../src/scoring';
import type { Rule, Rulebook } from '../../src/scoring/rulebook';
import type { IndicatorScore, ScoreRange } from '../../src/scoring/scores';
import { budgetBlock, form, type TestForm, type TestIndicator } from '../support/form';

const WEIGHT = 2;

function score(
  row: TestIndicator,
  rule: Rule,
  more: Partial<TestForm> & { rulebook?: Partial<Rulebook> } = {},
): IndicatorScore {
  const { rulebook, ...rest } = more;
  const applied: Rulebook = { ...FALLBACK, ...rulebook, indicators: [{ match: {}, rule }] };
  const [first] = rescore(form({ ...rest, indicators: [{ weight: WEIGHT, ...row }] }), applied, '').indicators;
  if (first === undefined) throw new Error('no indicator');
  return first;
}

function ranges(accepted: readonly ScoreRange[]): string[] {
  return accepted.map(({ low, high }) => (low.eq(high) ? low.toString() : `${low.toString()}..${high.toFixed(4)}`));
}

const PURCHASE = {
  name: '政府采购执行率',
  definition: '实际政府采购金额与年度政府采购预算的比率。',
  evidence: '政府采购计划金额为1000元，实际采购金额为889.50元，采购执行率为88.95%。',
};

describe('proportion', () => {
  const rule: Rule = { kind: 'proportion', rate: ['evidence', 'budget'] };

  test('the figures of the evidence', () => {
    const found = score(PURCHASE, rule);
    expect([found.origin, found.value?.toString(), found.arithmetic]).toEqual([
      'computed',
      '1.78',
      '889.5 ÷ 1000 × 2 = 1.78',
    ]);
    expect(found.attainment?.toString()).toBe('0.8895');
  });

  test('both usual roundings, and the exact score, are accepted', () => {
    const accepted = score(PURCHASE, rule).accepted;
    expect(ranges(accepted)).toContain('1.77..1.7800');
  });

  test('a rate above 100% is capped, and says so', () => {
    const evidence = '财政共通报9次，累计执行进度为941.41%。941.41%/9=104.60%。';
    const found = score({ name: '年度平均执行率', definition: '反映支出进度。', evidence }, rule);
    expect(found.value?.toString()).toBe('2');
    expect(found.arithmetic).toContain('按100%计');
  });

  test('a rate that contradicts its figures: both are accepted, the stated score tells which is meant', () => {
    const evidence = '采购计划金额为1000元，实际采购金额为779.50元，采购执行率为88.95%。';
    const found = score({ ...PURCHASE, evidence, stated: 1.78 }, rule);
    expect([found.value?.toString(), found.arithmetic]).toEqual(['1.78', '88.95% × 2 = 1.78']);
    expect(found.accepted.some(({ high }) => high.eq('1.56'))).toBe(true);
  });

  test('the budget block where the evidence says nothing', () => {
    const found = score({ name: '预算完成率' }, rule, { budget: budgetBlock([{ budget: 200, spent: 150 }]) });
    expect(found.arithmetic).toBe('150 ÷ 200 × 2 = 1.5');
  });

  test.each<[string, Parameters<typeof budgetBlock>[0], string | null]>([
    [
      'the total line',
      [
        { budget: 9, spent: 9, role: 'part' },
        { budget: 200, spent: 150 },
      ],
      '150 ÷ 200 × 2 = 1.5',
    ],
    [
      'two totals that agree',
      [
        { budget: 200, spent: 150 },
        { budget: 200, spent: 150 },
      ],
      '150 ÷ 200 × 2 = 1.5',
    ],
    [
      'two totals that differ',
      [
        { budget: 200, spent: 150 },
        { budget: 100, spent: 90 },
      ],
      null,
    ],
    [
      'the parts of the first group',
      [
        { budget: 120, spent: 100, role: 'part', group: '按资金来源' },
        { budget: 80, spent: 50, role: 'part', group: '按资金来源' },
        { role: 'part', group: '按资金来源' },
        { budget: 7, spent: 7, role: 'part', group: '按资金结构' },
      ],
      '150 ÷ 200 × 2 = 1.5',
    ],
    ['a part of which one figure is missing', [{ budget: 120, role: 'part', group: '按资金来源' }], null],
    ['parts without a group', [{ budget: 120, spent: 100, role: 'part' }], null],
  ])('the execution of the whole budget: %s', (_, lines, arithmetic) => {
    expect(score({ name: '预算完成率' }, rule, { budget: budgetBlock(lines) }).arithmetic).toBe(arithmetic);
  });

  test('a rate that is no plain quotient is shown as the rate', () => {
    const evidence = '收入决算数为392533097.08元，收入调整预算数为392951003.55元，差异率为0.11%。';
    const row = { name: '收入预决算差异率', definition: '收入决算数与收入预算数的差异率。', evidence };
    expect(score(row, rule).arithmetic).toMatch(/^0\.1\d+% × 2 = 0$/);
  });

  test('a weight of nothing gives nothing', () => {
    expect(score({ ...PURCHASE, weight: 0 }, rule)).toMatchObject({
      origin: 'computed',
      arithmetic: '889.5 ÷ 1000 × 0 = 0',
    });
    expect(score({ ...PURCHASE, weight: -1, stated: 1 }, rule).origin).toBe('judged');
  });

  test('full marks from less than 100%', () => {
    const found = score(PURCHASE, { kind: 'proportion', rate: ['evidence'], full: 80 });
    expect(found.value?.toString()).toBe('2');
  });

  test('without a rate a person judges', () => {
    const found = score({ name: '预算完成率', stated: 1.5, evidence: '已完成。' }, rule);
    expect(found).toMatchObject({ origin: 'judged', accepted: [], arithmetic: null });
    expect(found.unread).toContain('没有找到');
  });
});

test('full marks of a weight of three decimals are that weight', () => {
  const rule: Rule = { kind: 'target', below: 'proportion', above: 'either' };
  expect(score({ target: '≥4次', actual: '4次', weight: 2.945 }, rule).value?.toString()).toBe('2.945');
});

describe('tiers', () => {
  const tiers: Rule = {
    kind: 'tiers',
    rate: ['actual', 'evidence'],
    tiers: [
      { low: 0, high: 0, highClosed: true, points: 2 },
      { low: 0, lowOpen: true, high: 10, highClosed: true, points: 1 },
      { low: 10, high: 20, share: 0.25 },
    ],
  };

  test.each<[string, string[]]>([
    ['0%', ['2']],
    ['0.1%', ['1']],
    ['10%', ['1', '0.5']],
    ['12%', ['0.5']],
  ])('an actual value of %s', (actual, accepted) => {
    expect(ranges(score({ actual }, tiers).accepted)).toEqual(accepted);
  });

  test('a bare figure is a rate where the name asks for one; up to 1 it may be a fraction', () => {
    const accepted = (name: string, actual: string) => ranges(score({ name, actual, stated: 1 }, tiers).accepted);
    expect(accepted('预算调整率', '12')).toEqual(['0.5']);
    expect(accepted('预算调整率', '0.05')).toEqual(['1']);
    expect(accepted('预算调整率', '0.15')).toEqual(['0.5', '1']);
    expect(accepted('预算调整率', '1')).toEqual(['1']);
    expect(accepted('预算调整率', '0')).toEqual(['2']);
    expect(accepted('预算调整情况', '12')).toEqual([]);
  });

  test('outside all bands a person judges', () => {
    const found = score({ actual: '25%', stated: 1 }, tiers);
    expect([found.origin, found.unread]).toEqual(['judged', '计分所用的数值不在任何一档之内，请人工判断']);
  });

  test('with no rate in the row the score must still be one that the rule names', () => {
    const named: Rule = { ...tiers, tiers: tiers.tiers.slice(0, 2) };
    expect(score({ stated: 1.5 }, named)).toMatchObject({ origin: 'judged' });
    expect(ranges(score({ stated: 1.5 }, named).accepted)).toEqual(['2', '1']);
  });

  test('bounds in a counting word', () => {
    const counted: Rule = { kind: 'tiers', rate: ['actual'], unit: '篇', tiers: [{ low: 10, high: null, share: 1 }] };
    expect(score({ actual: '12篇' }, counted).arithmetic).toBe('12篇，不低于10篇，得2分');
    expect(score({ actual: '12%', stated: 2 }, counted).origin).toBe('judged');
  });
});

describe('deduction', () => {
  const rule: Rule = { kind: 'deduction', rate: ['actual'], from: 100, better: 'lower', step: 1, points: 0.5 };

  test.each<[string, string, string[]]>([
    ['97%', '97%，得满分2分', ['2']],
    ['100%', '100%，得满分2分', ['2']],
    ['102%', '102%，2 − 2 × 0.5 = 1', ['1']],
    ['101.3%', '101.3%，2 − 1 × 0.5 = 1.5', ['1..1.5000']],
    ['180%', '180%，2 − 80 × 0.5 = 0', ['0']],
  ])('%s', (actual, arithmetic, accepted) => {
    const found = score({ actual }, rule);
    expect([found.arithmetic, ranges(found.accepted)]).toEqual([arithmetic, accepted]);
  });

  test('where more is better', () => {
    expect(score({ actual: '98%' }, { ...rule, better: 'higher', points: 0.2 }).arithmetic).toBe(
      '98%，2 − 2 × 0.2 = 1.6',
    );
  });

  test('without a rate a person judges', () => {
    expect(score({ actual: '良好', stated: 2 }, rule)).toMatchObject({ origin: 'judged', accepted: [] });
  });
});

describe('count', () => {
  const bonus: Rule = { kind: 'count', start: 'zero', each: 2.5, cap: 5, penalty: 2.5, penaltyCap: 5 };
  const penalty: Rule = { kind: 'count', start: 'weight', each: 0, penalty: 0.5 };

  test('a bonus is a person’s, within what counting can give', () => {
    const found = score({ kind: 'bonus', weight: 5, stated: 2.5 }, bonus);
    expect([found.origin, ranges(found.accepted)]).toEqual(['judged', ['-5', '-2.5', '0', '2.5', '5']]);
  });

  test('points off for each where none should be', () => {
    expect(score({ target: '0起', actual: '3起' }, penalty).arithmetic).toBe('2 − 3 × 0.5 = 0.5');
    expect(score({ target: '0起', actual: '0起' }, penalty).value?.toString()).toBe('2');
    expect(score({ target: '0起', actual: '9起' }, penalty).value?.toString()).toBe('0');
    expect(ranges(score({ stated: 2 }, penalty).accepted)).toEqual(['0', '0.5', '1', '1.5', '2']);
  });

  test('steps too many to name are left out', () => {
    expect(score({ stated: 2 }, { ...penalty, penalty: 0.01 })).toMatchObject({ origin: 'judged', accepted: [] });
  });

  test('an actual value that counts something else is not used', () => {
    expect(score({ target: '10项', actual: '8项', stated: 1 }, penalty).origin).toBe('judged');
  });

  test('points for each', () => {
    const each: Rule = { kind: 'count', start: 'zero', each: 0.5, cap: 1.5, penalty: 0 };
    expect(score({ actual: '2项' }, each).arithmetic).toBe('0 + 2 × 0.5 = 1');
    expect(score({ actual: '8项' }, each).value?.toString()).toBe('1.5');
  });
});

describe('a score that the text claims', () => {
  test.each<[string, string | null]>([
    ['制度健全并严格执行。因此，得3分满分。', '3'],
    ['因此，该项评分为1.78分。', '1.78'],
    ['因此，该项评分为 ４ 分满分', '4'],
    ['结转率为100%，因此不得分。', '0'],
    ['进度达到100%，因此得满分。', '5'],
    ['自评得分：4.5分', null],
    ['自评得4.5分', '4.5'],
    ['在全市考核中考核得分4.5分', null],
    ['每项得2分', null],
    ['得98分', null],
    ['本项得2分，本项得3分', null],
    ['完成目标', null],
  ])('%s', (text, points) => {
    expect(claimedScore(text, new Decimal(5))?.points.toString() ?? null).toBe(points);
  });

  test('stands where no rule is known', () => {
    const found = score({ stated: 2, evidence: '因此，该项评分为1.5分。' }, { kind: 'judged' });
    expect([found.origin, found.value?.toString(), ranges(found.accepted)]).toEqual(['claimed', '1.5', ['1.5']]);
    expect(found.rule.words).toContain('该项评分为1.5分');
  });
});

describe('judged', () => {
  test('the stated score, or nothing', () => {
    expect(score({ stated: 1 }, { kind: 'judged', note: '由人工判断' })).toMatchObject({
      origin: 'judged',
      accepted: [],
    });
    expect(score({ stated: null }, { kind: 'judged' })).toMatchObject({ origin: 'missing', value: null });
  });
});

test('qualitative: the band of the word', () => {
  const rule: Rule = { kind: 'qualitative' };
  expect(ranges(score({ actual: '达成预期指标' }, rule).accepted)).toEqual(['1.6..2.0000']);
  expect(score({ actual: '情况良好', stated: 2 }, rule)).toMatchObject({ origin: 'judged', accepted: [] });
  expect(score({ actual: '', stated: 2 }, rule).unread).toBe('没有填写实际完成情况');
});

describe('printed', () => {
  test('is applied, and says the sentence and its cell', () => {
    const row = { standard: '≤100%计2分；每超过一个百分点扣0.5分，扣完为止', actual: '101%' };
    const found = score(row, { kind: 'printed' });
    expect(found.value?.toString()).toBe('1.5');
    expect(found.rule.source).toBe('表内评分标准“≤100%计2分;每超过一个百分点扣0.5分,扣完为止”');
    expect(found.rule.cell).toEqual({ row: 1, column: 9 });
  });

  test.each([
    ['重点工作完成率90%，其余顺延至下年', '9'],
    ['重点工作完成率90%，项目按期完成率80%', '9'],
    ['其他任务完成率90%', null],
    ['重点工作完成率90%，下半年重点工作完成率80%', null],
    ['“重点工作完成率90%”', null],
  ])('the rate that the rule names, in the evidence of an item that has no rate in its name: %s', (evidence, value) => {
    const row = { name: '重点工作完成情况', standard: '得分=重点工作完成率×10', weight: 10, evidence };
    const found = score(row, { kind: 'printed' });
    expect(found.origin === 'computed' ? found.value?.toString() : null).toBe(value);
  });

  test('a rule that is not understood is left to a person, with the part', () => {
    const found = score({ standard: '酌情扣分', stated: 2 }, { kind: 'printed' });
    expect([found.origin, found.unread]).toEqual(['judged', '评分标准里“酌情扣分”没有定出分数，由人工判断']);
  });

  test('no printed rule', () => {
    expect(score({ stated: 2 }, { kind: 'printed' }).rule.words).toContain('没有印出评分标准');
  });
});

describe('rounding', () => {
  const third = { target: '≥3个', actual: '2个', weight: 10 };
  const target: Rule = { kind: 'target', below: 'proportion', above: 'either' };

  test.each([
    [{ places: 2, mode: 'half-up' }, '6.67', ['6.66..6.6700']],
    [{ places: 2, mode: 'truncate' }, '6.66', ['6.66..6.6700']],
    [{ places: 2, mode: 'either' }, '6.67', ['6.66..6.6700']],
    [{ places: 2, mode: 'either', least: 1 }, '6.67', ['6.66..6.6700', '6.6', '6.7']],
    [{ places: 0, mode: 'half-up' }, '7', ['6..7.0000']],
  ] as const)('%j', (rounding, value, accepted) => {
    const found = score(third, target, { rulebook: { rounding } });
    expect([found.value?.toString(), ranges(found.accepted)]).toEqual([value, accepted]);
  });
});

test('every rule can be said in words', () => {
  const { rulebook } = chooseRulebook(form({ indicators: [] }));
  const words = (rule: Rule) => describeRule(rule, rulebook);
  expect(words({ kind: 'proportion', rate: ['evidence'] })).toBe('按完成率乘以分值计分，最多得满分');
  expect(words({ kind: 'proportion', rate: ['evidence'], full: 90 })).toBe('完成率达到90%得满分，未达到的按比例得分');
  expect(words({ kind: 'target', below: 'zero', above: 'zero' })).toBe(
    '达到目标值得满分，未达到不得分；超出上限不得分',
  );
  expect(
    words({ kind: 'tiers', rate: ['actual'], tiers: [{ low: null, high: 100, highClosed: true, share: 1 }] }),
  ).toBe('不超过100%得满分');
  expect(words({ kind: 'deduction', rate: ['actual'], from: 90, better: 'higher', step: 1, points: 0.2 })).toBe(
    '达到90%得满分，每降低1个百分点扣0.2分，扣完为止',
  );
  expect(words({ kind: 'count', start: 'zero', each: 2.5, cap: 5, penalty: 2.5, penaltyCap: 5 })).toBe(
    '每项加2.5分，最多加5分，每出现一项扣2.5分，最多扣5分',
  );
  expect(words({ kind: 'qualitative' })).toBe(
    '达成得分值的80%至100%，部分达成得50%至80%（不含），未达成得0至60%（不含）',
  );
  expect(words({ kind: 'printed' })).toBe('按表内印出的评分标准计分');
  expect(words({ kind: 'judged', steps: [0, 1] })).toBe('没有公开的评分规则，由人工判断，只能是0、1分');
});
