import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReportSheet } from '../../advice/reportSheet';
import { useEffect, useRef, useState } from 'react';
import { againstOf } from '../against/store';
import { CheckView } from '../check/CheckView';
import { useEntrance, useReturn } from '../components/entering';
import { Notices } from '../components/NoticeBar';
import { UndoButton } from '../components/UndoButton';
import { SessionProvider, usePaneState } from '../components/useSession';
import { Working } from '../components/Working';
import { annotatedName, outletsHere, saveFile } from '../download';
import type { OpenedFile, OpenFile } from '../file/opening';
import { SheetGrid } from '../file/SheetGrid';
import { SheetNotes } from '../file/SheetNotes';
import { ownSentenceOf, sentenceOf } from '../session/words';
import type { CellRef } from '../../sheet/snapshot';
import { type BatchRow, receivedOf } from './state';
import type { BatchStore } from './store';
import { later } from '../components/later';

const STEPS = [
  [-1, '上一份'],
  [1, '下一份'],
] as const;

/** The received file stays as it came. */
const MENDED = ' · 改正写在批注件里，原文件不变';

const MemoView = later('退回意见', () => import('../memo/MemoView'));

/** Heights of the bar beside a sheet, and of the page's own head above it. */
const BAR = '44px';
const HEAD = '41px';

const useStyles = makeStyles({
  bar: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    // The way back and on stays in sight beside a long form.
    '@media (min-width: 1000px)': {
      position: 'sticky',
      top: 0,
      zIndex: 3,
      height: BAR,
      boxSizing: 'border-box',
      flexWrap: 'nowrap',
      overflow: 'hidden',
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  name: { flexBasis: '100%', '@media (min-width: 1000px)': { flex: '1 1 0', minWidth: 0, maxHeight: '32px' } },
  notes: { padding: `0 ${tokens.spacingHorizontalL}` },
  failure: { padding: tokens.spacingHorizontalL },
  grid: {
    position: 'sticky',
    top: BAR,
    flex: '1 1 0',
    minWidth: 0,
    height: `calc(100vh - ${HEAD} - ${BAR})`,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    '@media (max-width: 999px)': { display: 'none' },
  },
  inside: { flexGrow: 1, minWidth: 0, '@media (min-width: 1000px)': { flex: '0 0 440px', '--above': BAR } },
  notice: { position: 'sticky', bottom: 0 },
});

/** The findings of the row's form as in 核查; what is mended and set aside here counts in the table. */
function Inside() {
  const styles = useStyles();
  const { view, announcement } = usePaneState();
  if (view.kind !== 'reviewed') return <Working text="正在打开…" />;
  return (
    <>
      <div className="row unbroken top">
        <div className={mergeClasses('on-screen', styles.grid)}>
          <SheetGrid />
        </div>
        <div className={styles.inside}>
          <CheckView forms={view.forms} chosen={view.chosen} />
        </div>
      </div>
      <Notices className={styles.notice} />
      <div className="spoken" aria-live="polite">
        {announcement}
      </div>
    </>
  );
}

interface RowViewProps {
  readonly row: BatchRow;
  /** Where it is opened; its first finding stands in sight otherwise. */
  readonly cell?: CellRef;
  readonly store: BatchStore;
  readonly open: OpenFile;
  /** Writes pages into the workbook beside the pane; `null` where there is none. */
  readonly report: ((pages: readonly ReportSheet[]) => Promise<void>) | null;
  readonly onClose: () => void;
  /** What goes to the form before or after it in the list; `null` at its ends. */
  readonly onStep: (by: 1 | -1) => (() => void) | null;
}

/** One form out of the table: its findings, its memo and its annotated copy. */
export default function RowView({ row, cell, store, open, report, onClose, onStep }: RowViewProps) {
  const styles = useStyles();
  const [file, setFile] = useState<OpenedFile | null>(null);
  const [said, setSaid] = useState('');
  const [memo, setMemo] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  useEntrance(() => bar.current?.querySelector('button')?.focus({ preventScroll: true }));
  useReturn(memo ? 'memo' : null);
  const { form, fileId, key } = row;
  const place = form?.sheet;
  const index = form?.index ?? 0;
  useEffect(() => {
    let gone = false;
    store
      .open(fileId, open)
      .then(async (one) => {
        const { session } = one;
        const { sheet, sheets } = session.getSnapshot();
        const wanted = sheets.find(({ name }) => name === place);
        if (wanted !== undefined && wanted.id !== sheet?.id) await session.chooseSheet(wanted.id);
        session.chooseForm(index);
        const others = await againstOf(store).othersOf(key);
        if (others.length > 0 || session.against(index).length > 0) await session.holdAgainst(index, others);
        if (cell !== undefined) await session.goTo(cell);
        if (!gone) setFile(one);
      })
      .catch((error: unknown) => setSaid(sentenceOf(error)));
    return () => {
      gone = true;
    };
  }, [cell, fileId, index, key, open, place, store]);
  const received = receivedOf(row);
  if (memo && received !== null) {
    return <MemoView received={[received]} report={report} onClose={() => setMemo(false)} />;
  }
  const saveCopy = () => {
    store
      .annotatedCopy(fileId)
      .then((bytes) => void saveFile(annotatedName(row.file), bytes))
      .catch((error: unknown) => setSaid(ownSentenceOf(error)));
  };
  return (
    <>
      <div ref={bar} className={mergeClasses('row middle gap-snudge edge-below', styles.bar)}>
        <Button size="small" onClick={onClose}>
          ← 返回列表
        </Button>
        {STEPS.map(([by, label]) => {
          const go = onStep(by);
          return (
            <Button key={by} size="small" disabledFocusable={go === null} onClick={() => go?.()}>
              {label}
            </Button>
          );
        })}
        {outletsHere().files && (
          <Button size="small" disabledFocusable={!store.isAnnotatable(fileId)} onClick={saveCopy}>
            下载批注件
          </Button>
        )}
        <Button size="small" data-opens="memo" onClick={() => setMemo(true)}>
          退回意见
        </Button>
        {file !== null && (
          <SessionProvider value={file.session}>
            <UndoButton />
          </SessionProvider>
        )}
        <span className={mergeClasses('quiet', styles.name)}>
          {place === undefined ? row.file : `${row.file} › ${place}`}
          {row.mended && <strong className="figure">{MENDED}</strong>}
        </span>
      </div>
      {file !== null && place !== undefined && (
        <div className={styles.notes}>
          <SheetNotes file={file} sheet={place} />
        </div>
      )}
      <div role="alert">{said !== '' && <p className={mergeClasses('fails', styles.failure)}>{said}</p>}</div>
      {file === null ? (
        said === '' && <Working text="正在打开…" />
      ) : (
        <SessionProvider key={key} value={file.session}>
          <Inside />
        </SessionProvider>
      )}
    </>
  );
}
