import { againstTitle } from '../../advice/against';
import { placeFindings, splitAside, withFollows } from '../../advice/places';
import type { FormReview } from '../../review';
import type { FormView, HeldAgainst, OtherForm, PlacedFinding } from './state';

/** The same for the same trouble at the same place, whatever its figures are by now. */
function troubleOf({ place, item, finding: { check, title } }: PlacedFinding): string {
  return [check, place, item, title.replace(/[0-9.%]+/g, '')].join('\u001f');
}

/** The key of a finding in newer forms, also where its figures have changed since; `null` where it is gone. */
export function keyNow(key: string | null, before: readonly FormView[], now: readonly FormView[]): string | null {
  const [was, is] = [before, now].map((forms) => forms.flatMap(({ open }) => open));
  const opened = was?.find((one) => one.key === key);
  if (opened === undefined) return null;
  const there = is?.find((one) => one.key === key) ?? is?.find((one) => troubleOf(one) === troubleOf(opened));
  return there?.key ?? null;
}

interface Troubles {
  /** Those of the first check. */
  readonly first: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
  /** Whether what is found next counts as found at first, too. */
  readonly anew: boolean;
}

/**
 * How many of the troubles that a sheet was first checked with are gone; what came back or was set aside is not, and what
 * came up meanwhile never counts.
 */
export class Mending {
  private readonly sheets = new Map<string, Troubles>();

  /** Counts for a sheet, after a review of it. */
  count(sheetId: string, forms: readonly FormView[]): number {
    // What differs from another form is gone, too, when it is no longer held against it.
    const own = ({ finding }: PlacedFinding) => againstTitle(finding.check) === undefined;
    const now = new Set(
      forms.flatMap(({ open, aside }) =>
        withFollows([...open, ...aside])
          .filter(own)
          .map(troubleOf),
      ),
    );
    const known = this.sheets.get(sheetId);
    const first = known === undefined || known.anew ? new Set([...(known?.first ?? []), ...now]) : known.first;
    this.sheets.set(sheetId, { first, now, anew: false });
    return [...first].filter((trouble) => !now.has(trouble)).length;
  }

  /** By another rulebook, or read by another column: what is gone now was not mended. */
  judgeAnew(): void {
    for (const [sheet, { first, now }] of this.sheets) {
      const gone = new Set([...first].filter((trouble) => !now.has(trouble)));
      this.sheets.set(sheet, { first: gone, now, anew: true });
    }
  }
}

function heldAgainst(own: FormReview, others: readonly OtherForm[]): Pick<FormView, 'review' | 'own' | 'against'> {
  const against: HeldAgainst[] = [];
  let review = own;
  for (const { name, hold, merge } of others) {
    const record = hold(own);
    if (record === null) continue;
    against.push({ name, record });
    review = merge(review, record);
  }
  return { review, own, against };
}

/**
 * The forms of a sheet as the pane lists them. `reasons` are those for what was set aside, by the finding's key; `others`
 * gives what a form, by its place in the sheet, is held against.
 */
export function formViews(
  reviews: readonly FormReview[],
  reasons: ReadonlyMap<string, string>,
  others: (index: number) => readonly OtherForm[],
): readonly FormView[] {
  return reviews.map((own, index) => {
    const held = heldAgainst(own, others(index));
    const { review } = held;
    const placed = placeFindings(review.form, review.findings, index);
    return { ...held, ...splitAside(placed, reasons) };
  });
}
