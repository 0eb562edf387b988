import type { Relation } from './quantity';

/** Signs and words before a figure, longer ones first. */
const BEFORE: readonly (readonly [string, Relation])[] = [
  ['大于或等于', '>='],
  ['大于等于', '>='],
  ['不得少于', '>='],
  ['不得低于', '>='],
  ['不少于', '>='],
  ['不低于', '>='],
  ['不小于', '>='],
  ['至少', '>='],
  ['最少', '>='],
  ['最低', '>='],
  ['达到', '>='],
  ['不下于', '>='],
  ['小于或等于', '<='],
  ['小于等于', '<='],
  ['不得超过', '<='],
  ['不得高于', '<='],
  ['不超过', '<='],
  ['不超出', '<='],
  ['不高于', '<='],
  ['不多于', '<='],
  ['不大于', '<='],
  ['至多', '<='],
  ['最多', '<='],
  ['最高', '<='],
  ['控制在', '<='],
  ['大于', '>'],
  ['超过', '>'],
  ['高于', '>'],
  ['多于', '>'],
  ['小于', '<'],
  ['低于', '<'],
  ['少于', '<'],
  ['等于', '='],
  ['≥', '>='],
  ['≧', '>='],
  ['⩾', '>='],
  ['≮', '>='],
  ['>=', '>='],
  ['=>', '>='],
  ['>', '>'],
  ['〉', '>'],
  ['≤', '<='],
  ['≦', '<='],
  ['⩽', '<='],
  ['≯', '<='],
  ['<=', '<='],
  ['=<', '<='],
  ['<', '<'],
  ['〈', '<'],
  ['═', '='],
  ['=', '='],
  ['达', '>='],
];

/** Words behind a figure. */
const BEHIND: readonly (readonly [string, Relation])[] = [
  ['及以上', '>='],
  ['或以上', '>='],
  ['以上', '>='],
  ['及以下', '<='],
  ['或以下', '<='],
  ['以下', '<='],
  ['以内', '<='],
  ['之内', '<='],
  ['内', '<='],
];

/** The relation with which a text that leads up to a figure ends. */
export function relationBefore(text: string): Relation | null {
  const plain = text.trimEnd().replace(/(?:[约±]|[(（]含[)）])$/, '');
  return BEFORE.find(([word]) => plain.endsWith(word))?.[1] ?? null;
}

/** 80分(含)以上 */
const INCLUDED = /^[(（]含[^()（）]{0,6}[)）]/;

/** The relation with which a text behind a figure begins. */
export function relationBehind(text: string): Relation | null {
  const rest = text.replace(INCLUDED, '');
  return BEHIND.find(([word]) => rest.startsWith(word))?.[1] ?? null;
}

/** The relation with which a text begins, and how long its sign or word is. */
export function relationAtStart(text: string): { readonly relation: Relation; readonly length: number } | null {
  const found = BEFORE.find(([word]) => text.startsWith(word));
  return found === undefined ? null : { relation: found[1], length: found[0].length };
}

const NATURES: ReadonlyMap<string, Relation> = new Map([
  ['正向', '>='],
  ['正向指标', '>='],
  ['正指标', '>='],
  ['反向', '<='],
  ['反向指标', '<='],
  ['逆向', '<='],
  ['逆向指标', '<='],
  ['负向', '<='],
  ['负向指标', '<='],
  ['逆指标', '<='],
  ['以上', '>='],
  ['以下', '<='],
  ['以内', '<='],
]);

/** What a 指标性质 or 符号 column says: `≥`, `＝`, 正向, 反向; `null` for 定量, 定性 and anything else. `text` is compact. */
export function relationOfNature(text: string): Relation | null {
  const nature = NATURES.get(text);
  if (nature !== undefined) return nature;
  const found = relationAtStart(text);
  return found !== null && found.length === text.length ? found.relation : null;
}
