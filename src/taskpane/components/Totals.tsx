import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { scoreDifferences } from '../../advice/scoreDifferences';
import type { TotalScore } from '../../scoring/scores';
import type { FormView } from '../session/state';
import { Disclosure } from './Disclosure';
import { points } from './figures';
import { later } from './later';

const TotalsDetail = later('总分的算法', () => import('./TotalsDetail'), 'part');

const useStyles = makeStyles({
  stated: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightBold,
    color: tokens.colorNeutralForeground1,
  },
  none: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightHero700,
    color: tokens.colorNeutralForeground1,
  },
  chip: {
    padding: '0 6px',
    borderRadius: tokens.borderRadiusSmall,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  off: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground3 },
  agrees: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  dot: { color: tokens.colorNeutralForeground4 },
});

/** How the stated total stands to the sum of the stated scores; `null` where one of them is missing. */
function differenceOf({ stated, sumOfStated }: TotalScore) {
  return stated === null || sumOfStated === null ? null : stated.minus(sumOfStated);
}

function differenceInWords(difference: NonNullable<ReturnType<typeof differenceOf>>): string {
  if (difference.isZero()) return '与各项之和一致';
  return `比各项之和${difference.gt(0) ? '多' : '少'} ${points(difference.abs())}`;
}

/** The total as the form states it, as its scores add up, and as the rulebook gives it. */
export function Totals({ view }: { readonly view: FormView }) {
  const styles = useStyles();
  const [told, setTold] = useState(false);
  const { form, scores, comparisons } = view.review;
  const { total } = scores;
  if (!form.scored) {
    // The question which column it is says so already.
    if (form.questions.some(({ role }) => role === 'stated')) return null;
    return <p className="softer row baseline apart-s">这张表没有得分栏，只核查目标、完成值和说明。</p>;
  }
  const difference = differenceOf(total);
  const off = difference !== null && !difference.isZero();
  // A rounded cent, or scores out of a hundred, are a question.
  const wrong = comparisons.some(({ check, verdict }) => check === 'total-sum' && verdict === 'differs');
  // That scores add up is no good news where they come to 115, or their weights to 110.
  const tooMuch =
    total.stated?.gt(form.total?.weight?.value ?? 100) === true ||
    comparisons.some(({ check, verdict }) => check === 'total-weight' && verdict !== 'agrees');
  // Each total with its own grade: the form's, and where the form gives none, the rulebook's.
  const grade = form.total?.grade?.value ?? '';
  const regraded = grade === '' && form.total !== null ? total.grade : null;
  return (
    <div className="above-s">
      <div className="softer row baseline apart-s">
        <span>自评</span>
        {total.stated === null ? (
          <span className={styles.none}>{form.total === null ? '没有总分行' : '总分未填'}</span>
        ) : (
          <span className={styles.stated}>{points(total.stated)}</span>
        )}
        {grade !== '' && <span>{grade}</span>}
        {difference !== null && (off || !tooMuch) && (
          <span className={mergeClasses(styles.chip, off ? wrong && styles.off : styles.agrees)}>
            {differenceInWords(difference)}
          </span>
        )}
      </div>
      <div className="softer row baseline apart-s">
        {total.sumOfStated !== null && (
          <>
            <span>
              {'各项之和 '}
              <span className={wrong ? 'figure fails' : 'figure'}>{points(total.sumOfStated)}</span>
            </span>
            <span aria-hidden className={styles.dot}>
              ·
            </span>
          </>
        )}
        <span>
          {'复算 '}
          <span className="figure">{total.recomputed === null ? '算不出' : points(total.recomputed)}</span>
          {regraded !== null && `（${regraded}）`}
        </span>
        {total.cap !== null && <span>{`（按执行率最高 ${points(total.cap)}）`}</span>}
        {total.recomputed !== null && (off || scoreDifferences(scores).length > 0) && (
          <Disclosure
            look="link"
            className="to-end"
            label="差在哪里"
            spoken="各项之和与复算差在哪里"
            open={told}
            onToggle={() => setTold(!told)}
          />
        )}
      </div>
      {told && <TotalsDetail view={view} />}
    </div>
  );
}
