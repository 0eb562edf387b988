import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { createContext, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import type { Notice } from '../session/state';
import { INTENT_ICONS, useIntentStyles } from './severity';
import { usePaneState, useSession } from './useSession';

/** Milliseconds after which what went well goes by itself; taking back is below, and stays. */
const STAYS = 5_000;

const useStyles = makeStyles({
  root: {
    margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  text: { padding: '2px 0' },
  icon: { marginTop: '4px' },
});

function NoticeBar({ notice }: { readonly notice: Notice }) {
  const styles = useStyles();
  const colors = useIntentStyles();
  const session = useSession();
  const bar = useRef<HTMLDivElement>(null);
  const { id, intent, text } = notice;
  useEffect(() => {
    if (intent === 'warning' || intent === 'error') return;
    const timer = setInterval(() => {
      const inUse = bar.current?.matches(':hover, :focus-within') ?? false;
      if (!inUse && session.getSnapshot().notice?.id === id) session.dismissNotice();
    }, STAYS);
    return () => clearInterval(timer);
  }, [id, intent, session]);
  const Icon = INTENT_ICONS[intent];
  return (
    <div ref={bar} className={mergeClasses('row unbroken top apart-snudge small', styles.root)}>
      <Icon className={mergeClasses('kept-size', styles.icon, colors[intent])} aria-hidden />
      <span className={mergeClasses('grow', styles.text)}>{text}</span>
      <Button
        className="snug kept-size"
        size="small"
        appearance="subtle"
        icon={<Dismiss16Regular />}
        aria-label="关闭这条消息"
        onClick={() => session.dismissNotice()}
      />
    </div>
  );
}

/** Tells the pane that a view that comes or goes shows what became of the last click above buttons of its own. */
export const TakesNotices = createContext<(more: 1 | -1) => void>(() => undefined);

/** What became of the last click, wherever it is shown. */
export function Notices({ className }: { readonly className?: string }) {
  const { notice } = usePaneState();
  return (
    <div role="status" className={className}>
      {notice !== null && <NoticeBar key={notice.id} notice={notice} />}
    </div>
  );
}

/** The same above the buttons of a view, which stay where they are and take it back. */
export function OwnNotices() {
  const take = useContext(TakesNotices);
  useLayoutEffect(() => {
    take(1);
    return () => take(-1);
  }, [take]);
  return <Notices />;
}
