import { makeStyles, tokens } from '@fluentui/react-components';
import { type OwnRulebooks, rulebooksToChoose } from '../session/rulebooks';

const useStyles = makeStyles({
  note: { margin: `${tokens.spacingVerticalXS} 0 0`, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** By what the received forms are scored, where not each by the rulebook that fits it best. */
export function RulebookNote({ rulebooks }: { readonly rulebooks: OwnRulebooks }) {
  const styles = useStyles();
  const { own, chosen } = rulebooks;
  const name = rulebooksToChoose(rulebooks).find(({ id }) => id === chosen)?.name;
  if (name !== undefined) return <p className={styles.note}>{`全部按“规则”里选定的“${name}”核查。`}</p>;
  if (own.length === 0) return null;
  return <p className={styles.note}>{`各表按样式选用规则，“规则”里自有的 ${own.length} 套优先。`}</p>;
}
