import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { OpenedFile } from './opening';

const useStyles = makeStyles({
  note: { flexBasis: '100%' },
});

/** What of a sheet was not read; nothing for any sheet of usual size. */
export function SheetNotes({ file, sheet }: { readonly file: OpenedFile; readonly sheet: string }) {
  const styles = useStyles();
  return (file.notes.get(sheet) ?? []).map((note) => (
    <p key={note} className={mergeClasses('quiet', styles.note)}>{`${note}。`}</p>
  ));
}
