import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useState } from 'react';
import type { CommonProblem } from '../../advice/commonProblems';
import { points } from '../components/figures';

/** As many are shown; the summary has them all. */
const SHOWN = 8;

const useStyles = makeStyles({
  root: { padding: `0 0 ${tokens.spacingVerticalS}` },
  button: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '28px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  turned: { transform: 'rotate(90deg)' },
  list: { margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200 },
  line: { padding: '3px 0', overflowWrap: 'anywhere' },
  words: { display: 'flex', columnGap: tokens.spacingHorizontalS, fontVariantNumeric: 'tabular-nums' },
  title: { flexGrow: 1, minWidth: 0 },
  track: { height: '4px', borderRadius: '2px', backgroundColor: tokens.colorNeutralBackground5 },
  bar: {
    height: '100%',
    borderRadius: '2px',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

interface CommonProblemsProps {
  readonly problems: readonly CommonProblem[];
  /** How many forms they were looked for in. */
  readonly of: number;
}

/** 共性问题: what is wrong in many forms, and about how many points. */
export function CommonProblems({ problems, of }: CommonProblemsProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [first] = problems;
  if (first === undefined) return null;
  return (
    <section className={styles.root} aria-label="共性问题">
      <button type="button" data-prints className={styles.button} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight12Regular aria-hidden className={mergeClasses(open && styles.turned)} />
        {`共性问题 ${problems.length} 类，最多的一类 ${of} 份中有 ${first.forms} 份`}
      </button>
      {open && (
        <ul className={styles.list}>
          {problems.slice(0, SHOWN).map(({ check, title, forms, findings, points: lost }) => (
            <li key={check} className={styles.line}>
              <span className={styles.words}>
                <span className={styles.title}>{`不符合“${title}”`}</span>
                <span>{`${forms} 份 ${findings} 处${lost.isZero() ? '' : `，${points(lost)} 分`}`}</span>
              </span>
              <div aria-hidden className={styles.track}>
                <div className={styles.bar} style={{ width: `${of === 0 ? 0 : (forms / of) * 100}%` }} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
