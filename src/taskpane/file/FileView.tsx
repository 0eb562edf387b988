import { makeStyles, tokens } from '@fluentui/react-components';
import { Pane } from '../components/Pane';
import { SessionProvider } from '../components/useSession';
import { FileBar, type FileBarProps } from './FileBar';
import { SheetGrid } from './SheetGrid';

const useStyles = makeStyles({
  grid: {
    flexGrow: 1,
    minWidth: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    '@media (max-width: 799px)': { display: 'none' },
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
  return (
    <SessionProvider value={props.file.session}>
      <div className={styles.grid}>
        <SheetGrid />
      </div>
      <div className={styles.pane}>
        <Pane above={<FileBar {...props} />} />
      </div>
    </SessionProvider>
  );
}
