import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useId } from 'react';
import { sameCell } from '../../sheet/snapshot';
import { CellLink } from '../components/CellLink';
import { SeverityMark } from '../components/severity';
import { usePaneState, useSession } from '../components/useSession';
import type { PlacedFinding } from '../session/state';
import { FindingDetails } from './FindingDetails';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    marginBottom: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalMNudge}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: `0 ${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0`,
    overflowWrap: 'anywhere',
    // Quieter than Fluent's, on which links can't be read in the dark look.
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  selected: { boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke2}` },
  error: { borderLeftColor: tokens.colorStatusDangerBackground3 },
  warning: { borderLeftColor: tokens.colorStatusWarningBackground3 },
  info: { borderLeftColor: tokens.colorNeutralStrokeAccessible },
  // The cells go below where both would leave no room for words.
  headRow: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  heading: { flex: '1 1 140px', minWidth: 0, margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalSNudge,
    width: '100%',
    minHeight: '24px',
    padding: '2px 0',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    outlineStyle: 'none',
    // The click target is the whole card, without swallowing the link beside it.
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 'inherit' },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  openTarget: { '::after': { bottom: 'auto', height: '28px' } },
  title: { flex: '1 1 4em', minWidth: 0, fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
  link: { position: 'relative', zIndex: 1, paddingTop: '1px' },
  message: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});

interface FindingCardProps {
  readonly placed: PlacedFinding;
  /** Whether it is the one that the Tab key reaches. */
  readonly tabbable: boolean;
}

/** One finding: closed a line or three, open its arithmetic and what can be done about it. */
export const FindingCard = memo(function FindingCard({ placed, tabbable }: FindingCardProps) {
  const styles = useStyles();
  const session = useSession();
  const { opened, selected } = usePaneState();
  const id = useId();
  const { key, finding } = placed;
  const open = opened === key;
  const here = selected !== null && sameCell(selected, finding.cell);
  const tabIndex = tabbable || open ? 0 : -1;
  return (
    <div
      data-finding={key}
      data-severity={finding.severity}
      className={mergeClasses(styles.root, styles[finding.severity], open && styles.open, here && styles.selected)}
    >
      <div className={styles.headRow}>
        <h3 className={styles.heading}>
          <button
            type="button"
            data-head
            data-prints
            className={mergeClasses(styles.head, open && styles.openTarget)}
            tabIndex={tabIndex}
            aria-expanded={open}
            aria-controls={open ? `${id}-details` : undefined}
            aria-describedby={`${id}-message`}
            onClick={() => session.toggle(key)}
          >
            <SeverityMark severity={finding.severity} />
            <span className={styles.title}>{finding.title}</span>
          </button>
        </h3>
        <span className={styles.link}>
          <CellLink cells={[finding.cell, ...finding.related]} tabIndex={tabIndex} />
        </span>
      </div>
      <p id={`${id}-message`} className={mergeClasses(styles.message, !open && 'two-lines')}>
        {finding.message}
      </p>
      {open && <FindingDetails id={`${id}-details`} placed={placed} />}
    </div>
  );
});
