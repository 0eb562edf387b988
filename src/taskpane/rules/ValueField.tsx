import { Checkbox, Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { type EditPath, nameAt, valueAt } from '../../scoring';
import { faultAt, useDraft } from './draft';
import { inputAt, textOf, valueOf } from './inputs';

const useStyles = makeStyles({
  wide: { gridColumn: '1 / -1' },
  input: { minWidth: 0, width: '100%' },
  flag: { marginLeft: '-8px', '> label': { padding: '6px 0 6px 2px' } },
});

/** The schema speaks of fractions, the field of percent. */
const IN_PERCENT: ReadonlyMap<string, string> = new Map([
  ['应在0与1之间。', '应在0与100之间。'],
  ['应不小于1，1.3 表示目标值的130%。', '应不小于100。'],
]);

interface ValueFieldProps {
  readonly path: EditPath;
  /** Where its usual name says too little. */
  readonly label?: string;
  readonly unit?: string;
}

/** One part of the rulebook, checked as it is typed. */
export function ValueField({ path, label = nameAt(path), unit }: ValueFieldProps) {
  const styles = useStyles();
  const draft = useDraft();
  const [typed, setTyped] = useState('');
  const input = inputAt(path);
  if (input === null) return null;
  const value = valueAt(draft.json, path);
  if (input.kind === 'flag') {
    return (
      <Checkbox
        className={styles.flag}
        label={input.label}
        checked={value === true}
        onChange={(_, { checked }) => draft.change(path, checked === true ? true : undefined, true)}
      />
    );
  }
  const fault = faultAt(draft, path);
  const percent = input.kind === 'number' && input.fraction === true;
  const message = fault === null ? undefined : percent ? (IN_PERCENT.get(fault) ?? fault) : fault;
  const state = message === undefined ? {} : ({ validationState: 'error', validationMessage: message } as const);
  // 0.50 stays as it was typed, though the file holds 0.5.
  const same = JSON.stringify(valueOf(input, typed)) === JSON.stringify(value);
  const text = same && typed !== '' ? typed : textOf(input, value);
  const onChange = (_: unknown, { value: next }: { readonly value: string }) => {
    setTyped(next);
    draft.change(path, valueOf(input, next));
  };
  if (input.kind === 'choice') {
    return (
      <Field className={styles.wide} label={label} size="small" {...state}>
        <Select size="small" value={text} onChange={(_, { value: next }) => draft.change(path, next, true)}>
          {input.options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  if (input.kind === 'text' && ['note', 'source'].includes(String(path.at(-1)))) {
    return (
      <Field className={styles.wide} label={label} size="small" {...state}>
        <Textarea size="small" resize="vertical" value={text} onChange={onChange} />
      </Field>
    );
  }
  const shownUnit = unit ?? (input.kind === 'number' ? input.unit : '');
  return (
    <Field label={label} size="small" {...state}>
      <Input
        className={styles.input}
        size="small"
        value={text}
        inputMode={input.kind === 'number' ? 'decimal' : 'text'}
        placeholder={input.kind === 'number' ? (input.otherwise ?? '') : ''}
        contentAfter={shownUnit === '' ? null : shownUnit}
        onChange={onChange}
      />
    </Field>
  );
}
