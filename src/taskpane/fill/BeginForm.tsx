import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { NEW_FORMS, newForm } from '../../advice/newForm';
import { usePaneState, useSession } from '../components/useSession';

const useStyles = makeStyles({
  root: {
    marginTop: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  hint: { margin: `2px 0 ${tokens.spacingVerticalS}` },
  one: { marginBottom: tokens.spacingVerticalS },
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
      <ul>
        {NEW_FORMS.map((printed) => (
          <li key={printed.name} className={styles.one}>
            <Button
              size="small"
              disabledFocusable={busy !== null}
              onClick={() => void session.writing.beginForm(newForm(printed))}
            >
              {printed.title}
            </Button>
            <p className="hint">{printed.about}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
