import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { CommonProblem } from '../../advice/commonProblems';
import { Unfolding } from '../components/Disclosure';
import { points } from '../components/figures';
import { type Doubt, namesSent } from '../../advice/batch';
import type { BatchRow } from './state';

const useStyles = makeStyles({
  head: { width: '100%', fontWeight: tokens.fontWeightRegular },
  use: { marginLeft: tokens.spacingHorizontalS },
  list: { maxWidth: '640px' },
  line: { padding: '3px 0' },
  title: { color: tokens.colorBrandForegroundLink, ':hover': { textDecorationLine: 'underline' } },
});

/** The summary sheet names all. */
const MOST_DOUBTS = 20;

interface DoubtsProps {
  readonly doubts: readonly Doubt[];
  /** The rows that they are about. */
  readonly rows: readonly BatchRow[];
  readonly onOpen: (row: BatchRow) => void;
  /** Uses one of these rows only, or all of them again. */
  readonly onUse: (only: string | null, among: readonly string[]) => void;
}

/** What a person should look at among the received forms. */
export function Doubts({ doubts, rows, onOpen, onUse }: DoubtsProps) {
  const styles = useStyles();
  const id = useId();
  if (doubts.length === 0) return null;
  const called = namesSent(rows.map(({ file }) => file));
  const rowsOf = ({ forms }: Doubt) => forms.flatMap((at) => rows[at] ?? []);
  const isSettled = (doubt: Doubt) => rowsOf(doubt).filter(({ unused }) => !unused).length <= 1;
  const open = doubts.filter((doubt) => !isSettled(doubt)).length;
  /** Which of the ones before it holds the same, where not all of them do. */
  const twinOf = ({ form }: BatchRow, before: readonly BatchRow[]): string => {
    const twin = before.find((one) => one.form?.contents === form?.contents);
    return twin === undefined ? '' : `与“${called(twin.file)}”内容相同`;
  };
  const several = (doubt: Doubt) => {
    if (doubt.kind === 'names') return null;
    const own = rowsOf(doubt);
    const keys = own.map(({ key }) => key);
    const settled = isSettled(doubt);
    return (
      <ul>
        {own.map((row, at) => (
          <li key={row.key}>
            <Link as="button" onClick={() => onOpen(row)}>
              {called(row.file)}
            </Link>
            {!doubt.same && <span className={mergeClasses('quiet', styles.use)}>{twinOf(row, own.slice(0, at))}</span>}
            {row.unused ? (
              <span className={styles.use}>不用</span>
            ) : (
              !settled && (
                <Link as="button" className={styles.use} onClick={() => onUse(row.key, keys)}>
                  只用这一份
                </Link>
              )
            )}
          </li>
        ))}
        {settled && (
          <li>
            不用的不算进退回意见、批注件和汇总表。
            <Link as="button" className={styles.use} onClick={() => onUse(null, keys)}>
              都用上
            </Link>
          </li>
        )}
      </ul>
    );
  };
  return (
    <section className="warning-box below-s" aria-labelledby={id}>
      <Unfolding
        id={id}
        className={styles.head}
        label={
          open === 0
            ? `同一单位收到几份的 ${doubts.length} 处，用哪份已定`
            : `有 ${open} 处请确认：同一单位收到几份，或名称有两种写法`
        }
      >
        <ul className="bullets">
          {doubts.slice(0, MOST_DOUBTS).map((doubt) => (
            <li key={doubt.sentence}>
              {doubt.about === ''
                ? doubt.sentence
                : `${doubt.about}${doubt.same ? '内容相同，只算一份' : '请确认以哪份为准'}`}
              {several(doubt)}
            </li>
          ))}
        </ul>
        {doubts.length > MOST_DOUBTS && <p>{`另有 ${doubts.length - MOST_DOUBTS} 处，见汇总表。`}</p>}
      </Unfolding>
    </section>
  );
}

/** As many are shown; the summary has them all. */
const SHOWN = 8;

interface CommonProblemsProps {
  readonly problems: readonly CommonProblem[];
  /** How many forms they were looked for in. */
  readonly of: number;
  /** The one whose forms alone are listed. */
  readonly chosen: string;
  readonly onChoose: (check: string) => void;
}

/** 共性问题: what is wrong in many forms, and about how many points. */
export function CommonProblems({ problems, of, chosen, onChoose }: CommonProblemsProps) {
  const styles = useStyles();
  const [first] = problems;
  if (first === undefined) return null;
  return (
    <section className="below-s small" aria-label="共性问题">
      <Unfolding label={`共性问题 ${problems.length} 类，最多的一类 ${of} 份中有 ${first.forms} 份`}>
        <ul className={styles.list}>
          {problems.slice(0, SHOWN).map(({ check, title, forms, findings, points: lost }) => (
            <li key={check} className={styles.line}>
              <button
                type="button"
                className="bare row unbroken apart-s full"
                aria-pressed={check === chosen}
                title="只列出这几份"
                onClick={() => onChoose(check)}
              >
                <span className={mergeClasses('grow', styles.title)}>{title}</span>
                <span className="kept-size">{`${forms} 份 ${findings} 处${lost.isZero() ? '' : `，${points(lost)} 分`}`}</span>
              </button>
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
