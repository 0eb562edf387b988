import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentSearch32Regular } from '@fluentui/react-icons/svg/document-search';
import type { NotRecognised } from '../../form/model';
import { CellLink } from './CellLink';
import { Message } from './Message';
import { usePaneState, useSession } from './useSession';

const LONGEST = 60;

const useStyles = makeStyles({
  nearest: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    alignSelf: 'stretch',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  text: { flexGrow: 1, minWidth: 0 },
  label: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The sheet holds no form: what was looked for, the place that came nearest, and what to do. */
export function NoForm({ none }: { readonly none: NotRecognised }) {
  const styles = useStyles();
  const session = useSession();
  const { busy, sheet, abilities, sheets } = usePaneState();
  const advice =
    sheets.length > 1
      ? abilities.kind === 'excel'
        ? '如果自评表在别的工作表，请点开那张工作表，窗格会跟着核查。'
        : '如果自评表在别的工作表，请在上方换一张工作表。'
      : '请打开含有自评表的工作簿，或把表头补全后再查一次。';
  return (
    <Message
      icon={<DocumentSearch32Regular />}
      title={sheet === null ? '没有找到自评表' : `“${sheet.name}”里没有找到自评表`}
      sentences={[none.reason, advice]}
      actions={
        <Button appearance="primary" disabledFocusable={busy !== null} onClick={() => void session.check()}>
          再查一次
        </Button>
      }
    >
      {none.nearest !== null && (
        <div className={styles.nearest}>
          <span className={styles.text}>
            <span className={styles.label}>最接近的位置</span>
            {shortened(none.nearest.text)}
          </span>
          <CellLink cells={[none.nearest.cell]} />
        </div>
      )}
    </Message>
  );
}
