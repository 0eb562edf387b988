import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type BlockFact, factsInWords, type OwedRow } from '../../advice/filling';
import { formatAddress } from '../../sheet/address';
import { usePaneState } from '../components/useSession';
import { useFilling } from './useFilling';

const useStyles = makeStyles({
  root: {
    marginTop: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  words: { margin: `0 0 ${tokens.spacingVerticalXS}` },
  button: { minWidth: 'auto' },
});

/** The year's money as the budget block has it, offered where an indicator is about it. */
export function BlockFacts({ owed, facts }: { readonly owed: OwedRow; readonly facts: readonly BlockFact[] }) {
  const styles = useStyles();
  const { filling } = useFilling();
  const { abilities, busy } = usePaneState();
  const { evidence } = owed.row;
  if (evidence === null) return null;
  const sentence = factsInWords(facts);
  return (
    <section className={styles.root} aria-label="预算情况里的数字">
      <p className={styles.words}>{`预算情况：${sentence}`}</p>
      {abilities.canWrite && (
        <Button
          className={styles.button}
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => void filling.enterBasis(owed, sentence)}
        >
          {`作为依据写入 ${formatAddress(evidence.cell)} 末尾`}
        </Button>
      )}
    </section>
  );
}
