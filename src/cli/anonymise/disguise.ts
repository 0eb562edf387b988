import { FIELD_WORDS, PLACES } from './words';

/** Characters that mean nothing to a reader of forms; several characters become the same one, so none can be traced back. */
const NEUTRAL = '柏桦枫榆槐桐梓楠杉松柳桑梅兰菊荷莲芸芷茗岚峦岭溪涧汀沐澄瀚晴岑昕晨暮霁霏虹皓珂珺瑾瑶琪';

/** Units and signs in Latin letters, which stay; any other letters become x. */
const LATIN_UNIT =
  /^(?:k?m|cm|mm|km2|m[23]|k?g|mg|t|kwh|kw|mw|gb|tb|mb|ph|pm|cod|nh|so|no|co|gdp|ppm|db|h|a|b|c|l|ml|%)$/i;

/** Digits that lead to a person or an account: telephones, identity numbers, accounts. */
const NUMBERS = /(?<![\d.])(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{15,19}[\dXx]?)(?![\d.])/g;

/** How much of a cell's words stays: the field's words; also names of places; all. */
export type Level = 'words' | 'places' | 'all';

/**
 * Gives texts without names: what a form is read by stays (the field's words, figures, units, signs, line breaks), every
 * other character becomes another, the same one everywhere, so that a name that is repeated stays a name that is
 * repeated. @param salt decides which; with another one the same texts become others.
 */
export function disguiser(salt: string): (text: string, level: Level) => string {
  const neutral = (character: string): string => {
    let hash = 0x811c9dc5;
    for (const unit of `${salt}${character}`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return NEUTRAL[((hash ^ (hash >>> 15)) >>> 0) % NEUTRAL.length] ?? '某';
  };
  const between = (text: string): string =>
    text
      .replace(/\p{Script=Han}/gu, neutral)
      .replace(/\p{Script=Latin}+/gu, (run) => (LATIN_UNIT.test(run) ? run : 'x'.repeat(run.length)));
  const keeping = (text: string, kept: RegExp): string => {
    let written = '';
    let from = 0;
    for (const { 0: word, index } of text.matchAll(kept)) {
      written += between(text.slice(from, index)) + word;
      from = index + word.length;
    }
    return written + between(text.slice(from));
  };
  const withPlaces = new RegExp([...PLACES, FIELD_WORDS.source].join('|'), 'gu');
  return (text, level) => {
    if (level === 'all') return text;
    const anonymous = text.replace(NUMBERS, (digits) => digits.replace(/\d/g, '0'));
    return keeping(anonymous, level === 'places' ? withPlaces : FIELD_WORDS);
  };
}
