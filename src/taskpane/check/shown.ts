import { byLoudness as compareLoudness } from '../../checks/severity';
import { CHECKS } from '../../checks';
import { withoutItem } from '../../advice/places';
import { compact } from '../../sheet/text';
import type { FormView, ListChoice, PlacedFinding } from '../session/state';

/** From more findings than this on, the first to look at are told apart. */
const SHORT_LIST = 10;

/** What is told apart when a list is long. */
const FIRST_AT_MOST = 3;

/** What kind of trouble a finding is, in a few words. */
export function typeOf({ item, finding: { title } }: Pick<PlacedFinding, 'item' | 'finding'>): string {
  return withoutItem(title, item);
}

/** The worst first: the loudest, among them those about the most points, else in the order of the sheet. */
function worstFirst(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const worth = ({ points }: PlacedFinding) => Number(points ?? 0);
  return [...findings].sort((a, b) => compareLoudness(a.finding, b.finding) || worth(b) - worth(a));
}

const ABOUT_WORDS: ReadonlySet<string> = new Set(CHECKS.filter(({ group }) => group === 'words').map(({ id }) => id));

/** Whether it only asks a person whether words and figures fit: such questions stand apart from what is wrong. */
export function asksOfWords({ finding }: PlacedFinding): boolean {
  return ABOUT_WORDS.has(finding.check);
}

/** The findings of the type and with the words that are looked for, of any severity. */
export function searched(form: FormView, { query, type }: ListChoice): readonly PlacedFinding[] {
  const words = compact(query);
  return form.open.filter(({ place, item, finding: { check, title, message } }) => {
    if (type !== null && check !== type) return false;
    return words === '' || compact(`${place} ${item} ${title} ${message}`).includes(words);
  });
}

/** The findings that are listed, in their order; questions about words after all others. */
export function shownFindings(form: FormView, choice: ListChoice): readonly PlacedFinding[] {
  const wanted = searched(form, choice).filter(
    ({ finding }) => choice.filter === 'all' || finding.severity === choice.filter,
  );
  const ordered = choice.order === 'severity' ? worstFirst(wanted) : wanted;
  return [...ordered.filter((one) => !asksOfWords(one)), ...ordered.filter(asksOfWords)];
}

/** What to look at first in a long list: the findings about the most points. */
export function firstFindings(form: FormView): readonly PlacedFinding[] {
  if (form.open.length <= SHORT_LIST) return [];
  return form.open
    .filter(({ points }) => points !== null)
    .sort((a, b) => Number(b.points) - Number(a.points))
    .slice(0, FIRST_AT_MOST);
}
