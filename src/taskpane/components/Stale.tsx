import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { useSession } from './useSession';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalSNudge,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  icon: { flexShrink: 0, marginTop: '2px', color: tokens.colorStatusWarningForeground3 },
});

/** Says that the findings may be older than the sheet, and why. */
export function Stale({ sentence }: { readonly sentence: string }) {
  const styles = useStyles();
  const session = useSession();
  return (
    <div className={styles.root}>
      <Warning16Filled className={styles.icon} aria-hidden />
      <span>
        {`下面是上一次核查的结果。${sentence} `}
        <Link as="button" onClick={() => void session.check()}>
          再查一次
        </Link>
      </span>
    </div>
  );
}
