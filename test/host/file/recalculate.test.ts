import { recalculate } from '../../../src/host/file/recalculate';
import { formatAddress } from '../../../src/sheet/address';
import type { CellValue, SheetSnapshot } from '../../../src/sheet/snapshot';
import { cpuTime } from '../../support/cpuTime';

/** A sheet from A1 on; texts that begin with = are formulas, which hold 0. */
function sheet(rows: readonly (readonly CellValue[])[]): SheetSnapshot {
  const isFormula = (cell: CellValue): cell is string => typeof cell === 'string' && cell.startsWith('=');
  return {
    ...{ name: '自评表', origin: { row: 0, column: 0 }, merges: [] },
    ...{ rowCount: rows.length, columnCount: rows[0]?.length ?? 0 },
    values: rows.map((row) => row.map((cell) => (isFormula(cell) ? 0 : cell))),
    texts: rows.map((row) => row.map(String)),
    formulas: rows.map((row) => row.map((cell) => (isFormula(cell) ? cell : ''))),
  };
}

function computed(rows: readonly (readonly CellValue[])[], changed: Record<string, CellValue>): unknown {
  return Object.fromEntries(recalculate(sheet(rows), new Map(Object.entries(changed))));
}

test.each<[string, CellValue, CellValue]>([
  ['sums', '=SUM(A1:B1)+A1', 7],
  ['signs', '=-A1--B1', 1],
  ['a sign before a percentage', '=-A1%', -0.02],
  ['the least of no figures', '=MIN(C1:C1)+A1*0', 0],
  ['the most', '=MAX(A1:B1,1)', 3],
  ['brackets', `=${'('.repeat(60)}A1${')'.repeat(60)}`, 2],
])('%s are computed', (_, formula, value) => {
  expect(computed([[0, 3, null, formula]], { A1: 2 })).toEqual({ D1: value });
});

test.each([
  ['brackets deeper than Excel takes them', `=${'('.repeat(20_000)}A1`],
  ['another sheet', '=附表!A1+A1'],
  ['an unknown function', '=VLOOKUP(A1,B1,1)'],
  ['a division by nothing', '=A1/C1'],
])('%s keeps the value of the file', (_, formula) => {
  expect(computed([[0, 3, null, formula]], { A1: 2 })).toEqual({});
});

test('tens of thousands of signs are no deeper than one', () => {
  expect(computed([[0, `=${'-'.repeat(20_000)}A1`]], { A1: 2 })).toEqual({ B1: 2 });
});

test('a circle of formulas ends, and a cell beside it is computed', () => {
  expect(computed([[0, '=C1+A1', '=B1', '=A1*2']], { A1: 2 })).toMatchObject({ D1: 4 });
});

test('what rests on a formula that has no value, or on itself, gets none either', () => {
  const formulas = ['=VLOOKUP(A1,A1,1)', '=SUM(A1:B1)', '=E1+1', '=D1+1', '=A1*2'];
  const unvalued = new Set(['B1', 'C1', 'D1', 'E1', 'F1']);
  expect(Object.fromEntries(recalculate(sheet([[3, ...formulas]]), new Map(), unvalued))).toEqual({ F1: 6 });
});

test.each([
  ['downwards', (row: number) => `=A${row}+1`],
  ['upwards', (row: number) => `=A${row + 2}+1`],
])('a chain of formulas as long as a sheet follows its first cell (%s)', (way, formula) => {
  const length = 50_000;
  const rows = Array.from({ length }, (_, row): CellValue[] => [formula(row)]);
  const [first, last] = way === 'downwards' ? [0, length - 1] : [length - 1, 0];
  rows[first] = [0];
  const values = recalculate(sheet(rows), new Map([[formatAddress({ row: first, column: 0 }), 5]]));
  expect(values.get(formatAddress({ row: last, column: 0 }))).toBe(length + 4);
});

test('running sums over a long sheet end soon: the first are computed, the others keep what the file says', () => {
  const rows = Array.from({ length: 20_000 }, (_, row): CellValue[] => [1, `=SUM(A$1:A${row + 1})`]);
  let values: ReadonlyMap<string, CellValue> = new Map();
  expect(
    cpuTime(() => {
      values = recalculate(sheet(rows), new Map([['A1', 2]]));
    }),
  ).toBeLessThan(5_000);
  expect(values.get('B1000')).toBe(1_001);
});
