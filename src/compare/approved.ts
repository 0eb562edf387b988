import type { Decimal } from 'decimal.js';
import { isClassForName } from '../form/headingWords';
import type { Indicator, QuantityCell } from '../form/model';
import { quote } from '../sheet/quote';
import { CLAUSE_END, compact, cut } from '../sheet/text';
import { Contrasted } from './difference';
import { match, plainName, type Matched, type MatchedPair } from './match';
import type { Money, Side } from './side';
import type { Quantity } from '../words/quantity';
import { writtenQuantity } from '../words/written';
import { isLimiting, targetChange, targetKey, type TargetChange } from './targets';

const LONGEST_NAME = 40;

/** An indicator of a side as it is matched. */
export interface Item extends Required<Matched> {
  readonly indicator: Indicator;
  readonly target: Quantity | null;
}

/** The indicators of a side, with the figures by which a renamed one is found. */
export function itemsToMatch({ indicators }: Side): readonly Item[] {
  return indicators.map((indicator) => {
    const { name, path, kind } = indicator;
    const target = indicator.target?.value ?? null;
    return { name: name.value.trim(), path, kind, figures: targetKey(target), indicator, target };
  });
}

/** The name of an indicator in quotation marks, cut where it is a sentence. */
export const named = ({ name }: { readonly name: string }): string => quote(cut(name, LONGEST_NAME));

interface Saying {
  readonly kind: 'lowered' | 'raised' | 'target' | 'unit';
  /** How the target stands to the other form, which is put in. */
  readonly words: (other: string) => string;
  /** The same of a limit or a date, of which the lower asks more. */
  readonly limit?: (other: string) => string;
}

const SAID: Readonly<Record<Exclude<TargetChange, 'same'>, Saying>> = {
  lowered: { kind: 'lowered', words: (other) => `低于${other}的`, limit: (other) => `的要求低于${other}的` },
  raised: { kind: 'raised', words: (other) => `高于${other}的`, limit: (other) => `的要求高于${other}的` },
  changed: { kind: 'target', words: (other) => `不同于${other}的` },
  unit: { kind: 'unit', words: (other) => `的计量单位不同于${other}的` },
};

/** What each of two indicators that belong together says of its name, target and weight. */
function holdItems(contrast: Contrasted, pair: MatchedPair<Item>) {
  const { before, after, certainty } = pair;
  const words = certainty === 'possible' ? '可能由' : '由';
  const sameName = plainName(before.name) === plainName(after.name);
  contrast.hold('name', before.indicator.name, after.indicator.name, sameName, {
    kind: 'renamed',
    certainty,
    message: `${named(after)}${words}${contrast.old.name}里的${named(before)}改名而来，请核实是否为同一项指标。`,
  });
  holdTargets(contrast, pair);
  const [was, is] = [before.indicator.weight, after.indicator.weight];
  const [one, other] = [was?.value ?? null, is?.value ?? null];
  if (was === null || is === null || one === null || other === null) return;
  contrast.hold('weight', was, is, one.eq(other), {
    kind: 'weight',
    certainty,
    message: `${named(after)}的分值由 ${one.toString()} 改为 ${other.toString()}，请核实是否经过批准。`,
  });
}

function holdTargets(contrast: Contrasted, { before, after, certainty }: MatchedPair<Item>) {
  const [was, is] = [before.indicator.target, after.indicator.target];
  if (was === null || is === null || was.text.trim() === '' || is.text.trim() === '') return;
  const read = targetChange(before.target, after.target);
  // In columns of their own units differ where the figures are written alike.
  const same = read === 'same' || (plainText(was.text) === plainText(is.text) && read !== 'unit');
  const { kind, words, limit } = SAID[same || read === null ? 'changed' : read];
  const how = (isLimiting(before.target) ? limit : undefined) ?? words;
  const shown = (cell: QuantityCell, value: Quantity | null) => quote(writtenQuantity({ ...cell, value }));
  const { name } = contrast.old;
  contrast.hold('target', was, is, same, {
    kind,
    severity: kind === 'lowered' && certainty === 'sure' ? 'warning' : 'info',
    certainty,
    message: `${named(after)}的指标值${shown(is, after.target)}${how(name)}${shown(was, before.target)}，请核实是否经过批准。`,
  });
}

/** A text without white space and punctuation. */
export function plainText(text: string): string {
  return compact(text).replace(/[，。、；：,.;:!！“”"'（）()]/g, '');
}

function inYuan({ amount, moneyUnit }: Money): Decimal | null {
  return amount.value === null || moneyUnit === null ? null : amount.value.times(moneyUnit);
}

/** Whether two amounts are one, in yuan where both name their unit, else as they stand or 万 apart. */
export function sameAmount(one: Money, other: Money): boolean {
  const [a, b] = [inYuan(one), inYuan(other)];
  const slack = one.moneyUnit?.times('0.005') ?? 0;
  if (a !== null && b !== null) return a.eq(b) || a.minus(b).abs().lt(slack);
  const [x, y] = [one.amount.value, other.amount.value];
  return x !== null && y !== null && (x.eq(y) || x.eq(y.times(10_000)) || y.eq(x.times(10_000)));
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ['1', '元'],
  ['10000', '万元'],
  ['100000000', '亿元'],
]);

/** An amount with the unit that its form names: one figure in 元 and in 万元 are two amounts. */
export function written({ amount, moneyUnit }: Money): string {
  const text = amount.text.trim();
  return text.endsWith('元') ? text : `${text}${UNITS.get(moneyUnit?.toString() ?? '') ?? ''}`;
}

/** The approved money may stand as 年初预算数 or, where it was changed in the year, as 全年预算数 only. */
function holdMoney(contrast: Contrasted) {
  const { old, now } = contrast;
  const [was] = old.planned;
  const [first] = now.planned;
  if (was === undefined || first === undefined) return;
  const same = now.planned.find((money) => sameAmount(was, money));
  const [one, other] = [was.amount.value, first.amount.value];
  const advice = one !== null && other !== null && one.eq(other) ? '请核实金额单位是否写错' : '请核实是否经过调剂批准';
  contrast.hold('money', was.amount, (same ?? first).amount, same !== undefined, {
    kind: 'money',
    message: `${first.label} ${written(first)} 与${old.name}的${was.label} ${written(was)} 不同，${advice}。`,
  });
}

/** The first part of a sentence that the other text does not hold; the whole where every part is there. */
export function firstOther(text: string, other: string): string {
  const there = plainText(other);
  const parts = text.split(CLAUSE_END).map((part) => part.trim());
  return cut(parts.find((part) => plainText(part) !== '' && !there.includes(plainText(part))) ?? text, 60);
}

function holdGoals(contrast: Contrasted) {
  const { old, now } = contrast;
  const [was, is] = [old.goals, now.goals];
  if (was === null || is === null || was.value === '' || is.value === '') return;
  const parts = [firstOther(was.value, is.value), firstOther(is.value, was.value)].map(quote);
  contrast.hold('text', was, is, plainText(was.value) === plainText(is.value), {
    kind: 'goal',
    message: `年度目标与${old.name}不同：${old.name}写${parts[0] ?? ''}，自评表写${parts[1] ?? ''}，请核实。`,
  });
}

/** Holds the years against each other; another year is said, and may mean that the pair is wrong. */
function holdYears(contrast: Contrasted) {
  const { old, now } = contrast;
  if (old.year === null || now.year === null) return;
  contrast.hold('year', old.year, now.year, old.year.value === now.year.value, {
    kind: 'year',
    severity: 'warning',
    message: `${old.name}是 ${old.year.value} 年度的，自评表是 ${now.year.value} 年度的，请核实是否拿错了表。`,
  });
}

/** What else is held of two indicators that belong together. */
type HoldMore = (contrast: Contrasted, pair: MatchedPair<Item>) => void;

/** Words of the levels that hold money: a row of the budget that a table of targets does not list. */
const OWN_ROWS = /预算执行|执行率/;

/**
 * Holds a 自评表 (`now`) against its 绩效目标申报表 or 批复表 (`old`): year, money, goal, and indicator by indicator the name,
 * the target and the weight, and what `more` adds. What the other side has no place for is not compared.
 */
export function againstApproved(old: Side, now: Side, more: HoldMore = () => undefined): Contrasted {
  const contrast = new Contrasted(old, now);
  holdYears(contrast);
  holdMoney(contrast);
  holdGoals(contrast);
  const { pairs, gone, added } = match(itemsToMatch(old), itemsToMatch(now));
  // Where rows have no names another column may hold them: what is missing can't be told, nor what was renamed.
  const names = [...old.indicators, ...now.indicators].map(({ name }) => plainName(name.value));
  const nameless = names.some((name) => name === '' || isClassForName(name));
  for (const pair of pairs) {
    if (nameless && pair.certainty === 'possible') continue;
    holdItems(contrast, pair);
    more(contrast, pair);
  }
  if (nameless) return contrast;
  for (const item of gone) {
    const target = item.indicator.target === null ? '' : writtenQuantity(item.indicator.target);
    contrast.alone(item.indicator.name, null, {
      kind: 'missing',
      severity: 'warning',
      message: `${old.name}里的${named(item)}${target === '' ? '' : `（${target}）`}在自评表里没有，请核实是否漏报。`,
    });
  }
  for (const item of added) {
    if (OWN_ROWS.test(item.name)) continue;
    const message = `自评表里的${named(item)}在${old.name}里没有，请核实是否经过批准。`;
    contrast.alone(null, item.indicator.name, { kind: 'added', message });
  }
  return contrast;
}
