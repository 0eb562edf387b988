import { placeFindings, reasonOf } from '../../advice/places';
import type { FormReview } from '../../review';
import type { FormView } from './state';

/** The forms of a sheet as the pane lists them; `reasons` are those for what was set aside, by the finding's key. */
export function formViews(reviews: readonly FormReview[], reasons: ReadonlyMap<string, string>): readonly FormView[] {
  return reviews.map((review, index) => {
    const placed = placeFindings(review.form, review.findings, index);
    const aside = placed.flatMap((one) => {
      const reason = reasonOf(one, reasons);
      return reason === undefined ? [] : [{ ...one, reason }];
    });
    return { review, open: placed.filter((one) => reasonOf(one, reasons) === undefined), aside };
  });
}
