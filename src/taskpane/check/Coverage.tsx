import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState } from 'react';
import { coverageLine } from '../../checks/coverage';
import type { Coverage as CoverageData } from '../../review';

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
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  turned: { transform: 'rotate(90deg)' },
  heading: { margin: `${tokens.spacingVerticalXS} 0 0`, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '1.4em' },
});

interface CoverageProps {
  readonly coverage: CoverageData;
  /** Whether it is unfolded at first. */
  readonly told: boolean;
}

/** What was checked and what was not. */
export function Coverage({ coverage, told }: CoverageProps) {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(told);
  const { checks, unchecked } = coverage;
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
        {coverageLine(coverage)}
      </button>
      {open && (
        <>
          {unchecked.length > 0 && (
            <>
              <h3 className={styles.heading}>没有查的</h3>
              <ul className={styles.list}>
                {unchecked.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </>
          )}
          <h3 className={styles.heading}>查过的</h3>
          <ul className={styles.list}>
            {checks.map(({ id: check, title, compared }) => (
              <li key={check}>{`${title}（${compared} 次）`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
