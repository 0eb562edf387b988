import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef } from 'react';

/** What the page reads; everything else gets a sentence when it is dropped. */
const ACCEPTED = '.xlsx,.xlsm,.xls,.ods,.csv';

interface FileButtonProps {
  readonly label: string;
  readonly appearance: NonNullable<ButtonProps['appearance']>;
  readonly size: NonNullable<ButtonProps['size']>;
  readonly busy: boolean;
  readonly onFile: (file: File | undefined) => void;
}

/** Lets the officer choose a file. */
export function FileButton({ label, appearance, size, busy, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={label}
        onChange={({ target }) => {
          onFile(target.files?.[0]);
          // So that the same file can be chosen again after it was changed.
          target.value = '';
        }}
      />
      <Button appearance={appearance} size={size} disabledFocusable={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
