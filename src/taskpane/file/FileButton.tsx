import { Button, type ButtonProps } from '@fluentui/react-components';
import { useFileField } from '../components/fileField';

/** What the page reads; everything else gets a sentence when it is dropped. */
const ACCEPTED = '.xlsx,.xlsm,.xls,.et,.ods,.csv';

interface FileButtonProps {
  readonly label: string;
  readonly appearance: NonNullable<ButtonProps['appearance']>;
  readonly size: NonNullable<ButtonProps['size']>;
  readonly busy: boolean;
  readonly onFile: (file: File | undefined) => void;
}

/** Lets the officer choose a file. */
export function FileButton({ label, appearance, size, busy, onFile }: FileButtonProps) {
  const [field, choose] = useFileField(label, ([file]) => onFile(file), { accept: ACCEPTED });
  return (
    <>
      {field}
      <Button appearance={appearance} size={size} disabledFocusable={busy} onClick={choose}>
        {label}
      </Button>
    </>
  );
}
