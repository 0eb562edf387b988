import type { PlannedComment } from '../../advice/plan';
import type { FormRecord } from '../../advice/record';
import type { ReportSheet } from '../../advice/reportSheet';
import type { ReviewSettings } from '../../review';

/** What the worker is asked; each is answered once. */
export type Job =
  | { readonly kind: 'read'; readonly file: File; readonly settings: ReviewSettings }
  | {
      readonly kind: 'annotate';
      readonly file: File;
      readonly comments: readonly (readonly [string, readonly PlannedComment[]])[];
    }
  | { readonly kind: 'workbook'; readonly sheets: readonly ReportSheet[] };

/** What a file was found to hold. */
export interface ReadFile {
  readonly forms: readonly FormRecord[];
  /** Why there is no form; `''` where there is one. */
  readonly none: string;
  /** Whether a copy with comments can be made of it. */
  readonly annotatable: boolean;
}

export type Answer =
  | { readonly kind: 'read'; readonly read: ReadFile }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface Request {
  readonly id: number;
  readonly job: Job;
}

export interface Reply {
  readonly id: number;
  readonly answer: Answer;
}
