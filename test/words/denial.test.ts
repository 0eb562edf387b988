import { deniesShortfall } from '../../src/checks/common/shortfall';
import { splitEvidence } from '../../src/form/evidence';
import { opposes } from '../../src/words/answers';
import { readAttainment } from '../../src/words/attainment';
import { comparisonBefore } from '../../src/words/comparisons';
import { affirmedIn, deniedIn, isDenied } from '../../src/words/denial';

/** Each reader of denials, by what it says of its word plainly and of its word denied. */
interface Reader {
  readonly reads: string;
  readonly word: string;
  /** What the reader makes of a text that may deny its word. */
  readonly of: (text: string) => unknown;
  readonly plain: unknown;
  readonly denied: unknown;
  readonly nots?: readonly string[];
}

const OF_THINGS = ['无', '没有', '不存在', '未发生', '未出现任何', '未产生明显', '没有重大'];
const evidence = (text: string) => ({ text, shortfallReason: '' });
const READERS: readonly Reader[] = [
  { reads: 'an answer', word: '延误', of: (text) => opposes('及时支付', text), plain: true, denied: false },
  { reads: 'a gap', word: '缺项', of: (text) => opposes('档案完整', text), plain: true, denied: false },
  { reads: 'another year', word: '跨年', of: (text) => opposes('当年完成', text), plain: true, denied: false },
  { reads: 'a denial', word: '全部完成', of: (text) => deniesShortfall(evidence(text)), plain: true, denied: false },
  {
    reads: 'a reason',
    word: '偏差',
    of: (text) => deniesShortfall(evidence(text)),
    plain: false,
    denied: true,
    nots: OF_THINGS,
  },
  { reads: 'a fact', word: '实施', of: readAttainment, plain: null, denied: 'unmet' },
  { reads: 'a bound', word: '超过', of: (text) => comparisonBefore(text)?.relation, plain: '>', denied: '<=' },
  {
    reads: 'a measure',
    word: '列入改造计划',
    of: (text) => splitEvidence({ row: 0, column: 0 }, text, '原因分析及改进措施').improvement,
    plain: '列入改造计划',
    denied: '',
  },
];
const NOT = ['未', '没有', '没', '未能', '未曾', '从未', '并未', '尚未', '不能', '不会', '无法', '难以'];

const CASES = READERS.flatMap((reader) =>
  (reader.nots ?? NOT).map((not) => ({ ...reader, not, text: not + reader.word })),
);

test.each(CASES)('$reads: $text', ({ text, word, of, plain, denied }) => {
  expect(of(word)).toEqual(plain);
  expect(of(text)).toEqual(denied);
});

test.each([
  ...['未按期完成', '未能完成', '没有做到全部完成', '未因资金问题完成', '从未得到有效完成', '难以按要求完成'],
  ...['不能完成', '零完成', '并未真正完成', '未完全完成', '避免完成'],
])('%s denies 完成', (text) => {
  expect(isDenied(text, text.indexOf('完成'))).toBe(true);
  expect(deniedIn(text, /完成/g)).toBe(text);
  expect(affirmedIn(text, /完成/g)).toBeNull();
});

test.each([
  '完成',
  '不断完成',
  '不仅完成',
  '非常完成',
  '无未完成',
  '不存在未能完成',
  '资金未到位，完成',
  '未来完成',
  '没有不完成',
  '不存在工作未完成',
  '未发现项目没有按期完成',
])('%s does not', (text) => {
  expect(isDenied(text, text.indexOf('完成'))).toBe(false);
  expect(deniedIn(text, /完成/g)).toBeNull();
});

test('a text may deny one word and not another of the same', () => {
  expect(affirmedIn('未按期完成，12月完成', /完成/g)?.index).toBe(9);
});

test('a cell full of negations is read at once', () => {
  const text = `${'不'.repeat(32_000)}完成`;
  const started = performance.now();
  expect(isDenied(text, text.length - 2)).toBe(false);
  expect(affirmedIn('未能完成'.repeat(8_000), /完成/g)).toBeNull();
  expect(performance.now() - started).toBeLessThan(2_000);
});
