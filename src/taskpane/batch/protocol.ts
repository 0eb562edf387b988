import type { PlannedComment } from '../../advice/plan';
import type { FormRecord } from '../../advice/record';
import type { ReportSheet } from '../../advice/reportSheet';
import type { FormMoney } from '../../compare/department';
import type { ComparisonRecord, FoundSide } from '../../compare/record';
import type { OpenedWorkbook } from '../../host/file/annotate';
import type { ReviewSettings } from '../../review';
import type { SheetSnapshot } from '../../sheet/snapshot';

/** What the worker is asked; each is answered once. */
export type Job =
  | { readonly kind: 'read'; readonly file: File; readonly settings: ReviewSettings }
  /** For a page that shows the file. */
  | { readonly kind: 'open'; readonly file: File }
  | {
      readonly kind: 'annotate';
      readonly file: File;
      readonly comments: readonly (readonly [string, readonly PlannedComment[]])[];
    }
  | { readonly kind: 'workbook'; readonly sheets: readonly ReportSheet[] }
  /** Which forms and tables of targets a file holds. */
  | { readonly kind: 'identify'; readonly file: File }
  | { readonly kind: 'compare'; readonly old: SidePlace; readonly now: SidePlace }
  /** The sheet in which something was found, to be held again as often as the form changes. */
  | { readonly kind: 'sheet'; readonly place: SidePlace }
  /** The money and indicators of a project's form; `name` is what its file is called. */
  | { readonly kind: 'money'; readonly place: SidePlace; readonly name: string }
  | { readonly kind: 'projects'; readonly now: SidePlace; readonly projects: readonly FormMoney[] };

/** Where a form or table of targets is found. */
export interface SidePlace {
  readonly source: File;
  readonly sheet: string;
  /** Its place among those of its sheet. */
  readonly index: number;
}

/** What a file was found to hold. */
export interface ReadFile {
  readonly forms: readonly FormRecord[];
  /** The forms again, in the same order, and the tables of targets, as they are held against others. */
  readonly sides: readonly FoundSide[];
  /** Why there is no form; `''` where there is one. */
  readonly none: string;
  /** Whether a copy with comments can be made of it. */
  readonly annotatable: boolean;
}

export type WorkerAnswer =
  | { readonly kind: 'read'; readonly read: ReadFile }
  | { readonly kind: 'identified'; readonly sides: readonly FoundSide[] }
  | { readonly kind: 'compared'; readonly comparison: ComparisonRecord }
  | { readonly kind: 'sheet'; readonly snapshot: SheetSnapshot }
  | { readonly kind: 'money'; readonly money: FormMoney }
  | { readonly kind: 'opened'; readonly opened: OpenedWorkbook }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly sentence: string };
