import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Doubt } from '../../advice/batch';
import { Disclosure } from '../components/Disclosure';

/** The summary sheet names all. */
const MOST_DOUBTS = 20;

const useStyles = makeStyles({
  root: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    fontSize: tokens.fontSizeBase200,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  head: { width: '100%', fontWeight: tokens.fontWeightRegular },
});

/** What a person should look at among the received forms. */
export function Doubts({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (doubts.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby={id}>
      <Disclosure
        id={id}
        className={styles.head}
        label={`有 ${doubts.length} 处请确认：同一单位收到几份，或名称有两种写法`}
        open={open}
        onToggle={() => setOpen(!open)}
      />
      {open && (
        <>
          <ul className="bullets">
            {doubts.slice(0, MOST_DOUBTS).map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {doubts.length > MOST_DOUBTS && <p>{`另有 ${doubts.length - MOST_DOUBTS} 处，见汇总表。`}</p>}
        </>
      )}
    </section>
  );
}
