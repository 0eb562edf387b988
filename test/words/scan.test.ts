import { Decimal } from 'decimal.js';
import { withoutNoise } from '../../src/words/scan';

test.each([
  ['96.62999999999997', '96.63'],
  ['0.123456789012', '0.123456789'],
  ['12345678.1234567899', '12345678.1234568'],
  ['91154209.43000005', '91154209.43'],
  ['392951003.55', '392951003.55'],
  ['1234567890123456', '1234567890123460'],
  ['1234567890123.45', '1234567890123.45'],
])('%s without the noise of binary arithmetic is %s', (figure, expected) => {
  expect(withoutNoise(new Decimal(figure)).toFixed()).toBe(expected);
});
