import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { CellLink } from '../components/CellLink';
import { SeverityMark } from '../components/severity';
import { usePaneState, useSession } from '../components/useSession';
import type { SetAside } from '../session/state';

const useStyles = makeStyles({
  heading: { padding: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}` },
  item: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalMNudge}`,
    borderLeft: `3px dotted ${tokens.colorNeutralStrokeAccessible}`,
  },
});

/** What the officer decided not to deal with, and why. */
export default function SetAsideList({ aside }: { readonly aside: readonly SetAside[] }) {
  const styles = useStyles();
  const session = useSession();
  const { busy } = usePaneState();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={mergeClasses('label-above', styles.heading)}>{`不处理 ${aside.length} 项`}</h2>
      <ul>
        {aside.map(({ key, finding, reason }) => (
          <li key={key} className={styles.item}>
            <div className="row unbroken top apart-snudge">
              <SeverityMark severity={finding.severity} />
              <span className="grow">{finding.title}</span>
              <CellLink cells={[finding.cell]} />
            </div>
            <div className="row unbroken top apart-snudge">
              <span className="quiet grow">{`理由：${reason}`}</span>
              <Button
                className="snug kept-size"
                size="small"
                appearance="transparent"
                aria-label={`恢复：${finding.title}`}
                disabledFocusable={busy !== null}
                onClick={() => void session.restore(key)}
              >
                恢复
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
