import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type DragEvent, useState } from 'react';
import { Pane } from '../components/Pane';
import { SessionProvider } from '../components/useSession';
import type { Session } from '../session/session';
import { sentenceOf } from '../session/words';
import { FileBar } from './FileBar';
import { NoFile } from './NoFile';
import { SheetGrid } from './SheetGrid';

/** A workbook file that is open in the page. */
export interface OpenedFile {
  readonly name: string;
  readonly session: Session;
  /** The file with what was entered and annotated. */
  readonly copy: () => Uint8Array;
}

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

interface FilePageProps {
  /** Reads a file; rejects with a sentence for the officer. */
  readonly open: (file: File) => Promise<OpenedFile>;
}

/** The pane in a plain browser, over a workbook file that never leaves the machine. */
export function FilePage({ open }: FilePageProps) {
  const styles = useStyles();
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [dropping, setDropping] = useState(false);

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
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={mergeClasses(styles.root, dropping && styles.dropping)}
      onDragOver={onDragOver}
      onDragLeave={() => setDropping(false)}
      onDrop={onDrop}
    >
      {opened === null ? (
        <NoFile opening={opening} failure={failure} onFile={(file) => void take(file)} />
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
