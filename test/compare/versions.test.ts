import { compareForms } from '../../src/compare/versions';
import type { ItemRecord, FormRecord } from '../../src/advice/record';
import type { Finding } from '../../src/checks/finding';
import { placed, received } from '../support/received';

const { form } = received();

function formOf(...items: readonly Partial<ItemRecord>[]): FormRecord {
  const [first] = form.items.slice(1);
  if (first === undefined) throw new Error('no item');
  return { ...form, items: items.map((item) => ({ ...first, ...item })) };
}

describe('which forms they are', () => {
  test.each<[string, Partial<FormRecord>, Partial<FormRecord>, string]>([
    ['the same unit and year', {}, {}, 'versions'],
    ['a unit that one of them leaves out', { organisation: '' }, { organisation: '水利局' }, 'versions'],
    ['a unit that the other leaves out', { organisation: '水利局' }, { organisation: '' }, 'versions'],
    ['two years', { year: 2022 }, { year: 2023 }, 'years'],
    ['two units', { organisation: '水利局' }, { organisation: '教育局' }, 'units'],
  ])('%s: %s', (_, before, after, kind) =>
    expect(compareForms({ ...form, ...before }, { ...form, ...after }).kind).toBe(kind),
  );
});

describe('what changed in an indicator', () => {
  test.each<[string, Partial<ItemRecord>, string[]]>([
    ['nothing', {}, []],
    ['a figure written otherwise', { weight: '20.00' }, []],
    ['its target', { target: '≥300人次' }, ['target']],
    ['its actual value', { actual: '305人次' }, ['actual']],
    ['a score that is gone', { stated: null }, ['stated']],
  ])('%s', (_, change, changed) => {
    const [item] = compareForms(formOf({ weight: '20' }), formOf({ weight: '20', ...change })).items;
    expect(item?.changed).toEqual(changed);
  });
});

describe('which indicators belong together', () => {
  const matched = (before: readonly Partial<ItemRecord>[], after: readonly Partial<ItemRecord>[]) =>
    compareForms(formOf(...before), formOf(...after)).items.filter(
      (item) => item.before !== null && item.after !== null,
    ).length;

  test('of one name that comes twice, in their order', () => {
    const twice = [{ name: '培训次数' }, { name: '培训次数' }];
    expect(matched(twice, twice)).toBe(2);
    expect(matched(twice, [{ name: '培训次数' }])).toBe(0);
  });

  test('not two whose names are both nearly the same', () => {
    const one = { name: '全年组织业务技能培训的场次' };
    const close = [{ name: '全年组织业务技能培训场次' }, { name: '全年组织业务技能培训总场次' }];
    expect(matched([one], close)).toBe(0);
    expect(matched(close, [one])).toBe(0);
  });

  test('a nearly same name under another heading is another indicator', () => {
    const before = { name: '全年组织业务技能培训的场次', path: ['产出指标', '数量指标'] };
    const after = { name: '全年组织业务技能培训场次', path: ['效益指标', '社会效益指标'] };
    expect(matched([before], [after])).toBe(0);
  });
});

test('a finding that comes more often than before is new once, one that comes less often is mended once', () => {
  const again = (count: number): FormRecord => ({
    ...form,
    findings: Array.from({ length: count }, (_, at) => placed({ message: `第${at}处` } satisfies Partial<Finding>)),
  });
  const counts = (before: number, after: number) => {
    const { mended, stayed, added } = compareForms(again(before), again(after));
    return [mended.length, stayed.length, added.length];
  };
  expect(counts(1, 2)).toEqual([0, 1, 1]);
  expect(counts(2, 1)).toEqual([1, 1, 0]);
  expect(counts(0, 1)).toEqual([0, 0, 1]);
});
