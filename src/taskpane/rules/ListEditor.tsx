import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { type ReactNode, useRef } from 'react';
import { type EditPath, valueAt } from '../../scoring';
import { fieldsAt, partAt, placeInWords } from '../../scoring/places';
import { useDraft } from './draft';
import { Fault, ValueField } from './ValueField';

const useStyles = makeStyles({
  entry: { padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}` },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(76px, 1fr))',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'start',
  },
  remove: { flexShrink: 0, marginTop: '22px' },
});

interface ListEditorProps {
  readonly path: EditPath;
  /** What a new entry begins with, where that is not a blank for each field that must be filled in. */
  readonly blank?: unknown;
  /** The fields of an entry, where they are not simply all that there are. */
  readonly children?: (path: EditPath) => ReactNode;
}

/** A list of the rulebook: its entries can be changed, added and taken out. */
export function ListEditor({ path, blank, children }: ListEditorProps) {
  const styles = useStyles();
  const draft = useDraft();
  const list = useRef<HTMLUListElement>(null);
  const part = partAt(path);
  // What stands in the file when the list is empty; `undefined` where it must not be.
  const empty = part?.blank === 'null' ? null : part?.mayBeEmpty === true ? [] : undefined;
  const fields = fieldsAt(path);
  const mustBeFilled = fields.filter((key) => partAt([...path, key])?.blank === undefined);
  const first = blank ?? Object.fromEntries(mustBeFilled.map((key) => [key, '']));
  const value = valueAt(draft.json, path);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const focus = (at: number) => {
    // After the list was rendered with its new entries.
    requestAnimationFrame(() => list.current?.children[at]?.querySelector<HTMLElement>('input, button')?.focus());
  };
  const remove = (at: number) => {
    const last = entries.length === 1 && empty !== undefined;
    draft.change(last ? path : [...path, at], last ? empty : undefined, true);
    focus(Math.max(0, at - 1));
  };
  return (
    <>
      <ul ref={list} className="all-columns">
        {entries.map((_, at) => {
          const entry = [...path, at];
          return (
            <li
              key={at}
              className={mergeClasses('row unbroken top apart-snudge', styles.entry)}
              aria-label={placeInWords(entry)}
            >
              <div className={mergeClasses('grow', styles.fields)}>
                {children?.(entry) ?? fields.map((key) => <ValueField key={key} path={[...entry, key]} />)}
                <Fault path={entry} />
              </div>
              {(entries.length > 1 || empty !== undefined) && (
                <Button
                  className={styles.remove}
                  size="small"
                  appearance="subtle"
                  icon={<Delete16Regular />}
                  aria-label={`删去${placeInWords(entry)}`}
                  onClick={() => remove(at)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <Fault path={path} />
      <Button
        className="all-columns at-start"
        size="small"
        icon={<Add16Regular />}
        onClick={() => {
          draft.change(path, [...entries, first]);
          focus(entries.length);
        }}
      >
        {`加一${part?.counted ?? '项'}`}
      </Button>
    </>
  );
}
