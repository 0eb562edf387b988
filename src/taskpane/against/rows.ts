import type { AgainstLine } from '../../compare/againstSheet';
import type { BatchRow } from '../batch/rows';
import { namesOf, type AgainstState } from './store';

/** What the summary says of the pairs and groups of these rows. */
export function linesOf(
  rows: readonly BatchRow[],
  { results, pairings, groups }: AgainstState,
): readonly AgainstLine[] {
  if (results.size === 0) return [];
  const keys = new Set(rows.map(({ key }) => key));
  return [...pairings, ...groups]
    .filter(({ row }) => keys.has(row))
    .map(({ key, row, now }): AgainstLine => {
      const { organisation, project } = now.found.side;
      const result = (results.get(row) ?? []).find((one) => one.key === key);
      return {
        file: now.file,
        organisation: organisation ?? '',
        project: project ?? '',
        other: result === undefined ? '' : namesOf(result),
        comparison: result?.comparison ?? null,
        reason: result === undefined ? '没有对应的表' : result.failed,
      };
    });
}
