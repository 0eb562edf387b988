import { type InputHTMLAttributes, useRef } from 'react';

type More = Pick<InputHTMLAttributes<HTMLInputElement>, 'accept' | 'multiple'>;

/**
 * A field for files that is not shown, and what opens its dialog; `onFiles` takes what was chosen at once. In a `folder`
 * everything below it is chosen.
 */
export function useFileField(label: string, onFiles: (files: FileList) => void, more: More | 'folder' = {}) {
  const input = useRef<HTMLInputElement | null>(null);
  const field = (
    <input
      ref={(element) => {
        input.current = element;
        if (more === 'folder') element?.setAttribute('webkitdirectory', '');
      }}
      type="file"
      hidden
      aria-label={label}
      {...(more === 'folder' ? {} : more)}
      onChange={({ target }) => {
        if (target.files !== null) onFiles(target.files);
        // So that the same file can be chosen again after it was changed.
        target.value = '';
      }}
    />
  );
  return [field, () => input.current?.click()] as const;
}
