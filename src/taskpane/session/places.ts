import { placeFindings, reasonOf } from '../../advice/places';
import type { FormReview } from '../../review';
import type { FormView, HeldAgainst, OtherForm } from './state';

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
    const aside = placed.flatMap((one) => {
      const reason = reasonOf(one, reasons);
      return reason === undefined ? [] : [{ ...one, reason }];
    });
    return { ...held, open: placed.filter((one) => reasonOf(one, reasons) === undefined), aside };
  });
}
