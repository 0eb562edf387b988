import { makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components';
import { cellOf, debtsInWords, type OwedRow, type Progress } from '../../advice/filling';
import { spokenName } from '../../advice/drafts';
import { formatAddress } from '../../sheet/address';
import { cut, toldApart } from '../../sheet/text';
import { usePaneState } from '../components/useSession';
import { useFilling } from './useFilling';

const useStyles = makeStyles({
  group: { margin: `${tokens.spacingVerticalS} 0 2px`, fontWeight: tokens.fontWeightSemibold },
  row: {
    minHeight: '28px',
    marginBottom: '2px',
    padding: `3px ${tokens.spacingHorizontalS} 3px ${tokens.spacingHorizontalMNudge}`,
    borderLeft: `3px solid ${tokens.colorStatusWarningBackground3}`,
    borderRadius: `0 ${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0`,
    lineHeight: tokens.lineHeightBase300,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outlineOffset: '-2px' },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
});

/** What is still owed, below each first-level indicator. */
export function OwedList({ progress, shown }: { readonly progress: Progress; readonly shown: string | null }) {
  const styles = useStyles();
  const { filling } = useFilling();
  const { abilities, marks } = usePaneState();
  // That nothing is owed stands above already; prompts that still stand in cells can be taken away.
  if (progress.groups.length === 0 && !marks.prompting) return null;
  return (
    <section aria-label="还欠的">
      <div className="row middle above-l">
        <h2 className="subheading grow">还欠的</h2>
        {abilities.canWrite && (
          <Switch
            label="在单元格上提示"
            labelPosition="before"
            checked={marks.prompting}
            onChange={(_, { checked }) => void filling.showPrompts(checked)}
          />
        )}
      </div>
      {progress.groups.map(({ name, rows }) => (
        <section key={name}>
          <h3 className={mergeClasses('quiet', styles.group)}>{`${name.slice(0, 24)}（${rows.length}）`}</h3>
          <ul>
            {rows.map((owed) => {
              const cell = cellOf(owed);
              const [name, debts] = [nameAmong(rows, owed.row), debtsInWords(owed)];
              return (
                <li key={owed.row.key}>
                  <button
                    type="button"
                    className={mergeClasses(
                      'bare row unbroken baseline apart-s full',
                      styles.row,
                      owed.row.key === shown && styles.here,
                    )}
                    aria-current={owed.row.key === shown}
                    onClick={() => void filling.goTo(owed)}
                  >
                    <span className="grow">{name === debts ? name : `${name}：${debts}`}</span>
                    {cell !== null && <span className="kept-size small linked">{formatAddress(cell)}</span>}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** With the heading above it where others are called the same, as all are in a new form: 质量指标 › 指标1. */
function nameAmong(rows: readonly OwedRow[], { name, path }: OwedRow['row']): string {
  const plain = rows.map(({ row }) => unbroken(row.name));
  const alike = rows.some(({ row }) => row.name !== name && shortName(row.name) === shortName(name));
  const said = alike ? toldApart(plain, SEEN)(unbroken(name)) : shortName(name);
  const level = path.length > 1 && rows.filter(({ row }) => row.name === name).length > 1 ? path.at(-1) : undefined;
  return level === undefined ? said : `${cut(level, 12)} › ${said}`;
}

/** As many characters of a name are shown. */
const SEEN = 18;

const unbroken = (name: string): string => name.replace(/\s+/g, '');

function shortName(name: string): string {
  const spoken = spokenName(name);
  return spoken === '该指标' ? cut(unbroken(name), SEEN) : spoken;
}
