import { makeStyles, tokens } from '@fluentui/react-components';
import {
  type FocusEvent,
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { PlacedFinding, SeverityFilter } from '../session/state';
import { SEVERITY_WORDS } from '../../checks/severity';
import { useMedia } from '../components/useMedia';
import { FindingCard } from './FindingCard';
import { type Row, rowsOf } from './rows';

/** Above this the rows that are out of sight are not in the page. */
const VIRTUAL_FROM = 200;

const VirtualRows = lazy(() => import('./VirtualRows'));

const useStyles = makeStyles({
  place: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  none: { color: tokens.colorNeutralForeground3, padding: `${tokens.spacingVerticalL} 0` },
});

const STEPS: ReadonlyMap<string, (index: number, count: number) => number> = new Map([
  ['ArrowDown', (index: number, count: number) => Math.min(index + 1, count - 1)],
  ['ArrowUp', (index: number) => Math.max(index - 1, 0)],
  ['Home', () => 0],
  ['End', (_: number, count: number) => count - 1],
]);

interface FindingListProps {
  readonly findings: readonly PlacedFinding[];
  readonly filter: SeverityFilter;
}

/**
 * The findings by place. One of them is in the tab order; arrow keys, Home and End go from one to the next. When the
 * finding that had the focus is gone, e.g. because it was mended, the one that took its place gets it.
 */
export function FindingList({ findings, filter }: FindingListProps) {
  const styles = useStyles();
  const printing = useMedia('print');
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [steps, setSteps] = useState(0);
  /** The finding that is to get the focus, and the place in the list of the one that has it. */
  const asked = useRef<string | null>(null);
  const focused = useRef<number | null>(null);
  const rows = rowsOf(findings);
  const keys = rows.flatMap((row) => (row.kind === 'finding' ? [row.key] : []));
  const tabbable = current !== null && keys.includes(current) ? current : (keys[0] ?? null);

  const focusOn = (index: number) => {
    const key = keys[index];
    if (key === undefined) return;
    asked.current = key;
    setCurrent(key);
    setSteps((count) => count + 1);
  };

  // In a long list the card is in the page only once it is the current one.
  useLayoutEffect(() => {
    const cards = list.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [];
    const card = [...cards].find((element) => element.dataset['finding'] === asked.current);
    card?.querySelector<HTMLElement>('[data-head]')?.focus();
    asked.current = null;
  }, [steps]);

  const key = keys.join('\u001e');
  useLayoutEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return;
    focusOn(Math.min(focused.current, keys.length - 1));
    // Only when the list itself has changed; the focus is the officer's otherwise.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  const indexOf = (target: EventTarget): number => {
    const card = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-finding]') : null;
    return card === null ? -1 : keys.indexOf(card.dataset['finding'] ?? '');
  };
  const onFocus = ({ target }: FocusEvent) => {
    const index = indexOf(target);
    focused.current = index < 0 ? null : index;
    if (index >= 0) setCurrent(keys[index] ?? null);
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) focused.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS.get(event.key);
    const typing = event.target instanceof HTMLTextAreaElement;
    const index = indexOf(event.target);
    if (step === undefined || typing || index < 0) return;
    event.preventDefault();
    focusOn(step(index, keys.length));
  };

  if (findings.length === 0) {
    return <p className={styles.none}>{filter === 'all' ? '没有发现问题。' : `没有“${SEVERITY_WORDS[filter]}”。`}</p>;
  }
  const render = (row: Row): ReactNode =>
    row.kind === 'place' ? (
      <h2 className={styles.place}>{row.place}</h2>
    ) : (
      <FindingCard placed={row.placed} tabbable={row.key === tabbable} />
    );
  return (
    <div ref={list} onFocus={onFocus} onBlur={onBlur} onKeyDown={onKeyDown}>
      {findings.length > VIRTUAL_FROM && !printing ? (
        <Suspense fallback={null}>
          <VirtualRows rows={rows} render={render} keep={tabbable} />
        </Suspense>
      ) : (
        rows.map((row) => <div key={row.key}>{render(row)}</div>)
      )}
    </div>
  );
}
