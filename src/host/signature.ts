/** What every comment and reply of ours begins with, in Excel and in files; by it they are found again. */
export const SIGNATURE = '【自评表助手';

/** Whether a comment or reply is one of ours. */
export function isSigned(text: string): boolean {
  return text.startsWith(SIGNATURE);
}

/** A text as it is written: our name in the first line, then the text. */
export function signed(text: string): string {
  return `${SIGNATURE}】\n${text}`;
}

/** A text of ours without our name. */
export function unsigned(text: string): string {
  return isSigned(text) ? text.slice(text.indexOf('\n') + 1) : text;
}
