import { Decimal } from 'decimal.js';
import { rateIn } from '../../src/form/rates';
import { claimedScore } from '../../src/scoring/claims';
import { printedRule } from '../../src/scoring/printed';
import { reachedInWords } from '../../src/scoring/rules/compared';
import { relationOfNature } from '../../src/words/comparisons';
import { factsIn } from '../../src/words/facts';
import type { Relation } from '../../src/words/quantity';
import { readQuantity } from '../../src/words/readQuantity';
import { cell } from '../support/cell';
import { indicator } from '../support/form';

/** Words that compare, by what they say of the figure behind them. */
const BEFORE: Readonly<Record<Exclude<Relation, '='>, readonly string[]>> = {
  '>': ['大于', '高于', '多于', '超过', '超出', '>', '＞'],
  '<': ['小于', '低于', '少于', '不足', '不到', '<', '＜'],
  '>=': ['大于等于', '大于或等于', '高于或等于', '至少', '最少', '达到', '≥', '≧', '>=', '≮'],
  '<=': ['小于等于', '小于或等于', '低于或等于', '至多', '最多', '≤', '≦', '<=', '≯'],
};
const BEHIND: Readonly<Record<'>=' | '<=', readonly string[]>> = {
  '>=': ['以上', '及以上', '或以上', '（含）以上'],
  '<=': ['以下', '及以下', '以内', '之内', '（含）以内'],
};
/** Words that can be denied, and the ways in which they are. */
const DENIABLE = ['大于', '高于', '多于', '超过', '超出', '小于', '低于', '少于', '达到'];
const DENIALS = [
  ...['不', '未', '没有', '没', '不得', '不应', '不应当', '不能', '不可', '不会', '不允许', '未能', '没有再', '从未'],
];
const OPPOSITE: Readonly<Record<string, Relation>> = { '>': '<=', '<': '>=', '>=': '<' };

interface Case {
  readonly words: string;
  readonly text: string;
  readonly relation: Relation;
}

const plain = Object.entries(BEFORE).flatMap(([relation, words]) =>
  words.map((word): Case => ({ words: word, text: `${word}90%`, relation: relation as Relation })),
);
const behind = Object.entries(BEHIND).flatMap(([relation, words]) =>
  words.map((word): Case => ({ words: word, text: `90%${word}`, relation: relation as Relation })),
);
const denied = plain
  .filter(({ words }) => DENIABLE.includes(words))
  .flatMap(({ words, relation }) =>
    DENIALS.map((denial): Case => {
      const turned = OPPOSITE[relation] ?? relation;
      return { words: denial + words, text: `${denial}${words}90%`, relation: turned };
    }),
  );
const ALL = [...plain, ...behind, ...denied];

test.each(ALL)('target cell: $text is $relation 90', ({ text, relation }) => {
  for (const target of [text, `完成率${text}`]) {
    expect(readQuantity(cell(target))).toMatchObject({ kind: 'number', relation, unit: '%' });
  }
});

/** The bands of a printed standard as they hold on the bound itself and on both of its sides: 得满分 where 1. */
function fullAt(standard: string): string | null {
  const rule = printedRule(indicator({ name: '预算变动率', standard, weight: 5 }), new Decimal(5))?.rule ?? null;
  if (rule?.kind !== 'tiers') return null;
  const full = (figure: number) =>
    rule.tiers.some(({ low, lowOpen, high, highClosed, share }) => {
      const above = low === null || (lowOpen === true ? figure > low : figure >= low);
      return share === 1 && above && (high === null || (highClosed === true ? figure <= high : figure < high));
    });
  return [80, 90, 95].map((figure) => (full(figure) ? 1 : 0)).join('');
}

const FULL: Readonly<Record<Relation, string>> = { '>': '001', '>=': '011', '<': '100', '<=': '110', '=': '010' };

test.each(ALL)('printed standard: 变动率$text得满分', ({ text, relation }) => {
  for (const standard of [`变动率${text}的得满分，否则不得分`, `${text}得满分，其余不得分`]) {
    expect(fullAt(standard)).toBe(FULL[relation]);
  }
});

test.each(ALL.filter(({ words }) => words !== '达到'))('sentence: 变动率$text is a bound', ({ text }) => {
  expect(factsIn(`本年完成率${text}，完成培训12场。`).map(({ bound }) => bound)).toEqual([true, false]);
});

test.each(ALL)('claimed score: 得分$text claims no score', ({ text }) => {
  const weight = new Decimal(5);
  expect(claimedScore(`本项得分${text.replace('90%', '3分')}`, weight)).toBeNull();
  expect(claimedScore('本项得分3分', weight)?.points.toNumber()).toBe(3);
});

test.each(ALL.filter(({ words }) => words !== '达到'))('rate of the evidence: 合格率$text states none', ({ text }) => {
  const stated = (rate: string) =>
    rateIn(indicator({ name: '验收合格率', evidence: `验收合格率${rate}，验收100件，合格96件。` }))?.stated?.text;
  expect([stated(text), stated('96%')]).toEqual([undefined, '96%']);
});

test.each(ALL)('several figures in one cell: $text is $relation 90', ({ text, relation }) => {
  const target = `甲类${text.replace('90%', '90个')}、乙类5个`;
  const reached = (count: number) =>
    reachedInWords(indicator({ name: '设备情况', target, actual: `甲类${count}个、乙类5个` }));
  expect([reached(95), reached(90), reached(85)]).toEqual(
    relation.startsWith('>') ? [true, true, false] : [false, true, true],
  );
});

test('a figure that is stated is no bound', () => {
  for (const word of ['为', '达到', '达', '=', '控制在', '是', '约']) {
    expect(factsIn(`变动率${word}90%`)[0]?.bound).toBe(false);
  }
});

describe('a negation that is left over is never taken for its opposite', () => {
  const LEFT_OVER = ['不得明显高于90%', '没有一项低于90%', '不宜长期超过90%', '未出现低于90%', '无一低于90%', '非90%'];
  test.each(LEFT_OVER)('target cell: %s is words', (text) => {
    expect(readQuantity(cell(text))?.kind).toBe('qualitative');
  });
  test.each(LEFT_OVER)('printed standard: %s is a person’s', (text) => {
    const standard = `${text}的得满分，否则不得分`;
    const found = printedRule(indicator({ name: '预算变动率', standard, weight: 5 }), new Decimal(5));
    expect([found?.rule, found?.unread]).toEqual([null, expect.stringContaining('读不懂')]);
  });
  test.each([
    ['未完成率低于90%', '<'],
    ['不合格率不高于90%', '<='],
    ['非税收入占比超过90%', '>'],
  ] as const)('%s: it belongs to the name', (text, relation) => {
    expect(readQuantity(cell(text))).toMatchObject({ relation });
    expect(fullAt(`${text}的得满分，否则不得分`)).toBe(FULL[relation]);
  });
  test.each(['低于90%以上', '超过90%以下', '高于90%以内'])('%s says two things at once', (text) => {
    expect(readQuantity(cell(text))?.kind).toBe('qualitative');
    expect(fullAt(`${text}得满分，否则不得分`)).toBeNull();
  });
});

test.each([
  ['005 <=', '<='],
  ['003 =', '='],
  ['001>=', '>='],
  ['小于等于', '<='],
  ['大于或等于', '>='],
  ['不低于', '>='],
  ['以内', '<='],
  ['小于=', '<='],
  ['<或=', '<='],
  ['〉=', '>='],
  ['正向', '>='],
  ['反向指标', '<='],
  ['逆指标', '<='],
  ['定量', null],
  ['005', null],
  ['不得明显高于', null],
])('a column of signs: %s', (text, relation) => expect(relationOfNature(text.replace(' ', ''))).toBe(relation));
