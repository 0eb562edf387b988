import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { columnName, formatAddress, parseAddress } from '../../sheet/address';
import { gridActionOf } from '../../sheet/gridKeys';
import { neighbour, type Step } from '../../sheet/layout';
import { cellAt, type CellRef, type SheetCell, type SheetSnapshot } from '../../sheet/snapshot';
import { textToType } from '../../sheet/typed';
import { usePaneState, useSession } from '../components/useSession';
import { CellEditor } from './CellEditor';
import { gridOf, mapOf, marksOf, mergeAt, MOST_ROWS } from './grid';
import { GridRow, HEAD } from './GridRow';

/** Enough for five digits. */
const ROW_HEAD_WIDTH = 48;

const useStyles = makeStyles({
  // What is scrolled into view is not left under the heads, which stay.
  root: { height: '100%', overflow: 'auto', scrollPadding: '26px 4px 4px 52px' },
  table: {
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  head: { ...HEAD, top: 0 },
  corner: { left: 0, zIndex: 3 },
  more: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground3 },
});

/** A cell that is being edited: what stood in it when that began, and what the field begins with. */
interface Editing {
  readonly before: SheetCell;
  readonly text: string;
}

function addressOf(target: EventTarget): CellRef | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  return parseAddress(element?.dataset['cell'] ?? '');
}

/** The sheet as a plain table beside the findings, in which cells are looked at and edited as in a spreadsheet. */
export function SheetGrid() {
  const session = useSession();
  // Follows the session: the snapshot is another one after each reading.
  usePaneState();
  const snapshot = session.snapshot();
  return snapshot === null ? null : <Cells snapshot={snapshot} />;
}

function Cells({ snapshot }: { readonly snapshot: SheetSnapshot }) {
  const styles = useStyles();
  const session = useSession();
  const { abilities, view, selected, mapped } = usePaneState();
  const root = useRef<HTMLDivElement>(null);
  /** Whether the selection was moved in the grid, so that the keyboard belongs there. */
  const own = useRef(false);
  const [editing, setEditing] = useState<Editing | null>(null);
  const { shown, rows, widths } = useMemo(() => gridOf(snapshot, abilities.canWrite), [snapshot, abilities.canWrite]);
  const marks = useMemo(() => (mapped ? mapOf(view) : marksOf(view)), [view, mapped]);
  const current = selected === null ? null : (mergeAt(snapshot, selected) ?? selected);
  const address = current === null ? null : formatAddress(current);
  const stop = address ?? rows[0]?.[0]?.address ?? null;

  useEffect(() => {
    const cell = address === null ? null : root.current?.querySelector<HTMLElement>(`[data-cell=${address}]`);
    const typing = root.current?.querySelector('textarea') !== null;
    if (own.current && !typing) cell?.focus({ preventScroll: true });
    cell?.scrollIntoView(own.current ? { block: 'nearest', inline: 'nearest' } : { block: 'center' });
    own.current = false;
  }, [address]);

  const select = (cell: CellRef) => {
    own.current = formatAddress(cell) !== address;
    void session.goTo(cell);
  };
  const edit = (cell: CellRef, typed: string | null) => {
    const before = cellAt(snapshot, cell);
    // Says why nothing can be written here.
    if (!abilities.canWrite) void session.writing.enter(before, '');
    else setEditing({ before, text: typed ?? textToType(before) });
  };
  const move = (from: CellRef, step: Step) => select(neighbour((cell) => mergeAt(snapshot, cell), from, step, shown));
  const end = ({ before }: Editing, text: string | null, step: Step | null) => {
    setEditing(null);
    if (step !== null) {
      root.current?.querySelector<HTMLElement>(`[data-cell=${formatAddress(before.at)}]`)?.focus();
      move(before.at, step);
    }
    if (text !== null) void session.writing.enter(before, text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = addressOf(event.target);
    const action = event.nativeEvent.isComposing ? null : gridActionOf(event);
    if (cell === null || action === null || editing !== null) return;
    // An input method goes on with the key in the field.
    if (event.key !== 'Process') event.preventDefault();
    if (action.kind === 'move') move(cell, action.step);
    else if (action.kind === 'edit') {
      select(cell);
      edit(cell, action.typed);
    } else if (action.kind === 'clear') void session.writing.enter(cellAt(snapshot, cell), '');
    else void session.writing.undo();
  };
  const onClick = ({ target }: MouseEvent) => {
    const cell = addressOf(target);
    if (cell !== null) select(cell);
  };
  const onDoubleClick = ({ target }: MouseEvent) => {
    const cell = addressOf(target);
    if (cell !== null && editing === null) edit(cell, null);
  };
  const edited = editing === null ? null : formatAddress(editing.before.at);
  const editor = editing !== null && (
    <CellEditor
      label={`编辑 ${formatAddress(editing.before.at)}`}
      text={editing.text}
      formula={editing.before.formula}
      onEnd={(text, step) => end(editing, text, step)}
    />
  );
  const inRow = (cells: readonly { readonly address: string }[], which: string | null) =>
    which !== null && cells.some((cell) => cell.address === which) ? which : null;
  return (
    <div ref={root} className={styles.root} role="region" aria-label={`工作表 ${snapshot.name}`}>
      <table
        className={styles.table}
        role="grid"
        aria-label={`工作表 ${snapshot.name}：方向键移动，回车或 F2 编辑，Esc 放弃`}
        style={{ width: ROW_HEAD_WIDTH + widths.reduce((sum, width) => sum + width, 0) }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        <colgroup>
          <col style={{ width: ROW_HEAD_WIDTH }} />
          {widths.map((width, column) => (
            <col key={column} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td className={mergeClasses(styles.head, styles.corner)} />
            {widths.map((_, column) => (
              <th key={column} scope="col" className={styles.head}>
                {columnName(shown.column + column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <GridRow
              key={row}
              number={shown.row + row + 1}
              cells={cells}
              marks={marks}
              stop={inRow(cells, stop)}
              selected={inRow(cells, address)}
              editor={inRow(cells, edited) === null ? null : editor}
              edited={inRow(cells, edited)}
            />
          ))}
        </tbody>
      </table>
      {snapshot.rowCount > MOST_ROWS && (
        <p className={styles.more}>{`只显示前 ${MOST_ROWS} 行，共 ${snapshot.rowCount} 行；全部行都已核查。`}</p>
      )}
    </div>
  );
}
