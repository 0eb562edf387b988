import { Select, type SelectProps } from '@fluentui/react-components';

interface ChoiceProps extends Omit<SelectProps, 'onChange' | 'size' | 'children'> {
  /** What can be chosen, each with its words. */
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}

/** One of several, in a list that opens. */
export default function Choice({ options, onChoose, ...rest }: ChoiceProps) {
  return (
    <Select {...rest} size="small" onChange={(_, { value }) => onChoose(value)}>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
  );
}
