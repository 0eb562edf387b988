import { Decimal } from 'decimal.js';
import { compact } from '../sheet/text';

const WEIGHT_IN_BRACKETS = /[([【〔](?:满分|分值|权重|共|计)?[:]?([0-9]{1,3}(?:\.[0-9]{1,4})?)(?:分|%)?[)\]】〕]$/;
const WITH_UNIT = /[([【〔](?:满分|分值|权重|共|计)?[:]?([0-9]{1,3}(?:\.[0-9]{1,4})?)分[)\]】〕]/;
/** 产出指标50分, and 产出 over 50分 in one cell. */
const BEHIND = /(?:指标|[^0-9.\s]\s)([0-9]{1,3}(?:\.[0-9]{1,4})?)分$/;
/** 项目决策2分: nothing but the name of a level and its points. */
const BEHIND_LEVEL = /^[^0-9.\s]{2,12}([0-9]{1,3}(?:\.[0-9]{1,4})?)分$/;
const LONGEST_BEHIND = 40;

export interface LabelWeight {
  /** The label without its weight. */
  readonly name: string;
  /** Points. */
  readonly weight: Decimal;
}

/**
 * Reads a weight that stands in a label: 产出指标(50分), 投入【15】, 预算执行（10分）情况; `null` where none does. With
 * `unitOnly` a figure counts only with 分 after it, since an item's name may end in other figures.
 */
export function weightInLabel(text: string, unitOnly = false): LabelWeight | null {
  const label = compact(text);
  const match = WITH_UNIT.exec(label) ?? (unitOnly ? null : WEIGHT_IN_BRACKETS.exec(label));
  const figure = match?.[1];
  if (match === null || figure === undefined)
    return text.length > LONGEST_BEHIND ? null : split(text.split(/\s+/).map(compact).join(' '), BEHIND);
  return {
    name: label.slice(0, match.index) + label.slice(match.index + match[0].length),
    weight: new Decimal(figure),
  };
}

/** The same of a heading over items, where points without brackets may stand behind any name. */
export const weightInHeading = (text: string): LabelWeight | null =>
  weightInLabel(text) ?? split(compact(text), BEHIND_LEVEL);

function split(label: string, points: RegExp): LabelWeight | null {
  const figure = points.exec(label)?.[1];
  return figure === undefined
    ? null
    : { name: compact(label.slice(0, -figure.length - 1)), weight: new Decimal(figure) };
}
