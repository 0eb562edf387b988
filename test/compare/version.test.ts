import { evaluation } from '../fixtures/targets';
import { changed, TRAINING } from '../fixtures/training';
import type { RowSpec } from '../fixtures/spec';
import { held, told } from '../support/sides';
import type { SheetSnapshot } from '../../src/sheet/snapshot';

const rows = (at: number, change: Partial<RowSpec>) => ({ rows: changed(new Map([[at, change]])) });

test('two versions that are the same say nothing, and hold what was reached and scored', () => {
  expect(told(evaluation(), evaluation())).toEqual([]);
  const looks = held(evaluation(), evaluation()).held.map(({ what }) => what);
  for (const what of ['actual', 'score', 'target', 'weight', 'name']) {
    expect(looks.filter((one) => one === what)).toHaveLength(TRAINING.length);
  }
  expect(looks).toEqual(expect.arrayContaining(['total', 'money', 'text', 'year']));
});

test.each<[string, SheetSnapshot, string]>([
  ['another actual value', evaluation(rows(0, { actual: '205人次' })), 'actual info E11'],
  ['one that was left blank before', evaluation(rows(0, { actual: '' })), 'actual info E11'],
  ['another score', evaluation(rows(1, { stated: 28 })), 'score info G12'],
  ['another spending', evaluation({ spent: 90 }), 'spent info E6'],
  ['another completion', evaluation({ completion: '培训205人次，合格率达到96%。' }), 'completion info E8'],
])('%s', (_, before, said) => expect(told(before, evaluation())).toEqual([said]));

test.each<[string, SheetSnapshot]>([
  ['another notation', evaluation(rows(0, { actual: '0.021万人次' }))],
  ['a rate as a fraction', evaluation(rows(1, { actual: 0.96 }))],
  ['a rate without its sign', evaluation(rows(1, { actual: 96 }))],
  ['a number without its unit', evaluation(rows(0, { actual: 210 }))],
  ['a rate in words', evaluation(rows(1, { actual: '96％' }))],
  ['other punctuation', evaluation({ completion: '培训210人次,合格率达到96%' })],
])('%s is no change', (_, before) => expect(told(before, evaluation())).toEqual([]));

test('says both values', () => {
  const { differences } = held(evaluation(rows(0, { actual: '205人次' })), evaluation());
  expect(differences[0]?.message).toBe('“培训人次”的实际完成值由“205人次”改为“210人次”，请核实。');
});

test('shows where a name goes on for which there is no room', () => {
  const name = '培训'.repeat(30);
  const { differences } = held(evaluation(rows(0, { name, actual: '205人次' })), evaluation(rows(0, { name })));
  expect(differences[0]?.message).toContain(`“${'培训'.repeat(20)}…”的实际完成值`);
});
