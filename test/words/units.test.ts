import { readUnit, unitAt } from '../../src/words/units';
import { compact, fold, normalise, withoutEnding } from '../../src/sheet/text';

describe('the unit at a place', () => {
  const at = (text: string, start = 0): string => {
    const found = unitAt(text, start);
    return found === null ? 'none' : `${found.unit} ×${found.scale.toFixed()} ${text.slice(found.end)}`.trimEnd();
  };

  test.each([
    ['万件', '件 ×10000'],
    ['万', ' ×10000'],
    ['万剂次', '剂次 ×10000'],
    ['千伏安', '千伏安 ×1'],
    ['千米', '千米 ×1'],
    ['千瓦时', '千瓦时 ×1'],
    ['千件', '件 ×1000'],
    ['百分点', '% ×1'],
    ['亿元', '元 ×100000000'],
    ['元/人·月。', '元/人·月 ×1 。'],
    ['元/月起', '元/月 ×1 起'],
    ['元·人', '元 ×1 ·人'],
    ['元/甲', '元 ×1 /甲'],
    ['GB', 'GB ×1'],
    ['GBx', 'none'],
    ['G网', 'none'],
    ['个x', '个 ×1 x'],
    ['甲', 'none'],
    ['', 'none'],
  ])('%j: %s', (text, expected) => expect(at(text)).toBe(expected));

  test('somewhere in a text', () => expect(at('共5万件', 2)).toBe('件 ×10000'));
});

test.each([
  ['万元', '元', 10_000],
  ['百分比', '%', 1],
  ['人次', '人次', 1],
  ['千瓦', '千瓦', 1],
  ['万标箱', '标箱', 10_000],
  ['万', '', 10_000],
  ['坛', '坛', 1],
  ['', '', 1],
])('a column of %j counts in %j × %d', (text, unit, scale) => {
  const read = readUnit(text);
  expect([read.unit, read.scale.toNumber()]).toEqual([unit, scale]);
});

describe('text as it is compared', () => {
  test.each([
    ['９４．０７％', '94.07%'],
    ['！～', '!~'],
    ['得　分', '得 分'],
    ['得\u00a0分', '得 分'],
    ['得\u2003分', '得 分'],
    ['得\u205f分', '得 分'],
    ['￥5', '¥5'],
    ['−5', '-5'],
    ['⼀级', '一级'],
    ['①万', '①万'],
    ['ﬁ', 'ﬁ'],
    // A look-alike of which the usual character takes two places in a text.
    ['\ufa6c', '\ufa6c'],
    ['分值', '分值'],
  ])('%j is folded to %j, each character to one', (text, expected) => {
    expect(fold(text)).toBe(expected);
    expect(fold(text)).toHaveLength(text.length);
  });

  test.each([
    ['  得\n分 ', '得分', '得分'],
    ['得_x000D_分', '得分', '得分'],
    ['得\u200b分', '得分', '得分'],
    ['abcdefghijklmnop', 'abcdefghijklmnop', 'abcdefghijklmnop'],
    ['abcdefghijklmno　', 'abcdefghijklmno', 'abcdefghijklmno'],
  ])('%j is %j, and %j without its spaces', (text, expected, short) => {
    expect([normalise(text), compact(text)]).toEqual([expected, short]);
  });

  test('endings are taken off, and nothing else', () => {
    expect([withoutEnding('。甲。；', '。；'), withoutEnding('。；', '。；'), withoutEnding('甲', '。')]).toEqual([
      '。甲',
      '',
      '甲',
    ]);
  });
});
