import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { differenceOf } from '../../advice/stakes';
import { formatAddress } from '../../sheet/address';
import { toldApart } from '../../sheet/text';
import { usePaneState, useSession } from '../components/useSession';
import type { PlacedFinding } from '../session/state';
import { typeOf } from './shown';

const useStyles = makeStyles({
  list: { margin: '4px -8px 0' },
  one: {
    minHeight: '28px',
    padding: '2px 8px',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  points: { flexShrink: 0, fontWeight: tokens.fontWeightBold, color: tokens.colorStatusDangerForeground3 },
});

/** As many characters of a name are seen behind what is wrong with it. */
const SEEN = 10;

/** 先看: the findings that are about the most points; a click opens one below and selects its cell. */
export function FirstLook({ findings }: { readonly findings: readonly PlacedFinding[] }) {
  const styles = useStyles();
  const session = useSession();
  const { opened } = usePaneState();
  if (findings.length === 0) return null;
  const told = toldApart(
    findings.map(({ item }) => item),
    SEEN,
  );
  return (
    <section className="on-screen lead" aria-label="先看">
      <h2 className="label-above">先看</h2>
      <ul className={styles.list}>
        {findings.map((placed) => {
          const { key, item, place, finding } = placed;
          const type = typeOf(placed);
          const where = item === '' ? place : told(item);
          const off = differenceOf(finding);
          const sign = off?.amount.gt(0) === true ? '多' : '少';
          return (
            <li key={key}>
              <button
                type="button"
                className={mergeClasses('bare row unbroken baseline apart-s full', styles.one)}
                onClick={() => opened !== key && void session.toggle(placed)}
              >
                <span className="grow one-line">{type.includes(where) ? type : `${type}：${where}`}</span>
                {off !== null && <span className={styles.points}>{`${sign} ${off.text}`}</span>}
                <span className="kept-size linked">{formatAddress(finding.cell)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
