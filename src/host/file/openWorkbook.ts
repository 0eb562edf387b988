import type { PlannedComment } from '../../advice/plan';
import { annotationsIn } from './annotate';
import { readWorkbook, type WorkbookFile } from './readWorkbook';

/** A workbook file with all that a page needs of it; plain data, so that it may be read in a worker. */
export interface OpenedWorkbook {
  readonly bytes: Uint8Array;
  readonly file: WorkbookFile;
  /** Our comments in it, by the names of its sheets. */
  readonly ours: ReadonlyMap<string, readonly PlannedComment[]>;
}

/** Throws a `HostError` for a file that can't be read. */
export function openWorkbook(bytes: Uint8Array, name: string): OpenedWorkbook {
  const file = readWorkbook(bytes, name);
  return { bytes, file, ours: file.annotatable ? annotationsIn(bytes) : new Map() };
}
