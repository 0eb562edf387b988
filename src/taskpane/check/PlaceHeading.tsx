import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  item: {
    display: 'block',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
});

/** Where in the form the findings below it stand. */
export function PlaceHeading({ place, item }: { readonly place: string; readonly item: string }) {
  const styles = useStyles();
  return (
    <h2 className={styles.root}>
      {item === '' ? (
        <span className={styles.item}>{place}</span>
      ) : (
        <>
          {`${place} `}
          <span className={styles.item}>{item}</span>
        </>
      )}
    </h2>
  );
}
