import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useState } from 'react';
import type { EvaluationForm } from '../../form/model';
import type { FormView } from '../session/state';
import { Bars } from './Bars';
import { Disclosure } from './Disclosure';
import { Totals } from './Totals';
import { usePaneState, useSession } from './useSession';
import { later } from './later';

/** Few sheets hold more than one form. */
const FormChooser = later('选表', () => import('./FormChooser'), 'part');

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  titleRow: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  title: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  again: { marginTop: '-4px', marginRight: '-8px' },
  about: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  why: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    '> p': { margin: 0 },
  },
});

function titleOf({ title, year }: EvaluationForm): string {
  const words = title?.value ?? '绩效自评表';
  const known = year?.value.toString() ?? '';
  return known === '' || words.includes(known) ? words : `${words} · ${known}`;
}

function chooserTitle(form: EvaluationForm): string {
  const organisation = form.organisation?.value ?? '';
  return organisation === '' ? titleOf(form) : `${titleOf(form)} · ${organisation}`;
}

interface FormHeadProps {
  readonly forms: readonly FormView[];
  readonly chosen: number;
}

/** Which form this is, by which rulebook it was checked, and how its total stands. */
export function FormHead({ forms, chosen }: FormHeadProps) {
  const styles = useStyles();
  const session = useSession();
  const { busy } = usePaneState();
  const [told, setTold] = useState(false);
  const view = forms[chosen];
  if (view === undefined) return null;
  const { form, scores } = view.review;
  const { rulebook, why } = scores;
  const organisation = form.organisation?.value ?? '';
  return (
    <header className={styles.root}>
      {forms.length > 1 && (
        <FormChooser titles={forms.map(({ review }) => chooserTitle(review.form))} chosen={chosen} />
      )}
      <div className={styles.titleRow}>
        <h1 className={styles.title}>{titleOf(form)}</h1>
        <Button
          className={styles.again}
          appearance="subtle"
          size="small"
          icon={<ArrowClockwise20Regular />}
          aria-label="再查一次"
          title="再查一次"
          disabledFocusable={busy !== null}
          onClick={() => void session.check()}
        />
      </div>
      <div className={styles.about}>
        <span>{`${organisation === '' ? '' : `${organisation} · `}${form.indicators.length} 项`}</span>
        <Disclosure look="link" label={`规则 ${rulebook.name}`} open={told} onToggle={() => setTold(!told)} />
      </div>
      {told && (
        <div className={styles.why}>
          <p>{why}</p>
          <p>{`出处：${rulebook.source}`}</p>
        </div>
      )}
      <Totals view={view} />
      <Bars form={form} />
    </header>
  );
}
