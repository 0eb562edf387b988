import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right';
import { lazy, Suspense, useId, useState } from 'react';
import { coverageLine } from '../../checks/coverage';
import type { FormReview } from '../../review';

const Ledger = lazy(() => import('./Ledger'));

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
  button: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  turned: { transform: 'rotate(90deg)' },
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
      <button
        id={id}
        type="button"
        data-prints
        className={styles.button}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight12Regular aria-hidden className={mergeClasses(open && styles.turned)} />
        {coverageLine(review.coverage)}
      </button>
      {open && (
        <Suspense fallback={null}>
          <Ledger review={review} />
        </Suspense>
      )}
    </section>
  );
}
