import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useRef } from 'react';
import type { TabId } from '../session/state';
import { HelpLink } from './HelpLink';
import { SCROLLER } from './scroller';
import { useSession } from './useSession';
import { TABS } from './views';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    alignItems: 'center',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { flexGrow: 1, display: 'flex' },
  tab: {
    minHeight: '34px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: '3px solid transparent',
    borderTop: '3px solid transparent',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 250px)': { padding: '0 4px' },
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outlineOffset: '-2px' },
    // There what is transparent is drawn, and all tabs would look chosen.
    '@media (forced-colors: active)': { borderTopColor: 'Canvas', borderBottomColor: 'Canvas' },
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

const STEPS: ReadonlyMap<string, (at: number, count: number) => number> = new Map([
  ['ArrowRight', (at: number, count: number) => (at + 1) % count],
  ['ArrowLeft', (at: number, count: number) => (at + count - 1) % count],
  ['Home', () => 0],
  ['End', (_: number, count: number) => count - 1],
]);

/**
 * Chooses the view of the form. Not Fluent's own list of tabs: that puts two focusable elements into the page which are
 * hidden from a screen reader.
 */
export function Tabs({ chosen }: { readonly chosen: TabId }) {
  const styles = useStyles();
  const session = useSession();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = TABS.findIndex(({ id }) => id === chosen);
    const next = STEPS.get(event.key)?.(at, TABS.length);
    const tab = next === undefined ? undefined : TABS[next];
    if (next === undefined || tab === undefined) return;
    event.preventDefault();
    session.showTab(tab.id);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <nav aria-label="视图" className={mergeClasses('row', styles.root)}>
      <div ref={list} className={styles.tabs} role="tablist" aria-label="视图" onKeyDown={onKeyDown}>
        {TABS.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            className={mergeClasses('bare', styles.tab, id === chosen && styles.chosen)}
            aria-selected={id === chosen}
            aria-controls={SCROLLER}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => session.showTab(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <HelpLink />
    </nav>
  );
}
