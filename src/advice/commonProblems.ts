import { Decimal } from 'decimal.js';
import { CHECKS } from '../checks';
import { againstTitle } from './against';
import type { ReceivedForm } from './batch';

/** One kind of trouble among received forms. */
export interface CommonProblem {
  /** Id of the check. */
  readonly check: string;
  /** What the check says is right: 得分符合评分规则. */
  readonly title: string;
  /** How many forms have it, how often, and about how many points altogether. */
  readonly forms: number;
  readonly findings: number;
  readonly points: Decimal;
}

/** What is wrong in many received forms, in most of them first; questions and what was set aside are not counted. */
export function commonProblems(received: readonly ReceivedForm[]): readonly CommonProblem[] {
  const problems = new Map<string, CommonProblem>();
  for (const { form, aside } of received) {
    const here = new Set<string>();
    for (const { key, points, finding } of form.findings) {
      if (finding.severity === 'info' || aside.has(key)) continue;
      const { check } = finding;
      const title = CHECKS.find(({ id }) => id === check)?.title ?? againstTitle(check) ?? finding.title;
      const before = problems.get(check) ?? { check, title, forms: 0, findings: 0, points: new Decimal(0) };
      problems.set(check, {
        ...before,
        forms: before.forms + (here.has(check) ? 0 : 1),
        findings: before.findings + 1,
        points: before.points.plus(points ?? 0),
      });
      here.add(check);
    }
  }
  return [...problems.values()].sort((a, b) => b.forms - a.forms || b.findings - a.findings || b.points.cmp(a.points));
}
