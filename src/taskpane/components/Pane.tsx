import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { type ReactNode, useState } from 'react';
import type { PaneState, TabId } from '../session/state';
import { openIn } from '../session/words';
import { useReturn } from './entering';
import { Footer } from './Footer';
import { later } from './later';
import { Message } from './Message';
import { Notices } from './NoticeBar';
import { receivedOf } from './received';
import { SCROLLER } from './scroller';
import { Tabs } from './Tabs';
import { usePaneState, useSession } from './useSession';
import { TABS } from './views';
import { Working } from './Working';

/** Leads from a checked form to holding it against another one. */
function AgainstLink({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <div className="on-screen body small">
      <Link as="button" data-opens="against" onClick={onOpen}>
        与申报表、上年核对…
      </Link>
    </div>
  );
}

/** The sheet could not be read. */
function Failed({ sentence }: { readonly sentence: string }) {
  const session = useSession();
  const { busy } = usePaneState();
  return (
    <Message
      icon={<ErrorCircleRegular fontSize={32} />}
      title="没有查成"
      sentences={[sentence]}
      actions={
        <Button appearance="primary" disabledFocusable={busy !== null} onClick={() => void session.check()}>
          再查一次
        </Button>
      }
    />
  );
}

const NoForm = later('没有自评表', () => import('./NoForm'));

/** What was begun in 填报 is not lost with its sheet. */
const KeptDrafts = later('填报', () => import('../fill/KeptDrafts'));

const MemoView = later('退回意见', () => import('../memo/MemoView'));

const FormAgainst = later('核对', () => import('../against/FormAgainst'));

/** What is read, where it is no table. */
const WIDEST = '760px';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
  },
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overscrollBehaviorY: 'contain',
    // What gets the focus is not left under what stays at the top and at the bottom.
    scrollPaddingTop: '64px',
    scrollPaddingBottom: '184px',
    scrollbarWidth: 'thin',
  },
  // In a wide pane what belongs together, such as a finding and the link to its cell, is not torn apart.
  readable: { paddingRight: `max(0px, 100% - ${WIDEST})` },
  busy: { position: 'absolute', top: 0, insetInline: 0, zIndex: 2 },
});

function content(view: PaneState['view'], tab: TabId): ReactNode {
  const entry = TABS.find(({ id }) => id === tab);
  if (entry?.always === true && view.kind !== 'starting') {
    return (
      <entry.View
        forms={view.kind === 'reviewed' ? view.forms : []}
        chosen={view.kind === 'reviewed' ? view.chosen : 0}
      />
    );
  }
  switch (view.kind) {
    case 'starting':
      return <Working text="正在启动…" />;
    case 'working':
      return <Working text={view.text} />;
    case 'no-form':
      return (
        <>
          <NoForm none={view.none} elsewhere={view.elsewhere} />
          {tab === 'fill' && <KeptDrafts alone />}
        </>
      );
    case 'error':
      return <Failed sentence={view.sentence} />;
    case 'reviewed': {
      const Shown = entry?.View;
      if (Shown === undefined) return null;
      return <Shown forms={view.forms} chosen={view.chosen} />;
    }
  }
}

/** The pane beside the sheet. `above` is what its shell puts over it, such as the choice of a file. */
export function Pane({ above }: { readonly above?: ReactNode }) {
  const styles = useStyles();
  const session = useSession();
  const { view, tab, busy, announcement, sheet } = usePaneState();
  const [memo, setMemo] = useState(false);
  const [against, setAgainst] = useState(false);
  // What is said of the list is said there; taking back stands below it still.
  const openPart = (show: (open: boolean) => void) => {
    session.dismissNotice();
    show(true);
  };
  useReturn(memo ? 'memo' : null);
  useReturn(against ? 'against' : null);
  const open = view.kind === 'reviewed' ? openIn(view.forms) : 0;
  return (
    <div className={styles.root}>
      {above}
      {view.kind !== 'starting' && <Tabs chosen={tab} />}
      <main key={tab} id={SCROLLER} className={mergeClasses(styles.scroller, tab !== 'batch' && styles.readable)}>
        {busy !== null && <progress className={styles.busy} aria-label={busy} />}
        {memo && view.kind === 'reviewed' && tab === 'check' ? (
          <MemoView
            key={sheet?.id}
            received={receivedOf(view, sheet?.name ?? '')}
            report={session.report}
            onClose={() => setMemo(false)}
          />
        ) : against && view.kind === 'reviewed' && tab === 'check' ? (
          <FormAgainst key={sheet?.id} chosen={view.chosen} onClose={() => setAgainst(false)} />
        ) : (
          <>
            {content(view, tab)}
            {view.kind === 'reviewed' && tab === 'check' && <AgainstLink onOpen={() => openPart(setAgainst)} />}
          </>
        )}
      </main>
      {!(view.kind === 'reviewed' && tab === 'fill') && <Notices />}
      {view.kind === 'reviewed' && TABS.some(({ id, footer }) => id === tab && footer) && !memo && !against && (
        <Footer open={open} onMemo={() => openPart(setMemo)} />
      )}
      <div className="spoken" aria-live="polite">
        {announcement}
      </div>
    </div>
  );
}
