import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { doubtsAmong, filesBelow, goesBack } from '../../advice/batch';
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
import { OwnNotices } from '../components/NoticeBar';
import { useDoing } from '../components/useDoing';
import { useObserved } from '../components/useSession';
import { outletsHere, saveFile } from '../download';
import { useOpener } from '../file/opening';
import { rulebooksToChoose } from '../session/rulebooks';
import type { OwnRulebooks } from '../session/state';
import { ownSentenceOf } from '../session/words';
import { today } from '../today';
import { BatchProgress } from './BatchProgress';
import { BatchTable } from './BatchTable';
import { CommonProblems, Doubts } from './CommonProblems';
import { saveCopies } from './copies';
import { DropZone } from './DropZone';
import { PAGE, useLooking } from './looking';
import { type BatchRow, isReturned, receivedAll, unreadAll, unusedAll } from './state';
import type { BatchStore } from './store';
import { type BatchFilter, type ColumnId, COLUMNS, isAmong, shownRows } from './table';
import { theBatch } from './theBatch';
import { isWorkbook, useDrop } from './dropped';

/** By what the received forms are scored, where not each by the rulebook that fits it best. */
function RulebookNote({ rulebooks }: { readonly rulebooks: OwnRulebooks }) {
  const { own, chosen } = rulebooks;
  const name = rulebooksToChoose(rulebooks).find(({ id }) => id === chosen)?.name;
  if (name !== undefined) return <p className="above-xs small">{`全部按“规则”里选定的“${name}”核查。`}</p>;
  if (own.length === 0) return null;
  return <p className="above-xs small">{`各表按样式选用规则，“规则”里自有的 ${own.length} 套优先。`}</p>;
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
  search: {
    flexGrow: 1,
    minWidth: '120px',
    '@container batch (min-width: 520px)': { maxWidth: '260px' },
  },
  bottom: { ...STICKY_BAR, display: 'block', zIndex: 2, margin: `${tokens.spacingVerticalS} -16px 0` },
  // Two and two where there is no room for all, and none narrower than its words.
  button: {
    flexShrink: 0,
    minWidth: '40%',
    '@container (min-width: 520px)': { minWidth: 'auto' },
    '@media (max-width: 250px)': { minWidth: 'auto' },
  },
});

const FILTERS: readonly (readonly [BatchFilter, string])[] = [
  ['all', '全部'],
  ['returned', '要退回'],
  ['passed', '没有问题'],
  ['unread', '没有核查成'],
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
  const { busy, said, say, attempt } = useDoing();
  const { dropping, handlers } = useDrop(
    (chosen) => store.add(chosen),
    (error) => say(ownSentenceOf(error)),
  );
  useEffect(() => store.useRulebooks(rulebooks), [rulebooks, store]);
  const forms = useMemo(() => rows.filter(({ form }) => form !== null), [rows]);
  const doubts = useMemo(() => (running ? [] : doubtsAmong(receivedAll(forms))), [forms, running]);

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
  const list = shownRows(rows, filter, search, sorting);
  /** What the buttons below act on, in the order of the list: the ticked rows, all that are used where none is. */
  const meant = shownRows(
    rows.filter(({ key, unused }) => (picked.length > 0 ? selected.has(key) : !unused)),
    'all',
    '',
    sorting,
  );
  const chosen = receivedAll(meant);
  /** Of the annotated copies only those that go back are of use, and those in which something was mended. */
  const toCopy = meant.filter((row) => picked.length > 0 || row.mended || isReturned(row));
  const copies = new Set(toCopy.map(({ fileId }) => fileId).filter((id) => store.isAnnotatable(id))).size;
  const scope = picked.length > 0 ? `（选中 ${picked.length} 份）` : '';
  const openRow = ({ key }: BatchRow) => show({ kind: 'row', key }, `[data-row="${key}"] button`);
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
    const openCell = (key: string, cell: CellRef) => {
      const from = document.getElementById(SCROLLER)?.scrollTop ?? 0;
      change({ shown: { kind: 'row', key, cell, from } });
    };
    return <AgainstView batch={store} top={shown.top ?? 0} onOpen={openCell} onClose={back} />;
  }
  if (shown.kind === 'memo') {
    const unread = unreadAll(meant).filter(({ file, read }) => !read && isWorkbook(file));
    return <MemoView received={chosen} unread={unread} report={report} onClose={back} />;
  }
  if (shown.kind === 'compare' && first?.form && second?.form) {
    const pair = [
      { file: first.file, form: first.form },
      { file: second.file, form: second.form },
    ] as const;
    return <CompareView pair={pair} onClose={back} />;
  }

  const problems = running ? [] : commonProblems(chosen);
  const problem = problems.find(({ check }) => `check ${check}` === filter);
  const choose = (value: BatchFilter) => change({ filter: value, drawn: PAGE });
  const chips = [...FILTERS, ...(problem === undefined ? [] : [[filter, problem.title] as const])]
    .map(([value, label]) => ({ value, label, count: rows.filter((row) => isAmong(row, value)).length }))
    .filter(({ value, count }) => count > 0 || value === filter)
    .map(({ value, label, count }) => ({ value, label: `${label} ${count}` }));
  const summary = async (): Promise<string> => {
    const unused = picked.length > 0 ? [] : forms.filter((row) => row.unused);
    const pages = [
      ...summarySheets(chosen, [...unreadAll(meant), ...unusedAll(unused)], today()),
      ...againstSheets(linesOf(meant, against)),
    ];
    if (report !== null) {
      await report(pages);
      return '';
    }
    return saveFile('核查汇总.xlsx', await store.workbook(pages), '汇总表');
  };
  return (
    <section className={styles.root} aria-label="批量核查" {...handlers}>
      <DropZone dropping={dropping} more={rows.length > 0} onFiles={(chosen) => store.add(chosen)} />
      <RulebookNote rulebooks={rulebooks} />
      <BatchProgress store={store} />
      {rows.length > 0 && (
        <>
          <div className="row on-screen middle gap-xs above-s below-s" role="group" aria-label="筛选">
            <FilterChips chips={chips} chosen={filter} onChoose={choose} />
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
            {picked.length === 1 && <span className="quiet">再选一份可以对比</span>}
          </div>
          <Doubts doubts={doubts} rows={forms} onOpen={openRow} onUse={(only, among) => store.useOnly(only, among)} />
          {forms.length > 1 && (
            <CommonProblems
              problems={problems}
              of={chosen.length}
              chosen={problem?.check ?? ''}
              onChoose={(check) => choose(check === problem?.check ? 'all' : `check ${check}`)}
            />
          )}
          <div className="grow">
            <BatchTable
              rows={list}
              below={filesBelow(rows.map(({ file }) => file))}
              drawn={drawn}
              onMore={() => change({ drawn: drawn + PAGE })}
              sorting={sorting}
              onSort={sort}
              selected={selected}
              onSelect={select}
              onOpen={openRow}
            />
            {list.length === 0 && <p className="dim">没有符合条件的表。</p>}
          </div>
          <div className={styles.bottom}>
            {report !== null && <OwnNotices />}
            <footer className="bottom-bar">
              <Button
                className={styles.button}
                appearance="primary"
                disabledFocusable={busy || running || forms.length === 0}
                onClick={() => void attempt(summary)}
              >
                {`${report === null ? '下载汇总表' : '汇总到工作表'}${scope}`}
              </Button>
              <Button
                className={styles.button}
                disabledFocusable={busy || !chosen.some(goesBack)}
                data-opens="memo"
                onClick={() => show({ kind: 'memo' }, '[data-opens="memo"]')}
              >
                {`退回意见${scope}`}
              </Button>
              <Button
                className={styles.button}
                disabledFocusable={busy || running || forms.length === 0}
                data-opens="against"
                onClick={() => show({ kind: 'against' }, '[data-opens="against"]')}
              >
                与申报表、上年核对
              </Button>
              {outletsHere().files && (
                <Button
                  className={styles.button}
                  disabledFocusable={busy || running || toCopy.length === 0}
                  onClick={() => void attempt(() => saveCopies(store, toCopy))}
                >
                  {`下载批注件${scope === '' ? `（要退回的 ${copies} 个）` : scope}`}
                </Button>
              )}
              {picked.length > 0 && (
                <Button className={styles.button} appearance="subtle" onClick={() => change({ selected: new Set() })}>
                  取消选择
                </Button>
              )}
              <FilesNote />
              {report !== null && <UndoButton />}
              <div role="status" className="whole-line small">
                {said}
              </div>
            </footer>
          </div>
        </>
      )}
      {rows.length === 0 && said !== '' && <p role="alert">{said}</p>}
    </section>
  );
}
