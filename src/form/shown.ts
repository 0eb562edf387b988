import { NAME_ROLES } from './header';
import { MOSTLY, saysTheSame } from './content';
import { EVIDENCE_ROLES } from './evidenceColumns';
import type { ColumnRole } from './model';
import { levelOf, roleOf, type Seen } from './together';

/** A role that no word gives: only the sheet's arithmetic can bear it out. */
const UNSAID = -6;
/** Nor any word over the whole table: figures behind the names are points more likely than not. */
const UNSAID_ANYWHERE = -3;
const UNSAID_BESIDE = -4;
const UNSAID_DEDUCTION = -3;

/** A weight that stands behind the names may be that of a level where another is the item's. */
const OF_A_LEVEL = 5;
/** One that stands before the names is less surely the item's. */
const AHEAD = 1;

/** The roles that a column may have, each with how surely: by its words, and where these leave it open by what stands in it. */
export function rolesOf(column: Seen, all: readonly Seen[]): [ColumnRole, number][] {
  const said = (column.said ?? []).flatMap(([role, sureness]): [ColumnRole, number][] =>
    role === 'weight' ? weighs(column, sureness, all) : [[role, sureness]],
  );
  return isOpen(column, all) ? [...said, ...shown(column, all, said)] : said;
}

/** Whether a heading says nothing, or the same as another's. */
function isOpen({ column, said }: Seen, all: readonly Seen[]): boolean {
  if (said === null) return true;
  const [role] = said[0] ?? [];
  return role !== undefined && all.some((other) => other.column !== column && roleOf(other) === role);
}

/** What a column shows by what stands below its heading: a role that no heading names. */
function shown(
  column: Seen,
  all: readonly Seen[],
  said: readonly (readonly [ColumnRole, number])[],
): [ColumnRole, number][] {
  const { filled, figures, operators, words, verdicts } = column.content();
  if (operators >= MOSTLY && said.length === 0 && !isNamed('nature', all)) return [['nature', SHOWN]];
  if (holdsQuantities(column, all)) {
    const role = quantityOf(column, all);
    if (role !== null && said.every(([own]) => own !== role)) return [[role, SHOWN]];
  }
  const scores = all.find((other) => roleOf(other) === 'stated')?.column ?? Infinity;
  const isProse = column.heading.value === '' && words && figures === 0 && verdicts < MOSTLY;
  if (isProse && column.column > scores && !EVIDENCE_ROLES.some((role) => isNamed(role, all)))
    return [['evidence', SHOWN]];
  if (said.length > 0 || filled === 0 || figures < MOSTLY) return [];
  // 权重 before the names may be a level's.
  const lastName = Math.max(-1, ...all.filter((other) => levelOf(other) !== null).map((other) => other.column));
  const missing = (['stated', 'weight'] as const).filter(
    (role) => !all.some((other) => roleOf(other) === role && (role === 'stated' || other.column > lastName)),
  );
  const unsaid = all.every(({ heading }) => heading.value === '') ? UNSAID_ANYWHERE : UNSAID;
  // 有效提升 among bare targets: points are figures in every row.
  if (missing.length > 0) return figures < 1 ? [] : missing.map((role) => [role, unsaid]);
  // What is taken off may stand between weight and score.
  const before = all.find((other) => other.column === column.column - 1);
  if (column.heading.value === '' && column.column < scores && before !== undefined && !isNamed('deduction', all))
    return [['deduction', UNSAID_DEDUCTION]];
  // An unknown heading after marks out of a hundred may hold those marks converted into points.
  if (column.column > scores && !isNamed('convertedScore', all)) return [['convertedScore', UNSAID_BESIDE]];
  // 甲县, 乙县 and 丙区 between 年度指标值 and 全市完成值 may add up to it.
  const at = (role: ColumnRole) => all.find(({ said: other }) => other?.[0]?.[0] === role)?.column;
  const between = column.column > (at('target') ?? Infinity) && column.column < (at('actual') ?? -1);
  return between ? [['period', 0.5]] : [];
}

/** What stands below says it by itself. */
const SHOWN = 3;

function isNamed(role: ColumnRole, all: readonly Seen[]): boolean {
  return all.some((column) => roleOf(column) === role);
}

/**
 * Bare figures are quantities where their sign or unit stands beside them, or the target right before them, and the points
 * have columns of their own.
 */
function holdsQuantities({ column, content, said }: Seen, all: readonly Seen[]): boolean {
  const { filled, quantities, figures } = content();
  const before = all.find((other) => other.column === column - 1);
  const parted =
    (['unit', 'nature'] as const).some((role) => isNamed(role, all)) ||
    (before !== undefined && roleOf(before) === 'target');
  const bare = said === null && parted && isNamed('weight', all) && isNamed('stated', all) && figures >= MOSTLY;
  return filled > 1 && (quantities >= MOSTLY || bare);
}

/** Of columns of 36次 and ≥95% the target stands first and what was reached behind it. */
function quantityOf({ column }: Seen, all: readonly Seen[]): 'target' | 'actual' | null {
  // 年初 and 年末 below one 绩效指标值 may both be called the target.
  const lastOf = (role: ColumnRole) =>
    all.filter((other) => other.column !== column && roleOf(other) === role).at(-1)?.column;
  const [target, actual] = [lastOf('target'), lastOf('actual') ?? lastOf('verdict')];
  const first = all.find((other) => isOpen(other, all) && holdsQuantities(other, all))?.column;
  if (target === undefined && first === column && (actual === undefined || column < actual)) return 'target';
  return actual === undefined && (target ?? first ?? column) < column ? 'actual' : null;
}

/**
 * Gives a 分值 column to what it weighs: the item, or the level before it where a deeper one follows, unless it is filled in
 * where that level has no label.
 */
function weighs({ column, content }: Seen, sureness: number, all: readonly Seen[]): [ColumnRole, number][] {
  const levels = all.flatMap((other) => {
    const role = roleOf(other);
    return role !== undefined && NAME_ROLES.includes(role) ? [{ column: other.column, role, rows: other.content }] : [];
  });
  const before = levels.filter((level) => level.column < column).at(-1);
  const isDeepest = levels.every((level) => level.column < column || before === undefined || level.role <= before.role);
  if (before !== undefined && !isDeepest && before.role !== 'level3') {
    const level = before.role === 'level1' ? 'level1Weight' : 'level2Weight';
    const labels = before.rows().at;
    const ahead = [...content().at].every((row) => labels.has(row)) ? AHEAD : -AHEAD;
    return [
      [level, sureness],
      ['weight', sureness - ahead],
    ];
  }
  const groups = levels.filter(({ role }) => role !== 'level3' && role !== before?.role);
  const others = all.filter((other) => other.column !== column && roleOf(other) === 'weight');
  if (others.length === 0 || others.some((other) => saysTheSame(content(), other.content(), MOSTLY)))
    return [['weight', sureness]];
  return [
    ['weight', sureness],
    ...groups.map(({ role }): [ColumnRole, number] => [
      role === 'level1' ? 'level1Weight' : 'level2Weight',
      sureness - OF_A_LEVEL,
    ]),
  ];
}
