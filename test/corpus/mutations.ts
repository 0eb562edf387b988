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
  const headers = form.headers.flatMap(({ columns }) => columns.map(({ heading }) => heading.at));
  const totals = [total?.stated?.at, total?.weight?.at, total?.label.at].filter((cell) => cell !== undefined);
  if (total !== null && total.stated !== null && totalScore !== null) {
    mutations.push({ kind: 'total', edit: total.stated.at, value: totalScore - 0.6, at: totals });
  }
  for (const indicator of form.indicators) {
    const at = rowOf(indicator, form);
    const { stated, weight, actual, target, evidence } = indicator;
    const score = figure(stated);
    const most = figure(weight);
    if (stated === null || score === null) continue;
    if (most !== null) mutations.push({ kind: 'score-above-weight', edit: stated.at, value: most + 1, at });
    mutations.push({ kind: 'score-blank', edit: stated.at, value: null, at });
    mutations.push({ kind: 'score-negative', edit: stated.at, value: -1, at });
    mutations.push({ kind: 'score-text', edit: stated.at, value: '已完成', at });
    if (
      most !== null &&
      weight !== null &&
      weight.at.row === indicator.row &&
      weight.at.column !== indicator.name.at.column
    ) {
      const groups = form.groups.map(({ label }) => label.at);
      mutations.push({
        kind: 'weight',
        edit: weight.at,
        value: most + 3,
        at: [...at, ...totals, ...groups, ...headers],
      });
    }
    const isFull = most !== null && score === most;
    if (isFull && evidence !== null && evidence.shortfallReason === '') {
      mutations.push({ kind: 'deduction-without-reason', edit: stated.at, value: score - 1, at });
    }
    const isOwed = evidence !== null && evidence.shortfallReason !== '' && indicator.demand.reason;
    if (!isFull && most !== null && isOwed) {
      mutations.push({ kind: 'reason-removed', edit: evidence.at, value: null, at });
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
        mutations.push({ kind: 'target-missed', edit: actual.at, value, at });
      }
    }
  }
  const scored = form.budget?.scored ?? null;
  if (scored !== null) {
    const at = [scored.rate, scored.stated, scored.spent, scored.budget, scored.label].flatMap((cell) =>
      cell === null ? [] : [cell.at],
    );
    const points = figure(scored.stated);
    const rate = figure(scored.rate);
    if (scored.stated !== null && points !== null)
      mutations.push({ kind: 'execution-score', edit: scored.stated.at, value: points - 0.7, at });
    if (scored.rate !== null && rate !== null)
      mutations.push({ kind: 'execution-rate', edit: scored.rate.at, value: `${(rate * 100 - 4).toFixed(2)}%`, at });
  }
  return mutations;
}
