import { chooseRulebook, rescore } from '../../src/scoring';
import type { Rulebook, TargetRule } from '../../src/scoring/rulebook';
import type { IndicatorScore } from '../../src/scoring/scores';
import { form, type TestIndicator } from '../support/form';
import { budgetBlock } from '../support/form';

const NATIONAL = chooseRulebook(
  form({ indicators: [], budget: budgetBlock([{ budget: 1, spent: 1, weight: 10, stated: 10 }]) }),
).rulebook;

function withRule(rule: TargetRule): Rulebook {
  return { ...NATIONAL, indicators: [{ match: {}, rule }] };
}

function score(row: TestIndicator, rulebook = NATIONAL): IndicatorScore {
  const [first] = rescore(form({ year: 2022, indicators: [{ weight: 10, ...row }] }), rulebook, '').indicators;
  if (first === undefined) throw new Error('no indicator');
  return first;
}

/** Ranges as `8..10`, an open end as `6..8)`, a single score as `10`. */
function ranges({ accepted }: IndicatorScore): string {
  return accepted
    .map(({ low, high, openHigh }) => {
      const [from, to] = [low.toFixed(2), high.toFixed(2)].map((figure) => figure.replace(/\.?0+$/, ''));
      return from === to ? from : `${from}..${to}${openHigh === true ? ')' : ''}`;
    })
    .join(' ');
}

describe('below full marks the row itself may say why', () => {
  const reason = { evidence: '原因：价格上涨，超出标准；改进措施：严格控制。' };

  test.each<[string, TestIndicator]>([
    ['more than 95 %, and 95 %', { target: '>95%', actual: '95%', stated: 9 }],
    ['fewer than 5, and 5', { target: '低于5起', actual: '5起', stated: 8 }],
  ])('a bound that was not passed is left to a person: %s', (_, row) => {
    expect(score(row).origin).toBe('judged');
    expect(ranges(score({ ...row, stated: 10 }))).toBe('10');
  });

  test.each<[string, TestIndicator]>([
    ['a price', { name: '培训标准', target: '450元/人天', actual: '500元/人天' }],
    ['what the reason calls too much', { name: '采购数量', target: '100台', actual: '110台', ...reason }],
    ['money', { name: '采购金额', target: '100万元', actual: '110万元' }],
  ])('more is not better for sure: %s', (_, row) => {
    expect(score({ ...row, stated: 6 }).grounds).toBe('open');
  });

  test.each<[string, TestIndicator]>([
    ['without such a reason', { name: '采购数量', target: '100台', actual: '110台' }],
    ['of people', { name: '培训人次', target: '200人次', actual: '220人次', evidence: '原因：疫情影响。' }],
    ['what is paid to each', { name: '补助金额', target: '500元/人', actual: '520元/人' }],
    ['an income', { name: '人均纯收入', target: '12000元/人', actual: '12500元/人' }],
    ['a benefit', { name: '亩均纯利', path: ['效益指标', '经济效益指标'], target: '500元/亩', actual: '400元/亩' }],
    ['what a year brings', { name: '税收', target: '500万元/年', actual: '400万元/年' }],
    ['more than was planned', { name: '采购数量', target: '100台', actual: '110台', evidence: '原因：超出年初计划。' }],
  ])('more is better as a rule: %s', (_, row) => {
    expect(score({ ...row, stated: 6 }).grounds).toBe('presumed');
  });
});

describe('figures', () => {
  test.each<[string, TestIndicator, string, string]>([
    ['reached', { target: '≥95%', actual: '97.52%' }, '10', '97.52 > 95，得满分10分'],
    ['just reached', { target: '≥95%', actual: '95%' }, '10', '95 = 95，得满分10分'],
    ['about reached', { target: '约300人次', actual: '296人次' }, '10 9.86..9.87 9.8 9.9', '296 < 300，得满分10分'],
    ['about reached, a rate', { target: '10%左右', actual: '9.8%' }, '10 9.8', '9.8 < 10，得满分10分'],
    ['far from about', { target: '300余户', actual: '240户' }, '8', '240 ÷ 300 × 10 = 8'],
    ['per mille', { target: '≤5‰', actual: '0.4%' }, '10', '4 < 5，得满分10分'],
    ['missed', { target: '≥95%', actual: '94.07%' }, '9.9', '94.07 ÷ 95 × 10 = 9.9'],
    [
      'a rate of money',
      { name: '预算执行率', target: '≥95%', actual: '94%' },
      '9.89 9.8 9.9 9.4',
      '94 ÷ 95 × 10 = 9.89',
    ],
    ['own number first', { target: '三、2、≥95%', actual: '94.07%' }, '9.9', '94.07 ÷ 95 × 10 = 9.9'],
    ['equals, missed', { target: '=100%', actual: '98%' }, '9.8', '98 ÷ 100 × 10 = 9.8'],
    ['no sign, missed', { target: '140个', actual: '70个' }, '5', '70 ÷ 140 × 10 = 5'],
    ['no sign, passed', { target: '140个', actual: '179个' }, '10', '179 > 140，得满分10分'],
    ['strictly more, equal', { target: '>90%', actual: '90%' }, '10', '90 = 90，得满分10分'],
    ['kept', { target: '≤5300元/户', actual: '5000元/户' }, '10', '5000 < 5300，得满分10分'],
    ['kept at zero', { name: '服务对象满意度', target: '≤5%', actual: '0' }, '10', '0 < 5，得满分10分'],
    ['none allowed, none', { target: '≤0起', actual: '0起' }, '10', '0 = 0，得满分10分'],
    ['the whole before its part', { target: '≥120户', actual: '114户（含脱贫户30户）' }, '9.5', '114 ÷ 120 × 10 = 9.5'],
    ['every quarter, in a year', { target: '每季度1次', actual: '4次' }, '10', '4 = 4，得满分10分'],
    ['twelve a year, every week', { target: '≥12次', actual: '每周1次' }, '0..10', '52 > 12，得满分10分'],
    ['fell', { target: '≥5%', actual: '-3%' }, '0', '-3 ÷ 5 × 10 = 0'],
    ['its own sign', { target: '≥6个月', actual: '≥9个月' }, '0..10', '9 > 6，得满分10分'],
    ['kilometres and metres', { target: '≥10公里', actual: '9000米' }, '9', '9 ÷ 10 × 10 = 9'],
    ['units of one sort', { target: '≥100人次', actual: '100次' }, '10', '100 = 100，得满分10分'],
    ['bare beside 万元', { target: '≥5万元', actual: '5' }, '10', '5万 = 5万，得满分10分'],
    ['bare beside 万, written out', { target: '≥700万次', actual: '8050000' }, '10', '805万 > 700万，得满分10分'],
    ['fraction beside %', { target: '≥95%', actual: '0.96' }, '10', '96 > 95，得满分10分'],
    ['one beside %', { target: '100%', actual: '1' }, '10', '100 = 100，得满分10分'],
    ['adjustable far above', { target: '≥100个', actual: '135个' }, '0..10', '135 > 100，得满分10分'],
  ])('%s', (_, row, accepted, arithmetic) => {
    const found = score(row);
    expect([ranges(found), found.arithmetic, found.origin]).toEqual([accepted, arithmetic, 'computed']);
  });

  test.each<[string, TestIndicator, string]>([
    ['a limit passed', { target: '≤5300元/户', actual: '5830元/户' }, '9.09 9 9.1 9'],
    ['a limit passed by twice', { target: '≤10件', actual: '20件' }, '5 0'],
    ['bad by its name', { name: '群众投诉件数', target: '10件', actual: '20件' }, '5 0'],
    ['bad by its name, fewer', { name: '群众投诉件数', target: '10件', actual: '5件' }, '10 5'],
    ['bad only in the middle of its name', { name: '事故演练次数', target: '10次', actual: '11次' }, '10'],
    ['good in spite of a bad word', { name: '投诉办结率', target: '100%', actual: '50%' }, '5'],
    ['cost without a sign', { path: ['产出指标', '成本指标'], target: '20万元', actual: '16万元' }, '10 8'],
    ['equals, passed', { target: '=100个', actual: '120个' }, '10 8.33 8'],
    ['under control or kept down', { name: '血糖控制率', target: '60%', actual: '50%' }, '10 8.33'],
    ['cost without a sign, passed', { path: ['产出指标', '成本指标'], target: '20万元', actual: '25万元' }, '10 8 7.5'],
  ])('both readings where places differ: %s', (_, row, accepted) => {
    expect(ranges(score(row)).split(' ')).toEqual(expect.arrayContaining(accepted.split(' ')));
  });

  test('the stated score chooses among readings', () => {
    const linear = score({ target: '≤10件', actual: '12件', stated: 8 });
    expect([linear.value?.toString(), linear.arithmetic]).toEqual(['8', '(1 − (12 − 10) ÷ 10) × 10 = 8']);
    const inverse = score({ target: '≤10件', actual: '12件', stated: 8.33 });
    expect([inverse.value?.toString(), inverse.arithmetic]).toEqual(['8.33', '10 ÷ 12 × 10 = 8.33']);
  });

  test('a target far passed may cost points by some rulebooks; then the stated score stands', () => {
    const far = score({ target: '≥100个', actual: '135个', stated: 9 });
    expect([far.value?.toString(), far.arithmetic]).toEqual(['9', '135 > 100，超过目标较多，可以酌情扣分，表内9分']);
    expect(score({ target: '≥100个', actual: '120个', stated: 9 }).value?.toString()).toBe('10');
  });

  test('a rulebook says which formula is used', () => {
    const rule = { kind: 'target', below: 'zero' } as const;
    const missed = { target: '≥10件', actual: '8件' };
    const passed = { target: '≤10件', actual: '12件' };
    expect(ranges(score(missed, withRule({ ...rule, above: 'linear' })))).toBe('0');
    expect(ranges(score(passed, withRule({ ...rule, above: 'linear' })))).toBe('8');
    expect(ranges(score(passed, withRule({ ...rule, above: 'inverse' })))).toBe('8.33 8.3');
    expect(ranges(score(passed, withRule({ ...rule, above: 'zero' })))).toBe('0');
    expect(ranges(score({ target: '>10件', actual: '10件' }, withRule({ ...rule, above: 'zero' })))).toBe('10 0');
  });

  test('attainment is the proportion that over-completion is held against', () => {
    const attainment = (row: TestIndicator) => score(row).attainment?.toDecimalPlaces(3).toString();
    expect(attainment({ target: '≥6个', actual: '16个' })).toBe('2.667');
    expect(attainment({ target: '≤5%', actual: '0' })).toBe('1');
    expect(attainment({ target: '≤10件', actual: '20件' })).toBe('0.5');
    expect(attainment({ name: '项目成本', target: '20万元', actual: '10万元' })).toBe('1');
    expect(attainment({ name: '项目成本', target: '=20万元', actual: '10万元' })).toBe('1');
    expect(attainment({ name: '项目成本', target: '20万元', actual: '40万元' })).toBe('2');
    expect(attainment({ name: '投诉件数', target: '20件', actual: '10件' })).toBe('1');
    expect(attainment({ target: '≥6个', actual: '16个', weight: null })).toBe('2.667');
  });

  const named = (name: string, target: string, actual: string): TestIndicator => ({ name, target, actual });

  test.each<[string, TestIndicator, string]>([
    ['the whole of several sessions', named('培训人次', '≥200人次', '办班2期共180人次'), '9'],
    ['the rate beside its figures', named('培训合格率', '≥95%', '培训200人，合格180人，合格率90%'), '9.47 9.4 9.5'],
    ['reached', named('学员满意度', '≥90%', '发放问卷100份，满意95份，满意度95%'), '10'],
    ['what is left stands behind', named('改造户数', '≥120户', '已完成114户，余6户在建'), '9.5'],
  ])('told in a text with other figures, presumed: %s', (_, row, accepted) => {
    const found = score(row);
    expect([ranges(found), found.grounds]).toEqual([accepted, 'presumed']);
  });

  test.each(['不足95%', '<95%', '未达目标', '低于目标值'])('%s of ≥95%% is missed', (actual) => {
    expect(score({ target: '≥95%', actual, stated: 10 }).reached).toBe(false);
  });

  test.each<[string, TestIndicator]>([
    ['a rate of something else', named('学员满意度', '≥90%', '问卷100份，回收率85%')],
    ['a part of the whole', named('培训人次', '≥200人次', '办班3期，其中贫困户50人次')],
    ['what is lacking', named('培训人次', '≥200人次', '办班3期，比上年减少20人次')],
    ['two figures in the unit', named('培训人次', '≥200人次', '计划培训220人次，实际培训180人次、旁听30人次')],
  ])('is a person’s to read: %s', (_, row) => {
    expect(score({ ...row, stated: 10 }).origin).toBe('judged');
  });
});

describe('dates, ranges and words', () => {
  test.each<[string, TestIndicator, string]>([
    ['before the date', { target: '2023年12月', actual: '2023年10月' }, '10'],
    ['on the date', { target: '2022年12月30日', actual: '2022年12月30日' }, '10'],
    ['a month without its year', { target: '9月前', actual: '2022年8月' }, '10'],
    ['in the month whose last day it is', { target: '2022年12月31日前', actual: '2022年12月' }, '10'],
    ['a day earlier in the month', { target: '2022年6月15日前', actual: '2022年6月15日' }, '10'],
    ['a month of the year of the form', { target: '6月', actual: '2022年5月' }, '10'],
    ['neither with its year', { target: '9月', actual: '8月' }, '10'],
    ['in the month before its day', { target: '2022年6月15日前', actual: '2022年5月' }, '10'],
    ['by the last day of February', { target: '2023年2月28日前', actual: '2023年2月' }, '10'],
    ['on a day of the month', { target: '2022年6月底前', actual: '2022年6月30日' }, '10'],
    ['done, says the word', { target: '2022年底之前', actual: '达成预期指标' }, '10'],
    ['done against the whole', { target: '100%', actual: '完成' }, '10'],
    ['within a range', { target: '10-20次', actual: '15次' }, '10'],
    ['words reached', { target: '农民增收', actual: '达成预期指标' }, '8..10'],
    ['the same words', { target: '显著提升', actual: '显著提升' }, '8..10'],
    ['whole against words', { target: '按计划完成梳理', actual: '100%' }, '8..10'],
    ['by and large', { target: '农民增收', actual: '基本达到预期' }, '5..10)'],
    ['by and large, which is all that was asked for', { target: '基本完成', actual: '基本完成' }, '8..10'],
    ['partly', { target: '农民增收', actual: '部分达成预期指标' }, '5..8)'],
    ['not', { target: '农民增收', actual: '未达成预期指标' }, '0..6)'],
  ])('%s', (_, row, accepted) => {
    expect([ranges(score(row)), score({ ...row, stated: 0 }).origin]).toEqual([accepted, 'computed']);
  });

  test('in the month before which it was due may be late: only full marks are taken as meant', () => {
    const row = { target: '2022年6月前', actual: '2022年6月30日' };
    const [full, less] = [score({ ...row, stated: 10 }), score({ ...row, stated: 8 })];
    expect([ranges(full), full.origin, less.origin]).toEqual(['10', 'computed', 'judged']);
  });

  test('a bonus whose target was reached may lie below its cap', () => {
    const row = { target: '1次', actual: '1次', weight: 5, stated: 2 };
    const built = form({ indicators: [{ ...row, kind: 'bonus' }, row] });
    expect(rescore(built, NATIONAL, '').indicators.map(({ origin }) => origin)).toEqual(['judged', 'computed']);
  });

  test.each<[string, TestIndicator, string]>([
    ['not after a date', { target: '>2022年6月', actual: '2022年9月' }, '不早于某日'],
    ['not before a date', { target: '≥2022年6月', actual: '2022年9月' }, '不早于某日'],
    ['a day that is not said', { target: '2022年6月15日前', actual: '2022年6月' }, '不完整'],
    ['a target that is no whole to take a part of', { target: '≥-5%', actual: '-8%' }, '目标值不大于0'],
    ['a limit below nothing', { target: '≤-5%', actual: '-3%' }, '目标值不大于0'],
    ['outside a range', { target: '10-20次', actual: '25次' }, '目标范围'],
    ['units that differ', { target: '≥10个月', actual: '95%' }, '单位'],
    ['no actual value', { target: '≥10个', actual: '' }, '没有填写实际完成值'],
    ['done against a figure', { target: '≥3次', actual: '完成' }, '没有数字'],
    ['a target of none without a sign', { target: '0件', actual: '1件' }, '为0的目标值'],
    ['money in another scale', { target: '500万元', actual: '471.23元' }, '单位'],
    ['words that say nothing', { target: '有效提升', actual: '情况良好' }, '情况良好'],
  ])('a person judges: %s', (_, row, unread) => {
    const found = score({ ...row, stated: 7 });
    expect([found.origin, found.value?.toString(), found.accepted, found.reached]).toEqual(['judged', '7', [], null]);
    expect(found.unread).toContain(unread);
  });

  test.each<[string, TestIndicator, string]>([
    ['none allowed, some', { target: '≤0起', actual: '2起' }, '为0的目标值'],
    ['exactly none, some', { target: '=0起', actual: '1起' }, '为0的目标值'],
    ['none of a bad thing, some', { name: '安全事故数', target: '0起', actual: '1起' }, '为0的目标值'],
    ['none of what is counted in 起', { target: '0起', actual: '1起' }, '为0的目标值'],
    ['late', { target: '2022年6月', actual: '2022年9月' }, '晚于目标时间'],
    ['late by days', { target: '2022年6月15日前', actual: '2022年6月16日' }, '晚于目标时间'],
    ['late by a year', { target: '2022年12月', actual: '2023年1月' }, '晚于目标时间'],
    ['late in the year of the form', { target: '6月', actual: '2022年7月' }, '晚于目标时间'],
    ['below a range', { target: '10-20次', actual: '8次' }, '目标范围'],
    ['a lower grade', { target: '优秀', actual: '良好' }, '低于目标'],
    ['a lower word', { target: '较好', actual: '一般' }, '低于目标'],
    ['one of two figures', { target: '新建3座、改建2座', actual: '新建3座、改建1座' }, '低于目标'],
    ['above one of two limits', { target: '抽检≥5批，不合格≤1批', actual: '抽检6批，不合格2批' }, '低于目标'],
  ])('missed, and how much that costs a person judges: %s', (_, row, unread) => {
    const found = score({ ...row, stated: 7 });
    expect([found.origin, found.value?.toString(), ranges(found), found.reached]).toEqual([
      'judged',
      '7',
      '0..10)',
      false,
    ]);
    expect(found.unread).toContain(unread);
  });

  test.each<[string, TestIndicator]>([
    ['a higher grade', { target: '良', actual: '优' }],
    ['several figures', { target: '新建3座、改建2座', actual: '新建4座、改建2座' }],
    ['several limits', { target: '抽检≥5批，不合格≤1批', actual: '抽检6批，不合格0批' }],
  ])('reached, as words: %s', (_, row) => expect([ranges(score(row)), score(row).reached]).toEqual(['8..10', true]));

  test.each<[string, TestIndicator]>([
    ['words of two scales', { target: '优', actual: '较好' }],
    ['figures of other things', { target: '新建3座、改建2座', actual: '修缮3座、拆除1座' }],
    ['fewer figures', { target: '新建3座、改建2座', actual: '新建5座' }],
    ['money that may be less', { name: '项目成本', target: '设备5万元、安装2万元', actual: '设备4万元、安装1万元' }],
  ])('not to be told: %s', (_, row) => expect([score(row).accepted, score(row).reached]).toEqual([[], null]));

  test.each([
    '完成值达到指标值，记满分；未达到指标值，按B/A或A/B*该指标分值记分',
    '定性指标按三档原则分别按指标分值的100-80%（含）、80-50%（含）、50-0%记分',
  ])('a column that only says how every target is scored changes nothing: %s', (standard) => {
    const found = score({ standard, target: '≥95%', actual: '94.07%' });
    expect([found.origin, ranges(found), found.rule.kind]).toEqual(['computed', '9.9', 'target']);
  });

  test('a band is known by the kind of its rule', () => {
    expect(score({ target: '农民增收', actual: '达成预期指标' }).rule.kind).toBe('qualitative');
    expect(score({ target: '100%', actual: '完成' }).rule.kind).toBe('target');
  });

  test('outside its band the score is the nearest one within; for 达成 full marks', () => {
    const value = (actual: string, stated: number) => score({ target: '农民增收', actual, stated }).value?.toString();
    expect(value('达成预期指标', 7)).toBe('10');
    expect(value('达成预期指标', 9)).toBe('9');
    expect(value('部分达成预期指标', 9)).toBe('7.99');
    expect(value('部分达成预期指标', 2)).toBe('5');
    expect(value('未达成预期指标', 8)).toBe('5.99');
  });
});

test('without a weight nothing is invented', () => {
  expect(score({ target: '≥10个', actual: '8个', weight: null, stated: 6 })).toMatchObject({
    origin: 'judged',
    accepted: [],
  });
});

test.each<[string, TestIndicator, string]>([
  ['a sign', { target: '≥10个', actual: '8个' }, 'sure'],
  ['a sign, kept', { target: '≤10个', actual: '8个' }, 'sure'],
  ['=, below', { target: '=10个', actual: '8个' }, 'sure'],
  ['=, above', { target: '=10个', actual: '12个' }, 'open'],
  ['the name alone', { target: '10个', actual: '8个' }, 'presumed'],
  ['a bad name alone, above', { name: '投诉件数', target: '10件', actual: '12件' }, 'presumed'],
  ['a bad name alone, below', { name: '投诉件数', target: '10件', actual: '8件' }, 'open'],
  ['a name that may be either way', { name: '血糖控制率', target: '60%', actual: '50%' }, 'open'],
  ['time without a sign', { name: '办理时间', target: '5个工作日', actual: '4个工作日' }, 'open'],
  ['just reached', { name: '血糖控制率', target: '60%', actual: '60%' }, 'sure'],
])('how surely a score follows from %s', (_, row, grounds) => expect(score(row).grounds).toBe(grounds));
