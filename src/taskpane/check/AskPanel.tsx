import type { ReactNode } from 'react';
import { Panel, usePanelStyles } from '../components/Panel';

interface AskPanelProps {
  /** Unlike any other on the page. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly onStay: () => void;
  /** The answers; the one marked `data-first` gets the focus. */
  readonly children: ReactNode;
}

/** Asks in the page itself before something is given up; Escape leaves all as it is. */
export function AskPanel({ id, title, text, onStay, children }: AskPanelProps) {
  const panel = usePanelStyles();
  return (
    <Panel label={title} role="alertdialog" describedBy={id} onClose={onStay}>
      <p id={id} className={panel.hint}>
        {text}
      </p>
      <div className={panel.actions}>{children}</div>
    </Panel>
  );
}
