import * as fc from 'fast-check';
import { BUILT_IN, changeAt, differences, originalOf, ownCopyOf, valueAt } from '../../src/scoring';
import { pathOf, placeInWords } from '../../src/scoring/places';
import { readRulebook } from '../../src/scoring/readRulebook';
import { parseRulebook } from '../../src/scoring/readRulebook';
import type { Rulebook } from '../../src/scoring/rulebook';

const [guangzhou] = BUILT_IN;
if (guangzhou === undefined) throw new Error('no built-in rulebook');

function parsed(json: unknown): Rulebook {
  const result = parseRulebook(json);
  if ('errors' in result) throw new Error(JSON.stringify(result.errors));
  return result.rulebook;
}

describe('changing a rulebook at a place', () => {
  test.each<[string, unknown]>([
    ['rounding.places', 1],
    ['rounding.least', 0],
    ['indicators[5].rule.tiers[0].high', 95],
    ['indicators[0].rule.penaltyCap', undefined],
    ['grades[3]', undefined],
    ['grades', null],
    ['caps[0]', { below: 80, total: 89 }],
  ])('%s becomes %j, and nothing else', (place, value) => {
    const before = JSON.stringify(guangzhou);
    const changed = parsed(changeAt(guangzhou, pathOf(place), value));
    expect(JSON.stringify(guangzhou)).toBe(before);
    const removed = value === undefined && typeof pathOf(place).at(-1) === 'number';
    expect(valueAt(changed, pathOf(place))).toEqual(removed ? undefined : value);
    const [difference, ...others] = differences(guangzhou, changed);
    expect(others).toEqual([]);
    expect(place.startsWith(placeText(difference?.path ?? []))).toBe(true);
  });

  test('a place that there is not is left alone', () => {
    for (const place of ['indicators[99].rule.points', 'name.first', 'rounding[0]', 'grades.from']) {
      expect(changeAt(guangzhou, pathOf(place), 1)).toEqual(guangzhou);
    }
  });

  test('setting back what stood there gives the same rulebook', () => {
    const places = fc.constantFrom(
      ...['rounding.places', 'indicators[0].rule.each', 'explain.over', 'qualitative.met', 'grades[1].from'],
    );
    fc.assert(
      fc.property(places, fc.jsonValue(), (place, value) => {
        const path = pathOf(place);
        const changed = changeAt(guangzhou, path, value ?? 'nothing');
        expect(changeAt(changed, path, valueAt(guangzhou, path))).toEqual(guangzhou);
      }),
    );
  });
});

function placeText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}

describe('own copies', () => {
  test('a copy has a name and an id of its own, knows what it was made of, and differs in no rule', () => {
    const copy = parsed(ownCopyOf(guangzhou, BUILT_IN));
    expect(copy.id).toBe('guangzhou-department-own');
    expect(copy.name).toBe('广州市部门整体支出绩效自评表（本单位修改）');
    expect(originalOf(copy)).toBe(guangzhou);
    expect(differences(guangzhou, copy)).toEqual([]);
  });

  test('a second copy is not taken for the first', () => {
    const first = ownCopyOf(guangzhou, []);
    const second = ownCopyOf(guangzhou, [first]);
    expect(second).toMatchObject({ id: 'guangzhou-department-own-2', name: `${guangzhou.name}（本单位修改 2）` });
    expect(originalOf(second)).toBe(guangzhou);
    expect(ownCopyOf(first, [first, second]).name).toBe(`${guangzhou.name}（本单位修改 3）`);
  });

  test('what was not made of a built-in rulebook has no original', () => {
    expect(originalOf(guangzhou)).toBeNull();
    expect(originalOf({ ...guangzhou, id: 'my-county-own' })).toBeNull();
  });
});

describe('places in words', () => {
  test.each([
    ['indicators[3].rule.tiers[0].points', '第4条规则 › 第1档 › 得分'],
    ['indicators[0].rule.penaltyCap', '第1条规则 › 最多扣分'],
    ['indicators[0].match.name[1]', '第1条规则 › 适用的指标 › 指标名称 › 第2项'],
    ['indicators[2].rule.points', '第3条规则 › 每步扣分'],
    ['rounding.mode', '小数位数 › 取舍'],
    ['explain.execution', '须说明原因 › 执行率低于'],
    ['grades[1].from', '第2等 › 总分不低于'],
    ['caps[0].below', '第1条上限 › 执行率低于'],
    ['colour', 'colour'],
    ['', ''],
  ])('%s is %s', (path, words) => {
    expect(placeInWords(pathOf(path))).toBe(words);
  });
});

describe('reading a file', () => {
  test('what was exported is read as it was, with or without a byte order mark', () => {
    for (const rulebook of BUILT_IN) {
      const text = JSON.stringify(rulebook, null, 2);
      expect(readRulebook(text)).toEqual({ rulebook });
      expect(readRulebook(`\ufeff${text}\n`)).toEqual({ rulebook });
    }
  });

  test.each([
    ['', '', '没有内容。'],
    ['{\n  "id": "x",,\n}', '', '第 2 行第 13 列起不是有效的 JSON，请检查括号、引号和逗号。'],
    ['5', '', '应为对象（花括号）。'],
    [JSON.stringify({ ...guangzhou, rounding: { places: 9, mode: 'either' } }), 'rounding.places', '应在0与6之间。'],
    ['['.repeat(200_000), '', '第 1 行第 502 列起不是有效的 JSON，请检查括号、引号和逗号。'],
    ['x'.repeat(1_000_001), '', '内容太长，不是评分规则文件。'],
  ])('%.20s is refused with place and reason', (text, path, message) => {
    expect(readRulebook(text)).toEqual({ errors: [{ path, message }] });
  });
});
