import { figureOf } from '../../form/cells';
import { Decimal } from 'decimal.js';
import type { EvaluationForm, FigureCell, Indicator, IndicatorGroup } from '../../form/model';
import type { CellRef } from '../../sheet/snapshot';
import { once } from '../../sheet/remember';
import { nameOf } from './words';

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

function indicatorPart(indicator: Indicator): Part {
  const { kind, weight, stated } = indicator;
  return { label: nameOf(indicator), kind, weight, stated, indicator };
}

/** Everything that counts towards the total, in the order of the sheet. */
export const partsOf = once((form: EvaluationForm): readonly Part[] => {
  const parts = form.indicators.map(indicatorPart);
  const line = form.budget?.scored ?? null;
  if (line === null) return parts;
  const budget: Part = {
    label: '预算执行率',
    kind: 'budget',
    weight: line.weight,
    stated: line.stated,
    indicator: null,
  };
  return [budget, ...parts];
});

/** The cells of those that the form has. */
export function cellsOf(places: readonly ({ readonly cell: CellRef } | null | undefined)[]): CellRef[] {
  const cells: CellRef[] = [];
  for (const place of places) if (place !== null && place !== undefined) cells.push(place.cell);
  return cells;
}

/** The cells for the scores of those that have one. */
export function statedOf(parts: readonly Part[]): FigureCell[] {
  return parts.flatMap(({ stated }) => stated ?? []);
}

/** The figures of one column that there are, added up. */
export function sumParts(parts: readonly Part[], column: Column): Decimal {
  return parts.reduce((total, part) => total.plus(figureOf(part[column]) ?? 0), new Decimal(0));
}

/** A heading over indicators with all the indicators below it, at whatever depth. */
export interface Block {
  readonly group: IndicatorGroup;
  readonly parent: Block | null;
  readonly indicators: readonly Indicator[];
  /** The headings directly below it. */
  readonly blocks: readonly Block[];
}

function blockOf(group: IndicatorGroup, parent: Block | null): Block {
  const blocks: Block[] = [];
  const indicators: Indicator[] = [];
  const block: Block = { group, parent, indicators, blocks };
  for (const inner of group.groups) blocks.push(blockOf(inner, block));
  indicators.push(...blocks.flatMap((inner) => inner.indicators), ...group.indicators);
  return block;
}

/** The first-level headings as blocks. */
export const blocksOf = once((form: EvaluationForm): readonly Block[] =>
  form.groups.map((group) => blockOf(group, null)),
);

/** Blocks and all that stand below them, each parent before its children. */
export function allBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...allBlocks(block.blocks)]);
}

/** What adds up to a block: the headings directly below that state a figure of their own, else what stands below them. */
export function addendsOf(block: Block, column: Column): FigureCell[] {
  const inner = block.blocks.flatMap((child) => {
    const own = child.group[column];
    return own !== null && figureOf(own) !== null ? [own] : addendsOf(child, column);
  });
  const own = block.group.indicators.flatMap((indicator) => indicator[column] ?? []);
  return [...inner, ...own].filter((cell) => figureOf(cell) !== null);
}

/** What stands directly below a block added up; see `addendsOf`. */
export function sumBelow(block: Block, column: Column): Decimal {
  return addendsOf(block, column).reduce((total, cell) => total.plus(cell.value ?? 0), new Decimal(0));
}

/** All indicators below a block added up, whatever the headings between state. */
export function sumOfItems(block: Block, column: Column): Decimal {
  return sumParts(block.indicators.map(indicatorPart), column);
}
