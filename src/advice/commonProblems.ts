import { Decimal } from 'decimal.js';
import { groupBy, sum } from '../sheet/lists';
import type { ReceivedForm } from './batch';
import { type PlacedFinding, splitAside, withoutName } from './places';

/** One kind of trouble among received forms. */
export interface CommonProblem {
  /** Id of the check. */
  readonly check: string;
  /** What is wrong, as most of the findings say it: 得分与评分规则不符. */
  readonly title: string;
  /** How many forms have it, how often, and about how many points altogether. */
  readonly forms: number;
  readonly findings: number;
  readonly points: Decimal;
}

/** What is wrong in many received forms, in most of them first; questions and what was set aside are not counted. */
export function commonProblems(received: readonly ReceivedForm[]): readonly CommonProblem[] {
  const counted = received.flatMap(({ form, aside }) =>
    splitAside(form.findings, aside)
      .open.filter(({ finding }) => finding.severity !== 'info')
      .map((one) => ({ form, one })),
  );
  return [...groupBy(counted, ({ one }) => one.finding.check)]
    .map(([check, all]) => ({
      check,
      title: titleOfAll(all.map(({ one }) => one)),
      forms: new Set(all.map(({ form }) => form)).size,
      findings: all.length,
      points: sum(all.map(({ one }) => (one.points === null ? null : new Decimal(one.points)))),
    }))
    .sort((a, b) => b.forms - a.forms || b.findings - a.findings || b.points.cmp(a.points));
}

/** What is wrong in findings of one check, as most of them say it. */
export function titleOfAll(findings: readonly PlacedFinding[]): string {
  const alike = [...groupBy(findings, ({ finding }) => withoutName(finding.title))];
  return alike.reduce((most, some) => (some[1].length > most[1].length ? some : most))[0];
}
