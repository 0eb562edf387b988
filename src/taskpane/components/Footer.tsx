import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { usePaneState, useSession } from './useSession';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  button: { flexGrow: 1, minWidth: 'auto', paddingLeft: '8px', paddingRight: '8px', whiteSpace: 'nowrap' },
});

/** What can be done to the sheet as a whole, and taking back what was written. */
export function Footer({ open }: { readonly open: number }) {
  const styles = useStyles();
  const session = useSession();
  const { abilities, busy, undoable } = usePaneState();
  const waits = busy !== null;
  const last = undoable.at(-1);
  if (!abilities.canComment && last === undefined) return null;
  return (
    <footer className={styles.root}>
      {abilities.canComment && (
        <>
          <Button
            className={styles.button}
            appearance="primary"
            disabledFocusable={waits || open === 0}
            onClick={() => void session.annotateAll()}
          >
            全部批注
          </Button>
          <Button className={styles.button} disabledFocusable={waits} onClick={() => void session.clearAnnotations()}>
            清除批注
          </Button>
        </>
      )}
      {last !== undefined && (
        <Button
          className={styles.button}
          title={`撤回：${last}`}
          disabledFocusable={waits}
          onClick={() => void session.undo()}
        >
          {undoable.length === 1 ? '撤回写入' : `撤回写入（${undoable.length}）`}
        </Button>
      )}
    </footer>
  );
}
