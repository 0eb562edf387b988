import type { OpenedFile } from './opening';

/** What of a sheet was not read; nothing for any sheet of usual size. */
export function SheetNotes({ file, sheet }: { readonly file: OpenedFile; readonly sheet: string }) {
  return (file.notes.get(sheet) ?? []).map((note) => <p key={note} className="quiet whole-line">{`${note}。`}</p>);
}
