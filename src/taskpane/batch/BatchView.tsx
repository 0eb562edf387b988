import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { doubtsAmong, goesBack } from '../../advice/batch';
import { commonProblems } from '../../advice/commonProblems';
import type { ReportSheet } from '../../advice/reportSheet';
import { summarySheets } from '../../advice/summary';
import { againstSheets } from '../../compare/againstSheet';
import type { CellRef } from '../../sheet/snapshot';
import { againstOf, linesOf } from '../against/store';
import { FilesNote } from '../components/FilesNote';
import { FilterChips } from '../components/FilterChips';
import { later } from '../components/later';
import { SCROLLER } from '../components/scroller';
import { STICKY_BAR } from '../components/stickyBar';
import { UndoButton } from '../components/UndoButton';
import { useObserved } from '../components/useSession';
import { handedOver, outletsHere, saveFile } from '../download';
import { useOpener } from '../file/opening';
import { type OwnRulebooks, rulebooksToChoose } from '../session/rulebooks';
import { ownSentenceOf } from '../session/words';
import { today } from '../today';
import { BatchProgress } from './BatchProgress';
import { BatchTable } from './BatchTable';
import { CommonProblems, Doubts } from './CommonProblems';
import { saveCopies } from './copies';
import { DropZone } from './DropZone';
import { PAGE, useLooking } from './looking';
import { type BatchRow, isReturned, receivedAll, unreadAll } from './state';
import type { BatchStore } from './store';
import { type BatchFilter, type ColumnId, COLUMNS, shownRows } from './table';
import { theBatch } from './theBatch';
import { useDrop } from './dropped';

const useRulebookNoteStyles = makeStyles({
  note: { marginTop: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200 },
});

/** By what the received forms are scored, where not each by the rulebook that fits it best. */
function RulebookNote({ rulebooks }: { readonly rulebooks: OwnRulebooks }) {
  const styles = useRulebookNoteStyles();
  const { own, chosen } = rulebooks;
  const name = rulebooksToChoose(rulebooks).find(({ id }) => id === chosen)?.name;
  if (name !== undefined) return <p className={styles.note}>{`全部按“规则”里选定的“${name}”核查。`}</p>;
  if (own.length === 0) return null;
  return <p className={styles.note}>{`各表按样式选用规则，“规则”里自有的 ${own.length} 套优先。`}</p>;
}

const RowView = later('这张表', () => import('./RowView'));
const CompareView = later('对比', () => import('./CompareView'));
const AgainstView = later('与申报表、上年核对', () => import('../against/AgainstView'));
const MemoView = later('退回意见', () => import('../memo/MemoView'));

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100%',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
    containerType: 'inline-size',
    containerName: 'batch',
  },
  tools: {
    '@media print': { display: 'none' },
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  search: {
    flexGrow: 1,
    minWidth: '120px',
    '@container batch (min-width: 520px)': { maxWidth: '260px' },
  },
  table: { flexGrow: 1 },
  none: { color: tokens.colorNeutralForeground3 },
  footer: { ...STICKY_BAR, zIndex: 2, margin: `${tokens.spacingVerticalS} -16px 0` },
  // Two and two where there is no room for all.
  button: {
    flexBasis: '40%',
    '@container (min-width: 520px)': { flexBasis: 'auto' },
    '@media (max-width: 250px)': { flexBasis: 'auto' },
  },
  said: { flexBasis: '100%', fontSize: tokens.fontSizeBase200 },
});

const FILTERS: readonly (readonly [BatchFilter, string])[] = [
  ['all', '全部'],
  ['returned', '要退回'],
  ['unread', '读不了'],
];

interface BatchViewProps {
  /** Writes sheets into the workbook that is open, where there is one, and tells it. */
  readonly report: ((pages: readonly ReportSheet[]) => Promise<void>) | null;
  /** Those of the pane: what is chosen there is applied here. */
  readonly rulebooks: OwnRulebooks;
  readonly store?: BatchStore;
}

/** 批量: many received files, read one by one on this machine, in one table. */
export default function BatchView({ report, rulebooks, store = theBatch }: BatchViewProps) {
  const styles = useStyles();
  const open = useOpener();
  const { rows, running } = useObserved(store);
  const against = useObserved(againstOf(store));
  const { looking, change, open: show, back } = useLooking(store);
  const { shown, filter, search, sorting, selected, drawn } = looking;
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const { dropping, handlers } = useDrop(
    (chosen) => store.add(chosen),
    (error) => setSaid(ownSentenceOf(error)),
  );
  useEffect(() => store.useRulebooks(rulebooks), [rulebooks, store]);
  const received = useMemo(() => receivedAll(rows), [rows]);
  const doubts = useMemo(() => (running ? [] : doubtsAmong(received)), [received, running]);

  const attempt = async (job: () => Promise<string>) => {
    setBusy(true);
    setSaid('');
    try {
      setSaid(await job());
    } catch (error) {
      setSaid(ownSentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const sort = (column: ColumnId) => {
    const figures = COLUMNS.some(({ id, figure }) => id === column && figure);
    if (sorting?.column !== column) change({ sorting: { column, descending: figures } });
    else change({ sorting: sorting.descending === figures ? { column, descending: !figures } : null });
  };
  const select = (keys: readonly string[], chosen: boolean) => {
    const next = new Set(selected);
    for (const key of keys) {
      if (chosen) next.add(key);
      else next.delete(key);
    }
    change({ selected: next });
  };
  const picked = rows.filter(({ key, form }) => form !== null && selected.has(key));
  const [first, second, ...more] = picked;
  /** What the buttons below act on: the ticked rows, all where none is. */
  const meant = picked.length > 0 ? picked : rows;
  const chosen = receivedAll(meant);

  const list = shownRows(rows, filter, search, sorting);
  const stepFrom = (row: BatchRow, by: 1 | -1) => {
    const forms = list.filter(({ form }) => form !== null);
    const next = forms[forms.findIndex(({ key }) => key === row.key) + by];
    return next === undefined ? null : () => change({ shown: { kind: 'row', key: next.key } });
  };

  if (shown.kind === 'row') {
    const { from } = shown;
    const row = rows.find(({ key }) => key === shown.key);
    if (row !== undefined) {
      return (
        <RowView
          row={row}
          {...(shown.cell === undefined ? {} : { cell: shown.cell })}
          store={store}
          open={open}
          report={report}
          onClose={from === undefined ? back : () => change({ shown: { kind: 'against', top: from } })}
          onStep={(by) => stepFrom(row, by)}
        />
      );
    }
  }
  if (shown.kind === 'against') {
    const openRow = (key: string, cell: CellRef) => {
      const from = document.getElementById(SCROLLER)?.scrollTop ?? 0;
      change({ shown: { kind: 'row', key, cell, from } });
    };
    return <AgainstView batch={store} top={shown.top ?? 0} onOpen={openRow} onClose={back} />;
  }
  if (shown.kind === 'memo') {
    return <MemoView received={chosen} report={report} onClose={back} />;
  }
  if (shown.kind === 'compare' && first?.form && second?.form) {
    const pair = [
      { file: first.file, form: first.form },
      { file: second.file, form: second.form },
    ] as const;
    return <CompareView pair={pair} onClose={back} />;
  }

  const counts: Readonly<Record<BatchFilter, number>> = {
    all: rows.length,
    returned: rows.filter(isReturned).length,
    unread: rows.filter(({ form }) => form === null).length,
  };
  const problems = running ? [] : commonProblems(chosen);
  const summary = async (): Promise<string> => {
    const pages = [...summarySheets(chosen, unreadAll(meant), today()), ...againstSheets(linesOf(meant, against))];
    if (report !== null) {
      await report(pages);
      return '';
    }
    saveFile('核查汇总.xlsx', await store.workbook(pages));
    return handedOver('汇总表');
  };
  return (
    <section className={styles.root} aria-label="批量核查" {...handlers}>
      <DropZone dropping={dropping} more={rows.length > 0} onFiles={(chosen) => store.add(chosen)} />
      <RulebookNote rulebooks={rulebooks} />
      <BatchProgress store={store} />
      {rows.length > 0 && (
        <>
          <div className={mergeClasses('row', styles.tools)} role="group" aria-label="筛选">
            <FilterChips
              chips={FILTERS.filter(([value]) => counts[value] > 0 || value === filter).map(([value, label]) => ({
                value,
                label: `${label} ${counts[value]}`,
              }))}
              chosen={filter}
              onChoose={(value) => change({ filter: value, drawn: PAGE })}
            />
            <Input
              className={styles.search}
              size="small"
              type="search"
              placeholder="找单位或文件"
              aria-label="找单位或文件"
              value={search}
              onChange={(_, { value }) => change({ search: value })}
            />
            {first !== undefined && second !== undefined && more.length === 0 && (
              <Button
                size="small"
                appearance="primary"
                data-opens="compare"
                onClick={() => show({ kind: 'compare' }, '[data-opens="compare"]')}
              >
                对比这两份
              </Button>
            )}
            {picked.length > 0 && (
              <span className="quiet">{`下面的按钮只处理选中的 ${picked.length} 份${picked.length === 2 ? '' : '；选两份可以对比'}`}</span>
            )}
          </div>
          <Doubts doubts={doubts} />
          {received.length > 1 && <CommonProblems problems={problems} of={chosen.length} />}
          <div className={styles.table}>
            <BatchTable
              rows={list}
              drawn={drawn}
              onMore={() => change({ drawn: drawn + PAGE })}
              sorting={sorting}
              onSort={sort}
              selected={selected}
              onSelect={select}
              onOpen={({ key }) => show({ kind: 'row', key }, `[data-row="${key}"] button`)}
            />
            {list.length === 0 && <p className={styles.none}>没有符合条件的表。</p>}
          </div>
          <footer className={mergeClasses('bottom-bar', styles.footer)}>
            <Button
              className={styles.button}
              appearance="primary"
              disabledFocusable={busy || running || received.length === 0}
              onClick={() => void attempt(summary)}
            >
              {report === null ? '下载汇总表' : '汇总到工作表'}
            </Button>
            <Button
              className={styles.button}
              disabledFocusable={busy || !chosen.some(goesBack)}
              data-opens="memo"
              onClick={() => show({ kind: 'memo' }, '[data-opens="memo"]')}
            >
              退回意见
            </Button>
            <Button
              className={styles.button}
              disabledFocusable={busy || running || received.length === 0}
              data-opens="against"
              onClick={() => show({ kind: 'against' }, '[data-opens="against"]')}
            >
              与申报表、上年核对
            </Button>
            {outletsHere().files && (
              <Button
                className={styles.button}
                disabledFocusable={busy || running || received.length === 0}
                onClick={() => void attempt(() => saveCopies(store, meant))}
              >
                下载批注件
              </Button>
            )}
            <FilesNote />
            {report !== null && <UndoButton />}
            <div role="status" className={styles.said}>
              {said}
            </div>
          </footer>
        </>
      )}
      {rows.length === 0 && said !== '' && <p role="alert">{said}</p>}
    </section>
  );
}
