import type { EvaluationForm, FigureCell, Indicator } from '../../src/form/model';
import type { CellRef, CellValue, SheetSnapshot } from '../../src/sheet/snapshot';

/** One error put into a form: the cell that is changed, and the cells at one of which it must be found. */
export interface Mutation {
  readonly kind: string;
  readonly edit: CellRef;
  readonly value: CellValue;
  readonly at: readonly CellRef[];
}

/** The snapshot with one cell changed. */
export function mutate(snapshot: SheetSnapshot, { edit, value }: Pick<Mutation, 'edit' | 'value'>): SheetSnapshot {
  const put = <T>(table: readonly (readonly T[])[], entry: T): (readonly T[])[] =>
    table.map((row, r) =>
      r + snapshot.origin.row === edit.row
        ? row.map((old, c) => (c + snapshot.origin.column === edit.column ? entry : old))
        : row,
    );
  return {
    ...snapshot,
    values: put<CellValue>(snapshot.values, value),
    texts: put(snapshot.texts, value === null ? '' : String(value)),
  };
}

const figure = (cell: FigureCell | null): number | null => cell?.value?.toNumber() ?? null;

function rowOf(indicator: Indicator, form: EvaluationForm): CellRef[] {
  return Array.from({ length: form.area.columnCount }, (_, column) => ({
    row: indicator.row,
    column: form.area.column + column,
  }));
}

/** Every error of one cell that can be put into a form, for each of its indicators, its budget row and its total. */
export function mutationsOf(form: EvaluationForm): readonly Mutation[] {
  const mutations: Mutation[] = [];
  const total = form.total;
  const totalScore = figure(total?.stated ?? null);
  const headers = form.headers.flatMap(({ columns }) => columns.map(({ heading }) => heading.cell));
  const totals = [total?.stated?.cell, total?.weight?.cell, total?.label.cell].filter((cell) => cell !== undefined);
  if (total !== null && total.stated !== null && totalScore !== null) {
    mutations.push({ kind: 'total', edit: total.stated.cell, value: totalScore - 0.6, at: totals });
  }
  for (const indicator of form.indicators) {
    const at = rowOf(indicator, form);
    const { stated, weight, actual, target, evidence } = indicator;
    const score = figure(stated);
    const most = figure(weight);
    if (stated === null || score === null) continue;
    if (most !== null) mutations.push({ kind: 'score-above-weight', edit: stated.cell, value: most + 1, at });
    mutations.push({ kind: 'score-blank', edit: stated.cell, value: null, at });
    mutations.push({ kind: 'score-negative', edit: stated.cell, value: -1, at });
    mutations.push({ kind: 'score-text', edit: stated.cell, value: '已完成', at });
    if (
      most !== null &&
      weight !== null &&
      weight.cell.row === indicator.row &&
      weight.cell.column !== indicator.name.cell.column
    ) {
      const groups = form.groups.map(({ label }) => label.cell);
      mutations.push({
        kind: 'weight',
        edit: weight.cell,
        value: most + 3,
        at: [...at, ...totals, ...groups, ...headers],
      });
    }
    const isFull = most !== null && score === most;
    if (isFull && evidence !== null && evidence.shortfallReason === '') {
      mutations.push({ kind: 'deduction-without-reason', edit: stated.cell, value: score - 1, at });
    }
    if (!isFull && most !== null && evidence !== null && evidence.shortfallReason !== '' && indicator.demand.reason) {
      mutations.push({ kind: 'reason-removed', edit: evidence.cell, value: null, at });
    }
    const goal = target?.value;
    if (isFull && actual !== null && goal?.kind === 'number' && actual.value?.kind === 'number' && target !== null) {
      const low = goal.relation === '<=' || goal.relation === '<';
      const shown = Number(/[0-9.]+/.exec(actual.text)?.[0] ?? NaN);
      const changed = goal.value
        .div(actual.value.value)
        .times(shown * (low ? 1.5 : 0.5))
        .toNumber();
      if (goal.relation !== null && Number.isFinite(changed)) {
        const value = /^[0-9.]+$/.test(actual.text) ? changed : actual.text.replace(/[0-9.]+/, String(changed));
        mutations.push({ kind: 'target-missed', edit: actual.cell, value, at });
      }
    }
  }
  const scored = form.budget?.scored ?? null;
  if (scored !== null) {
    const at = [scored.rate, scored.stated, scored.spent, scored.budget, scored.label].flatMap((cell) =>
      cell === null ? [] : [cell.cell],
    );
    const points = figure(scored.stated);
    const rate = figure(scored.rate);
    if (scored.stated !== null && points !== null)
      mutations.push({ kind: 'execution-score', edit: scored.stated.cell, value: points - 0.7, at });
    if (scored.rate !== null && rate !== null)
      mutations.push({ kind: 'execution-rate', edit: scored.rate.cell, value: `${(rate * 100 - 4).toFixed(2)}%`, at });
  }
  return mutations;
}
