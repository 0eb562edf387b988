import { makeStyles, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { BatchStore } from '../batch/store';
import { CellLink } from '../components/CellLink';
import { Result } from './Result';
import { againstOf } from './store';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` },
});

interface RowResultsProps {
  readonly batch: BatchStore;
  /** The key of the form's row. */
  readonly row: string;
}

/** What holding the form of a row against other forms came to, above its findings. */
export function RowResults({ batch, row }: RowResultsProps) {
  const styles = useStyles();
  const store = againstOf(batch);
  const { results } = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const own = results.get(row) ?? [];
  if (own.length === 0) return null;
  return (
    <section className={styles.root} aria-label="与申报表、上年核对的结果">
      {own.map(({ pairing, file, comparison, failed }) => (
        <Result
          key={pairing.key}
          against={file}
          comparison={comparison}
          failed={failed}
          link={(cell) => <CellLink cells={[cell]} />}
        />
      ))}
    </section>
  );
}
