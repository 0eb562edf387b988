import { DEPARTMENT, newForm, PROJECT, type SheetLayout } from '../../src/advice/newForm';
import { owed } from '../../src/advice/filling';
import { review, type FormReview } from '../../src/review';
import { intersection, type SheetSnapshot } from '../../src/sheet/snapshot';

/** What Excel shows of a layout before anything is filled in: sums of nothing are 0. */
function snapshotOf({ name, rows, merges }: SheetLayout): SheetSnapshot {
  const values = rows.map((row) =>
    row.map(({ value, formula }) => (formula === undefined ? value : formula.startsWith('=SUM') ? 0 : '')),
  );
  return {
    name,
    origin: { row: 0, column: 0 },
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    values,
    texts: values.map((row) => row.map((value) => (value === null ? '' : String(value)))),
    formulas: rows.map((row) => row.map(({ formula }) => formula ?? '')),
    merges,
  };
}

/** A new form into which the year and the unit were written. */
function layoutOf(id: string): SheetLayout {
  const layout = newForm(id === 'national-project' ? PROJECT : DEPARTMENT);
  const rows = layout.rows.map((row) =>
    row.map((cell, column) => {
      if (cell.value === '（    年度）') return { ...cell, value: '（2025年度）' };
      return row[column - 1]?.value === '单位名称' ? { ...cell, value: '某市某局' } : cell;
    }),
  );
  return { ...layout, rows };
}

function reviewed(snapshot: SheetSnapshot): FormReview {
  const { forms, none } = review(snapshot);
  const [form] = forms;
  if (form === undefined || forms.length > 1) throw new Error(JSON.stringify(none));
  return form;
}

describe.each([
  ['guangzhou-department', 32, '某市某局'],
  ['national-project', 10, null],
])('%s', (id, count, unit) => {
  const layout = layoutOf(id);
  const form = reviewed(snapshotOf(layout));

  test('is recognised at once, with its rulebook, rows, weights and total', () => {
    expect(form.scores.rulebook.id).toBe(id);
    expect(form.form.indicators).toHaveLength(count);
    const weights = form.form.indicators.map(({ weight }) => weight?.value?.toNumber() ?? 0);
    const budget = form.form.budget?.scored?.weight?.value?.toNumber() ?? 0;
    expect(weights.reduce((sum, weight) => sum + weight, budget)).toBe(100);
    expect(form.form.year?.value).toBe(2025);
    if (unit !== null) expect(form.form.organisation?.value).toBe(unit);
    expect(form.form.total?.stated?.formula).toMatch(/^=SUM\(/);
    expect(form.form.budget?.lines.length).toBeGreaterThan(0);
  });

  test('is recognised without its merged areas too', () => {
    expect(reviewed({ ...snapshotOf(layout), merges: [] }).form.indicators).toHaveLength(count);
  });

  test('has no error; each score is owed', () => {
    expect(form.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const progress = owed(form);
    const scores = progress.rows.filter(({ debts }) => debts.includes('score'));
    const bonuses = form.form.indicators.filter(({ kind }) => kind === 'bonus').length;
    expect(scores).toHaveLength(count - bonuses + (form.form.budget?.scored ? 1 : 0));
  });

  test('the total reaches every scored cell and nothing twice', () => {
    const ids = form.findings.map(({ check }) => check);
    expect(ids).not.toContain('total-formula');
  });

  test('merged areas do not overlap, hold nothing but in their first cell, and lie in the print area', () => {
    const { merges, rows, printArea, widths, titleRows } = layout;
    merges.forEach((area, index) => {
      expect(merges.slice(index + 1).filter((other) => intersection(other, area) !== null)).toEqual([]);
      for (let row = area.row; row < area.row + area.rowCount; row += 1) {
        for (let column = area.column; column < area.column + area.columnCount; column += 1) {
          if (row === area.row && column === area.column) continue;
          expect(rows[row]?.[column]).toEqual({ value: null });
        }
      }
    });
    expect(printArea).toEqual({ row: 0, column: 0, rowCount: rows.length, columnCount: widths.length });
    expect(form.form.headers.map(({ row }) => row)).toContain(titleRows.first);
  });
});

test('the place for the year is left open', () => {
  expect(newForm(DEPARTMENT).rows[1]?.[0]?.value).toBe('（    年度）');
});
