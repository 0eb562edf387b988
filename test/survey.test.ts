import { tryPair } from './survey/pairs';
import { SECOND } from './survey/second/form';
import { survey } from './survey/survey';

const FORMS = 100;
const REFUSED = 0;
const READ_WHOLE = 99;
const ACCUSED = 0;
const FOUND = 95;
const HELD = 0.98;
const LOUD = 84;
const PAIRS = 60;
const SECOND_FORMS = 60;
const SECOND_WHOLE = 58;
const SECOND_FOUND = 56;

/** A part of `npm run survey`. The floors may only rise, the ceilings only fall: `npm run survey` shows what each form is. */
describe('forms in layouts that nobody has seen', () => {
  const found = survey(1, FORMS);
  const errors = (part: 'forms' | 'found' | 'loud'): number => found.faults.reduce((all, one) => all + one[part], 0);

  test('are recognised', () => {
    expect(FORMS - found.recognised.found).toBeLessThanOrEqual(REFUSED);
    expect(found.whole).toBeGreaterThanOrEqual(READ_WHOLE);
  });

  test('raise no alarm when they are in order', () => {
    expect(found.accused).toBeLessThanOrEqual(ACCUSED);
  });

  test('have their figures held against something', () => {
    expect(found.figures.held / found.figures.total).toBeGreaterThanOrEqual(HELD);
  });

  test('give away an error that was put in', () => {
    expect(errors('forms')).toBe(FORMS);
    expect(errors('found')).toBeGreaterThanOrEqual(FOUND);
    expect(errors('loud')).toBeGreaterThanOrEqual(LOUD);
  });
});

describe('forms of a second grammar', () => {
  const found = survey(1, SECOND_FORMS, SECOND);

  test('are read and raise no alarm when they are in order', () => {
    expect([found.recognised.found, found.accused]).toEqual([SECOND_FORMS, 0]);
    expect(found.whole).toBeGreaterThanOrEqual(SECOND_WHOLE);
  });

  test('give away an error that was put in', () => {
    const count = found.faults.reduce((all, one) => all + one.found, 0);
    expect(count).toBeGreaterThanOrEqual(SECOND_FOUND);
  });
});

test('of two errors in rows of their own neither hides the other, though it may stand among what follows from it', () => {
  const all = Array.from({ length: PAIRS }, (_, index) => tryPair(index + 1)).flat();
  const told = all.filter(({ toldAlone }) => toldAlone);
  expect(told.length).toBeGreaterThan(PAIRS);
  expect(told.filter(({ toldBeside }) => !toldBeside)).toEqual([]);
});
