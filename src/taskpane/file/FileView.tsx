import { makeStyles, tokens } from '@fluentui/react-components';
import { CellsInView } from '../components/cellsInView';
import { Pane } from '../components/Pane';
import { useMedia } from '../components/useMedia';
import { SessionProvider } from '../components/useSession';
import { FileBar, type FileBarProps } from './FileBar';
import { SheetGrid } from './SheetGrid';

const useStyles = makeStyles({
  grid: {
    flexGrow: 1,
    minWidth: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  pane: {
    flexShrink: 0,
    width: '400px',
    height: '100%',
    '@media (max-width: 799px)': { width: '100%' },
  },
});

/** A file that is open: its sheet, and the pane beside it. */
export default function FileView(props: FileBarProps) {
  const styles = useStyles();
  const wide = useMedia('(min-width: 800px)');
  return (
    <SessionProvider value={props.file.session}>
      {wide && (
        <div className={styles.grid}>
          <SheetGrid />
        </div>
      )}
      <div className={styles.pane}>
        <CellsInView value={wide}>
          <Pane above={<FileBar {...props} />} />
        </CellsInView>
      </div>
    </SessionProvider>
  );
}
