import { Link, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
    fontSize: tokens.fontSizeBase200,
    '@media print': { display: 'none' },
  },
  link: { minHeight: '24px', fontSize: 'inherit' },
});

/** Leads from a checked form to holding it against another one. */
export function AgainstLink({ onOpen }: { readonly onOpen: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Link as="button" className={styles.link} data-opens="against" onClick={onOpen}>
        与申报表、上年核对…
      </Link>
    </div>
  );
}
