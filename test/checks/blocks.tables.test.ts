import { duplicateIndicator } from '../../src/checks/duplicate-indicator';
import { groupScore } from '../../src/checks/group-score';
import { groupWeight } from '../../src/checks/group-weight';
import { totalSum } from '../../src/checks/total-sum';
import { totalWeight } from '../../src/checks/total-weight';
import type { EvaluationForm, IndicatorGroup } from '../../src/form/model';
import { budgetBlock, figure, form, located, type TestBudget, type TestIndicator } from '../support/form';
import { causesOfForm, saidOf, saidOfForm } from '../support/rows';

interface Heading {
  readonly weight?: number;
  readonly stated?: number;
  readonly rows?: readonly TestIndicator[];
  readonly below?: readonly Heading[];
}

interface Whole {
  /** The stated total; `null` where the form ends without one. */
  readonly total?: number | null;
  readonly whole?: number;
  readonly budget?: TestBudget;
}

const rowsOf = ({ rows = [], below = [] }: Heading): TestIndicator[] => [...below.flatMap(rowsOf), ...rows];

/** A form with headings over its rows, each heading with a weight and score of its own or none. */
function headed(headings: readonly Heading[], { total, whole = 100, budget }: Whole = {}): EvaluationForm {
  const rows = headings.flatMap(rowsOf).map((row, at) => ({ name: `指标甲${at}`, ...row }));
  const built = form({
    indicators: rows,
    ...(budget === undefined ? {} : { budget: budgetBlock([budget]) }),
    ...(total === null || total === undefined ? {} : { total, totalWeight: whole }),
  });
  let next = 0;
  const groupOf = (heading: Heading): IndicatorGroup => {
    const groups = (heading.below ?? []).map(groupOf);
    const own = built.indicators.slice(next, next + (heading.rows ?? []).length);
    next += own.length;
    const name = `一级${next}`;
    const cell = (value: number | undefined, column: number) =>
      value === undefined ? null : figure(value, { row: own[0]?.row ?? 0, column });
    const [weight, stated] = [cell(heading.weight, 8), cell(heading.stated, 9)];
    return { name, label: located(name, name), weight, stated, shares: [], groups, indicators: own };
  };
  return { ...built, groups: headings.map(groupOf) };
}

const row = (weight: number, stated = weight, more: TestIndicator = {}): TestIndicator => ({ weight, stated, ...more });

describe('weights of headings', () => {
  test.each<[string, readonly Heading[], readonly string[]]>([
    [
      'agree',
      [
        { weight: 60, rows: [row(20), row(40)] },
        { weight: 40, rows: [row(40)] },
      ],
      [],
    ],
    [
      'are wrong themselves',
      [
        { weight: 50, rows: [row(20), row(40)] },
        { weight: 40, rows: [row(40)] },
      ],
      ['items 60'],
    ],
    [
      'below another heading, which is not blamed as well',
      [
        {
          weight: 60,
          below: [
            { weight: 10, rows: [row(20)] },
            { weight: 40, rows: [row(40)] },
          ],
        },
      ],
      ['heading 20'],
    ],
    [
      'above headings that agree with their rows',
      [
        {
          weight: 70,
          below: [
            { weight: 20, rows: [row(20)] },
            { weight: 40, rows: [row(40)] },
          ],
        },
      ],
      ['items 60'],
    ],
    [
      'over bonuses are not added',
      [{ weight: 5, rows: [row(5, 0, { kind: 'bonus' }), row(4, 0, { kind: 'bonus' })] }],
      [],
    ],
    ['over bonuses are the most of each', [{ weight: 3, rows: [row(5, 0, { kind: 'bonus' })] }], ['bonus warning']],
    ['over nothing are not added', [{ weight: 60 }], []],
    ['over rows without weights are not added', [{ weight: 60, rows: [{ stated: 5 }, { stated: 6 }] }], []],
    [
      'over rows some of which lack theirs are',
      [{ weight: 60, rows: [row(50), { weight: null, stated: 6 }] }],
      ['items 50'],
    ],
    ['over rows that have no column for theirs are not', [{ weight: 60, rows: [row(50), { stated: 6 }] }], []],
    ['that are not printed are not missed', [{ rows: [row(20), row(40)] }], []],
  ])('%s', (_, headings, expected) => {
    expect(saidOfForm(groupWeight, headed(headings, { total: 1 }))).toEqual(expected);
  });

  test('the last heading of a table that was cut off may lack rows; one before it may not', () => {
    const cut = (first: number, last: number) =>
      saidOfForm(
        groupWeight,
        headed([
          { weight: first, rows: [row(20)] },
          { weight: last, rows: [row(30)] },
        ]),
      );
    expect(cut(20, 40)).toEqual([]);
    expect(cut(20, 10)).toEqual(['items 30']);
    expect(cut(25, 30)).toEqual(['items 20']);
  });

  test('in the order of the sheet', () => {
    const two = [
      { weight: 25, rows: [row(20)] },
      { weight: 35, rows: [row(30)] },
    ];
    expect(saidOfForm(groupWeight, headed(two, { total: 1 }))).toEqual(['items 20', 'items 30']);
  });
});

describe('scores of headings', () => {
  test.each<[string, readonly Heading[], readonly string[]]>([
    ['agree', [{ stated: 55, rows: [row(20, 15), row(40)] }], []],
    ['differ', [{ stated: 60, rows: [row(20, 15), row(40)] }], ['differs 55']],
    ['differ by a hundredth', [{ stated: 55.01, rows: [row(20, 15), row(40)] }], []],
    ['over a row that is blank are not added', [{ stated: 60, rows: [row(20, 15), { weight: 40, stated: null }] }], []],
    ['over a bonus are not added', [{ stated: 60, rows: [row(20, 15), row(5, 1, { kind: 'bonus' })] }], []],
    [
      'differ under each of two headings',
      [
        { stated: 40, rows: [row(20, 20, { target: '≥100个', actual: '50个' })] },
        { stated: 30, rows: [row(40)] },
      ],
      ['differs 20', 'differs 40'],
    ],
  ])('%s', (_, headings, expected) => expect(saidOfForm(groupScore, headed(headings))).toEqual(expected));
});

describe('the total', () => {
  const said = (headings: readonly Heading[], more: Whole) => saidOfForm(totalSum, headed(headings, more));
  const rows = [{ rows: [row(60, 55.5), row(40, 38.25)] }];

  test.each<[string, number, readonly string[]]>([
    ['is the sum', 93.75, []],
    ['is the sum, cut to one decimal', 93.7, []],
    ['is the sum, rounded to one decimal', 93.8, []],
    ['is off by a hundredth', 93.76, ['cent 93.75 info']],
    ['has a score at full marks', 98.25, ['full-marks 93.75']],
    ['leaves one out', 55.5, ['left-out 93.75']],
    ['has one twice', 132, ['twice 93.75']],
    ['has two digits the wrong way round', 97.35, ['transposed 93.75']],
    ['can not be explained', 91, ['unexplained 93.75']],
  ])('%s: %d', (_, total, expected) => {
    expect(said(rows, { total }).map((one) => one.split(' ')[0])).toEqual(expected.map((one) => one.split(' ')[0]));
  });

  test('may leave out the bonus, stop at the whole, and count by headings', () => {
    const bonus = row(5, 4, { kind: 'bonus' });
    const withBonus = [{ rows: [row(60, 59), row(40, 39), bonus] }];
    for (const total of [102, 98, 100]) expect(said(withBonus, { total })).toEqual([]);
    expect(said(withBonus, { total: 101 })).toHaveLength(1);
    const byHeading = [{ stated: 50, rows: [row(60, 59)] }, { rows: [row(40, 39)] }];
    expect(said(byHeading, { total: 89 })).toEqual([]);
  });

  test('the scored row of the money counts', () => {
    const budget = { budget: 100, spent: 100, weight: 10, stated: 10 };
    expect(said([{ rows: [row(90, 80)] }], { total: 90, budget })).toEqual([]);
    expect(said([{ rows: [row(90, 80)] }], { total: 80, budget })).toHaveLength(1);
  });

  const wrong = row(20, 20, { target: '≥100个', actual: '50个' });
  const twice = { ...row(20), name: '同一指标' };
  test.each<[string, readonly Heading[], Whole, readonly string[]]>([
    ['a score that breaks its rule', [{ rows: [wrong, row(80)] }], { total: 90 }, ['score-by-rule → total-sum']],
    [
      'what the text of a row says of its score',
      [{ rows: [row(20, 18, { evidence: '因此得20分。' }), row(80)] }],
      { total: 100 },
      ['evidence-score → missing-reason → total-sum'],
    ],
    [
      'a score that is blank',
      [{ rows: [{ weight: 20, stated: null }, row(80)] }],
      { total: 98 },
      ['blank-score → total-sum'],
    ],
    [
      'a row that stands there twice',
      [{ rows: [twice, twice, row(60)] }],
      { total: 80, whole: 80 },
      ['duplicate-indicator → total-weight → total-sum'],
    ],
    [
      'a score, as the heading that is the sum of what would be right',
      [{ stated: 50, rows: [wrong, row(40)] }],
      { total: 50, whole: 60 },
      ['score-by-rule → group-score'],
    ],
  ])('follows from %s', (_, headings, whole, expected) =>
    expect(causesOfForm(headed(headings, whole))).toEqual(expected),
  );

  test('of nothing says nothing', () => {
    expect(said([{ rows: [{ weight: 100, stated: null }] }], { total: 90 })).toEqual([]);
  });
});

describe('the weights of a form', () => {
  const said = (headings: readonly Heading[], more: Whole = { total: 1 }) =>
    saidOfForm(totalWeight, headed(headings, more));

  test.each<[string, readonly Heading[], number]>([
    ['make the whole', [{ rows: [row(60), row(40)] }], 0],
    ['make the whole as fractions', [{ rows: [row(0.6), row(0.4)] }], 1],
    ['make the whole with the bonus', [{ rows: [row(95), row(5, 1, { kind: 'bonus' })] }], 0],
    ['make the whole without it', [{ rows: [row(100), row(5, 1, { kind: 'bonus' })] }], 0],
    ['make the whole by their headings', [{ weight: 60, rows: [row(50)] }, { rows: [row(40)] }], 0],
    ['make less', [{ rows: [row(60), row(30, 20)] }], 1],
    ['make more', [{ rows: [row(60, 50), row(50, 40)] }], 1],
  ])('%s', (_, headings, count) => expect(said(headings)).toHaveLength(count));

  test('are only said to differ where two may be the wrong one', () => {
    expect(said([{ rows: [row(60, 50), row(50, 40)] }])).toEqual(['differs 100']);
  });

  test('a table that ends without a total may lack rows', () => {
    expect(said([{ rows: [row(60)] }], {}).every((one) => one.endsWith('info'))).toBe(true);
  });

  test('a whole that the form prints counts', () => {
    expect(said([{ rows: [row(60), row(60)] }], { total: 120, whole: 120 })).toEqual(['whole info']);
    expect(said([{ rows: [row(60), row(40)] }], { total: 100, whole: 120 })).toHaveLength(1);
  });

  test('the money may weigh something beside a whole that is complete without it', () => {
    const budget = { budget: 100, spent: 100, weight: 10, stated: 10 };
    expect(said([{ rows: [row(100)] }], { total: 110, budget })).toHaveLength(1);
    expect(said([{ rows: [row(90)] }], { total: 100, budget })).toEqual([]);
    const unweighed = { budget: 100, spent: 100 };
    expect(said([{ rows: [row(100)] }], { total: 100, budget: unweighed })).toEqual([]);
  });
});

describe('the same indicator twice', () => {
  test.each<[string, readonly TestIndicator[], number]>([
    [
      'alike in all',
      [
        { name: '培训 人次', target: '≥5人' },
        { name: '培训人次', target: '≥5人' },
      ],
      1,
    ],
    [
      'with another target',
      [
        { name: '培训人次', target: '≥5人' },
        { name: '培训人次', target: '≥6人' },
      ],
      0,
    ],
    [
      'under another heading',
      [
        { name: '培训人次', path: ['甲'] },
        { name: '培训人次', path: ['乙'] },
      ],
      0,
    ],
    [
      'with another weight',
      [
        { name: '培训人次', weight: 5 },
        { name: '培训人次', weight: 6 },
      ],
      0,
    ],
    ['not named yet', [{ name: '指标1' }, { name: '指标1' }], 0],
    ['not named yet, with a colon', [{ name: '指标：' }, { name: '指标：' }], 0],
    ['named after numbers', [{ name: '指标1完成数' }, { name: '指标1完成数' }], 1],
    ['named 绩效指标', [{ name: '绩效指标' }, { name: '绩效指标' }], 1],
    ['numbered 12', [{ name: '指标12' }, { name: '指标12' }], 0],
  ])('%s', (_, indicators, count) => {
    expect(saidOfForm(duplicateIndicator, form({ indicators }))).toHaveLength(count);
  });

  test('once is not twice', () => expect(saidOf(duplicateIndicator, { name: '培训人次' })).toEqual([]));
});
