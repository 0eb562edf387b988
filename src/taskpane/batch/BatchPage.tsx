import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SCROLLER } from '../components/scroller';
import type { OwnRulebooks } from '../session/state';
import BatchView from './BatchView';

const useStyles = makeStyles({
  head: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  main: { flexGrow: 1, minHeight: 0, overflowY: 'auto', scrollPaddingTop: '64px', scrollPaddingBottom: '184px' },
});

interface BatchPageProps {
  /** Those of the file that is open beside it. */
  readonly rulebooks: OwnRulebooks;
  readonly onClose: () => void;
}

/** 批量 on a page of its own, in a plain browser. */
export default function BatchPage({ rulebooks, onClose }: BatchPageProps) {
  const styles = useStyles();
  return (
    <div className="view">
      <header className={mergeClasses('row unbroken middle apart-m edge-below', styles.head)}>
        <h1 className="grow title">批量核查</h1>
        <Button size="small" appearance="subtle" onClick={onClose}>
          核查单个文件
        </Button>
      </header>
      <main id={SCROLLER} className={styles.main}>
        <BatchView rulebooks={rulebooks} report={null} />
      </main>
    </div>
  );
}
