import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right';
import { type ReactNode, useState } from 'react';
import type { Place } from '../../compare/difference';
import { PAIR_WORDS, type ComparisonRecord } from '../../compare/record';
import type { CellRef } from '../../sheet/snapshot';
import { Differences } from './Differences';

const useStyles = makeStyles({
  root: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  button: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalXS,
    width: '100%',
    minHeight: '28px',
    padding: '4px 0',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  turned: { transform: 'rotate(90deg)' },
  words: { flexGrow: 1, minWidth: 0 },
  title: { fontWeight: tokens.fontWeightSemibold },
  file: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  count: { flexShrink: 0 },
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
export function Result({ title, against, comparison, failed, open: first = false, onToggle, ...links }: ResultProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(first);
  const toggle = () => {
    setOpen(!open);
    onToggle?.(!open);
  };
  if (comparison === null) return <p className={styles.failed}>{`${title ?? against}：没有核对，${failed}`}</p>;
  return (
    <div className={styles.root}>
      <button type="button" data-prints className={styles.button} aria-expanded={open} onClick={toggle}>
        <ChevronRight12Regular aria-hidden className={mergeClasses(open && styles.turned)} />
        <span className={styles.words}>
          <span className={styles.title}>{title ?? PAIR_WORDS[comparison.kind]}</span>
          <span className={styles.file}>
            {title === undefined ? against : `${PAIR_WORDS[comparison.kind]}：${against}`}
          </span>
        </span>
        <span className={styles.count}>{countWords(comparison)}</span>
      </button>
      {open && <Differences comparison={comparison} {...links} />}
    </div>
  );
}
