import { remember } from './remember';

/**
 * Characters that PDF readers and input methods leave in pasted tables in place of the usual ones. Each is replaced by
 * exactly one character, so that a place in folded text is the same place in the original.
 */
const SINGLE: ReadonlyMap<string, string> = new Map(
  [...'﹪%٪%﹤<﹥>﹦=﹣-−-‐-‑-﹕:∶:﹙(﹚)﹒.﹐,〜~∼~￥¥⺠民⻓长⻔门⻋车⻛风⻅见⻚页⻢马⻝食'.matchAll(/(.)(.)/gu)].map(
    ([, seen = '', usual = '']) => [seen, usual],
  ),
);

/** Text in which nothing has to be folded: no white space, only plain ASCII (but `_`, see below) and the common Chinese characters. */
const PLAIN = /^[\x21-\x5e\x60-\x7e\u4e00-\u9fff\u3001\u3002\u2018-\u201d]*$/;
const FOLDABLE =
  /[\uff01-\uff5e\uffe5\u3000\u00a0\u2000-\u200a\u202f\u205f\u2e80-\u2fdf\uf900-\ufaff\ufe50-\ufe6b\u2212\u2010\u2011\u2236\u301c\u223c\u066a]/g;
const INVISIBLE = /[\u00ad\u200b-\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u200d|[\ufe00-\ufe0f]/g;
const WHITE = /[\s\u0085]+/g;
/** How a carriage return is written inside the XML of a workbook; it reaches us as text from some exporters. */
const ESCAPED_BREAK = /_x000[dD]_/g;

const foldCharacter = remember((character: string): string => {
  const usual = SINGLE.get(character) ?? character.normalize('NFKC');
  return usual.length === 1 ? usual : character;
});

/**
 * Replaces full-width letters, digits and punctuation by their half-width ones, `￥` and look-alikes of signs, each by
 * one character: `９４．０７％` becomes `94.07%`. Offsets stay valid. White space keeps its place, `①` and `万` stay.
 */
export function fold(text: string): string {
  return PLAIN.test(text) ? text : text.replace(FOLDABLE, foldCharacter);
}

/**
 * Text as it is compared: folded to half width, without invisible characters, line breaks and other white space as one
 * space, trimmed. What users are shown is always the original.
 */
export function normalise(text: string): string {
  return text.length < SHORT && PLAIN.test(text) ? text : folded(text);
}

const SHORT = 16;

const folded = remember((text: string): string =>
  PLAIN.test(text)
    ? text
    : fold(text)
        .replace(ESCAPED_BREAK, ' ')
        .replace(INVISIBLE, '')
        .replace(WHITE, ' ')
        .trim()
        .replace(SPACED_POINT, '.')
        .replace(DASH_FOR_MINUS, '-')
        .replace(SPREAD, (spread) => spread.replaceAll(' ', '')),
);

/** 基 金 收 入 as all that a cell says. */
const SPREAD = /^[\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,11}$/;
/** 86 . 5% */
const SPACED_POINT = /(?<=[0-9]) \. (?=[0-9])/g;
/** —3.2% as all that a cell says. */
const DASH_FOR_MINUS = /^[—―](?=[0-9.]+%?$)/;

/** Normalised text without any white space, for labels that were spread out or broken over lines: `得 分` is `得分`. */
export function compact(text: string): string {
  const plain = normalise(text);
  return plain.includes(' ') ? plain.replaceAll(' ', '') : plain;
}

/** A text as written, its line breaks and runs of white space as one space each. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether a text holds a percentage. */
export const saysPercent = (text: string): boolean => /[%％]/.test(text);

/** A name without quotation marks: “三公经费”控制率 is 三公经费控制率. */
export function unquoted(text: string): string {
  return compact(text).replace(/[“”"‘’'《》]/g, '');
}

/** Where a clause ends. */
export const CLAUSE_END = /[，。；,;！!\n]/;

/** The words of a text behind the last of these ends. */
export const lastClause = (text: string, end = CLAUSE_END): string => text.split(end).at(-1) ?? '';

/** Text without any of these characters at its end. A pattern such as `/[。；]+$/` would look at each run of them from each place. */
export function withoutEnding(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** A text as long as there is room for, with a sign where it goes on. */
export function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** How many characters two texts begin with alike. */
function alike(one: string, other = ''): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** What to show of each of some names in a line of so many characters: where two begin alike beyond it, what each has of its own. */
export function toldApart(names: Iterable<string>, room: number): (name: string) => string {
  const sorted = [...new Set(names)].sort();
  const head = Math.floor(room / 2);
  const shown = sorted.map((name, at) => {
    const own = Math.max(alike(name, sorted[at - 1]), alike(name, sorted[at + 1]));
    return [name, own + 2 > room ? `${name.slice(0, head)}…${name.slice(own - 2)}` : name] as const;
  });
  const byName = new Map(shown);
  return (name) => byName.get(name) ?? name;
}

const LONGEST_NAME = 22;

/** A text short enough to stand in a sentence, without the colon that ends a label. */
export function short(text: string): string {
  const line = withoutEnding(compact(text.slice(0, 200)), ':：');
  return line.length <= LONGEST_NAME ? line : `${line.slice(0, LONGEST_NAME - 1)}…`;
}
