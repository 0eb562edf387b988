import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useReturn } from '../components/entering';
import { Panel } from '../components/Panel';
import { useObserved } from '../components/useSession';
import { memosEdited } from '../memo/kept';
import type { BatchStore } from './store';

const useStyles = makeStyles({
  progressRow: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minHeight: '28px' },
  button: { flexShrink: 0, minWidth: 'auto', marginRight: '-8px' },
});

/** How many files are done and how long the rest takes; stopping, and forgetting all. */
export function BatchProgress({ store }: { readonly store: BatchStore }) {
  const styles = useStyles();
  const { rows, done, total, running, current, secondsLeft, stopped, outdated, unsaved } = useObserved(store);
  const [asking, setAsking] = useState(false);
  useReturn(asking ? 'asking' : null);
  if (total + stopped === 0) return null;
  const stay = () => setAsking(false);
  const clear = () => {
    stay();
    store.clear();
  };
  const left =
    secondsLeft === null
      ? ''
      : secondsLeft < 60
        ? ` · 剩约 ${secondsLeft} 秒`
        : ` · 剩约 ${Math.ceil(secondsLeft / 60)} 分钟`;
  const result =
    stopped > 0 ? `已停止，核查了 ${total} 个文件，还有 ${stopped} 个没有核查` : `核查完成，共 ${total} 个文件`;
  const none = rows.filter(({ form }) => form === null).length;
  const found = none > 0 ? `：${rows.length - none} 份自评表，${none} 个没有核查成` : '';
  const rest = outdated > 0 ? `；还有 ${outdated} 个没有按现在的规则重新核查` : '';
  const words = running ? `已核查 ${done} / ${total}${left}` : `${result}${found}${rest}`;
  return (
    <div className="above-s small">
      <div className={styles.progressRow}>
        <span className={mergeClasses('grow', running && 'one-line')} title={running ? current : undefined}>
          {running && current !== '' ? `${words} · ${current}` : words}
        </span>
        {!running && outdated + stopped > 0 && (
          <Button size="small" onClick={() => store.goOn()}>
            继续
          </Button>
        )}
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          data-opens="asking"
          onClick={() => (running ? store.stop() : setAsking(true))}
        >
          {running ? '停止' : '清空'}
        </Button>
      </div>
      {asking && (
        <Panel
          title={unsaved > 0 ? '还没有下载批注件' : '清空列表'}
          asks={[
            unsaved > 0 ? `有 ${unsaved} 个文件改过，改动写在批注件里，还没有下载；清空后就没有了。` : '',
            `列表里的 ${total} 个文件要重新选择、重新核查。`,
            memosEdited() ? '退回意见里改过的字，同样的文件再放进来还在。' : '',
          ].join('')}
          actions={[
            { label: '先不清空', run: stay },
            { label: '清空', run: clear },
          ]}
          leave={null}
          onClose={stay}
        />
      )}
      {running && <progress aria-label="核查进度" value={done} max={Math.max(1, total)} />}
      <span role="status" className="spoken">
        {running ? '' : words}
      </span>
    </div>
  );
}
