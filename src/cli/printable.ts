import { UNSEEN } from '../sheet/unseen';

/**
 * One line of text that comes from a file, its name or a rulebook, fit for a terminal: it can neither steer the terminal
 * nor begin a line of the report that is not ours. Spaces of any kind become a space, everything else that is not seen goes.
 */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, (char) => (/\s/.test(char) && char !== '\ufeff' ? ' ' : ''));
}

/** JSON with the same value, in which nothing steers a terminal that shows it. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
