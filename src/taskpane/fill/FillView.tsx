import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import {
  blankFigures,
  type BlockFact,
  blockFacts,
  factsInWords,
  type OwedRow,
  partedRows,
  type Progress,
  proposalFor,
  usesBlock,
} from '../../advice/filling';
import type { FormReview } from '../../review';
import { formatAddress } from '../../sheet/address';
import { cut } from '../../sheet/text';
import { CellLink } from '../components/CellLink';
import { OwnNotices } from '../components/NoticeBar';
import { Stale } from '../components/Stale';
import { UndoButton } from '../components/UndoButton';
import { usePaneState } from '../components/useSession';
import type { TabViewProps } from '../session/state';
import { ExplainPanel } from './ExplainPanel';
import { Facts } from './Facts';
import { FillHead } from './FillHead';
import { progressIn } from './filling';
import KeptDrafts from './KeptDrafts';
import { OwedList } from './OwedList';
import { ScorePanel } from './ScorePanel';
import { SnugButton } from '../components/SnugButton';
import { useFilling } from './useFilling';

/** The way through the form, and taking back what was written. */
function FillFooter({ progress }: { readonly progress: Progress }) {
  const { filling } = useFilling();
  const none = progress.groups.length === 0;
  return (
    <footer className="bottom-bar">
      <Button title="快捷键 F7" disabledFocusable={none} onClick={() => void filling.go(progress, -1)}>
        ← 上一项未完成
      </Button>
      <Button
        appearance="primary"
        title="快捷键 F8"
        data-next
        disabledFocusable={none}
        onClick={() => void filling.go(progress, 1)}
      >
        下一项未完成 →
      </Button>
      <UndoButton />
    </footer>
  );
}

/** The year's money as the budget block has it, offered where an indicator is about it. */
function BlockFacts({ owed, facts }: { readonly owed: OwedRow; readonly facts: readonly BlockFact[] }) {
  const { filling } = useFilling();
  const { abilities, busy } = usePaneState();
  const { evidence } = owed.row;
  if (evidence === null) return null;
  const sentence = factsInWords(facts);
  return (
    <section className="box small above-s" aria-label="预算情况里的数字">
      <p className="below-xs">{`预算情况：${sentence}`}</p>
      {abilities.canWrite && (
        <SnugButton disabledFocusable={busy !== null} onClick={() => void filling.enterBasis(owed, sentence)}>
          {`作为依据写入 ${formatAddress(evidence.at)} 末尾`}
        </SnugButton>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', overflow: 'hidden' },
  // Scrolls by itself, so that nothing is left under the way through the form below it.
  scroller: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overscrollBehaviorY: 'contain', scrollbarWidth: 'thin' },
  body: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const LONGEST_LEVEL = 20;

function placeOf(path: readonly string[]): string {
  return path
    .map((name) => name.replace(/\s+/g, ''))
    .map((name) => cut(name, LONGEST_LEVEL))
    .join(' › ');
}

interface CardProps {
  readonly owed: OwedRow;
  readonly progress: Progress;
  readonly review: FormReview;
}

/** One row of the form: where it stands, its rule, its score, and what it owes in words. */
function Card({ owed, progress, review }: CardProps) {
  const { row } = owed;
  const proposal = proposalFor(row, review);
  const facts = blockFacts(review.form);
  const unread = blankFigures(row).length > 0 ? null : (row.score?.unread ?? null);
  return (
    <article>
      <p className="quiet above-s">{placeOf(row.path)}</p>
      <h2 className="heading four-lines" title={row.name}>
        {row.name}
      </h2>
      {unread !== null && (
        <p className="warning-box above-s">{`${unread.replace(/。$/, '')}，没有按规则计算，也没有填入。`}</p>
      )}
      <Facts row={row} />
      {row.kind === 'head' && row.label !== null && (
        <p>
          还空着，请在表里填写： <CellLink cells={[row.label]} />
        </p>
      )}
      {usesBlock(row, facts) && <BlockFacts owed={owed} facts={facts} />}
      {proposal !== null && row.stated !== null && (
        <ScorePanel key={row.key} owed={owed} proposal={proposal} stated={row.stated} />
      )}
      <ExplainPanel key={`${row.key}-${owed.debts.join()}`} owed={owed} progress={progress} />
    </article>
  );
}

/** 填报: the row of the selected cell, what it owes, and the way to the next that owes something. */
export default function FillView({ forms, chosen }: TabViewProps) {
  const styles = useStyles();
  const { stale, drafting } = usePaneState();
  const { filling, state } = useFilling();
  const root = useRef<HTMLDivElement>(null);
  const review = forms[chosen]?.review;
  const progress = review === undefined ? null : progressIn(review);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey;
      if (!plain || progress === null || (event.key !== 'F7' && event.key !== 'F8')) return;
      event.preventDefault();
      void filling.go(progress, event.key === 'F8' ? 1 : -1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [filling, progress]);

  // A view that was opened by 写草稿 begins with that draft.
  const asked = useRef(drafting ? -1 : state.asked);
  useEffect(() => {
    if (asked.current === state.asked) return;
    asked.current = state.asked;
    root.current?.querySelector<HTMLElement>('article [data-first], [data-next]')?.focus();
  }, [state.asked]);

  if (review === undefined || progress === null) return null;
  const { form } = review;
  const owed = filling.current(progress);
  const parted = partedRows(form);
  return (
    <div ref={root} className={styles.root}>
      <div className={styles.scroller}>
        {stale !== null && <Stale sentence={stale} />}
        <FillHead progress={progress} title={form.title?.value ?? '绩效自评表'} />
        <div className={styles.body}>
          {parted !== null && (
            <p className="warning-box above-s" role="alert">
              {parted}
            </p>
          )}
          {owed !== null && <Card owed={owed} progress={progress} review={review} />}
          <OwedList progress={progress} shown={owed?.row.key ?? null} />
          <KeptDrafts />
        </div>
      </div>
      <OwnNotices />
      <FillFooter progress={progress} />
    </div>
  );
}
