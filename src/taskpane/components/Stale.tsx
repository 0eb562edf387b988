import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { useSession } from './useSession';

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  icon: { marginTop: '2px' },
});

/** Says that the findings may be older than the sheet, and why. */
export function Stale({ sentence }: { readonly sentence: string }) {
  const styles = useStyles();
  const session = useSession();
  return (
    <div className={mergeClasses('row unbroken top apart-snudge small', styles.root)}>
      <Warning16Filled className={mergeClasses('kept-size warns', styles.icon)} aria-hidden />
      <span>
        {`下面是上一次核查的结果。${sentence} `}
        <Link as="button" onClick={() => void session.check()}>
          再查一次
        </Link>
      </span>
    </div>
  );
}
