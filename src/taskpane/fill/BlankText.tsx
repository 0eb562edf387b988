import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { blanksIn } from '../../form/blanks';

const text = {
  gridArea: '1 / 1',
  boxSizing: 'border-box',
  width: '100%',
  minHeight: '52px',
  margin: 0,
  padding: '6px 10px',
  border: `1px solid transparent`,
  font: 'inherit',
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  letterSpacing: 'normal',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  wordBreak: 'normal',
} as const;

const useStyles = makeStyles({
  label: { display: 'block', margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}` },
  stack: { display: 'grid', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium },
  behind: { ...text, color: 'transparent', pointerEvents: 'none', userSelect: 'none' },
  field: {
    ...text,
    position: 'relative',
    height: '100%',
    overflow: 'hidden',
    resize: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    ':focus-visible': {
      outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
      outlineOffset: '-1px',
    },
    // What the system lays behind each line of text would hide the frames of the blanks.
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'FieldText',
      border: '1px solid FieldText',
      ':focus-visible': { outline: '2px solid Highlight' },
    },
  },
  blank: {
    color: 'transparent',
    backgroundColor: tokens.colorPaletteYellowBackground2,
    borderRadius: '2px',
    boxShadow: `0 2px 0 ${tokens.colorStatusWarningBackground3}`,
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', outline: '1px solid Highlight' },
  },
});

/** The text with its blanks set off. */
function marked(value: string, className: string): ReactNode[] {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const { start, end } of blanksIn(value)) {
    pieces.push(value.slice(from, start));
    pieces.push(
      <mark key={start} className={className}>
        {value.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  // A last line break alone would not make the field a line higher.
  return [...pieces, `${value.slice(from)}\u200b`];
}

/** What comes after the last blank of a box: the next box of its panel with a blank, round the end; with none, what writes them. */
function after(box: HTMLTextAreaElement): HTMLElement {
  const panel = box.closest('section');
  const boxes = [...(panel?.querySelectorAll('textarea') ?? [])];
  const next = boxes.indexOf(box) + 1;
  const open = [...boxes.slice(next), ...boxes.slice(0, next)].find(({ value }) => blanksIn(value).length > 0);
  return open ?? panel?.querySelector<HTMLElement>('[data-enters]') ?? box;
}

interface BlankTextProps {
  readonly label: string;
  readonly value: string;
  readonly first: boolean;
  readonly onChange: (value: string) => void;
}

/**
 * A text box that sets off the blanks of a draft: the first is selected on entering, Enter goes to the next, also into the
 * next box, and from the last blank to the button that writes. Shift+Enter begins a line.
 */
export function BlankText({ label, value, first, onChange }: BlankTextProps) {
  const styles = useStyles();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const select = (from: number): void => {
    const next = blanksIn(field.current?.value ?? '').find(({ start }) => start >= from);
    if (next !== undefined) field.current?.setSelectionRange(next.start, next.end);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, ctrlKey, metaKey, shiftKey } = event;
    if (key !== 'Enter' || ctrlKey || metaKey || shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const at = event.currentTarget.selectionEnd;
    const here = blanksIn(value).some(({ start }) => start >= at);
    const next = here ? event.currentTarget : after(event.currentTarget);
    if (next === event.currentTarget) select(here ? at : 0);
    else next.focus();
  };
  const left = blanksIn(value).length;
  return (
    <>
      <label className={mergeClasses('softer', styles.label)} htmlFor={id}>
        {label}
        {left > 0 ? `（还有 ${left} 处空白，按 Enter 到下一处）` : ''}
      </label>
      <div className={styles.stack}>
        <div aria-hidden className={styles.behind}>
          {marked(value, styles.blank)}
        </div>
        <textarea
          ref={field}
          id={id}
          className={mergeClasses(styles.field)}
          {...(first && { 'data-first': true })}
          rows={1}
          value={value}
          onFocus={() => select(0)}
          onKeyDown={onKeyDown}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </>
  );
}
