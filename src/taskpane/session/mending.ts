import { againstTitle } from '../../advice/against';
import type { FormView, PlacedFinding } from './state';

/** The same for the same trouble at the same place, whatever its figures are by now. */
function troubleOf({ place, item, finding: { check, title } }: PlacedFinding): string {
  return [check, place, item, title.replace(/[0-9.%]+/g, '')].join('\u001f');
}

/** How many troubles of a sheet are gone since it was first checked; what came back or was set aside is not. */
export class Mending {
  private readonly seen = new Map<string, Set<string>>();

  /** Counts for a sheet, after a review of it. */
  count(sheetId: string, forms: readonly FormView[]): number {
    // What differs from another form is gone, too, when it is no longer held against it.
    const own = ({ finding }: PlacedFinding) => againstTitle(finding.check) === undefined;
    const now = new Set(forms.flatMap(({ open, aside }) => [...open, ...aside].filter(own).map(troubleOf)));
    const seen = this.seen.get(sheetId) ?? new Set<string>();
    for (const trouble of now) seen.add(trouble);
    this.seen.set(sheetId, seen);
    return seen.size - now.size;
  }
}
