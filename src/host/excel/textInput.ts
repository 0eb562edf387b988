/** Characters out of which Excel may read a number, a date, a time, a currency or a percentage. */
const FIGURE_LIKE = /^[\d\s,./\\:+\-%$¥￥€£()A-Za-z年月日时分秒点上下午星期周〇零一二三四五六七八九十百千元]{1,64}$/;
const NUMERAL = /[\d一二三四五六七八九十]/;
const FORMULA_START = /^[=+\-@']/;
const WORDS = new Set(['TRUE', 'FALSE', '#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/**
 * What to write so that a cell holds exactly this text. Excel takes a text as if it were typed: what begins with
 * `= + - @` would become a formula, `5月1日` a date. A leading apostrophe, which is not part of the value, prevents it;
 * it is put only where it is needed. A cell of the text format (`@`) keeps everything as text by itself.
 */
export function textInput(text: string, numberFormat: string): string {
  if (numberFormat === '@') return text.startsWith("'") ? `'${text}` : text;
  const plain = text.normalize('NFKC').trim();
  const figureLike = FIGURE_LIKE.test(plain) && NUMERAL.test(plain);
  const special = FORMULA_START.test(text) || FORMULA_START.test(plain) || WORDS.has(plain.toUpperCase());
  return special || figureLike ? `'${text}` : text;
}
