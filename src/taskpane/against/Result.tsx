import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SideCell } from '../../compare/difference';
import { agreedInWords, type ComparisonRecord, heldInWords, PAIR_WORDS } from '../../compare/record';
import { formatAddress } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import { cut } from '../../sheet/text';
import { Unfolding } from '../components/Disclosure';
import { SeverityMark } from '../components/severity';
import { baseName } from '../../sheet/fileName';

const useStyles = makeStyles({
  item: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  years: {
    width: '100%',
    maxWidth: '640px',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      padding: '4px 8px 4px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
  },
  button: {
    display: 'flex',
    alignItems: 'baseline',
    width: '100%',
    minHeight: '28px',
    padding: '4px 0',
    fontWeight: tokens.fontWeightRegular,
  },
});

const LONGEST = 60;

const whereOf = ({ file, sheet, cell }: SideCell): string =>
  `${file === undefined ? '' : `${baseName(file)} `}${sheet}!${formatAddress(cell)}`;

interface DifferencesProps {
  readonly comparison: ComparisonRecord;
  /** A link to a cell of the form under review, where it can be shown. */
  readonly link?: (cell: CellRef) => ReactNode;
  /** The same of the other form; `null` where it is not among what can be shown. */
  readonly otherLink?: (place: SideCell, words: string) => ReactNode;
}

/** How many places of two forms agree, and each that does not with both texts. */
function Differences({ comparison, link, otherLink }: DifferencesProps) {
  const styles = useStyles();
  const { held, differences, unheld, mistaken, figures } = comparison;
  const whys = [...new Set(unheld.map(({ why }) => why))].join('；');
  return (
    <>
      {mistaken !== '' && (
        <p className="warns">
          <strong>{mistaken}</strong>
        </p>
      )}
      <ul>
        {differences.map((difference, at) => (
          <li key={at} className={styles.item} data-difference={difference.kind}>
            <span className="row unbroken baseline apart-s">
              <SeverityMark severity={difference.severity} />
              {difference.after !== null && (link?.(difference.after.cell) ?? formatAddress(difference.after.cell))}
            </span>
            <span className="line">{difference.message}</span>
            {difference.before !== null && (
              <span className="quiet above-xs below-xs">
                {difference.after !== null && '对照 '}
                {otherLink?.(difference.before, whereOf(difference.before)) ?? whereOf(difference.before)}
                {` ${cut(difference.before.text, LONGEST)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet above-xs below-xs">
        {held.length > 0 && `核对 ${held.length} 处（${heldInWords(comparison)}），${agreedInWords(comparison)}。`}
        {unheld.length > 0 && `没有对照的指标值和分值 ${unheld.length} 处：${whys}。`}
      </p>
      {figures.length > 0 && (
        <table className={styles.years}>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">指标值：上年 → 本年</th>
              <th scope="col">完成值：上年 → 本年</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ name, target, actual }, at) => (
              <tr key={at}>
                <th scope="row">{name}</th>
                <td>{bothYears(target)}</td>
                <td>{bothYears(actual)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** ≥400 → ≥420; once where it is the same. */
function bothYears([was, is]: readonly [string, string]): string {
  return was === is ? cut(is, LONGEST) : `${cut(was, LONGEST) || '—'} → ${cut(is, LONGEST) || '—'}`;
}

/** 2 处提醒，1 处提示; 一致 where nothing differs, unless there was nothing that could. */
function countWords({ kind, held, differences, mistaken }: ComparisonRecord): string {
  if (mistaken !== '') return '单位不同';
  if (held.length + differences.length === 0) return kind === 'projects' ? '没有可核对的金额' : '没有可核对的内容';
  const loud = differences.filter(({ severity }) => severity === 'warning').length;
  const asks = differences.length - loud;
  const parts = [...(loud > 0 ? [`${loud} 处提醒`] : []), ...(asks > 0 ? [`${asks} 处提示`] : [])];
  return parts.length === 0 ? (kind === 'last-year' ? '没有疑问' : '一致') : parts.join('，');
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
  readonly otherLink?: (place: SideCell, words: string) => ReactNode;
}

/** One pair: what it came to, opened each difference. */
export function Result({ title, against, comparison, failed, open = false, onToggle, ...links }: ResultProps) {
  const styles = useStyles();
  if (comparison === null)
    return <p className="warns above-xs below-xs">{`${title ?? against}：没有核对，${failed}`}</p>;
  return (
    <div className="edge-below">
      <Unfolding
        className={styles.button}
        first={open}
        {...(onToggle && { onToggle })}
        label={
          <>
            <span className="grow">
              <span className="strong">{title ?? PAIR_WORDS[comparison.kind]}</span>
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
