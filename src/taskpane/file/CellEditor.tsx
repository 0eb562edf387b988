import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { endOfEditing } from '../../sheet/gridKeys';
import type { Step } from '../../sheet/layout';

const useStyles = makeStyles({
  root: { position: 'absolute', zIndex: 1, top: 0, left: 0, minWidth: '100%', minHeight: '100%', cursor: 'text' },
  field: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    minWidth: '9em',
    maxHeight: '320px',
    padding: '3px 6px',
    border: `2px solid ${tokens.colorBrandStroke1}`,
    outlineStyle: 'none',
    resize: 'none',
    overflowY: 'auto',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  hint: {
    width: '20em',
    padding: '4px 6px',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    whiteSpace: 'normal',
  },
});

const LONGEST_FORMULA = 80;

interface CellEditorProps {
  /** `编辑 I42`: what a screen reader says of the field. */
  readonly label: string;
  readonly text: string;
  /** The formula that what is typed would replace, or `''`. */
  readonly formula: string;
  /** Gives what was typed, or `null` for nothing; and where the selection is to go, where a key said so. */
  readonly onEnd: (text: string | null, step: Step | null) => void;
}

/** The field that is laid over the cell that is being edited; it grows with its text. */
export function CellEditor({ label, text, formula, onEnd }: CellEditorProps) {
  const styles = useStyles();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const ended = useRef(false);
  const grow = () => {
    const { current } = field;
    if (current === null) return;
    const least = current.parentElement?.parentElement?.clientHeight ?? 0;
    current.style.height = '0';
    current.style.height = `${Math.max(least, current.scrollHeight + 4)}px`;
  };
  useEffect(() => {
    const { current } = field;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
    grow();
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  const end = (keep: boolean, step: Step | null) => {
    // Leaving the field by a key takes the focus from it, which would end it again.
    if (ended.current) return;
    ended.current = true;
    onEnd(keep ? (field.current?.value ?? null) : null, step);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter and Esc are its own.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { current } = field;
    if (event.key === 'Enter' && event.altKey && current !== null) {
      event.preventDefault();
      current.setRangeText('\n', current.selectionStart, current.selectionEnd, 'end');
      grow();
      return;
    }
    const ending = endOfEditing(event);
    if (ending === null) return;
    event.preventDefault();
    end(ending.keep, ending.step);
  };
  return (
    <div className={styles.root} onClick={(event) => event.stopPropagation()}>
      <textarea
        ref={field}
        className={styles.field}
        rows={1}
        aria-label={label}
        aria-describedby={formula === '' ? undefined : id}
        defaultValue={text}
        spellCheck={false}
        autoComplete="off"
        onChange={grow}
        onKeyDown={onKeyDown}
        onBlur={() => end(true, null)}
      />
      {formula !== '' && (
        <p id={id} className={styles.hint}>
          {`这一格现在是公式 ${formula.slice(0, LONGEST_FORMULA)}，改后变成固定内容；可以撤回。按 Esc 保留公式。`}
        </p>
      )}
    </div>
  );
}
