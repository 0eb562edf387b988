import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { canBegin, newForm } from '../../advice/newForm';
import { rulebooksToChoose } from '../session/rulebooks';
import { usePaneState, useSession } from '../components/useSession';

const useStyles = makeStyles({
  root: {
    marginTop: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: `2px 0 ${tokens.spacingVerticalS}` },
  list: { gap: tokens.spacingHorizontalSNudge },
  button: { minWidth: 'auto', height: 'auto', whiteSpace: 'normal', textAlign: 'left' },
});

/** Lays out an empty form in a new sheet, for each rulebook that is for a printed one. */
export function BeginForm() {
  const styles = useStyles();
  const session = useSession();
  const { busy, rulebooks } = usePaneState();
  const fitting = rulebooksToChoose(rulebooks).filter(canBegin);
  if (!session.writing.canBeginForms || fitting.length === 0) return null;
  return (
    <section className={styles.root} aria-label="新建自评表">
      <h2 className={styles.title}>新建自评表</h2>
      <p className={mergeClasses('quiet', styles.hint)}>按所选规则的表式在新工作表里排好一张空表，现有的工作表不动。</p>
      <div className={mergeClasses('row', styles.list)}>
        {fitting.map((rulebook) => (
          <Button
            key={rulebook.id}
            className={styles.button}
            size="small"
            disabledFocusable={busy !== null}
            onClick={() => {
              const layout = newForm(rulebook);
              if (layout !== null) void session.writing.beginForm(layout);
            }}
          >
            {rulebook.name}
          </Button>
        ))}
      </div>
    </section>
  );
}
