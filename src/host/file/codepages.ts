import { set_cptable } from '@e965/xlsx';

/** What the old formats call an encoding by a number, and its name in the platform's decoder. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [10_000, 'macintosh'],
  [54_936, 'gb18030'],
  [65_001, 'utf-8'],
  ...Array.from({ length: 9 }, (_, index): [number, string] => [1_250 + index, `windows-${1_250 + index}`]),
]);

const decoders = new Map<number, TextDecoder>();

function decoderOf(page: number): TextDecoder {
  const known = decoders.get(page);
  if (known !== undefined) return known;
  const made = new TextDecoder(NAMES.get(page) ?? 'windows-1252', { ignoreBOM: true });
  decoders.set(page, made);
  return made;
}

function decode(page: number, data: ArrayLike<number> | string): string {
  const bytes = typeof data === 'string' ? Uint8Array.from(data, (char) => char.charCodeAt(0)) : Uint8Array.from(data);
  return decoderOf(page).decode(bytes);
}

/**
 * Gives the parser the encodings of old .xls files (936 for Chinese ones) by what the platform can decode anyway: the
 * parser's own tables are half a megabyte.
 */
export function useCodepages(): void {
  set_cptable({ utils: { decode } });
}
