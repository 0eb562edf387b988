/** What makes a terminal do something, breaks a line, or turns the direction of what follows: C0, DEL, C1, separators, bidi marks. */
// eslint-disable-next-line no-control-regex -- these are what is to be found
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * One line of text that comes from a file, its name or a rulebook, fit for a terminal: it can neither steer the terminal
 * nor begin a line of the report that is not ours. Spaces of any kind become a space, everything else that is not seen goes.
 */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, (char) => (/\s/.test(char) && char !== '\ufeff' ? ' ' : ''));
}

/** JSON with the same value, in which nothing steers a terminal that shows it. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(UNPRINTABLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
