import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowUndo16Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { usePaneState, useSession } from './useSession';

const useStyles = makeStyles({
  root: { flexBasis: '100%', maxWidth: '100%', minHeight: '24px', padding: '0 4px' },
});

/** Takes the last writing back and says which that is; nothing where there is none. */
export function UndoButton() {
  const styles = useStyles();
  const session = useSession();
  const { busy, undoable, sheet } = usePaneState();
  const last = undoable.at(-1);
  if (last === undefined) return null;
  const { lastSheet } = session.writing;
  const elsewhere = lastSheet === null || lastSheet.id === sheet?.id ? '' : `“${lastSheet.name}”`;
  const more = undoable.length === 1 ? '' : `（共 ${undoable.length} 次）`;
  return (
    <Button
      className={styles.root}
      size="small"
      icon={<ArrowUndo16Regular />}
      disabledFocusable={busy !== null}
      onClick={() => void session.writing.undo()}
    >
      <span className="one-line">{`撤回：${elsewhere}${last}${more}`}</span>
    </Button>
  );
}
