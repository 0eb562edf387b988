import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type CellRef, sameCell } from '../../sheet/snapshot';
import { toldApart } from '../../sheet/text';
import { Disclosure } from '../components/Disclosure';
import { later } from '../components/later';
import { SeverityMark } from '../components/severity';
import { useMedia } from '../components/useMedia';
import { usePaneState, useSession } from '../components/useSession';
import type { PlacedFinding } from '../session/state';
import { FindingCard } from './FindingCard';
import { type Row, rowsOf } from './rows';

const useStyles = makeStyles({
  fold: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalSNudge,
    width: '100%',
    minHeight: '32px',
    fontWeight: 'inherit',
    '> svg': { order: 1 },
    marginBottom: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalMNudge}`,
    borderLeft: `3px double ${tokens.colorNeutralStrokeAccessible}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    ':focus-visible': { outlineOffset: '-2px' },
  },
  place: {
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  item: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  // Not a place of the form, but what begins with it.
  questions: {
    marginTop: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  none: { color: tokens.colorNeutralForeground3, padding: `${tokens.spacingVerticalL} 0` },
});

interface FoldProps {
  readonly type: string;
  readonly all: readonly PlacedFinding[];
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Many findings of one kind in one line, until they are asked for. */
function Fold({ type, all, open, onToggle }: FoldProps) {
  const styles = useStyles();
  const [first] = all;
  if (first === undefined) return null;
  return (
    <Disclosure
      className={styles.fold}
      label={
        <>
          <SeverityMark severity={first.finding.severity} />
          <span className="grow strong">{type}</span>
          <span>{`${all.length} 处`}</span>
        </>
      }
      open={open}
      onToggle={onToggle}
    />
  );
}

interface PlaceHeadingProps {
  readonly place: string;
  readonly item: string;
  /** What is shown of a name. */
  readonly told: (name: string) => string;
}

/** Where in the form the findings below it stand. */
function PlaceHeading({ place, item, told }: PlaceHeadingProps) {
  const styles = useStyles();
  const name = item === '' ? place : item;
  return (
    <h2 className={mergeClasses('quiet', styles.place)}>
      {item !== '' && `${place} `}
      {/* A name of two hundred characters would push what was found out of sight. */}
      <span className={mergeClasses('four-lines', styles.item)} title={name}>
        {told(name)}
      </span>
    </h2>
  );
}

/** As many characters of a name are seen in the four lines of a heading, and in the one line of a card. */
const SEEN = { heading: 76, card: 20 };

/** Above this the rows that are out of sight are not in the page. */
const VIRTUAL_FROM = 200;

/** As many rows come with the first picture; the rest follows when that stands. */
const FIRST_ROWS = 12;

const VirtualRows = later('核查结果', () => import('./VirtualRows'), 'part');

const STEPS: ReadonlyMap<string, (index: number, count: number) => number> = new Map([
  ['ArrowDown', (index: number, count: number) => Math.min(index + 1, count - 1)],
  ['ArrowUp', (index: number) => Math.max(index - 1, 0)],
  ['Home', () => 0],
  ['End', (_: number, count: number) => count - 1],
]);

function standsAt({ finding }: PlacedFinding, cell: CellRef): boolean {
  return [finding.cell, ...finding.related].some((one) => sameCell(one, cell));
}

interface FindingListProps {
  /** In the order in which they are listed. */
  readonly findings: readonly PlacedFinding[];
  /** Whether they stand under their places. */
  readonly places: boolean;
}

/**
 * The findings by place. One of them is in the tab order; arrow keys, Home and End go from one to the next. When the
 * finding that had the focus is gone, e.g. because it was mended, the one that took its place gets it; when another one is
 * opened, that one.
 */
export function FindingList({ findings, places }: FindingListProps) {
  const styles = useStyles();
  const session = useSession();
  const { opened, selected, unfolded } = usePaneState();
  const printing = useMedia('print');
  const list = useRef<HTMLDivElement>(null);
  const [whole, setWhole] = useState(false);
  useEffect(() => startTransition(() => setWhole(true)), []);
  const [current, setCurrent] = useState<string | null>(null);
  const [steps, setSteps] = useState(0);
  /** The finding that is to get the focus, and the place in the list of the one that has it. */
  const asked = useRef<string | null>(null);
  const focused = useRef<number | null>(null);
  // The card of the cell that was selected in the sheet comes into view; the one that is open there already stays.
  const here = selected === null ? [] : findings.filter((placed) => standsAt(placed, selected));
  const seen =
    here.find(({ key: one }) => one === opened) ??
    here.find(({ finding }) => sameCell(finding.cell, selected ?? finding.cell)) ??
    here[0];
  const wanted = seen?.key ?? null;
  const rows = rowsOf(findings, { places, unfolded: printing ? 'all' : unfolded, at: [opened, wanted] });
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
    const { activeElement } = document;
    if (focused.current === null) return;
    if (activeElement === document.body) focusOn(Math.min(focused.current, keys.length - 1));
    // F8 leaves no card behind that has the focus and is not the one that is open.
    else if (opened !== null && list.current?.contains(activeElement) === true) focusOn(keys.indexOf(opened));
    // Only when the list itself has changed or a card was opened or closed; the focus is the officer's otherwise.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, opened]);

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

  useLayoutEffect(() => {
    if (wanted === null) return;
    const cards = list.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [];
    const card = [...cards].find((element) => element.dataset['finding'] === wanted);
    // Of one that is higher than the view its first line, where that is not in view.
    for (const part of [card, card?.firstElementChild]) part?.scrollIntoView({ block: 'nearest' });
  }, [wanted, selected, whole]);

  if (findings.length === 0) return <p className={styles.none}>没有符合条件的问题。</p>;
  const items = findings.map(({ item }) => item);
  const told = { heading: toldApart(items, SEEN.heading), card: toldApart(items, SEEN.card) };
  const render = (row: Row): ReactNode =>
    row.kind === 'questions' ? (
      <h2 className={mergeClasses('quiet', styles.questions)}>以下请核对</h2>
    ) : row.kind === 'place' ? (
      <PlaceHeading place={row.place} item={row.item} told={told.heading} />
    ) : row.kind === 'fold' ? (
      <Fold type={row.type} all={row.all} open={unfolded.has(row.key)} onToggle={() => session.unfold(row.key)} />
    ) : (
      <FindingCard
        placed={row.placed}
        where={places ? null : told.card(row.placed.item || row.placed.place)}
        tabbable={row.key === tabbable}
      />
    );
  return (
    <div ref={list} onFocus={onFocus} onBlur={onBlur} onKeyDown={onKeyDown}>
      {findings.length > VIRTUAL_FROM && !printing ? (
        <VirtualRows rows={rows} render={render} keep={wanted ?? tabbable} />
      ) : (
        (whole ? rows : rows.slice(0, FIRST_ROWS)).map((row) => <div key={row.key}>{render(row)}</div>)
      )}
    </div>
  );
}
