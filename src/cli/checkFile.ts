import { readWorkbook, shownSheets } from '../host/file/readWorkbook';
import { unhiding } from '../host/limits';
import { review, type ReviewSettings, type SheetReview } from '../review';
import { readBytes, type FoundFile } from './files';
import { messageOf } from './messages';

/** One sheet of a file: its review, or `null` for a hidden one, which is left alone. */
export interface CheckedSheet {
  readonly name: string;
  readonly review: SheetReview | null;
  readonly notes: readonly string[];
  /** Why a hidden one was left alone; `''` for any other. */
  readonly hidden: string;
}

/** A file after the check; `bytes` is what was read, for an annotated copy. */
export interface CheckedFile {
  readonly file: FoundFile;
  readonly error: string | null;
  /** Why the copy that was asked for was not written; `null` where it was, or none was asked for. */
  readonly noCopy: string | null;
  readonly bytes: Uint8Array;
  readonly sheets: readonly CheckedSheet[];
}

/** Reads and reviews one file. A file that can't be read gives its reason and no sheets. */
export function checkFile(file: FoundFile, settings: ReviewSettings): CheckedFile {
  const nothing = { file, noCopy: null, bytes: new Uint8Array(0), sheets: [] };
  if (file.error !== undefined) return { ...nothing, error: file.error };
  try {
    const bytes = readBytes(file.file);
    const { sheets } = readWorkbook(bytes, file.file);
    const shown = new Set(shownSheets(sheets));
    const checked = sheets.map((sheet): CheckedSheet => {
      const { name, notes, veryHidden = false } = sheet;
      if (shown.has(sheet)) return { name, notes, review: review(sheet.snapshot, settings), hidden: '' };
      const why = `隐藏的工作表，没有核查：需要核查时请${unhiding(veryHidden)}`;
      return { name, notes, review: null, hidden: why };
    });
    return { file, error: null, noCopy: null, bytes, sheets: checked };
  } catch (cause) {
    return { ...nothing, error: messageOf(cause) };
  }
}

/** Whether a form was recognised in any sheet. */
export function hasForm({ sheets }: CheckedFile): boolean {
  return sheets.some((sheet) => (sheet.review?.forms.length ?? 0) > 0);
}

/** How many findings of each severity a file has. */
export function countFindings({ sheets }: CheckedFile): { error: number; warning: number; info: number } {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { review } of sheets) {
    for (const form of review?.forms ?? []) for (const finding of form.findings) counts[finding.severity] += 1;
  }
  return counts;
}
