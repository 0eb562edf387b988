import { Button } from '@fluentui/react-components';
import { useFocusWithin, usePanelStyles } from '../check/panel';

interface LeavePanelProps {
  readonly name: string;
  /** The file that is to be opened. */
  readonly next: string;
  readonly onDownload: () => void;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks before work that is in no copy is given up for another file. */
export function LeavePanel({ name, next, onDownload, onLeave, onStay }: LeavePanelProps) {
  const panel = usePanelStyles();
  const root = useFocusWithin();
  return (
    <div
      ref={root}
      className={panel.root}
      role="alertdialog"
      aria-label="还没有下载副本"
      aria-describedby="leave-reason"
      onKeyDown={({ key }) => key === 'Escape' && onStay()}
    >
      <p id="leave-reason" className={panel.hint}>
        {`“${name}”的改动或批注还没有下载，打开“${next}”后就没有了。`}
      </p>
      <div className={panel.actions}>
        <Button data-first size="small" appearance="primary" onClick={onDownload}>
          下载副本后打开
        </Button>
        <Button size="small" onClick={onLeave}>
          不下载，直接打开
        </Button>
        <Button size="small" onClick={onStay}>
          取消
        </Button>
      </div>
    </div>
  );
}
