import type { FileJson } from './json';
import type { FileOutcome, FileTask } from './outcome';
import { oneLine, plainJson } from './messages';

/** What a file comes to of which there is nothing but the reason why it was not checked. */
export function unreadOutcome({ file: { file }, json }: FileTask, reason: string): FileOutcome {
  const written: FileJson = { file, error: reason, sheets: [] };
  const text = json ? plainJson(written) : `${oneLine(file)}\n  没有核查：${oneLine(reason)}\n`;
  return { text, failed: true, withErrors: false, forms: [], reason, read: false };
}
