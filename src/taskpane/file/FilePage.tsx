import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type DragEvent, lazy, Suspense, useState } from 'react';
import { Pane } from '../components/Pane';
import { SessionProvider } from '../components/useSession';
import { droppedFiles, isSeveral } from '../batch/dropped';
import { NONE_OWN } from '../session/rulebooks';
import { sentenceOf } from '../session/words';
import { FileBar } from './FileBar';
import { NoFile } from './NoFile';
import { type OpenedFile, useOpener } from './opening';
import { SheetGrid } from './SheetGrid';

const BatchPage = lazy(() => import('../batch/BatchPage'));

const useStyles = makeStyles({
  root: {
    display: 'flex',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  dropping: { outline: `3px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-6px' },
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

/** The pane in a plain browser, over a workbook file that never leaves the machine. */
export function FilePage() {
  const styles = useStyles();
  const open = useOpener();
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [dropping, setDropping] = useState(false);
  const [batch, setBatch] = useState(false);

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setOpening(file.name);
    setFailure(null);
    try {
      const next = await open(file);
      await opened?.session.close();
      setOpened(next);
      void next.session.start(true);
    } catch (error) {
      setFailure(`“${file.name}”：${sentenceOf(error)}`);
    } finally {
      setOpening(null);
    }
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setDropping(true);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    const { dataTransfer } = event;
    // A folder, or several files, are received ones.
    if (isSeveral(dataTransfer)) {
      void Promise.all([import('../batch/theBatch'), droppedFiles(dataTransfer)]).then(([{ theBatch }, files]) => {
        theBatch.add(files);
        setBatch(true);
      });
      return;
    }
    void take(dataTransfer.files[0]);
  };
  if (batch) {
    return (
      <Suspense fallback={null}>
        <BatchPage rulebooks={opened?.session.getSnapshot().rulebooks ?? NONE_OWN} onClose={() => setBatch(false)} />
      </Suspense>
    );
  }
  return (
    <div
      className={mergeClasses(styles.root, dropping && styles.dropping)}
      onDragOver={onDragOver}
      onDragLeave={() => setDropping(false)}
      onDrop={onDrop}
    >
      {opened === null ? (
        <NoFile opening={opening} failure={failure} onFile={(file) => void take(file)} onBatch={() => setBatch(true)} />
      ) : (
        <SessionProvider key={opened.name} value={opened.session}>
          <div className={styles.grid}>
            <SheetGrid />
          </div>
          <div className={styles.pane}>
            <Pane
              above={<FileBar file={opened} opening={opening} failure={failure} onFile={(file) => void take(file)} />}
            />
          </div>
        </SessionProvider>
      )}
    </div>
  );
}
