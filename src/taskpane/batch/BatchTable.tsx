import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSortDown16Regular } from '@fluentui/react-icons/svg/arrow-sort-down';
import { ArrowSortUp16Regular } from '@fluentui/react-icons/svg/arrow-sort-up';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { useMedia } from '../components/useMedia';
import { PAGE } from './looking';
import type { BatchRow } from './rows';
import { causeText, type Column, type ColumnId, COLUMNS, isBad, type Sorting, unitText } from './table';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: '4px 4px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForegroundLink },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  row: { ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: {
    padding: '4px',
    lineHeight: '24px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  // No wider than their figures, so that they stand alike whatever rows are shown.
  figure: { width: '1%', textAlign: 'right', whiteSpace: 'nowrap' },
  kind: { whiteSpace: 'nowrap' },
  rulebook: { minWidth: '14em' },
  file: { display: 'block', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  // Where there is a column of files, it says which is which.
  narrow: { '@container batch (min-width: 820px)': { display: 'none' } },
  check: { width: '24px', padding: '2px 0 0', '@media print': { display: 'none' } },
  box: { '> input': { width: '24px' }, '> .fui-Checkbox__indicator': { margin: '4px' } },
  open: {
    minHeight: '24px',
    width: '100%',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { color: tokens.colorBrandForegroundLink, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  bad: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  unread: { color: tokens.colorStatusWarningForeground3 },
  tag: { color: tokens.colorNeutralForeground3 },
  mark: { verticalAlign: '-3px', marginRight: '4px' },
  small: { display: 'none', '@container batch (min-width: 240px)': { display: 'table-cell' } },
  middle: { display: 'none', '@container batch (min-width: 520px)': { display: 'table-cell' } },
  wide: { display: 'none', '@container batch (min-width: 820px)': { display: 'table-cell' } },
  always: {},
  more: { margin: `${tokens.spacingVerticalM} 0` },
});

/** The texts that stand there more than once. */
function repeated(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(texts.filter((text) => seen.size === seen.add(text).size));
}

interface BatchTableProps {
  readonly rows: readonly BatchRow[];
  /** How many of them are drawn on the screen. */
  readonly drawn: number;
  readonly onMore: () => void;
  readonly sorting: Sorting | null;
  readonly onSort: (column: ColumnId) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (keys: readonly string[], chosen: boolean) => void;
  readonly onOpen: (row: BatchRow) => void;
}

/** One row for each form, and one for each file that can't be read. */
export function BatchTable({ rows, drawn, onMore, sorting, onSort, selected, onSelect, onOpen }: BatchTableProps) {
  const styles = useStyles();
  const shown = useMedia('print') ? rows.length : drawn;
  const keys = rows.filter(({ form }) => form !== null).map(({ key }) => key);
  const picked = keys.filter((key) => selected.has(key)).length;
  const alike = repeated(rows.filter(({ form }) => form !== null).map(unitText));
  const heading = ({ id, label, room, figure }: Column) => {
    const sorted = sorting?.column === id ? sorting : null;
    const Icon = sorted?.descending === true ? ArrowSortDown16Regular : ArrowSortUp16Regular;
    return (
      <th
        key={id}
        scope="col"
        aria-sort={sorted === null ? 'none' : sorted.descending ? 'descending' : 'ascending'}
        className={mergeClasses(styles.head, figure && styles.figure, styles[room])}
      >
        <button type="button" data-prints className={styles.sort} title={`按${label}排序`} onClick={() => onSort(id)}>
          {label}
          {sorted !== null && <Icon aria-hidden />}
        </button>
      </th>
    );
  };
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.check)}>
              <Checkbox
                className={styles.box}
                aria-label="全选"
                checked={picked === 0 ? false : picked === keys.length ? true : 'mixed'}
                onChange={(_, { checked }) => onSelect(keys, checked === true)}
              />
            </th>
            {COLUMNS.map(heading)}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) =>
            row.form === null ? (
              <tr key={row.key} data-unread>
                <td className={mergeClasses(styles.cell, styles.unread)} colSpan={COLUMNS.length + 1}>
                  <Warning16Filled className={styles.mark} aria-hidden />
                  {`${row.file}：${row.reason}`}
                </td>
              </tr>
            ) : (
              <tr key={row.key} className={styles.row} data-row={row.key}>
                <td className={mergeClasses(styles.cell, styles.check)}>
                  <Checkbox
                    className={styles.box}
                    aria-label={`选择 ${unitText(row)}（${row.file}）`}
                    checked={selected.has(row.key)}
                    onChange={(_, { checked }) => onSelect([row.key], checked === true)}
                  />
                </td>
                {COLUMNS.map((column) => {
                  const text = column.text(row);
                  return (
                    <td
                      key={column.id}
                      data-column={column.id}
                      className={mergeClasses(
                        styles.cell,
                        column.figure && styles.figure,
                        isBad(column, row) && styles.bad,
                        styles[column.room],
                        column.id === 'kind' && styles.kind,
                        column.id === 'rulebook' && styles.rulebook,
                      )}
                    >
                      {column.id === 'unit' ? (
                        <>
                          <button
                            type="button"
                            data-prints
                            className={styles.open}
                            title={row.file}
                            onClick={() => onOpen(row)}
                          >
                            {text}
                            {row.mended && <span className={styles.tag}> 已改</span>}
                            {alike.has(text) && (
                              <span className={mergeClasses(styles.file, styles.narrow)}>{row.file}</span>
                            )}
                          </button>
                          {causeText(row) !== '' && <span className={styles.file}>{causeText(row)}</span>}
                        </>
                      ) : (
                        text
                      )}
                    </td>
                  );
                })}
              </tr>
            ),
          )}
        </tbody>
      </table>
      {rows.length > shown && (
        <Button className={styles.more} size="small" onClick={onMore}>
          {`再显示 ${Math.min(PAGE, rows.length - shown)} 行（共 ${rows.length} 行）`}
        </Button>
      )}
    </>
  );
}
