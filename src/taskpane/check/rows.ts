import type { PlacedFinding } from '../session/state';
import { asksOfWords, typeOf } from './shown';
import { groupBy } from '../../sheet/lists';

/** A line of the list: a place of the form, where questions about words begin, a finding, or findings that say the same. */
export type Row =
  | { readonly kind: 'place'; readonly key: string; readonly place: string; readonly item: string }
  | { readonly kind: 'questions'; readonly key: string }
  | { readonly kind: 'finding'; readonly key: string; readonly placed: PlacedFinding }
  | { readonly kind: 'fold'; readonly key: string; readonly type: string; readonly all: readonly PlacedFinding[] };

/** As many findings of one kind are one line that unfolds: few say nothing but their kind, many have figures of their own. */
const FOLDED_FROM = { words: 4, figures: 10 } as const;

interface Listing {
  /** Whether findings stand under their places; else each names its own. */
  readonly places: boolean;
  /** Keys of the folds that are unfolded. */
  readonly unfolded: ReadonlySet<string> | 'all';
  /** Keys of findings that stand below their fold also while it is closed: those that the officer is at. */
  readonly at?: readonly (string | null)[];
}

function hasFigures({ finding: { expected, fix } }: PlacedFinding): boolean {
  return expected !== undefined || fix !== undefined;
}

/** What findings share that may be told in one line: those with figures stand in one column, too. */
function kindOf(placed: PlacedFinding): string {
  const { check, severity, cell } = placed.finding;
  const column = hasFigures(placed) ? String(cell.column) : '';
  return ['fold', severity, check, typeOf(placed), column].join('\u001f');
}

function isFolded([first, ...others]: readonly PlacedFinding[]): boolean {
  return first !== undefined && others.length + 1 >= FOLDED_FROM[hasFigures(first) ? 'figures' : 'words'];
}

/** The list as it is shown: headings, findings, and folds where their first finding stands. */
export function rowsOf(findings: readonly PlacedFinding[], { places, unfolded, at = [] }: Listing): readonly Row[] {
  const kinds = groupBy(findings, kindOf);
  const rows: Row[] = [];
  let heading = '';
  let asked = false;
  const show = (placed: PlacedFinding) => {
    const { place, item, key } = placed;
    const here = `place\u001f${place}\u001f${item}`;
    if (places && here !== heading) {
      heading = here;
      rows.push({ kind: 'place', key: `${here}\u001f${rows.length}`, place, item });
    }
    rows.push({ kind: 'finding', key, placed });
  };
  for (const placed of findings) {
    if (asksOfWords(placed) && !asked) {
      asked = true;
      heading = '';
      // Where nothing else is listed there is nothing that they stand apart from.
      if (rows.length > 0) rows.push({ kind: 'questions', key: 'words' });
    }
    const kind = kindOf(placed);
    const all = kinds.get(kind) ?? [];
    if (!isFolded(all)) {
      show(placed);
    } else if (all[0] === placed) {
      rows.push({ kind: 'fold', key: kind, type: typeOf(placed), all });
      heading = '';
      const open = unfolded === 'all' || unfolded.has(kind);
      all.filter(({ key }) => open || at.includes(key)).forEach(show);
      heading = '';
    }
  }
  return rows;
}
