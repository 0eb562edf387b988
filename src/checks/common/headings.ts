import type { Decimal } from 'decimal.js';
import { figureOf } from '../../form/cells';
import type { EvaluationForm, FigureCell, Indicator, IndicatorGroup } from '../../form/model';
import { sum } from '../../sheet/lists';
import { once } from '../../sheet/remember';
import { partFor, partsOf, sumCells, sumParts, withFigures, type Column, type Part } from './parts';

/** A heading over indicators with all the indicators below it, at whatever depth. */
export interface GroupNode {
  readonly group: IndicatorGroup;
  readonly parent: GroupNode | null;
  readonly indicators: readonly Indicator[];
  /** The headings directly below it. */
  readonly inner: readonly GroupNode[];
}

const allBelow = ({ groups, indicators }: IndicatorGroup): readonly Indicator[] => [
  ...groups.flatMap(allBelow),
  ...indicators,
];

function nodeOf(group: IndicatorGroup, parent: GroupNode | null): GroupNode {
  const nodes: GroupNode[] = [];
  const node: GroupNode = { group, parent, indicators: allBelow(group), inner: nodes };
  for (const inner of group.groups) nodes.push(nodeOf(inner, node));
  return node;
}

const topNode = once((group: IndicatorGroup) => nodeOf(group, null));

/** The first-level headings as nodes. */
export const groupNodes = once(({ groups }: EvaluationForm): readonly GroupNode[] => groups.map(topNode));

/** Blocks and all that stand below them, each parent before its children. */
export function withInner(nodes: readonly GroupNode[]): GroupNode[] {
  return nodes.flatMap((node) => [node, ...withInner(node.inner)]);
}

/** What adds up to a heading: the headings directly below that state a figure of their own, else what stands below them. */
export function addendsOf(node: GroupNode, column: Column): FigureCell[] {
  const inner = node.inner.flatMap((child) => {
    const own = child.group[column];
    return own !== null && figureOf(own) !== null ? [own] : addendsOf(child, column);
  });
  return withFigures([...inner, ...node.group.indicators.map((indicator) => indicator[column])]);
}

/** What counts towards the total and stands below no heading, the budget row among it. */
export function looseParts(form: EvaluationForm): readonly Part[] {
  const grouped = new Set(groupNodes(form).flatMap(({ indicators }) => indicators));
  return partsOf(form).filter(({ indicator }) => indicator === null || !grouped.has(indicator));
}

/** A column added up by the first-level headings' own figures, with what stands below none of them. */
export function sumByHeadings(form: EvaluationForm, column: Column): Decimal {
  return sum([
    ...groupNodes(form).map((node) => figureOf(node.group[column]) ?? sumCells(addendsOf(node, column))),
    ...looseParts(form).map((part) => figureOf(part[column])),
  ]);
}

/**
 * What indicators weigh together: their own weights, or the figure of the heading over those that have none. `null` where
 * one of them has neither.
 */
export function weightsOver(form: EvaluationForm, indicators: readonly Indicator[]): readonly FigureCell[] | null {
  const open = new Set(indicators);
  const found: FigureCell[] = [];
  const isWeighed = ({ weight }: Indicator) => figureOf(weight) !== null;
  const take = (node: GroupNode): void => {
    const [label] = withFigures([node.group.weight]);
    const isWhole = node.indicators.every((one) => open.has(one));
    if (label !== undefined && isWhole && !node.indicators.every(isWeighed)) {
      found.push(label);
      node.indicators.forEach((one) => open.delete(one));
    } else node.inner.forEach(take);
  };
  groupNodes(form).forEach(take);
  const own = withFigures([...open].map(({ weight }) => weight));
  return own.length < open.size ? null : [...found, ...own];
}

const itemsOf = once(({ indicators }: GroupNode) => indicators.map(partFor));

/** All indicators below a heading added up, whatever the headings between state. */
export function sumOfItems(node: GroupNode, column: Column): Decimal {
  return sumParts(itemsOf(node), column);
}
