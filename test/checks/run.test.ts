import type { Check } from '../../src/checks/finding';
import { toFinding } from '../../src/checks/run';

const CHECK: Check = {
  id: 'sample',
  title: '样例',
  severity: 'info',
  explain: '',
  messages: { known: { title: '标题', message: '一句话。' } },
  *run() {
    yield { cell: { row: 0, column: 0 }, message: 'known' };
  },
};

test.each(['unknown', 'toString'])('a check that says what it has no words for fails loudly: %s', (message) => {
  expect(() => toFinding(CHECK, { cell: { row: 0, column: 0 }, message })).toThrow(
    `check sample has no message ${message}`,
  );
});
