import { Decimal } from 'decimal.js';
import { formatArea, parseAddress } from '../../src/sheet/address';
import { cellAt } from '../../src/sheet/snapshot';
import { sampleForm, sampleWorkbook } from '../../src/workbench/sample';
import { mendedSampleForm } from '../fixtures/mendedSample';

type Snapshot = ReturnType<typeof sampleForm>['snapshot'];

function valueAt(snapshot: Snapshot, address: string) {
  const cell = parseAddress(address);
  if (cell === null) throw new Error(address);
  return cellAt(snapshot, cell);
}

function sum(snapshot: Snapshot, column: string, rows: readonly (readonly [number, number])[]): string {
  let total = new Decimal(0);
  for (const [first, last] of rows) {
    for (let row = first; row <= last; row += 1) {
      const { value } = valueAt(snapshot, `${column}${String(row)}`);
      if (typeof value === 'number') total = total.plus(value);
    }
  }
  return total.toString();
}

const ITEMS = [
  [12, 32],
  [34, 50],
] as const;

describe('the sample form', () => {
  const { snapshot, numberFormats } = sampleForm();

  test('has the weights of the published form', () => {
    expect(sum(snapshot, 'F', [[12, 32]])).toBe('45');
    expect(sum(snapshot, 'F', [[34, 50]])).toBe('50');
    expect(sum(snapshot, 'D', [[12, 32]])).toBe('45');
    expect(valueAt(snapshot, 'F51').value).toBe(5);
  });

  test('states a total that is 0.30 above the sum of its 39 scores', () => {
    const rows = ITEMS.reduce((count, [first, last]) => count + last - first + 1, 1);
    expect(rows).toBe(39);
    expect(sum(snapshot, 'I', [...ITEMS, [51, 51]])).toBe('94.35');
    expect(valueAt(snapshot, 'I52').value).toBe(94.65);
  });

  test.each([
    ['A6', '年度部门整体支出规模（万元）'],
    ['F10', '100%'],
    ['J5', '无'],
    ['E30', '固定资产利用率'],
    ['E42', '二、2、非因不可抗力或影响范围广泛的重大政策调整，热线每月接通率不低于95%'],
    ['C8', '392,951,003.55'],
    ['A51', '加减分项'],
  ])('shows at %s what the published form shows there', (address, text) => {
    expect(valueAt(snapshot, address).text).toBe(text);
  });

  test('is merged as it is printed', () => {
    const merges = snapshot.merges.map(formatArea);
    expect(merges).toEqual(expect.arrayContaining(['A1:J1', 'A12:A32', 'C19:C24', 'C28:C30', 'D34:D50', 'G32:H32']));
    expect(merges).not.toContain('C27:C27');
  });

  test('formats money and nothing else', () => {
    expect(numberFormats[7]?.[2]).toBe('#,##0.00');
    expect(numberFormats[11]?.[8]).toBe('General');
  });
});

test('the mended form differs in its corrections only and adds up', () => {
  const wrong = sampleForm().snapshot;
  const { snapshot } = mendedSampleForm();
  const changed = snapshot.values.flat().filter((value, index) => value !== wrong.values.flat()[index]).length;
  expect(changed).toBe(15);
  expect(sum(snapshot, 'I', [...ITEMS, [51, 51]])).toBe('96.63');
  expect(valueAt(snapshot, 'I52').value).toBe(96.63);
});

test('a change outside the form is refused', () => {
  expect(() => sampleForm(new Map([['A99', 'x']]))).toThrow('A99');
});

test('the workbook opens at the form and has a sheet without one', () => {
  expect(sampleWorkbook().map(({ snapshot }) => snapshot.name)).toEqual(['自评表', '填表说明']);
});
