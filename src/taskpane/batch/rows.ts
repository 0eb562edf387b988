import { goesBack, type ReceivedForm, type UnreadFile } from '../../advice/batch';
import type { FormRecord } from '../../advice/record';

/** A row of the table: a form, or a file in which nothing could be checked. */
export interface BatchRow {
  readonly key: string;
  readonly fileId: number;
  readonly file: string;
  readonly form: FormRecord | null;
  /** Why nothing could be checked; `''` for a form. */
  readonly reason: string;
  /** Whether the file could be read. */
  readonly read: boolean;
  readonly aside: ReadonlyMap<string, string>;
  /** Whether something was mended in the form, which then stands in the annotated copy only. */
  readonly mended: boolean;
}

/** A form of the table as the advice takes it. */
export function receivedOf({ file, form, aside }: BatchRow): ReceivedForm | null {
  return form === null ? null : { file, form, aside };
}

export function receivedAll(rows: readonly BatchRow[]): ReceivedForm[] {
  return rows.flatMap((row) => receivedOf(row) ?? []);
}

export function unreadAll(rows: readonly BatchRow[]): UnreadFile[] {
  return rows.flatMap(({ file, form, reason, read }) => (form === null ? [{ file, reason, read }] : []));
}

/** Whether a row goes back to its department. */
export function isReturned(row: BatchRow): boolean {
  const received = receivedOf(row);
  return received !== null && goesBack(received);
}
