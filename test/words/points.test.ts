import { readPoints } from '../../src/words/points';

test.each([
  ['得满分', { share: 1 }],
  ['计 满 分', { share: 1 }],
  ['不扣分', { share: 1 }],
  ['未扣分', { share: 1 }],
  ['不得分', { points: 0 }],
  ['本项不得分', { points: 0 }],
  ['零分', { points: 0 }],
  ['8分', { points: 8 }],
  ['得8.5', { points: 8.5 }],
  ['得分：8分', { points: 8 }],
  ['得３分满分', { points: 3 }],
  ['9分（扣1分）', { points: 9 }],
  ['9分，未扣分', { points: 9 }],
  ['扣减4分', { lost: 4 }],
  ['得一半分', { share: 0.5 }],
  ['得该指标分值的80%', { share: 0.8 }],
  ['酌情扣分', null],
  ['不得满分', null],
  ['每项2分', null],
  ['8', null],
  ['得8分或9分', null],
  ['得'.repeat(30_000), null],
])('%s tells %j', (text, told) => {
  expect(readPoints(text)).toEqual(told);
});
