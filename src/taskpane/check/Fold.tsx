import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right';
import { SeverityMark } from '../components/severity';
import type { PlacedFinding } from '../session/state';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalSNudge,
    width: '100%',
    minHeight: '32px',
    marginBottom: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalMNudge}`,
    borderLeft: `3px double ${tokens.colorNeutralStrokeAccessible}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    ':focus-visible': { outlineOffset: '-2px' },
  },
  type: { flexGrow: 1, minWidth: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

interface FoldProps {
  readonly type: string;
  readonly all: readonly PlacedFinding[];
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Many findings of one kind in one line, until they are asked for. */
export function Fold({ type, all, open, onToggle }: FoldProps) {
  const styles = useStyles();
  const [first] = all;
  if (first === undefined) return null;
  return (
    <button
      type="button"
      data-prints
      className={mergeClasses('bare', styles.root)}
      data-look="line"
      aria-expanded={open}
      onClick={onToggle}
    >
      <SeverityMark severity={first.finding.severity} />
      <span className={styles.type}>{type}</span>
      <span>{`${all.length} 处`}</span>
      <ChevronRight12Regular aria-hidden />
    </button>
  );
}
