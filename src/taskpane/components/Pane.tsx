import { Button, Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { type ReactNode, useReducer, useState } from 'react';
import type { PaneState, TabId } from '../session/state';
import { openIn } from '../session/words';
import { useReturn } from './entering';
import { Footer } from './Footer';
import { later } from './later';
import { Message } from './Message';
import { Notices, TakesNotices } from './NoticeBar';
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

const NO_FORMS = { forms: [], chosen: 0 } as const;

function content(view: PaneState['view'], tab: TabId): ReactNode {
  if (view.kind === 'starting') return <Working text="正在启动…" />;
  const entry = TABS.find(({ id }) => id === tab);
  const { forms, chosen } = view.kind === 'reviewed' ? view : NO_FORMS;
  if (entry !== undefined && (entry.always === true || view.kind === 'reviewed')) {
    return <entry.View forms={forms} chosen={chosen} />;
  }
  switch (view.kind) {
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
    case 'reviewed':
      return null;
  }
}

/** The pane beside the sheet. `above` is what its shell puts over it, such as the choice of a file. */
export function Pane({ above }: { readonly above?: ReactNode }) {
  const styles = useStyles();
  const session = useSession();
  const { view, tab, busy, announcement, sheet } = usePaneState();
  const [part, setPart] = useState<'memo' | 'against' | null>(null);
  const [taken, take] = useReducer((count: number, more: number) => count + more, 0);
  // What is said of the list is said there; taking back stands below it still.
  const openPart = (opened: 'memo' | 'against') => {
    session.dismissNotice();
    setPart(opened);
  };
  const close = () => setPart(null);
  useReturn(part);
  const checked = view.kind === 'reviewed' && tab === 'check' ? view : null;
  return (
    <div className="view">
      {above}
      {view.kind !== 'starting' && <Tabs chosen={tab} />}
      <main key={tab} id={SCROLLER} className={mergeClasses(styles.scroller, tab !== 'batch' && styles.readable)}>
        {busy !== null && <progress className={styles.busy} aria-label={busy} />}
        <TakesNotices value={take}>
          {checked !== null && part === 'memo' ? (
            <MemoView
              key={sheet?.id}
              received={receivedOf(checked, sheet?.name ?? '')}
              report={session.report}
              onClose={close}
            />
          ) : checked !== null && part === 'against' ? (
            <FormAgainst key={sheet?.id} chosen={checked.chosen} onClose={close} />
          ) : (
            <>
              {content(view, tab)}
              {checked !== null && <AgainstLink onOpen={() => openPart('against')} />}
            </>
          )}
        </TakesNotices>
      </main>
      {taken === 0 && <Notices />}
      {checked !== null && part === null && <Footer open={openIn(checked.forms)} onMemo={() => openPart('memo')} />}
      <div className="spoken" aria-live="polite">
        {announcement}
      </div>
    </div>
  );
}
