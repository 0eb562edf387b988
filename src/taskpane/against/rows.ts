import type { AgainstLine } from '../../compare/againstSheet';
import { withComparison } from '../../compare/received';
import { type BatchRow, receivedOf } from '../batch/rows';
import type { AgainstState } from './store';

/** The rows of the table, each with what holding it against other forms came to. */
export function rowsWith(rows: readonly BatchRow[], results: AgainstState['results']): readonly BatchRow[] {
  if (results.size === 0) return rows;
  return rows.map((row) => {
    const own = (results.get(row.key) ?? []).flatMap(({ comparison }) => comparison ?? []);
    const plain = receivedOf(row);
    return plain === null || own.length === 0 ? row : { ...row, form: own.reduce(withComparison, plain).form };
  });
}

/** What the summary says of the pairs of these rows. */
export function linesOf(rows: readonly BatchRow[], { results, pairings }: AgainstState): readonly AgainstLine[] {
  if (results.size === 0) return [];
  const keys = new Set(rows.map(({ key }) => key));
  return pairings
    .filter(({ row }) => keys.has(row))
    .map(({ key, row, now }): AgainstLine => {
      const { unit, project } = now.found.side;
      const result = (results.get(row) ?? []).find(({ pairing }) => pairing.key === key);
      return {
        file: now.file,
        unit: unit ?? '',
        project: project ?? '',
        other: result?.file ?? '',
        comparison: result?.comparison ?? null,
        reason: result === undefined ? '没有对应的表' : result.failed,
      };
    });
}
