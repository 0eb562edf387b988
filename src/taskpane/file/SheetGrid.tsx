import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Severity } from '../../checks/finding';
import { columnName, formatAddress } from '../../sheet/address';
import { sameCell, type SheetSnapshot } from '../../sheet/snapshot';
import { usePaneState, useSession } from '../components/useSession';
import { SEVERITIES } from '../../checks/severity';
import { cellsOf, type GridCell } from './cells';

/** Rows of a longer sheet are not shown; they are checked all the same. */
const MOST_ROWS = 400;

/** Characters from which a text gets a column wide enough to read it. */
const LONG_TEXT = 60;

const useStyles = makeStyles({
  root: { height: '100%', overflow: 'auto' },
  table: {
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  head: {
    position: 'sticky',
    zIndex: 1,
    padding: '2px 6px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
  },
  columnHead: { top: 0 },
  rowHead: { left: 0 },
  cell: {
    minWidth: '4em',
    maxWidth: '22em',
    padding: '3px 6px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'middle',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    cursor: 'cell',
  },
  long: { minWidth: '18em' },
  error: { backgroundColor: tokens.colorStatusDangerBackground1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1 },
  info: { backgroundColor: tokens.colorNeutralBackground4 },
  selected: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  more: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground3 },
});

function rowsOf(snapshot: SheetSnapshot): readonly (readonly GridCell[])[] {
  return cellsOf(snapshot, Math.min(MOST_ROWS, snapshot.rowCount));
}

/** The sheet as a plain table, so that a finding's cell can be looked at. */
export function SheetGrid() {
  const styles = useStyles();
  const session = useSession();
  const { view, selected } = usePaneState();
  const root = useRef<HTMLDivElement>(null);
  const snapshot = session.snapshot();
  useEffect(() => {
    if (selected === null) return;
    root.current?.querySelector(`[data-cell=${formatAddress(selected)}]`)?.scrollIntoView({ block: 'center' });
  }, [selected]);
  if (snapshot === null) return null;
  const loudest = new Map<string, Severity>();
  if (view.kind === 'reviewed') {
    for (const severity of [...SEVERITIES].reverse()) {
      for (const { finding } of view.forms.flatMap(({ open }) => open)) {
        if (finding.severity === severity) loudest.set(formatAddress(finding.cell), severity);
      }
    }
  }
  const { origin, columnCount, rowCount } = snapshot;
  return (
    <div ref={root} className={styles.root} role="region" aria-label={`工作表 ${snapshot.name}`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={mergeClasses(styles.head, styles.columnHead)} />
            {Array.from({ length: columnCount }, (_, column) => (
              <th key={column} className={mergeClasses(styles.head, styles.columnHead)}>
                {columnName(origin.column + column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(snapshot).map((cells, row) => (
            <tr key={row}>
              <th className={mergeClasses(styles.head, styles.rowHead)}>{origin.row + row + 1}</th>
              {cells.map(({ cell, text, rowSpan, columnSpan }) => {
                const address = formatAddress(cell);
                const severity = loudest.get(address);
                return (
                  <td
                    key={address}
                    data-cell={address}
                    rowSpan={rowSpan}
                    colSpan={columnSpan}
                    className={mergeClasses(
                      styles.cell,
                      text.length > LONG_TEXT && styles.long,
                      severity !== undefined && styles[severity],
                      selected !== null && sameCell(selected, cell) && styles.selected,
                    )}
                    onClick={() => void session.goTo(cell)}
                  >
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rowCount > MOST_ROWS && (
        <p className={styles.more}>{`只显示前 ${MOST_ROWS} 行，共 ${rowCount} 行；全部行都已核查。`}</p>
      )}
    </div>
  );
}
