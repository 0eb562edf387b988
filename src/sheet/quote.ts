/** What stands for a quotation mark within quotation marks. */
const WITHIN: ReadonlyMap<string, string> = new Map([
  ['“', '‘'],
  ['”', '’'],
]);

const MARKS = /["“”]/;

/**
 * A text of the sheet in quotation marks. Its own double ones become single ones, as GB/T 15834 has it:
 * “三公经费”控制率 is “‘三公经费’控制率”. Straight ones are taken in pairs.
 */
export function quote(text: string): string {
  if (!MARKS.test(text)) return `“${text}”`;
  let opened = false;
  const within = Array.from(text, (char) => {
    if (char !== '"') return WITHIN.get(char) ?? char;
    opened = !opened;
    return opened ? '‘' : '’';
  });
  return `“${within.join('')}”`;
}
