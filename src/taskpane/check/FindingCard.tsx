import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CommentCheckmark16Regular } from '@fluentui/react-icons/svg/comment-checkmark';
import { memo, useId } from 'react';
import { withoutItem } from '../../advice/places';
import { differenceOf, isSettled } from '../../advice/stakes';
import type { Finding } from '../../checks/finding';
import { formatAddress } from '../../sheet/address';
import { sameCell } from '../../sheet/snapshot';
import { CellLink } from '../components/CellLink';
import { later } from '../components/later';
import { SeverityMark } from '../components/severity';
import { usePaneState, useSession } from '../components/useSession';
import type { PlacedFinding } from '../session/state';
import { typeOf } from './shown';

const FindingDetails = later('这一条', () => import('./FindingDetails'), 'part');

const useStyles = makeStyles({
  root: {
    position: 'relative',
    marginBottom: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalMNudge}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: `0 ${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0`,
    scrollMarginTop: 'var(--above, 0px)',
    '& > :first-child': { scrollMarginTop: 'var(--above, 0px)' },
    // Quieter than Fluent's, on which links can't be read in the dark look.
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  selected: {
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke2}`,
    // There shadows are not drawn.
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  error: { borderLeftColor: tokens.colorStatusDangerBackground3 },
  warning: { borderLeftColor: tokens.colorStatusWarningBackground3 },
  info: { borderLeftColor: tokens.colorNeutralStrokeAccessible },
  heading: { flex: '1 1 140px', minWidth: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  head: {
    padding: '2px 0',
    // The click target is the whole card, without swallowing the link beside it.
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 'inherit' },
    // Drawn around the card instead, also where only the top of it is the click target.
    ':focus-visible': { outlineStyle: 'none' },
    ':focus-visible::before': {
      content: '""',
      position: 'absolute',
      inset: 0,
      borderRadius: 'inherit',
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      pointerEvents: 'none',
    },
  },
  openTarget: { '::after': { bottom: 'auto', height: '28px' } },
  title: { flex: '1 1 4em', minWidth: 0, fontWeight: tokens.fontWeightSemibold },
  link: { position: 'relative', zIndex: 1, paddingTop: '1px' },
  hidden: { paddingTop: '3px' },
  annotated: { paddingTop: '3px', color: tokens.colorNeutralForeground3 },
  item: { lineHeight: tokens.lineHeightBase200 },
  figures: { alignItems: 'baseline', columnGap: tokens.spacingHorizontalXS },
});

/** Longer ones are read in the cell. */
const LONGEST_FIGURE = 24;

/** 表内 2.66 → 应为 2.93（−0.27）, 对照 where either may be wrong; or nothing where one of the two is no short text. */
function Figures({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const { expected, found } = finding;
  const difference = differenceOf(finding);
  if (expected === undefined || found === undefined) return null;
  const sign = difference !== null && difference.amount.gt(0) ? '+' : '−';
  const unit = difference?.percent === true ? ' 个百分点' : '';
  return (
    <p className={mergeClasses('row', styles.figures)}>
      <span className="quiet">表内</span>
      <span>{found === '' ? '空' : found}</span>
      <span aria-hidden>→</span>
      <span className="quiet">{isSettled(finding) ? '应为' : '对照'}</span>
      <strong>{expected}</strong>
      {difference !== null && <span className="muted">{`（${sign}${difference.text}${unit}）`}</span>}
    </p>
  );
}

/** Whether both what stands there and what should can be shown in one line. */
function hasFigures({ expected, found }: Finding): boolean {
  const short = (text: string | undefined) => text !== undefined && text.length <= LONGEST_FIGURE;
  return short(expected) && short(found);
}

interface FindingCardProps {
  readonly placed: PlacedFinding;
  /** The item, or the place, that it is about; `null` where that stands above the card. */
  readonly where: string | null;
  /** Whether it is the one that the Tab key reaches. */
  readonly tabbable: boolean;
}

/** One finding: closed its kind and its figures, open the arithmetic, the grounds and what can be done about it. */
export const FindingCard = memo(function FindingCard({ placed, where, tabbable }: FindingCardProps) {
  const styles = useStyles();
  const session = useSession();
  const { opened, selected, marks } = usePaneState();
  const id = useId();
  const { key, finding } = placed;
  const open = opened === key;
  const here = selected !== null && sameCell(selected, finding.cell);
  const figures = hasFigures(finding);
  const said = withoutItem(finding.message, placed.item);
  // A figure is never cut off.
  const isCut = !open && !/[0-9]/.test(said);
  const tabIndex = tabbable || open ? 0 : -1;
  return (
    <div
      data-finding={key}
      data-severity={finding.severity}
      className={mergeClasses(styles.root, styles[finding.severity], open && styles.open, here && styles.selected)}
    >
      {where !== null && <p className={mergeClasses('quiet one-line', styles.item)}>{where}</p>}
      <div className="row top apart-s">
        <h3 className={styles.heading}>
          <button
            type="button"
            data-head
            data-prints
            className={mergeClasses('bare row top apart-snudge full', styles.head, open && styles.openTarget)}
            tabIndex={tabIndex}
            aria-expanded={open}
            aria-controls={open ? `${id}-details` : undefined}
            aria-describedby={`${id}-said`}
            onClick={() => void session.toggle(placed)}
          >
            <SeverityMark severity={finding.severity} />
            <span className={styles.title}>{typeOf(placed)}</span>
          </button>
        </h3>
        {!open && finding.hidden !== undefined && (
          <span className={mergeClasses('quiet', styles.hidden)}>{`在${finding.hidden}`}</span>
        )}
        {marks.annotated.has(formatAddress(finding.cell)) && (
          <span className={styles.annotated} title="已批注">
            <CommentCheckmark16Regular aria-label="已批注" />
          </span>
        )}
        <span className={styles.link}>
          <CellLink cells={open ? [finding.cell] : [finding.cell, ...finding.related]} tabIndex={tabIndex} />
        </span>
      </div>
      <div id={`${id}-said`}>
        {figures && <Figures finding={finding} />}
        {(open || !figures) && <p className={mergeClasses('softer', isCut && 'two-lines')}>{said}</p>}
      </div>
      {open && (
        <div id={`${id}-details`}>
          <FindingDetails placed={placed} />
        </div>
      )}
    </div>
  );
});
