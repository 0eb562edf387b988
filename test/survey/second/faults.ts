import { Decimal } from 'decimal.js';
import type { Random } from '../../fuzz/random';
import type { Kind } from '../grammar';
import { type Facts, type Item, isMet, type MoneyLine, placesOf, rounded, type Scoring, totalOf } from './facts';
import type { Layout } from './layout';

interface Context {
  /** A copy to be changed. */
  readonly facts: Facts;
  readonly layout: Layout;
  readonly scoring: Scoring;
  readonly random: Random;
  /** Whether the form prints what a tag names. */
  readonly shows: (tag: string) => boolean;
}

export interface Fault extends Kind {
  /** Changes the facts; gives the tags at one of which a finding must stand, `null` where there is no place for it. */
  readonly inject: (context: Context) => readonly string[] | null;
}

const WHY = ['reason', 'cause', 'measure', 'remark'];
const row = (index: number, ...keys: readonly string[]): string[] => [
  ...keys.map((key) => `item.${index}.${key}`),
  'note',
];
const all = (index: number): string[] =>
  row(index, 'score', 'actual', 'target', 'weight', 'coefficient', 'raw', ...WHY);
const money = ({ facts }: Context, ...keys: readonly string[]): string[] => [
  ...(facts.money?.lines ?? []).flatMap((_, index) => keys.map((key) => `money.${index}.${key}`)),
  'money.score',
  'money.sentence',
  'money.reason',
];

/** Changes an item for which something holds, and the sums with it. */
function item(
  context: Context,
  holds: (item: Item, index: number) => boolean,
  change: (item: Item, index: number) => readonly string[],
): readonly string[] | null {
  const { facts, random } = context;
  const fitting = [...facts.items.entries()].filter(([index, one]) => holds(one, index));
  if (fitting.length === 0) return null;
  const [index, one] = random.pick(fitting);
  const tags = change(one, index);
  facts.total = totalOf(facts);
  return tags;
}

/** The same in forms whose scores are points; `null` in others. */
const inPoints: typeof item = (context, holds, change) =>
  context.scoring.scored === 'points' ? item(context, holds, change) : null;

const isFull = ({ score, weight }: Item): boolean => score === weight;
const counts = ({ template: { sign } }: Item): boolean => sign === '≥';
const fall = (one: Item, by: number): void => {
  one.actual = rounded(new Decimal(one.target).times(by), placesOf(one.template.target));
};
const scored = ({ scoring }: Context): boolean => scoring.scored !== 'none';

/** Changes the money's whole, or a part of it. */
function line(
  context: Context,
  index: number,
  change: (line: MoneyLine) => void,
  keys: readonly string[],
): readonly string[] | null {
  const one = context.facts.money?.lines[index];
  if (one === undefined || one.budget === 0 || one.spent === 0) return null;
  change(one);
  return money(context, ...keys);
}

const less = (one: MoneyLine): void => {
  one.spent = rounded(one.spent * 0.9);
  one.rate = one.budget === 0 ? null : rounded(new Decimal(one.spent).div(one.budget).times(100));
};

export const FAULTS: readonly Fault[] = [
  {
    id: 'missed target at full marks',
    loud: true,
    inject: (context) =>
      !scored(context)
        ? null
        : item(
            context,
            (one) => counts(one) && isFull(one),
            (one, index) => (fall(one, 0.8), all(index)),
          ),
  },
  {
    id: 'score not by the rule',
    loud: true,
    inject: (context) =>
      inPoints(
        context,
        (one) => counts(one) && !isFull(one) && one.score > 1,
        (one, index) => ((one.score = rounded(one.score * 0.6, 1)), all(index)),
      ),
  },
  {
    id: 'points lost though the target was reached',
    loud: true,
    inject: (context) =>
      inPoints(
        context,
        (one) => counts(one) && isFull(one) && one.weight > 3,
        (one, index) => ((one.score = one.weight - 2), all(index)),
      ),
  },
  {
    id: 'score above the weight',
    loud: true,
    inject: (context) =>
      !context.shows('item.0.weight') || !scored(context)
        ? null
        : item(context, isFull, (one, index) => ((one.score = rounded(one.weight + 1.5)), all(index))),
  },
  {
    id: 'total off',
    loud: true,
    inject: ({ facts, shows }) =>
      shows('total.score') ? ((facts.total = rounded(facts.total - 1)), ['total.score', 'total.label']) : null,
  },
  {
    id: 'subtotal off',
    loud: true,
    inject: ({ facts, random, shows }) => {
      const block = random.below(facts.blocks.length);
      const sum = facts.items.filter((one) => one.block === block).reduce((whole, { score }) => whole + score, 0);
      facts.subtotals.set(block, rounded(sum - 2));
      return shows(`subtotal.${block}.score`)
        ? [`subtotal.${block}.score`, `subtotal.${block}.label`, `block.${block}.label`]
        : null;
    },
  },
  {
    id: 'weight off',
    loud: true,
    inject: (context) =>
      !context.shows('item.0.weight')
        ? null
        : inPoints(context, isFull, (one, index) => {
            one.weight = rounded(one.weight + 1);
            one.score = one.weight;
            const of = one.block;
            return [
              ...all(index),
              'head.weight',
              'total.weight',
              'total.label',
              `subtotal.${of}.weight`,
              `subtotal.${of}.label`,
              `block.${of}.label`,
              `block.${of}.weight`,
            ];
          }),
  },
  {
    id: 'points of a label off',
    loud: true,
    inject: ({ facts, layout, random, shows }) => {
      const block = random.below(facts.blocks.length);
      if (layout.labels === 'plain' || !shows('item.0.weight') || !shows(`block.${block}.label`)) return null;
      facts.labelWeights.set(block, (facts.blocks[block]?.weight ?? 0) + 5);
      return [`block.${block}.label`, `block.${block}.weight`, `subtotal.${block}.label`, `subtotal.${block}.weight`];
    },
  },
  {
    id: 'reason left out',
    loud: true,
    inject: (context) =>
      !['one', 'two'].includes(context.layout.evidence) || !scored(context)
        ? null
        : item(
            context,
            (one) => !isFull(one) && counts(one),
            (one, index) => ((one.reason = ''), all(index)),
          ),
  },
  {
    id: 'measure left out',
    loud: true,
    inject: (context) =>
      context.layout.evidence !== 'two' || !scored(context)
        ? null
        : item(
            context,
            (one) => !isFull(one),
            (one, index) => ((one.measure = ''), all(index)),
          ),
  },
  {
    id: 'coefficient off',
    loud: true,
    inject: (context) =>
      !['coefficient', 'weighed'].includes(context.scoring.scored)
        ? null
        : item(
            context,
            (one) => !isFull(one) && one.share > 0.3,
            (one, index) => ((one.share = rounded(one.share - 0.2, 4)), all(index)),
          ),
  },
  {
    id: 'share of the target off',
    loud: false,
    inject: (context) =>
      !context.shows('item.0.rate')
        ? null
        : item(context, counts, (one, index) => ((one.slip = 7), row(index, 'rate', 'actual', 'target', 'score'))),
  },
  {
    id: 'another unit',
    loud: true,
    inject: (context) =>
      !context.layout.actualUnit
        ? null
        : item(
            context,
            ({ template: { unit } }) => ['人', '人次', '场', '次'].includes(unit),
            (one, index) => ((one.unit = '万元'), all(index)),
          ),
  },
  {
    id: 'rate of the money off',
    loud: true,
    inject: (context) =>
      line(context, 0, (one) => (one.rate = rounded((one.rate ?? 0) - 6)), ['rate', 'spent', 'budget']),
  },
  {
    id: 'parts of the money off',
    loud: true,
    inject: (context) =>
      !context.shows('money.1.spent') ? null : line(context, 1, less, ['spent', 'budget', 'rate', 'left']),
  },
  {
    id: 'points of the money off',
    loud: true,
    inject: (context) => {
      const { facts } = context;
      if (facts.money === null || facts.money.weight === null || facts.money.score < 3) return null;
      facts.money.score = rounded(facts.money.score - 2);
      facts.total = totalOf(facts);
      return [...money(context, 'rate', 'spent'), 'money.weight'];
    },
  },
  {
    id: 'goal tells another figure',
    loud: false,
    inject: ({ facts, shows }) => {
      const index = facts.items.findIndex(({ template: { sign, unit } }) => sign === '≥' && unit !== '%');
      const one = facts.items[index];
      if (one === undefined || !shows('goal')) return null;
      facts.goal = facts.goal.replace(`少于${one.target}`, `少于${one.target * 2}`);
      return ['goal', ...row(index, 'target', 'name')];
    },
  },
  {
    id: 'target missed without a word',
    loud: false,
    inject: (context) =>
      scored(context) || !['one', 'two'].includes(context.layout.evidence)
        ? null
        : item(
            context,
            (one) => counts(one) && isMet(one),
            (one, index) => (fall(one, 0.7), all(index)),
          ),
  },
];
