import type { Decimal } from 'decimal.js';
import { figureOf, withFigure, withFigures } from '../../form/cells';
import type { BudgetLine, EvaluationForm, FigureCell, Indicator, IndicatorGroup } from '../../form/model';
import { countedBudget } from '../../form/money';
import { sum } from '../../sheet/lists';
import { lazily, once } from '../../sheet/remember';
import { short } from '../../sheet/text';
import { findMentions } from '../../words/mentions';
import { HUNDRED } from '../../words/units';
import { clean, nameOf } from './say';

/** What counts once towards the total: an indicator, or the scored row of the budget block. */
export interface Part {
  readonly label: string;
  readonly kind: 'item' | 'bonus' | 'budget';
  readonly weight: FigureCell | null;
  readonly stated: FigureCell | null;
  /** `null` for the budget row. */
  readonly indicator: Indicator | null;
}

/** Which of a part's two figures is added up. */
export type Column = 'weight' | 'stated';

/** An indicator as what counts. */
const partFor = once((indicator: Indicator): Part => {
  const { kind, weight, stated } = indicator;
  return { label: nameOf(indicator), kind, weight, stated, indicator };
});

/** Everything that counts towards the total, in the order of the sheet. */
export const partsOf = once((form: EvaluationForm): readonly Part[] => {
  const parts = form.indicators.map(partFor);
  const lines = countedBudget(form);
  const isDivided = (form.budget?.alsoScored.length ?? 0) > 0;
  const ofLine = (line: BudgetLine): Part => {
    const { label, weight, stated } = line;
    const isTask = form.otherMoney.some(({ alsoScored }) => alsoScored.includes(line));
    const name = isTask ? short(label.value) : isDivided ? `${short(label.value)}执行率` : '预算执行率';
    return { label: name, kind: 'budget', weight, stated, indicator: null };
  };
  return [...lines.map(ofLine), ...parts];
});

/** The (first) scored row of the budget block, where it counts towards the total. */
export const budgetPartOf = (form: EvaluationForm): Part | undefined =>
  partsOf(form).find(({ kind }) => kind === 'budget');

/** What the form prints as the sum of its weights, else 100. */
export const wholeWeight = ({ total }: EvaluationForm): Decimal => clean(figureOf(total?.weight) ?? HUNDRED);

const LONGEST_SCORES = 40;

/** The points of a cell in which several scores stand, so that none of them was read: 60 above 58, 自评60 复核58. */
export function severalIn(cell: FigureCell | null): readonly string[] {
  if (cell?.state !== 'unreadable' || cell.text.length > LONGEST_SCORES) return [];
  const points = findMentions(cell.text).filter(({ kind, unit }) => kind === 'figure' && ['', '分'].includes(unit));
  return points.length > 1 ? points.map(({ value }) => value.toString()) : [];
}

/** What the figures of cells come to; those without one add nothing. */
export function sumCells(cells: readonly FigureCell[]): Decimal {
  return sum(cells.map(({ value }) => value));
}

/** The cells for the scores of those that have one. */
export function statedOf(parts: readonly Part[]): FigureCell[] {
  return parts.flatMap(({ stated }) => stated ?? []);
}

const sumsOf = once((parts: readonly Part[]) => {
  const of = (column: Column) => lazily(() => sum(parts.map((part) => figureOf(part[column]))));
  return { weight: of('weight'), stated: of('stated') };
});

/** The figures of one column that there are, added up. */
export function sumParts(parts: readonly Part[], column: Column): Decimal {
  return sumsOf(parts)[column]();
}

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
    return withFigure(child.group[column]) ?? addendsOf(child, column);
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
    const label = withFigure(node.group.weight);
    const isWhole = node.indicators.every((one) => open.has(one));
    if (label !== null && isWhole && !node.indicators.every(isWeighed)) {
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

/** Whether labels weigh several items together, so that their own weights are not all there is; 最多加5分 is no weight. */
export const isWeighedByLabels = ({ indicators }: EvaluationForm): boolean =>
  indicators.some(({ kind, weight }) => kind === 'item' && weight === null);

/**
 * The weights of labels and of the budget's row where labels weigh items together: the innermost ones, or those of the
 * blocks where only these make the whole. `null` where some items are weighed by nothing.
 */
export const labelledWeights = once((form: EvaluationForm): readonly FigureCell[] | null => {
  const budget = budgetPartOf(form);
  const own = withFigures([budget?.weight]);
  if (!isWeighedByLabels(form) || (budget !== undefined && own.length === 0)) return null;
  const blocks = form.targetBlocks.filter(({ indicators }) => indicators.length > 0);
  const inBlocks = new Set(blocks.flatMap(({ indicators }) => indicators));
  const ways = [
    weightsOver(form, form.indicators) ?? [],
    inBlocks.size === form.indicators.length ? blocks.map(({ weight }) => weight) : [],
  ].flatMap((below) => (below.length === 0 ? [] : [[...own, ...below]]));
  return ways.find((way) => clean(sumCells(way)).equals(wholeWeight(form))) ?? ways[0] ?? null;
});
