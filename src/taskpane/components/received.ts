import type { ReceivedForm } from '../../advice/batch';
import { recordOf } from '../../advice/record';
import type { FormView, View } from '../session/state';

function received({ review, aside }: FormView, index: number, file: string): ReceivedForm {
  return { file, form: recordOf(review, index), aside: new Map(aside.map(({ key, reason }) => [key, reason])) };
}

/** The form that is looked at, as reports and memos take it; none while nothing is reviewed. */
export function receivedOf(view: View, file: string): readonly ReceivedForm[] {
  if (view.kind !== 'reviewed') return [];
  const form = view.forms[view.chosen];
  return form === undefined ? [] : [received(form, view.chosen, file)];
}
