import type { ReceivedForm } from '../../advice/batch';
import { recordOf } from '../../advice/record';
import type { FormView, View } from '../session/state';

/** The form that is looked at; `null` while nothing is reviewed. */
export function chosenOf(view: View): FormView | null {
  return view.kind === 'reviewed' ? (view.forms[view.chosen] ?? null) : null;
}

/** The form that is looked at, as reports and memos take it; none while nothing is reviewed. */
export function receivedOf(view: View, file: string): readonly ReceivedForm[] {
  const shown = chosenOf(view);
  if (shown === null || view.kind !== 'reviewed') return [];
  const aside = new Map(shown.aside.map(({ key, reason }) => [key, reason]));
  return [{ file, form: recordOf(shown.review, view.chosen), aside }];
}
