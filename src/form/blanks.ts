/** A place in a draft that a person is to fill in. */
export interface Blank {
  readonly start: number;
  readonly end: number;
}

const OPENING = '【请填写';
const LONGEST = 80;

/** The mark that a draft leaves where only a person knows the answer: `【请填写：由什么引起】`. */
export function blank(hint: string): string {
  return `${OPENING}：${hint}】`;
}

/** The blanks that a text still holds, in the order of the text. Linear in its length. */
export function blanksIn(text: string): Blank[] {
  const blanks: Blank[] = [];
  for (let start = text.indexOf(OPENING); start >= 0; start = text.indexOf(OPENING, start + 1)) {
    const length = text.slice(start, start + LONGEST).indexOf('】');
    if (length > 0) blanks.push({ start, end: start + length + 1 });
  }
  return blanks;
}
