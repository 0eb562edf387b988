import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';

const useStyles = makeStyles({
  root: {
    margin: `${tokens.spacingVerticalSNudge} 0 ${tokens.spacingVerticalXS}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    // Fluent's text boxes are never narrower than 256 px by themselves.
    '& .fui-Textarea': { minWidth: 0, width: '100%' },
    '& > .hint': { marginBottom: tokens.spacingVerticalSNudge },
  },
});

/**
 * What Escape does within an element. It goes no further, so that one press closes one thing. The key's default says
 * nothing: Office.js, which listens first in Excel, prevents it for every Escape.
 */
export function onEscape(close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    close();
  };
}

interface Action {
  /** What is done, in a verb. */
  readonly label: string;
  readonly run: () => void;
  readonly disabled?: boolean;
}

interface PanelProps {
  readonly title: string;
  /** What is to be answered before something is given up: read out with the title at once. */
  readonly asks?: string;
  readonly children?: ReactNode;
  /** The first is the one to take. */
  readonly actions: readonly Action[];
  /** What the button that leaves all as it is says; `null` where one of the actions does that. */
  readonly leave?: string | null;
  readonly onClose: () => void;
}

/**
 * A panel that opens where a button was, which is gone then. Its first control that is marked `data-first` gets the
 * focus, the first action where the body has none; Escape closes it and nothing else.
 */
export function Panel({ title, asks, children, actions, leave = '取消', onClose }: PanelProps) {
  const styles = useStyles();
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    // Of what opens all is seen, its buttons too.
    element.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div
      ref={element}
      className={styles.root}
      role={asks === undefined ? 'group' : 'alertdialog'}
      aria-label={title}
      aria-describedby={asks === undefined ? undefined : id}
      onKeyDown={onEscape(onClose)}
    >
      {asks !== undefined && (
        <p id={id} className="hint">
          {asks}
        </p>
      )}
      {children}
      <div className="row gap-snudge">
        {actions.map(({ label, run, disabled = false }, at) => (
          <Button
            key={at}
            {...(at === 0 && { 'data-first': true, appearance: 'primary' })}
            size="small"
            disabledFocusable={disabled}
            onClick={run}
          >
            {label}
          </Button>
        ))}
        {leave !== null && (
          <Button size="small" onClick={onClose}>
            {leave}
          </Button>
        )}
      </div>
    </div>
  );
}
