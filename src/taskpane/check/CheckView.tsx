import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle32Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { useId, useState } from 'react';
import { coverageLine } from '../../checks/coverage';
import type { FormReview } from '../../review';
import { Unfolding } from '../components/Disclosure';
import { useReturn } from '../components/entering';
import { FormHead } from '../components/FormHead';
import { later } from '../components/later';
import { Stale } from '../components/Stale';
import { usePaneState, useSession } from '../components/useSession';
import type { FormView, TabViewProps } from '../session/state';
import { Filters } from './Filters';
import { FindingList } from './FindingList';
import { FirstLook } from './FirstLook';
import { firstFindings, shownFindings } from './shown';
import { useStepping } from './stepping';

/** Few forms leave open which column is meant, and at first nothing is set aside. */
const ColumnQuestions = later('请选择列', () => import('./ColumnQuestions'), 'part');
const SetAsideList = later('不处理', () => import('./SetAsideList'), 'part');

const MendAllPanel = later('全部改正', () => import('./MendAllPanel'), 'part');

/** 全部改正: leads to one preview of all that can be mended, where there is more than one such finding. */
function MendAll({ form }: { readonly form: FormView }) {
  const session = useSession();
  const { busy, abilities } = usePaneState();
  const [open, setOpen] = useState(false);
  useReturn(open ? 'mend all' : null);
  const mendable = form.open.filter(({ finding }) => finding.fix !== undefined && finding.severity !== 'info').length;
  if (mendable === 0 || !abilities.canWrite) return null;
  const close = () => setOpen(false);
  return (
    <div className={mergeClasses('on-screen lead middle', !open && 'row')}>
      {open ? (
        <MendAllPanel
          review={form.review}
          aside={form.aside}
          onCancel={close}
          onConfirm={(plan) => {
            // What was not written is still there to be written, ticked as it was.
            void session.writing.write(plan).then((outcome) => outcome !== null && close());
          }}
        />
      ) : (
        <>
          <span className="softer grow">{`${mendable} 处能由表内数字算出应填多少`}</span>
          <Button data-opens="mend all" size="small" disabledFocusable={busy !== null} onClick={() => setOpen(true)}>
            全部改正…
          </Button>
        </>
      )}
    </div>
  );
}

const useNothingWrongStyles = makeStyles({
  root: { display: 'flex', columnGap: tokens.spacingHorizontalM, padding: `${tokens.spacingVerticalL} 0` },
  icon: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
});

/** Nothing was found, or nothing that is not set aside; what was checked is told below. */
function NothingWrong({ form }: { readonly form: FormView }) {
  const styles = useNothingWrongStyles();
  const { aside, review } = form;
  const { coverage, form: recognised } = review;
  // What a column that is not known yet holds was compared with nothing.
  const asks = recognised.questions.length > 0;
  const nothing = aside.length === 0 ? '没有发现问题' : '没有待处理的问题';
  return (
    <div className={styles.root}>
      {!asks && <CheckmarkCircle32Filled className={styles.icon} aria-hidden />}
      <div>
        <p className="heading">{asks ? '还没有查完' : nothing}</p>
        <p className="muted">
          {aside.length > 0 && `另有 ${aside.length} 项不处理。`}
          {asks
            ? '请先在上面选择列。'
            : coverage.unchecked.length === 0
              ? '查了什么列在下面。'
              : '没有查的列在下面，请人工判断。'}
        </p>
      </div>
    </div>
  );
}

const Ledger = later('核对明细', () => import('./Ledger'), 'part');

interface CoverageProps {
  readonly review: FormReview;
  /** Whether it is unfolded at first. */
  readonly told: boolean;
}

/** How many figures of the form were held against something; opened, which and how. */
function Coverage({ review, told }: CoverageProps) {
  const id = useId();
  return (
    <section className="softer parted" aria-labelledby={id}>
      <Unfolding id={id} label={coverageLine(review.coverage)} first={told}>
        <Ledger review={review} />
      </Unfolding>
    </section>
  );
}

/** 核查: what was found in the form that is looked at, and what was checked. */
export function CheckView({ forms, chosen }: TabViewProps) {
  const session = useSession();
  const { list, stale } = usePaneState();
  const form = forms[chosen];
  const findings = form === undefined ? [] : shownFindings(form, list);
  const step = useStepping(findings);
  if (form === undefined) return null;
  const worst = list.order === 'severity';
  const { questions } = form.review.form;
  return (
    <>
      {stale !== null && <Stale sentence={stale} />}
      <FormHead forms={forms} chosen={chosen} />
      {(questions.length > 0 || session.hasAnsweredColumns) && (
        <ColumnQuestions questions={questions} answered={session.hasAnsweredColumns} />
      )}
      <MendAll form={form} />
      {/* Where the worst come first, the list itself begins with them. */}
      {!worst && <FirstLook findings={firstFindings(form)} />}
      {form.open.length > 0 && <Filters form={form} findings={findings} onStep={step} />}
      <div className="body">
        <h2 className="spoken">核查结果</h2>
        {form.open.length === 0 ? <NothingWrong form={form} /> : <FindingList findings={findings} places={!worst} />}
        {form.aside.length > 0 && <SetAsideList aside={form.aside} />}
        <Coverage key={String(form.open.length === 0)} review={form.review} told={form.open.length === 0} />
      </div>
    </>
  );
}
