import { Button } from '@fluentui/react-components';
import { AskPanel } from '../check/AskPanel';

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
  return (
    <AskPanel
      id="leave-reason"
      title="还没有下载副本"
      text={`“${name}”的改动或批注还没有下载，打开“${next}”后就没有了。`}
      onStay={onStay}
    >
      <Button data-first size="small" appearance="primary" onClick={onDownload}>
        下载副本后打开
      </Button>
      <Button size="small" onClick={onLeave}>
        不下载，直接打开
      </Button>
      <Button size="small" onClick={onStay}>
        取消
      </Button>
    </AskPanel>
  );
}
