import { FALLBACK, changeAt, differences, ownCopyOf, valueAt } from '../../src/scoring';
import { pathOf, placeInWords } from '../../src/scoring/places';
import { jsonFault, readRulebook } from '../../src/scoring/readRulebook';
import { parseRulebook } from '../../src/scoring/readRulebook';
import type { Rulebook } from '../../src/scoring/rulebook';

describe('what stands at a place', () => {
  test.each<[unknown, (string | number)[], unknown]>([
    [{ a: [1, 2] }, ['a', 1], 2],
    [{ a: [1, 2] }, ['a', 2], undefined],
    ['text', ['length'], undefined],
    [{}, ['toString'], undefined],
    [null, ['a'], undefined],
    [{ 1: 'a' }, [1], undefined],
  ])('of %j at %j: %j', (json, path, value) => {
    expect(valueAt(json, path)).toEqual(value);
  });

  test.each<[unknown, (string | number)[], unknown, unknown]>([
    [[1, 2, 3], [1], 9, [1, 9, 3]],
    [[1, 2, 3], [1], undefined, [1, 3]],
    [[1], [1], 2, [1, 2]],
    [[1], [5], 2, [1]],
    [{ a: 1, b: 2 }, ['a'], undefined, { b: 2 }],
    [{ a: 1 }, ['b'], 2, { a: 1, b: 2 }],
  ])('changed in %j at %j to %j: %j', (json, path, value, changed) => {
    expect(changeAt(json, path, value)).toEqual(changed);
  });
});

describe('where two rulebooks differ', () => {
  const rule = (step: number): Rulebook => ({
    ...FALLBACK,
    indicators: [
      { match: {}, rule: { kind: 'deduction', rate: ['actual'], from: 100, better: 'lower', step, points: 1 } },
    ],
  });

  test('each figure at its place, in order', () => {
    expect(differences(rule(1), { ...rule(2), rounding: { places: 1, mode: 'truncate', least: 1 } })).toEqual([
      { path: ['rounding', 'places'], before: rule(1).rounding.places, after: 1 },
      { path: ['rounding', 'mode'], before: rule(1).rounding.mode, after: 'truncate' },
      { path: ['indicators', 0, 'rule', 'step'], before: 1, after: 2 },
    ]);
  });

  test('lists of other lengths as a whole; names not at all', () => {
    expect(differences(rule(1), { ...rule(1), id: 'other', name: '别的', indicators: [] })).toEqual([
      { path: ['indicators'], before: rule(1).indicators, after: [] },
    ]);
    expect(differences({ ...rule(1), grades: null }, { ...rule(1), grades: [{ name: '优', from: 90 }] })).toEqual([
      { path: ['grades'], before: null, after: [{ name: '优', from: 90 }] },
    ]);
  });
});

test.each([
  ['my-own-rules', '县规则', 'my-own-rules-own', '县规则（本单位修改）'],
  ['county-own-12', '县规则（本单位修改 12）', 'county-own', '县规则（本单位修改）'],
  ['county', '甲（本单位修改）乙', 'county-own', '甲（本单位修改）乙（本单位修改）'],
  ['x'.repeat(60), '长', `${'x'.repeat(50)}-own`, '长（本单位修改）'],
])('a copy of %s, %s, is %s, %s', (id, name, copyId, copyName) => {
  const copy = ownCopyOf({ ...FALLBACK, id, name }, []);
  expect([copy.id, copy.name]).toEqual([copyId, copyName]);
});

test('places read from a text', () => {
  expect(pathOf('a1[12].2b')).toEqual(['a1', 12, '2b']);
  expect([placeInWords(['indicators']), placeInWords(['indicators', 11])]).toEqual(['指标规则', '第12条规则']);
});

describe('where a text stops being JSON', () => {
  test.each(['{}', '[]', '{"a": [], "b": {}} ', `[${'[],'.repeat(600)}[]]`, `${'['.repeat(500)}${']'.repeat(500)}`])(
    'nowhere in %.20s',
    (text) => {
      expect(jsonFault(text)).toBeNull();
    },
  );

  test('at the level that is too deep for any rulebook', () => {
    expect(jsonFault(`${'['.repeat(502)}${']'.repeat(502)}`)).toEqual({ line: 1, column: 502 });
  });

  test('a file of white space holds nothing', () => {
    expect(readRulebook('\ufeff \n')).toEqual({ errors: [{ path: '', message: '没有内容。' }] });
  });
});

describe('limits of the figures of a rulebook', () => {
  const problems = (rulebook: unknown) => {
    const parsed = parseRulebook(rulebook);
    return 'errors' in parsed ? parsed.errors.map(({ path }) => path) : [];
  };
  const tier = (low: number, high: number) => ({
    ...FALLBACK,
    indicators: [{ match: {}, rule: { kind: 'tiers', rate: ['actual'], tiers: [{ low, high, points: 1 }] } }],
  });

  test('a band may be one figure, and is never turned round', () => {
    expect(problems(tier(0, 0))).toEqual([]);
    expect(problems(tier(1, 0))).toEqual(['indicators[0].rule.tiers[0]']);
  });

  test('fewer places may be allowed, not more', () => {
    const rounding = (least: number) => ({ ...FALLBACK, rounding: { places: 2, mode: 'either', least } });
    expect([problems(rounding(1)), problems(rounding(2))]).toEqual([[], []]);
    expect(problems(rounding(3))).toHaveLength(1);
  });

  test('bands of words may meet, and do not cross', () => {
    const bands = (qualitative: object) => problems({ ...FALLBACK, qualitative });
    expect(bands({ met: 0.8, partly: 0.8, unmet: 0.8 })).toEqual([]);
    expect(bands({ met: 0.8, partly: 0.6, unmet: 0.9 })).toEqual(['qualitative']);
  });

  test('no two grades begin at the same total', () => {
    const grades = [
      { name: '优', from: 90 },
      { name: '良', from: 90 },
    ];
    expect(problems({ ...FALLBACK, grades })).toEqual(['grades']);
  });
});
