import fc from 'fast-check';
import { toldApart } from '../../src/sheet/text';

const COMMON = '支持工业企业实施绿色化智能化改造升级项目并按期完成验收的';

test.each([
  ['names that differ where they are seen stay', ['培训人次', '培训场次'], 6, ['培训人次', '培训场次']],
  [
    'of names that begin alike, what each has of its own is seen',
    [`${COMMON}企业数量`, `${COMMON}项目个数`],
    10,
    ['支持工业企…收的企业数量', '支持工业企…收的项目个数'],
  ],
  ['one that is the beginning of another, too', [COMMON, `${COMMON}率`], 10, ['支持工业企…收的', '支持工业企…收的率']],
  ['a name by itself stays', [COMMON], 10, [COMMON]],
  [
    'no matter which others there are',
    [`${COMMON}甲`, '培训人次', `${COMMON}乙`],
    10,
    ['支持工业企…收的甲', '培训人次', '支持工业企…收的乙'],
  ],
])('%s', (_, names, room, shown) => {
  expect(names.map(toldApart(names, room))).toEqual(shown);
});

test('different names are never shown alike in the room there is, where what is their own fits behind the rest', () => {
  const ends = fc.uniqueArray(fc.stringMatching(/^[甲乙丙丁]{1,3}$/), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(fc.stringMatching(/^[一二三]{0,60}$/), ends, (start, own) => {
      const names = own.map((end) => start + end);
      const told = toldApart(names, 20);
      const seen = names.map((name) => told(name).slice(0, 20));
      expect(new Set(seen).size).toBe(names.length);
    }),
  );
});
