import * as v from 'valibot';
import { HostError, type ApplyOutcome } from '../host';
import type { CellGuard, WritePlan } from '../../advice/plan';
import { formatAddress } from '../../sheet/address';
import { compareCells, type CellRef, type CellValue } from '../../sheet/snapshot';
import { cellValue, formulaText, lookAfter, openSheet, placeOf, run, textInput } from './run';

/** What a cell holds, enough to put it back exactly. */
interface CellState {
  readonly value: CellValue;
  readonly formula: string;
  readonly numberFormat: string;
}

/** One cell to be written: only if it still holds what is expected. */
interface Job {
  readonly cell: CellRef;
  readonly expects: (now: CellState) => boolean;
  readonly after: (now: CellState) => CellState;
}

interface Done {
  readonly cell: CellRef;
  readonly before: CellState;
  readonly after: CellState;
}

const GENERAL = 'General';
const TEXT = '@';

function sameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  // Excel keeps fifteen digits.
  return a === b || Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-14;
}

function holds(now: CellState, expected: CellState): boolean {
  return now.formula === expected.formula && (now.formula !== '' || sameValue(now.value, expected.value));
}

function loadState(sheet: Excel.Worksheet, { row, column }: CellRef): Excel.Range {
  const range = sheet.getCell(row, column);
  range.load('values,formulas,numberFormat');
  return range;
}

function stateOf(range: Excel.Range): CellState {
  const value: unknown = range.values[0]?.[0];
  const formula: unknown = range.formulas[0]?.[0];
  const numberFormat: unknown = range.numberFormat[0]?.[0];
  return {
    value: cellValue(value),
    formula: formulaText(formula, value),
    numberFormat: typeof numberFormat === 'string' ? numberFormat : GENERAL,
  };
}

/** Gives a cell a state. Its format decides what Excel makes of an input, so the order of the writes matters. */
function writeState(range: Excel.Range, now: CellState, state: CellState): void {
  const isText = state.formula === '' && typeof state.value === 'string';
  // Under the text format Excel would take a number or a formula as text, so they are written under another.
  const during = !isText && state.numberFormat === TEXT ? GENERAL : state.numberFormat;
  if (during !== now.numberFormat) range.numberFormat = [[during]];
  if (state.formula !== '') range.formulas = [[state.formula]];
  else if (typeof state.value === 'string') range.values = [[textInput(state.value, during)]];
  else range.values = [[state.value ?? '']];
  // A formula can bring the format of its operands along. Formats are set no more often than needed: a protected sheet
  // lets values into its open cells, but no formats.
  const brought = state.formula !== '' && during === GENERAL;
  if (brought || during !== state.numberFormat) range.numberFormat = [[state.numberFormat]];
}

interface Planned extends Job {
  readonly before: CellState;
  readonly target: CellState;
}

/** Reads the cells in one request and writes in a second those that hold what was expected. */
async function perform(
  sheetId: string,
  jobs: readonly Job[],
  guards: readonly CellGuard[] = [],
): Promise<{ done: Done[]; skipped: CellRef[] }> {
  const planned: Planned[] = [];
  const skipped: CellRef[] = [];
  try {
    return await run(async (context, learnt) => {
      const sheet = openSheet(context, sheetId);
      const ranges = jobs.map((job) => ({ job, range: loadState(sheet, job.cell) }));
      const guarded = guards.map((guard) => ({ guard, range: loadState(sheet, guard.cell) }));
      await context.sync();
      learnt.place = placeOf(sheet);
      const moved = guarded.some(({ guard, range }) => !sameValue(stateOf(range).value, guard.value));
      const written: { job: Planned; range: Excel.Range }[] = [];
      for (const { job, range } of ranges) {
        const before = stateOf(range);
        if (moved || !job.expects(before)) {
          skipped.push(job.cell);
          continue;
        }
        const planning = { ...job, before, target: job.after(before) };
        planned.push(planning);
        writeState(range, before, planning.target);
        range.load('values,formulas,numberFormat');
        written.push({ job: planning, range });
      }
      if (written.length > 0) await context.sync();
      const wrong = written.find(({ job, range }) => !holds(stateOf(range), job.target));
      if (wrong !== undefined) {
        const message = `Excel 没有按原样接受要写入 ${formatAddress(wrong.job.cell)} 的内容，已恢复原状；请核对该单元格的格式和数据有效性后再试。`;
        throw new HostError('unknown', message);
      }
      const done = written.map(({ job, range }) => ({ cell: job.cell, before: job.before, after: stateOf(range) }));
      return { done, skipped };
    });
  } catch (error) {
    const done = planned.length > 0 ? await settle(sheetId, planned, error) : null;
    if (done === null) throw error;
    return { done, skipped };
  }
}

/**
 * After a failure in the middle looks at what became of it: where all was written and only the answer was lost it gives
 * what was done, else it puts back what had been written by then and gives `null`.
 */
function settle(sheetId: string, planned: readonly Planned[], failure: unknown): Promise<Done[] | null> {
  const cells = planned.map(({ cell }) => formatAddress(cell)).join('、');
  const message = `写入中途失败，且未能恢复原状；请核对单元格 ${cells}，必要时按 Ctrl+Z 撤销。`;
  return lookAfter(failure, message, async (context) => {
    const sheet = openSheet(context, sheetId);
    const ranges = planned.map((job) => ({ job, range: loadState(sheet, job.cell) }));
    await context.sync();
    placeOf(sheet);
    const found = ranges.map(({ job, range }) => ({ job, now: stateOf(range) }));
    if (found.every(({ job, now }) => holds(now, job.target) && now.numberFormat === job.target.numberFormat)) {
      return found.map(({ job, now }) => ({ cell: job.cell, before: job.before, after: now }));
    }
    for (const { job, range } of ranges) {
      const now = stateOf(range);
      const unchanged = holds(now, job.before) && now.numberFormat === job.before.numberFormat;
      // A failed write leaves either content under either format; anything else is somebody else's.
      if (!unchanged && (holds(now, job.before) || holds(now, job.target))) writeState(range, now, job.before);
    }
    await context.sync();
    return null;
  });
}

function outcome(
  sheetId: string,
  { done, skipped }: { done: readonly Done[]; skipped: readonly CellRef[] },
): ApplyOutcome {
  const inverse: Inverse = { sheetId, done: [...done] };
  return {
    written: done.map(({ cell }) => cell).sort(compareCells),
    skipped: [...skipped].sort(compareCells),
    undo: () => undo(inverse),
    inverse,
  };
}

const STATE = v.object({
  value: v.nullable(v.union([v.string(), v.number(), v.boolean()])),
  formula: v.string(),
  numberFormat: v.string(),
});
const CELL = v.object({ row: v.pipe(v.number(), v.integer()), column: v.pipe(v.number(), v.integer()) });

/** A writing as it was done, enough to take it back. It may come from an earlier page, so it is looked at before use. */
const INVERSE = v.object({
  sheetId: v.string(),
  done: v.array(v.object({ cell: CELL, before: STATE, after: STATE })),
});
type Inverse = v.InferOutput<typeof INVERSE>;

async function undo({ sheetId, done }: Inverse): Promise<ApplyOutcome> {
  const back: readonly Job[] = done.map(({ cell, before, after }) => ({
    cell,
    expects: (now) => holds(now, after) && now.numberFormat === after.numberFormat,
    after: () => before,
  }));
  return outcome(sheetId, await perform(sheetId, back));
}

/** Takes back a writing of this or of an earlier page; what was changed since is left alone and named. */
export async function takeBackEdits(inverse: unknown): Promise<ApplyOutcome> {
  if (!v.is(INVERSE, inverse)) {
    throw new HostError('unknown', '这次写入的记录不完整，不能撤回；请按 Ctrl+Z，或手工改回。');
  }
  return undo(inverse);
}

/**
 * Writes a plan's edits: a cell that holds something else than was read is left alone and named, as all are when a
 * guarded cell has changed.
 */
export async function applyPlan(sheetId: string, { edits, guards }: WritePlan): Promise<ApplyOutcome> {
  const jobs = edits.map(({ cell, before, after }): Job => ({
    cell,
    expects: (now) => sameValue(now.value, before),
    after: (now) => {
      const numberFormat =
        typeof after !== 'string' && after !== null && now.numberFormat === TEXT ? GENERAL : now.numberFormat;
      return { value: after === '' ? null : after, formula: '', numberFormat };
    },
  }));
  return outcome(sheetId, await perform(sheetId, jobs, guards));
}
