import { columnWidths, neighbour } from '../../src/sheet/layout';
import { contains, type CellRef } from '../../src/sheet/snapshot';

const text = (column: number, content: string, rowCount = 1) => ({ column, text: content, rowCount });

describe('column widths', () => {
  test('a figure of usual length stands on one line, a long text in a block of bearable width', () => {
    const [figure, prose, unused] = columnWidths([text(0, '392,951,003.55'), text(1, '字'.repeat(800))], 3);
    // 7.5 pixels for a digit, and what lies between text and lines.
    expect(figure).toBeGreaterThanOrEqual(14 * 7.5 + 12);
    expect(figure).toBeLessThan(160);
    expect(prose).toBe(330);
    expect(unused).toBe(84);
  });

  test('a text over several rows needs less; the widest counts; what is not shown does not', () => {
    const merged = columnWidths([text(0, '部门整体支出绩效自评表', 4)], 1)[0] ?? 0;
    expect(merged).toBeLessThan(columnWidths([text(0, '部门整体支出绩效自评表')], 1)[0] ?? 0);
    expect(columnWidths([text(0, '分'), text(0, '分值（权重）'), text(5, '外')], 1)).toEqual(
      columnWidths([text(0, '分值（权重）')], 1),
    );
  });
});

test('a Chinese character is wider than a digit, a long line is folded, and no column is made that is not shown', () => {
  const [digits = 0, characters = 0, long = 0] = columnWidths(
    [text(0, '8'.repeat(8)), text(1, '字'.repeat(8)), text(2, '字'.repeat(30))],
    3,
  );
  expect(characters).toBeGreaterThan(digits);
  expect(long).toBeGreaterThan(characters);
  expect(long).toBeLessThan((30 / 8) * characters);
  expect(columnWidths([text(0, '分值（权重）'), text(0, '分'), text(1, '外')], 1)).toEqual(
    columnWidths([text(0, '分值（权重）')], 1),
  );
});

describe('the next cell', () => {
  const merge = { row: 2, column: 1, rowCount: 2, columnCount: 3 };
  const mergeAt = (cell: CellRef) => (contains(merge, cell) ? merge : null);
  const shown = { row: 1, column: 1, rowCount: 5, columnCount: 4 };
  const from = (row: number, column: number, rows: number, columns: number) => {
    const next = neighbour(mergeAt, { row, column }, { rows, columns }, shown);
    return [next.row, next.column];
  };

  test('of a merged area is its first one, and the way out of it leads past it', () => {
    expect(from(1, 2, 1, 0)).toEqual([2, 1]);
    expect(from(2, 1, 1, 0)).toEqual([4, 1]);
    expect(from(2, 1, 0, 1)).toEqual([2, 4]);
    expect(from(4, 3, -1, 0)).toEqual([2, 1]);
    expect(from(2, 1, -1, 0)).toEqual([1, 1]);
  });

  test('keeps to its row and column where a merged area is left', () => {
    expect(from(3, 1, 0, 1)).toEqual([3, 4]);
    expect(from(2, 2, 1, 0)).toEqual([4, 2]);
  });

  test('is never beyond what is shown', () => {
    expect(from(1, 1, -20, 0)).toEqual([1, 1]);
    expect(from(5, 4, 20, 0)).toEqual([5, 4]);
    expect(from(1, 4, 0, 1)).toEqual([1, 4]);
  });
});
