import { differenceOf, stakesOf } from '../../src/advice/stakes';
import { review } from '../../src/review';
import { sampleForm } from '../../src/workbench/sample';

test.each([
  ['94.35', '94.65', { sign: '+', text: '0.30', percent: false }],
  ['2.93', '2.66', { sign: '-', text: '0.27', percent: false }],
  ['99.86%', '100%', { sign: '+', text: '0.14', percent: true }],
  ['5', '5.0', null],
  ['优', '良', null],
  ['90%', '90', null],
  ['', '3', null],
])('what should be %s and is %s', (expected, found, wanted) => {
  const difference = differenceOf({ expected, found });
  const told =
    difference === null
      ? null
      : { sign: difference.amount.gt(0) ? '+' : '-', text: difference.text, percent: difference.percent };
  expect(told).toEqual(wanted);
});

test('points are at stake where a score or the total is off, and nowhere else', () => {
  const [form] = review(sampleForm().snapshot).forms;
  if (form === undefined) throw new Error('the sample holds a form');
  const stakes = stakesOf(form.form);
  const points = form.findings.flatMap((finding) => {
    const stake = stakes(finding);
    return stake === null ? [] : [`${finding.check} ${stake.toString()}`];
  });
  expect(points).toEqual(expect.arrayContaining(['total-sum 0.03', 'score-by-rule 0.27']));
  expect(points).not.toEqual(expect.arrayContaining([expect.stringMatching(/^budget-rate/)]));
});
