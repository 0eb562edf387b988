import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePaneState, useSession } from '../components/useSession';
import NewForms from './NewForms';

const useStyles = makeStyles({
  root: {
    marginTop: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  hint: { margin: `2px 0 ${tokens.spacingVerticalS}` },
});

/** Lays out an empty form in a new sheet. */
export function BeginForm() {
  const styles = useStyles();
  const session = useSession();
  const { busy } = usePaneState();
  if (!session.writing.canBeginForms) return null;
  return (
    <section className={styles.root} aria-label="新建自评表">
      <h2 className="subheading">新建自评表</h2>
      <p className={mergeClasses('quiet', styles.hint)}>在新工作表里排好一张空表，现有的工作表不动。</p>
      <NewForms busy={busy !== null} onChoose={(layout) => void session.writing.beginForm(layout)} />
    </section>
  );
}
