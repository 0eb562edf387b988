import { makeStyles, tokens } from '@fluentui/react-components';
import type { Fix } from '../../checks/finding';
import { formatAddress } from '../../sheet/address';
import { Panel } from '../components/Panel';
import { usePaneState } from '../components/useSession';

const useStyles = makeStyles({
  before: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  after: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightBold },
});

interface FixPanelProps {
  readonly fix: Fix;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Shows what a fix would write before it is written. */
export function FixPanel({ fix, onConfirm, onCancel }: FixPanelProps) {
  const styles = useStyles();
  const { busy } = usePaneState();
  const { cell, before, after } = fix;
  const address = formatAddress(cell);
  return (
    <Panel
      title={`改动预览：${address} 从 ${before || '空'} 改为 ${String(after)}`}
      actions={[{ label: '写入', disabled: busy !== null, run: onConfirm }]}
      onClose={onCancel}
    >
      <div className="row baseline apart-s">
        <span>{address}</span>
        <span className={styles.before}>{before || '（空）'}</span>
        <span aria-hidden>→</span>
        <span className={styles.after}>{after}</span>
      </div>
      <p className="hint">只改这一格，写入后可以撤回。</p>
    </Panel>
  );
}
