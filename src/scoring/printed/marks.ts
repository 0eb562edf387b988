import type { Clause } from './clause';

interface Marks {
  readonly best: number;
  readonly together: number | null;
  readonly listed: boolean;
}

/** The points that a clause gives once, by their figure. */
function pointsIn(clause: Clause): readonly number[] {
  if (clause.kind === 'parts') return Array.from({ length: clause.count }, () => clause.points);
  if (clause.kind === 'proportion') return clause.of === null ? [] : [clause.of];
  const scored = clause.kind === 'tier' || clause.kind === 'case';
  return scored && 'points' in clause.score ? [clause.score.points] : [];
}

/** Whether a clause gives marks without saying how many they are: 得满分, 每项加1分, 按比例得分. */
function isOpen(clause: Clause): boolean {
  if (clause.kind === 'tier' || clause.kind === 'case') return 'share' in clause.score;
  return clause.kind === 'deduct' || clause.kind === 'each' || (clause.kind === 'proportion' && clause.of === null);
}

/** The marks that the clauses of a printed rule name; `null` where they name none above 0. */
export function marksIn(clauses: readonly Clause[]): Marks | null {
  const whole = clauses.find((clause) => clause.kind === 'whole');
  const given = clauses.flatMap(pointsIn).filter((points) => points > 0);
  if (whole !== undefined) return { best: whole.points, together: whole.points, listed: false };
  if (given.length === 0) return null;
  const together = Math.round(given.reduce((sum, points) => sum + points, 0) * 10_000) / 10_000;
  const named = clauses.filter((clause) => pointsIn(clause).length > 0);
  const listed = named.every((clause) => clause.kind === 'parts' || (clause.kind === 'case' && clause.numbered));
  return { best: Math.max(...given), together: clauses.some(isOpen) ? null : together, listed };
}
