import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { CommonProblem } from '../../advice/commonProblems';
import { Unfolding } from '../components/Disclosure';
import { points } from '../components/figures';
import type { Doubt } from '../../advice/batch';

/** The summary sheet names all. */
const MOST_DOUBTS = 20;

const useDoubtsStyles = makeStyles({
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
  const styles = useDoubtsStyles();
  const id = useId();
  if (doubts.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby={id}>
      <Unfolding
        id={id}
        className={styles.head}
        label={`有 ${doubts.length} 处请确认：同一单位收到几份，或名称有两种写法`}
      >
        <ul className="bullets">
          {doubts.slice(0, MOST_DOUBTS).map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {doubts.length > MOST_DOUBTS && <p>{`另有 ${doubts.length - MOST_DOUBTS} 处，见汇总表。`}</p>}
      </Unfolding>
    </section>
  );
}

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
  const [first] = problems;
  if (first === undefined) return null;
  return (
    <section className={styles.root} aria-label="共性问题">
      <Unfolding label={`共性问题 ${problems.length} 类，最多的一类 ${of} 份中有 ${first.forms} 份`}>
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
      </Unfolding>
    </section>
  );
}
