import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import type { CellMark, GridCell } from './grid';

/** Of the heads of columns and rows, which stay in sight. */
export const HEAD = {
  position: 'sticky',
  zIndex: 2,
  padding: '2px 6px',
  backgroundColor: tokens.colorNeutralBackground3,
  borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  color: tokens.colorNeutralForeground3,
  fontWeight: tokens.fontWeightRegular,
  whiteSpace: 'nowrap',
} as const;

const useStyles = makeStyles({
  head: { ...HEAD, left: 0 },
  cell: {
    position: 'relative',
    padding: '3px 6px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'middle',
    whiteSpace: 'pre-wrap',
    cursor: 'cell',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  // A figure broken over two lines can be taken for two. On the right as in a spreadsheet: what is not there is a text.
  figure: { textAlign: 'right', whiteSpace: 'nowrap' },
  // A corner as of a comment in a spreadsheet: the colours alone are not seen by everybody, nor kept in high contrast.
  corner: {
    '::after': {
      content: '""',
      position: 'absolute',
      top: 0,
      right: 0,
      width: '6px',
      height: '6px',
      clipPath: 'polygon(0 0, 100% 0, 100% 100%)',
      backgroundColor: tokens.colorNeutralForeground2,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
    },
  },
  error: { backgroundColor: tokens.colorStatusDangerBackground1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1 },
  info: { backgroundColor: tokens.colorNeutralBackground4 },
  agrees: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  differs: { backgroundColor: tokens.colorStatusDangerBackground1 },
  asks: { backgroundColor: tokens.colorStatusWarningBackground1 },
  unheld: { backgroundColor: tokens.colorNeutralBackground4 },
  sign: { marginRight: '4px', userSelect: 'none' },
  selected: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
});

interface GridRowProps {
  /** As it is numbered in the sheet. */
  readonly number: number;
  readonly cells: readonly GridCell[];
  readonly marks: ReadonlyMap<string, CellMark>;
  /** The address that Tab leads to, where it is in this row. */
  readonly stop: string | null;
  /** The address that is selected, where it is in this row. */
  readonly selected: string | null;
  /** The address that is edited, where it is in this row, and the field for it. */
  readonly edited: string | null;
  readonly editor: ReactNode;
}

function sameRow(a: GridRowProps, b: GridRowProps): boolean {
  return (
    a.number === b.number &&
    a.stop === b.stop &&
    a.selected === b.selected &&
    a.edited === b.edited &&
    a.editor === b.editor &&
    JSON.stringify(a.cells) === JSON.stringify(b.cells) &&
    (a.marks === b.marks || a.cells.every(({ address }) => a.marks.get(address)?.words === b.marks.get(address)?.words))
  );
}

/** One row of the grid; it is drawn again only when something in it changes. */
export const GridRow = memo(function GridRow({ number, cells, marks, stop, selected, edited, editor }: GridRowProps) {
  const styles = useStyles();
  return (
    <tr>
      <th scope="row" className={styles.head}>
        {number}
      </th>
      {cells.map(({ address, text, figure, rowSpan, columnSpan }) => {
        const mark = marks.get(address);
        return (
          <td
            key={address}
            data-cell={address}
            role="gridcell"
            aria-selected={selected === address}
            tabIndex={stop === address ? 0 : -1}
            title={mark?.words}
            rowSpan={rowSpan}
            colSpan={columnSpan}
            className={mergeClasses(
              styles.cell,
              figure && styles.figure,
              mark !== undefined && styles[mark.look],
              mark?.sign === '' && styles.corner,
              selected === address && styles.selected,
            )}
          >
            {mark !== undefined && mark.sign !== '' && (
              <span aria-hidden className={styles.sign}>
                {mark.sign}
              </span>
            )}
            {text}
            {edited === address && editor}
          </td>
        );
      })}
    </tr>
  );
}, sameRow);
