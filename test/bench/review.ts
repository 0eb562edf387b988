import { CHECKS } from '../../src/checks';
import { toFinding } from '../../src/checks/run';
import { reportsOf } from '../../src/checks/run';
import { factsOf } from '../../src/words/facts';
import { recognise } from '../../src/form/recognise';
import { review } from '../../src/review';
import { chooseRulebook, rescore } from '../../src/scoring';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { render } from '../fixtures/render';
import type { RowSpec } from '../fixtures/spec';
import { sampleForm } from '../../src/workbench/sample';
import { printTable } from './table.mjs';

/** The engine still compiles during the first three hundred. */
const WARM_UP = 400;
const RUNS = 300;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function measure(run: () => void, runs: number): { median: number; p95: number } {
  const times: number[] = [];
  for (let index = 0; index < runs; index++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`;
}

/** Median time of each step and each check; a step pays for what later ones find computed, as in a real run. */
function shares(snapshot: SheetSnapshot): Map<string, number> {
  const times = new Map<string, number[]>();
  const timed = <T>(name: string, run: () => T): T => {
    const start = performance.now();
    const result = run();
    const all = times.get(name) ?? [];
    all.push(performance.now() - start);
    times.set(name, all);
    return result;
  };
  for (let index = 0; index < RUNS; index++) {
    const { forms } = timed('（识别）', () => recognise(snapshot));
    for (const form of forms) {
      timed('（读依据）', () => form.indicators.map(({ evidence }) => factsOf(evidence)));
      const scores = timed('（重算）', () => {
        const { rulebook, why } = chooseRulebook(form);
        return rescore(form, rulebook, why);
      });
      const input = { form, scores, snapshot };
      for (const check of CHECKS) {
        timed(check.id, () => reportsOf(check, input).map((report) => toFinding(check, report)));
      }
    }
  }
  const medians = [...times].map(
    ([name, all]) =>
      [
        name,
        percentile(
          [...all].sort((a, b) => a - b),
          0.5,
        ),
      ] as const,
  );
  return new Map(medians.sort(([, a], [, b]) => b - a));
}

/** A project form of many rows, as a table that was filled down. */
function longForm(count: number): SheetSnapshot {
  const rows: RowSpec[] = Array.from({ length: count }, (_, index) => ({
    level1: '产出指标',
    level2: `数量指标${Math.floor(index / 50)}`,
    name: `培训人次（第${index + 1}期）`,
    target: '≥200人次',
    actual: index % 7 === 0 ? '190人次' : '210人次',
    weight: 20,
    stated: index % 7 === 0 ? 19 : 20,
    evidence: index % 7 === 0 ? '原因：场地临时调整；改进措施：提前落实场地。' : '按计划完成。',
  }));
  return render('L2', { rows }).sheet;
}

/** Checks that take less than this share of the whole are printed as one. */
const SMALL = 0.02;

/** Prints the time of `review` on the sample form, and what each step and check has of it. */
export function benchReview(): void {
  const { snapshot } = sampleForm();
  measure(() => review(snapshot), WARM_UP);
  const whole = measure(() => review(snapshot), RUNS);
  const parts = [...shares(snapshot)];
  const sum = parts.reduce((all, [, time]) => all + time, 0);
  const large = parts.filter(([, time]) => time >= SMALL * sum);
  const small = parts.slice(large.length);
  const rest = small.reduce((all, [, time]) => all + time, 0);
  const share = (time: number) => `${((time / sum) * 100).toFixed(0)}%`;
  printTable(
    `核查样表（中位数，${RUNS} 次，先空跑 ${WARM_UP} 次）`,
    ['步骤', '用时', '占'],
    [
      ['**合计**', `**${ms(whole.median)}**（p95 ${ms(whole.p95)}）`, ''],
      ...large.map(([name, time]) => [name, ms(time), share(time)]),
      [`其余 ${small.length} 项核查`, ms(rest), share(rest)],
    ],
  );
}

/** Prints how the time of `review` grows with the number of rows. */
export function benchGrowth(): void {
  const rows = [100, 1_000, 10_000, 100_000].map((count) => {
    const long = longForm(count);
    const time = measure(() => review(long), count > 5_000 ? 1 : 5).median;
    return [count.toLocaleString('en'), ms(time), `${((time / count) * 1000).toFixed(0)} µs`];
  });
  printTable('随行数的增长', ['指标行数', '用时', '每行'], rows);
}
