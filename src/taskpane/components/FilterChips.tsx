import { Button } from '@fluentui/react-components';

interface FilterChipsProps<T extends string> {
  readonly chips: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** Which part of a list is shown: one chip for each, with how many there are. */
export function FilterChips<T extends string>({ chips, chosen, onChoose }: FilterChipsProps<T>) {
  return chips.map(({ value, label }) => (
    <Button
      key={value}
      className="chip"
      size="small"
      shape="circular"
      aria-pressed={chosen === value}
      onClick={() => onChoose(value)}
    >
      {label}
    </Button>
  ));
}
