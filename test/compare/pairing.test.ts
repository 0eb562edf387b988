import { identityOf, pairKind, partnersOf, type Identity } from '../../src/compare/pairing';
import { evaluation, targets } from '../fixtures/targets';
import { onlySide } from '../support/sides';

const own: Identity = { kind: 'form', organisation: '市人社局', department: '', project: '技能培训', year: 2022 };
const approved: Identity = { ...own, kind: 'targets' };

test.each<[string, readonly Partial<Identity>[], number | null, number]>([
  ['the approved targets', [{}], 0, 1],
  ['among others of the unit', [{ project: '图书采购' }, {}], 1, 1],
  ['the same project without a unit', [{ organisation: '' }], 0, 1],
  ['of both units the same one', [{ organisation: '某区人社局' }, {}], 1, 1],
  ['none of another unit, though its project is called alike', [{ organisation: '市水利局' }], null, 0],
  ['nor last year’s form of another unit', [{ kind: 'form', year: 2021, organisation: '市水利局' }], null, 0],
  ['its own among those of other units', [{ organisation: '市水利局' }, { organisation: '某某市人社局' }], 1, 1],
  ['none of another year', [{ year: 2021 }], null, 0],
  ['one without a year', [{ year: null }], 0, 1],
  ['none of another project', [{ project: '图书采购' }], null, 0],
  ['none where only the unit is the same', [{ project: '' }], null, 0],
  ['none of two alike', [{}, {}], null, 2],
  ['last year’s form', [{ kind: 'form', year: 2021 }], 0, 1],
  ['no form of the same year', [{ kind: 'form' }], null, 0],
])('%s', (_, old, at, candidates) => {
  const others = old.map((one) => ({ ...approved, ...one }));
  expect(partnersOf(others, [own])).toEqual([{ now: 0, old: at, candidates }]);
});

test('a department’s form, which names no project, goes by its unit', () => {
  const department = { ...own, project: '' };
  expect(partnersOf([{ ...approved, project: '' }], [department])[0]?.old).toBe(0);
  expect(partnersOf([approved], [department])[0]?.old).toBeNull();
});

test('targets may name the department over the unit that carries the project out', () => {
  const below = { ...own, organisation: '技工学校', department: '市人社局' };
  expect(partnersOf([approved], [below])[0]?.old).toBe(0);
  expect(partnersOf([{ ...approved, kind: 'form', year: 2021 }], [below])[0]?.old).toBeNull();
});

test('what two forms are to each other', () => {
  expect(pairKind(approved, own)).toBe('approved');
  expect(pairKind({ ...own, year: 2021 }, own)).toBe('last-year');
  expect(pairKind(own, own)).toBe('version');
  expect(pairKind({ ...own, year: null }, own)).toBe('version');
});

test('identities are read from the sheets', () => {
  const identity = { organisation: '市人社局', department: '', project: '职业技能培训', year: 2022 };
  expect(identityOf(onlySide(targets()))).toEqual({ kind: 'targets', ...identity });
  expect(identityOf(onlySide(evaluation()))).toEqual({ kind: 'form', ...identity, department: '市人社局' });
});

test.each(['031-市人社局', '[155]市人社局', '101001市人社局', '市人社局（本级）'])('%s is the same unit', (unit) => {
  const identities = [targets(), evaluation({ unit })].map((one) => identityOf(onlySide(one)));
  expect(identities.map((one) => one.organisation)).toEqual(['市人社局', '市人社局']);
});
