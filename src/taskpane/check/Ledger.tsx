import { Link, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useContext, useMemo, useState } from 'react';
import { ledgerOf, VERDICT_SIGNS, VERDICT_WORDS, type LedgerLine } from '../../advice/ledger';
import { type FormReview, figureMap } from '../../review';
import { CellLink } from '../components/CellLink';
import { CellsInView } from '../components/cellsInView';
import { usePaneState, useSession } from '../components/useSession';

/** As many are shown at first, and each time more are asked for. */
const AT_ONCE = 40;

const useStyles = makeStyles({
  heading: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  line: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS, padding: '1px 0' },
  sign: { flexShrink: 0, width: '1.2em', textAlign: 'center' },
});

function Figures({ figures }: { readonly figures: readonly LedgerLine[] }) {
  const styles = useStyles();
  const [most, setMost] = useState(AT_ONCE);
  return (
    <>
      <ul>
        {figures.slice(0, most).map((figure) => (
          <li key={`${figure.cell.row},${figure.cell.column}`} className={styles.line}>
            <span className={styles.sign} role="img" aria-label={VERDICT_WORDS[figure.verdict]}>
              {VERDICT_SIGNS[figure.verdict]}
            </span>
            <CellLink cells={[figure.cell]} />
            <span className="grow">{`${figure.what}：${figure.how}`}</span>
          </li>
        ))}
      </ul>
      {figures.length > most && (
        <Link as="button" onClick={() => setMost(most + AT_ONCE)}>
          {`再显示 ${Math.min(AT_ONCE, figures.length - most)} 个（共 ${figures.length} 个）`}
        </Link>
      )}
    </>
  );
}

/** What a check found, also of what goes with another finding: ，有错 1 处. */
function outcomeOf({ findings }: FormReview, check: string): string {
  const found = findings.flatMap((one) => [one, ...(one.follows ?? [])]).filter((one) => one.check === check);
  const wrong = found.filter(({ severity }) => severity === 'error').length;
  const asked = found.length - wrong;
  return `${wrong > 0 ? `，有错 ${wrong} 处` : ''}${asked > 0 ? `，请核对 ${asked} 处` : ''}`;
}

/** 怎样核对的: each figure with what it was held against, those that could not be held first, and the map on the sheet. */
export default function Ledger({ review }: { readonly review: FormReview }) {
  const styles = useStyles();
  const session = useSession();
  const { marks, busy } = usePaneState();
  const inView = useContext(CellsInView);
  const [all, setAll] = useState(false);
  const figures = useMemo(() => ledgerOf(figureMap(review), review.snapshot), [review]);
  const unheld = figures.filter(({ verdict }) => verdict === 'unheld');
  const held = figures.filter(({ verdict }) => verdict !== 'unheld');
  const { checks, unchecked, stated } = review.coverage;
  return (
    <>
      {session.marking.canMap && inView && (
        <Switch
          label="在表上标出：✓ 相符，✗ 不符，? 待核实，○ 无从核对"
          checked={marks.mapped}
          disabled={busy !== null}
          onChange={(_, { checked }) => void session.marking.showMap(checked)}
        />
      )}
      {session.marking.mapIsOld && (
        <p className="quiet warns">
          表改过以后颜色没有跟着变。
          <Link as="button" onClick={() => void session.marking.showMap(true)}>
            重新标出
          </Link>
        </p>
      )}
      {unheld.length > 0 && (
        <>
          <h3 className={styles.heading}>{`无从核对的 ${unheld.length} 个数字`}</h3>
          <Figures figures={unheld} />
        </>
      )}
      {unchecked.length > 0 && (
        <>
          <h3 className={styles.heading}>没有查的</h3>
          <ul className="bullets">
            {unchecked.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {held.length > 0 && (
        <>
          <h3 className={styles.heading}>
            <Link as="button" aria-expanded={all} onClick={() => setAll(!all)}>
              {`已核对的 ${held.length} 个数字，怎样核对的`}
            </Link>
          </h3>
          {all && <Figures figures={held} />}
        </>
      )}
      <h3 className={styles.heading}>核对了什么</h3>
      <ul className="bullets">
        {stated.total > 0 && <li>{`文字里的 ${stated.total} 个数，${stated.held} 个与别处核对过`}</li>}
        {checks.map(({ id, title, compared }) => (
          <li key={id}>{`${title}：查过 ${compared} 处${outcomeOf(review, id)}`}</li>
        ))}
      </ul>
    </>
  );
}
