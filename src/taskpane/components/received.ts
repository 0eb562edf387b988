import type { ReceivedForm } from '../../advice/batch';
import { recordOf } from '../../advice/record';
import type { FormView, View } from '../session/state';

function received({ review, aside }: FormView, index: number, file: string): ReceivedForm {
  return { file, form: recordOf(review, index), aside: new Map(aside.map(({ key, reason }) => [key, reason])) };
}

/** The form that is looked at; `null` while nothing is reviewed. */
export function chosenOf(view: View): FormView | null {
  return view.kind === 'reviewed' ? (view.forms[view.chosen] ?? null) : null;
}

/** The form that is looked at, as reports and memos take it; none while nothing is reviewed. */
export function receivedOf(view: View, file: string): readonly ReceivedForm[] {
  const form = chosenOf(view);
  return form === null || view.kind !== 'reviewed' ? [] : [received(form, view.chosen, file)];
}
