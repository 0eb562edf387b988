import { SEVERITIES, SEVERITY_WORDS } from '../../checks/severity';
import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { usePaneState, useSession } from '../components/useSession';
import type { FormView, SeverityFilter } from '../session/state';
import { countOf } from '../session/words';

const useStyles = makeStyles({
  root: {
    '@media print': { display: 'none' },
    position: 'sticky',
    top: 0,
    // Above the links of the cards that scroll beneath it.
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  chip: { minWidth: 'auto', paddingLeft: '10px', paddingRight: '10px', fontVariantNumeric: 'tabular-nums' },
});

/** Chooses which severities are listed. */
export function Filters({ form }: { readonly form: FormView }) {
  const styles = useStyles();
  const session = useSession();
  const { filter } = usePaneState();
  const chips: readonly { readonly value: SeverityFilter; readonly label: string }[] = [
    { value: 'all', label: `全部 ${form.open.length}` },
    ...SEVERITIES.map((severity) => ({
      value: severity,
      label: `${SEVERITY_WORDS[severity]} ${countOf(form, severity)}`,
    })),
  ];
  return (
    <div className={styles.root} role="group" aria-label="按轻重筛选">
      {chips.map(({ value, label }) => (
        <ToggleButton
          key={value}
          className={styles.chip}
          size="small"
          shape="circular"
          checked={filter === value}
          onClick={() => session.setFilter(value)}
        >
          {label}
        </ToggleButton>
      ))}
    </div>
  );
}
