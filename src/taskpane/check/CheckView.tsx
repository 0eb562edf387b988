import { makeStyles, tokens } from '@fluentui/react-components';
import { FormHead } from '../components/FormHead';
import { SPOKEN } from '../components/spoken';
import { Stale } from '../components/Stale';
import { usePaneState, useSession } from '../components/useSession';
import type { FormView } from '../session/state';
import { ColumnQuestions } from './ColumnQuestions';
import { Coverage } from './Coverage';
import { Filters } from './Filters';
import { FindingList } from './FindingList';
import { FirstLook } from './FirstLook';
import { MendAll } from './MendAll';
import { NothingWrong } from './NothingWrong';
import { SetAsideList } from './SetAsideList';
import { byLoudness, firstFindings, shownFindings } from './shown';

const useStyles = makeStyles({
  spoken: SPOKEN,
  body: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}` },
});

interface CheckViewProps {
  readonly forms: readonly FormView[];
  readonly chosen: number;
}

/** 核查: what was found in the form that is looked at, and what was checked. */
export function CheckView({ forms, chosen }: CheckViewProps) {
  const styles = useStyles();
  const session = useSession();
  const { list, stale } = usePaneState();
  const form = forms[chosen];
  if (form === undefined) return null;
  const findings = shownFindings(form, list);
  const first = firstFindings(form);
  return (
    <>
      {stale !== null && <Stale sentence={stale} />}
      <FormHead forms={forms} chosen={chosen} />
      <ColumnQuestions questions={form.review.form.questions} answered={session.hasAnsweredColumns} />
      <MendAll form={form} raised={first.length > 0} />
      <FirstLook findings={first} />
      {form.open.length > 0 && <Filters form={form} findings={findings} />}
      <div className={styles.body}>
        <h2 className={styles.spoken}>核查结果</h2>
        {form.open.length === 0 ? (
          <NothingWrong form={form} />
        ) : (
          <FindingList findings={findings} places={!byLoudness(list, form)} />
        )}
        {form.aside.length > 0 && <SetAsideList aside={form.aside} />}
        <Coverage key={String(form.open.length === 0)} review={form.review} told={form.open.length === 0} />
      </div>
    </>
  );
}
