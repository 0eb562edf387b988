import { makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  chip: { minWidth: 'auto', paddingLeft: '5px', paddingRight: '5px', fontVariantNumeric: 'tabular-nums' },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
});

interface FilterChipsProps<T extends string> {
  readonly chips: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** Which part of a list is shown: one chip for each, with how many there are. */
export function FilterChips<T extends string>({ chips, chosen, onChoose }: FilterChipsProps<T>) {
  const styles = useStyles();
  return chips.map(({ value, label }) => (
    <ToggleButton
      key={value}
      className={mergeClasses(styles.chip, chosen === value && styles.chosen)}
      size="small"
      shape="circular"
      checked={chosen === value}
      onClick={() => onChoose(value)}
    >
      {label}
    </ToggleButton>
  ));
}
