import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Progress } from '../../advice/filling';
import { UndoButton } from '../components/UndoButton';
import { useFilling } from './useFilling';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  button: { flexGrow: 1, minWidth: 'auto', paddingLeft: '8px', paddingRight: '8px', whiteSpace: 'nowrap' },
});

/** The way through the form, and taking back what was written. */
export function FillFooter({ progress }: { readonly progress: Progress }) {
  const styles = useStyles();
  const { filling } = useFilling();
  const none = progress.groups.length === 0;
  return (
    <footer className={styles.root}>
      <Button
        className={styles.button}
        title="快捷键 F7"
        disabledFocusable={none}
        onClick={() => void filling.go(progress, -1)}
      >
        ← 上一项未完成
      </Button>
      <Button
        className={styles.button}
        appearance="primary"
        title="快捷键 F8"
        disabledFocusable={none}
        onClick={() => void filling.go(progress, 1)}
      >
        下一项未完成 →
      </Button>
      <UndoButton />
    </footer>
  );
}
