import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}` },
  title: { margin: `0 0 ${tokens.spacingVerticalM}` },
});

/** The sheet is being read or checked. */
export function Working({ text }: { readonly text: string }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <h1 className={mergeClasses('heading', styles.title)}>自评表助手</h1>
      <progress aria-label={text} />
      <p className="above-s muted">{text}</p>
    </div>
  );
}
