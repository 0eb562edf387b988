import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Place } from '../../compare/difference';
import { type ComparisonRecord, heldInWords, PAIR_WORDS } from '../../compare/record';
import { formatAddress } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import { cut } from '../../sheet/text';
import { Unfolding } from '../components/Disclosure';
import { SeverityMark } from '../components/severity';
import { baseName } from '../fileNames';

const useDifferencesStyles = makeStyles({
  item: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  small: { margin: '4px 0' },
});

const LONGEST = 60;

const whereOf = ({ file, sheet, cell }: Place): string =>
  `${file === undefined ? '' : `${baseName(file)} `}${sheet}!${formatAddress(cell)}`;

interface DifferencesProps {
  readonly comparison: ComparisonRecord;
  /** A link to a cell of the form under review, where it can be shown. */
  readonly link?: (cell: CellRef) => ReactNode;
  /** The same of the other form; `null` where it is not among what can be shown. */
  readonly otherLink?: (place: Place, words: string) => ReactNode;
}

/** How many places of two forms agree, and each that does not with both texts. */
function Differences({ comparison, link, otherLink }: DifferencesProps) {
  const styles = useDifferencesStyles();
  const { held, differences, unheld } = comparison;
  const agrees = held.filter(({ verdict }) => verdict === 'agrees').length;
  const whys = [...new Set(unheld.map(({ why }) => why))].join('；');
  return (
    <>
      <ul>
        {differences.map((difference, at) => (
          <li key={at} className={styles.item} data-difference={difference.kind}>
            <span className={styles.head}>
              <SeverityMark severity={difference.severity} />
              {difference.after !== null && (link?.(difference.after.cell) ?? formatAddress(difference.after.cell))}
            </span>
            <span className="line">{difference.message}</span>
            {difference.before !== null && (
              <span className={mergeClasses('quiet', styles.small)}>
                {difference.after !== null && '对照 '}
                {otherLink?.(difference.before, whereOf(difference.before)) ?? whereOf(difference.before)}
                {` ${cut(difference.before.text, LONGEST)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className={mergeClasses('quiet', styles.small)}>
        {`核对 ${held.length} 处（${heldInWords(comparison)}），${agrees} 处一致。`}
        {unheld.length > 0 && `没有对照的指标值和分值 ${unheld.length} 处：${whys}。`}
      </p>
    </>
  );
}

const useStyles = makeStyles({
  root: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  button: {
    display: 'flex',
    alignItems: 'baseline',
    width: '100%',
    minHeight: '28px',
    padding: '4px 0',
    fontWeight: tokens.fontWeightRegular,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  failed: { margin: '4px 0', color: tokens.colorStatusWarningForeground3 },
});

/** 2 处提醒，1 处提示; 一致 where nothing differs. */
function countWords({ differences }: ComparisonRecord): string {
  const loud = differences.filter(({ severity }) => severity === 'warning').length;
  const asks = differences.length - loud;
  const parts = [...(loud > 0 ? [`${loud} 处提醒`] : []), ...(asks > 0 ? [`${asks} 处提示`] : [])];
  return parts.length === 0 ? '一致' : parts.join('，');
}

interface ResultProps {
  /** What was held; the kind of comparison where nothing is given. */
  readonly title?: string;
  /** Against which file or sheet. */
  readonly against: string;
  readonly comparison: ComparisonRecord | null;
  /** Why there is no comparison. */
  readonly failed: string;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly link?: (cell: CellRef) => ReactNode;
  readonly otherLink?: (place: Place, words: string) => ReactNode;
}

/** One pair: what it came to, opened each difference. */
export function Result({ title, against, comparison, failed, open = false, onToggle, ...links }: ResultProps) {
  const styles = useStyles();
  if (comparison === null) return <p className={styles.failed}>{`${title ?? against}：没有核对，${failed}`}</p>;
  return (
    <div className={styles.root}>
      <Unfolding
        className={styles.button}
        first={open}
        {...(onToggle && { onToggle })}
        label={
          <>
            <span className="grow">
              <span className={styles.title}>{title ?? PAIR_WORDS[comparison.kind]}</span>
              <span className="quiet line">
                {title === undefined ? against : `${PAIR_WORDS[comparison.kind]}：${against}`}
              </span>
            </span>
            <span className="kept-size">{countWords(comparison)}</span>
          </>
        }
      >
        <Differences comparison={comparison} {...links} />
      </Unfolding>
    </div>
  );
}
