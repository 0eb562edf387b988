import type { EvaluationForm } from '../../src/form/model';
import { recognise } from '../../src/form/recognise';
import { formatAddress } from '../../src/sheet/address';
import type { SheetSnapshot } from '../../src/sheet/snapshot';

/** The one form of a sheet. */
export function only(snapshot: SheetSnapshot): EvaluationForm {
  const { forms, none } = recognise(snapshot);
  expect([forms.length, none]).toEqual([1, null]);
  const [form] = forms;
  if (form === undefined) throw new Error('no form');
  return form;
}

/** One line for each indicator: path, name, weight, score and their cells. */
export function rows(form: EvaluationForm): string[] {
  return form.indicators.map(({ path, name, weight, stated }) => {
    const cells = [name, weight, stated].map((cell) => (cell === null ? '' : formatAddress(cell.at))).join(' ');
    return `${[...path, name.value].join('/')} ${weight?.value?.toString() ?? '-'} ${stated?.value?.toString() ?? '-'} ${cells}`;
  });
}
