import { Button } from '@fluentui/react-components';
import { AskPanel } from '../check/AskPanel';

interface ClearPanelProps {
  /** How many files were mended of which no annotated copy was made since. */
  readonly unsaved: number;
  readonly onClear: () => void;
  readonly onStay: () => void;
}

/** Asks before what was mended in the received files is given up. */
export function ClearPanel({ unsaved, onClear, onStay }: ClearPanelProps) {
  return (
    <AskPanel
      id="clear-reason"
      title="还没有下载批注件"
      text={`有 ${unsaved} 个文件改过，改动写在批注件里，还没有下载；清空后就没有了。`}
      onStay={onStay}
    >
      <Button data-first size="small" appearance="primary" onClick={onStay}>
        先不清空
      </Button>
      <Button size="small" onClick={onClear}>
        清空
      </Button>
    </AskPanel>
  );
}
