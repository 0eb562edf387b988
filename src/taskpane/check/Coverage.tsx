import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { coverageLine } from '../../checks/coverage';
import type { FormReview } from '../../review';
import { Disclosure } from '../components/Disclosure';
import { later } from '../components/later';

const Ledger = later('核对明细', () => import('./Ledger'), 'part');

const useStyles = makeStyles({
  root: {
    marginTop: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

interface CoverageProps {
  readonly review: FormReview;
  /** Whether it is unfolded at first. */
  readonly told: boolean;
}

/** How many figures of the form were held against something; opened, which and how. */
export function Coverage({ review, told }: CoverageProps) {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(told);
  return (
    <section className={styles.root} aria-labelledby={id}>
      <Disclosure id={id} label={coverageLine(review.coverage)} open={open} onToggle={() => setOpen(!open)} />
      {open && <Ledger review={review} />}
    </section>
  );
}
