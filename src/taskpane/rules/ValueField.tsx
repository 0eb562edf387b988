import { Checkbox, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { type EditPath, valueAt } from '../../scoring';
import { partAt, unitOfPlace } from '../../scoring/places';
import Choice from '../components/Choice';
import { faultAt, useDraft } from './draft';
import { fieldText, valueOf } from './words';

/** What is wrong with a part as a whole, such as two of its bounds that are the wrong way round. */
export function Fault({ path }: { readonly path: EditPath }) {
  const fault = faultAt(useDraft(), path);
  return fault === null ? null : <p className="fault">{fault}</p>;
}

const useStyles = makeStyles({
  input: { minWidth: 0, width: '100%' },
  flag: { marginLeft: '-8px', '> label': { padding: '6px 0 6px 2px' } },
});

/** The schema speaks of fractions, the field of percent. */
const IN_PERCENT: ReadonlyMap<string, string> = new Map([
  ['应在0与1之间。', '应在0与100之间。'],
  ['应不小于1，1.3 表示目标值的130%。', '应不小于100。'],
]);

/** One part of the rulebook, checked as it is typed. */
export function ValueField({ path }: { readonly path: EditPath }) {
  const styles = useStyles();
  const draft = useDraft();
  const [typed, setTyped] = useState('');
  const part = partAt(path);
  if (part === null) return null;
  const { name: label, holds } = part;
  const value = valueAt(draft.json, path);
  if (holds === 'flag') {
    return (
      <Checkbox
        className={styles.flag}
        label={label}
        checked={value === true}
        onChange={(_, { checked }) => draft.change(path, checked === true ? true : undefined, true)}
      />
    );
  }
  const fault = faultAt(draft, path);
  const message = (part.fraction === true && IN_PERCENT.get(fault ?? '')) || fault;
  const state = message === null ? {} : ({ validationState: 'error', validationMessage: message } as const);
  // 0.50 stays as it was typed, though the file holds 0.5.
  const same = JSON.stringify(valueOf(part, typed)) === JSON.stringify(value);
  const text = same && typed !== '' ? typed : fieldText(part, value);
  const onChange = (_: unknown, { value: next }: { readonly value: string }) => {
    setTyped(next);
    draft.change(path, valueOf(part, next));
  };
  if (part.words !== undefined) {
    return (
      <Field className="all-columns" label={label} size="small" {...state}>
        <Choice value={text} onChoose={(next) => draft.change(path, next, true)} options={Object.entries(part.words)} />
      </Field>
    );
  }
  if (part.long === true) {
    return (
      <Field className="all-columns" label={label} size="small" {...state}>
        <Textarea size="small" resize="vertical" value={text} onChange={onChange} />
      </Field>
    );
  }
  const unit = unitOfPlace(path, draft.json);
  return (
    <Field label={label} size="small" {...state}>
      <Input
        className={styles.input}
        size="small"
        value={text}
        inputMode={holds === 'number' ? 'decimal' : 'text'}
        placeholder={part.otherwise ?? ''}
        contentAfter={unit === '' ? null : unit}
        onChange={onChange}
      />
    </Field>
  );
}
