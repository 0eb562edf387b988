import { review } from '../../src/review';
import { equationsIn } from '../../src/words/equations';
import { training } from '../fixtures/training';
import { cpuTime } from '../support/cpuTime';
import { departmentForm } from '../support/department';
import { timed } from '../support/timed';

const LENGTH = 32_700;
const PARTS = [' ', '　', '\n', '，', '5', '5场+', '1=', '（', '不', '没有', '超过', '每', '增长', '5%', '原因'];

const filled = (part: string) => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH);

timed.each(PARTS)('cells of 32,700 characters of %j between figures are reviewed at once', (part) => {
  const gap = filled(part);
  const texts = [`服务量24万件，比上年（12万件${gap}增长了3倍。`, `5场+3场${gap}=9场`, `10件的${gap}20件的2倍`];
  const managed = texts.map((evidence, index) => ({ name: `工作开展情况${index}`, evidence }));
  expect(cpuTime(() => void review(departmentForm({ managed })))).toBeLessThan(3000);
  // No cell holds more than that, the three together neither.
  const evidence = texts.map((text) => text.replace(gap, gap.slice(0, LENGTH / texts.length))).join('。');
  const row = { evidence, target: `不得${gap}高于5%`, actual: `5场${gap}` };
  expect(cpuTime(() => void review(training(0, row)))).toBeLessThan(3000);
});

test('a run of digits that is no figure ends a calculation', () => {
  expect(equationsIn(`3+${filled('5')}=9`)).toEqual([]);
  expect(equationsIn(`共3场，2+3=6`)).toMatchObject([{ holds: false, text: '2+3=6' }]);
});
