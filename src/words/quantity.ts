import type { Decimal } from 'decimal.js';

/** How an actual value is held against a target. A target without a sign has `null`: its direction is the rule's to decide. */
export type Relation = '>=' | '>' | '=' | '<' | '<=';

/** A relation in one character. */
export const SIGNS: Readonly<Record<Relation, string>> = { '>': '>', '>=': '≥', '<': '<', '<=': '≤', '=': '=' };

/**
 * How far a qualitative target was reached, in the words of the forms: 达成预期指标, 基本达成, 部分达成, 未达成. What was reached
 * by and large (基本) is short of full marks; whether it is in the first or the second band is a person's to say.
 */
export type Attainment = 'met' | 'mostly' | 'partly' | 'unmet';

/**
 * A target or an actual value as it can be computed with.
 *
 * A rate stands in percent: `95%`, a cell of 0.95 formatted as a percentage, and `95` under the unit column `%` all
 * have `value` 95 and `unit` `%`. Other figures stand in the unit as written, with `万`, `亿` and `千` multiplied out of
 * the value: `≥700万次` is 7,000,000 `次`, `5万` is 50,000 with unit `''`, `620.82万元` is 6,208,200 `元`.
 */
export type Quantity =
  | {
      readonly kind: 'number';
      readonly relation: Relation | null;
      readonly value: Decimal;
      readonly unit: string;
      /** By what the figure as written was multiplied, where that is not 1: 10,000 in `≥5万元`, whose actual may say 5. */
      readonly scale?: Decimal;
      /** 约300人次, 10%左右, 1000余户. */
      readonly about?: true;
      /** How many of the periods a year has, of each of which the figure speaks: 4 in 每季度1次 and 1次/季度. */
      readonly perYear?: number;
    }
  | {
      readonly kind: 'range';
      readonly low: Decimal;
      readonly high: Decimal;
      readonly unit: string;
    }
  | {
      readonly kind: 'date';
      readonly relation: Relation | null;
      /** Missing where the form gives none: `9月前`. */
      readonly year: number | null;
      /** 1 to 12; 12 for `2022年底`, 0 for each: 每月15日前. */
      readonly month: number;
      /** Missing where the form names a month only; above 31 for one of the month after each: 46 for 次月15日前. */
      readonly day: number | null;
      /** The first day that a part of a month or year may mean, whose last one is the date: the 11th for 12月中旬. */
      readonly since?: { readonly month: number; readonly day: number };
    }
  | { readonly kind: 'qualitative'; readonly text: string; readonly attainment: Attainment | null };

type OfKind<K extends Quantity['kind']> = Extract<Quantity, { kind: K }>;
export type NumberQuantity = OfKind<'number'>;
export type RangeQuantity = OfKind<'range'>;
export type DateQuantity = OfKind<'date'>;

/** Whether a sign sets an upper limit, or a lower one. */
export const isCeiling = (relation: Relation | null): boolean => relation === '<' || relation === '<=';
export const isFloor = (relation: Relation | null): boolean => relation === '>' || relation === '>=';
