import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type AriaRole, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { usePaneState } from './useSession';

/** What stands in a panel. */
export const usePanelStyles = makeStyles({
  root: {
    margin: `${tokens.spacingVerticalSNudge} 0 ${tokens.spacingVerticalXS}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    // Fluent's text boxes are never narrower than 256 px by themselves.
    '& .fui-Textarea': { minWidth: 0, width: '100%' },
  },
  hint: {
    margin: `2px 0 ${tokens.spacingVerticalSNudge}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalSNudge },
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

interface PanelActionsProps {
  /** What the panel is for, in a verb; `first` gives it the focus. */
  readonly label: string;
  readonly first?: boolean;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What confirms a panel, unless something is being done or `disabled`, and what leaves it. */
export function PanelActions({ label, first, disabled = false, onConfirm, onCancel }: PanelActionsProps) {
  const { actions } = usePanelStyles();
  const { busy } = usePaneState();
  return (
    <div className={actions}>
      <Button
        {...(first === true && { 'data-first': true })}
        size="small"
        appearance="primary"
        disabledFocusable={disabled || busy !== null}
        onClick={onConfirm}
      >
        {label}
      </Button>
      <Button size="small" onClick={onCancel}>
        取消
      </Button>
    </div>
  );
}

interface PanelProps {
  readonly label: string;
  readonly role?: AriaRole;
  /** The id of the text that says more. */
  readonly describedBy?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A panel that opens where a button was, which is gone then: its `data-first` control gets the focus, Escape closes it
 * and nothing else.
 */
export function Panel({ label, role = 'group', describedBy, onClose, children }: PanelProps) {
  const { root } = usePanelStyles();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.querySelector<HTMLElement>('[data-first]')?.focus(), []);
  return (
    <div
      ref={element}
      className={root}
      role={role}
      aria-label={label}
      aria-describedby={describedBy}
      onKeyDown={onEscape(onClose)}
    >
      {children}
    </div>
  );
}
