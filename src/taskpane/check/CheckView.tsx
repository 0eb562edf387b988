import { makeStyles, tokens } from '@fluentui/react-components';
import { FormHead } from '../components/FormHead';
import { SPOKEN } from '../components/spoken';
import { Stale } from '../components/Stale';
import { usePaneState } from '../components/useSession';
import type { FormView } from '../session/state';
import { Coverage } from './Coverage';
import { Filters } from './Filters';
import { FindingList } from './FindingList';
import { NothingWrong } from './NothingWrong';
import { SetAsideList } from './SetAsideList';

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
  const { filter, stale } = usePaneState();
  const form = forms[chosen];
  if (form === undefined) return null;
  const shown = filter === 'all' ? form.open : form.open.filter(({ finding }) => finding.severity === filter);
  return (
    <>
      {stale !== null && <Stale sentence={stale} />}
      <FormHead forms={forms} chosen={chosen} />
      {form.open.length > 0 && <Filters form={form} />}
      <div className={styles.body}>
        <h2 className={styles.spoken}>核查结果</h2>
        {form.open.length === 0 ? <NothingWrong form={form} /> : <FindingList findings={shown} filter={filter} />}
        {form.aside.length > 0 && <SetAsideList aside={form.aside} />}
        <Coverage key={String(form.open.length === 0)} coverage={form.review.coverage} told={form.open.length === 0} />
      </div>
    </>
  );
}
