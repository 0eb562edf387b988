import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CheckView } from '../check/CheckView';
import type { PaneState } from '../session/state';
import { Failed } from './Failed';
import { Footer } from './Footer';
import { NoForm } from './NoForm';
import { NoticeBar } from './NoticeBar';
import { SCROLLER } from './scroller';
import { usePaneState } from './useSession';
import { Working } from './Working';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overscrollBehaviorY: 'contain',
    scrollbarWidth: 'thin',
  },
  busy: { position: 'absolute', top: 0, insetInline: 0, zIndex: 2 },
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

function content(view: PaneState['view']): ReactNode {
  switch (view.kind) {
    case 'starting':
      return <Working text="正在启动…" />;
    case 'working':
      return <Working text={view.text} />;
    case 'no-form':
      return <NoForm none={view.none} />;
    case 'error':
      return <Failed sentence={view.sentence} />;
    case 'reviewed':
      return <CheckView forms={view.forms} chosen={view.chosen} />;
  }
}

/** The pane beside the sheet. `above` is what its shell puts over it, such as the choice of a file. */
export function Pane({ above }: { readonly above?: ReactNode }) {
  const styles = useStyles();
  const { view, busy, notice, announcement } = usePaneState();
  const open = view.kind === 'reviewed' ? view.forms.reduce((sum, form) => sum + form.open.length, 0) : 0;
  return (
    <div className={styles.root}>
      {busy !== null && <ProgressBar className={styles.busy} aria-label={busy} thickness="medium" />}
      {above}
      <main id={SCROLLER} className={styles.scroller}>
        {content(view)}
      </main>
      <div role="status">{notice !== null && <NoticeBar key={notice.id} notice={notice} />}</div>
      {view.kind === 'reviewed' && <Footer open={open} />}
      <div className={styles.spoken} aria-live="polite">
        {announcement}
      </div>
    </div>
  );
}
