import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { CheckView } from '../check/CheckView';
import { NoticeBar } from '../components/NoticeBar';
import { SessionProvider, usePaneState, useSession } from '../components/useSession';
import { Working } from '../components/Working';
import { annotatedName, saveFile } from '../download';
import type { OpenedFile, OpenFile } from '../file/opening';
import { sentenceOf } from '../session/words';
import { type BatchRow, type BatchStore, receivedOf } from './store';

const MemoView = lazy(() => import('../memo/MemoView'));

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    flexBasis: '100%',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  failure: { padding: tokens.spacingHorizontalL, color: tokens.colorStatusDangerForeground1 },
  notice: { position: 'sticky', bottom: 0 },
});

/** Sessions stay while the page is open, so that a form opened again is as it was left. */
const opened = new WeakMap<File, Promise<OpenedFile>>();

function openOnce(file: File, open: OpenFile): Promise<OpenedFile> {
  const known = opened.get(file);
  if (known !== undefined) return known;
  const opening = open(file).then(async (one) => {
    await one.session.start(true);
    return one;
  });
  opened.set(file, opening);
  opening.catch(() => opened.delete(file));
  return opening;
}

interface InsideProps {
  readonly row: BatchRow;
  readonly store: BatchStore;
}

/** The findings of the row's form as in 核查; what is set aside here counts in the table. */
function Inside({ row, store }: InsideProps) {
  const styles = useStyles();
  const session = useSession();
  const { view, notice, sheet } = usePaneState();
  const { form, fileId } = row;
  useEffect(() => {
    if (form === null || view.kind !== 'reviewed' || sheet?.name !== form.sheet) return;
    const shown = view.forms[form.index];
    if (shown === undefined) return;
    store.setAside(fileId, form.sheet, form.index, new Map(shown.aside.map(({ key, reason }) => [key, reason])));
  }, [fileId, form, sheet?.name, store, view]);
  if (view.kind !== 'reviewed') return <Working text="正在打开…" />;
  return (
    <>
      <CheckView forms={view.forms} chosen={view.chosen} />
      <div role="status" className={styles.notice}>
        {notice !== null && <NoticeBar key={notice.id} notice={notice} />}
      </div>
      <span hidden>{session.getSnapshot().announcement}</span>
    </>
  );
}

interface RowViewProps extends InsideProps {
  readonly open: OpenFile;
  readonly onClose: () => void;
}

/** One form out of the table: its findings, its memo and its annotated copy. */
export default function RowView({ row, store, open, onClose }: RowViewProps) {
  const styles = useStyles();
  const [file, setFile] = useState<OpenedFile | null>(null);
  const [said, setSaid] = useState('');
  const [memo, setMemo] = useState(false);
  const { form, fileId } = row;
  useEffect(() => {
    const chosen = store.fileOf(fileId);
    if (chosen === null || form === null) return;
    let gone = false;
    openOnce(chosen, open)
      .then(async (one) => {
        const { session } = one;
        const { sheet, sheets } = session.getSnapshot();
        const wanted = sheets.find(({ name }) => name === form.sheet);
        if (wanted !== undefined && wanted.id !== sheet?.id) await session.chooseSheet(wanted.id);
        session.chooseForm(form.index);
        if (!gone) setFile(one);
      })
      .catch((error: unknown) => setSaid(sentenceOf(error)));
    return () => {
      gone = true;
    };
  }, [fileId, form, open, store]);
  const received = receivedOf(row);
  if (memo && received !== null) {
    return (
      <Suspense fallback={<Working text="正在打开…" />}>
        <MemoView received={[received]} onClose={() => setMemo(false)} />
      </Suspense>
    );
  }
  const saveCopy = () => {
    store.annotatedCopy(fileId).then(
      (bytes) => saveFile(annotatedName(row.file), bytes),
      (error: unknown) => setSaid(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <div className={styles.bar}>
        <Button size="small" appearance="subtle" onClick={onClose}>
          ← 返回列表
        </Button>
        <Button size="small" disabledFocusable={!store.isAnnotatable(fileId)} onClick={saveCopy}>
          下载批注件
        </Button>
        <Button size="small" onClick={() => setMemo(true)}>
          退回意见
        </Button>
        <span className={styles.name}>{row.file}</span>
      </div>
      <div role="alert">{said !== '' && <p className={styles.failure}>{said}</p>}</div>
      {file === null ? (
        said === '' && <Working text="正在打开…" />
      ) : (
        <SessionProvider value={file.session}>
          <Inside row={row} store={store} />
        </SessionProvider>
      )}
    </>
  );
}
