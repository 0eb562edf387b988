import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import { SheetTable } from '../../grid/sheetTable';
import { cellAt, type SheetSnapshot } from '../../sheet/snapshot';
import { textToType } from '../../sheet/typed';
import { usePaneState, useSession } from '../components/useSession';
import { mapOf, marksOf, MOST_ROWS, shownSheet } from './grid';

const useStyles = makeStyles({
  root: { height: '100%', overflow: 'auto' },
  more: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground3 },
});

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
  const { abilities, view, selected, marks: onSheet } = usePaneState();
  const { mapped } = onSheet;
  const holder = useRef<HTMLDivElement>(null);
  const table = useRef<SheetTable>(null);
  const read = useRef(snapshot);
  const marks = useMemo(() => (mapped ? mapOf(view) : marksOf(view)), [view, mapped]);
  const sheet = useMemo(() => shownSheet(snapshot, marks, abilities.canWrite), [snapshot, marks, abilities.canWrite]);
  useEffect(() => {
    if (holder.current === null) return;
    const { writing } = session;
    table.current = new SheetTable(holder.current, {
      leadsOn: false,
      select: (cell) => void session.goTo(cell),
      edit: (cell) => {
        const before = cellAt(read.current, cell);
        const end = (typed: string | null) => void (typed !== null && writing.enter(before, typed));
        if (abilities.canWrite) return { text: textToType(before), formula: before.formula, end };
        // Says why nothing can be written here.
        end('');
        return null;
      },
      undo: () => void writing.undo(),
    });
  }, [session, abilities.canWrite]);
  useEffect(() => {
    read.current = snapshot;
    table.current?.draw(sheet, selected);
  }, [session, snapshot, sheet, selected]);
  return (
    <div className={styles.root} role="region" aria-label={`工作表 ${snapshot.name}`}>
      <p id="grid-keys" hidden>
        方向键移动，回车或 F2 编辑，Esc 放弃
      </p>
      <div ref={holder} className="sheet-grid" />
      {snapshot.rowCount > MOST_ROWS && (
        <p className={styles.more}>{`只显示前 ${MOST_ROWS} 行，共 ${snapshot.rowCount} 行；全部行都已核查。`}</p>
      )}
    </div>
  );
}
