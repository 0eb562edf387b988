import { makeStyles, tokens } from '@fluentui/react-components';
import { blankFigures, type FillRow, shortfallOf } from '../../advice/filling';
import { type ListedFact, FactList } from '../components/FactList';
import { Folded } from '../components/Folded';
import { points } from '../components/figures';

const useStyles = makeStyles({
  root: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  gap: { marginLeft: tokens.spacingHorizontalM, color: tokens.colorStatusWarningForeground3 },
});

/** What the form says of a row, and the rule by which it is scored. */
export function Facts({ row }: { readonly row: FillRow }) {
  const styles = useStyles();
  const { weight, target, actual, definition, evidence, score } = row;
  const { gap } = shortfallOf(row);
  const facts: ListedFact[] = [];
  const say = (name: string, fact: ListedFact['fact']) => facts.push({ name, fact });
  const sayText = (name: string, cell: { readonly text: string } | null) => {
    const text = cell?.text.trim() ?? '';
    if (text !== '') say(name, <Folded text={text} lines="four-lines" />);
  };
  if (weight !== null) say('分值', points(weight));
  sayText('指标解释', definition);
  if (target !== null) say('年度指标值', target.text.trim() || '（空）');
  if (actual !== null) {
    const missed = gap !== null && (
      <span key="gap" className={styles.gap}>
        {gap}
      </span>
    );
    say('实际完成', [actual.text.trim() || '（空）', missed]);
  }
  // What is still blank decides which rule there is.
  if (score?.rule && (score.origin === 'computed' || score.origin === 'claimed' || blankFigures(row).length === 0))
    say('规则', [score.rule.words, <span key="source" className="quiet">{`（${score.rule.source}）`}</span>]);
  sayText('表内说明', evidence);
  return facts.length > 0 && <FactList facts={facts} className={styles.root} />;
}
