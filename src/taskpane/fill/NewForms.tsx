import { Button } from '@fluentui/react-components';
import { newForm, NEW_FORMS, type SheetLayout } from '../../advice/newForm';

interface NewFormsProps {
  readonly busy: boolean;
  readonly onChoose: (layout: SheetLayout) => void;
}

/** The empty forms that can be begun, with what each is for. */
export default function NewForms({ busy, onChoose }: NewFormsProps) {
  return (
    <ul>
      {NEW_FORMS.map((printed) => (
        <li key={printed.name} className="below-s">
          <Button size="small" disabledFocusable={busy} onClick={() => onChoose(newForm(printed))}>
            {printed.title}
          </Button>
          <p className="hint">{printed.about}</p>
        </li>
      ))}
    </ul>
  );
}
