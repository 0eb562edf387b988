import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** Opens the manual beside the pane, in a window of the browser. */
export function HelpLink() {
  const styles = useStyles();
  return (
    <a className={styles.root} href="manual/index.html" target="_blank" rel="noopener noreferrer">
      帮助
    </a>
  );
}
