import { readUnit, unitAt } from '../../src/words/units';
import { findMentions } from '../../src/words/mentions';

/** The figures of a text as `value unit`, other kinds with their kind before. */
function read(text: string): string[] {
  return findMentions(text).map(({ kind, value, unit, text: written }) =>
    kind === 'figure' ? `${value.toFixed()} ${unit}`.trim() : `${kind} ${written}`,
  );
}

test.each([
  ['A，3项，B-1', ['3 项']],
  ['完成10项余款支付', ['10 项']],
  ['，5万、6万', ['50000', '60000']],
  ['，3个、5个', ['3 个', '5 个']],
  ['1,234，其余5项', ['1234', '5 项']],
  ['1234,567', ['1234', '567']],
  [`${'9'.repeat(31)}，5个`, ['5 个']],
  ['2020年共2021个', ['date 2020年', '2021 个']],
  ['2021年3项，年底5项', ['date 2021年', '3 项', '5 项']],
  ['2022.12月', ['date 2022.12']],
  ['(2021 5个', ['2021', '5 个']],
])('what stands beside a figure of %s is not taken for a part of it', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['；12、完成3项', ['ordinal 12', '3 项']],
  ['13.2 乙方', ['ordinal 13.2']],
  ['3.22 乙方', ['ordinal 3.22']],
  ['5.3甲乙', ['5.3']],
  ['5.3 ,乙', ['5.3']],
  ['(3', ['3']],
  ['完成5项。3.2 乙方', ['5 项', '3.2']],
])('%s, the number of an item or a figure', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['三十个五十个', ['30 个', '50 个']],
  ['选派十二名干部', ['12 名']],
  ['三四个', []],
  ['第十二个', []],
  ['百分之，5个', ['5 个']],
])('the numerals of %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['关于《2021年计划》的3项', ['name 2021年', '3 项']],
  ['《1》和《2》', ['name 1', 'name 2']],
  ['《5《6》7', ['name 5', 'name 6', '7']],
  ['《1》2》3', ['name 1', '2', '3']],
])('a title in %s ends with its own mark', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['元/人,月', 0, '元/人'],
  ['万/人', 0, ''],
  ['m²A座', 0, 'm²'],
])('the unit of %s ends where another thing begins', (text, start, unit) => {
  expect(unitAt(text, start)?.unit).toBe(unit);
});

test('a column that only says in what scale it counts', () => {
  const read = readUnit('千');
  expect([read.unit, read.scale.toNumber()]).toEqual(['', 1000]);
});
