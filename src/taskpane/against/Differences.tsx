import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Place } from '../../compare/difference';
import { heldInWords, type ComparisonRecord } from '../../compare/record';
import { formatAddress } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import { SeverityMark } from '../components/severity';
import { baseName } from '../fileNames';
import { cut } from '../../sheet/text';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  head: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  words: { display: 'block' },
  small: { margin: '4px 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
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
export function Differences({ comparison, link, otherLink }: DifferencesProps) {
  const styles = useStyles();
  const { held, differences, unheld } = comparison;
  const agrees = held.filter(({ verdict }) => verdict === 'agrees').length;
  const whys = [...new Set(unheld.map(({ why }) => why))].join('；');
  return (
    <>
      <ul className={styles.list}>
        {differences.map((difference, at) => (
          <li key={at} className={styles.item} data-difference={difference.kind}>
            <span className={styles.head}>
              <SeverityMark severity={difference.severity} />
              {difference.after !== null && (link?.(difference.after.cell) ?? formatAddress(difference.after.cell))}
            </span>
            <span className={styles.words}>{difference.message}</span>
            {difference.before !== null && (
              <span className={styles.small}>
                {difference.after !== null && '对照 '}
                {otherLink?.(difference.before, whereOf(difference.before)) ?? whereOf(difference.before)}
                {` ${cut(difference.before.text, LONGEST)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.small}>
        {`核对 ${held.length} 处（${heldInWords(comparison)}），${agrees} 处一致。`}
        {unheld.length > 0 && `没有对照的指标值和分值 ${unheld.length} 处：${whys}。`}
      </p>
    </>
  );
}
