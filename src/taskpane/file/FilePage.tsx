import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { startTransition, useEffect, useState } from 'react';
import type { SheetLayout } from '../../advice/newForm';
import { useDrop } from '../batch/dropped';
import { askBeforeLeaving } from '../leaving';
import { NONE_OWN } from '../session/state';
import { sentenceOf } from '../session/words';
import { NoFile } from './NoFile';
import { type OpenedFile, useOpener } from './opening';
import { later, loadTheRest } from '../components/later';

/** The pane and all that checks a sheet: loaded behind the first screen, which needs none of it. */
const loadFileView = () => import('./FileView');
const FileView = later('文件', loadFileView);

const BatchPage = later('批量', () => import('../batch/BatchPage'), 'part');

const useStyles = makeStyles({
  root: {
    display: 'flex',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  dropping: { outline: `3px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-6px' },
});

/** A file of the same name may follow: what was begun in one is not to be shown with the other. */
interface NumberedFile extends OpenedFile {
  readonly number: number;
}

/** The pane in a plain browser, over a workbook file that never leaves the machine. */
export function FilePage() {
  const styles = useStyles();
  const open = useOpener();
  const [opened, setOpened] = useState<NumberedFile | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<File | null>(null);
  const [batch, setBatch] = useState(false);

  useEffect(() => (opened === null ? undefined : askBeforeLeaving(() => opened.unsaved())), [opened]);
  useEffect(loadTheRest, []);

  const take = async (file: File | SheetLayout) => {
    setWaiting(null);
    setOpening(file.name);
    setFailure(null);
    try {
      const [next] = await Promise.all([open(file), loadFileView()]);
      await opened?.session.close();
      startTransition(() => setOpened((before) => ({ ...next, number: (before?.number ?? 0) + 1 })));
      if (!(file instanceof File)) next.session.showTab('fill');
      void next.session.start(true);
    } catch (error) {
      setFailure(`“${file.name}”：${sentenceOf(error)}`);
    } finally {
      setOpening(null);
    }
  };
  const ask = (file: File | undefined) => {
    if (file === undefined) return;
    if (opened?.unsaved() === true) setWaiting(file);
    else void take(file);
  };
  const answer = (leave: boolean) => {
    if (leave && waiting !== null) void take(waiting);
    else setWaiting(null);
  };
  const fail = (error: unknown) => setFailure(sentenceOf(error));
  const { dropping, handlers } = useDrop((files) => {
    const [first, second] = files;
    if (first !== undefined && second === undefined && !first.path.includes('/')) {
      ask(first.file);
      return;
    }
    // A folder, or several files, are received ones.
    import('../batch/theBatch').then(({ theBatch }) => {
      theBatch.add(files);
      setBatch(true);
    }, fail);
  }, fail);
  if (batch) {
    return (
      <BatchPage rulebooks={opened?.session.getSnapshot().rulebooks ?? NONE_OWN} onClose={() => setBatch(false)} />
    );
  }
  return (
    <div className={mergeClasses(styles.root, dropping && styles.dropping)} {...handlers}>
      {opened === null ? (
        <NoFile
          opening={opening}
          failure={failure}
          onFile={ask}
          onBegin={(layout) => void take(layout)}
          onBatch={() => setBatch(true)}
        />
      ) : (
        <FileView
          key={opened.number}
          file={opened}
          opening={opening}
          failure={failure}
          waiting={waiting}
          onFile={ask}
          onAnswer={answer}
        />
      )}
    </div>
  );
}
