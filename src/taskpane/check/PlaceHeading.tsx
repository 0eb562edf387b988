import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

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
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
});

/** A name of two hundred characters would push what was found out of sight. */
function Name({ name }: { readonly name: string }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.item, 'four-lines')} title={name}>
      {name}
    </span>
  );
}

/** Where in the form the findings below it stand. */
export function PlaceHeading({ place, item }: { readonly place: string; readonly item: string }) {
  const styles = useStyles();
  return (
    <h2 className={styles.root}>
      {item === '' ? (
        <Name name={place} />
      ) : (
        <>
          {`${place} `}
          <Name name={item} />
        </>
      )}
    </h2>
  );
}
