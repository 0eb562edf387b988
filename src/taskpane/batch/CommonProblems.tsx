import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CommonProblem } from '../../advice/commonProblems';
import { Disclosure } from '../components/Disclosure';
import { points } from '../components/figures';

/** As many are shown; the summary has them all. */
const SHOWN = 8;

const useStyles = makeStyles({
  root: { padding: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase200 },
  list: { maxWidth: '640px' },
  line: { padding: '3px 0' },
  words: { display: 'flex', columnGap: tokens.spacingHorizontalS, fontVariantNumeric: 'tabular-nums' },
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
      <Disclosure
        label={`共性问题 ${problems.length} 类，最多的一类 ${of} 份中有 ${first.forms} 份`}
        open={open}
        onToggle={() => setOpen(!open)}
      />
      {open && (
        <ul className={styles.list}>
          {problems.slice(0, SHOWN).map(({ check, title, forms, findings, points: lost }) => (
            <li key={check} className={styles.line}>
              <span className={styles.words}>
                <span className="grow">{title}</span>
                <span className="kept-size">{`${forms} 份 ${findings} 处${lost.isZero() ? '' : `，${points(lost)} 分`}`}</span>
              </span>
              <progress aria-hidden value={of === 0 ? 0 : forms / of} />
            </li>
          ))}
          {problems.length > SHOWN && (
            <li className={styles.line}>{`另有 ${problems.length - SHOWN} 类，见汇总表。`}</li>
          )}
        </ul>
      )}
    </section>
  );
}
