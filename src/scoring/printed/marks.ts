import type { Clause } from './clause';

/** The full marks that the clauses of a printed rule name, in points. */
export interface PrintedMarks {
  /** The most that one of its clauses gives, or parts without names together. */
  readonly best: number;
  /** What its clauses give together; `null` where some give marks without a figure or one by one. */
  readonly together: number | null;
  /** Whether bands, parts or the whole say so, and not words that may each be about a thing of their own. */
  readonly sure: boolean;
}

/** The points that a clause gives once, by their figure. */
function pointsIn(clause: Clause): readonly number[] {
  if (clause.kind === 'parts') return Array.from({ length: clause.count }, () => clause.points);
  if (clause.kind === 'proportion') return clause.of === null ? [] : [clause.of];
  if (clause.kind === 'whole') return [clause.points];
  const scored = clause.kind === 'tier' || clause.kind === 'case';
  return scored && 'points' in clause.score ? [clause.score.points] : [];
}

/** Whether a clause gives marks without saying how many they are: 得满分, 每项加1分, 按比例得分. */
function isOpen(clause: Clause): boolean {
  if (clause.kind === 'tier' || clause.kind === 'case') return 'share' in clause.score;
  return clause.kind === 'deduct' || clause.kind === 'each' || (clause.kind === 'proportion' && clause.of === null);
}

/** Full marks on a scale of its own, which are then brought to the weight: 优100分, 完成得1分，未完成得0分. */
const SCALES = [1, 100];

/**
 * The marks that the clauses of a printed rule name; `null` where they name none above 0, a scale of their own, or what
 * they may come to at most.
 */
export function marksIn(clauses: readonly Clause[]): PrintedMarks | null {
  const given = clauses.flatMap(pointsIn).filter((points) => points > 0);
  const most = Math.max(0, ...given);
  if (most === 0 || SCALES.includes(most) || clauses.some(({ kind }) => kind === 'cap')) return null;
  const together = Math.round(given.reduce((sum, points) => sum + points, 0) * 10_000) / 10_000;
  const named = clauses.filter((clause) => pointsIn(clause).length > 0);
  // What words give may be a thing of its own, one of several, or a bonus.
  const sure = named.every(({ kind }) => kind !== 'case');
  // ①②③各3分 are parts in any case.
  const best = named.every(({ kind }) => kind === 'parts') ? together : most;
  return { best, together: clauses.some(isOpen) ? null : together, sure };
}
