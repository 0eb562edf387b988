import type { Decimal } from 'decimal.js';
import type { EvaluationForm, FigureCell, Indicator } from '../../form/model';
import { compareCells } from '../../sheet/snapshot';
import { addendsOf, type Column, type GroupNode, groupNodes, sumCells, withInner } from './parts';
import { isOfMarks } from './marks';
import { type FilledCell, figureOf, figuresOf, withFigure, withFigures } from '../../form/cells';
import { HUNDRED } from '../../words/units';
import { additionText, agreement, clean, points } from './say';
import type { Agreement, Way } from '../finding';

/** A heading, or a row of a sum, whose figure is not what it sums up. */
export interface GroupMismatch {
  /** `null` for a row that belongs to no heading. */
  readonly node: GroupNode | null;
  readonly heading: FigureCell;
  readonly own: Decimal;
  readonly sum: Decimal;
  /** What is added up. */
  readonly below: readonly FigureCell[];
  readonly indicators: readonly Indicator[];
  /** Whether the heading's own figure is the one to mend: the level above agrees once it is the sum. */
  readonly ownIsWrong: boolean;
}

/** Whether a heading and what stands below it can be added at all. */
function canBeAdded(node: GroupNode, column: Column): boolean {
  const below = node.indicators;
  if (below.length === 0 || below.some(({ kind }) => kind === 'bonus')) return false;
  const { inner, group } = node;
  // 产出指标（40分） over 数量指标（20分） and 质量指标（20分）, whose items have no weights.
  const labelled = inner.length > 0 && group.indicators.length === 0;
  if (column === 'weight' && labelled && inner.every((one) => figureOf(one.group.weight) !== null)) return true;
  if (column === 'weight')
    return below.some(({ weight }) => figureOf(weight) !== null) && below.every(({ weight }) => weight !== null);
  return below.every(({ stated }) => stated?.state === 'figure' || stated?.state === 'placeholder');
}

/** Whether this is the last heading of a table that was cut off: rows below it may be missing. */
function isCutOff({ indicators }: EvaluationForm, heading: Omit<GroupMismatch, 'node'>, cut: boolean): boolean {
  return cut && heading.sum.lessThan(heading.own) && heading.indicators.at(-1) === indicators.at(-1);
}

/** Rows that belong to no heading, with the figures that they sum up; those of which one is missing are left out. */
function looseSums({ sums }: EvaluationForm, column: Column) {
  return sums.flatMap((row) => {
    const below = withFigures(row.indicators.map((one) => one[column]));
    const heading = withFigure(row[column]);
    if (heading === null || below.length < row.indicators.length) return [];
    const added = clean(sumCells(below));
    const own = clean(heading.value);
    return [{ node: null, heading, own, sum: added, below, indicators: row.indicators, ownIsWrong: false }];
  });
}

/** Every heading that has a figure and what stands below it can be added up to. */
function headingSums(form: EvaluationForm, column: Column) {
  return withInner(groupNodes(form)).flatMap((node) => {
    const heading = node.group[column];
    const { indicators } = node;
    const shares = column === 'weight' ? node.group.shares : [];
    const isWhole = shares.length > 0 || (column === 'weight' && isOfMarks(form, node));
    const own = isWhole ? HUNDRED : figureOf(heading);
    // The cap of a bonus is not its full marks: where it is no sum, nothing is wrong.
    const isCap = column === 'weight' && indicators.some(({ kind }) => kind === 'bonus');
    if (heading === null || own === null || (!isCap && !canBeAdded(node, column))) return [];
    const below = shares.length > 0 ? withFigures(shares) : addendsOf(node, column);
    return [
      { node, isCap, heading, own: clean(own), sum: clean(sumCells(below)), below, indicators, ownIsWrong: false },
    ];
  });
}

/**
 * Headings whose weight or score is what stands below them adds up to; in a table that was cut off, also those that are
 * not passed by the rows that are there.
 */
export function* groupAgreements(form: EvaluationForm, column: Column, cut = false): Iterable<Agreement> {
  const added = ({ heading, below }: Pick<GroupMismatch, 'heading' | 'below'>, passed = '') =>
    agreement([heading, ...below], () => `${additionText(figuresOf(below))}${passed}`);
  for (const one of looseSums(form, column)) if (one.own.minus(one.sum).abs().lte('0.01')) yield added(one);
  for (const one of headingSums(form, column)) {
    if (one.sum.equals(one.own)) yield added(one);
    else if (isCutOff(form, one, cut)) yield added(one, ` ≤ ${points(one.own)}`);
  }
}

/**
 * Headings whose weight or score disagrees with what stands below them, each cause once: a wrong heading makes the
 * level above it disagree as well, and only the heading itself is given. So do rows that sum up items of no heading.
 *
 * @param cut whether the table was cut off, so that its last headings may lack rows.
 */
export function groupMismatches(form: EvaluationForm, column: Column, cut: boolean): GroupMismatch[] {
  const off = headingSums(form, column).filter(
    (one) => !one.isCap && !one.sum.equals(one.own) && !isCutOff(form, one, cut),
  );
  const found = new Map<GroupNode | null, GroupMismatch>(off.map((one) => [one.node, one]));
  for (const { node, own, sum: added } of off) {
    const above = found.get(node.parent);
    const mismatch = found.get(node);
    if (above === undefined || mismatch === undefined) continue;
    const [isShared, isShare] = [node, above.node].map((one) => column === 'weight' && one?.group.shares.length !== 0);
    if (isShared) continue;
    // What a wrong share weighs is not known.
    if (isShare) found.delete(node);
    else if (above.sum.minus(own).plus(added).equals(above.own)) {
      found.delete(node.parent);
      found.set(node, { ...mismatch, ownIsWrong: true });
    }
  }
  const loose = looseSums(form, column).filter(({ own, sum: added }) => own.minus(added).abs().gt('0.01'));
  return [...found.values(), ...loose].sort((a, b) => compareCells(a.heading.at, b.heading.at));
}

/** A heading's weight and all that are reckoned as shares of it. */
function sharesOf({ group, inner }: GroupNode): FilledCell[] {
  const below = [...inner.flatMap(sharesOf), ...withFigures(group.indicators.map(({ weight }) => weight))];
  return [...withFigures([group.weight]), ...(group.shares.length > 0 ? below : [])];
}

/** For each share below a heading what weighs less once it is smaller by the excess. */
export function waysOfShares({ group, inner }: GroupNode, excess: Decimal): Way[] {
  return withFigures(group.shares).map((share) => {
    const part = excess.div(share.value).neg().plus(1);
    const own = inner.find((one) => one.group.weight?.at === share.at);
    const items = group.indicators.map(({ weight }) => weight).filter((weight) => weight?.at === share.at);
    const cells = own === undefined ? withFigures(items) : sharesOf(own);
    return cells.map(({ at, value }) => [at, part.times(value)]);
  });
}
