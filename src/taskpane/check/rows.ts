import type { PlacedFinding } from '../session/state';
import { asksOfWords, typeOf } from './shown';
import { groupBy } from '../../sheet/lists';

/** A line of the list: a place of the form, a finding there, or findings that say the same of many places. */
export type Row =
  | { readonly kind: 'place'; readonly key: string; readonly place: string; readonly item: string }
  | { readonly kind: 'finding'; readonly key: string; readonly placed: PlacedFinding; readonly named: boolean }
  | { readonly kind: 'fold'; readonly key: string; readonly type: string; readonly all: readonly PlacedFinding[] };

/** As many findings of one kind, with no figure to show, are one line that unfolds. */
const FOLDED_FROM = 4;

interface Listing {
  /** Whether findings stand under their places; else each names its own. */
  readonly places: boolean;
  /** Keys of the folds that are unfolded. */
  readonly unfolded: ReadonlySet<string>;
}

function kindOf(placed: PlacedFinding): string | null {
  const { check, severity, expected, fix } = placed.finding;
  return expected !== undefined || fix !== undefined
    ? null
    : `fold\u001f${severity}\u001f${check}\u001f${typeOf(placed)}`;
}

/** The fold in which a finding stands; `null` where it stands by itself. */
export function foldOf(findings: readonly PlacedFinding[], placed: PlacedFinding): string | null {
  const kind = kindOf(placed);
  if (kind === null) return null;
  return findings.filter((one) => kindOf(one) === kind).length < FOLDED_FROM ? null : kind;
}

/** The list as it is shown: headings, findings, and folds where their first finding stands. */
export function rowsOf(findings: readonly PlacedFinding[], { places, unfolded }: Listing): readonly Row[] {
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
    rows.push({ kind: 'finding', key, placed, named: places });
  };
  for (const placed of findings) {
    if (asksOfWords(placed) && !asked) {
      asked = true;
      heading = '';
      rows.push({ kind: 'place', key: 'words', place: '请核对', item: '' });
    }
    const kind = kindOf(placed);
    const all = kind === null ? [] : (kinds.get(kind) ?? []);
    if (kind === null || all.length < FOLDED_FROM) {
      show(placed);
    } else if (all[0] === placed) {
      rows.push({ kind: 'fold', key: kind, type: typeOf(placed), all });
      heading = '';
      if (unfolded.has(kind)) all.forEach(show);
      heading = '';
    }
  }
  return rows;
}
