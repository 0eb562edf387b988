import { equationsIn } from '../../src/words/equations';

test('a run of digits that is no figure ends a calculation', () => {
  expect(equationsIn(`3+${'5'.repeat(32_700)}=9`)).toEqual([]);
  expect(equationsIn(`共3场，2+3=6`)).toMatchObject([{ holds: false, text: '2+3=6' }]);
});
