import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useState } from 'react';
import type { EvaluationForm } from '../../form/model';
import type { FormView, TabViewProps } from '../session/state';
import { Disclosure } from './Disclosure';
import { fillOf, type GroupBar, groupBars, points } from './figures';
import { later } from './later';
import { Totals } from './Totals';
import { usePaneState, useSession } from './useSession';

const useBarsStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(4em, max-content) minmax(48px, 1fr) max-content',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '3px',
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '@media (max-width: 250px)': { gridTemplateColumns: 'minmax(0, 1fr) max-content' },
  },
  row: { display: 'contents' },
  name: { maxWidth: '8em' },
  bar: { alignSelf: 'center', '@media (max-width: 250px)': { display: 'none' } },
  bonus: { color: tokens.colorNeutralForeground4 },
  value: { textAlign: 'right', color: tokens.colorNeutralForeground2 },
});

function valueOf({ stated, weight, bonus }: GroupBar): string {
  if (stated === null) return `— / ${weight?.toString() ?? ''}`;
  if (bonus) return stated.gt(0) ? `+${points(stated)}` : points(stated);
  return weight === null ? points(stated) : `${points(stated)} / ${weight.toString()}`;
}

/** A bar for each first-level indicator: the sum of what is stated below it against its weight. */
function Bars({ form }: { readonly form: EvaluationForm }) {
  const styles = useBarsStyles();
  const bars = groupBars(form);
  if (bars.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="各一级指标得分">
      {bars.map((bar, index) => (
        <li key={index} className={styles.row}>
          <span className={mergeClasses('two-lines', styles.name)} title={bar.name}>
            {bar.name}
          </span>
          {bar.weight === null ? (
            <span />
          ) : (
            <progress
              className={mergeClasses(styles.bar, bar.bonus && styles.bonus)}
              aria-hidden
              value={fillOf(bar) ?? 0}
            />
          )}
          <span className={styles.value}>{valueOf(bar)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Few sheets hold more than one form. */
const Choice = later('选表', () => import('./Choice'), 'part');

function titleOf({ title, year }: EvaluationForm): string {
  const words = title?.value ?? '绩效自评表';
  const known = year?.value.toString() ?? '';
  return known === '' || words.includes(known) ? words : `${words} · ${known}`;
}

/** Forms of one sheet are often called alike: how much is found in each says which are to be looked at. */
function chooserTitle({ review: { form }, open }: FormView): string {
  const parts = [titleOf(form), form.organisation?.value ?? '', open.length > 0 ? `待处理 ${open.length}` : ''];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Which form this is, by which rulebook it was checked, and how its total stands. */
export function FormHead({ forms, chosen }: TabViewProps) {
  const session = useSession();
  const { busy } = usePaneState();
  const [told, setTold] = useState(false);
  const view = forms[chosen];
  if (view === undefined) return null;
  const { form, scores } = view.review;
  const { rulebook, why } = scores;
  const organisation = form.organisation?.value ?? '';
  return (
    <header className="section">
      {forms.length > 1 && (
        <Choice
          className="below-s"
          aria-label={`本工作表有 ${forms.length} 张自评表，选择要看的一张`}
          value={String(chosen)}
          onChoose={(index) => session.chooseForm(Number(index))}
          options={forms.map((one, at) => [String(at), `${at + 1}/${forms.length} ${chooserTitle(one)}`])}
        />
      )}
      <div className="row unbroken top apart-s">
        <h1 className="heading four-lines grow" title={titleOf(form)}>
          {titleOf(form)}
        </h1>
        <Button
          className="corner"
          appearance="subtle"
          size="small"
          icon={<ArrowClockwise20Regular />}
          aria-label="再查一次"
          title="再查一次"
          disabledFocusable={busy !== null}
          onClick={() => void session.check()}
        />
      </div>
      <div className="quiet row middle apart-m">
        {organisation !== '' && (
          <span className="two-lines" title={organisation}>
            {organisation}
          </span>
        )}
        <span>{`${form.indicators.length} 项指标`}</span>
        <Disclosure
          look="link"
          label={rulebook.name.includes('规则') ? rulebook.name : `规则 ${rulebook.name}`}
          open={told}
          onToggle={() => setTold(!told)}
        />
      </div>
      {told && (
        <div className="box small above-xs">
          <p>{why}</p>
          <p>{`出处：${rulebook.source}`}</p>
        </div>
      )}
      <Totals view={view} />
      <Bars form={form} />
    </header>
  );
}
