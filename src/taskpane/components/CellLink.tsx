import { Link, makeStyles } from '@fluentui/react-components';
import { useContext } from 'react';
import { formatAddress } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import { cellsInWords } from '../session/words';
import { CellsInView } from './cellsInView';
import { useSession } from './useSession';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    '@media (forced-colors: active)': { textDecorationLine: 'underline' },
  },
});

interface CellLinkProps {
  /** The first is where the link goes. */
  readonly cells: readonly CellRef[];
  readonly tabIndex?: number;
}

/** Goes to a cell of the sheet, or names it where none is seen. */
export function CellLink({ cells, tabIndex = 0 }: CellLinkProps) {
  const styles = useStyles();
  const session = useSession();
  const inView = useContext(CellsInView);
  const [first] = cells;
  if (first === undefined) return null;
  if (!inView) return <span className={styles.root}>{cellsInWords(cells)}</span>;
  return (
    <Link
      as="button"
      data-prints
      className={styles.root}
      tabIndex={tabIndex}
      title={`在表中选中 ${formatAddress(first)}`}
      onClick={() => void session.goTo(first)}
    >
      {cellsInWords(cells)}
    </Link>
  );
}
