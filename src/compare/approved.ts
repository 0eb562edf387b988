import type { Decimal } from 'decimal.js';
import type { Indicator, QuantityCell } from '../form/model';
import { quote } from '../sheet/quote';
import type { CellRef } from '../sheet/snapshot';
import { compact } from '../sheet/text';
import { Contrasted, type Place } from './difference';
import { match, plainName, unitInName, type Certainty, type Pair } from './match';
import type { Money, Side } from './side';
import type { Quantity } from '../words/quantity';
import { readUnit } from '../words/units';
import { isLimiting, targetChange, targetKey, type TargetChange } from './targets';

const LONGEST_NAME = 40;

/** An indicator of a side as it is matched. */
export interface Item {
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: string;
  readonly figures: string;
  readonly indicator: Indicator;
  /** Its target, in the unit that its name gives where the cell has none. */
  readonly target: Quantity | null;
}

function targetOf({ name, target }: Indicator): Quantity | null {
  const value = target?.value ?? null;
  const unit = value?.kind === 'number' && value.unit === '' ? unitInName(name.value) : '';
  if (value === null || unit === '') return value;
  const { unit: own, scale } = readUnit(unit);
  return value.kind === 'number' ? { ...value, value: value.value.times(scale), unit: own } : value;
}

/** The indicators of a side, with the figures by which a renamed one is found. */
export function itemsOf({ indicators }: Side): readonly Item[] {
  return indicators.map((indicator) => {
    const { name, path, kind } = indicator;
    const target = targetOf(indicator);
    return { name: name.value.trim(), path, kind, figures: targetKey(target), indicator, target };
  });
}

/** The name of an indicator in quotation marks, cut where it is a sentence. */
export const named = ({ name }: { readonly name: string }): string => quote(name.slice(0, LONGEST_NAME));

/** A cell with what it holds. */
export function placeOf(side: Side, { cell, text }: { readonly cell: CellRef; readonly text: string }): Place {
  return { sheet: side.sheet, cell, text: text.trim() };
}

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
function holdItems(contrast: Contrasted, old: Side, now: Side, before: Item, after: Item, certainty: Certainty) {
  const [was, is] = [before.indicator, after.indicator];
  const places = { before: placeOf(old, was.name), after: placeOf(now, is.name) };
  if (plainName(before.name) === plainName(after.name)) contrast.agree('name', was.name.cell, is.name.cell);
  else {
    const words = certainty === 'possible' ? '可能由' : '由';
    contrast.differ('name', {
      kind: 'renamed',
      severity: 'info',
      certainty,
      message: `${named(after)}${words}${old.name}里的${named(before)}改名而来，请核实是否为同一项指标。`,
      ...places,
    });
  }
  holdTargets(contrast, old, now, before, after, certainty);
  holdWeights(contrast, old, now, { before, after, certainty });
}

function holdWeights(contrast: Contrasted, old: Side, now: Side, { before, after, certainty }: Pair<Item>) {
  const [weight, other] = [before.indicator.weight, after.indicator.weight];
  const [one, two] = [weight?.value ?? null, other?.value ?? null];
  if (weight === null || other === null || one === null || two === null) return;
  if (one.eq(two)) contrast.agree('weight', weight.cell, other.cell);
  else
    contrast.differ('weight', {
      kind: 'weight',
      severity: 'info',
      certainty,
      message: `${named(after)}的分值由 ${one.toString()} 改为 ${two.toString()}，请核实是否经过批准。`,
      before: placeOf(old, weight),
      after: placeOf(now, other),
    });
}

function holdTargets(contrast: Contrasted, old: Side, now: Side, before: Item, after: Item, certainty: Certainty) {
  const [was, is] = [before.indicator.target, after.indicator.target];
  if (was === null || is === null || was.text.trim() === '' || is.text.trim() === '') return;
  const read = targetChange(before.target, after.target);
  // In columns of their own units differ where the figures are written alike.
  const change = plainText(was.text) === plainText(is.text) && read !== 'unit' ? 'same' : (read ?? 'changed');
  if (change === 'same') {
    contrast.agree('target', was.cell, is.cell);
    return;
  }
  const { kind, words, limit } = SAID[change];
  const how = (isLimiting(before.target) ? limit : undefined) ?? words;
  const shown = ({ text }: QuantityCell, value: Quantity | null) =>
    quote(
      `${text.trim()}${kind === 'unit' && value?.kind === 'number' && !text.includes(value.unit) ? value.unit : ''}`,
    );
  contrast.differ('target', {
    kind,
    severity: kind === 'lowered' && certainty === 'sure' ? 'warning' : 'info',
    certainty,
    message: `${named(after)}的指标值${shown(is, after.target)}${how(old.name)}${shown(was, before.target)}，请核实是否经过批准。`,
    before: placeOf(old, was),
    after: placeOf(now, is),
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
  if (a !== null && b !== null)
    return (
      a
        .minus(b)
        .abs()
        .lt(one.moneyUnit?.times('0.005') ?? 0) || a.eq(b)
    );
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
function holdMoney(contrast: Contrasted, old: Side, now: Side) {
  const [was] = old.planned;
  const [first] = now.planned;
  if (was === undefined || first === undefined) return;
  const same = now.planned.find((money) => sameAmount(was, money));
  if (same !== undefined) {
    contrast.agree('money', was.amount.cell, same.amount.cell);
    return;
  }
  const [one, other] = [was.amount.value, first.amount.value];
  contrast.differ('money', {
    kind: 'money',
    severity: 'info',
    certainty: 'sure',
    message: `${first.label} ${written(first)} 与${old.name}的${was.label} ${written(was)} 不同，${
      one !== null && other !== null && one.eq(other) ? '请核实金额单位是否写错' : '请核实是否经过调剂批准'
    }。`,
    before: placeOf(old, was.amount),
    after: placeOf(now, first.amount),
  });
}

const CLAUSE_END = /[，。；,;！!\n]/;

/** The first part of a sentence that the other text does not hold; the whole where every part is there. */
export function firstOther(text: string, other: string): string {
  const there = plainText(other);
  const parts = text.split(CLAUSE_END).map((part) => part.trim());
  return (parts.find((part) => plainText(part) !== '' && !there.includes(plainText(part))) ?? text).slice(0, 60);
}

function holdGoals(contrast: Contrasted, old: Side, now: Side) {
  const [was, is] = [old.goals, now.goals];
  if (was === null || is === null || was.value === '' || is.value === '') return;
  if (plainText(was.value) === plainText(is.value)) {
    contrast.agree('text', was.cell, is.cell);
    return;
  }
  const parts: readonly [string, string] = [firstOther(was.value, is.value), firstOther(is.value, was.value)];
  contrast.differ('text', {
    kind: 'goal',
    severity: 'info',
    certainty: 'sure',
    message: `年度目标与${old.name}不同：${old.name}写${quote(parts[0])}，自评表写${quote(parts[1])}，请核实。`,
    before: placeOf(old, was),
    after: placeOf(now, is),
  });
}

/** Holds the years against each other; another year is said, and may mean that the pair is wrong. */
function holdYears(contrast: Contrasted, old: Side, now: Side) {
  const [was, is] = [old.year, now.year];
  if (was === null || is === null) return;
  if (was.value === is.value) contrast.agree('year', was.cell, is.cell);
  else
    contrast.differ('year', {
      kind: 'year',
      severity: 'warning',
      certainty: 'sure',
      message: `${old.name}是 ${was.value} 年度的，自评表是 ${is.value} 年度的，请核实是否拿错了表。`,
      before: placeOf(old, was),
      after: placeOf(now, is),
    });
}

/** What else is held of two indicators that belong together. */
type HoldMore = (contrast: Contrasted, pair: Pair<Item>) => void;

/** Whether what was taken for an indicator's name is none, or the heading of its kind. */
function isNoName(name: string): boolean {
  return /^$|^.{0,6}(?:产出|效益|满意度|成本|数量|质量|时效|影响)指标$/.test(plainName(name));
}

/** Words of the levels that hold money: a row of the budget that a table of targets does not list. */
const OWN_ROWS = /预算执行|执行率/;

/**
 * Holds a 自评表 (`now`) against its 绩效目标申报表 or 批复表 (`old`): year, money, goal, and indicator by indicator the name,
 * the target and the weight, and what `more` adds. What the other side has no place for is not compared.
 */
export function againstApproved(old: Side, now: Side, more: HoldMore = () => undefined): Contrasted {
  const contrast = new Contrasted();
  holdYears(contrast, old, now);
  holdMoney(contrast, old, now);
  holdGoals(contrast, old, now);
  const { pairs, gone, added } = match(itemsOf(old), itemsOf(now));
  // Where rows have no names another column may hold them: what is missing can't be told, nor what was renamed.
  const nameless = [old, now].some(({ indicators }) => indicators.some(({ name }) => isNoName(name.value)));
  for (const pair of pairs) {
    if (nameless && pair.certainty === 'possible') continue;
    holdItems(contrast, old, now, pair.before, pair.after, pair.certainty);
    more(contrast, pair);
  }
  if (nameless) return contrast;
  for (const item of gone) {
    const target = item.indicator.target?.text.trim() ?? '';
    contrast.alone({
      kind: 'missing',
      severity: 'warning',
      certainty: 'likely',
      message: `${old.name}里的${named(item)}${target === '' ? '' : `（${target}）`}在自评表里没有，请核实是否漏报。`,
      before: placeOf(old, item.indicator.name),
      after: null,
    });
  }
  for (const item of added) {
    if (OWN_ROWS.test(item.name)) continue;
    contrast.alone({
      kind: 'added',
      severity: 'info',
      certainty: 'likely',
      message: `自评表里的${named(item)}在${old.name}里没有，请核实是否经过批准。`,
      before: null,
      after: placeOf(now, item.indicator.name),
    });
  }
  return contrast;
}
