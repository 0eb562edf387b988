import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSortDown16Regular } from '@fluentui/react-icons/svg/arrow-sort-down';
import { ArrowSortUp16Regular } from '@fluentui/react-icons/svg/arrow-sort-up';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { useMedia } from '../components/useMedia';
import { PAGE } from './looking';
import type { BatchRow } from './state';
import {
  causeText,
  type Column,
  type ColumnId,
  COLUMNS,
  isBad,
  projectText,
  type Sorting,
  organisationText,
} from './table';

/** Where there is no room for a line of columns, the figures of a form stand below its unit. */
const NARROW = '@container batch (max-width: 519px)';
const SMALL = '@container batch (min-width: 240px) and (max-width: 519px)';
const TINY = '@container batch (max-width: 239px)';
/** Where all columns are shown, and where their names have room too. */
const WIDE = '@container batch (min-width: 820px) and (max-width: 1099px)';
const ROOMY = '@container batch (min-width: 1100px)';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [NARROW]: { display: 'block' },
  },
  part: { [NARROW]: { display: 'block' } },
  headPart: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 0 -1px ${tokens.colorNeutralStroke1}`,
  },
  columns: {
    [NARROW]: { display: 'grid' },
    // 自评, 复算, 比各项之和, 比复算: the longest heading has the most room.
    [SMALL]: { gridTemplateColumns: '24px 4fr 4fr 7fr 5fr 32px 32px' },
    [TINY]: { gridTemplateColumns: '24px repeat(3, minmax(0, 1fr))' },
  },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  head: {
    padding: '2px 4px',
    textAlign: 'left',
    whiteSpace: 'nowrap',
    [NARROW]: { padding: '0 1px' },
    [TINY]: { whiteSpace: 'normal' },
  },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    minWidth: '24px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    ':hover': { color: tokens.colorBrandForegroundLink },
  },
  cell: { padding: '6px 4px', verticalAlign: 'top', [NARROW]: { padding: '0 1px 4px' } },
  // No wider than their figures, so that they stand alike whatever rows are shown.
  figure: {
    width: '1%',
    textAlign: 'right',
    whiteSpace: 'nowrap',
    [NARROW]: { width: 'auto' },
    [TINY]: { whiteSpace: 'normal' },
  },
  unit: {
    // The button in it is as high as fingers need.
    paddingTop: '2px',
    [WIDE]: { minWidth: '12em' },
    [ROOMY]: { minWidth: '16em' },
    [NARROW]: { gridColumn: '2 / -1', padding: '4px 1px 2px' },
  },
  whole: { [NARROW]: { gridColumn: '1 / -1' } },
  line: { whiteSpace: 'nowrap' },
  grade: { '@container batch (min-width: 820px)': { whiteSpace: 'nowrap' } },
  long: { [WIDE]: { minWidth: '5em' }, [ROOMY]: { minWidth: '9em' } },
  // Where there is a column of its own, it says which is which.
  // As wide as the column and no reason for it to be wider.
  narrow: { width: 0, minWidth: '100%', '@container batch (min-width: 820px)': { display: 'none' } },
  check: {
    width: '24px',
    padding: '2px 0 0',
    verticalAlign: 'top',
    [NARROW]: { gridRow: '1 / span 3', paddingTop: '4px' },
  },
  box: { '> input': { width: '24px' }, '> .fui-Checkbox__indicator': { margin: '4px' } },
  open: { width: '100%', color: tokens.colorBrandForegroundLink, ':hover': { textDecorationLine: 'underline' } },
  bad: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  unread: { padding: '6px 4px', color: tokens.colorStatusWarningForeground3 },
  mark: { verticalAlign: '-3px', marginRight: '4px' },
  middle: { '@container batch (max-width: 519px)': { display: 'none' } },
  wide: { '@container batch (max-width: 819px)': { display: 'none' } },
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
  /** What a file is called beside the others. */
  readonly below: (file: string) => string;
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
export function BatchTable({
  rows,
  below,
  drawn,
  onMore,
  sorting,
  onSort,
  selected,
  onSelect,
  onOpen,
}: BatchTableProps) {
  const styles = useStyles();
  const shown = useMedia('print') ? rows.length : drawn;
  const keys = rows.filter(({ form, unused }) => form !== null && !unused).map(({ key }) => key);
  const picked = keys.filter((key) => selected.has(key)).length;
  // A column in which nothing stands takes no room from those that say something.
  const columns = COLUMNS.filter(
    (column) => column.room === 'always' || rows.some((row) => row.form !== null && !/^—?$/.test(column.text(row))),
  );
  const several = repeated(rows.map(({ file }) => file));
  const fileText = ({ file, form }: BatchRow) => {
    const sheet = form !== null && several.has(file) ? ` › ${form.sheet}` : '';
    return `${below(file)}${sheet}`;
  };
  const alike = repeated(rows.filter(({ form }) => form !== null).map(organisationText));
  const heading = ({ id, label, full = label, room, figure }: Column) => {
    const sorted = sorting?.column === id ? sorting : null;
    const Icon = sorted?.descending === true ? ArrowSortDown16Regular : ArrowSortUp16Regular;
    return (
      <th
        key={id}
        scope="col"
        aria-sort={sorted === null ? 'none' : sorted.descending ? 'descending' : 'ascending'}
        className={mergeClasses(styles.head, figure && styles.figure, id === 'unit' && styles.unit, styles[room])}
      >
        <button
          type="button"
          data-prints
          className={mergeClasses('bare', styles.sort)}
          title={`按${full}排序`}
          onClick={() => onSort(id)}
        >
          {label}
          {sorted !== null && <Icon aria-hidden />}
        </button>
      </th>
    );
  };
  return (
    <>
      <table className={styles.table}>
        <thead className={mergeClasses(styles.part, styles.headPart)}>
          <tr className={styles.columns}>
            <th scope="col" className={mergeClasses('on-screen', styles.head, styles.check)}>
              <Checkbox
                className={styles.box}
                aria-label="全选"
                checked={picked === 0 ? false : picked === keys.length ? true : 'mixed'}
                onChange={(_, { checked }) => onSelect(keys, checked === true)}
              />
            </th>
            {columns.map(heading)}
          </tr>
        </thead>
        <tbody className={styles.part}>
          {rows.slice(0, shown).map((row) =>
            row.form === null ? (
              <tr key={row.key} className={mergeClasses(styles.columns, styles.row)} data-unread>
                <td className={mergeClasses(styles.cell, styles.unread, styles.whole)} colSpan={columns.length + 1}>
                  <Warning16Filled className={styles.mark} aria-hidden />
                  {`${fileText(row)}：${row.reason}`}
                </td>
              </tr>
            ) : (
              <tr key={row.key} className={mergeClasses(styles.columns, styles.row)} data-row={row.key}>
                <td className={mergeClasses('on-screen', styles.cell, styles.check)}>
                  <Checkbox
                    className={styles.box}
                    aria-label={`选择 ${organisationText(row)}（${fileText(row)}）`}
                    checked={selected.has(row.key)}
                    onChange={(_, { checked }) => onSelect([row.key], checked === true)}
                  />
                </td>
                {columns.map((column) => {
                  const text = column.id === 'file' ? fileText(row) : column.text(row);
                  return (
                    <td
                      key={column.id}
                      data-column={column.id}
                      className={mergeClasses(
                        styles.cell,
                        column.figure && styles.figure,
                        isBad(column, row) && styles.bad,
                        styles[column.room],
                        column.look && styles[column.look],
                      )}
                    >
                      {column.id === 'unit' ? (
                        <>
                          <button
                            type="button"
                            data-prints
                            className={mergeClasses('bare two-lines', styles.open)}
                            title={`${text}\n${fileText(row)}`}
                            onClick={() => onOpen(row)}
                          >
                            {text}
                            {row.mended && <span className="dim"> 已改</span>}
                            {row.unused && <span className="dim"> 不用</span>}
                          </button>
                          {[projectText(row), alike.has(text) ? fileText(row) : '']
                            .filter((also) => also !== '' && also !== text)
                            .map((also) => (
                              <span
                                key={also}
                                title={also}
                                className={mergeClasses('line dim one-line', styles.narrow)}
                              >
                                {also}
                              </span>
                            ))}
                          {!row.unused && causeText(row) !== '' && <span className="line dim">{causeText(row)}</span>}
                        </>
                      ) : column.figure ? (
                        text
                      ) : (
                        <span className="two-lines" title={text}>
                          {text}
                        </span>
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
