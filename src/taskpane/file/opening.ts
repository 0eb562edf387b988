import { createContext, useContext } from 'react';
import type { SheetLayout } from '../../advice/newForm';
import type { SettingsKeeper } from '../../host/host';
import type { Session } from '../session/session';

/** A workbook file that is open in the page. */
export interface OpenedFile {
  readonly name: string;
  readonly session: Session;
  /** Sentences on what of a sheet was not read, by its name. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  /** The file with what was entered and annotated. */
  readonly copy: () => Uint8Array;
  /** What of ours such a copy holds. */
  readonly copyHolds: () => 'comments' | 'changes' | 'nothing';
  /** Whether anything was entered or annotated of which no copy was made. */
  readonly unsaved: () => boolean;
  /** Makes the copy that was downloaded last known as this file, so that its settings are found again. */
  readonly remember: () => Promise<void>;
}

/**
 * Reads a file, or makes one that holds nothing but an empty form; rejects with a sentence for the officer. `settings` keeps what belongs to the file where the page's own
 * place for it is not wanted.
 */
export type OpenFile = (file: File | SheetLayout, settings?: SettingsKeeper) => Promise<OpenedFile>;

const OpenerContext = createContext<OpenFile | null>(null);

export const OpenerProvider = OpenerContext.Provider;

/** How the page opens a file. */
export function useOpener(): OpenFile {
  const open = useContext(OpenerContext);
  if (open === null) throw new Error('useOpener is used outside OpenerProvider');
  return open;
}
